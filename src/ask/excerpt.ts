import { isGeneric } from '../language/organisations.ts';
import { isWhole, pointsBack } from '../language/stand.ts';
import type { Span } from '../model.ts';
import type { Readable } from './index-of.ts';
import type { Passage } from './passages.ts';
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
    const known = termsOf(noun).some((term) => asked.has(term)) || (named && isGeneric(noun.split(' ')[0] ?? ''));
    return known ? noun.charAt(0).toUpperCase() + noun.slice(1) : whole;
  });

/** What a question has told its reader already. */
export type Asked = { readonly asked: ReadonlySet<string>; readonly named: boolean };

/**
 * What a reader is shown of a passage who has asked: its sentence, with the ones before it in its paragraph where it
 * would not be understood alone ("It starts in 2027.") or is half of a quotation. Null where that does not help.
 */
export function excerptOf<T extends Readable>(
  { indexed, at }: Pick<Passage<T>, 'indexed' | 'at'>,
  known: Asked,
): Span | null {
  const { article, sentences } = indexed;
  const end = sentences[at]?.end;
  if (end === undefined) return null;
  for (let first = at; first >= Math.max(0, at - BEFORE); first -= 1) {
    const start = sentences[first]?.start ?? end;
    const text = article.text.slice(start, end);
    if (text.length > LONGEST || /\n\s*\n/u.test(text)) return null;
    const read = afterQuestion(text.replace(/\s+/gu, ' '), known);
    if (isWhole(read) && !pointsBack(read)) return { article: article.id, start, end, text };
  }
  return null;
}
