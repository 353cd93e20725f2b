/** Mean width of a letter of Inter, in ems: measured over English text, a little generous so that nothing is cut. */
const LETTER = 0.58;

export const widthOf = (text: string, size: number): number => [...text].length * LETTER * size;

/** Lines of at most `width` pixels; a word that is longer has a line of its own. At most `most` lines, the last ended by an ellipsis. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an XML document: escaped, without characters that XML 1.0 does not allow. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A value of an axis: `2.4`, `38B`. */
export const shortNumber = (value: number): string =>
  Math.abs(value) >= 10_000
    ? compact.format(value)
    : new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value);
