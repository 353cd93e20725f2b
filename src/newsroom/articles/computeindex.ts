import type { Publisher } from '../publisher.ts';

export const computeIndex: Publisher = {
  id: 'computeindex',
  name: 'ComputeIndex',
  tagline: 'What computing costs',
  kind: 'analysis',
  topics: ['cloud', 'chips', 'models'],
  feed: { format: 'json', file: 'feed.json', content: 'full', validator: 'etag', links: 'absolute', ids: 'opaque' },
  page: { metadata: 'json-ld', frame: 'main' },
  pieces: [
    {
      slug: 'gpu-rental-index',
      day: 3,
      time: '05:30',
      title: 'GPU rental index: the H200 slips below $1.90 an hour',
      summary: 'Our average of 38 providers stands at $1.88 per GPU-hour, 31% lower than a year ago.',
      author: 'Ewa Korhonen',
      body: (on) => `
An Nvidia H200 rented for $1.88 an hour on average in ${on.month()}, down 31% from $2.72 a year ago and below $1.90 for the first time since we began to count. The average covers the public offers of 38 cloud companies, weighted by their capacity.

The cheapest offer on our list was $1.42, for machines that can be taken away with 15 minutes' notice. Contracts of three years go for $1.35 to $1.60.

| Chip | ${on.month()} | ${on.month(-1)} | a year ago |
| H100 | $1.61 | $1.70 | $2.31 |
| H200 | $1.88 | $1.99 | $2.72 |
| B200 | $3.41 | $3.75 | not offered |

Three things happened at once. Operators in our sample switched on about 190,000 accelerators in the ${on.quarter()}, the most in any quarter. The hours rented rose by only 6%. And two providers that had borrowed against their chips began to sell hours at any price to meet their interest payments.

We estimate that an owner who bought an H200 system at the list price of ${on.year(-2)} needs $1.50 an hour to cover electricity, space and the loan. More than a tenth of the offers are now within 20 cents of that line.

The B200 follows the same curve, 14 months later. It lost 9% in the past month alone.
`,
    },
    {
      slug: 'inference-share',
      day: 3,
      time: '11:00',
      title: 'Two thirds of accelerator hours now go to inference',
      summary: 'Training has become the minority use, a survey of 112 operators shows.',
      author: 'Jules Abara',
      body: (on) => `
Two thirds of all accelerator hours in the ${on.quarter()} were spent on answering questions rather than on training models, up from about a third in 2023, according to our survey of 112 operators with 2.9 million accelerators.

The turn came faster than the operators themselves expected. A year ago they told us that inference would pass 50% in ${on.year(1)}; it did so in the spring.

Machines that answer are used less evenly than machines that learn. On average they were busy for 41% of the hours for which they were switched on, against 78% for those that train. At four in the morning in California it was less than a fifth.

"We own a power station's worth of computers that wait for people to wake up," said one of the respondents, the head of capacity at a company with more than 100,000 accelerators.

About half of the operators now sell the idle hours to batch customers at discounts of 40% to 60%. Only 9% did so in ${on.year(-2)}.
`,
    },
    {
      slug: 'token-prices',
      day: 1,
      time: '09:00',
      title: 'A million tokens for 85 cents: inference prices fall by nearly two thirds',
      summary: 'The median price of output from models of the top class fell from $2.40 within a year.',
      author: 'Jules Abara',
      body: (on) => `
The median price of a million output tokens from a model of the top class fell to $0.85 in ${on.month()} from $2.40 a year earlier, a drop of 65%, according to our survey of 27 providers.

Cheaper chips explain less than a third of it. The larger part comes from software: caches that remember the beginning of a conversation, arithmetic with four bits, and small models that guess ahead for large ones. Together they raised the output of the same server from about 9,000 to 24,000 tokens per second.

Prices do not fall for everybody. Answers guaranteed within half a second cost up to $4.10 per million tokens, a tenth more than in the spring.

"Customers pay for the slowest one in a hundred, not for the average," said Marisol Quaye, who runs inference at Northwind Cloud. "The average we could give away."

The number of tokens sold by those providers that report it has grown 5.5 times in the same year, so that their revenue nearly doubled.
`,
    },
    {
      slug: 'accelerator-spending-forecast',
      day: 2,
      time: '09:00',
      title: 'Forecast: accelerator spending to reach $310 billion next year',
      summary: 'We raise our estimate by $20 billion; halls open later than planned, but they open.',
      author: 'Ewa Korhonen',
      body: (on) => `
We expect companies to spend $310 billion on AI accelerators in ${on.year(1)}, $20 billion more than we forecast in the summer and 38% more than this year's $225 billion.

The revision rests on orders. The eight largest buyers have committed to 6.8 million accelerators for delivery in ${on.year(1)}, about three quarters of what manufacturers can package. Packaging, not wafers, sets the limit: capacity grows to between 115,000 and 125,000 wafers a month by the end of ${on.year(1)}.

Power delays some of it. We assume that the average site opens three months late, and that owners store chips rather than cancel them. Should the delay be six months, our number would fall to about $280 billion.

The share of chips that buyers design themselves rises to 22%, from 16% this year. For every dollar spent on accelerators, another 31 cents go to the network that joins them.

For ${on.year(2)} we publish a range only: $340 billion to $410 billion.
`,
    },
  ],
};
