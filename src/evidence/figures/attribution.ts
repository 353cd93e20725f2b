import { DETERMINERS, isFunctionWord, PRONOUNS } from '../../language/lexicon.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { type Phrase, phraseFrom } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Verbs of numbers by which somebody vouches for them, beside the verbs of speech. */
const ESTIMATES: ReadonlySet<string> = new Set(
  `estimate estimates estimated expects expected expect forecasts forecast projects projected predicts predicted calculates calculated
  reckons reckoned finds found believes thinks puts counts confirmed`.split(/\s+/),
);
const vouches = (word: string): boolean => {
  const verb = reportingVerb(word);
  return ESTIMATES.has(word) || (verb?.kind === 'speech' && (verb.form === 'past' || verb.form === 'present'));
};
const SOURCE =
  /^(?:data|figures|estimates?|research|statistics|numbers|reports?|survey|analysis|study|filings?|forecasts?|projections?|calculations?|count|records|documents)$/;

export type Source = Phrase & {
  /** Where the cue stands, to find the nearest to a figure. */ readonly at: number /** Is it called by its name? */;
  readonly proper: boolean;
};

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const isCapital = (token: Token | undefined) =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !CALENDAR.test(token.lower);
const isInner = (token: Token | undefined) => /^(?:&|-|'|’|of|and|de|the|for|van|von|s)$/.test(token?.lower ?? '');

/** A name that begins at a token: "Deloitte", "Bank of America", "T. Okafor". */
function nameFrom(tokens: readonly Token[], at: number): Phrase | null {
  let from = at;
  while (DETERMINERS.has(tokens[from]?.lower ?? '')) from++;
  if (!isCapital(tokens[from])) return null;
  let to = from + 1;
  for (let i = to; i < from + 9; i++) {
    const token = tokens[i];
    if (token === undefined || token.gap === 'line') break;
    if (token.text === '.' && /^\p{Lu}$/u.test(tokens[i - 1]?.text ?? '')) to = i + 1;
    else if (/^['’]$/.test(token.text) && tokens[i + 1]?.lower === 's') break;
    else if (isCapital(token)) to = i + 1;
    else if (!isInner(token) || !isCapital(tokens[i + 1])) break;
  }
  return { from, to };
}

/** The name that ends before a token: what "said" has before it. */
function nameUntil(tokens: readonly Token[], end: number, first: number): Phrase | null {
  let from = end;
  for (let i = end - 1; i >= Math.max(first, end - 9); i--) {
    const token = tokens[i];
    if (tokens[i + 1]?.gap === 'line') break;
    if (isCapital(token) && !(i === first && isFunctionWord(token?.lower ?? ''))) from = i;
    else if (token?.text === '.' && /^\p{Lu}$/u.test(tokens[i - 1]?.text ?? '')) continue;
    else if (!isInner(token) || !isCapital(tokens[i - 1])) break;
  }
  const letter = from === end - 1 && tokens[from]?.text.length === 1;
  if (from < end && !letter && !PRONOUNS.has(tokens[from]?.lower ?? '')) return { from, to: end };
  // "the company said", "analysts at Helio said"
  const noun = tokens[end - 1];
  if (noun?.kind !== 'word' || PRONOUNS.has(noun.lower) || DETERMINERS.has(noun.lower)) return null;
  let start = end - 2;
  while (
    start > Math.max(first, end - 5) &&
    tokens[start]?.kind === 'word' &&
    !isFunctionWord(tokens[start]?.lower ?? '')
  )
    start--;
  const said = /^(?:said|says|told|warned|warns|reported|announced)$/.test(tokens[end]?.lower ?? '');
  // "people at firms that build its racks said": the subject of a clause begins it.
  const before = tokens[start - 1];
  const begins = start === first || before?.kind === 'sign' || /^(?:and|but|as|while)$/.test(before?.lower ?? '');
  return DETERMINERS.has(tokens[start]?.lower ?? '') &&
    ((said && begins) ||
      /^(?:company|firm|regulator|ministry|agency|government|bank|utility|group|report|analysts|officials|department|commission|city|state|county|startup|chipmaker|maker|vendor|operator|lab|university|union|council|court|authority|audit|institute|body|office|insurer|lender|retailer|study|survey|researchers|economists|executives)$/.test(
        noun.lower,
      ))
    ? { from: start, to: end }
    : null;
}

/** Who is named behind "according to": a name, the owner of "data from ...", or a group of people ("analysts"). */
function named(tokens: readonly Token[], at: number): Phrase | null {
  const name = nameFrom(tokens, at);
  if (name !== null) return name;
  const phrase = phraseFrom(tokens, at, 0);
  if (phrase === null || !SOURCE.test(tokens[phrase.to - 1]?.lower ?? '')) return phrase;
  return /^(?:from|by|at|of)$/.test(tokens[phrase.to]?.lower ?? '') ? nameFrom(tokens, phrase.to + 1) : null;
}

/** Who vouches for what the sentence of tokens `first <= i < end` says, each where it says so. */
export function sourcesIn(tokens: readonly Token[], first: number, end: number): Source[] {
  const sources: Source[] = [];
  const put = (phrase: Phrase | null, at: number) => {
    if (phrase !== null && phrase.to <= end)
      sources.push({
        ...phrase,
        at,
        proper: isCapital(tokens[phrase.from]) && !DETERMINERS.has(tokens[phrase.from]?.lower ?? ''),
      });
  };
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const before = tokens[i - 1];
    if (token.lower === 'to' && before?.lower === 'according') put(named(tokens, i + 1), i);
    else if (token.lower === 'citing') put(nameFrom(tokens, i + 1), i);
    else if (
      SOURCE.test(token.lower) &&
      !isCapital(token) &&
      i > first &&
      (isCapital(before) || (before?.lower === 's' && /^['’]$/.test(tokens[i - 2]?.text ?? '')))
    ) {
      // "Deloitte estimates", "by ComputeIndex's count", "Helio data show"
      const owner = before?.lower === 's' ? i - 2 : i;
      put(nameUntil(tokens, owner, first), i);
    } else if (vouches(token.lower) && !(/^add(?:s|ed)$/.test(token.lower) && tokens[i + 1]?.kind === 'literal')) {
      if (i > first && !/^[",”]$/.test(before?.text ?? '')) put(nameUntil(tokens, i, first), i);
      // "..., said Mara Lindqvist"
      else if (/^sa(?:id|ys)$/.test(token.lower)) put(nameFrom(tokens, i + 1), i);
    }
  }
  return sources;
}

/** The one that stands nearest to a figure. */
export function nearest(sources: readonly Source[], from: number, to: number): Source | null {
  let best: Source | null = null;
  let distance = Number.POSITIVE_INFINITY;
  const named = sources.some(({ proper }) => proper);
  for (const source of sources) {
    // "..., the note said, citing Deloitte"
    if (named && !source.proper) continue;
    const away = source.at < from ? from - source.at : source.at - to;
    if (away < distance) [best, distance] = [source, away];
  }
  return best;
}
