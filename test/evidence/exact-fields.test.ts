import { describe, expect, it } from 'vitest';
import { verify } from '../../src/evidence/verify.ts';

type Story = { readonly text: string; readonly says: readonly string[]; readonly never: readonly string[] };

const STORIES: Readonly<Record<string, Story>> = {
  'a copy but for one name is of another': {
    text: 'Corvane Grid held talks on Monday. Marlow Power led the bidding by roughly 20 million euros with two rounds to go.',
    says: ['Marlow led the bidding by roughly 20 million euros with two rounds to go.'],
    never: ['Corvane Grid led the bidding by roughly 20 million euros with two rounds to go.'],
  },
  'a copy but for another name of the same stands': {
    text: 'The European Union approved the sale of the cable to two funds on Monday. Britain refused it. Marlow will sell all that it makes in Riga to Amazon Web Services.',
    says: [
      'The EU approved the sale of the cable to two funds on Monday.',
      'Marlow will sell all that it makes in Riga to AWS.',
    ],
    never: [
      'Britain approved the sale of the cable to two funds on Monday.',
      'Marlow will sell all that it makes in Riga without AWS.',
    ],
  },
  'a record sum is that sum, and an initial one is not': {
    text: 'Marlow reported record revenue of $5 billion for the third quarter on Monday. It made an initial payment of $90 million to the builders in Riga.',
    says: ['Marlow reported revenue of $5 billion for the third quarter on Monday.'],
    never: ['It made a payment of $90 million to the builders in Riga.'],
  },
  'who is called by a title and a surname is the same': {
    text: 'Adaeze Oyelaran led the round for the maker of switches in Riga. Ines Brandt stayed out of it.',
    says: ['Ms Oyelaran led the round for the maker of switches in Riga.'],
    never: ['Ms Brandt led the round for the maker of switches in Riga.'],
  },
  'a copy but for a word that says the contrary is false': {
    text: 'Ellery traced the slump to rate increases that made loans dearer for smaller operators.',
    says: ['Ellery traced the slump to rate increases that made loans dearer for smaller operators.'],
    never: ['Ellery traced the slump to rate decreases that made loans dearer for smaller operators.'],
  },
  'who says what is quoted says it in whatever order': {
    text: '"We would rather be late than dark, and our customers know it," Oona Lahti, the chief executive of Ellery, told reporters. Marlow\'s Ada Brandt listened.',
    says: ['Lahti said: "We would rather be late than dark."', 'Oona Lahti said: "our customers know it."'],
    never: ['Brandt said: "We would rather be late than dark."'],
  },
  'a number of four digits is the same with a comma in it': {
    text: 'On 7 August join 2,000 runners in boats on the river for the largest race of the year.',
    says: ['On 7 August join 2000 runners in boats on the river for the largest race of the year.'],
    never: ['On 7 August join 3000 runners in boats on the river for the largest race of the year.'],
  },
  'a unit that one sentence tells is that of a bare number in the next': {
    text: 'The permits for the Lindholm line took nineteen months. The owner had allowed for twelve.',
    says: ['The permits for the Lindholm line took 19 months rather than the 12 that the owner had allowed for.'],
    never: ['The permits for the Lindholm line took 19 months rather than the 14 that the owner had allowed for.'],
  },
  'a sum for a span of time is not so much a year': {
    text: 'Ellery would pay Marlow $265 million over three years. It pays $40 million a year for power.',
    says: ['Ellery would pay Marlow $265 million over three years.'],
    never: ['Ellery would pay Marlow $265 million a year for three years.'],
  },
  'where a number goes up to is no bound': {
    text: 'Guidance for the year moves up to $1.56 billion from $1.4 billion.',
    says: ['Guidance for the year moves to $1.56 billion from $1.4 billion.'],
    never: ['Guidance for the year moves to $1.4 billion from $1.56 billion.'],
  },
  'a bound may stand before what is measured': {
    text: 'Sites that run above a load factor of 85% will get a rebate.',
    says: ['Sites that run at a load factor above 85% will get a rebate.'],
    never: [
      'Sites that run at a load factor below 85% will get a rebate.',
      'Sites that run at a load factor of 85% will get a rebate.',
    ],
  },
  'what words of direction mean hangs on what they are': {
    text: 'Boreal said data centres made up 34% of its orders in the third quarter. Its other orders fell.',
    says: ['Data centres made up 34% of orders at Boreal in the third quarter.'],
    never: ['Data centres made up 43% of orders at Boreal in the third quarter.'],
  },
  'months that end with a quarter are that quarter': {
    text: 'Corvane reported revenue of $412 million for the three months to 30 September, up 38% from a year earlier.',
    says: ['Corvane reported revenue of $412 million for the third quarter, up 38% from a year earlier.'],
    never: ['Corvane reported revenue of $412 million for the second quarter, up 38% from a year earlier.'],
  },
  'the two ends of a span are told both': {
    text: 'Brightline recalled 5,400 power shelves made between March and May.',
    says: ['Brightline recalled 5,400 power shelves made between March and May.'],
    never: ['Brightline recalled 5,400 power shelves made between March and July.'],
  },
  'initials stand for the words that they begin': {
    text: 'Grainger Loop filed on Monday for an initial public offering in New York.',
    says: ['Grainger Loop filed on Monday for an IPO in New York.'],
    never: ['Grainger Loop filed on Monday for an ICO in New York.'],
  },
  'a lawyer has a client and a firm': {
    text: 'Ninefold\'s lawyer, Lydia Fonteyn of Carver Mills, called the ruling "a good day for everybody".',
    says: ['Lydia Fonteyn, a lawyer for Ninefold, called the ruling "a good day for everybody".'],
    never: ['Lydia Fonteyn, a lawyer for Tessaly, called the ruling "a good day for everybody".'],
  },
  'a short form of a quarter is no name': {
    text: 'Corvane said third-quarter sales fell 4% to 127 million euros.',
    says: ["Corvane's Q3 sales fell 4% to €127m."],
    never: ["Corvane's Q2 sales fell 4% to €127m."],
  },
  'what is fined over something is no bound of it': {
    text: 'The regulator has fined Arrowline 12 million pounds for three blackouts in May.',
    says: ['The regulator has fined Arrowline 12 million pounds over three blackouts in May.'],
    never: ['The regulator has fined Arrowline over 12 million pounds for three blackouts in May.'],
  },
  'a letter of millions holds for both ends of a range': {
    text: 'The auditor put the overspend at between 3 million and 5 million kronor.',
    says: ['The auditor put the overspend at between 3m and 5m kronor.'],
    never: ['The auditor put the overspend at between 3m and 6m kronor.'],
  },
  'how often an amount is due may be told apart from it': {
    text: 'Corvane will invest 1.9 billion euros a year in its network.',
    says: ['Corvane will invest 1.9 billion euros annually in its network.'],
    never: ['Corvane will invest 1.9 billion euros monthly in its network.'],
  },
  'a country is known by its adjective, and the other way round': {
    text: "Sweden's navy has leased a hall in Lulea.",
    says: ['The Swedish navy has leased a hall in Lulea.'],
    never: ['The Danish navy has leased a hall in Lulea.'],
  },
  'a people is known by its place': {
    text: 'Isarwerk has asked for a grid connection in Bavaria.',
    says: ['Isarwerk has asked for a Bavarian grid connection.'],
    never: ['Isarwerk has asked for a Moravian grid connection.'],
  },
  'initials that everybody knows name nobody': {
    text: 'Hollin has ordered graphics processors for its new hall.',
    says: ['Hollin has ordered GPUs for its new hall.'],
    never: ['Hollin has ordered NPUs for its new hall.'],
  },
  'a country has letters and an adjective': {
    text: 'The American agency has told the European Commission of its findings.',
    says: ['A U.S. agency has told the EU of its findings.'],
    never: ['A U.K. agency has told the EU of its findings.'],
  },
  'a noun tells a bound as well as a hedge does': {
    text: 'Halden must pay for at least 80% of the power that it reserves.',
    says: ['Halden has an 80% minimum to pay for of the power that it reserves.'],
    never: ['Halden has an 80% maximum to pay for of the power that it reserves.'],
  },
  'a denial turns a bound round': {
    text: 'The rent in Lulea may rise by no more than 3% in any one year.',
    says: ['The rent in Lulea cannot rise by more than 3% in any one year.'],
    never: ['The rent in Lulea cannot rise by less than 3% in any one year.'],
  },
  'so many days to do it in are a term': {
    text: 'Corvane has 28 days to appeal to the court in Graz.',
    says: ['Corvane can appeal to the court in Graz within 28 days.'],
    never: ['Corvane can appeal to the court in Graz after more than 28 days.'],
  },
  'what is talked over or chosen over others is no bound': {
    text: 'Vint chose Harrow and two rivals lost. The two are in talks with Marlow on 700 megawatts.',
    says: ['Vint chose Harrow over two rivals.', 'The two are in talks with Marlow over 700 megawatts.'],
    never: ['The two are in talks with Marlow over more than 700 megawatts.'],
  },
  'a letter of millions holds for the amounts behind it': {
    text: 'The loss at Lasko narrowed to 310 million kronor from 395 million kronor.',
    says: ['The loss at Lasko narrowed to 310m kronor from 395m.'],
    never: ['The loss at Lasko narrowed to 310m kronor from 385m.'],
  },
  'what something is lifted by and to are two figures': {
    text: 'The order for 600 MWh lifts the backlog of Voltane to 1,350 MWh.',
    says: ['The order lifts the backlog of Voltane by 600 MWh to 1,350 MWh.'],
    never: ['The order lifts the backlog of Voltane by 700 MWh to 1,350 MWh.'],
  },
  'a unit may stand before its half': {
    text: 'The hall at Brekke can run on its battery for 90 minutes.',
    says: ['The hall at Brekke can run on its battery for an hour and a half.'],
    never: ['The hall at Brekke can run on its battery for half an hour.'],
  },
  'years and phases have numbers, and count nothing': {
    text: 'Deliveries to Brekke begin in the first year, when the second phase opens.',
    says: ['Deliveries to Brekke begin in year one, when phase two opens.'],
    never: ['Deliveries to Brekke begin after two years.'],
  },
  'a part is told by two counts, and a multiple by a verb': {
    text: 'Two of the five judges at Brekke dissented. The fine was doubled on Monday.',
    says: ['Forty percent of the judges at Brekke dissented.', 'The fine became two times as high on Monday.'],
    never: ['Sixty percent of the judges at Brekke dissented.', 'The fine became three times as high on Monday.'],
  },
  'what an amount is for may be told behind other words': {
    text: 'Applicants at Lasko must deposit 30,000 euros a megawatt.',
    says: ['Applicants at Lasko must make a 30,000 euro deposit for each megawatt.'],
    never: ['Applicants at Lasko must make a 30,000 euro deposit for each acre a year.'],
  },
  'the body before a name is whose it is, and no speaker': {
    text: 'Lasko is hiring. Its chief executive, Ada Venn, thanked the town. "We have room for twenty," Venn said.',
    says: ['"We have room for twenty," said Lasko chief executive Ada Venn.'],
    never: ['"We have room for twenty," said Brekke chief executive Ivo Marsh.'],
  },
  'a clock and its day may be told apart': {
    text: 'What went wrong at Brekke on 3 November: at 14:07 UTC a pump stopped.',
    says: ['A pump stopped at Brekke at 14:07 UTC on 3 November.'],
    never: ['A pump stopped at Brekke at 14:17 UTC on 3 November.'],
  },
  'what is put off by some months goes on until the month behind them': {
    text: 'Marrow put off the start at Brekke by nine months to June 2028.',
    says: ['Marrow put off the start at Brekke by nine months.'],
    never: ['Marrow put off the start at Brekke by six months.'],
  },
  'what is enlarged from one amount to the other has two': {
    text: 'The loan rises to $900 million from $650 million.',
    says: ['The loan is enlarged from $650 million to $900 million.'],
    never: ['The loan is enlarged from $650 million to $950 million.'],
  },
  'an amount that is passed is exceeded': {
    text: 'The inlet air at Dovecote passed 38°C on Monday.',
    says: ['The inlet air at Dovecote exceeded 38°C on Monday.'],
    never: ['The inlet air at Dovecote stayed below 38°C on Monday.'],
  },
  "an agency whose name ends in 's is nobody of that surname": {
    text: `Marlow's affirmed Ostra's rating on Friday but cut its outlook. Ostra's finance director, Jon Marlow, said that the firm would sell its Lund hall.`,
    says: [
      "Marlow's affirmed Ostra's rating but cut its outlook.",
      'Marlow said that the firm would sell its Lund hall.',
    ],
    never: [
      'Jon Marlow affirmed the rating of Ostra on Friday but cut its outlook.',
      "Marlow's said that the firm would sell its Lund hall.",
    ],
  },
  'a first word is a name where a source has it for one': {
    text: `It had taken Wang five years. Orbis Rail is a "labour-intensive operation", with more than 4,000 workers, said the Herald.`,
    says: ['Orbis Rail is a "labour-intensive operation", with more than 4,000 workers, said the Herald.'],
    never: ['Wang is a "labour-intensive operation", with more than 4,000 workers, said the Herald.'],
  },
  'a main reason is not the only one': {
    text: "Ostra's profit rose 38% in the third quarter, mainly because copper had become cheaper, Chief Executive Ada Krol said.",
    says: [
      "Cheaper copper was the main reason for the 38% rise of Ostra's profit in the third quarter, Ada Krol said.",
    ],
    never: [
      "Ostra's profit rose 38% in the third quarter entirely because copper had become cheaper, Chief Executive Ada Krol said.",
      "Cheaper copper was the only reason for the 38% rise of Ostra's profit, Chief Executive Ada Krol said.",
    ],
  },
  'a record is one only where a source says so': {
    text: 'Ostra sold cables for €40 million in the third quarter, up 8% from a year before.',
    says: ['Ostra sold cables for €40 million in the third quarter.'],
    never: ['Ostra had record sales of cables of €40 million in the third quarter.'],
  },
  'what was the best month ever was a record': {
    text: 'Ostra sold cables for €40 million in May, its best month ever.',
    says: ['Ostra sold cables for a record €40 million in May.'],
    never: ['Ostra sold cables for a record €50 million in May.'],
  },
};

