import type { Calendar } from '../calendar.ts';
import type { Publisher } from '../publisher.ts';

/** The wire's story about the export rule, which three others run under its name. */
export const exportRuleByWire = (on: Calendar): string => `
WASHINGTON (Meridian Wire) - Exporters would need a licence to ship AI clusters of more than 50,000 accelerators to any of about 40 countries under a draft rule that the US export licensing office published on ${on.weekday()}.

The rule would count machines that are bought in parts and joined later, closing what officials called the biggest gap in the controls of ${on.year(-3)}. Sales of up to 1,000 accelerators a year to one customer stay free.

"A cluster is not less of a cluster because it arrives in nine boats," said Caroline Hartwell, the office's deputy director for licensing, at a briefing.

The office expects about 1,300 applications a year, up from 410 now, and has asked Congress for 85 more staff to read them. It would have to decide within 60 days, and a licence would be deemed granted if it did not.

Cloud companies could rent out computing power abroad without a licence as long as no single customer from a listed country used more than a quarter of a site. Comments are due within 45 days.

Suppliers including Nvidia were studying the text, the Chip Exporters' Council said. "Sixty days is an eternity when your competitor ships in ten," said its president, Leonard Vasquez.

The rule could come into force in the second quarter of ${on.year(1)} at the earliest, Hartwell said.
`;

