import type { Publisher } from '../publisher.ts';
import { exportRuleByWire } from './meridian-wire.ts';

export const harbourLedger: Publisher = {
  id: 'harbour-ledger',
  name: 'Harbour Ledger',
  tagline: 'The business daily',
  kind: 'news',
  topics: ['money', 'cloud'],
  feed: {
    format: 'rss',
    file: 'technology.rss',
    content: 'summary',
    validator: 'last-modified',
    links: 'tracked',
    ids: 'address',
  },
  page: { metadata: 'json-ld', frame: 'main' },
  pieces: [
    {
      slug: 'northwind-ohio-power-deal',
      day: 3,
      time: '07:30',
      title: 'Northwind ties itself to Ohio with 2.4 GW power contract',
      summary: 'The cloud company commits to at least 85% of a ten-year supply from Sable River Power.',
      author: 'Rosalind Achebe',
      body: (on) => `
Northwind Cloud has bound itself to Ohio for a decade, signing a contract for 2.4 gigawatts that obliges it to pay for most of the electricity even if demand for artificial intelligence falls away.

Under the agreement with Sable River Power, announced on ${on.weekday()}, the company must pay for at least 85% of the contracted volume until ${on.year(10)}. Deliveries begin with 600 megawatts in the third quarter of ${on.year(1)}.

The deal lifts the power that Northwind has under contract to 7.5 gigawatts, from 5.1 gigawatts a year ago, and is by far its biggest. Its shares rose 2.3% in early trading, and those of Sable River 9%.

“This is a fixed cost that looks like growth as long as the halls are full,” said Priya Nandakumar, who manages $14 billion of technology shares at Cordwainer Asset Management. “I would like to know what the exit costs.”

Northwind’s finance chief, Owen Tressler, told analysts on a call that the commitment was “sized to contracts that we already hold, with some room to grow”. Those contracts would fill about 70% of the first phase, he said.

Neither side disclosed a price. The regulator must approve the tariff, which it is expected to do in the first quarter of ${on.year(1)}.
`,
    },
    {
      slug: 'helio-budget',
      day: 3,
      time: '08:05',
      title: 'Helio plans $38 billion of capital spending next fiscal year',
      summary: 'Board papers show the AI company raising investment by about two fifths.',
      author: 'Tobias Krenn',
      body: (on) => `
Helio’s board has approved capital spending of $38 billion for fiscal ${on.year(1)}, according to board papers seen by the Ledger, as the company races to add computing power for its assistants.

That would be an increase of about 40% from the $27 billion that Helio expects to have spent in fiscal ${on.year()}, which ends in December. Roughly 60% of the new budget goes to accelerators and the networks between them, and a quarter to buildings, the papers show.

The board met on ${on.weekday(-2)}. One director, the former utility executive Hanne Solberg, abstained from the vote after asking for a ceiling on power commitments, the minutes say.

“We will not build what we cannot fill,” Helio’s chief financial officer, Samuel Ortega, wrote in a covering letter. “Every hall in this plan has a customer or a model waiting for it.”

Helio declined to comment on the figures. It publishes its budget with its results at the end of January.

The company will pay for most of the plan from its own cash flow, which it puts at $24 billion, and borrow the rest. Helio raised $9 billion of bonds in ${on.month(-5)} at a yield of 5.4%.
`,
    },
    {
      slug: 'private-credit-data-centres',
      day: 3,
      time: '06:30',
      title: 'Private lenders take on $7.5 billion of Corvid\u2019s halls',
      summary: 'The largest private loan for data centres in Europe is priced below the bond market.',
      author: 'Rosalind Achebe',
      page: 'paywall',
      body: (on) => `
Corvid Data has borrowed $7.5 billion from a group of private lenders led by Ashgrove Credit, in what bankers called the largest private loan for data centres in Europe.

The money is secured on 11 campuses in six countries and runs for seven years. Corvid pays 2.85 percentage points above the interbank rate, about half a point less than the bond market asked of it in ${on.month(-3)}.

“These loans,” said Beatrix Vaughan, head of infrastructure at Ashgrove Credit, “could be repaid from the leases alone if not one more hall were let.” Nine of the 11 campuses are let in full, she said, for 12 years on average.

Private funds have lent $61 billion to data centres so far this year, up from $38 billion in the whole of ${on.year(-1)}, according to Bexley & Roe. Nearly a third of the loans fall due in ${on.year(5)} or ${on.year(6)}, when many of the accelerators in the halls will be too old to rent out.

Corvid will use $4.2 billion to repay loans that are more expensive, and the rest to build. It owns 940 megawatts of capacity and wants to have 1.6 gigawatts by the end of ${on.year(2)}.
`,
    },
    {
      slug: 'bexley-roe-forecast',
      day: 3,
      time: '07:00',
      title: 'Accelerator spending to reach only $265 billion next year, says Bexley & Roe',
      summary: 'Power shortages will slow growth to 18%, the analysts estimate; ComputeIndex expects $310 billion.',
      author: 'Tobias Krenn',
      body: (on) => `
Companies will spend $265 billion on AI accelerators in ${on.year(1)}, the analysts of Bexley & Roe estimate, an increase of 18% that would be the slowest growth in five years.

The house blames electricity. By its count of 214 sites under construction, about two fifths of the halls planned for ${on.year(1)} will not have their full supply of power in time.

“You do not buy a chip that you cannot plug in,” said Tomas Brandl, power analyst at Bexley & Roe. “Nobody cancels. They ring up and ask for June instead of March.”

Others are more sanguine. ComputeIndex forecast on ${on.weekday(-1)} that spending on accelerators would reach $310 billion in ${on.year(1)}. The two houses count the same chips but disagree on when halls open: Bexley & Roe assumes a delay of seven months for the average site, ComputeIndex three.

Both expect the share of inference to grow. It accounted for about half of the accelerators sold in the ${on.quarter()}, Bexley & Roe says, up from a third two years earlier.
`,
    },
    {
      slug: 'export-licences-large-clusters',
      day: 2,
      time: '14:10',
      title: 'US to require licences for exports of large AI clusters',
      summary: 'Draft rule covers clusters of more than 50,000 accelerators. From Meridian Wire.',
      author: 'Meridian Wire',
      body: exportRuleByWire,
    },
    {
      slug: 'brightloom-round',
      day: 1,
      time: '06:45',
      title: 'Chip designer Brightloom raises $1.4 billion',
      summary: 'The maker of inference chips is valued at $9.5 billion, more than twice as much as in spring.',
      author: 'Tobias Krenn',
      body: (on) => `
Brightloom, which designs chips that run AI models but cannot train them, has raised $1.4 billion at a valuation of $9.5 billion, up from $4.1 billion in ${on.month(-7)}.

The round was led by Ashgrove Growth and joined by Northwind Cloud, which has also ordered chips worth up to $600 million over three years. Brightloom has shipped about 22,000 processors so far and wants to ship 150,000 in ${on.year(1)}.

“A customer trains a model once and then runs it a billion times a day. We only care about the second part,” said Yuki Marchetti, co-founder and chief executive of Brightloom.

The company claims that its second chip answers questions with a large open model for less than half the energy of a current Nvidia system. Nobody outside has measured that yet; Tarn Research Lab has been given a rack and will publish its results in the spring.

Brightloom lost $310 million on revenue of $120 million in the 12 months to ${on.month(-2)}, documents for investors show. It expects to break even in ${on.year(3)}.

The chips are made by a contract manufacturer in Taiwan. Brightloom has reserved capacity for three years, Marchetti said, and paid “well over half” of it in advance.
`,
    },
    {
      slug: 'harbour-city-shirt-deal',
      day: 1,
      time: '16:00',
      title: 'Harbour City FC finds a shirt sponsor at last',
      summary: 'A maker of oat drinks pays £18 million over three seasons.',
      author: 'Callum Reyes',
      body: (on) => `
Harbour City will run out with a name on their shirts again. Haverly Bros, a maker of oat drinks, pays the club £18 million over three seasons, ending a search that had lasted since the spring.

The club had played 14 matches in blank shirts after its previous sponsor, a betting company, withdrew in ${on.month(-6)}. Fans liked them so much that 31,000 were sold, more than twice the usual number.

“I will miss the plain blue,” said Denise Quill, captain of the women’s team, who wears the new shirt for the first time on ${on.weekday(3)}. “But I won’t miss the questions about money.”

The sponsor’s logo takes up a third less space than the old one. A clause in the contract lets the club play one match a season without it, against its oldest rivals, Saltport Rovers.

Harbour City are ninth in the league, four points behind the last place that leads to Europe.
`,
    },
  ],
};
