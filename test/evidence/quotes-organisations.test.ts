import { expect, it } from 'vitest';
import { quotesIn } from '../../src/evidence/quotes.ts';

type Row = readonly [text: string, speaker: string | null, role: string | null, organisation: string | null];

/** Invented reports: whose somebody is where only the sentences before tell it. */
const POINTED: readonly Row[] = [
  // A number is no house.
  [
    '"My bore dropped four metres the year they came," said Perpetua Anselm, a farmer with 90 hectares on Tannery Road.',
    'Perpetua Anselm',
    'farmer',
    null,
  ],
  // "Our" is the writer's, whatever else of theirs is named nearer.
  [
    'Customers of Tessin Cloud could not log in to our Lugano North region.\n\n"We are sorry," said Ada Brandt, our head of operations.',
    'Ada Brandt',
    'head of operations',
    'Tessin Cloud',
  ],
  [
    'Corvane Grid raised its forecast. Shares of Corvane rose.\n\nThe chief executive, Ada Brandt, said: "We are full."',
    'Ada Brandt',
    'chief executive',
    'Corvane Grid',
  ],
  [
    'Corvane Grid raised its forecast.\n\n"We are full," said Ada Brandt, the company\'s chief executive.',
    'Ada Brandt',
    'chief executive',
    'Corvane Grid',
  ],
  [
    'Tessin Power opened a plant in Lugano.\n\n"It runs," said Omar Haddad, chief operating officer.',
    'Omar Haddad',
    'chief operating officer',
    'Tessin Power',
  ],
  [
    'Tessin Power opened a plant. It will serve Orlo Cloud.\n\nChief Financial Officer Hana Suzuki said: "It runs well."',
    'Hana Suzuki',
    'Chief Financial Officer',
    'Tessin Power',
  ],
  [
    'Brightwater Fund bought a lake. Brightwater paid in cash.\n\nIngrid Moen, the fund\'s investment chief, was glad. "It is cold," she said.',
    'Ingrid Moen',
    'investment chief',
    'Brightwater Fund',
  ],
  [
    'Varga Labs (the company) sold its stake. The company said: "We have what we need."',
    'Varga Labs',
    null,
    'Varga Labs',
  ],
  [
    'Varga Point (the Issuer) offers notes due 2033. The Issuer says: "Nothing is assured here."',
    'Varga Point',
    null,
    'Varga Point',
  ],
  [
    'Asked about the delay, Orlo Cloud was brief.\n\nOrlo replied in writing: "The plan stands as it was."',
    'Orlo Cloud',
    null,
    'Orlo Cloud',
  ],
  [
    'Orlo Cloud denied the report.\n\nAsked about the delay, the company replied in writing: "The plan stands."',
    'Orlo Cloud',
    null,
    'Orlo Cloud',
  ],
  [
    'Lumen Optics sells lasers to Nordlys, its chairman, Wen Tao, told reporters. "We sell all we make," he said.',
    'Wen Tao',
    'chairman',
    'Lumen Optics',
  ],
  [
    'Orlo Cloud built a campus. Power comes from a dam that Nordlys owns.\n\n"It hums," said Orlo\'s general manager for Latin America, Rosa Delgado.',
    'Rosa Delgado',
    'general manager for Latin America',
    'Orlo',
  ],
  ['"It is thin," said Lena Falk, editor of a rival newsletter.', 'Lena Falk', 'editor', null],
  [
    'Orlo\'s head of sales, Marco Bell, her brother as it happens, disagreed. "We are busy," he said.',
    'Marco Bell',
    'head of sales',
    'Orlo',
  ],
  [
    '"We are late," said Helio\'s director of AI Research, Vikram Sethi.',
    'Vikram Sethi',
    'director of AI Research',
    'Helio',
  ],
  [
    '"We are late," said Vikram Sethi, director of AI Research at Helio.',
    'Vikram Sethi',
    'director of AI Research',
    'Helio',
  ],
];

/** Which of several is meant, by its kind, by what is told of it, by whom the text is. */
const KINDS: readonly Row[] = [
  [
    'Vellum Data will build. The Ostrava Grid Commission on Tuesday agreed.\n\n"It is late," said the Commission\'s energy chief, Petra Lang.',
    'Petra Lang',
    'energy chief',
    'Ostrava Grid Commission',
  ],
  [
    'At Arkwright we tested 40 links.\n\nOur lab lead, Jo Marsh, smiled. "It holds," she said.',
    'Jo Marsh',
    'lab lead',
    'Arkwright',
  ],
  [
    'Orlo Cloud built a hall.\n\n"It hums," said the hall\'s facilities manager, Marco Bell.',
    'Marco Bell',
    'facilities manager',
    null,
  ],
  ['Wen Tao founded Varga Labs in a shed. "We had one bench," he says.', 'Wen Tao', null, 'Varga Labs'],
  [
    'Ann Moss, who chairs the cable owners\' forum, was blunt: "They sell it twice."',
    'Ann Moss',
    null,
    "cable owners' forum",
  ],
];

