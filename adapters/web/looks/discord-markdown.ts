/**
 * Discord's markdown as its clients show it (support.discord.com, "Markdown Text 101"; discord.com/developers/docs/reference,
 * "Message Formatting"; discord-api-docs 6185 for links): what a message says is read here as Discord would read it, whatever was meant by it.
 */
import { html } from 'hono/html';
import { ENGLISH } from '../../../src/locale/index.ts';
import { type Content, type Look, linked } from '../inline.ts';

const LOOK: Look = { root: null, words: ENGLISH.page };

/** What was read at a place, and where reading goes on. */
type Found = { readonly shown: Content; readonly end: number };
type Reader = (text: string, at: number, inLink: boolean) => Found | null;

const TIMES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  R: { dateStyle: 'long' },
};

function instant(seconds: string, style: string): Content {
  const at = new Date(Number(seconds) * 1000);
  const words = new Intl.DateTimeFormat('en-US', { ...TIMES[style], timeZone: 'UTC' }).format(at);
  return html`<time class="token" datetime="${at.toISOString()}">${words}</time>`;
}

/** A backslash takes what a sign does; inside the words of a link it is a character like any other. */
const escaped: Reader = (text, at, inLink) => {
  const sign = text[at + 1];
  if (inLink || text[at] !== '\\' || sign === undefined || /[\w\s]/.test(sign)) return null;
  return { shown: sign, end: at + 2 };
};

