import { BE, verbal } from './segments.ts';
import type { Token } from './tokens.ts';

/** 0: it is so or was so; 1: it is planned, due or foreseen; 2: it may be, is hoped for or thought about. */
export type Mood = 0 | 1 | 2;
const PLANNED: ReadonlySet<string> = new Set(
  'plan expect intend aim forecast project predict schedule slate set due likely agree anticipate promise pledge vow commit estimate prepare'.split(
    ' ',
  ),
);
const POSSIBLE: ReadonlySet<string> = new Set(
  'like may might could consider hope seek want propose wish try mull weigh explore possibly perhaps potentially'.split(
    ' ',
  ),
);
const POSSIBLY: ReadonlySet<string> = new Set(['may', 'might', 'could', 'possibly', 'perhaps', 'potentially']);
const FUTURE: ReadonlySet<string> = new Set(['will', 'shall', 'would', "'ll", '’ll', 'wo', 'should']);

/** How far from a fact the words of a clause put it. `governed`: what it depends on is a forecast. */
export function moodOf(tokens: readonly Token[], verbs: readonly Token[], governed: boolean): Mood {
  const due = tokens.some(
    ({ low, lemma }, n) =>
      (lemma === 'be' || BE.has(low)) && tokens[n + 1]?.low === 'to' && tokens[n + 2]?.pos === 'VERB',
  );
  const infinitive = tokens.some(({ low }, n) => low === 'to' && verbal(tokens[n + 1] ?? { pos: '' }));
  if (tokens.some(({ low, pos }) => POSSIBLY.has(low) && pos !== 'PROPN' && pos !== 'NOUN')) return 2;
  if (infinitive && verbs.slice(0, -1).some(({ lemma }) => POSSIBLE.has(lemma))) return 2;
  if (tokens.some(({ low, pos }) => FUTURE.has(low) && pos === 'AUX')) return 1;
  if (governed || due) return 1;
  if (infinitive && tokens.some(({ lemma, low }) => PLANNED.has(lemma) || PLANNED.has(low))) return 1;
  return 0;
}
