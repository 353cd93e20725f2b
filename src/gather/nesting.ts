/** Elements that have no end tag, and those whose end tag HTML lets authors leave out: neither nests. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option'.split(' '),
);

/** Templates nest some 40 deep, and browsers stop at 512; what it costs to read grows with the cube. */
const DEPTH = 150;

/**
 * Markup whose elements nest no deeper than `DEPTH`: the tags of what is deeper are left out, and its text stays. Trees are walked with
 * the call stack, and a parser's own stack is searched at each end tag, so that a stranger's page of a million open elements would end
 * the one and stall the other. One pass, whatever the text.
 */
export function shallow(markup: string): string {
  const open: string[] = [];
  const kept: string[] = [];
  let dropped = 0;
  let copied = 0;
  let end = -1;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (end < at) end = markup.indexOf('>', at);
    if (end < 0) break;
    const isEnd = markup[at + 1] === '/';
    const name = nameAt(markup, at + (isEnd ? 2 : 1));
    if (name === '' || FLAT.has(name)) continue;
    let drop = false;
    if (!isEnd && markup[end - 1] !== '/') {
      if (open.length < DEPTH) open.push(name);
      else {
        dropped += 1;
        drop = true;
      }
    } else if (isEnd && dropped > 0) {
      dropped -= 1;
      drop = true;
    } else if (isEnd) {
      const opened = open.lastIndexOf(name);
      if (opened >= 0) open.length = opened;
    }
    if (drop) {
      kept.push(markup.slice(copied, at));
      copied = end + 1;
    }
    if (!isEnd && (name === 'script' || name === 'style')) {
      // Tags inside are text; the end tag is seen on the next round.
      const close = markup.indexOf(`</${name}`, end);
      if (close < 0) break;
      at = close - 1;
    }
  }
  return kept.length === 0 ? markup : kept.join('') + markup.slice(copied);
}

function nameAt(markup: string, start: number): string {
  let end = start;
  while (end < start + 60 && /[\w:.-]/.test(markup[end] ?? ' ')) end += 1;
  const name = markup.slice(start, end).toLowerCase();
  return /^[a-z_]/.test(name) ? name : '';
}
