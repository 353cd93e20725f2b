/** How far a declaration may stand from the start, in bytes. HTML 13.2.3.2 says 1024; real pages put it later. */
const PRESCAN = 4096;

/** Labels that servers and generators send by default, whatever the bytes are. */
const UNTRUSTED = new Set(['windows-1252', 'utf-8']);

/**
 * Bytes of a feed or a page to text. A byte-order mark decides, then the HTTP header's charset, unless it is one that servers send whatever
 * they serve, then the document's own declaration; a declaration that the bytes contradict is set aside. Never fails: what no rule decides is UTF-8 where the
 * bytes are, but for a few, which become U+FFFD, else windows-1252 (WHATWG's fallback).
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  return withoutNul(decoded(bytes, contentType));
}

/** U+0000 is a character of neither XML (1.0 section 2.2) nor HTML (13.2.5), and databases refuse it. */
export const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);

function decoded(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes);
  if (marked !== null) return decode(bytes, marked);
  const wide = byZeros(bytes);
  if (wide !== null) return decode(bytes, wide);
  const own = known(declaredIn(latin1(bytes.subarray(0, PRESCAN))));
  const declared = known(charsetOf(contentType)) ?? own;
  const utf8 = strictUtf8(bytes);
  if (declared === null || UNTRUSTED.has(declared)) {
    const otherwise = own === null || own.startsWith('utf-') ? 'windows-1252' : own;
    return utf8 ?? damagedUtf8(bytes) ?? decode(bytes, otherwise);
  }
  // UTF-16 that is declared and has no zero byte is a lie: the declaration itself was read as ASCII.
  if (declared.startsWith('utf-16')) return utf8 ?? decode(bytes, 'windows-1252');
  // Single-byte text almost never happens to be valid UTF-8 beyond ASCII, and double-byte text only where there is little of it.
  if (utf8 !== null && (/^(?:iso-8859|windows-12|macintosh)/.test(declared) || isSurely(utf8))) return utf8;
  return decode(bytes, declared);
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null;
}

/** XML 1.0 appendix F: `<` without a mark tells the width by its zeros. */
function byZeros(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  return a === 0 && b === 0 && c === 0 && d === 0x3c ? 'utf-32be' : null;
}

function decode(bytes: Uint8Array, label: string): string {
  if (label.startsWith('utf-32')) return utf32(bytes, label === 'utf-32le');
  return new TextDecoder(label).decode(bytes);
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, little);
    if (code !== 0xfeff) parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('');
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 with a few bytes that are wrong or cut off, each as U+FFFD, as browsers show it; null where more is wrong than right, as all is in a
 * single-byte text.
 */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.split('\ufffd').length - 1;
  const right = (text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0) + (/\ufffd$/.test(text) ? 1 : 0);
  return wrong <= right ? text : null;
}

/** Whether a text that decoded as UTF-8 has enough beyond ASCII for that to be no accident. */
function isSurely(utf8: string): boolean {
  return (utf8.match(/[^\u0000-\u007f]/g)?.length ?? 0) >= 10;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredIn(head: string): string | null {
  return (
    /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    null
  );
}

/** The WHATWG name of an encoding label, or null for one that nobody knows. */
function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
