import type { Document } from '../../src/model.ts';
import { type Atom, atomsOf, type Surface } from './atoms.ts';
import { type Block, blocksOf } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { timeInWords } from './rich.ts';
import { escaped, shortened } from './words.ts';

/** What is sent: `text` is what notifications and screen readers say. */
export type Message = { readonly text: string; readonly blocks: readonly Block[] };

type Room = { readonly blocks: number; readonly surface: Surface };

const MESSAGE: Room = { blocks: LIMITS.blocks, surface: { tables: LIMITS.tables, charts: LIMITS.charts } };
const LEAN: Room = { blocks: LIMITS.blocks, surface: { tables: 0, charts: 0 } };
const VIEW: Room = { blocks: LIMITS.viewBlocks - 1, surface: { tables: 0, charts: 0 } };

const isStory = (atom: Atom): boolean => atom.kind === 'heading' && atom.level === 3;
const isFoot = ({ kind }: Atom): boolean => kind === 'actions' || kind === 'context' || kind === 'divider';

const sum = (atoms: readonly Atom[], of: (atom: Atom) => number): number =>
  atoms.reduce((total, atom) => total + of(atom), 0);

/** Small print and buttons at the end, which stay whatever is dropped above them: the buttons always. */
function footOf(atoms: readonly Atom[]): readonly Atom[] {
  let start = atoms.length;
  for (let at = atoms.length - 1; at >= 0; at -= 1) {
    const atom = atoms[at];
    if (atom === undefined || !isFoot(atom)) break;
    start = at;
  }
  const foot = atoms.slice(start);
  const fits = sum(foot, ({ words, addresses }) => words + addresses) <= LIMITS.piece;
  return fits ? foot : foot.filter(({ kind }) => kind === 'actions');
}

/** A heading or a divider with nothing below it says nothing. */
function withoutLooseEnds(atoms: readonly Atom[]): readonly Atom[] {
  const last = atoms.findLastIndex(({ kind }) => kind !== 'heading' && kind !== 'divider');
  return last === -1 ? atoms : atoms.slice(0, last + 1);
}

/** How much does not stand here, for people. */
function dropped(atoms: readonly Atom[], document: Document): Atom[] {
  const stories = atoms.filter(isStory).length;
  const parts = atoms.filter(({ kind }) => kind !== 'heading' && kind !== 'divider').length;
  if (parts === 0) return [];
  const count = stories > 0 ? stories : parts;
  const noun = stories > 0 ? (count === 1 ? 'story' : 'stories') : count === 1 ? 'entry' : 'entries';
  const where = document.thread.length > 0 ? ' in the thread' : ', too much for one message';
  const text = `${count} more ${noun}${where}`;
  return [{ kind: 'context', content: [{ kind: 'text', text }], words: text.length, addresses: 0 }];
}

/** As much of a document as there is room for, from its top; a story stands there whole or not at all. */
function fitted(document: Document, room: Room): readonly Atom[] {
  const atoms = atomsOf(document, room.surface);
  const foot = footOf(atoms);
  const body = atoms.slice(0, atoms.length - foot.length).filter((atom) => !foot.includes(atom));
  const note = 60;
  let words = LIMITS.characters - note - sum(foot, (atom) => atom.words);
  let all = LIMITS.charactersWithAddresses - note - sum(foot, (atom) => atom.words + atom.addresses);
  const kept: Atom[] = [];
  const left: Atom[] = [];
  for (const [index, atom] of body.entries()) {
    if (atom.words + atom.addresses > LIMITS.piece) {
      left.push(atom);
      continue;
    }
    words -= atom.words;
    all -= atom.words + atom.addresses;
    const full = words < 0 || all < 0 || blocksOf([...kept, atom, ...foot]).length > room.blocks - 1;
    if (!full) {
      kept.push(atom);
      continue;
    }
    left.push(...body.slice(index));
    const story = kept.findLastIndex(isStory);
    // A story that is cut goes whole, unless it is all that there is.
    if (!isStory(atom) && story > 0 && kept.slice(0, story).some(isStory)) left.unshift(...kept.splice(story));
    break;
  }
  return [...(left.length > 0 ? withoutLooseEnds(kept) : kept), ...dropped(left, document), ...foot];
}

const summaryOf = (document: Document): string => escaped(shortened(document.summary, LIMITS.text / 2));

function message(document: Document, room: Room): Message {
  return { text: summaryOf(document), blocks: blocksOf(fitted(document, room)) };
}

/** A document as Slack shows it best. */
export const render = (document: Document): Message => message(document, MESSAGE);

/** The same without what Slack is most likely to refuse: tables and charts. */
export const renderLean = (document: Document): Message => message(document, LEAN);

/** The blocks of a home page or a modal. */
export const renderView = (document: Document): readonly Block[] => blocksOf(fitted(document, VIEW));

function lineOf(atom: Atom): string {
  switch (atom.kind) {
    case 'heading':
      return atom.text;
    case 'quote':
      return `“${atom.text}”`;
    case 'code':
      return atom.text;
    case 'line':
    case 'context':
    case 'item':
      return atom.content
        .map((piece) =>
          piece.kind === 'receipt' ? `[${piece.n}]` : piece.kind === 'time' ? timeInWords(piece) : piece.text,
        )
        .join('');
    default:
      return '';
  }
}

/** The last resort, words alone: sent when Slack refuses the blocks, so that something is there rather than nothing. */
export function renderBare(document: Document): Message {
  let text = '';
  for (const atom of atomsOf(document, LEAN.surface)) {
    const line = escaped(lineOf(atom).trim());
    if (line === '') continue;
    if (text.length + line.length + 1 > LIMITS.text) break;
    text = text === '' ? line : `${text}\n${line}`;
  }
  return { text: text === '' ? summaryOf(document) : text, blocks: [] };
}
