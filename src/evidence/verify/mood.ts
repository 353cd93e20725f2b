import { IMPLICATIVE } from '../../reading/clauses/stance.ts';
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
const FUTURE: ReadonlySet<string> = new Set(['will', 'shall', 'would', "'ll", '’ll', 'wo', 'should', 'must']);

/** Verbs whose infinitive is done where they are, or that only bring it about. */
const isDone = (verb: string): boolean =>
  IMPLICATIVE.has(verb) || /^(?:fail|vote|rule|allow|enable|cause|force|lead|say)$/.test(verb);

/** Verbs that see it coming: "sees prices falling". */
const SEES: ReadonlySet<string> = new Set(['see', 'envisage', 'foresee', 'picture', 'anticipate', 'expect']);

/** Does a verb of the clause leave open whether its infinitive comes true ("asked the court to")? */
function leavesOpen(tokens: readonly Token[], verbs: readonly Token[]): boolean {
  return verbs.some((verb, n) => {
    const next = verbs[n + 1];
    if (SEES.has(verb.lemma) && next !== undefined && /ing$/.test(next.low)) return true;
    if (verb.pos !== 'VERB' || isDone(verb.lemma) || next?.pos !== 'VERB') return false;
    return tokens[tokens.indexOf(next) - 1]?.low === 'to';
  });
}

/** Verbs whose clause is somebody's forecast, or their charge, fear or opinion. */
const FORESEES: ReadonlySet<string> = new Set('expect predict forecast estimate plan anticipate project'.split(' '));
export const SUSPECTS: ReadonlySet<string> = new Set(
  'hope allege accuse claim suspect fear believe think suggest argue worry doubt'.split(' '),
);

export function governedBy({ lemma }: Token): Mood {
  return FORESEES.has(lemma) ? 1 : SUSPECTS.has(lemma) ? 2 : 0;
}

const isInfinitive = (tokens: readonly Token[], n: number): boolean =>
  tokens[n]?.low === 'to' && verbal(tokens[n + 1] ?? { pos: '' });

/** How far from a fact the words of a clause put it. */
export function moodOf(tokens: readonly Token[], verbs: readonly Token[]): Mood {
  const due = tokens.some(
    ({ low, lemma }, n) =>
      (lemma === 'be' || BE.has(low)) && tokens[n + 1]?.low === 'to' && verbal(tokens[n + 2] ?? { pos: '' }),
  );
  const infinitive = tokens.some((_, n) => isInfinitive(tokens, n));
  if (tokens.some(({ low, pos }) => POSSIBLY.has(low) && pos !== 'PROPN' && pos !== 'NOUN')) return 2;
  if (infinitive && verbs.slice(0, -1).some(({ lemma }) => POSSIBLE.has(lemma))) return 2;
  if (tokens.some(({ low, pos }) => FUTURE.has(low) && pos === 'AUX')) return 1;
  const owed = tokens.some(
    ({ low }, n) => /^(?:has|have)$/.test(low) && isInfinitive(tokens, tokens[n + 1]?.pos === 'ADV' ? n + 2 : n + 1),
  );
  if (due || owed) return 1;
  if (infinitive && tokens.some(({ lemma, low }) => PLANNED.has(lemma) || PLANNED.has(low))) return 1;
  const [only] = verbs;
  const purpose = verbs.length === 1 && only !== undefined && tokens[tokens.indexOf(only) - 1]?.low === 'to';
  return purpose || leavesOpen(tokens, verbs) ? 1 : 0;
}
