import { ParseError } from '../errors.ts';

/** What files of other kinds start with, decoded as text. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, 'a PDF file'],
  [/^PK\u0003\u0004/, 'a ZIP archive or an office document'],
  [/^.?PNG\r?\n|^GIF8|^.{1,4}(?:JFIF|Exif)|^RIFF.{1,8}WEBP|^.{4,8}ftyp(?:avif|heic)/s, 'a picture'],
  [/^\u001f./s, 'a compressed file; its server has to name the compression in the header Content-Encoding'],
  [/^ID3|^OggS|^.{4,8}ftyp|^.?E.?.?.?matroska/s, 'sound or a video'],
];
const MARKUP = /<[a-z_!?]/i;
/** How far in there may be other output before the document, such as a warning of the server's program. */
const HEAD = 100_000;

/**
 * Refuses what is no document of any format of feeds, by a ParseError in words. Markup of any kind passes, also behind other text: what
 * it is, its reader tells.
 */
export function refuseForeign(text: string): void {
  const refuse = (what: string): never => {
    throw new ParseError('feed', what);
  };
  const start = text.slice(0, 60).replace(/^\ufeff/, '');
  if (text.trim() === '')
    refuse('the feed is empty; open its address in a browser, and ask its publisher if it stays so');
  const kind = KINDS.find(([form]) => form.test(start))?.[1];
  if (kind !== undefined) refuse(`not a feed but ${kind}; check that the address is that of a feed`);
  if (MARKUP.test(text.slice(0, HEAD))) return;
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text.slice(0, 1000)))
    refuse('not a feed but bytes that are no text; open the address in a browser to see what is there');
  const words = start.replace(/\s+/g, ' ').trim().slice(0, 40);
  refuse(
    `neither XML nor JSON but plain text that begins “${words}”; open the address in a browser to see whether its feed moved or the site is down`,
  );
}
