import type { Publisher } from '../publisher.ts';

export const sableRiver: Publisher = {
  id: 'sable-river',
  name: 'Sable River Power',
  tagline: 'Newsroom of Sable River Power',
  kind: 'utility',
  topics: ['power'],
  feed: {
    format: 'rss',
    file: 'news.xml',
    content: 'summary',
    validator: 'etag',
    links: 'absolute',
    ids: 'none',
    dates: 'dublin-core',
  },
  page: { metadata: 'visible', frame: 'div' },
  pieces: [
    {
      slug: 'northwind-agreement',
      day: 3,
      time: '07:00',
      title: 'Sable River Power and Northwind Cloud sign agreement for 2.4 gigawatts',
      summary: 'Ten-year supply for a campus near Lima, backed by a minimum payment of 85%.',
      author: null,
      body: (on) => `
Sable River Power will supply Northwind Cloud with 2.4 gigawatts for a campus near Lima, Ohio. Service begins with 600 megawatts in the third quarter of ${on.year(1)}.

The customer guarantees payment for at least 85% of the contracted energy over ten years and advances $640 million for new equipment, which Sable River will own and operate.

"This is the first contract in our 94 years in which the customer carries the risk from the first day," said Dale Whitcomb, chief executive of Sable River Power.

With the agreement the utility raises its forecast of sales growth to 9% to 11% a year through ${on.year(3)}, from 4% before. Its investment plan for the same period rises by $3.2 billion to $14.6 billion.

Sable River will file the tariff with the Ohio commission within 30 days. The company serves 1.7 million homes and businesses.
`,
    },
    {
      slug: 'findlay-line-upgrade',
      day: 1,
      time: '10:00',
      title: 'New wires on old towers: Findlay line to carry twice the power',
      summary: 'Reconductoring 68 miles costs $96 million, a quarter of the price of a new line.',
      author: null,
      body: (on) => `
Sable River Power will replace the conductors on 68 miles of line between Findlay and Mansfield and so double what the line can carry to 2,600 megawatts without a single new tower.

The work costs $96 million, about a quarter of the price of a new line, and takes 13 months. A new line would have needed seven to nine years, mostly for permits.

The new conductors have a core of carbon fibre instead of steel. They sag less when they are hot, which is when the power is needed. "The towers have been there since 1958 and never knew what they could do," said Laurel Finch, who heads transmission at Sable River Power.

Work begins in ${on.month(4)}. About 40,000 customers will be supplied over other lines for up to three weeks; no interruptions are planned.

Sable River has looked at all of its 345-kilovolt lines and found that 410 miles of them, nearly a fifth, could be treated in the same way by ${on.year(4)}.
`,
    },
  ],
};
