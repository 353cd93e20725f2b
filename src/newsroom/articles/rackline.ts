import type { Publisher } from '../publisher.ts';
import { exportRuleByWire } from './meridian-wire.ts';

/** Its content system knows ISO 8859-1 only: straight quotes and plain dashes throughout. */
export const rackline: Publisher = {
  id: 'rackline',
  name: 'Rackline',
  tagline: 'Servers, cooling, cables',
  kind: 'news',
  topics: ['data-centres', 'networks', 'chips'],
  feed: {
    format: 'rss',
    file: 'rss.xml',
    movedFrom: 'feed',
    content: 'full',
    validator: 'last-modified',
    links: 'absolute',
    ids: 'opaque',
    dates: 'loose',
    charset: 'iso-8859-1',
  },
  page: { metadata: 'meta', frame: 'div' },
  pieces: [
    {
      slug: 'northwind-lima-campus',
      day: 3,
      time: '07:20',
      title: "What 2.4 gigawatts looks like: inside Northwind's plan for Lima",
      summary: 'Sixteen halls, liquid-cooled racks of 240 kilowatts and a substation with six transformers.',
      author: 'René Aubert',
      body: (on) => `
The 2.4 gigawatts that Northwind Cloud has secured in Ohio will feed 16 halls on 1,150 acres of former soybean fields near Lima, planning documents show.

Each hall is laid out for 150 megawatts and for racks that draw up to 240 kilowatts, up from 132 kilowatts in most of the company's halls. The first four halls match the 600 megawatts that Sable River Power is to deliver from the third quarter of ${on.year(1)}; the last are to open by ${on.year(3)}.

The site gets a substation of its own with six transformers, for which Northwind advances $640 million together with the line. It ordered them in ${on.year(-2)}, long before it had a site.

"We bought the transformers first and then went looking for a place to put them," Mara Lindqvist, head of energy at Northwind Cloud, told Rackline.

Heat leaves the halls through some 2,600 dry coolers, so that the campus should use no more than 9 million litres of water a year. That is remarkably little, and it costs power: the planners reckon with a PUE of 1.16, against 1.09 at Northwind's newest site in Finland.

"Dry cooling in an Ohio August is a brave choice," said Felipe Duarte, a cooling engineer at the consultancy Thermal North. "On the ten hottest days they will have to throttle 5% to 8% of the machines."
`,
    },
    {
      slug: 'helio-capital-plan',
      day: 3,
      time: '09:05',
      title: 'Helio to spend $41 billion next fiscal year, suppliers told',
      summary: 'Orders for racks and optics suggest a bigger plan than last year by half.',
      author: 'Mona Steiner',
      body: (on) => `
Helio has told its biggest suppliers to plan for capital spending of $41 billion in fiscal ${on.year(1)}, two people at companies that build its racks said.

The number came up in a meeting at Helio's offices on ${on.weekday(-4)}, at which about 30 suppliers were asked to reserve capacity. It compares with spending of $27 billion in fiscal ${on.year()}.

"They want it in writing within a week, with penalties," said one of the people, an executive at a maker of cold plates who asked not to be named.

Helio will take 9,000 racks in the first half of the year and up to 14,000 in the second, according to a slide that Rackline has seen. Nearly all of them are cooled by liquid. The slide gives no prices.

For Skerry Networks, which sells Helio most of its switches, the plan could mean orders of $2 billion to $2.5 billion, Ivana Petrov of the broker Fjordbank estimated.

Helio declined to comment. Its results are due at the end of January.
`,
    },
    {
      slug: 'helio-reno-restored',
      day: 3,
      time: '08:40',
      title: 'Helio has Reno running again, and will give credits of $55 million',
      summary: 'All but 1,400 accelerators run again; customers get credits and the pumps a second brain.',
      author: 'René Aubert',
      body: (on) => `
Helio's data centre in Reno is running again with all but 1,400 of its 38,000 accelerators, two days after its pumps stopped, and the company will give customers credits of $55 million.

The machines that are still dark overheated when the flow stopped. Their cold plates warped and have to be replaced, which takes until ${on.weekday(6)}, Helio said in a report on the incident.

Coolant reached 71°C within four minutes. The servers shut themselves down at 68°C, as they should, but the power supplies in two rows did not, the report says.

"Four minutes is all you get with liquid, where air gave you twenty," said Thandiwe Okafor, Helio's vice-president for infrastructure. "We had designed for a pump that fails. We had not designed for 64 that obey."

By the end of the first quarter of ${on.year(1)} each of the eight sites is to get a second set of controllers from another maker, at a cost of about $120 million. Updates will go to one loop at a time and wait 24 hours before the next.

The site earns about $240 million a quarter, people in the trade estimate, so that the credits cost more than a fifth of that. Customers with contracts of more than $1 million a month get twice the rate.
`,
    },
    {
      slug: 'helio-reno-cause',
      day: 2,
      time: '16:40',
      title: 'One update, 64 pumps: what stopped Helio in Reno',
      summary: 'The new version read the flow in litres where the sensors sent gallons.',
      author: 'René Aubert',
      body: (on) => `
The pumps at Helio's Reno data centre stopped because a new version of their control software took gallons for litres, according to a notice that the maker of the controllers sent to its customers.

The software, installed on ${on.weekday(-1)} at 03:30 UTC, read the flow as nearly four times too low, took that for a burst pipe and shut all 64 pumps to limit the damage, the notice from Valtera Controls says.

Helio had 24,500 of the site's 38,000 accelerators running by the afternoon, up from 19,000 in the morning. It refills the loops by hand, since bubbles in a cold plate can destroy a processor within seconds.

"We tested the update on a rig that was made in Europe," said Joost Verhagen, chief engineer of Valtera Controls. "It never occurred to anybody that the sensors in Nevada speak gallons."

Valtera has withdrawn the version. About 210 sites of other companies had downloaded it, of which 11 had installed it; none of them lost cooling, because they update one loop at a time.
`,
    },
    {
      slug: 'helio-reno-outage',
      day: 1,
      time: '08:20',
      title: 'Cooling failure shuts Helio site in Reno',
      summary: 'About 38,000 accelerators went down within minutes early on the day.',
      author: 'René Aubert',
      body: (on) => `
A cooling failure has shut Helio's data centre in Reno, Nevada. About 38,000 accelerators went down within minutes at 03:40 UTC on ${on.weekday()}, the company said on its status page.

Nobody was hurt and nothing burned. All pumps in the liquid-cooling loops stopped at once, according to two customers who were told of the cause, and the servers switched themselves off.

Reno is the second-largest of Helio's eight sites and draws up to 92 megawatts. Most of it is rented to companies that train models of their own. Helio's assistant slowed down for about 40 minutes while other sites took over.

"We lost a run that had been going for 19 days," said Amira Castellanos, head of research at the drug-discovery company Foldwright. "The last checkpoint was eleven hours old, so it could have been worse."

Helio said that it would not restart before it knew why the pumps stopped. It will inform customers again on ${on.weekday(1)}.
`,
    },
    {
      slug: 'us-licences-ai-clusters',
      day: 2,
      time: '15:05',
      title: 'US to require licences for exports of AI clusters above 50,000 accelerators',
      summary: 'By Meridian Wire.',
      author: 'Meridian Wire',
      body: exportRuleByWire,
    },
    {
      slug: 'skerry-optical-switch',
      day: 1,
      time: '11:00',
      title: 'Skerry moves the laser out of the switch and saves a third of its power',
      summary: 'The 102.4 Tbps switch draws 1.9 kW; lasers sit in a drawer that can be swapped.',
      author: 'Mona Steiner',
      body: (on) => `
Skerry Networks has shown a switch that needs a third less power than the one it replaces, because its lasers no longer sit beside the chip that gets hot.

The switch moves 102.4 terabits per second through 64 ports and draws 1.9 kilowatts. Its predecessor, with plug-in optics, took 2.85 kilowatts for the same traffic. In a cluster of 100,000 accelerators the difference adds up to roughly 6 megawatts, Skerry says.

Optics built into the package have been promised for a decade and bought by few, since a dead laser used to mean a dead switch. Skerry puts the 16 lasers into a drawer at the front.

"A technician with cold fingers can swap it in 40 seconds," said Anneke Brouwer, chief executive of Skerry Networks. "That sentence sold more switches than any figure on the slide."

Two cloud companies are testing the switch, and volume production is to begin in the second quarter of ${on.year(1)}. Skerry did not give a price. Resellers expect it to cost between $95,000 and $110,000, about 20% more than a switch with plug-in optics and half of those optics.
`,
    },
  ],
};
