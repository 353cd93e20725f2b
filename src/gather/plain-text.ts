import { decodeHTML } from 'entities/decode';

/** A text without the marks of a section that was put into another: XML lets none stand within. */
export const bare = (text: string): string =>
  text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[|\]\]>/g, '') : text;

/** A mark of where a word may be broken, beside anything that is seen. */
const SOFT = /(?<=\S)\u00ad|\u00ad(?=\S)/g;

/** Text with one space for all white space in a row, that of no width too, and without the marks of where a word may be broken. */
export const squash = (text: string): string =>
  (text.includes('\u00ad') ? text.replace(SOFT, '') : text).replace(/[\s\u200b]+/g, ' ').trim();

/** HTML of one line to plain text: without tags, comments and scripts. A `<` that opens no tag stays. */
export function plainText(html: string): string {
  const text = html.includes('<')
    ? bare(html)
        .replace(/<(script|style)\b[^<>]{0,500}>[^<]{0,5000}<\/\1\s*>/gi, '')
        .replace(/<!--[^<>]{0,500}(?:-->|$)|<\/?[a-z][^<>]{0,2000}>/gi, '')
    : html;
  return squash(text.includes('&') ? decodeHTML(text) : text);
}
