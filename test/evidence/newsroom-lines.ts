import type { Source } from '../../src/evidence/verify.ts';
import { PUBLISHERS } from '../../src/newsroom/articles/index.ts';
import { calendar, publishedAt } from '../../src/newsroom/calendar.ts';

/** When the newsroom of the lines is opened: a Tuesday. */
const NOW = new Date('2026-11-24T12:00:00Z');

const PIECES = new Map(PUBLISHERS.flatMap(({ pieces }) => pieces.map((piece) => [piece.slug, piece] as const)));

function sourceOf(slug: string): Source {
  const piece = PIECES.get(slug);
  if (piece === undefined) throw new Error(`no piece of the newsroom is called ${slug}`);
  const published = publishedAt(NOW, piece.day, piece.time);
  return {
    id: slug,
    text: piece.body(calendar(published)).trim(),
    published: published.toISOString(),
    title: piece.title,
  };
}

/** A line that an editor might write over articles of the newsroom; `kind` is what is false in it, null for a true one. */
export type Line = { readonly sources: readonly Source[]; readonly claim: string; readonly kind: string | null };

/** Reads blocks of the slugs of some articles, true lines behind "= " and false ones behind "! kind: ". */
export function newsroomLines(notation: string): Line[] {
  return notation.split(/\n\s*\n/).flatMap((block) => {
    const [slugs = '', ...lines] = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    if (slugs === '') return [];
    const sources = slugs.split(' ').map(sourceOf);
    return lines.map((line): Line => {
      const [, kind = null] = /^! ([^:]+): /.exec(line) ?? [];
      return { sources, claim: line.replace(/^(?:= |! [^:]+: )/, ''), kind };
    });
  });
}
