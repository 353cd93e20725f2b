const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that have no end tag. */
const VOID = set('area base basefont br col embed frame hr img input link meta param source track wbr');

/** Templates nest some 40 deep, and browsers stop at 512; what it costs to read grows with the cube. */
const DEPTH = 150;

/** Elements whose start tag ends an open paragraph (HTML, 13.2.6.4.7, "closes a p element"). */
const AFTER_P = set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul',
);
const ENDED_BY_ITSELF = set('li dd dt tr td th option');
/** Which elements a start tag ends where their end tag was left out, and within which it does not look further. */
type Implied = { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> };
const ROWS = set('table');
const IMPLIED: Readonly<Record<string, Implied>> = {
  li: { ends: set('li'), within: set('ul ol menu table td th') },
  dd: { ends: set('dd dt'), within: set('dl table td th') },
  dt: { ends: set('dd dt'), within: set('dl table td th') },
  tr: { ends: set('tr'), within: ROWS },
  td: { ends: set('td th'), within: set('table tr') },
  th: { ends: set('td th'), within: set('table tr') },
  option: { ends: set('option'), within: set('select datalist') },
};
/** Elements that a paragraph stands in: one that is open outside of them stays open. */
const HOLDS_P = set('button caption html marquee object table td th template li dd dt div article section blockquote');

/**
 * Markup whose elements nest no deeper than `DEPTH`: end tags that HTML lets authors leave out are put in, the tags of what is deeper are
 * left out, and its text stays. Trees are walked with the call stack, and a parser's own stack is searched at each end tag, so that a
 * stranger's page of a million open elements would end the one and stall the other. One pass, whatever the text.
 */
export function shallow(markup: string): string {
  const open: string[] = [];
  const kept: string[] = [];
  let dropped = 0;
  let copied = 0;
  let end = -1;
  /** The place in `open` from which a start tag ends what is open; -1 for none. */
  const endedBy = (name: string): number => {
    let from = -1;
    if (AFTER_P.has(name)) {
      const at = open.lastIndexOf('p');
      if (at >= 0 && !open.slice(at).some((other) => HOLDS_P.has(other))) from = at;
    }
    if (!ENDED_BY_ITSELF.has(name)) return from;
    const { ends, within } = IMPLIED[name] ?? { ends: VOID, within: VOID };
    const at = open.findLastIndex((other) => ends.has(other) || within.has(other));
    return at >= 0 && ends.has(open[at] ?? '') ? at : from;
  };
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (end < at) end = markup.indexOf('>', at);
    if (end < 0) break;
    const isEnd = markup[at + 1] === '/';
    const name = nameAt(markup, at + (isEnd ? 2 : 1));
    if (name === '') continue;
    let drop = false;
    if (!isEnd && (VOID.has(name) || markup[end - 1] === '/')) {
      // Nothing is opened.
    } else if (!isEnd) {
      const ended = dropped > 0 ? -1 : endedBy(name);
      if (ended >= 0) {
        kept.push(markup.slice(copied, at), `</${open[ended]}>`);
        copied = at;
        open.length = ended;
      }
      if (open.length < DEPTH) open.push(name);
      else {
        dropped += 1;
        drop = true;
      }
    } else if (dropped > 0) {
      dropped -= 1;
      drop = true;
    } else {
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
