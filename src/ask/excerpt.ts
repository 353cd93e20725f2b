import { isGeneric } from '../language/organisations.ts';
import { isWhole, pointsBack } from '../language/stand.ts';
import type { Span } from '../model.ts';
import { datelineOf } from '../reading/dateline.ts';
import type { Readable } from './index-of.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

/** Sentences before the one that answers, at most. */
const BEFORE = 2;
const LONGEST = 400;
const DEFINITE = /^The (\p{Ll}+(?: \p{Ll}+)?)/u;
const EXISTENTIAL = /^There (?=(?:is|are|was|were|has been|have been)\b)/u;

/**
 * A text as it reads to somebody who asked: "The rule could ..." needs no explanation where the question is about a rule, nor "The
 * company" where it names one.
 */
const afterQuestion = (text: string, { asked, named }: Asked): string =>
  text.replace(EXISTENTIAL, 'Now there ').replace(DEFINITE, (whole, noun: string) => {
    const generic = isGeneric(noun.split(' ')[0] ?? '');
    const known = termsOf(noun).some((term) => asked.has(term)) || (named && generic);
    return known ? noun.charAt(0).toUpperCase() + noun.slice(1) : whole;
  });

/** What a question has told its reader already. */
type Asked = {
  readonly asked: ReadonlySet<string>;
  readonly named: boolean;
  /** Whether a cause is asked for. */
  readonly cause: boolean;
};

/** The cause stands before. */
const LEANS =
  /\b(?:as a result|for (?:that|this) reason|(?:that|which|this) is why|because of (?:that|this)|therefore|hence)\b/i;

/** Words that stand for somebody whom only an earlier sentence names. */
const PRONOUN = /^["“]?(?:It|Its|They|Their|He|She|His|Her|This|That|These|Those|Such|Both|Neither|Either)\b/u;

/** "Her former husband, Ed Whitfield, said": whom it is about is named at once. */
const NAMED =
  /^(?:His|Her|Its|Their)(?: \p{Ll}[\p{L}’'-]{0,30}){1,5}, \p{Lu}[\p{L}’'-]{0,30}(?: \p{Lu}[\p{L}’'.-]{0,30}){1,3},/u;

/**
 * What a reader is shown of a passage who has asked: its sentence, with the ones before it where it would not be understood alone ("It
 * starts in 2027.") or is half of a quotation. A description ("the line") is understood by whoever asked about it; a pronoun is not.
 * Null where that does not help.
 */
function excerptOf<T extends Readable>({ indexed, at }: Pick<Passage<T>, 'indexed' | 'at'>, known: Asked): Span | null {
  const { article, sentences } = indexed;
  const end = sentences[at]?.end;
  if (end === undefined) return null;
  let described: Span | null = null;
  for (let first = at; first >= Math.max(0, at - BEFORE); first -= 1) {
    const own = sentences[first]?.start ?? end;
    // Where and when a report was written is no part of what it says.
    const start = own + datelineOf(article.text.slice(own, end));
    const text = article.text.slice(start, end);
    if (text.length > LONGEST) break;
    const span = { article: article.id, start, end, text };
    const read = afterQuestion(text.replace(/\s+/gu, ' '), known);
    if (!isWhole(read)) continue;
    if (NAMED.test(read)) return span;
    if (!pointsBack(read) && !(known.cause && first === at && LEANS.test(read))) return span;
    if (described === null && !PRONOUN.test(read)) described = span;
    // What another paragraph says is another thing.
    if (/\n\s*\n/u.test(text) && described !== null) break;
  }
  return described;
}

/** The excerpts of passages for whoever asked a question, as `excerptOf` has them. */
export function excerptsFor({ text, names, wants }: Question): (passage: Passage<Readable>) => Span | null {
  const known = { asked: new Set(termsOf(text)), named: names.length > 0, cause: wants === 'cause' };
  return (passage) => excerptOf(passage, known);
}
