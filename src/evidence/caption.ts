import { AUXILIARIES, DETERMINERS, isFunctionWord, PREPOSITIONS } from '../language/lexicon.ts';
import type { Figure, FigureReading, Sentence } from '../model.ts';
import { endsBehind } from './captions/behind.ts';
import { type Clause, clauseBefore, isBreak } from './captions/clause.ts';
import { isLevel, isReduced, isRelative, isVerbAt, word } from './captions/verbs.ts';
import type { Phrase } from './figures/phrases.ts';
import { type Token, tokensOf } from './figures/tokens.ts';

/** What a reader takes in at a glance, and a table has room for. */
const LONGEST = 60;
const GAP = '…';
/** Longer sentences are tables, or no language. */
const LONGEST_SENTENCE = 1_000;

/** What leads from one figure to another of the same thing: its base, its change, its bound. */
const SAME_THING =
  /(?:^|[\s,(])(?:(?:up|down|higher|lower|increased|decreased)(?: by)?(?: from)?|from|against|compared (?:with|to)|versus|vs\.?|than (?:this|last|the previous) \w+(?:['’]s)?|or|an? (?:[\w-]+ )?(?:increase|rise|gain|jump|growth|decline|decrease|drop|fall|cut|reduction)(?: of)?)(?: (?:about|just|only|some|around|nearly|almost|a|an))? ?$/;

/** Without the words that only lead to what is left out: "spending of" is spending; with "…" behind a verb. */
const TRAILING =
  /^(?:of|a|an|the|its|their|his|full|about|around|some|nearly|almost|roughly|more|less|than|to|at|by|least|most|as|much|many|total|combined|estimated|additional|another|only|just|over|under|between|for|with|worth|on|in|from|:|,)$/;

/**
 * What a figure is of, in the words of its sentence: the clause that it stands in with "…" for the figure and for what is left
 * out, or its subject alone where the verb only tells a level or a move. Every piece stands so in the sentence.
 */
export function captionOf(sentence: Sentence, figures: readonly FigureReading[], index: number): string | null {
  if (sentence.text.length > LONGEST_SENTENCE) return null;
  const tokens = tokensOf(sentence.text);
  const inside = figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const at = inside.findIndex(({ start }) => start === figures[index]?.start);
  if (at < 0) return null;
  const places = inside.map(({ start, end }): Phrase => {
    const from = tokens.findIndex((token) => token.end > start - sentence.start);
    const to = tokens.findIndex((token) => token.start >= end - sentence.start);
    return { from, to: to < 0 ? tokens.length : to };
  });
  return written({ text: sentence.text, tokens, places, units: inside.map(({ unit }) => unit) }, at);
}

/** Do the pieces of a figure's caption stand around it in the text, word for word and in order? */
export function standsAround(
  text: string,
  { caption, start, end }: Pick<Figure, 'caption' | 'start' | 'end'>,
): boolean {
  if (caption === null) return true;
  const around = text.slice(Math.max(0, start - LONGEST_SENTENCE), end + LONGEST_SENTENCE).replace(/\s+/g, ' ');
  let at = 0;
  for (const piece of caption.split(GAP)) {
    const found = around.indexOf(piece.trim(), at);
    if (found < 0) return false;
    at = found + piece.trim().length;
  }
  return true;
}

type Words = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly places: readonly Phrase[];
  readonly units: readonly (string | null)[];
};

/** The ways to lead up to a figure, the fullest first, each in pieces. */
type Leads = {
  readonly ways: readonly (readonly Phrase[])[];
  readonly isLed: boolean;
  readonly isWhole: boolean;
  readonly from: number;
};

const MODAL = /^(?:will|would|could|may|might|should|must|can|to)$/;

const slice = ({ text, tokens }: Words, { from, to }: Phrase): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ');

/** Without its determiners: "the price of renting" begins with the price. */
function bare(tokens: readonly Token[], { from, to }: Phrase): Phrase {
  let start = from;
  while (start < to - 1 && DETERMINERS.has(word(tokens, start))) start++;
  return { from: start, to };
}

/** Has a phrase a noun of its own, or only somebody's name? */
function hasNoun(words: Words, phrase: Phrase): boolean {
  const text = slice(words, phrase);
  // "Requests for 4 GW", "Rents": the capital is the sentence's.
  if (phrase.from === 0 && /^\p{Lu}\p{Ll}+(?: (?:of|for|in|on|from) |s$)/u.test(text)) return true;
  return /(?:^|[\s(])\p{Ll}{3,}/u.test(text.replace(/\b(?:and|for|the|with|from)\b/gi, ''));
}

/** Where the words begin that stand right before a figure, with nothing left out between. */
function nearStart({ tokens, places }: Words, at: number, from: number, end: number): number {
  // "a survey of 112 operators with 2 million machines"
  const joined = JOINED.test(word(tokens, places[at - 1]?.to ?? -1)) && (places[at - 1]?.to ?? 0) + 1 >= end;
  const last = (joined ? places[at - 2]?.to : places[at - 1]?.to) ?? from;
  let start = end;
  while (
    start > Math.max(last, from) &&
    !isBreak(tokens, start - 1) &&
    !/^(?:,|and|or|but|while)$/.test(word(tokens, start - 1)) &&
    !isSaid(tokens, start)
  )
    start--;
  return start;
}

const JOINED = /^(?:of|with|on|in|for)$/;

/** Behind "according to" */
const isSaid = (tokens: readonly Token[], at: number): boolean =>
  word(tokens, at - 1) === 'to' && word(tokens, at - 2) === 'according';

/** The noun phrase right before a figure: "capital spending", in "told to plan for capital spending of". */
function nounStart(tokens: readonly Token[], from: number, to: number): number {
  let start = to;
  while (start > from && TRAILING.test(word(tokens, start - 1))) start--;
  while (start > from && !PREPOSITIONS.has(word(tokens, start - 1))) start--;
  return start;
}

/** Does a figure only tell more of the one before it: what it was, by how much it changed, what it has not been? */
function isSameThing({ text, tokens, places, units }: Words, at: number, clause: Clause | null): boolean {
  const [last, place] = [places[at - 1], places[at]];
  if (last === undefined || place === undefined) return false;
  for (let i = last.to; i < place.from; i++) if (isBreak(tokens, i) && tokens[i]?.text !== '(') return false;
  const between = text.slice(tokens[last.to - 1]?.end ?? 0, tokens[place.from]?.start ?? 0);
  // "..., 14% more than in May"
  if (/(?:,| and) $/.test(between) && /^(?:more|less|higher|lower|fewer|above|below)$/.test(word(tokens, place.to)))
    return true;
  // "down from $2.72 a year ago and below $1.90"
  if (/ and $/.test(between) && /^(?:below|above|under|over|past|beyond)$/.test(word(tokens, place.from))) return true;
  // "..., the first time that it has been below $2"
  const verb = clause !== null && clause.verb.from >= last.to ? clause.verb : null;
  const [unit, unitOfLast] = [units[at] ?? '', units[at - 1] ?? ''];
  const isOneUnit = unit !== '' && (unit === unitOfLast || unitOfLast.startsWith(`${unit} per `));
  if (verb !== null && word(tokens, verb.from - 1) === 'it') return isOneUnit && isLevel(tokens, verb.from, verb.to);
  // "..., the bank estimates, an increase of 4%"
  const isAside = verb === null || tokens[verb.to]?.text === ',';
  return isAside && SAME_THING.test(between);
}

function leadsTo(words: Words, at: number): Leads {
  const { tokens, places } = words;
  const place = places[at] ?? { from: 0, to: 0 };
  const clause = clauseBefore(tokens, place.from, 0);
  if (isSameThing(words, at, clause)) return { ...leadsTo(words, at - 1), isWhole: true };
  if (clause === null) {
    const near = { from: nearStart(words, 0, 0, place.from), to: place.from };
    return {
      ways: near.from < near.to ? [[bare(tokens, near)]] : [[]],
      isLed: false,
      isWhole: near.from < near.to,
      from: at,
    };
  }
  const near = { from: nearStart(words, at, clause.verb.to, place.from), to: place.from };
  if (isSaid(tokens, near.from) || (near.from > clause.verb.to && isSubject(tokens, place.to)))
    return { ways: [[bare(tokens, near)]], isLed: false, isWhole: near.from < near.to, from: at };
  return { ways: waysOf(words, clause, near), isLed: true, isWhole: near.from < near.to, from: at };
}

/** Does the verb of its own clause stand behind a figure: "and 40% of the staff have left"? */
function isSubject(tokens: readonly Token[], to: number): boolean {
  let clauses = 0;
  for (let i = to; i < to + 12 && i < tokens.length; i++) {
    if (isBreak(tokens, i) || /^[.,]$/.test(tokens[i]?.text ?? '')) return false;
    if (isRelative(word(tokens, i))) clauses++;
    if (/^(?:as|after|before|while|when|because|than|if)$/.test(word(tokens, i))) return false;
    if (isVerbAt(tokens, i, -1) && !isReduced(tokens, i) && clauses-- === 0) return true;
  }
  return false;
}

function waysOf(words: Words, { subject, verb }: Clause, near: Phrase): Phrase[][] {
  const { tokens } = words;
  const isNear = near.from <= verb.to;
  const mover = moverOf(words, { subject, verb }, near.to);
  if (mover !== null && hasNoun(words, mover))
    return [[bare(tokens, mover)], [bare(tokens, { from: mover.from, to: headEnd(tokens, mover) })]];
  const action = isNear ? [{ from: verb.from, to: near.to }] : [verb, near];
  const noun = { from: nounStart(tokens, near.from, near.to), to: near.to };
  if (subject === null)
    return [...complementOf(tokens, verb, near.to), action, [bare(tokens, near)], [bare(tokens, noun)]];
  const head = { from: subject.from, to: headEnd(tokens, subject) };
  const joined = (first: Phrase, rest: readonly Phrase[]): Phrase[] => {
    const [next, ...others] = rest;
    const isNext = next !== undefined && isRelativeGap(tokens, first.to, next.from);
    return isNext ? [{ from: first.from, to: next.to }, ...others] : [first, ...rest];
  };
  const participle = !isNear && word(tokens, near.from).endsWith('ing');
  return [
    participle ? [subject, near] : joined(subject, action),
    joined(head, action),
    joined(subject, [verb, noun]),
    joined(head, [verb, noun]),
    action,
    [bare(tokens, noun)],
  ];
}

/** What a clause says to stand at a level or to move: "Sales rose to", "Sales were expected to reach", "They expect sales to reach". */
function moverOf({ tokens, places }: Words, { subject, verb }: Clause, end: number): Phrase | null {
  const isLead = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++)
      if (!TRAILING.test(word(tokens, i)) && !places.some((place) => place.from <= i && i < place.to)) return false;
    return true;
  };
  if (isLevel(tokens, verb.from, verb.to) && isLead(verb.to, end)) return subject?.to === verb.from ? subject : null;
  let to = verb.to;
  while (to < end && word(tokens, to) !== 'to') to++;
  if (to + 1 >= end || !isLevel(tokens, to + 1, to + 2) || !isLead(to + 2, end)) return null;
  return to === verb.to ? subject : { from: verb.to, to };
}

const isRelativeGap = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isRelative(word(tokens, i)) && word(tokens, i) !== ',') return false;
  return true;
};

