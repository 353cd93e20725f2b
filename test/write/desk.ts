import type { StoryReply } from '../../src/write/reply.ts';
import { honest, type Sentence } from './scripted.ts';

/** An editor's work on some of the newsroom's stories: each line with words of the sentences that it rests on. */
type Desk = { readonly [part in 'headline' | 'lead']: readonly [string, ...RegExp[]] } & {
  readonly story: RegExp;
  readonly points: readonly (readonly [string, ...RegExp[]])[];
};
const DESK: readonly Desk[] = [
  {
    story: /2\.4 gigawatts/,
    headline: ['Northwind signs for 2.4 GW in Ohio, its largest power agreement', /largest power agreement/],
    lead: [
      'Northwind Cloud has signed its largest power agreement to date: 2.4 gigawatts from Sable River Power for a campus near Lima, Ohio, until 2036.',
      /largest power agreement/,
    ],
    points: [
      [
        'The agreement starts with 600 megawatts in the third quarter of 2027 and reaches 2.4 gigawatts by 2029.',
        /starts with 600/,
      ],
      [
        'Northwind will advance $640 million for a substation and 31 miles of line, according to a filing with the state regulator.',
        /advance \$640/,
      ],
      ['The campus near Lima costs $9 billion.', /largest power agreement/],
    ],
  },
  {
    story: /come out \$45 billion apart/,
    headline: ['Two forecasts of accelerator spending in 2027 come out $45 billion apart', /come out \$45/],
    lead: [
      'Companies will spend $265 billion on AI accelerators in 2027, the analysts of Bexley & Roe estimate, an increase of 18%; ComputeIndex forecast $310 billion.',
      /will spend \$265/,
      /would reach \$310/,
    ],
    points: [
      [
        'The eight largest buyers have committed to 6.8 million accelerators for delivery in 2027.',
        /eight largest buyers/,
      ],
      ['Last year both houses were too low, ComputeIndex by 6% and Bexley & Roe by 11%.', /both houses/],
    ],
  },
  {
    story: /more than 50,000 accelerators/,
    headline: ['Exporters of large AI clusters would need a licence under a US draft rule', /more than 50,000/],
    lead: [
      'Exporters would need a licence to ship AI clusters of more than 50,000 accelerators to any of about 40 countries under a draft rule that the US export licensing office published on Monday.',
      /more than 50,000/,
    ],
    points: [
      [
        'Nine trade associations asked the US export licensing office on Tuesday for 120 days to comment on its rule, instead of 45.',
        /Nine trade associations/,
      ],
      ['Sales of up to 1,000 accelerators a year to one customer stay free.', /up to 1,000/],
    ],
  },
  {
    story: /approved capital spending/,
    headline: ["Helio's board approves capital spending of $38 billion for fiscal 2027", /approved capital spending/],
    lead: [
      "Helio's board has approved capital spending of $38 billion for fiscal 2027, according to board papers, and Helio has told its biggest suppliers to plan for $41 billion.",
      /approved capital spending/,
      /told its biggest suppliers/,
    ],
    points: [
      [
        'Roughly 60% of the new budget goes to accelerators and the networks between them, the papers show.',
        /Roughly 60%/,
      ],
      [
        'One director, Hanne Solberg, abstained from the vote after asking for a ceiling on power commitments, the minutes say.',
        /Hanne Solberg/,
      ],
    ],
  },
  {
    story: /Ashgrove Credit/,
    headline: ['Corvid Data borrows $7.5 billion from private lenders', /borrowed \$7\.5 billion/],
    lead: [
      'Corvid Data has borrowed $7.5 billion from private lenders led by Ashgrove Credit, in what bankers called the largest private loan for data centres in Europe.',
      /borrowed \$7\.5 billion/,
    ],
    points: [
      ['Corvid will use $4.2 billion to repay loans that are more expensive, and the rest to build.', /\$4\.2 billion/],
      ['Nearly a third of the loans fall due in 2031 or 2032.', /fall due/],
    ],
  },
  {
    story: /Skerry Networks reported/,
    headline: ['Skerry Networks reports revenue of $3.1 billion, up 44%', /reported revenue/],
    lead: [
      'Skerry Networks reported revenue of $3.1 billion for the third quarter of 2026, up 44% from a year earlier, and raised its forecast.',
      /reported revenue/,
    ],
    points: [
      ['Orders not yet delivered stood at $11.2 billion at the end of September.', /\$11\.2 billion/],
      ['Skerry has paid $350 million in advance to two suppliers of indium phosphide wafers.', /\$350 million/],
    ],
  },
  {
    story: /data centre in Reno is running/,
    headline: ['Helio’s Reno data centre is running again, two days after its pumps stopped', /is running again/],
    lead: [
      "Helio's data centre in Reno is running again with all but 1,400 of its 38,000 accelerators, and the company will give customers credits of $55 million.",
      /is running again/,
    ],
    points: [
      [
        'The pumps stopped because a new version of their control software took gallons for litres, according to a notice by the maker of the controllers.',
        /took gallons/,
      ],
      ['Customers whose training jobs were interrupted lost 11 hours of work on average.', /11 hours/],
    ],
  },
  {
    story: /\$1\.88 an hour/,
    headline: ['H200 rental falls below $1.90 an hour for the first time', /first time/],
    lead: [
      'The price of renting an Nvidia H200 fell to $1.88 an hour in November, ComputeIndex said on Tuesday, the first time below $1.90.',
      /first time/,
    ],
    points: [
      ['Prices for the newer B200 fell by 9% from October to $3.41 an hour.', /B200 fell/],
      ['Supply is growing faster than demand for the first time since 2022, the company said.', /Supply is growing/],
    ],
  },
];

/** The desk's lines for the stories that it has, the first sentences of the others. */
export function edited(sentences: readonly Sentence[]): StoryReply {
  const all = sentences.map(({ text }) => text).join(' ');
  const desk = DESK.find(({ story }) => story.test(all));
  if (desk === undefined) return honest(sentences);
  const line = ([text, ...rests]: readonly [string, ...RegExp[]]) => ({
    text,
    translation: null,
    rests: sentences.filter((sentence) => rests.some((part) => part.test(sentence.text))).map(({ id }) => id),
  });
  return { headline: line(desk.headline), lead: line(desk.lead), points: desk.points.map(line) };
}

/** What the desk makes of a line that is refused: nearer to the article's own words. */
const MENDED: readonly (readonly [RegExp, string])[] = [
  [
    /an increase of 18%; ComputeIndex/,
    'Two closely watched forecasts of spending on AI accelerators in 2027 have come out $45 billion apart.',
  ],
  [
    /and Helio has told/,
    "Helio's board has approved capital spending of $38 billion for fiscal 2027, according to board papers seen by the Ledger.",
  ],
  [
    /One director, Hanne Solberg/,
    'One director, the former utility executive Hanne Solberg, abstained from the vote after asking for a ceiling on power commitments, the minutes say.',
  ],
  [/Corvid Data borrows/, 'Corvid Data borrows $7.5 billion from a group of private lenders'],
  [/H200 rental falls/, 'Price of renting an Nvidia H200 fell to $1.88 an hour in November'],
];

export const mended = ({ text }: { readonly text: string }): string =>
  MENDED.find(([refused]) => refused.test(text))?.[1] ?? text;
