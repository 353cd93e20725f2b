export type Paragraph = { readonly start: number; readonly end: number };

const BREAK = /\n\s*/g;
/** Of the lines that follow a single line end, how many may begin with a small letter before the text counts as wrapped. */
const WRAPPED = 0.2;

/**
 * The paragraphs of a text, without the white space around them. They are split at blank lines, and at line ends too, unless the text is
 * wrapped to a line length, which shows in lines that begin in the middle of a sentence.
 */
export function paragraphsOf(text: string): Paragraph[] {
  let single = 0;
  let small = 0;
  for (const match of text.matchAll(/\n[ \t]*(\S)/g)) {
    if (text.charAt(match.index - 1) === '\n') continue;
    single++;
    if (/\p{Ll}/u.test(match[1] ?? '')) small++;
  }
  const isWrapped = small > WRAPPED * single;
  const paragraphs: Paragraph[] = [];
  let start = text.length - text.trimStart().length;
  for (const match of text.matchAll(BREAK)) {
    const { index } = match;
    const isBlank = match[0].includes('\n', 1);
    if (index < start || (isWrapped && !isBlank)) continue;
    paragraphs.push({ start, end: index });
    start = index + match[0].length;
  }
  const end = Math.max(start, text.trimEnd().length);
  if (end > start) paragraphs.push({ start, end });
  return paragraphs;
}
