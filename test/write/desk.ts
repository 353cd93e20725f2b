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
      ['The campus near Lima costs $9 billion.', /largest power agreement/],
    ],
  },
  {
    story: /\$1\.88 an hour/,
    headline: ['H200 rental falls below $1.90 an hour for the first time', /first time/],
    lead: [
      'The price of renting an Nvidia H200 fell to $1.88 an hour in November, ComputeIndex said on Tuesday, the first time below $1.90.',
      /first time/,
    ],
    points: [['Prices for the newer B200 fell by 9% from October to $3.41 an hour.', /B200 fell/]],
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
