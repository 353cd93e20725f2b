import type { Publisher } from '../publisher.ts';

export const northwind: Publisher = {
  id: 'northwind',
  name: 'Northwind Cloud',
  tagline: 'News from Northwind Cloud',
  kind: 'vendor',
  topics: ['cloud'],
  feed: {
    format: 'atom',
    file: 'blog.atom',
    content: 'summary',
    validator: 'etag',
    links: 'relative',
    ids: 'opaque',
  },
  page: { metadata: 'meta', frame: 'article' },
  pieces: [
    {
      slug: 'ohio-power-agreement',
      day: 3,
      time: '06:55',
      title: 'Our largest power agreement yet: 2.4 GW in Ohio',
      summary: 'Northwind Cloud and Sable River Power have signed a ten-year agreement.',
      author: null,
      body: (on) => `
Northwind Cloud has signed its largest power agreement to date: 2.4 gigawatts from Sable River Power for a new campus near Lima, Ohio, until ${on.year(10)}.

The first 600 megawatts will be delivered in the third quarter of ${on.year(1)}, and the full amount by ${on.year(3)}. We are advancing $640 million for a substation and a line, so that other customers of the utility carry none of the cost.

“Our customers ask for capacity in places where they can plan for ten years,” said Mara Lindqvist, head of energy at Northwind Cloud. “Ohio said yes, and said when.”

The agreement brings the power that we have under contract to 7.5 gigawatts. 58% of it comes from nuclear, wind and solar sources, and we aim for 75% by the end of ${on.year(4)}.

Construction will employ about 1,100 people. We will train up to 300 of them together with Lima’s community college for permanent jobs on the campus and with our suppliers.
`,
    },
    {
      slug: 'racks-of-240-kilowatts',
      day: 2,
      time: '17:00',
      title: 'How we cool a rack of 240 kilowatts',
      summary: 'Warm water, fewer fans and a PUE of 1.09 in Finland.',
      author: null,
      body: (on) => `
Our newest hall in Kotka, Finland, holds racks that draw 240 kilowatts each, up from 132 kilowatts in the halls that we opened in ${on.year(-1)}. This is what we learned.

Water comes in at 32°C and leaves at 45°C. Because the inlet is warm, the hall needs no chillers on all but about 40 hours a year, and its PUE over the first six months was 1.09.

Fans disappeared from the servers altogether. That saves between 6% and 8% of their power and, as our technicians noted first, lets two people in the aisle talk to each other.

“With the fans gone you can hear a drip from the other end of the aisle,” said Ilkka Saarinen, principal engineer at Northwind Cloud. “We found eleven leaks that way in the first week.”

## What went wrong

One in 400 couplings wept in the first month. The maker had changed a gasket, and we replaced 3,200 of them. Since then we test every batch at 1.5 times the working pressure for 72 hours.

The heat goes to the town. Kotka’s district heating takes up to 38 megawatts in winter, enough for roughly 14,000 homes.
`,
    },
    {
      slug: 'amsterdam-office',
      day: 1,
      time: '14:00',
      title: 'Stroopwafels and a steep staircase: our Amsterdam office is open',
      summary: 'Ninety colleagues have a new home on the Prinsengracht.',
      author: 'Femke de Wit',
      body: (on) => `
On ${on.weekday(-1)} we cut the ribbon of our new office in Amsterdam, and then ate it, since it was made of marzipan.

Ninety colleagues from sales, support and finance now work in a former tea warehouse of 1891 on the Prinsengracht. It has four floors, a boat and the steepest staircase that any of us has ever carried a monitor up.

“I have worked from my kitchen for five years, and my kitchen is glad to see me go,” said Femke de Wit, office manager at Northwind Cloud, at the opening party.

A jazz trio played, two hundred stroopwafels were eaten, and the alderman for the economy stayed until the lights went out. If you are in town, come by on a ${on.weekday(3)} at five: the boat leaves whether or not you are on it.
`,
    },
  ],
};
