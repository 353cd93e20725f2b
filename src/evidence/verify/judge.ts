import { sentencesIn } from '../../language/sentences.ts';
import type { FigureReading, Reason, ReasonKind, Span } from '../../model.ts';
import type { Base } from '../compare/bases.ts';
import { type Change, changesIn } from '../compare/compare.ts';
import { renamedFrom } from '../compare/copied.ts';
import { doubtOf } from '../doubt/doubt.ts';
import { figuresIn } from '../figures.ts';
import { quotesIn } from '../quotes.ts';
import { celled } from './celled.ts';
import { matchFigure } from './figures.ts';
import { quotedIn } from './marks.ts';
import type { Prepared, Rest } from './prepare.ts';
import { quoteReasons, quotesFrom } from './quotes.ts';
import { isSpoken } from './spoken.ts';
import { verbatim } from './verbatim.ts';

export type Judgement = {
  readonly reasons: readonly Reason[];
  readonly score: number;
  readonly rests: readonly Rest[];
};

const WEIGHTIEST: readonly ReasonKind[] = [
  'quote',
  'speaker',
  'figure',
  'unit',
  'direction',
  'time',
  'name',
  'subject',
  'statement',
];

/** The sentences that the claim's quotes are taken from. */
function quoteRests(claim: string, sources: readonly Prepared[]): Rest[] {
  return quotesFrom(claim, sources).flatMap(({ prepared, quote }) => {
    const sentence = prepared.sentences[prepared.sentenceAt(quote.start)];
    return sentence === undefined ? [] : [{ source: prepared.source, start: sentence.start, end: sentence.end }];
  });
}

/** A sentence of the sources that a claim is made of. */
function restOf({ prepared: { source, sentences }, index }: Base): Rest[] {
  const sentence = sentences[index];
  return sentence === undefined ? [] : [{ source, start: sentence.start, end: sentence.end }];
}

const together = (rests: readonly Rest[]): Rest[] => [
  ...new Map(rests.map((rest) => [`${rest.source.id} ${rest.start}`, rest])).values(),
];

/** "One customer" is a single one, or a customer: a word rather than a figure. */
const isOne = ({ text, value }: FigureReading): boolean => value === 1 && /^one\b/i.test(text);

type Stretch = Pick<Span, 'start' | 'end'>;

/** Has a stretch no letter outside what is quoted? */
function isQuoted(text: string, { start, end }: Stretch, quoted: readonly Stretch[]): boolean {
  const isIn = (at: number): boolean => quoted.some((quote) => at >= quote.start && at < quote.end);
  return [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) => isIn(start + index));
}

/** What is known of a claim before anything is weighed: it stands there, it is wrong in something that a source tells exactly, or what its sentences changed. */
export type Looked =
  | { readonly stands: readonly Rest[] }
  | { readonly wrong: readonly Reason[] }
  | { readonly changes: readonly Change[] };

/** Reads the claim as the sources were read, and compares reading by reading. `within`: the sentences of the sources that it may rest on. */
export function look(
  claim: string,
  sources: readonly Prepared[],
  within: (rest: Rest) => boolean = () => true,
): Looked {
  const quoted = quotedIn(claim);
  const all = figuresIn(claim, sources[0]?.source.published ?? null);
  const stands = verbatim(claim, all, sources);
  if (stands?.every(within) === true) return { stands };
  const figures = all.filter(({ start: from }) => !quoted.some(({ start, end }) => from >= start && from < end));
  const cell = celled(claim, figures, sources);
  if (cell?.every(within) === true) return { stands: cell };
  const matches = figures
    .map((figure) => matchFigure(figure, { text: claim, figures }, sources))
    .filter(({ given, found }) => !isOne(given) || found.length > 0)
    .map((match) => (isOne(match.given) ? { ...match, reason: null } : match));
  const wrong = [...quoteReasons(claim, quotesIn(claim), sources), ...matches.flatMap(({ reason }) => reason ?? [])];
  if (wrong.length > 0) return { wrong };
  if (isSpoken(claim, sources)) {
    const rests = quoteRests(claim, sources);
    if (rests.length > 0 && rests.every(within)) return { stands: rests };
  }
  const compared = changesIn(claim, sources, matches, quoted, (base) => restOf(base).every(within));
  const sentences = sentencesIn(claim);
  // A sentence that is nothing but quoted was looked up as a quote.
  const isOwn = (n: number): boolean => !isQuoted(claim, sentences[n] ?? { start: 0, end: 0 }, quoted);
  const certain = compared.flatMap((change, n): readonly Reason[] => {
    if (change !== null) return change.certain;
    return isOwn(n) ? [{ kind: 'statement', given: claim, found: null }] : [];
  });
  if (certain.length > 0) return { wrong: certain };
  const copies = compared.map((change) => change?.pairing.bases[renamedFrom(change.pairing) ?? -1]);
  const rests = copies.flatMap((base) => (base === undefined ? [] : restOf(base)));
  if (rests.length > 0 && rests.length === copies.length && rests.every(within)) return { stands: rests };
  return { changes: compared.flatMap((change) => change ?? []) };
}

/** Is the claim carried by the sources? What nothing exact decides is weighed by what was learned of such lines. */
export function judge(claim: string, sources: readonly Prepared[], within?: (rest: Rest) => boolean): Judgement {
  const looked = look(claim, sources, within);
  if ('stands' in looked) return { reasons: [], score: 1, rests: looked.stands };
  const rests = quoteRests(claim, sources);
  if ('wrong' in looked) {
    const reasons = looked.wrong.toSorted((a, b) => WEIGHTIEST.indexOf(a.kind) - WEIGHTIEST.indexOf(b.kind));
    return { reasons, score: 0, rests };
  }
  const { reasons, bases, likely } = doubtOf(looked.changes);
  const all = together([...rests, ...bases.flatMap(restOf)]);
  // What rests on nothing has no receipt.
  if (all.length === 0) return { reasons: [{ kind: 'statement', given: claim, found: null }], score: 0, rests };
  return { reasons, score: likely, rests: all };
}
