import { entityOf } from '../../domain/entities.ts';
import { classesOf, classesOfPhrase } from '../../language/meaning.ts';
import { singular } from '../../language/nouns.ts';
import { stem } from '../../language/stem.ts';
import { type Time, timesIn } from '../../reading/times.ts';
import { basesOf } from './bases.ts';
import { type Classed, wordsOf } from './word-classes.ts';

/** A word, number or mark of a sentence. Offsets are into the whole text. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case. */
  readonly low: string;
  /** Base form, lower case. */
  readonly lemma: string;
  /** Universal part of speech, names put right. */
  readonly pos: string;
  /** What it may be matched by: its stem, `#class` of meaning, `@entity`. */
  readonly keys: readonly string[];
  /** Classes of meaning, of the word and of a phrase that begins with it. */
  readonly classes: readonly string[];
  /** Part of a phrase with a meaning of its own ("push back"). */
  readonly phrase: boolean;
  /** The time that it is a word of. */
  readonly time: Time | null;
};

const NAMED = /^\p{Lu}[\p{L}\p{M}\p{N}.&’'-]*$|^\p{L}*\p{N}+\p{L}[\p{L}\p{N}]*$/u;
const LONGEST_NAME = 5;

/** What is left of a stem without the ends that make nouns of verbs, so that "expansion" meets "expand". */
function rootOf(word: string): string {
  const root = word.replace(/(?:eri|ition|ation|ion|it|at|or|er|al|anc|enc)$/, '');
  const bare = root.replace(/[sdt]$/, '');
  return bare.length >= 5 ? bare : word;
}

function keysOf(low: string, lemma: string, classes: readonly string[]): string[] {
  const root = stem(lemma);
  return [...new Set([low, root, `~${rootOf(root)}`, ...classes.map((name) => `#${name}`)])];
}

/** Participles that a prefix denies. */
export const UNDONE = /^un[a-z]{3,}ed$/;

const PARTICLE = /^(?:over|out|down|up|off|back|in)$/;
/** Nouns of a verb and its particle. */
const COMPOUND = /^[a-z]{3,}(?:over|out|down|up|off|back)$/;

/** Longer sentences are tables, or no language: what comes after so much of them is not read. */
const LONGEST_SENTENCE = 3000;

/** The classes of a word; of its singular, where the tagger took a plural for something else. */
function meaningOf(lemma: string, low: string): readonly string[] {
  const classes = lemma === low ? classesOf(low) : [...classesOf(lemma), ...classesOf(low)];
  return classes.length > 0 ? classes : classesOf(singular(low));
}

/** "A contract" has nothing to do with shrinking, "its own servers" nothing with owning, "under discussion" nothing with less. */
function sensesOf(
  { lemma, text, pos }: Classed,
  next: Classed | undefined,
  classes: readonly string[],
): readonly string[] {
  if (pos === 'NOUN' && lemma === 'contract') return classes.filter((name) => name !== 'fall');
  if (pos === 'ADJ' && /^(?:own|advanced)$/i.test(text)) return [];
  if (pos === 'ADP' && /^(?:under|over)$/i.test(text) && next?.pos === 'NOUN') return [];
  return classes;
}

/** What words of a compound are matched by besides: "handed over" by "handover", "start-ups" by "startups". */
function compoundKeys(raw: readonly Classed[]): string[][] {
  const keys: string[][] = raw.map(({ pos, lemma }, n) => {
    const particle = raw.slice(n + 1, n + 4).find(({ text }) => PARTICLE.test(text));
    return pos === 'VERB' && particle !== undefined ? [`+${lemma}${particle.text}`] : [];
  });
  raw.forEach(({ text: mark, start, end }, n) => {
    const [left, right] = [raw[n - 1], raw[n + 1]];
    if (mark !== '-' || left?.end !== start || right?.start !== end || !/^\p{L}+$/u.test(left.text + right.text))
      return;
    const key = stem(left.text + right.text);
    keys[n - 1]?.push(key);
    keys[n + 1]?.push(key);
  });
  return keys;
}

/** Puts each word to the time that it is part of, the preposition that bounds it left out. */
function timed(text: string, offset: number, published: string | null): (token: Classed) => Time | null {
  const times = timesIn(text, published).filter(({ kind }) => kind === 'calendar');
  return ({ start, end, pos }) =>
    pos === 'ADP' || pos === 'DET'
      ? null
      : (times.find((time) => start - offset >= time.start && end - offset <= time.end) ?? null);
}

/** The tokens of a sentence that begins at `offset` of its text; `published` resolves its times. */
export function tokensOf(sentence: string, offset: number, published: string | null = null): Token[] {
  const text = sentence.slice(0, LONGEST_SENTENCE);
  const raw = wordsOf(text, offset);
  const extra: string[][] = raw.map(() => []);
  const phraseClasses: string[][] = raw.map(() => []);
  for (let n = 0; n < raw.length; n++) {
    for (let length = 2; length <= 3 && n + length <= raw.length; length++) {
      const part = raw.slice(n, n + length);
      const meant = classesOfPhrase(part.map(({ lemma }) => lemma).join(' '));
      const classes = meant.length > 0 ? meant : classesOfPhrase(part.map(({ text }) => text.toLowerCase()).join(' '));
      if (classes.length === 0) continue;
      for (let k = n; k < n + length; k++) {
        extra[k]?.push(...classes.map((name) => `#${name}`));
        phraseClasses[k]?.push(...classes);
      }
    }
    if (!NAMED.test(raw[n]?.text ?? '')) continue;
    for (let length = Math.min(LONGEST_NAME, raw.length - n); length >= 1; length--) {
      const part = raw.slice(n, n + length);
      const entity = entityOf(text.slice((part[0]?.start ?? offset) - offset, (part.at(-1)?.end ?? offset) - offset));
      if (entity === null) continue;
      for (let k = n; k < n + length; k++) extra[k]?.push(`@${entity.name}`);
      break;
    }
  }
  const compounds = compoundKeys(raw);
  const timeOf = timed(text, offset, published);
  return raw.map((token, n) => {
    const low = token.text.toLowerCase();
    const named = token.pos === 'PROPN';
    const lemma = named ? low : token.lemma.toLowerCase();
    // "Unrelated" denies "related".
    const base = UNDONE.test(low) && meaningOf(lemma, low).length === 0 ? basesOf(low.slice(2)).flatMap(classesOf) : [];
    const whole = phraseClasses[n] ?? [];
    // "Up" says nothing by itself in "made up".
    const meant = whole.length > 0 && PARTICLE.test(low) ? [] : sensesOf(token, raw[n + 1], meaningOf(lemma, low));
    const classes = [...new Set([...meant, ...base, ...whole])];
    return {
      ...token,
      low,
      lemma,
      classes,
      phrase: whole.length > 0,
      time: timeOf(token),
      keys: [
        ...keysOf(low, lemma, classes),
        ...(COMPOUND.test(lemma) ? [`+${lemma}`] : []),
        ...(compounds[n] ?? []),
        ...(extra[n] ?? []),
      ],
    };
  });
}

/** Could one word stand for the other? */
export function meets(left: Token, right: Token): boolean {
  return left.keys.some((key) => right.keys.includes(key));
}
