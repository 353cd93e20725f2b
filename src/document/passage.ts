import { sentencesIn } from '../language/sentences.ts';
import { type Cell, cellAt, isTable } from '../language/tables.ts';
import type { Article, Span } from '../model.ts';
import type { PassagePiece } from '../ports/pages.ts';
import { shortened } from '../typography/graphemes.ts';

/** What something rests on: a sentence, or the figure or quote itself. */
export type Marked = { readonly span: Pick<Span, 'start' | 'end'>; readonly depth: 1 | 2 };

/** Words of an article in their context; `first` is what they open at. */
export type Passage = { readonly pieces: readonly PassagePiece[]; readonly first: Pick<Span, 'start' | 'end'> };

/** How much of the sentences before and behind is shown, in characters. */
export type Room = { readonly before: number; readonly after: number };

type Window = { start: number; end: number; isCut: boolean; readonly marks: Marked[]; readonly cell: Cell | null };

const FEWEST = 24;
/** What is shown of a sentence on each side of a mark, in characters: pages have tables and lists that never end a sentence. */
const REACH = 200;
/** How far an end of a window moves to stand between words. */
const WORD = 30;

/** A place between words at or soon behind `at`; where there are none, between characters. */
function betweenWords(text: string, at: number): number {
  const near = text.slice(at, at + WORD);
  const gap = near.search(/\s/);
  if (gap >= 0) return at + gap;
  return /^[\udc00-\udfff]/.test(near) ? at + 1 : at;
}

/** What stands beside a window, as far as there is room: of its paragraph, or of the next one; not across what a thinned text has lost. */
function beside(whole: string, room: number, end: 'before' | 'after'): string {
  const text = whole.replace(end === 'before' ? /\n{1,2}$/ : /^\n{1,2}/, '');
  const near = end === 'before' ? text.slice(text.lastIndexOf('\n\n') + 1) : text.split('\n\n', 1)[0];
  const line = (near ?? '').replace(/\s+/g, ' ').trim();
  if (isTable(line) || line.length < FEWEST || room === 0) return '';
  if (end === 'after') return ` ${shortened(line, room)}`;
  if (line.length <= room) return `${line} `;
  return `…${line.slice(betweenWords(line, line.length - room))} `;
}

type Text = Pick<Article, 'text'>;

const read = new WeakMap<Text, ReturnType<typeof sentencesIn>>();

/** The sentences of an article, found once for as long as it is at hand. */
function sentencesOf(article: Text): ReturnType<typeof sentencesIn> {
  const sentences = read.get(article) ?? sentencesIn(article.text);
  read.set(article, sentences);
  return sentences;
}

/** Sentences that marks lie in, those that touch as one; of one that is very long, what is near. */
function windowsOf(article: Text, marks: readonly Marked[]): Window[] {
  const { text } = article;
  const sentences = sentencesOf(article);
  const windows: Window[] = [];
  for (const mark of marks.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const cell = cellAt(text, mark.span);
    if (cell !== null) {
      windows.push({ start: cell.start, end: cell.end, isCut: false, marks: [mark], cell });
      continue;
    }
    const touched = sentences.filter(({ start, end }) => start < mark.span.end && end > mark.span.start);
    const first = Math.min(mark.span.start, ...touched.map((sentence) => sentence.start));
    const past = Math.max(mark.span.end, ...touched.map((sentence) => sentence.end));
    const start = mark.span.start - first > REACH ? betweenWords(text, mark.span.start - REACH) : first;
    const end = past - mark.span.end > REACH ? betweenWords(text, mark.span.end + REACH) : past;
    const isCut = end < past;
    const last = windows.at(-1);
    if (last !== undefined && last.cell === null && start <= last.end + 2) {
      if (end >= last.end) last.isCut = isCut;
      last.end = Math.max(last.end, end);
      last.marks.push(mark);
    } else windows.push({ start, end, isCut, marks: [mark], cell: null });
  }
  return windows;
}

/** What a cell is by the heads of its row and column, and by what is said of its table: of which company, "in millions". */
function headsOf({ row, column, notes }: Cell, room: Room): string {
  const heads = [row, column].filter((head) => head !== '').join(', ');
  const title = notes === '' ? '' : `${shortened(notes, Math.max(room.before, REACH))} · `;
  return `${title}${heads}${heads === '' ? '' : ': '}`;
}

/** A window cut where marks begin and end; `idOf` names where links lead. */
function piecesOf(text: string, { start, end, marks }: Window, idOf: (at: number) => string): PassagePiece[] {
  const inner = marks.flatMap(({ span }) => [span.start, span.end]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inner, end])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = marks.filter(({ span }) => span.start < to && span.end > from);
    return {
      text: text.slice(from, to).replace(/\s+/g, ' '),
      depth: over.some(({ depth }) => depth === 2) ? 2 : over.length > 0 ? 1 : 0,
      id: over.some(({ span }) => span.start === from) ? idOf(from) : null,
    };
  });
}

/** Each passage of an article that something rests on, in the order of the text. */
export function passagesOf(
  article: Text,
  marks: readonly Marked[],
  room: Room,
  idOf: (at: number) => string,
): Passage[] {
  const { text } = article;
  const windows = windowsOf(article, marks);
  return windows.flatMap((window, index) => {
    const [mark] = window.marks;
    if (mark === undefined) return [];
    const plain = (words: string): PassagePiece[] => (words === '' ? [] : [{ text: words, depth: 0, id: null }]);
    if (window.cell !== null)
      return [{ pieces: [...plain(headsOf(window.cell, room)), ...piecesOf(text, window, idOf)], first: mark.span }];
    const before = beside(text.slice(windows[index - 1]?.end ?? 0, window.start), room.before, 'before');
    const after =
      beside(text.slice(window.end, windows[index + 1]?.start), room.after, 'after') || (window.isCut ? ' …' : '');
    return [{ pieces: [...plain(before), ...piecesOf(text, window, idOf), ...plain(after)], first: mark.span }];
  });
}
