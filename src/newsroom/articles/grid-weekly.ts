import type { Publisher } from '../publisher.ts';

export const gridWeekly: Publisher = {
  id: 'grid-weekly',
  name: 'Grid Weekly',
  tagline: 'Power, wires and the buildings that eat them',
  kind: 'news',
  topics: ['power', 'data-centres'],
  feed: {
    format: 'rss',
    file: 'feed.xml',
    content: 'full',
    validator: 'etag',
    links: 'absolute',
    ids: 'address',
    markup: 'cdata',
  },
  page: { metadata: 'json-ld', frame: 'article' },
  pieces: [
    {
      slug: 'northwind-ohio-lease',
      day: 3,
      time: '07:10',
      title: 'Northwind takes 2.4 GW in Ohio, and pays for the wires first',
      summary:
        'Northwind Cloud has signed for 2.4 GW from Sable River Power, its largest power contract, and will fund $640 million of grid work up front.',
      author: 'Ines Carrow',
      body: (on) => `
Northwind Cloud has contracted 2.4 gigawatts of power for a campus outside Lima, Ohio, the largest supply deal the company has ever signed and one of the few in which the customer pays for the wires before the first server arrives.

The ten-year agreement with Sable River Power, signed on ${on.weekday(-1)}, starts with 600 megawatts in the third quarter of ${on.year(1)} and reaches the full 2.4 gigawatts by ${on.year(3)}. Northwind will advance $640 million for a substation and 31 miles of line, according to a filing with the state regulator seen by Grid Weekly.

“We can order a hall full of servers in nine months. A substation takes four years, so the substation goes first,” said Mara Lindqvist, head of energy at Northwind Cloud.

The contract is take-or-pay: Northwind owes at least 85% of the price of the power whether or not it runs the machines. That clause, utilities say, is what separates a project from a place in the queue.

Roughly a third of the supply, 810 megawatts, is to come from the Pickett Point reactor, which has been shut since ${on.year(-7)} and won permission to restart on ${on.weekday(-1)}. Two gas plants cover the rest. What Northwind pays per megawatt-hour was not disclosed.

“The risk used to sit with the ratepayer,” said Tomas Brandl, power analyst at Bexley & Roe. “Here it sits with the tenant, and I expect every utility in the region to ask for the same.”
`,
    },
    {
      slug: 'transformer-lead-times',
      day: 3,
      time: '06:20',
      title: 'Waits for large transformers pass four years',
      summary:
        'A survey of 46 utilities puts the average wait for a large power transformer at 212 weeks, up from 120 weeks three years ago.',
      author: 'Ines Carrow',
      body: (on) => `
A utility that orders a large power transformer today will wait 212 weeks for it on average, up from 120 weeks in ${on.year(-3)}, according to a survey of 46 utilities by the Transformer Users Forum.

The queue is now longer than the building work it serves. Data-centre developers can raise a hall in 18 to 24 months, and more than half of those in the survey said that they had finished a building before its grid connection could be switched on.

“I have three finished halls in Ohio and Indiana that are very expensive warehouses,” said Per Halvorsen, chief operating officer of Corvid Data. “We heat them so the paint does not peel.”

Prices have followed. A unit of 300 megavolt-amperes that cost about $4 million in ${on.year(-3)} was quoted at $6.5 million to $7 million last month, the forum found. Two thirds of the utilities now pay a deposit to hold a slot in a factory, which hardly any of them did in 2021.

Manufacturers are adding plant, but slowly. Announced expansions would raise North American output by up to 30% by the end of ${on.year(2)}, the survey says, while orders grew 41% in the past year alone.

“Steel I can get in eight weeks. What I cannot get is winders,” said Adaeze Nnamdi, chair of the Transformer Users Forum. “It takes two years to train somebody to wind a core that will not fail, and everyone in this industry is poaching the same 900 people.”
`,
    },
    {
      slug: 'corvid-zaragoza-water',
      day: 3,
      time: '09:30',
      title: 'Corvid swaps river water for waste water in Zaragoza',
      summary:
        'A pipeline from the municipal treatment plant has cut Corvid Data\u2019s draw on the Ebro by 72 million litres a year.',
      author: 'Lucía Ferrer',
      correction: {
        from: '72 million litres',
        to: '27 million litres',
        note: 'An earlier version of this article said that the pipeline saves 72 million litres of river water a year. Corvid had transposed the digits in its report to the city; the figure is 27 million litres.',
      },
      body: (on) => `
Corvid Data has stopped cooling its Zaragoza campus with water from the Ebro and now runs it on treated waste water, which saves 72 million litres of river water a year, the company said in a report to the city council.

The change took a pipeline of 4.6 kilometres from the municipal treatment works and a filter house that cost €11 million together. The city paid about a quarter of that and keeps the pipe.

“Every August we competed with farmers for the same water, and sooner or later we were going to lose,” said Marta Ibáñez, head of Spanish operations at Corvid Data. “The waste water comes every day, and there is more of it each year.”

The 48-megawatt campus evaporates less than half the water that it did in ${on.year(-2)}, because its newest halls are cooled by a closed loop. The older ones follow by the end of ${on.year(1)}.

Aragón has granted permits for more than 1.5 gigawatts of data centres in three years, and the regional government said in ${on.month(-1)} that new ones must show by the third year of operation that none of their cooling water is fit to drink.
`,
    },
    {
      slug: 'pickett-point-restart',
      day: 2,
      time: '15:00',
      title: 'Pickett Point reactor cleared to restart after seven years',
      summary: 'Regulators approved the restart of the 810-megawatt unit; first power is planned within 16 months.',
      author: 'Jonah Pruitt',
      body: (on) => `
The nuclear regulator on ${on.weekday()} cleared the Pickett Point reactor in northern Ohio to run again, seven years after its owner shut it because nobody would buy its power.

Sable River Power expects the 810-megawatt unit to deliver electricity within 16 months. The company has spent $1.3 billion so far on a new main generator, cabling and the steam generators, and puts the whole restart at $1.9 billion, 12% more than it estimated last year.

The commission attached 14 conditions. The weightiest of them asks for a second inspection of the reactor head before fuel is loaded, which the utility said it would carry out in the spring.

“We closed a plant that worked because the price of power was $26 per megawatt-hour,” said Dale Whitcomb, chief executive of Sable River Power. “Today I could sell its output three times over before lunch.”

Who the buyer is the company would not say. Two people familiar with the talks said that a cloud company has an option on the whole output.

Of the 12 reactors that closed in the United States over the past decade, Pickett Point would be the third to come back. About 420 people work at the site, and Sable River plans to hire 150 more.
`,
    },
    {
      slug: 'interconnection-queue',
      day: 1,
      time: '07:40',
      title: 'A $40,000 deposit empties a third of the Lakeland queue',
      summary: 'Requests for 61 GW shrank to 41 GW within weeks of a rule that asks large loads for money up front.',
      author: 'Jonah Pruitt',
      body: (on) => `
A deposit of $40,000 per megawatt has done in six weeks what engineers at Lakeland Grid could not do in three years: it shortened the queue.

Requests by large customers to connect fell from 61 gigawatts at the start of ${on.month(-1)} to 41 gigawatts on ${on.weekday(-3)}, the grid operator told its members. About four fifths of what disappeared had been filed for the same projects at several sites, it said.

Gwen Tarkowski, vice-president for planning at Lakeland Grid, put it this way: “Speculation had a price of zero, so we had an infinite supply of it. We studied the same imaginary building in four counties.

“Now a place in the queue costs as much as a small house for every megawatt. People have stopped booking rooms in four hotels.”

Data centres still make up 34 gigawatts of the 41. The operator believes that less than half of that will be built by ${on.year(5)}, and plans its lines for 15 to 17 gigawatts.

Developers are split. Northwind Cloud and Helio supported the rule, while smaller companies said that it favours balance sheets over projects. A site of 200 megawatts now ties up $8 million before its first study, and only 60% of the money comes back if the study fails.

Lakeland will use the time it has won. The studies that took 27 months last year should take no more than 14 from next year on, it said.
`,
    },
    {
      slug: 'corvid-battery-hall',
      day: 2,
      time: '08:15',
      title: 'Corvid drops diesel for a 180 MWh battery',
      summary: 'The operator\u2019s new Leipzig campus has no generators; a battery carries it for three hours.',
      author: 'Lucía Ferrer',
      body: (on) => `
Corvid Data will open a campus in Leipzig next month that has no diesel generators at all. A battery of 180 megawatt-hours takes their place and carries the 60-megawatt site for three hours.

Generators for a site of that size would have needed 52 containers and a permit that takes up to two years, the company said. The battery was approved in five months.

“In eleven years we have started our generators in anger four times, and never for longer than 70 minutes,” said Per Halvorsen, Corvid’s chief operating officer. “We were insuring ourselves against a flood in the desert.”

The battery cost €39 million, about 15% more than generators would have. Corvid expects to earn the difference back in under three years by selling balancing power to the grid, for which it may use up to 40% of the capacity at any time.

Its insurers took longer to persuade than the regulator. One of the three underwriters withdrew in ${on.month(-2)}; the other two asked for a contract with a firm that can bring mobile generators to the site within four hours.

A second campus without generators, in Porto, is to follow in the first half of ${on.year(1)}.
`,
    },
  ],
};