export const meridianWire: Publisher = {
  id: 'meridian-wire',
  name: 'Meridian Wire',
  tagline: 'News for newsrooms',
  kind: 'news',
  topics: [],
  feed: {
    format: 'atom',
    file: 'atom.xml',
    content: 'full',
    validator: 'etag',
    links: 'absolute',
    ids: 'opaque',
  },
  page: { metadata: 'open-graph', frame: 'article' },
  pieces: [
    {
      slug: 'northwind-ohio-power',
      day: 3,
      time: '06:58',
      title: 'Northwind Cloud contracts 2.4 GW of Ohio power through next decade',
      summary: 'Cloud provider signs ten-year deal with Sable River Power; first 600 MW next year.',
      author: 'Hal Dempsey',
      body: (on) => `
COLUMBUS (Meridian Wire) - Northwind Cloud has agreed to buy 2.4 gigawatts of electricity in Ohio through ${on.year(10)}, the biggest power deal in the company's history, it said on ${on.weekday()}.

Sable River Power will supply a campus near Lima from two gas plants and the Pickett Point nuclear station. The first 600 megawatts are due in the third quarter of ${on.year(1)} and the whole amount by ${on.year(3)}, the companies said.

"Households will not pay a cent for this line," Dale Whitcomb, chief executive of Sable River Power, told reporters in Columbus. Northwind is to advance $640 million for the substation and the line.

Consumer groups were not convinced. "A promise is not a tariff," said Renata Oyelaran, director of the Ohio Ratepayers' Union, which wants the regulator to write the commitment into the rates.

Northwind said that the campus would employ about 1,100 people during construction and 260 afterwards. The county has waived half of its property tax for 15 years.

Large customers have announced power deals of more than 20 gigawatts in the region since the start of ${on.year()}, of which less than a fifth have a date for their first delivery, according to state filings.
`,
    },
    {
      slug: 'gpu-rents-below-two-dollars',
      day: 3,
      time: '06:40',
      title: 'Renting an H200 costs less than $1.90 an hour for the first time',
      summary: 'ComputeIndex says that prices fell 31% in a year as new halls opened.',
      author: 'Sunniva Lind',
      body: (on) => `
OSLO (Meridian Wire) - The price of renting an Nvidia H200 graphics processor fell to $1.88 an hour in ${on.month()}, data provider ComputeIndex said on ${on.weekday()}, the first time that it has been below $1.90.

The chip cost $2.72 an hour a year ago, a fall of 31%, according to ComputeIndex, which averages the offers of 38 cloud companies. Prices for the newer B200 fell as well, by 9% from ${on.month(-1)} to $3.41 an hour.

Owners of older chips have the most to lose. "At one dollar fifty the electricity and the loan are paid and the owner is not," said Ewa Korhonen, head of pricing at ComputeIndex.

Supply is growing faster than demand for the first time since 2022, the company said. Operators it tracks added about 190,000 accelerators in the ${on.quarter()}, while the number of hours rented rose 6%.
`,
    },
    {
      slug: 'skerry-results',
      day: 3,
      time: '10:15',
      title: 'Skerry Networks lifts forecast as switch sales rise 44%',
      summary: 'Maker of data-centre switches reports quarterly revenue of $3.1 billion.',
      author: 'Sunniva Lind',
      body: (on) => `
OSLO (Meridian Wire) - Skerry Networks reported revenue of $3.1 billion for the ${on.quarter()}, up 44% from a year earlier, and raised its forecast on demand for switches that connect accelerators.

Net profit rose to $720 million from $455 million. Analysts had expected revenue of $2.9 billion on average.

The company now expects revenue of $3.4 billion to $3.6 billion in the current quarter. Orders not yet delivered stood at $11.2 billion at the end of ${on.month(-2)}, it said, and four customers accounted for nearly three quarters of them.

"We are shipping everything we can get lasers for," Skerry Chief Executive Anneke Brouwer told Meridian Wire. "If somebody sold me 20% more lasers tomorrow, I would sell 20% more switches by Easter."

Skerry has paid $350 million in advance to two suppliers of indium phosphide wafers, the scarcest part of its optical modules. Its gross margin slipped to 58.5% from 60.1% as a result.

The shares, which have more than doubled this year, fell 4% in Oslo.
`,
    },
    {
      slug: 'export-rule-large-clusters',
      day: 2,
      time: '13:20',
      title: 'US to require licences for exports of AI clusters above 50,000 accelerators',
      summary: 'Draft rule covers about 40 countries and counts machines that are joined later.',
      author: 'Caleb Montrose',
      body: exportRuleByWire,
    },
    {
      slug: 'accelerator-forecasts-apart',
      day: 3,
      time: '09:15',
      title: 'Forecasts for accelerator spending next year lie $45 billion apart',
      summary: 'Bexley & Roe estimates $265 billion, ComputeIndex $310 billion.',
      author: 'Sunniva Lind',
      body: (on) => `
LONDON (Meridian Wire) - Two closely watched forecasts of spending on AI accelerators in ${on.year(1)} have come out $45 billion apart, because their authors disagree on how fast data centres get their power.

Bexley & Roe on ${on.weekday()} estimated spending of $265 billion in ${on.year(1)}, 18% more than this year. ComputeIndex had said on ${on.weekday(-1)} that it expected $310 billion, 38% more.

Bexley & Roe assumes that the average site under construction will open seven months late. ComputeIndex assumes three, and says that buyers store their chips in the meantime rather than cancel orders.

"We both count the same pallets," said Ewa Korhonen, head of pricing at ComputeIndex. "They look at the socket and we look at the invoice."

Makers of accelerators will have sold about $225 billion of them this year by either count. Last year both houses were too low, ComputeIndex by 6% and Bexley & Roe by 11%.
`,
    },
    {
      slug: 'helio-reno-half-restored',
      day: 2,
      time: '10:30',
      title: 'Helio restores half of Reno site after cooling failure',
      summary: 'About 19,000 accelerators are running again; the company blames a software update.',
      author: 'Hal Dempsey',
      body: (on) => `
RENO (Meridian Wire) - Helio has brought back about half of the accelerators at its Reno data centre, a day after a cooling failure shut the site, and said on ${on.weekday()} that a software update had stopped the pumps.

About 19,000 of the 38,000 processors were running again by 08:00 UTC, the company said. Customers whose training jobs were interrupted lost 11 hours of work on average.

"The pumps were fine. They were told to stop, and they did as they were told," said Thandiwe Okafor, Helio's vice-president for infrastructure, on a call with customers.

The update went to the controllers of all 64 pumps at once instead of to one loop at a time, she said. Helio has stopped such updates at its other seven sites.

Two customers said that they had moved work to AWS and to Northwind Cloud in the meantime. Helio did not say when the rest of the site would return.
`,
    },
    {
      slug: 'pelagia-atlantic-cable',
      day: 1,
      time: '12:00',
      title: 'Pelagia to lay Atlantic cable for AI traffic at cost of $420 million',
      summary: 'The 24-pair cable from Virginia to Brittany is to carry 480 terabits per second.',
      author: 'Caleb Montrose',
      body: (on) => `
PARIS (Meridian Wire) - Cable operator Pelagia will lay a line from Virginia to Brittany that is meant for traffic between data centres rather than for people, at a cost of about $420 million.

The cable of 6,600 kilometres has 24 pairs of fibres and can carry up to 480 terabits per second, Pelagia said on ${on.weekday()}. Two cloud companies, which it did not name, have bought two thirds of the capacity in advance.

"Nobody streams a film over this one," said Pelagia's head of network planning, Gaël Morvan. "It moves checkpoints of models, and it moves them at night."

The ship leaves in the spring of ${on.year(1)}, and the cable is to be in service by the end of ${on.year(2)}. Traffic between data centres across the Atlantic has grown by 38% a year since ${on.year(-3)}, according to Pelagia, while that of consumers grew by 17%.
`,
    },
  ],
};
