import { html } from 'hono/html';
import type { Words } from '../../src/locale/index.ts';
import type { Inline } from '../../src/model.ts';
import { webAddress } from '../../src/typography/address.ts';
import { typedInChat } from '../../src/typography/command.ts';
import { harmless } from '../../src/typography/harmless.ts';
import { instantInWords } from '../../src/typography/instant.ts';

/** Markup whose every value was escaped. */
export type Html = ReturnType<typeof html>;
export type Content = Html | string | readonly Content[];

/** What a page needs to know to be drawn. */
export type Look = {
  /** Where the visitor's own pages begin, seen from this one: `./`, `../`. Null in a file, which leads nowhere but to itself. */
  readonly root: string | null;
  readonly words: Words['page'];
};

export const words = (text: string): string => harmless(text);

/** An address of the web, a place on this page, or (`./`) one of the visitor's pages; null for anything else, such as `javascript:`. */
export function hrefOf(href: string, { root }: Look): string | null {
  if (/^#[\w-]+$/.test(href)) return href;
  if (href.startsWith('./')) return root === null ? null : `${root}${href.slice(2)}`;
  return webAddress(href);
}

/** Words as a link; as words where they may lead nowhere. */
export function linked(label: Content, href: string, look: Look): Content {
  const address = hrefOf(href, look);
  if (address === null) return label;
  return html`<a href="${address}">${label}</a>`;
}

/** What is typed in chat for what is a page here. */
function pageOfLine(line: string): string | null {
  const [, name = '', rest = ''] = /^(figures|trend|quotes|ask) (.+)$/.exec(line) ?? [];
  if (name === '') return null;
  const [, topic = rest, from = ''] = /^(.*?) --from (\d+)$/.exec(rest) ?? [];
  return `./search?${new URLSearchParams({ kind: name, q: topic, ...(from === '' ? {} : { from }) })}`;
}

function styled(piece: Extract<Inline, { kind: 'text' }>): Content {
  const text = words(piece.text);
  switch (piece.style) {
    case 'strong':
      return html`<strong>${text}</strong>`;
    case 'code':
      return html`<code>${text}</code>`;
    case 'emphasis':
      return html`<em>${text}</em>`;
    default:
      return text;
  }
}

function inline(piece: Inline, look: Look): Content {
  switch (piece.kind) {
    case 'text':
      return styled(piece);
    case 'command': {
      const page = pageOfLine(piece.text);
      return page === null ? html`<code>${words(typedInChat(piece))}</code>` : linked(words(piece.text), page, look);
    }
    case 'link':
      return linked(words(piece.text), piece.href, look);
    case 'receipt': {
      const number = `[${piece.n}]`;
      return html`<sup>${linked(number, piece.href, look)}</sup>`;
    }
    case 'time':
      return html`<time datetime="${piece.at}">${instantInWords(piece)}</time>`;
  }
}

export const line = (content: readonly Inline[], look: Look): Content => content.map((piece) => inline(piece, look));

/** What a line says without its markup. */
export const plainOf = (content: readonly Inline[]): string =>
  content
    .map((piece) => (piece.kind === 'receipt' || piece.kind === 'time' ? '' : piece.text))
    .join('')
    .trim();