/** Where the noun of a subject ends, before what is told of it: "agreement", of "agreement with Sable River Power". */
function headEnd(tokens: readonly Token[], { from, to }: Phrase): number {
  let end = from + 1;
  while (
    end < to &&
    !PREPOSITIONS.has(word(tokens, end)) &&
    !isRelative(word(tokens, end)) &&
    tokens[end]?.text !== ','
  )
    end++;
  return end;
}

/** Where nobody is named who expects it: "companies to spend", in "We expect companies to spend". */
function complementOf(tokens: readonly Token[], verb: Phrase, end: number): Phrase[][] {
  for (let i = verb.to + 1; i < end - 1; i++) {
    if (PREPOSITIONS.has(word(tokens, i)) && word(tokens, i) !== 'to') return [];
    if (word(tokens, i) === 'to') return PREPOSITIONS.has(word(tokens, verb.to)) ? [] : [[{ from: verb.to, to: end }]];
  }
  return [];
}

/** The pieces as one line, "…" for what is left out. */
function line(words: Words, before: readonly Phrase[], behind: Phrase | null): string {
  const { tokens } = words;
  const last = before.at(-1);
  const pieces = before.slice(0, -1).map((piece) => slice(words, piece));
  if (last !== undefined) {
    let to = last.to;
    while (to > last.from && TRAILING.test(word(tokens, to - 1))) to--;
    // "credits of" are credits; "values the start-up at …" goes on.
    const goesOn = /^(?:at|by|to|for|with|on|in|from|between|over|under|than)$/.test(word(tokens, to));
    const isVerb =
      to === last.from ||
      goesOn ||
      MODAL.test(word(tokens, to - 2)) ||
      isVerbAt(tokens, to - 1, 0) ||
      AUXILIARIES.has(word(tokens, to - 1));
    const kept =
      isVerb || behind !== null ? { from: last.from, to: withoutArticle(tokens, last) } : { from: last.from, to };
    const isBare = to === last.from && pieces.length > 0 && !goesOn;
    if (kept.to > kept.from && !isBare) pieces.push(slice(words, kept));
    if (behind === null && isVerb) pieces.push('');
  }
  if (behind !== null) pieces.push(slice(words, behind));
  return pieces.join(` ${GAP} `).trim();
}

