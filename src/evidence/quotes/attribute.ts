import type { Cast } from '../people/cast.ts';
import type { NameRun } from '../people/names.ts';
import type { Prose, Token } from '../people/tokens.ts';
import {
  clauseAfter,
  clauseBefore,
  closingClause,
  type Ending,
  endingOf,
  signatureAfter,
  verbBeside,
} from './clauses.ts';
import type { Marked } from './marks.ts';
import { phraseStartingAt, type Reader } from './phrases.ts';
import { lastPerson, type Phrase, type Range, resolve, type Sofar, type Speaker, speakerOf } from './source.ts';
import { firstSubject, subjectBefore } from './subjects.ts';
import { verbAt } from './verbs.ts';

/** How a speaker was found, surest first. */
export type Ground =
  /** A reporting clause says so. */
  | 'clause'
  /** The speech goes on: in its paragraph, or announced by the one before, or never closed there. */
  | 'carried'
  /** It is whom the sentence of a fragment is about. */
  | 'sentence'
  /** It is who spoke or was spoken of last. */
  | 'guessed';

export type Attribution = {
  readonly speaker: Speaker | null;
  readonly by: Ground | null;
  /** Nothing of the narration stands in the quotation's sentence before it. */
  readonly opens: boolean;
  /** A verb of speech, a comma or a colon stands right before it. */
  readonly announced: boolean;
};

/** Who has spoken up to a quotation. */
type Course = {
  /** In this paragraph, last. */
  inParagraph: Speaker | null;
  /** Anywhere, last. */
  last: Speaker | null;
  /** The paragraph before ended with a colon after this speaker's clause. */
  announced: Speaker | null;
  /** Whether the paragraph before had a quotation. */
  quotedBefore: boolean;
  quotedHere: boolean;
};

type Place = {
  readonly sentence: number;
  readonly quoted: number;
  readonly lowest: number;
  readonly limit: number;
  readonly ending: Ending;
  readonly opens: boolean;
  readonly announced: boolean;
};

function sentencesOf(
  tokens: readonly Token[],
  runs: readonly NameRun[],
  isWhole: (quoted: number) => boolean,
): Range[] {
  const sentences: Range[] = [];
  let from = 0;
  let firstRun = 0;
  for (const [index, token] of tokens.entries()) {
    // 'wrote: "We are full." Another said': what is quoted may end the sentence.
    const isStop =
      (token.kind === 'mark' && /^[.!?]$/.test(token.text) && !goesOn(tokens[index + 1])) ||
      (token.kind === 'quoted' && isWhole(token.quoted ?? -1) && tokens[index + 1]?.initial === true);
    if (token.kind !== 'break' && !isStop) continue;
    const to = index + 1;
    let endRun = firstRun;
    for (let run = runs[endRun]; run !== undefined && run.from < to; run = runs[endRun]) endRun++;
    sentences.push({ from, to, firstRun, endRun, closes: token.kind === 'break' });
    from = to;
    firstRun = endRun;
  }
  return sentences;
}

/** A full stop before a comma, a bracket or a small letter belongs to an abbreviation. */
const goesOn = (next: Token | undefined): boolean =>
  next !== undefined && (/^[,;)\]]$/.test(next.text) || (next.kind === 'word' && !next.capital));

/** What a clause of the sentence says, nearest first: what announces the quotation, what follows it, what goes before. */
function byClause(reader: Reader, place: Place): Phrase | 'shared' | null {
  const { quoted, lowest, limit, ending, opens, announced } = place;
  const next = reader.tokens[quoted + 1];
  const goesOnRight = ending === 'comma' || ending === 'open' || (ending === 'bare' && opens);
  // "The members were plain: “We refused it,” one of them said.": the comma keeps the sentence open for who says so.
  const beside = announced && ending === 'comma' ? verbBeside(reader, quoted, limit) : null;
  return (
    signatureAfter(reader, quoted) ??
    beside ??
    (announced ? clauseBefore(reader, quoted, lowest) : null) ??
    (goesOnRight || (next?.kind === 'word' && !next.capital) ? clauseAfter(reader, quoted, limit) : null) ??
    (announced ? null : clauseBefore(reader, quoted, lowest)) ??
    (ending === 'stop' || opens ? null : closingClause(reader, quoted, limit))
  );
}

/** "Okafor disagreed. “It is a bubble.”": whose speech the sentence before tells, where it is of this paragraph and quotes nothing. */
function toldBefore(reader: Reader, { sentences, speakers }: Sofar, sentence: number): Phrase | null {
  const range = sentences[sentence - 1];
  if (range === undefined || range.closes || speakers[sentence - 1] !== undefined) return null;
  for (let v = range.from + 1; v < range.to && v < range.from + 30; v++) {
    const verb = verbAt(reader.tokens, v);
    if (verb?.kind !== 'speech' || verb.form !== 'past') continue;
    const subject = subjectBefore(reader, v, range.from);
    return subject?.kind === 'person' ? subject : null;
  }
  return null;
}