const code: Reader = (text, at) => {
  const mark = /^`+/.exec(text.slice(at, at + 3))?.[0];
  if (mark === undefined) return null;
  const end = text.indexOf(mark, at + mark.length);
  if (end <= at + mark.length) return null;
  return { shown: html`<code>${text.slice(at + mark.length, end)}</code>`, end: end + mark.length };
};

/** Where what opens at `at` is closed again, brackets within it counted; -1 where it is not on this line. */
function closing(text: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let index = at; index < text.length && text[index] !== '\n'; index += 1) {
    if (text[index] === open) depth += 1;
    if (text[index] === close) depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** A masked link; words that look like an address of their own make it none. */
const link: Reader = (text, at, inLink) => {
  if (inLink || text[at] !== '[') return null;
  const bracket = closing(text, at, '[', ']');
  if (bracket === -1 || text[bracket + 1] !== '(') return null;
  const end = closing(text, bracket + 1, '(', ')');
  const label = text.slice(at + 1, bracket);
  const href = text.slice(bracket + 2, end).replace(/^<(.*)>$/, '$1');
  if (end === -1 || label.trim() === '' || !/^https?:\/\/\S+$/.test(href) || /https?:\/\//.test(label)) return null;
  return { shown: linked(inline(label, true), href, LOOK), end: end + 1 };
};

const bareAddress: Reader = (text, at, inLink) => {
  if (inLink) return null;
  const found = /^<?(https?:\/\/[^\s<>]+)/.exec(text.slice(at, at + 2_048));
  if (found === null) return null;
  const isQuiet = text[at] === '<';
  if (isQuiet && text[at + found[0].length] !== '>') return null;
  const address = isQuiet ? (found[1] ?? '') : found[0].replace(/(?<![)\].,:;"'!?])[)\].,:;"'!?]+$/, '');
  return { shown: linked(address, address, LOOK), end: at + address.length + (isQuiet ? 2 : 0) };
};

/** Mentions, commands, instants, and emoji by id or by name. */
const token: Reader = (text, at) => {
  const found =
    /^(?:<t:(-?\d{1,12})(?::([tTdDfFR]))?>|<\/([^:>]{1,100}):\d{1,20}>|<(@[!&]?|#)(\d{1,20})>|<?a?:(\w{2,32}):(?:\d{1,20}>)?|@(everyone|here)\b)/.exec(
      text.slice(at, at + 140),
    );
  if (found === null) return null;
  const [whole, seconds, style = 'f', command, kind, id, emoji, all] = found;
  const end = at + whole.length;
  if (seconds !== undefined) return { shown: instant(seconds, style), end };
  if (emoji !== undefined) return { shown: html`<span class="emoji" title=":${emoji}:">☺</span>`, end };
  const words =
    command !== undefined ? `/${command}` : all !== undefined ? `@${all}` : `${kind === '#' ? '#' : '@'}${id}`;
  return { shown: html`<span class="token mention">${words}</span>`, end };
};

type Marked = { readonly mark: string; readonly wrap: (inner: Content) => Content };
const MARKS: readonly Marked[] = [
  { mark: '***', wrap: (inner) => html`<em><strong>${inner}</strong></em>` },
  { mark: '**', wrap: (inner) => html`<strong>${inner}</strong>` },
  { mark: '__', wrap: (inner) => html`<u>${inner}</u>` },
  { mark: '~~', wrap: (inner) => html`<s>${inner}</s>` },
  { mark: '||', wrap: (inner) => html`<span class="spoiler">${inner}</span>` },
  { mark: '*', wrap: (inner) => html`<em>${inner}</em>` },
  { mark: '_', wrap: (inner) => html`<em>${inner}</em>` },
];

/** The next `mark` that no backslash and no code takes, or -1. */
function closer(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') at = Math.max(at, (code(text, at, false)?.end ?? 0) - 1);
    else if (text.startsWith(mark, at)) {
      // A single sign closes at a word, and two of them are another mark.
      if (mark.length === 1 && text[at + 1] === mark) at += 1;
      else if (mark.length > 1 || !/\s/.test(text[at - 1] ?? '')) {
        // Of a longer run the last signs close: `**a *b***`.
        while (text[at + mark.length] === mark[0] && mark.length > 1) at += 1;
        return at;
      }
    }
  }
  return -1;
}

const stress: Reader = (text, at, inLink) => {
  for (const { mark, wrap } of MARKS) {
    if (!text.startsWith(mark, at)) continue;
    const from = at + mark.length;
    // A single sign begins at a word, and a line low within a word is one of its letters.
    if (mark.length === 1 && !/\S/.test(text[from] ?? '')) continue;
    if (mark === '_' && /\w/.test(text[at - 1] ?? '')) continue;
    const end = closer(text, from, mark);
    if (end <= from || (mark === '_' && /\w/.test(text[end + 1] ?? ''))) continue;
    return { shown: wrap(inline(text.slice(from, end), inLink)), end: end + mark.length };
  }
  return null;
};

const READERS: readonly Reader[] = [escaped, code, link, bareAddress, token, stress];
/** What any reader may begin at; everything else is itself. */
const SIGNS = /[\\`[<h:@*_~|]/g;

function inline(text: string, inLink = false): Content {
  const shown: Content[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    SIGNS.lastIndex = at;
    const sign = SIGNS.exec(text);
    if (sign === null) break;
    at = sign.index;
    const found = READERS.reduce<Found | null>((first, read) => first ?? read(text, at, inLink), null);
    if (found === null) {
      at += 1;
      continue;
    }
    shown.push(text.slice(from, at), found.shown);
    from = found.end;
    at = found.end;
  }
  return [...shown, text.slice(from)];
}

const SIGN = /^(?:(#{1,3}) |(-#) |(> )|( *)(?:[-*]|(\d{1,9})\.) )(?=\S)(.*)$/s;

/** Lines in a row that are quoted are one quote; any other line stands by itself, the empty ones too. */
function lines(text: string): Content[] {
  const shown: Content[] = [];
  let quoted: string[] = [];
  const quote = (): void => {
    if (quoted.length > 0) shown.push(html`<blockquote>${lines(quoted.join('\n'))}</blockquote>`);
    quoted = [];
  };
  for (const line of text.split('\n')) {
    const [, head, note, said, indent, number, rest = ''] = SIGN.exec(line) ?? [];
    if (said !== undefined) {
      quoted.push(rest);
      continue;
    }
    quote();
    if (head !== undefined) shown.push(html`<p class="h${head.length}">${inline(rest)}</p>`);
    else if (note !== undefined) shown.push(html`<p class="note">${inline(rest)}</p>`);
    else if (indent !== undefined)
      shown.push(
        html`<p class="item${indent.length > 0 ? ' deep' : ''}" data-sign="${number === undefined ? '•' : `${number}.`}">${inline(rest)}</p>`,
      );
    else shown.push(html`<p>${line === '' ? '\u00A0' : inline(line)}</p>`);
  }
  quote();
  return shown;
}

/** A text as Discord shows it: what stands between fences as it is, the rest by its lines. */
export function discordMarkdown(text: string): Content {
  return text.split('```').map((piece, index, pieces) => {
    const isOpen = index === pieces.length - 1 && index % 2 === 1;
    if (index % 2 === 1 && !isOpen)
      return html`<pre tabindex="0">${piece.replace(/^[\w+-]*\n/, '').replace(/^\n|\n$/g, '')}</pre>`;
    const between = piece.replace(index > 0 ? /^\n/ : /^$/, '').replace(index < pieces.length - 1 ? /\n$/ : /^$/, '');
    return between === '' ? '' : lines(isOpen ? `\`\`\`${between}` : between);
  });
}
