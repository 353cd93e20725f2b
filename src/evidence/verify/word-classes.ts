import { UNIT_SYMBOLS } from '../../domain/units.ts';
import { classesOf } from '../../language/meaning.ts';
import { isMass } from '../../language/nouns.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import { irregularBase } from '../../reading/lemma.ts';
import { isWord } from '../../reading/network/network.ts';
import { readSentence } from '../../reading/read.ts';
import { tokensIn } from '../../reading/tokens.ts';
import { isOf, type Word } from '../../reading/tree.ts';
import { baseOf } from './bases.ts';

/** A word of a sentence with its base form and its universal part of speech, as the gate takes it. */
export type Classed = { start: number; end: number; text: string; lemma: string; pos: string };

const CAPITAL = /^\p{Lu}/u;
const COMPARES = /^(?:more|less|fewer|most)$/i;
/** Verb forms that work as prepositions. */
const PREPOSITIONAL = /^(?:according|including|following|regarding|concerning|excluding|owing|compared)$/i;
/** What a capital after its own in a sentence makes a name, whatever the tree has. */
const NAMED = /^\p{Lu}[\p{L}\p{M}.'’&-]+$/u;
const UNNAMED = /^(?:NOUN|VERB|ADJ|NUM|ADV|X|INTJ)$/;
/** "C4", "H100", "S&P". */
const CODE = /^\p{Lu}[\p{L}.-]*[\d&]/u;
const OPENS = /^["“”'‘’:.?!—(]$/;
/** The letter of a scale after a number. */
const SCALE = /^(?:[KkMmBbT]|bn|mn|tn)$/;

/** Is the first word of a sentence a name: one that nobody writes small, or a singular noun alone ("Polder runs", "Argent Racks")? */
function isNameFirst({ tag, text }: Word, after: Word | undefined): boolean {
  const low = text.toLowerCase();
  if (/-\p{Ll}/u.test(text) || classesOf(low).length > 0 || isPersonalNoun(low) || isMass(low)) return false;
  if (/^(?:NN|JJ|UH)/.test(tag) && !isWord(low)) return true;
  const isAlone = tag === 'NN' && /^(?:VB[DZ]|MD|POS)$/.test(after?.tag ?? '');
  return isAlone || (/^(?:NN|JJ)$/.test(tag) && after?.class === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(after.text));
}

/** Is a capitalised word part of a name, whatever its class? */
function isInName(words: readonly Word[], n: number, word: Word): boolean {
  const [before, after] = [words[n - 1], words[n + 1]];
  if (CODE.test(word.text) || (n === 0 && isNameFirst(word, after))) return true;
  if (n > 0 && NAMED.test(word.text) && UNNAMED.test(word.class) && !OPENS.test(before?.text ?? '')) return true;
  if (word.class === 'INTJ' || word.class === 'X') return true;
  if (!/^(?:ADJ|NOUN|VERB)$/.test(word.class)) return false;
  if (after?.class === 'PROPN' && word.class !== 'VERB' && !isWord(word.text.toLowerCase())) return true;
  return isOf(word.relation, ['compound', 'flat', 'amod']) && words[word.head]?.class === 'PROPN' && word.head > n;
}

/** The class of a word in its phrase: a participle before its noun is no verb, what a name begins with is a name. */
function classIn(words: readonly Word[], n: number, word: Word): string {
  const [before, after] = [words[n - 1], words[n + 1]];
  if (PREPOSITIONAL.test(word.text)) return 'ADP';
  if (word.lemma === 'be' || word.lemma === 'have') return 'AUX';
  if (word.text === '%') return 'SYM';
  if (before?.class === 'NUM' && UNIT_SYMBOLS.has(word.text)) return 'NOUN';
  if (/^(?:about|around)$/i.test(word.text) && word.class === 'ADV') return 'ADP';
  if (SCALE.test(word.text) && before?.class === 'NUM' && before.end === word.start) return 'NUM';
  if (COMPARES.test(word.text) && after?.text === 'than') return 'ADJ';
  if (/^(?:TO|MD)$/.test(before?.tag ?? '') && /^(?:ADJ|NOUN)$/.test(word.class)) return 'VERB';
  if (word.lemma === 'one' && word.class === 'NOUN') return 'NUM';
  // "Second is third with 26 days": what does something is no adverb.
  if (word.class === 'ADV' && isOf(word.relation, ['nsubj'])) return 'NOUN';
  if (word.text === '&' && before?.class === 'PROPN' && after?.class === 'PROPN') return 'PROPN';
  if (CAPITAL.test(word.text) && isInName(words, n, word)) return 'PROPN';
  if (word.class === 'PROPN' && /^\p{Ll}/u.test(word.text)) return 'NOUN';
  const participle = /^VB[GN]$/.test(word.tag) && word.class === 'VERB' && before?.text !== ',';
  return participle && word.head > n && isOf(word.relation, ['amod', 'compound']) ? 'ADJ' : word.class;
}

/** Words that are nouns as well as verbs. */
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
const TAKEN = /^(?:DET|NUM|SYM|ADP|PRON|ADJ|ADV|PROPN|PART)$/;
const ENDS_CLAUSE = /^(?:;|that|which|who|while|whereas|when|because)$/;

/** Gives a first clause without a verb the one that its noun must be ("The hall costs $4 million"). */
function findVerb(words: readonly Classed[]): void {
  // The first clause to its comma, or with all its appositions.
  const ends = [/^,$/, /^(?!)$/].map((comma) =>
    words.findIndex(({ text }, n) => n > 2 && (comma.test(text) || ENDS_CLAUSE.test(text))),
  );
  for (const end of ends) if (findVerbIn(words, end > 0 ? words.slice(0, end) : words)) return;
}

/** Has the clause a verb, found or made of one of its nouns? */
function findVerbIn(words: readonly Classed[], clause: readonly Classed[]): boolean {
  if (clause.some(({ pos }, n) => pos === 'AUX' || (pos === 'VERB' && !/^to$/i.test(words[n - 1]?.text ?? ''))))
    return true;
  const verb = clause.find(({ text, lemma, pos }, n) => {
    const [before, after] = [words[n - 1], words[n + 1]];
    if (before === undefined || !/^\p{Ll}/u.test(text)) return false;
    if (!/^(?:NOUN|PROPN|PRON)$/.test(before.pos) && before.text !== ',') return false;
    const taken = TAKEN.test(after?.pos ?? '') || after?.text === 'that';
    return taken && /^(?:NOUN|ADJ|ADV)$/.test(pos) && (EITHER.has(lemma) || irregularBase(text) !== null);
  });
  if (verb !== undefined) Object.assign(verb, { pos: 'VERB', lemma: irregularBase(verb.text) ?? verb.lemma });
  return verb !== undefined;
}

/** The words of a sentence that begins at `offset`, in order, those of its dateline as names. */
export function wordsOf(text: string, offset: number): Classed[] {
  const { words } = readSentence(text, offset).tree;
  const lead = text.slice(0, (words[0]?.start ?? offset) - offset);
  const place = tokensIn(lead, offset).map(
    (token): Classed => ({
      ...token,
      lemma: token.text.toLowerCase(),
      pos: /^\p{L}/u.test(token.text) ? 'PROPN' : 'PUNCT',
    }),
  );
  const own = words.map((word, n): Classed => {
    const lemma = word.lemma === 'person' ? 'people' : word.lemma;
    const { start, end, text: written } = word;
    return { start, end, text: written, lemma: baseOf(written.toLowerCase(), lemma), pos: classIn(words, n, word) };
  });
  findVerb(own);
  return [...place, ...own];
}
