/**
 * What a text is made of, as figures are read: words (letters alone), literals (digits with the points and commas
 * between them), and every other sign on its own, but for rows of one. An address (URL, mail) is one token.
 */
export type Token = {
  readonly kind: 'word' | 'literal' | 'sign' | 'address';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text in lower case. */
  readonly lower: string;
  /** White space before it: none, some, or a line's end. */
  readonly gap: 'none' | 'space' | 'line';
};

const LETTER = /[\p{L}\p{M}]/u;
const SPACE = /\s/;
const TOP_LEVEL = new Set([
  'com',
  'org',
  'net',
  'io',
  'ai',
  'gov',
  'edu',
  'co',
  'uk',
  'de',
  'eu',
  'dev',
  'example',
  'html',
  'php',
]);

const isDigit = (code: number) => code >= 48 && code <= 57;
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  // Superscripts, signs and symbols of units (ª, º) are not letters of a word; surrogates are taken as signs.
  return (
    code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0xd800 || code > 0xdfff) && LETTER.test(text[at] ?? '')
  );
}
const isSpace = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code <= 32 || (code > 127 && SPACE.test(text[at] ?? ''));
};

function endOfChunk(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text, at)) at++;
  return at;
}

/** `12,345.6`: digits, with single points and commas between them. */
function endOfLiteral(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && isDigit(text.charCodeAt(at))) at++;
    const sign = text.charCodeAt(at);
    if ((sign !== 44 && sign !== 46) || !isDigit(text.charCodeAt(at + 1))) return at;
    at++;
  }
}

/** A sign, or a row of four and more of one ("-----"), which means nothing to a number. */
function endOfSign(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code >= 0xd800 && code <= 0xdbff && from + 1 < text.length) return from + 2;
  let end = from + 1;
  while (end < text.length && text.charCodeAt(end) === code) end++;
  return end - from >= 4 ? end : from + 1;
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let gap = 'line' as Token['gap'];
  const push = (kind: Token['kind'], end: number) => {
    const piece = text.slice(at, end);
    tokens.push({ kind, start: at, end, text: piece, lower: kind === 'word' ? piece.toLowerCase() : piece, gap });
    at = end;
    gap = 'none';
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(text, at)) {
      if (code === 10 || code === 13) gap = 'line';
      else if (gap === 'none') gap = 'space';
      at++;
    } else if (isDigit(code)) push('literal', endOfLiteral(text, at));
    else if (isLetter(text, at)) {
      let end = at + 1;
      while (end < text.length && isLetter(text, end)) end++;
      const address =
        (text.startsWith('://', end) && /^(?:https?|ftp)$/i.test(text.slice(at, end))) ||
        (text[end] === '.' && end - at === 3 && text.slice(at, end).toLowerCase() === 'www');
      if (address) push('address', endOfChunk(text, end));
      else push('word', end);
    } else {
      const last = tokens.at(-1);
      // The path of an address without its scheme ("grid.example/2026"), and what follows the @ of a mail or a handle.
      const path =
        code === 47 &&
        gap === 'none' &&
        last?.kind === 'word' &&
        TOP_LEVEL.has(last.lower) &&
        text[last.start - 1] === '.';
      const handle = code === 64 && text[at + 1] !== undefined && isLetter(text, at + 1);
      if (path || handle) push('address', endOfChunk(text, at));
      else push('sign', endOfSign(text, at));
    }
  }
  return tokens;
}
