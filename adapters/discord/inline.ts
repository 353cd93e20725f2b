import type { Inline } from '../../src/model.ts';
import { pageOf } from '../../src/typography/address.ts';
import { typedInChat } from '../../src/typography/command.ts';
import { instantInWords } from '../../src/typography/instant.ts';
import type { Mention } from './mentions.ts';
import { addressOf, asLabel, escaped, harmless, inFence, shortAddress } from './words.ts';

/** What leads to an article where there is room for its address: the [n] of a source, else the number alone, which `Sources` explains; or a headline. */
export type Mark = ({ readonly n: number } | { readonly headline: string }) & { readonly address: string | null };
/** Markup whose receipts are not written out yet. */
export type Markup = readonly (string | Mark)[];

const TIME_STYLES = { date: 'D', time: 't', datetime: 'f', relative: 'R' } as const;

function styled(text: string, style: 'strong' | 'emphasis' | 'code' | undefined): string {
  if (style === undefined || text.trim() === '') return escaped(text);
  // Markers must stand at the words, not at the space around them.
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*\S)(\s*)$/.exec(text) ?? [];
  if (style === 'code') return `${before}\`${inFence(inner).replaceAll('`', 'ˋ')}\`${after}`;
  const mark = style === 'strong' ? '**' : '*';
  return `${before}${mark}${escaped(inner)}${mark}${after}`;
}

function pieceOf(piece: Inline, mention: Mention): string | Mark {
  switch (piece.kind) {
    case 'command':
      return mention(piece) ?? styled(typedInChat(piece), 'code');
    case 'text':
      return styled(piece.text, piece.style);
    case 'link': {
      const address = shortAddress(piece.href);
      return address === null ? escaped(piece.text) : `[${asLabel(piece.text)}](${address})`;
    }
    case 'time': {
      const at = Date.parse(piece.at);
      return Number.isNaN(at) ? escaped(piece.at) : `<t:${Math.floor(at / 1000)}:${TIME_STYLES[piece.style]}>`;
    }
    case 'receipt':
      return { n: piece.n, address: addressOf(piece.href) };
  }
}

export const markupOf = (content: readonly Inline[], mention: Mention): Markup =>
  content.map((piece) => pieceOf(piece, mention));

/** As plain words, for a code block and wherever else nothing is formatted. */
export function plainOf(content: readonly Inline[]): string {
  return content
    .map((piece) => {
      if (piece.kind === 'receipt') return `[${piece.n}]`;
      if (piece.kind === 'command') return typedInChat(piece);
      return piece.kind === 'time' ? instantInWords(piece) : harmless(piece.text);
    })
    .join('');
}

/** How far a receipt's address is written out. */
export type Reach = 'number' | 'page' | 'sentence';

export function markOf(mark: Mark, reach: Reach): string {
  const { address } = mark;
  const isBare = address === null || reach === 'number';
  const target = isBare || reach === 'sentence' ? address : pageOf(address);
  if ('headline' in mark) return isBare ? escaped(mark.headline) : `[${asLabel(mark.headline)}](${target})`;
  return isBare ? `\\[${mark.n}\\]` : `[[${mark.n}]](${target})`;
}
