/** An old text of which only the sentences are left that something rests on, each where it stood. */
import { z } from 'zod';
import { sha256 } from '../hash.ts';
import type { Article } from '../model.ts';
import { read } from './values.ts';

/** The pieces that are left, `[start, end]` in the whole text in UTF-16 units, in order; `hash` is that of the text as `spread` gives it. */
const Layout = z.object({
  length: z.number().int(),
  pieces: z.array(z.tuple([z.number().int(), z.number().int()])),
  hash: z.string(),
});
type Layout = z.infer<typeof Layout>;

/** What is stored of a thinned text: its pieces alone, a line each. */
export type Thinned = { readonly text: string; readonly layout: Layout };

/** `start` and `end` of what is left, in UTF-16 units. */
export type Place = { readonly start: number; readonly end: number };

/** Places that touch, or that nothing but white space parts, are one piece. */
function piecesOf(text: string, places: readonly Place[]): [number, number][] {
  const pieces: [number, number][] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const last = pieces.at(-1);
    if (last !== undefined && (start <= last[1] || text.slice(last[1], start).trim() === ''))
      last[1] = Math.max(last[1], end);
    else pieces.push([start, end]);
  }
  return pieces;
}

/** Leaves of a text what stands in these places. */
export function thin(text: string, places: readonly Place[]): Thinned {
  const pieces = piecesOf(text, places);
  const left = pieces.map(([start, end]) => text.slice(start, end)).join('\n');
  const layout = { length: text.length, pieces, hash: '' };
  return { text: left, layout: { ...layout, hash: sha256(spread(left, layout)) } };
}

/** The text with every piece where it stood in the whole one, and line ends for what is gone, so that no sentence runs into the next. */
export function spread(left: string, { length, pieces }: Layout): string {
  let read = 0;
  let text = '';
  for (const [start, end] of pieces) {
    text += '\n'.repeat(Math.max(0, start - text.length)) + left.slice(read, read + end - start);
    read += end - start + 1;
  }
  return text + '\n'.repeat(Math.max(0, length - text.length));
}

const SpanLike = z.object({
  article: z.string().nullable().default(null),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
});

/** A row's text as the model has it: whole, or what is left of it where it stood. */
export function textOf({
  text,
  layout,
}: {
  readonly text: string;
  readonly layout: string | null;
}): Pick<Article, 'text' | 'thinned'> {
  if (layout === null) return { text };
  const left = read(Layout, layout);
  return { text: spread(text, left), thinned: left.hash };
}

/** Every span in a stored value, wherever in it: of a figure, a quote, a cite. A sentence of an entry names no article: null. */
export function spansIn(value: unknown): z.infer<typeof SpanLike>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = SpanLike.safeParse(value);
  return [...(own.success ? [own.data] : []), ...Object.values(value).flatMap(spansIn)];
}
