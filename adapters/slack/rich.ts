import type { types } from '@slack/bolt';
import type { Inline } from '../../src/model.ts';
import { webAddress, within } from '../../src/typography/address.ts';
import { typedInChat } from '../../src/typography/command.ts';
import { instantInWords } from '../../src/typography/instant.ts';
import { LIMITS } from './limits.ts';
import { escaped, harmless } from './words.ts';

type Element = types.RichTextElement;

/** Slack shows an instant in each reader's own zone; the fallback is for clients that cannot. */
const DATE_FORMATS = {
  date: '{date_short_pretty}',
  time: '{time}',
  datetime: '{date_short_pretty} {time}',
  relative: '{ago}',
} as const;

const STYLES = { strong: { bold: true }, emphasis: { italic: true }, code: { code: true } } as const;

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

export function textElement(text: string, style?: types.RichTextText['style']): Element[] {
  const shown = harmless(text);
  return shown === '' ? [] : [{ type: 'text', text: shown, ...(style === undefined ? {} : { style }) }];
}

export function linkElement(text: string, href: string, style?: types.RichTextLink['style']): Element[] {
  const url = within(webAddress(href), LIMITS.address);
  if (url === null || text.trim() === '') return textElement(text, style);
  return [{ type: 'link', url, text: harmless(text), ...(style === undefined ? {} : { style }) }];
}

function element(piece: Inline): Element[] {
  switch (piece.kind) {
    case 'text':
      return textElement(piece.text, piece.style === undefined ? undefined : STYLES[piece.style]);
    case 'command':
      return textElement(typedInChat(piece), STYLES.code);
    case 'link':
      return linkElement(piece.text, piece.href);
    case 'receipt':
      return linkElement(`[${piece.n}]`, piece.href);
    case 'time': {
      const fallback = instantInWords(piece);
      return [{ type: 'date', timestamp: seconds(piece.at), format: DATE_FORMATS[piece.style], fallback }];
    }
  }
}

/** Pieces of a sentence as elements of a rich text: nothing in their words is read as markup. */
export const richElements = (content: readonly Inline[]): Element[] => content.flatMap(element);

const mrkdwnAddress = (url: string): string =>
  url.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C');

/** Anybody's words where Slack reads markup: entities for its three characters, and nothing that would begin a style or be an emoji. */
const unmarked = (text: string): string => escaped(text).replace(/[*_~`]|:(?=[a-z0-9_+'-]+:)/gi, '\u2060$&\u2060');

function mrkdwn(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
      return unmarked(piece.text);
    case 'command':
      return unmarked(typedInChat(piece));
    case 'time':
      return `<!date^${seconds(piece.at)}^${DATE_FORMATS[piece.style]}|${instantInWords(piece)}>`;
    case 'link':
    case 'receipt': {
      const words = piece.kind === 'receipt' ? `[${piece.n}]` : unmarked(piece.text);
      const url = within(webAddress(piece.href), LIMITS.address);
      return url === null || words.trim() === '' ? words : `<${mrkdwnAddress(url)}|${words}>`;
    }
  }
}

/**
 * Small print: plain words alone, else one text in Slack's markup (several stand apart from each other, a comma from its link). Null where it
 * does not fit in a context block: then it is a rich text.
 */
export function contextElements(content: readonly Inline[]): types.TextObject[] | null {
  const plain = content.map((piece) =>
    piece.kind === 'text' ? piece.text : piece.kind === 'command' ? typedInChat(piece) : null,
  );
  const isPlain = !plain.includes(null);
  const text = (isPlain ? harmless(plain.join('')) : content.map(mrkdwn).join('')).trim();
  if (text === '' || text.length > LIMITS.textObject) return null;
  return [isPlain ? { type: 'plain_text', text, emoji: false } : { type: 'mrkdwn', text, verbatim: true }];
}

/** Words and addresses of pieces, in UTF-16 code units. */
export function sizeOf(content: readonly Inline[]): { readonly words: number; readonly addresses: number } {
  let words = 0;
  let addresses = 0;
  for (const piece of content) {
    if (piece.kind === 'time') words += instantInWords(piece).length;
    else if (piece.kind === 'receipt') words += `[${piece.n}]`.length;
    else words += harmless(piece.kind === 'command' ? typedInChat(piece) : piece.text).length;
    if (piece.kind === 'link' || piece.kind === 'receipt') addresses += piece.href.length;
  }
  return { words, addresses };
}
