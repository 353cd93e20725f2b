import { calendar, publishedAt } from './calendar.ts';
import type { Piece, Publisher } from './publisher.ts';

/** A piece as it stands at a moment: dated, and before or after its correction. */
export type Report = {
  readonly publisher: Publisher;
  readonly piece: Piece;
  /** Path of its page on the newsroom's origin. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly published: Date;
  readonly updated: Date;
  /** The publisher's note about what it put right, once it did. */
  readonly correction: string | null;
};

/** All of a publisher's pieces, newest first, as they stand at `now`. */
export function edition(publisher: Publisher, now: Date, corrected: boolean): readonly Report[] {
  return publisher.pieces
    .map((piece) => report(publisher, piece, now, corrected))
    .sort((a, b) => b.published.getTime() - a.published.getTime());
}

function report(publisher: Publisher, piece: Piece, now: Date, corrected: boolean): Report {
  const published = publishedAt(now, piece.day, piece.time);
  const correction = corrected ? piece.correction : undefined;
  const right = (text: string): string =>
    correction === undefined ? text : text.replaceAll(correction.from, correction.to);
  return {
    publisher,
    piece,
    path: `/${publisher.id}/${piece.slug}`,
    title: right(piece.title),
    summary: right(piece.summary),
    text: right(piece.body(calendar(published))),
    published,
    updated: correction === undefined ? published : now,
    correction: correction?.note ?? null,
  };
}

/** The address under which a feed lists a report. */
export function link(origin: string, report: Report): string {
  const { links } = report.publisher.feed;
  if (links === 'relative') return report.piece.slug;
  const address = origin + report.path;
  return links === 'tracked'
    ? `${address}?utm_source=rss&utm_medium=feed&utm_campaign=${report.publisher.id}`
    : address;
}
