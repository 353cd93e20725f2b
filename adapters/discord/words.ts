import { webAddress, within } from '../../src/typography/address.ts';
import { harmless as unarmed } from '../../src/typography/harmless.ts';
import { LIMITS } from './limits.ts';

/** Words from feeds and people without what would act; a word joiner keeps what reads as a mention or an emoji's name (`1:100:5`) from being one. */
export function harmless(text: string): string {
  return unarmed(text)
    .replace(/<(?=[!@#:/]|a:|t:|id:|sound:|https?:)/gi, '<\u2060')
    .replace(/@(?=everyone|here)/gi, '@\u2060')
    .replace(/:(?=[\w+-]{1,32}:)/g, ':\u2060');
}

/** For a TextDisplay: no character of it formats, mentions, or makes a link. */
export function escaped(text: string): string {
  return harmless(text)
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/^([ ]*)([#>+-])/gm, '$1\\$2')
    .replace(/^([ ]*\d+)([.)])/gm, '$1\\$2');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Escaped, on one line: for headings, items of a list and the words of a link. */
export const escapedLine = (text: string): string => escaped(oneLine(text));

/** Inside a masked link a backslash shows (discord-api-docs 6185): what would act there is written with a sign that looks like it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  '|': '∣',
  '<': '‹',
  '\\': '＼',
};

/** For the words of a masked link: on one line, and no character of it acts. */
export function asLabel(text: string): string {
  return harmless(oneLine(text))
    .replace(/[[\]*_~`|<\\]/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replaceAll('://', ':\u2060//');
}

/** For a code block, where nothing but its own fence acts. */
export function inFence(text: string): string {
  return harmless(text).replaceAll('``', '`\u2060`');
}

/** An address of the web as it stands in a masked link, or null for any other. */
export function addressOf(href: string): string | null {
  const address = webAddress(href);
  return address === null
    ? null
    : address.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('<', '%3C').replaceAll('>', '%3E');
}

/** An address short enough for a button, and for words that are not to be crowded out by it; null where it is not. */
export const shortAddress = (href: string): string | null => within(addressOf(href), LIMITS.buttonUrl);
