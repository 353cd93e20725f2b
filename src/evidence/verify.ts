/**
 * THE GATE. Every figure, quote and point that reaches a Debrief or an Answer is made here and nowhere else: whatever
 * made a claim, it is read by the same extractors as the articles are, and compared with them reading by reading.
 */

import { isCurrency } from '../domain/currencies.ts';
import { inFull } from '../domain/in-full.ts';
import { cellsIn } from '../language/tables.ts';
import type { Article, Figure, FigureReading, Point, Quote, QuoteReading, Reason, Span, Verified } from '../model.ts';
import { standsAround } from './told/stands.ts';
import { isReadable, translationReasons, untouchedReasons } from './translation/index.ts';
import { judge } from './verify/judge.ts';
import { prepare, type Rest, type Source } from './verify/prepare.ts';

export type { Source } from './verify/prepare.ts';

/** What the gate says of a claim. */
export type Verdict = {
  readonly ok: boolean;
  /** Empty when `ok`; else the weightiest first. */
  readonly reasons: readonly Reason[];
  /** How well the sources carry the claim, 0 to 1. */
  readonly score: number;
  /** The source sentences that the claim rests on, exact spans, in the order of the sources. */
  readonly cites: readonly Span[];
};

/** A point cites at most this many passages of at most this many characters, where what it rests on allows it. */
const CITES = { count: 3, characters: 400 };

function brand<T>(value: T): Verified<T> {
  return value as Verified<T>;
}

/** Is every figure, quote, name and statement of the claim carried by the sources? Throws for no text. */
export function verify(claim: string, sources: readonly Source[]): Verdict {
  const { reasons, score, rests } = judge(claim, sources.map(prepare));
  return { ok: reasons.length === 0, reasons, score, cites: citesOf(rests) };
}

function citesOf(rests: readonly Rest[]): Span[] {
  return rests.slice(0, CITES.count).map(({ source, start, end }) => ({
    article: source.id,
    start,
    end,
    text: source.text.slice(start, end),
  }));
}

function touches(rests: readonly Span[]): (rest: Rest) => boolean {
  return ({ source, start, end }) =>
    rests.some((span) => span.article === source.id && span.start < end && span.end > start);
}

/** Has the stored value, field by field, what the extractor reads? */
function same(stored: object, read: object): boolean {
  if (stored === read) return true;
  return Object.entries(read).every(
    ([key, value]) => JSON.stringify(Reflect.get(stored, key)) === JSON.stringify(value),
  );
}

/** A figure as the extractor reads it at that very place of the article, or why it is none. */
export function publishFigure(article: Article, reading: FigureReading): Verified<Figure> | Reason[] {
  const read = prepare(article).figuresAt.get(reading.start);
  if (read === undefined || !same(reading, read)) {
    return [{ kind: 'figure', given: reading.text, found: read?.text ?? null }];
  }
  // What would not come back from the store is not given out.
  const caption = standsAround(article.text, read) ? read.caption : null;
  return brand({ ...read, caption, article: article.id });
}

/** A quote as the extractor reads it at that very place of the article, or why it is none. */
export function publishQuote(article: Article, reading: QuoteReading): Verified<Quote> | Reason[] {
  const read = prepare(article).quotesAt.get(reading.start);
  if (read === undefined || !same(reading, read)) {
    return [{ kind: 'quote', given: reading.text, found: read?.text ?? null }];
  }
  return brand({ ...read, article: article.id });
}

/**
 * A sentence with the passages that it rests on, if the articles carry it. With `rests`, these passages with their
 * context must carry it.
 */
export function publishPoint(
  text: string,
  articles: readonly Article[],
  rests?: readonly Span[],
):
  | { readonly ok: true; readonly point: Verified<Point> }
  | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const prepared = articles.map(prepare);
  const { reasons: within, rests: found } = judge(text, prepared, rests && touches(rests));
  // A claim that names passages holds no better than one that names none: what contradicts it may stand beside them.
  const reasons = within.length === 0 && rests !== undefined ? judge(text, prepared).reasons : within;
  if (reasons.length > 0) return { ok: false, reasons };
  return { ok: true, point: brand({ text, cites: citesOf(found) }) };
}

/** What the table of an article says in the cell that begins there, with the heads of its row and its column; null where none does. */
export function publishCell(article: Article, at: number): Verified<Point> | null {
  const cell = cellsIn(article.text).find(({ start }) => start === at);
  if (cell === undefined || [cell.row, cell.text].includes('') || (cell.column === '' && !cell.alone)) return null;
  const figure = prepare(article).figuresAt.get(at);
  // Its heads tell another unit than money where it is told.
  const isMoney = figure?.end === cell.end && isCurrency(figure.unit?.split(' ')[0] ?? '');
  const said = isMoney ? inFull(figure.text, figure.value, figure.unit) : cell.text;
  const heads = [cell.row, cell.column].filter((head) => head !== '').join(', ');
  const cites = [cell, cell.rowAt, cell.columnAt]
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({
      article: article.id,
      start,
      end,
      text: article.text.slice(start, end),
    }));
  return brand({ text: `${heads}: ${said}`, cites });
}

/**
 * A verified sentence in another language (BCP 47): its figures, times, directions, negations, names, quotes and parties as they are. That
 * it says the same beside them is the translator's word, so the point keeps the cites of the English one. In a language that cannot be
 * checked the English stands behind it.
 */
export function publishTranslation(
  point: Verified<Point>,
  text: string,
  language: string,
):
  | { readonly ok: true; readonly point: Verified<Point> }
  | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const readable = isReadable(language);
  const reasons = readable ? translationReasons(point.text, text, language) : untouchedReasons(point.text, text);
  const told = readable ? text : `${text} (${point.text})`;
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, point: brand({ text: told, cites: point.cites }) };
}