describe('exact fields', () => {
  it.each(Object.entries(STORIES))('%s', (_, { text, says, never }) => {
    const sources = [{ id: 'a', text, published: '2026-11-20T12:00:00Z' }];
    // Whether the words are near enough is another question.
    const exact = (claim: string) => verify(claim, sources).reasons.filter(({ kind }) => kind !== 'statement');
    for (const claim of says) expect({ claim, reasons: exact(claim) }).toEqual({ claim, reasons: [] });
    for (const claim of never) expect({ claim, ok: verify(claim, sources).ok }).toEqual({ claim, ok: false });
  });

  it('lets a quote go on for sentences', () => {
    const text = 'Orla Venn runs Brackmoor Data. "The lease is signed. The power is not," Venn said on Monday.';
    const claim = 'Orla Venn, who runs Brackmoor Data, said on Monday: "The lease is signed. The power is not."';
    expect(verify(claim, [{ id: 'a', text, published: '2026-11-20T12:00:00Z' }])).toMatchObject({
      ok: true,
      reasons: [],
    });
  });

  it('takes neither of two for the other because both are the same kind', () => {
    const text =
      'Council candidates Arn Voss and Bea Lund met on Monday. Voss was viewed well by 29% of the voters of Brekke and badly by 32%.';
    const claim = 'Lund was viewed well by 29% of the voters of Brekke and badly by 32%.';
    expect(verify(claim, [{ id: 'a', text, published: '2026-11-20T12:00:00Z' }]).reasons).toEqual([
      { kind: 'subject', given: 'Lund', found: 'Voss' },
    ]);
  });

  it('takes what has to be done for nothing that anybody has', () => {
    const text = `Marrow's hall in Brekke is open again with all but 40 of its 900 racks, two weeks after the flood, and the company will give tenants credits of $5 million. The doors that stood in the water rotted and have to be replaced, which takes until Friday, Marrow said in a report on the flood.`;
    const of = (claim: string) => verify(claim, [{ id: 'a', text, published: '2026-11-20T12:00:00Z' }]).ok;
    expect(of('Marrow has the Brekke hall open again.')).toBe(true);
    expect(of('Marrow has Brekke open to be replaced.')).toBe(false);
  });
});
