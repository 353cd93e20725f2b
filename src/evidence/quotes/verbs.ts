import { type Reporting, reportingVerb } from '../../language/reporting.ts';
import type { Token } from '../people/tokens.ts';

const AUXILIARIES = new Set(
  `has had have having did do does would will could might may must can should is was were are be been being to not n't didn't
  doesn't don't wouldn't couldn't can't won't hasn't hadn't haven't went go goes going on came gone`.split(/\s+/),
);
const ADVERBS = new Set(
  `also then later even still once never always often just now recently so further again first twice simply only already soon
  today yesterday tomorrow earlier instead meanwhile however therefore thus likewise himself herself themselves both all each
  monday tuesday wednesday thursday friday saturday sunday far much reportedly apparently`.split(/\s+/),
);
const NOT_ADVERBS = new Set(
  'family company assembly rally ally supply reply italy july anomaly monopoly bully early'.split(' '),
);
/** Before these a form like "claims" or "call" is a noun. */
const NOMINAL = new Set(
  `a an the his her their its our my your this these those no any some such each every of in for with from on at by about
  into over more other last first new recent public key several many few two three four five`.split(/\s+/),
);

export const isAuxiliary = (token: Token | undefined): boolean =>
  token !== undefined && !(token.capital && !token.initial) && AUXILIARIES.has(token.lower);

export function isAdverb(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return (
    ADVERBS.has(token.lower) ||
    (token.lower.length > 4 && token.lower.endsWith('ly') && !token.capital && !NOT_ADVERBS.has(token.lower))
  );
}

/** "as Okafor put it" */
const PUT_IT: Reporting = { lemma: 'put', form: 'past', kind: 'speech' };
const MODALS =
  /^(?:to|did|do|does|would|will|could|might|may|must|can|should|they|we|i|you|who|not|people|some|many|others|critics)$/;

/** The verb of speech that the token is in its sentence, or null where the word stands as a noun or an adjective. */
export function verbAt(tokens: readonly Token[], at: number): Reporting | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || (token.capital && !token.initial)) return null;
  const isPut = token.lower === 'put' || token.lower === 'puts';
  if (isPut && tokens[at + 1]?.lower === 'it') return PUT_IT;
  const verb = reportingVerb(token.lower);
  if (verb === null) return null;
  const before = tokens[at - 1];
  if (before === undefined) return verb;
  if (token.lower === 'writing' && before.lower === 'in') return null;
  if (before.kind === 'possessive' && verb.form !== 'past') return null;
  if (
    NOMINAL.has(before.lower) &&
    !(verb.form === 'participle' && before.kind === 'word' && /^(?:by|in|of)$/.test(before.lower))
  ) {
    // "the person who of late said": a past form after a preposition is rare, after an article never a verb.
    return null;
  }
  if (verb.form === 'base') {
    let i = at - 1;
    while (i > 0 && isAdverb(tokens[i])) i--;
    const subject = tokens[i]?.lower ?? '';
    if (!(MODALS.test(subject) || /[^s]s$/.test(subject))) return null;
  }
  return verb;
}

/** Whether a past form is a passive: "was told", "been described". */
export function isPassive(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i > 0 && isAdverb(tokens[i])) i--;
  return /^(?:was|were|is|are|been|be|being|when|as|if)$/.test(tokens[i]?.lower ?? '');
}
