import { ENGLISH, type Words } from '../../src/locale/index.ts';
import type { Document, Inline } from '../../src/model.ts';
import { typedInChat } from '../../src/typography/command.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { harmless } from '../../src/typography/harmless.ts';
import { instantInWords } from '../../src/typography/instant.ts';
import { type Atom, atomsOf, type Surface } from './atoms.ts';
import { type Block, blocksOf } from './blocks.ts';
import { fitted, type Rest, type Room } from './fit.ts';
import { front } from './front.ts';
import { LIMITS } from './limits.ts';
import { escaped } from './words.ts';

/** What is sent: `text` is what notifications and screen readers say. */
export type Message = { readonly text: string; readonly blocks: readonly Block[] };

const NOWHERE: Rest = { words: ENGLISH.platforms, where: null };

/** From the best form to words alone: Slack that refuses one gets the next. */
export type Form = (document: Document, rest?: Rest) => Message;

const MESSAGE: Surface = { tables: LIMITS.tables, charts: LIMITS.charts, paged: true };
const UNPAGED: Surface = { ...MESSAGE, paged: false };
const LEAN: Surface = { tables: 0, charts: 0, paged: false };

const room = (blocks: number, surface: Surface): Room => ({ blocks, surface });

const summaryOf = (document: Document): string => escaped(shortened(document.summary, LIMITS.text / 2));

function message(document: Document, surface: Surface, rest: Rest): Message {
  const { shown } = fitted(front(document, rest.words), room(LIMITS.blocks, surface), rest);
  return { text: summaryOf(document), blocks: blocksOf(shown) };
}

/** A document as Slack shows it best. */
export const render: Form = (document, rest = NOWHERE) => message(document, MESSAGE, rest);

/** The same without what not every workspace has yet: tables to leaf through (May 2026). */
export const renderUnpaged: Form = (document, rest = NOWHERE) => message(document, UNPAGED, rest);

/** The same without what Slack is most likely to refuse: tables and charts. */
export const renderLean: Form = (document, rest = NOWHERE) => message(document, LEAN, rest);

/** Whether a message has no room for all of a document. */
export const isCut = (document: Document): boolean => fitted(document, room(LIMITS.blocks, MESSAGE), NOWHERE).isCut;

/** The blocks of a home page or a modal. */
export const renderView = (document: Document, words: Words['platforms'] = ENGLISH.platforms): readonly Block[] =>
  blocksOf(fitted(document, room(LIMITS.viewBlocks - 1, LEAN), { words, where: words.inLatest }).shown);

/** Inline pieces in plain words; with `addresses` a link is followed by where it leads. */
function plain(content: readonly Inline[], addresses: boolean): string {
  return content
    .map((piece) => {
      if (piece.kind === 'time') return instantInWords(piece);
      if (piece.kind === 'command') return typedInChat(piece);
      const words = piece.kind === 'receipt' ? `[${piece.n}]` : piece.text;
      return addresses && piece.kind !== 'text' ? `${words} <${piece.href}>` : words;
    })
    .join('');
}

function lineOf(atom: Atom, addresses: boolean): string {
  switch (atom.kind) {
    case 'heading':
      return addresses && atom.href !== null ? `${atom.text} <${atom.href}>` : atom.text;
    case 'quote': {
      const by = addresses ? plain(atom.by, addresses) : '';
      return by === '' ? `“${atom.text}”` : `“${atom.text}”\n${by}`;
    }
    case 'code':
      return atom.text;
    case 'line':
    case 'context':
    case 'item':
      return plain(atom.content, addresses);
    default:
      return '';
  }
}

/** All of a document as a text file. */
export function plainText(document: Document): string {
  const lines = atomsOf(document, LEAN).flatMap((atom) => {
    const line = harmless(lineOf(atom, true)).trim();
    if (line === '') return [];
    return atom.kind === 'heading' ? ['', line] : [atom.kind === 'item' ? `- ${line}` : line];
  });
  return `${lines.join('\n').trim()}\n`;
}

/** The last resort, words alone: sent when Slack refuses the blocks, so that something is there rather than nothing. */
export const renderBare: Form = (document, rest = NOWHERE) => {
  let text = '';
  for (const atom of atomsOf(front(document, rest.words), LEAN)) {
    const line = escaped(lineOf(atom, false).trim());
    if (line === '') continue;
    if (text.length + line.length + 1 > LIMITS.text) break;
    text = text === '' ? line : `${text}\n${line}`;
  }
  return { text: text === '' ? summaryOf(document) : text, blocks: [] };
};