/** "A broker was blunter. “…,” he said.": somebody without a name whom the sentence before is about. */
function strangerIn(reader: Reader, { sentences }: Sofar, sentence: number): Phrase | null {
  const range = sentences[sentence - 1];
  if (range === undefined || range.closes || !/^(?:an?|one|another)$/.test(reader.tokens[range.from]?.lower ?? ''))
    return null;
  const phrase = phraseStartingAt(reader, range.from, range.to);
  return phrase?.kind === 'common' && phrase.role !== null ? phrase : null;
}

function attributed(
  reader: Reader,
  sofar: Sofar,
  course: Course,
  place: Place,
): { speaker: Speaker | null; by: Ground | null } {
  const { sentence, quoted, lowest, opens } = place;
  const clause = byClause(reader, place);
  if (clause === 'shared' && course.inParagraph !== null) return { speaker: course.inParagraph, by: 'clause' };
  if (clause !== null && clause !== 'shared') {
    const stranger =
      clause.kind === 'pronoun' && /^(?:he|she)$/.test(clause.word) ? strangerIn(reader, sofar, sentence) : null;
    return { speaker: resolve(sofar, sentence, stranger ?? clause), by: 'clause' };
  }
  if (!opens) {
    const subject = firstSubject(reader, lowest, quoted);
    return subject === null
      ? { speaker: null, by: null }
      : { speaker: resolve(sofar, sentence, subject), by: 'sentence' };
  }
  if (!course.quotedHere && course.announced !== null) return { speaker: course.announced, by: 'carried' };
  const told = toldBefore(reader, sofar, sentence);
  if (told !== null) return { speaker: resolve(sofar, sentence, told), by: 'carried' };
  if (course.inParagraph !== null) return { speaker: course.inParagraph, by: 'carried' };
  if (course.quotedBefore && course.last !== null) return { speaker: course.last, by: 'guessed' };
  const person = lastPerson(sofar, sentence, quoted, () => true);
  return person === null ? { speaker: null, by: null } : { speaker: speakerOf(person), by: 'guessed' };
}

/** Whom the paragraph that ends with the sentence announces: "Okafor was blunt:" */
function announcedBy(
  reader: Reader,
  sofar: Sofar,
  sentence: number,
  { from, to }: Range,
  last: Speaker | null,
): Speaker | null {
  if (reader.tokens[to - 2]?.text !== ':') return null;
  const clause = clauseBefore(reader, to - 1, from);
  const found = clause === 'shared' ? null : (clause ?? firstSubject(reader, from, to));
  return found === null ? last : resolve(sofar, sentence, found);
}

/** Finds who spoke each quotation, by its index among what is marked. */
export function attribute(prose: Prose, marked: readonly Marked[], cast: Cast): Attribution[] {
  const { text, narration: tokens } = prose;
  const reader = { text, tokens, cast };
  const sentences = sentencesOf(tokens, cast.runs, (quoted) => text.charAt((marked[quoted]?.end ?? 0) - 1) === '.');
  const speakers: (Speaker | undefined)[] = Array.from({ length: sentences.length });
  const sofar: Sofar = { tokens, cast, sentences, speakers };
  const attributions: Attribution[] = [];
  const course: Course = { inParagraph: null, last: null, announced: null, quotedBefore: false, quotedHere: false };
  for (const [sentence, range] of sentences.entries()) {
    /** Where the clause begins: a quotation that ended its sentence bounds what follows. */
    let lowest = range.from;
    for (let quoted = range.from; quoted < range.to; quoted++) {
      const mark = marked[tokens[quoted]?.quoted ?? -1];
      if (mark === undefined) continue;
      const opens = lowest === quoted;
      const before = tokens[quoted - 1];
      const announced =
        !opens && (before?.text === ',' || before?.text === ':' || verbAt(tokens, quoted - 1)?.kind === 'speech');
      const ending = endingOf(text, mark.end, mark.outerEnd);
      const place = { sentence, quoted, lowest, limit: range.to, ending, opens, announced };
      const { speaker, by }: { speaker: Speaker | null; by: Ground | null } =
        mark.continues && course.last !== null
          ? { speaker: course.last, by: 'carried' }
          : attributed(reader, sofar, course, place);
      attributions[tokens[quoted]?.quoted ?? -1] = { speaker, by, opens, announced };
      const next = tokens[quoted + 1];
      const final = text.charAt(mark.end - 1);
      if (final === '.' || (/[!?]/.test(final) && (next?.initial === true || next?.kind === 'quoted')))
        lowest = quoted + 1;
      course.quotedHere = true;
      if (speaker === null) continue;
      course.inParagraph = speaker;
      course.last = speaker;
      speakers[sentence] = speaker;
    }
    if (!range.closes) continue;
    course.announced = announcedBy(reader, sofar, sentence, range, course.last);
    course.inParagraph = null;
    course.quotedBefore = course.quotedHere;
    course.quotedHere = false;
  }
  return attributions;
}