function withoutArticle(tokens: readonly Token[], { from, to }: Phrase): number {
  let end = to;
  while (end > from && /^(?:a|an|the|full|combined|total|estimated|about)$/.test(word(tokens, end - 1))) end--;
  return end;
}

function written(words: Words, at: number): string | null {
  const { tokens, places } = words;
  const { ways, isLed, isWhole, from } = leadsTo(words, at);
  const isFirst = ways.every((way) => way.length === 0);
  const behind = (n: number): Phrase[] =>
    endsBehind(tokens, places[n]?.to ?? tokens.length, places.slice(n + 1), { isLed, isFirst });
  const own = behind(at);
  // A change tells what follows what it is a change of: "spend ... on accelerators, an increase of 4%".
  const ends = own.length > 0 || from === at ? own : behind(from);
  const choices: (Phrase | null)[] = isWhole || ends.length === 0 ? [...ends, null] : ends;
  for (const way of ways)
    for (const end of choices) {
      const text = line(words, way, end);
      if (text.length <= LONGEST && tells(text)) return text;
    }
  return null;
}

/** Is there a word in it that is not of grammar? */
const tells = (text: string): boolean =>
  tokensOf(text).some(({ kind, lower }) => kind === 'word' && lower.length > 2 && !isFunctionWord(lower));
