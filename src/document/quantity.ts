import { inFull } from '../domain/in-full.ts';
import { contentOf } from '../domain/same-figure.ts';
import type { Words } from '../locale/index.ts';
import type { Column, Figure, Inline, Quantity, Span } from '../model.ts';
import { text } from './inline.ts';
import type { Receipts } from './receipt.ts';
import { whenInWords } from './when.ts';

const HEDGE_SIGNS = { '=': '', '~': '≈ ', '<': '≤ ', '>': '≥ ' } as const;

const BETWEEN = /(?<=\d%?)\s?[-–—](?:to[-–—])?\s?(?=[\p{Sc}\d])/u;
const NUMBERS = /\p{Sc}?\d[\d,.]*/gu;

/** "−10% to 15%" would run from a fall to a rise: both ends of a range take the sign. */
const fallen = ({ value }: Figure, written: string): string =>
  Array.isArray(value) ? written.replace(BETWEEN, ' to ').replace(NUMBERS, '−$&') : `−${written}`;

/** A figure as its article writes it, with a sign where its hedge or direction stands elsewhere in the sentence. */
export function figureInWords(figure: Figure): string {
  // "About 210 sites" began a sentence there.
  const written = inFull(figure.text, figure.value, figure.unit)
    .replace(/\s+/g, ' ')
    .replace(/^\p{Lu}(?=\p{Ll}* [\p{Sc}\d])/u, (initial) => initial.toLowerCase());
  if (!/^[\p{Sc}\d(]/u.test(written)) return written;
  const hedge = HEDGE_SIGNS[figure.hedge];
  if (figure.direction === null) return `${hedge}${written}`;
  return `${hedge}${figure.direction === 'up' ? `+${written}` : fallen(figure, written)}`;
}

export const spanOf = (figure: Figure): Span => ({
  article: figure.article,
  start: figure.start,
  end: figure.end,
  text: figure.text,
});

/**
 * What a figure is of, in its sentence's words: its caption, else its concept. The title of its article where there is neither,
 * unless it has a number, which a reader would take for this one.
 */
export function whatInWords({ caption, concept, article, text }: Figure, receipts: Receipts): string {
  if (caption !== null) return caption;
  // "12 halls" says itself that they are halls; "the figure is 12" says nothing of what it is.
  if (concept !== null && !text.includes(concept) && contentOf(concept).size > 0) return concept;
  const title = receipts.source(article)?.title ?? '';
  return /\d/.test(title) ? '' : title;
}

/** What says by itself that something is not so, or not yet. */
const FORETELLS =
  /\b(?:forecasts?|expect(?:s|ed)?|targets?|estimates?d?|guidance|outlook|projected|plan(?:s|ned)?|would|will|could|may|might|proposed|hopes|aims)\b/;

/** What a figure is of, and how it stands where that is not plainly so: "Skerry’s revenue (forecast)". */
function whatStands(figure: Figure, receipts: Receipts, { debrief }: Words): string {
  const what = whatInWords(figure, receipts);
  const standing = debrief.standings[figure.standing];
  if (standing === null || FORETELLS.test(what)) return what;
  return what === '' ? standing : `${what} (${standing})`;
}

/** A figure of a table in the words of its heads, in the place of a sentence. */
export function cellInWords(figure: Figure, receipts: Receipts, words: Words): string {
  const heads = [whatInWords(figure, receipts), whenInWords(figure.when, words)].filter((head) => head !== '');
  return `${heads.join(', ')}: ${figureInWords(figure)}`;
}

/** Who else gives another value, each with its receipt; empty where nobody does. */
function differencesInWords(quantity: Quantity, receipts: Receipts, { debrief }: Words): Inline[] {
  return quantity.differences.flatMap(({ kind, figure }) => {
    const source = receipts.source(figure.article);
    const who = figure.attributedTo ?? source?.publisher ?? debrief.anotherSource;
    return [text(` (${debrief[kind]}: ${who} ${figureInWords(figure)} `), ...receipts.of([spanOf(figure)]), text(')')];
  });
}

/** The heads of a table of figures. */
export function quantityColumns({ debrief }: Words): Column[] {
  const { figure, what, when, who, receipt } = debrief;
  return [figure, what, when, who, receipt].map((title, index) => ({ title, align: index === 0 ? 'right' : 'left' }));
}

/** A row of a table of figures: the figure, what it is of, when, who says so, and its receipt. */
export function quantityRow(quantity: Quantity, receipts: Receipts, words: Words): Inline[][] {
  const { figure, witnesses } = quantity;
  const source = receipts.source(figure.article);
  const publishers = new Set(
    [figure, ...witnesses].map((witness) => receipts.source(witness.article)?.publisher ?? witness.article),
  ).size;
  return [
    [text(figureInWords(figure))],
    [text(whatStands(figure, receipts, words)), ...differencesInWords(quantity, receipts, words)],
    [text(whenInWords(figure.when, words))],
    [text(figure.attributedTo ?? source?.publisher ?? '')],
    [text(`${words.debrief.publishers(publishers)} `), ...receipts.of([figure, ...witnesses].slice(0, 4).map(spanOf))],
  ];
}
