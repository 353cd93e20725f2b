import type { Publisher } from '../publisher.ts';

export const statuteSilicon: Publisher = {
  id: 'statute-silicon',
  name: 'Statute & Silicon',
  tagline: 'Law, trade and machines',
  kind: 'news',
  topics: ['policy'],
  feed: {
    format: 'rss',
    file: 'feed',
    content: 'full',
    validator: 'etag',
    links: 'absolute',
    ids: 'address',
    markup: 'undeclared',
  },
  page: { metadata: 'open-graph', frame: 'main' },
  pieces: [
    {
      slug: 'cluster-rule-opposition',
      day: 3,
      time: '09:50',
      title: 'Trade associations ask for 120 days instead of 45 to answer the cluster rule',
      summary: 'Nine trade bodies say the draft cannot be priced in six weeks.',
      author: 'Delphine Rao',
      body: (on) => `
Nine trade associations asked the US export licensing office on ${on.weekday()} for 120 days to comment on its rule for large AI clusters, instead of the 45 that it offered the day before.

The draft would make a licence necessary for clusters of more than 50,000 accelerators in about 40 countries. The associations say that their members have $23 billion of orders that might fall under it, of which $9 billion are due within six months.

“Nobody can tell a customer in Riyadh or Kuala Lumpur today whether the second half of his hall is legal,” said Leonard Vasquez, president of the Chip Exporters’ Council.

The office has granted longer periods in two of the last seven cases, never for more than 90 days.

Support comes from another side. The union of electrical workers welcomed the draft because, it says, clusters that cannot be exported are built at home. It puts the effect at 12,000 to 15,000 jobs over five years, a number for which it names no source.

A decision about the period is expected within two weeks.
`,
    },
    {
      slug: 'reading-the-cluster-rule',
      day: 2,
      time: '18:00',
      title: 'US export rule for large AI clusters turns on a distance of 10 kilometres',
      summary:
        'Machines that stand further apart count as two clusters, and need no licence below 50,000 accelerators each.',
      author: 'Delphine Rao',
      body: (on) => `
The most important number in the draft rule that the US export licensing office published on ${on.weekday()} is not 50,000 accelerators, the size above which a cluster needs a licence to be exported. It is 10 kilometres.

Machines of one owner that stand closer together than that and share a network are one cluster under the rule, even if they are bought in parts. Two halls 11 kilometres apart are two. Fibre does not care: at that distance a signal takes about 55 microseconds.

“I advised three clients this afternoon to buy a longer cable,” said Miriam Fassbender, a partner at the law firm Oakes Delacroix. “That is not evasion, that is reading.”

The rest is stricter than expected. It reaches about 40 countries, and the exemption ends at 1,000 accelerators a year for one customer, where industry had hoped for 5,000. Cloud companies must know their customers and may let no single one from a listed country use more than a quarter of a site.

The office reckons with 1,300 applications a year, more than three times as many as now, and gives itself 60 days for each. A licence counts as granted if it misses the date, which Fassbender called “the most expensive sentence in the document”.

Comments are open for 45 days.
`,
    },
    {
      slug: 'efficiency-label',
      day: 1,
      time: '15:30',
      title: 'Europe drafts an energy label for data centres',
      summary: 'Sites above 500 kilowatts would be graded from A to E, with waste heat counting most.',
      author: 'Jakob Thorne',
      body: (on) => `
Data centres in the European Union would carry an energy label from A to E under a draft that circulated in Brussels on ${on.weekday()}. It applies to every site above 500 kilowatts, about 3,400 of them.

Half of the grade depends on how much of the heat is used by somebody else, 30% on the PUE and the rest on water and on the hours in which a site lowers its demand at the request of the grid.

By the commission’s own count fewer than 4% of the sites would earn an A today, and nearly a third an E. Those have until ${on.year(4)} to improve or lose reduced rates for electricity tax, which are worth up to €70 million a year to the largest campuses.

“They grade us on neighbours we do not have,” said Marta Ibáñez, who runs Corvid Data’s sites in Spain. “Nobody in Zaragoza wants heat in July.”

Environmental groups ask for the opposite. The label says nothing about the total, noted Lukas Wendt, energy policy officer at the network Watt Watch: “A very efficient gigawatt is still a gigawatt.”

The commission plans to adopt the label in the second quarter of ${on.year(1)}.
`,
    },
  ],
};