/** What names nobody's organisation stays open. */
const OPEN: readonly Row[] = [
  [
    'Corvane Grid raised its forecast.\n\n"It is a bubble," said Tunde Okafor, an analyst.',
    'Tunde Okafor',
    'analyst',
    null,
  ],
  [
    'Corvane Grid raised its forecast.\n\n"It is a bubble," said Tunde Okafor, a professor of economics.',
    'Tunde Okafor',
    'professor of economics',
    null,
  ],
  ['Corvane Grid raised its forecast.\n\n"Never again," said Mayor Ruth Keller.', 'Ruth Keller', 'Mayor', null],
  ['Corvane Grid raised its forecast.\n\n"Never again," said President Ruth Keller.', 'Ruth Keller', 'President', null],
  [
    'Corvane Grid raised its forecast.\n\n"Never again," said the mayor\'s brother, Carl Nyberg.',
    'Carl Nyberg',
    'brother',
    null,
  ],
  ['"We are full," said the chief executive, Ada Brandt.', 'Ada Brandt', 'chief executive', null],
  ['Prices rose.\n\n"We are full," said Ada Brandt, chief executive.', 'Ada Brandt', 'chief executive', null],
  [
    'Corvane Grid raised its forecast.\n\n"We left early," said Ada Brandt, a former chief executive.',
    'Ada Brandt',
    'former chief executive',
    null,
  ],
];

/** The name's own form, and the one nearest in grammar rather than in place. */
const NAMED: readonly Row[] = [
  ['Corvane Grid rose 4%. Corvane said: "We are full."', 'Corvane Grid', null, 'Corvane Grid'],
  [
    'Corvane Grid rose 4%, according to the research house Halm. Shares of Corvane fell on Friday. The company said: "We are full."',
    'Corvane Grid',
    null,
    'Corvane Grid',
  ],
  [
    'In July, Corvane Grid bought Orlo Cloud. Corvane paid in shares. The company said: "We will be patient."',
    'Corvane Grid',
    null,
    'Corvane Grid',
  ],
  [
    'We cut our target on Corvane Grid to $40.\n\nThe chief financial officer, Marta Lind, told us: "It will pass."',
    'Marta Lind',
    'chief financial officer',
    'Corvane Grid',
  ],
  [
    'Corvane Grid, Orlo and Nordlys Power can build ten sites. Orlo said: "We build slowly and well."',
    'Orlo',
    null,
    'Orlo',
  ],
  [
    'Contract prices rose. Corvane Grid shares fell. The firm said: "We expect a better year."',
    'Corvane Grid',
    null,
    'Corvane Grid',
  ],
  ['"We are full," said Ada Brandt, chief executive of Halden Power.', 'Ada Brandt', 'chief executive', 'Halden Power'],
  ['"We are full," said Ada Brandt, who runs Halden.', 'Ada Brandt', null, 'Halden'],
];

/** Where the name, its last word, an office taken up or what somebody runs tells it. */
const TOLD: readonly Row[] = [
  [
    '"Nothing about this season was normal," said Anna Reyes, who coaches Harwick United.',
    'Anna Reyes',
    null,
    'Harwick United',
  ],
  [
    '"Rates have further to fall," said Governor Elin Strand of the Northern Reserve Bank. The bank\'s deputy governor, Karl Moe, shook his head.',
    'Elin Strand',
    'Governor',
    'Northern Reserve Bank',
  ],
  [
    'The Northern Reserve Bank met. The bank\'s deputy governor, Karl Moe, was careful: "We look at each month."',
    'Karl Moe',
    'deputy governor',
    'Northern Reserve Bank',
  ],
  [
    'Quillon Rail named Asha Patel as its chief executive on Monday. "There is a lot of track to mend," Patel said.',
    'Asha Patel',
    'chief executive',
    'Quillon Rail',
  ],
  [
    'At the Marlowe Institute, which studies tides, director Hannah Beck said: "The sea does not read our reports."',
    'Hannah Beck',
    'director',
    'Marlowe Institute',
  ],
  [
    'Critics of the dam include the Greenwater Trust. "It will drown the valley," said the trust\'s chair, Noor Haddad.',
    'Noor Haddad',
    'chair',
    'Greenwater Trust',
  ],
  [
    'Brighton General Hospital has cancelled 400 operations. "They ring us in tears," said a nurse at the hospital, Joy Mbeki.',
    'Joy Mbeki',
    'nurse',
    'Brighton General Hospital',
  ],
  [
    '"Ask the auditors," snapped Ruth Keller, formerly finance director of Brandt & Sohn and now a partner at Lyle Partners.',
    'Ruth Keller',
    'partner',
    'Lyle Partners',
  ],
  [
    'Vantaly Games will cut 90 jobs, according to a memo by its co-founder, Wren Ito. "I got it wrong," Ito wrote.',
    'Wren Ito',
    'co-founder',
    'Vantaly Games',
  ],
];

it.each([...POINTED, ...KINDS, ...OPEN, ...NAMED, ...TOLD])('%s', (text, speaker, role, organisation) => {
  const quote = quotesIn(text).at(-1);
  expect([quote?.speaker, quote?.role, quote?.organisation]).toEqual([speaker, role, organisation]);
});
