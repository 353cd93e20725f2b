import { IntegrityError } from '../errors.ts';
import { restore } from '../evidence/restore.ts';
import type { Article, Figure, Point, Quote, Verified } from '../model.ts';
import type { Log } from '../ports/log.ts';

export type Texts = ReadonlyMap<string, Article>;

/** The way back through the gate: what was stored and still stands in its articles; the rest is logged and left out. */
export type Gate = {
  figure(stored: Figure, texts: Texts): Verified<Figure> | null;
  figures(stored: readonly Figure[], texts: Texts): Verified<Figure>[];
  quote(stored: Quote, texts: Texts): Verified<Quote> | null;
  quotes(stored: readonly Quote[], texts: Texts): Verified<Quote>[];
  point(stored: Point, texts: Texts): Verified<Point> | null;
  points(stored: readonly Point[], texts: Texts): Verified<Point>[];
};

export function gateOf(log: Log): Gate {
  const pass = <T>(kind: string, restored: () => T): T | null => {
    try {
      return restored();
    } catch (error) {
      if (!(error instanceof IntegrityError)) throw error;
      log.error(
        { kind, subject: error.subject, reason: error.message },
        'what is stored does not stand in its article',
      );
      return null;
    }
  };
  const textOf = (texts: Texts, id: string): Article => {
    const article = texts.get(id);
    if (article === undefined) throw new IntegrityError(id, `the article ${id} is not in the store`);
    return article;
  };
  const figure = (stored: Figure, texts: Texts) =>
    pass('figure', () => restore('figure', stored, textOf(texts, stored.article)));
  const quote = (stored: Quote, texts: Texts) =>
    pass('quote', () => restore('quote', stored, textOf(texts, stored.article)));
  const point = (stored: Point, texts: Texts) =>
    pass('point', () =>
      restore(
        'point',
        stored,
        stored.cites.map(({ article }) => textOf(texts, article)),
      ),
    );
  const passing = <T, R>(all: readonly T[], one: (stored: T, texts: Texts) => R | null, texts: Texts): R[] =>
    all.map((stored) => one(stored, texts)).filter((passed) => passed !== null);

  return {
    figure,
    figures: (stored, texts) => passing(stored, figure, texts),
    quote,
    quotes: (stored, texts) => passing(stored, quote, texts),
    point,
    points: (stored, texts) => passing(stored, point, texts),
  };
}
