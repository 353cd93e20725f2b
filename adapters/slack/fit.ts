import type { Words } from '../../src/locale/index.ts';
import type { Document } from '../../src/model.ts';
import { type Atom, atomsOf, type Surface } from './atoms.ts';
import { beginsBlock } from './blocks.ts';
import { LIMITS } from './limits.ts';

export type Room = { readonly blocks: number; readonly surface: Surface };

/** Kept free for the line that says how much is not shown. */
const NOTE = 120;

/** How a message says that it is not all: in whose words, and where the rest is. */
export type Rest = { readonly words: Words['platforms']; readonly where: string | null };

const isStory = (atom: Atom): boolean => atom.kind === 'heading' && atom.level === 3;
const isFoot = ({ kind }: Atom): boolean => kind === 'actions' || kind === 'context' || kind === 'divider';

const sum = (atoms: readonly Atom[], of: (atom: Atom) => number): number =>
  atoms.reduce((total, atom) => total + of(atom), 0);

/**
 * Small print and buttons at the end, which stay whatever is dropped above them: the buttons always. Small print that no line divides from
 * stories is that of the last of them, and goes with it.
 */
function footOf(atoms: readonly Atom[]): readonly Atom[] {
  let start = atoms.length;
  for (let at = atoms.length - 1; at >= 0; at -= 1) {
    const atom = atoms[at];
    if (atom === undefined || !isFoot(atom)) break;
    start = at;
  }
  const foot = atoms.slice(start);
  const isApart = foot[0]?.kind === 'divider' || !atoms.slice(0, start).some(isStory);
  if (!isApart) return foot.filter(({ kind }) => kind === 'actions');
  const fits = sum(foot, ({ words, addresses }) => words + addresses) <= LIMITS.piece;
  return fits ? foot : foot.filter(({ kind }) => kind === 'actions');
}

/** A heading or a divider with nothing below it says nothing. */
function withoutLooseEnds(atoms: readonly Atom[]): readonly Atom[] {
  const last = atoms.findLastIndex(({ kind }) => kind !== 'heading' && kind !== 'divider');
  return last === -1 ? atoms : atoms.slice(0, last + 1);
}

/** How much does not stand here, for people. */
function dropped(atoms: readonly Atom[], document: Document, { words, where: elsewhere }: Rest): Atom[] {
  const stories = atoms.filter(isStory).length;
  const parts = atoms.filter(({ kind }) => kind !== 'heading' && kind !== 'divider').length;
  if (parts === 0) return [];
  const more = stories > 0 ? words.moreStories(stories) : words.moreEntries(parts);
  const where = document.thread.length > 0 ? words.inThread : elsewhere;
  const text = where === null ? more : `${more} ${where}`;
  return [{ kind: 'context', content: [{ kind: 'text', text }], words: text.length, addresses: 0 }];
}

/** Words, addresses and blocks that are left to take. */
type Budget = { words: number; all: number; blocks: number };

function takes(budget: Budget, atom: Atom, before: Atom | undefined): boolean {
  budget.words -= atom.words;
  budget.all -= atom.words + atom.addresses;
  if (beginsBlock(atom, before)) budget.blocks -= 1;
  return budget.words >= 0 && budget.all >= 0 && budget.blocks >= 0;
}

/** Whether an atom cannot be shown whatever room there is: too long by itself, or beyond the last row of its table. */
function isTooMuch(atom: Atom, rows: Map<number, number>): boolean {
  if (atom.words + atom.addresses > LIMITS.piece) return true;
  if (atom.kind !== 'row') return false;
  const row = (rows.get(atom.table) ?? 1) + 1;
  rows.set(atom.table, row);
  return row > LIMITS.tableRows;
}

export type Fitted = { readonly shown: readonly Atom[]; readonly isCut: boolean };

/** As much of a document as there is room for, from its top; a story stands there whole or not at all. */
export function fitted(document: Document, room: Room, rest: Rest): Fitted {
  const atoms = atomsOf(document, room.surface);
  const foot = footOf(atoms);
  const body = atoms.filter((atom) => !foot.includes(atom));
  const budget: Budget = {
    words: LIMITS.characters - NOTE - sum(foot, (atom) => atom.words),
    all: LIMITS.charactersWithAddresses - NOTE - sum(foot, (atom) => atom.words + atom.addresses),
    blocks: room.blocks - 1 - foot.length,
  };
  const rows = new Map<number, number>();
  const kept: Atom[] = [];
  const left: Atom[] = [];
  let headless = false;
  for (const [index, atom] of body.entries()) {
    const tooMuch = isTooMuch(atom, rows);
    // What stands below a heading that is not shown would seem to belong to the one before.
    if (atom.kind === 'heading' || atom.kind === 'divider') headless = tooMuch;
    if (tooMuch || headless) {
      left.push(atom);
      continue;
    }
    if (takes(budget, atom, kept.at(-1))) {
      kept.push(atom);
      continue;
    }
    left.push(...body.slice(index));
    const story = kept.findLastIndex(isStory);
    // A story that would be cut goes whole, unless it is the first.
    if (!isStory(atom) && kept.slice(0, Math.max(0, story)).some(isStory)) left.unshift(...kept.splice(story));
    break;
  }
  const more = dropped(left, document, rest);
  return { shown: [...(left.length > 0 ? withoutLooseEnds(kept) : kept), ...more, ...foot], isCut: more.length > 0 };
}
