import { describe, expect, it } from 'vitest';
import { quotesIn } from '../../src/evidence/quotes.ts';

type Said = readonly [opening: string, speaker: string | null, role: string | null, organisation: string | null];
type Row = readonly [text: string, ...quotes: Said[]];

/** Invented articles, each with what every quotation begins with, and who spoke it. */
const ARTICLES: Readonly<Record<string, readonly Row[]>> = {
  'people whom no name and no office tells': [
    ['“We were never asked,” wondered one early backer of the plan.', ['We were', null, 'early backer', null]],
    ['“Who pays for the poles?” asked a board attendee after the vote.', ['Who pays', null, 'board attendee', null]],
    [
      'Committee members were plain: “We have taken no application so far,” one council member said.',
      ['We have taken', null, 'council member', null],
    ],
    [
      'Ines Obrador, a Marfa resident, went first. “My well is dry,” Obrador said.',
      ['My well', 'Ines Obrador', 'resident', null],
    ],
    [
      '“There is no trust,” Odalys Brennan-Foy, an organizer for Clean Rivers, said.',
      ['There is', 'Odalys Brennan-Foy', 'organizer', 'Clean Rivers'],
    ],
  ],
  'titles of several words before a name': [
    [
      'Dock Workers’ Union (DWU) national secretary Tony Sheldrake was angry. “It is late,” Mr Sheldrake said.',
      ['It is late', 'Tony Sheldrake', 'national secretary', 'Dock Workers’ Union'],
    ],
    [
      'Corvane Grid director of land and water Odalys Brennan saw no delay. “It is on time,” Ms Brennan said.',
      ['It is on', 'Odalys Brennan', 'director of land and water', 'Corvane Grid'],
    ],
  ],
  'names that are told in another way': [
    [
      'OSLO (Civic Wire)--Halden Corp. (HLD) Chief Executive Mara Lindqvist denied it. "We grow," Lindqvist said.',
      ['We grow', 'Mara Lindqvist', 'Chief Executive', 'Halden Corp.'],
    ],
    [
      'Halden Corp.’s chief executive said that orders were “a little better than we feared”.',
      ['a little', null, 'chief executive', 'Halden Corp.'],
    ],
    [
      'Prices hold, Halden’s CFO Stacy Brandt said on Monday.\n\n“When a country does well, you do well,” he said.',
      ['When a', 'Stacy Brandt', 'CFO', 'Halden'],
    ],
    [
      '“Every region will gain,” Tomas Brandl, founder and CEO of Halden said.',
      ['Every region', 'Tomas Brandl', 'founder and CEO', 'Halden'],
    ],
    [
      '“We welcome them,” said Sheikh Nasser bin Hamad Al Farsi, chairman of Halden.',
      ['We welcome', 'Nasser bin Hamad Al Farsi', 'chairman', 'Halden'],
    ],
  ],
  'bodies with long names, and several at once': [
    [
      'The Tessin Administration for Water Supply said it “knows what was agreed in May”.\n\n“It will not do,” the regulator added.',
      ['knows', 'Tessin Administration for Water Supply', null, 'Tessin Administration for Water Supply'],
      ['It will', 'Tessin Administration for Water Supply', null, 'Tessin Administration for Water Supply'],
    ],
    [
      'Congresswoman Ana Brodie and two colleagues sent a letter. “We ask for the plans,” the lawmakers write.',
      ['We ask', null, 'lawmakers', null],
    ],
    [
      '“It is not people,” said Tomas Brandl, director for Customer Services at Halden.',
      ['It is', 'Tomas Brandl', 'director for Customer Services', 'Halden'],
    ],
    [
      'The report has remarks by Tomas Brandl who is Halden’s head of research. Mr Brandl called it “a fine place for halls”.',
      ['a fine', 'Tomas Brandl', 'head of research', 'Halden'],
    ],
  ],
  'names and titles of other countries': [
    [
      'Chairman Liao Wen-hsiung of Halden spoke on Thursday. “No customer has cancelled a rack,” Mr Liao said.',
      ['No customer', 'Liao Wen-hsiung', 'Chairman', 'Halden'],
    ],
    [
      'Yip Kar-wai leaves Halden Cloud after six years. He will be followed by Melissa Brandt, now its finance director. Ms Brandt said that it would “finish what is half-built”.',
      ['finish', 'Melissa Brandt', 'finance director', 'Halden Cloud'],
    ],
    [
      'Mrs Justice Halloran gave judgment. “The memoranda were read and forgotten,” Mrs Justice Halloran wrote.',
      ['The memoranda', 'Halloran', 'Justice', null],
    ],
    [
      'The regulator, the Bundesamt für Netze, cut its fee. It said that the old one “would have kept out the small”.',
      ['would have', 'Bundesamt für Netze', null, 'Bundesamt für Netze'],
    ],
    ['“It is too wide,” said Cllr Tom Brandl.', ['It is too', 'Tom Brandl', 'Cllr', null]],
  ],
  'what is told beside a name and is not theirs': [
    [
      'Glenda Marsh, 74, whose husband worked in the mill, would not go again. “It was the smoke,” Marsh said.',
      ['It was', 'Glenda Marsh', null, null],
    ],
    [
      'Residents’ chairwoman Helen Marsh counted lorries. “We asked for a road,” Marsh said.',
      ['We asked', 'Helen Marsh', 'chairwoman', null],
    ],
    [
      'The operator, Redes del Norte, is not pleased, according to its planning director, Tomas Brandl. “It is full,” he said.',
      ['It is full', 'Tomas Brandl', 'planning director', 'Redes del Norte'],
    ],
    [
      '“It is a number to live with,” said Tomas Brandl, who heads the Bremen developer Halden.',
      ['It is a', 'Tomas Brandl', null, 'Halden'],
    ],
    [
      'The bank kept its rating. “One quarter is no thesis,” wrote its analyst Maria Contractor.',
      ['One quarter', 'Maria Contractor', 'analyst', null],
    ],
  ],
  'words that are only denied': [
    [
      'Minister Ana Brodie denied a report that her office had signed “some form of early agreement” with Corvane.',
      ['some form', null, null, null],
    ],
    [
      'Minister Ana Brodie rejected claims by Tomas Brandl that the grid was “a museum piece at best”.',
      ['a museum', 'Tomas Brandl', null, null],
    ],
    [
      'Ana Brodie, the minister, has denied Tomas Brandl’s claim that the grid was “a museum piece at best”.',
      ['a museum', 'Tomas Brandl', null, null],
    ],
    [
      'Minister Ana Brodie denied having called the grid “a museum piece at best”.',
      ['a museum', 'Ana Brodie', 'Minister', null],
    ],
  ],
  'an apposition after the name': [
    [
      '“We ran out of transformers before we ran out of land,” said Mara Lindqvist, head of energy at Helio Cloud. “Nobody saw it coming.”',
      ['We ran out', 'Mara Lindqvist', 'head of energy', 'Helio Cloud'],
      ['Nobody saw', 'Mara Lindqvist', 'head of energy', 'Helio Cloud'],
    ],
    [
      '"The queue is nine years long," Tunde Okafor, an analyst at Ledger Insight, told Grid Weekly.',
      ['The queue', 'Tunde Okafor', 'analyst', 'Ledger Insight'],
    ],
    [
      '“It is a land rush,” said Bernhard Koch, a professor of electrical engineering at the University of Tessin.',
      ['It is a land', 'Bernhard Koch', 'professor of electrical engineering', 'University of Tessin'],
    ],
    [
      'Vikram Sethi, senior vice president of cloud infrastructure at Northwind, said: "We build as fast as the utilities let us."',
      ['We build', 'Vikram Sethi', 'senior vice president of cloud infrastructure', 'Northwind'],
    ],
    [
      '“Water is the next fight,” said Rosa Delgado, 47, who chairs the Marfa Water Board.',
      ['Water is', 'Rosa Delgado', null, 'Marfa Water Board'],
    ],
    [
      '“Cheap power is gone,” said Carl Nyberg, the co-founder and chief executive of Tenrix, which makes inference chips.',
      ['Cheap power', 'Carl Nyberg', 'co-founder and chief executive', 'Tenrix'],
    ],
    [
      '“Prices will fall,” said Hana Suzuki, managing partner of Bellwether Capital.',
      ['Prices will', 'Hana Suzuki', 'managing partner', 'Bellwether Capital'],
    ],
    [
      '“Nobody models this,” said Omar Haddad, who heads data center research at Bellwether Capital.',
      ['Nobody models', 'Omar Haddad', null, 'Bellwether Capital'],
    ],
    [
      '“The memory is the machine,” said Grace Adeyemi, vice president of AI Research at Arcturus.',
      ['The memory', 'Grace Adeyemi', 'vice president of AI Research', 'Arcturus'],
    ],
    [
      '“Nothing idles,” said Grace Adeyemi, Arcturus’s head of AI Research.',
      ['Nothing idles', 'Grace Adeyemi', 'head of AI Research', 'Arcturus'],
    ],
    [
      '“Rates must hold,” said Helen Marsh, chair of the Ohio Power and Water Commission.',
      ['Rates must', 'Helen Marsh', 'chair', 'Ohio Power and Water Commission'],
    ],
    ['“We are not a utility,” said Northwind’s Paul Ferris.', ['We are not', 'Paul Ferris', null, 'Northwind']],
    [
      '“Every substation is full,” said Ann Moss of Ledger Insight.',
      ['Every substation', 'Ann Moss', null, 'Ledger Insight'],
    ],
  ],
  'a title before the name': [
    [
      '"This is our largest order," Northwind CEO Priya Raman said in a statement.',
      ['This is our', 'Priya Raman', 'CEO', 'Northwind'],
    ],
    [
      '“We sold every rack,” said Helio chief financial officer Jonas Vidal.',
      ['We sold', 'Jonas Vidal', 'chief financial officer', 'Helio'],
    ],
    [
      '“Demand is not slowing,” Arcturus Chief Executive Officer Li Wen told analysts on Tuesday.',
      ['Demand is', 'Li Wen', 'Chief Executive Officer', 'Arcturus'],
    ],
    [
      '“The grid was built for toasters,” joked former Helio engineer Tom Achebe.',
      ['The grid', 'Tom Achebe', 'former engineer', 'Helio'],
    ],
    [
      'Bellwether Capital analyst Ines Moreau wrote in a note: “The lease is longer than the life of the chips.”',
      ['The lease', 'Ines Moreau', 'analyst', 'Bellwether Capital'],
    ],
    ['“We asked for a pause,” said Mayor Dana Whitfield.', ['We asked', 'Dana Whitfield', 'Mayor', null]],
    [
      'The company’s chief executive, Jonas Vidal, was blunt: “We overbuilt.”',
      ['We overbuilt', 'Jonas Vidal', 'chief executive', null],
    ],
    [
      'Tenrix’s founder, Ines Moreau, called the round “a bet on patience, not on hype.”',
      ['a bet on', 'Ines Moreau', 'founder', 'Tenrix'],
    ],
    [
      'Helio opened its first campus in Ohio. The company’s co-founder and chief technology officer, Li Wen, called it “the first of a dozen.”',
      ['the first of', 'Li Wen', 'co-founder and chief technology officer', 'Helio'],
    ],
    [
      '“It is a matter of security,” said former secretary of energy Ruth Keller.',
      ['It is a matter', 'Ruth Keller', 'former secretary of energy', null],
    ],
  ],
  'a speaker without a name': [
    ['“We do not comment on leases,” said a spokesperson for Helio.', ['We do not', null, 'spokesperson', 'Helio']],
    [
      'A Northwind spokeswoman said the company “remains committed to the region.”',
      ['remains committed', null, 'spokeswoman', 'Northwind'],
    ],
    [
      '“Our margins will recover,” the Arcturus chief financial officer said on a call.',
      ['Our margins', null, 'chief financial officer', 'Arcturus'],
    ],
    [
      '“They ordered twice what they need,” said a person familiar with the matter.',
      ['They ordered', null, 'person', null],
    ],
    [
      '“We were told to wait,” said one engineer at the Port Mercer plant.',
      ['We were told', null, 'engineer', 'Port Mercer plant'],
    ],
    [
      'Stratus Grid, a developer of data centers, said it had “run out of patience with the queue.”',
      ['run out of', 'Stratus Grid', null, 'Stratus Grid'],
    ],
    [
      'Chipmaker Tenrix Micro said in a filing that demand was “ahead of every plan we had.”',
      ['ahead of', 'Tenrix Micro', null, 'Tenrix Micro'],
    ],
    [
      'Helio said in a blog post that it was “pausing new leases until the spring.”',
      ['pausing new', 'Helio', null, 'Helio'],
    ],
  ],
  'pronouns, surnames and titles': [
    [
      'Mara Lindqvist runs energy purchasing at Helio Cloud. Tunde Okafor follows the sector for Ledger Insight.\n\n“We pay for the wires too,” Lindqvist said. She added: “All of them.”',
      ['We pay', 'Mara Lindqvist', null, 'Helio Cloud'],
      ['All of them', 'Mara Lindqvist', null, 'Helio Cloud'],
    ],
    [
      'Jonas Vidal, Helio’s chief executive, met Senator Ruth Keller on Monday.\n\n“He made his case,” she told reporters. “I made mine.”\n\nThe chief executive said it had been “a frank and useful hour.”',
      ['He made', 'Ruth Keller', 'Senator', null],
      ['I made mine', 'Ruth Keller', 'Senator', null],
      ['a frank and', 'Jonas Vidal', 'chief executive', 'Helio'],
    ],
    [
      'Dr. Amal Farouk, a cooling researcher at the Delft Institute, has measured it. “The pumps draw more than the fans did,” Farouk said.',
      ['The pumps', 'Amal Farouk', 'cooling researcher', 'Delft Institute'],
    ],
    [
      'Priya Raman became chief executive of Northwind in May. “I inherited a queue,” she said, “and a very long one.” It has grown since.',
      ['I inherited', 'Priya Raman', 'chief executive', 'Northwind'],
      ['and a very', 'Priya Raman', 'chief executive', 'Northwind'],
    ],
    [
      'Kevin Holt of Arcturus and Anna Berg of Helio disagreed. “It is a bubble,” Holt said. “It is not,” Berg replied. “Look at the backlog.”',
      ['It is a bubble', 'Kevin Holt', null, 'Arcturus'],
      ['It is not', 'Anna Berg', null, 'Helio'],
      ['Look at', 'Anna Berg', null, 'Helio'],
    ],
  ],
  'a longer memory': [
    [
      'Tobi Lehmann did not mince words. “It is a scandal,” Lehmann, the head of the Rhine Grid Agency, told reporters.',
      ['It is a scandal', 'Tobi Lehmann', 'head', 'Rhine Grid Agency'],
    ],
    [
      'Helio opened its first campus in Ohio. The company said in a statement that it was “proud of every weld.”',
      ['proud of', 'Helio', null, 'Helio'],
    ],
    [
      'Nadia Petrov is chief technology officer of Lumen Forge. “I sleep near the racks,” the 38-year-old said.',
      ['I sleep', 'Nadia Petrov', 'chief technology officer', 'Lumen Forge'],
    ],
    [
      '“The chips are the cheap part,” quips Nadia Petrov, CTO of Lumen Forge. Petrov’s counterpart at Tenrix, Diego Alvarez, disagrees: “Tell that to my board.”',
      ['The chips', 'Nadia Petrov', 'CTO', 'Lumen Forge'],
      ['Tell that', 'Diego Alvarez', 'counterpart', 'Tenrix'],
    ],
    [
      'The Department of Energy’s loan office chief, Marcus Bell, said: “We do not subsidise chatbots.”',
      ['We do not', 'Marcus Bell', 'loan office chief', 'Department of Energy'],
    ],
    [
      'In a blog post, Helio Cloud co-founder Rafael Ortiz wrote, “We owe customers a better explanation.”',
      ['We owe', 'Rafael Ortiz', 'co-founder', 'Helio Cloud'],
    ],
    [
      '“It is musical chairs,” said one executive at a large cloud provider, who asked not to be named.',
      ['It is musical', null, 'executive', null],
    ],
    [
      'Stratus Grid chairman Elias Brandt, 61, stepped down. “It was the privilege of my life,” he wrote to staff. His successor, former Arcturus executive Sunita Rao, said she planned to “keep the lights on, literally.”',
      ['It was', 'Elias Brandt', 'chairman', 'Stratus Grid'],
      ['keep the', 'Sunita Rao', 'former executive', 'Arcturus'],
    ],
  ],
  'forms of interviews, panels and filings': [
    ['Priya Raman (CEO, Northwind): “We are long power.”', ['We are long', 'Priya Raman', 'CEO', 'Northwind']],
    [
      'Courier: How long will it last?\n\nPriya Raman: “Two more years, at least.”\n\nCourier: And then?\n\nRaman: “Then we go home.”',
      ['Two more', 'Priya Raman', null, null],
      ['Then we', 'Priya Raman', null, null],
    ],
    [
      'Those bets are “a game for the very patient,” Jensen Park, chief executive of chipmaker Lumen Forge, told an audience in Taipei.',
      ['a game for', 'Jensen Park', 'chief executive', 'Lumen Forge'],
    ],
    [
      'As one Arcturus engineer put it: “You cannot rack what you cannot plug in.”',
      ['You cannot rack', null, 'engineer', 'Arcturus'],
    ],
    [
      'Pell’s said in a report that “leverage will rise.” Ledger & Sons analyst Wendy Tao agreed, warning of “a wall of maturities in 2028.”',
      ['leverage will', 'Pell’s', null, 'Pell’s'],
      ['a wall of', 'Wendy Tao', 'analyst', 'Ledger & Sons'],
    ],
  ],
  'roles with more to them': [
    [
      'Officials at the Ohio Grid Authority said the request was “far outside any plan we have.”',
      ['far outside', null, 'Officials', 'Ohio Grid Authority'],
    ],
    [
      '“It is a puddle, not a moat,” said venture capitalist Sam Keane, who has backed three rivals of the company.',
      ['It is a puddle', 'Sam Keane', 'venture capitalist', null],
    ],
    [
      'Marcus Bell, a spokesman for the Department of Energy, did not answer. In a letter dated May 4, the agency’s deputy secretary, Ruth Keller, wrote that the loans were “secured by real assets.”',
      ['secured by', 'Ruth Keller', 'deputy secretary', 'Department of Energy'],
    ],
    [
      '“Our customers buy tokens,” said Yusuf Demir, general manager, AI Infrastructure, at Arcturus.',
      ['Our customers', 'Yusuf Demir', 'general manager', 'Arcturus'],
    ],
    [
      '“This will be felt,” said the minister for digital affairs, Lena Fischer.',
      ['This will', 'Lena Fischer', 'minister for digital affairs', null],
    ],
  ],
  'other reporting clauses': [
    [
      'Co-founder Ada Brandt told The Courier that “the bottleneck is power, not silicon.”',
      ['the bottleneck', 'Ada Brandt', 'Co-founder', null],
    ],
    [
      'According to Omar Haddad, an economist at the Grid Institute, “households pay a third of it.”',
      ['households pay', 'Omar Haddad', 'economist', 'Grid Institute'],
    ],
    [
      '“A year is nothing,” according to Ann Moss, Helio’s head of procurement.',
      ['A year is', 'Ann Moss', 'head of procurement', 'Helio'],
    ],
    [
      'Tom Achebe wrote in a post on LinkedIn: “Liquid cooling is plumbing, and plumbers are scarce.”',
      ['Liquid cooling', 'Tom Achebe', null, null],
    ],
    [
      '“The turbines are sold out,” as Carl Nyberg put it, “until the end of the decade.”',
      ['The turbines', 'Carl Nyberg', null, null],
      ['until the end', 'Carl Nyberg', null, null],
    ],
    [
      'Grace Adeyemi, speaking at a conference in Oslo, warned that “the next rack will need its own substation.”',
      ['the next rack', 'Grace Adeyemi', null, null],
    ],
    [
      '“We signed at midnight.”\n\n— Rosa Delgado, chief operating officer, Stratus Grid',
      ['We signed', 'Rosa Delgado', 'chief operating officer', 'Stratus Grid'],
    ],
    [
      'Asked whether the plant would open in May, Hana Suzuki laughed. “Ask the fire marshal,” she said.',
      ['Ask the', 'Hana Suzuki', null, null],
    ],
  ],
};

for (const [kind, rows] of Object.entries(ARTICLES)) {
  describe(`who spoke, by ${kind}`, () => {
    it.each(rows.map(([text, ...quotes]) => ({ text, quotes })))('$text', ({ text, quotes }) => {
      const found = quotesIn(text).map(({ text: said, speaker, role, organisation }) => [
        said,
        speaker,
        role,
        organisation,
      ]);
      expect(found).toEqual(
        quotes.map(([opening, ...who]) => [expect.stringMatching(new RegExp(`^${opening}`)), ...who]),
      );
    });
  });
}
