/** Text for an element or an attribute of HTML or XML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A list of items that are HTML. */
export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** The blocks of a text as HTML, one string a block. */
export function blocks(text: string): string[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map(block);
}

function block(source: string): string {
  const lines = source.split('\n');
  if (source.startsWith('## ')) return `<h2>${escaped(source.slice(3))}</h2>`;
  if (source.startsWith('- ')) return list(lines.map((line) => escaped(line.slice(2))));
  if (source.startsWith('| ')) return `<table>${lines.map(row).join('')}</table>`;
  return `<p>${escaped(lines.join(' '))}</p>`;
}

const row = (line: string, index: number): string => {
  const cell = index === 0 ? 'th' : 'td';
  const cells = line.split('|').slice(1, -1);
  return `<tr>${cells.map((text) => `<${cell}>${escaped(text.trim())}</${cell}>`).join('')}</tr>`;
};
