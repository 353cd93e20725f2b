import type { Document } from '../../src/model.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { instantInWords } from '../../src/typography/instant.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { type Block, blocksOf } from './blocks.ts';
import { fitted, type Room } from './fit.ts';
import { LIMITS } from './limits.ts';
import { escaped } from './words.ts';

/** What is sent: `text` is what notifications and screen readers say. */
export type Message = { readonly text: string; readonly blocks: readonly Block[] };

const MESSAGE: Room = { blocks: LIMITS.blocks, surface: { tables: LIMITS.tables, charts: LIMITS.charts } };
const LEAN: Room = { blocks: LIMITS.blocks, surface: { tables: 0, charts: 0 } };
const VIEW: Room = { blocks: LIMITS.viewBlocks - 1, surface: { tables: 0, charts: 0 } };

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
          piece.kind === 'receipt' ? `[${piece.n}]` : piece.kind === 'time' ? instantInWords(piece) : piece.text,
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
