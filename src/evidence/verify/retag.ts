import { entityOf } from '../../domain/entities.ts';
import { UNIT_SYMBOLS } from '../../domain/units.ts';
import { classesOf } from '../../language/meaning.ts';
import { singular } from '../../language/nouns.ts';
import { isRoleNoun } from '../../language/roles.ts';

/** A token as the tagger gives it, to be put right. */
export type Raw = { start: number; end: number; text: string; lemma: string; pos: string };

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

/** What ends the first clause. */
const ENDS = /^(?:;|that|which|who|while|whereas|when|because)$/;

/** Gives a sentence without a verb the one that its noun must be ("The hall costs $4 million"). */
function findVerb(tokens: Raw[]): void {
  const [first, second] = tokens;
  if (first?.pos === 'PROPN' && second !== undefined && !/^\p{Lu}/u.test(second.text)) {
    const low = first.text.toLowerCase();
    const known = classesOf(singular(low)).length > 0 || second.text === 'of';
    if (known && entityOf(first.text) === null) {
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
  // The first clause without the verb that it must have, or the first with all its appositions.
  for (const ends of [/^,$/, ENDS]) {
    const end = tokens.findIndex(({ text }, n) => n > 2 && (ends.test(text) || ENDS.test(text)));
    if (findVerbIn(tokens, end > 0 ? tokens.slice(0, end) : tokens)) return;
  }
}

/** Is there a verb in the clause, found or made of one of its nouns? */
function findVerbIn(tokens: readonly Raw[], clause: readonly Raw[]): boolean {
  const infinitive = (n: number): boolean => tokens[n - 1]?.text.toLowerCase() === 'to';
  if (clause.some(({ pos }, n) => (pos === 'VERB' && !infinitive(n)) || pos === 'AUX')) return true;
  const at = clause.findIndex(({ text, lemma, pos }, n) => {
    const before = tokens[n - 1];
    if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'ADV') return false;
    const after = tokens[n + 1];
    if (before === undefined || !(['NOUN', 'PROPN', 'PRON'].includes(before.pos) || before.text === ',')) return false;
    return EITHER.has(lemma) && /^\p{Ll}/u.test(text) && (AFTER_VERB.has(after?.pos ?? '') || after?.text === 'that');
  });
  const verb = tokens[at];
  if (verb !== undefined) verb.pos = 'VERB';
  return verb !== undefined;
}

const ARTICLE: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', "'s"]);

/** "..., plans to build": a noun after a mark or a name that leads to an infinitive is its clause's verb. */
function leadsOn(tokens: readonly Raw[], n: number): boolean {
  const [before, token, after, verb] = [tokens[n - 1], tokens[n], tokens[n + 1], tokens[n + 2]];
  if (token?.pos !== 'NOUN' || !EITHER.has(token.lemma) || after?.text !== 'to' || verb?.pos !== 'VERB') return false;
  return token.text !== token.lemma && (before?.text === ',' || before?.pos === 'PROPN');
}

/** "Had forecast": after "have" it is a participle, whatever else the word may be. */
function isPast(tokens: readonly Raw[], n: number): boolean {
  const token = tokens[n];
  const have = tokens[n - 1]?.pos === 'AUX' && /^(?:has|have|had)$/i.test(tokens[n - 1]?.text ?? '');
  const open = !['NOUN', 'ADJ'].includes(tokens[n + 1]?.pos ?? '');
  return (
    have && open && token?.pos === 'NOUN' && /^(?:forecast|cut|put|set|hit|cost|bid|split|spread)$/.test(token.text)
  );
}

/** A verb's form right after an article, with no noun behind it, is a noun ("the restart could"). */
function findNouns(tokens: Raw[]): void {
  tokens.forEach((token, n) => {
    const before = tokens[n - 1];
    const after = tokens[n + 1];
    if (token.pos === 'PROPN' && before?.pos === 'NUM' && UNIT_SYMBOLS.has(token.text)) token.pos = 'NOUN';
    if (leadsOn(tokens, n) || isPast(tokens, n)) token.pos = 'VERB';
    if (token.text === 'rose') Object.assign(token, { pos: 'VERB', lemma: 'rise' });
    const accorded = before?.text === 'to' && tokens[n - 2]?.text.toLowerCase() === 'according';
    if (token.pos === 'VERB' && accorded) token.pos = 'NOUN';
    if (
      token.pos !== 'VERB' ||
      !ARTICLE.has(before?.text.toLowerCase().replace('’', "'") ?? '') ||
      /ed$/.test(token.text)
    )
      return;
    if (after === undefined || !['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(after.pos)) token.pos = 'NOUN';
  });
}

/** Words of a title before its noun ("Chief Financial Officer Dana Wexler"). */
const TITLE: ReadonlySet<string> = new Set(
  'chief vice senior executive financial operating technology information deputy managing marketing finance prime'.split(
    ' ',
  ),
);

/** Titles before a name are words, not names, whatever their capitals. */
function findTitles(tokens: Raw[]): void {
  tokens.forEach((token, n) => {
    if (token.pos !== 'PROPN' || tokens[n + 1]?.pos !== 'PROPN' || !isRoleNoun(token.text.toLowerCase())) return;
    for (let k = n; k === n || TITLE.has(tokens[k]?.text.toLowerCase() ?? ''); k--) {
      const word = tokens[k];
      if (word !== undefined && (k < n || TITLE.has(tokens[k - 1]?.text.toLowerCase() ?? '')))
        word.pos = k === n ? 'NOUN' : 'ADJ';
    }
  });
}

/** Puts right what the tagger takes for another class of word, as far as the words about it tell. */
export function retag(tokens: Raw[]): void {
  findTitles(tokens);
  findNouns(tokens);
  findVerb(tokens);
}
