import { entityOf } from '../../domain/entities.ts';
import { classesOf, classesOfPhrase } from '../../language/meaning.ts';
import { singular } from '../../language/nouns.ts';
import { stem } from '../../language/stem.ts';
import { tagged } from './tagger.ts';

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
};

const NAMED = /^\p{Lu}[\p{L}\p{M}\p{N}.&’'-]*$|^\p{L}*\p{N}+\p{L}[\p{L}\p{N}]*$/u;
/** What a capital after its own in a sentence makes a name, whatever the tagger thinks. */
const MISTAGGED: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'NUM', 'ADV', 'X', 'INTJ']);
const OPENS = /^["“”'‘’:.?!—(]$/;
/** Verb forms that work as prepositions. */
const PREPOSITIONAL: ReadonlySet<string> = new Set([
  'according',
  'including',
  'following',
  'regarding',
  'concerning',
  'excluding',
]);
const LONGEST_NAME = 5;

/** Words that are nouns as well as verbs, and that the tagger takes for nouns after a noun. */
const EITHER: ReadonlySet<string> = new Set(
  `cost plan use cut lease report order need offer supply fund house ship lift rise drop fall forecast project estimate host
  power hire rent open close market cover draw yield total number sign name plot bid list award back store process claim
  demand ask increase decrease decline drop jump climb surge slump target limit aim charge face lead place purchase test
  train transfer value vote want work produce pledge promise permit question range record release review schedule seek
  sell sue support tax trade warn weigh win account remain stay stand start keep total average top rank amount answer
  matter count deal experience form guide handle influence interest judge link load look mark measure mention move note
  object pass pay picture play point present press prompt push rate reach reason remark repair reply request reserve
  result return risk rule save shape share shift shop show sort sound spend split stop store strike study suit surprise
  switch talk taste thank time touch track travel trust try turn view visit walk wait watch wonder worry wound`.split(
    /\s+/,
  ),
);
const MODAL: ReadonlySet<string> = new Set([
  'will',
  'would',
  'may',
  'might',
  'can',
  'could',
  'shall',
  'should',
  'must',
]);
const AFTER_VERB: ReadonlySet<string> = new Set(['DET', 'NUM', 'SYM', 'ADP', 'PRON', 'ADJ', 'ADV', 'PROPN', 'PART']);

/** Gives a sentence without a verb the one that its noun must be ("The hall costs $4 million"). */
function findVerb(tokens: Raw[]): void {
  const [first, second] = tokens;
  if (first?.pos === 'PROPN' && second !== undefined && !/^\p{Lu}/u.test(second.text)) {
    const low = first.text.toLowerCase();
    if (classesOf(singular(low)).length > 0 && entityOf(first.text) === null) {
      first.pos = 'NOUN';
      first.lemma = singular(low);
    }
  }
  if (first?.pos === 'VERB' && second !== undefined && /^\p{Lu}/u.test(first.text) && !/ing$|ed$/.test(first.text)) {
    const later = tokens.slice(2).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
    if (later && (second.pos === 'ADP' || second.pos === 'NOUN')) first.pos = 'NOUN';
  }
  tokens.forEach((token, n) => {
    if (!MODAL.has(token.text.toLowerCase()) || token.pos !== 'AUX') return;
    const next = tokens[n + 1];
    const after = tokens[n + 2];
    const open = after === undefined || AFTER_VERB.has(after.pos) || after.pos === 'NOUN' || after.pos === 'PUNCT';
    if (next !== undefined && (next.pos === 'NOUN' || next.pos === 'ADJ') && open) next.pos = 'VERB';
  });
  const comma = tokens.findIndex(({ text }) => text === ',');
  const clause = comma > 3 ? tokens.slice(0, comma) : tokens;
  if (clause.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return;
  const at = clause.findIndex(({ text, lemma, pos }, n) => {
    const before = tokens[n - 1];
    if (pos !== 'NOUN' && pos !== 'ADJ') return false;
    if (before === undefined || !['NOUN', 'PROPN', 'PRON'].includes(before.pos)) return false;
    return EITHER.has(lemma) && /^\p{Ll}/u.test(text) && AFTER_VERB.has(tokens[n + 1]?.pos ?? '');
  });
  const verb = tokens[at];
  if (verb !== undefined) verb.pos = 'VERB';
}

/** What is left of a stem without the ends that make nouns of verbs, so that "expansion" meets "expand". */
function rootOf(word: string): string {
  const root = word.replace(/(?:ition|ation|ion|it|at|or|er|al|anc|enc)$/, '');
  const bare = root.replace(/[sdt]$/, '');
  return bare.length >= 5 ? bare : word;
}

function keysOf(low: string, lemma: string, classes: readonly string[]): string[] {
  const root = stem(lemma);
  return [...new Set([low, root, `~${rootOf(root)}`, ...classes.map((name) => `#${name}`)])];
}

/** The letter of a scale after a number, with the full stop that the tokeniser takes for an abbreviation's. */
const SCALE = /^([KkMmBbT]|bn|mn|tn)\.?$/;

/** Longer sentences are tables, or no language: what comes after so much of them is not read. */
const LONGEST_SENTENCE = 3000;

type Raw = { start: number; end: number; text: string; lemma: string; pos: string };

function rawTokens(text: string, offset: number): Raw[] {
  const { words, tags, lemmas } = tagged(text);
  const raw: Raw[] = [];
  let at = 0;
  words.forEach((word, n) => {
    const found = text.indexOf(word, at);
    if (found < 0) return;
    at = found + word.length;
    const scale = SCALE.exec(word);
    if (scale !== null && /\p{N}$/u.test(raw.at(-1)?.text ?? '')) {
      const [, text = word] = scale;
      raw.push({
        start: offset + found,
        end: offset + found + text.length,
        text,
        lemma: text.toLowerCase(),
        pos: 'NUM',
      });
      return;
    }
    const start = offset + found;
    const named = raw.length > 0 && /^\p{Lu}[\p{L}\p{M}.'’&-]+$/u.test(word) && !OPENS.test(raw.at(-1)?.text ?? '');
    const preposition = PREPOSITIONAL.has(word.toLowerCase());
    const pos = preposition ? 'ADP' : named && MISTAGGED.has(tags[n] ?? '') ? 'PROPN' : (tags[n] ?? 'X');
    raw.push({ start, end: offset + at, text: word, lemma: lemmas[n] ?? word.toLowerCase(), pos });
  });
  return raw;
}

/** The classes of a word; of its singular, where the tagger took a plural for something else. */
function meaningOf(lemma: string, low: string): readonly string[] {
  const classes = lemma === low ? classesOf(low) : [...classesOf(lemma), ...classesOf(low)];
  return classes.length > 0 ? classes : classesOf(singular(low));
}

/** The tokens of a sentence that begins at `offset` of its text. */
export function tokensOf(sentence: string, offset: number): Token[] {
  const text = sentence.slice(0, LONGEST_SENTENCE);
  const raw = rawTokens(text, offset);
  findVerb(raw);
  const extra: string[][] = raw.map(() => []);
  const phraseClasses: string[][] = raw.map(() => []);
  for (let n = 0; n < raw.length; n++) {
    for (let length = 2; length <= 3 && n + length <= raw.length; length++) {
      const part = raw.slice(n, n + length);
      const classes = classesOfPhrase(part.map(({ lemma }) => lemma).join(' '));
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
  return raw.map((token, n) => {
    const low = token.text.toLowerCase();
    const named = token.pos === 'PROPN';
    const lemma = named ? low : token.lemma.toLowerCase();
    const classes = [...new Set([...meaningOf(lemma, low), ...(phraseClasses[n] ?? [])])];
    return {
      ...token,
      low,
      lemma,
      classes,
      phrase: (phraseClasses[n] ?? []).length > 0,
      keys: [...keysOf(low, lemma, classes), ...(extra[n] ?? [])],
    };
  });
}

/** Could one word stand for the other? */
export function meets(left: Token, right: Token): boolean {
  return left.keys.some((key) => right.keys.includes(key));
}
