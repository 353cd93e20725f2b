import { converse, opposed } from '../../language/meaning.ts';
import { STOP_WORDS } from '../../language/words.ts';
import type { StatedFigure } from './content.ts';
import { inSentence, weightOf } from './content.ts';
import { changedTimes } from './dated.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { contraryKind } from './polarity.ts';
import type { Parsed, Prepared } from './prepare.ts';
import { BODY, type Scope, within } from './scope.ts';
import { NEGATION, REPORT } from './segments.ts';
import { meets, type Token } from './tokens.ts';

/** A sentence of a claim that is a sentence of the source with a few words changed, and what the changes do. */
export type Edited = {
  readonly parsed: Parsed;
  readonly faults: readonly Fault[];
  /** Is there a change beside how figures are written? */
  readonly changed: boolean;
};

/** The share of a claim's words that must stand in the source's sentence in the same order. */
const NEARLY_ALL = 0.8;
const LONGEST = 200;
/** A shorter claim has too few words for a change of one to be small. */
const SHORTEST = 6;

/** A word, or a figure as one: what alignment compares. */
type Unit = { readonly key: string; readonly tokens: readonly Token[] };

type Marked = { readonly start: number; readonly end: number; readonly name: string };

function unitsOf(tokens: readonly Token[], figures: readonly Marked[]): Unit[] {
  const units: Unit[] = [];
  let open: { name: string; tokens: Token[] } | null = null;
  for (const token of tokens) {
    if (!/[\p{L}\p{N}]/u.test(token.low) && !/[$€£¥%]/.test(token.low)) continue;
    const figure = figures.find(({ start, end }) => token.start >= start && token.end <= end);
    if (figure !== undefined && open !== null && open.name === figure.name) {
      open.tokens.push(token);
      continue;
    }
    open = figure === undefined ? null : { name: figure.name, tokens: [token] };
    units.push(open === null ? { key: token.low, tokens: [token] } : { key: open.name, tokens: open.tokens });
  }
  return units;
}

type Gap = { readonly claim: readonly Token[]; readonly source: readonly Token[]; readonly edge: boolean };

/** The longest common run of units in order, and what stands between. */
function align(
  claim: readonly Unit[],
  source: readonly Unit[],
): { readonly common: number; readonly gaps: readonly Gap[] } {
  const width = source.length + 1;
  const table = new Uint16Array((claim.length + 1) * width);
  const at = (i: number, k: number): number => table[i * width + k] ?? 0;
  for (let i = claim.length - 1; i >= 0; i--) {
    for (let k = source.length - 1; k >= 0; k--) {
      table[i * width + k] =
        claim[i]?.key === source[k]?.key ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
    }
  }
  const gaps: Gap[] = [];
  let given: Token[] = [];
  let found: Token[] = [];
  let started = false;
  const close = (edge: boolean): void => {
    if (given.length > 0 || found.length > 0) gaps.push({ claim: given, source: found, edge });
    given = [];
    found = [];
  };
  let i = 0;
  let k = 0;
  while (i < claim.length || k < source.length) {
    if (i < claim.length && k < source.length && claim[i]?.key === source[k]?.key) {
      close(!started);
      started = true;
      i++;
      k++;
    } else if (k >= source.length || (i < claim.length && at(i + 1, k) >= at(i, k + 1))) {
      given.push(...(claim[i++]?.tokens ?? []));
    } else found.push(...(source[k++]?.tokens ?? []));
  }
  close(true);
  return { common: at(0, 0), gaps };
}

const BACK: ReadonlySet<string> = new Set('it they he she we its their his her'.split(' '));

const content = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token) => weightOf(token) > 0 && !STOP_WORDS.has(token.low));
const names = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => pos === 'PROPN');
/** Negations, "yet to" among them. */
const denied = (tokens: readonly Token[]): number =>
  tokens.filter(({ low }, n) => NEGATION.has(low) || (low === 'yet' && tokens[n + 1]?.low === 'to')).length;

const POSSIBLE: ReadonlySet<string> = new Set(
  'may might could possibly perhaps hope consider seek want propose'.split(' '),
);
const PLANNED: ReadonlySet<string> = new Set(
  "will would shall should 'll expect plan intend aim forecast project predict likely due set".split(' '),
);

/** How far from a fact the words put it: 2 for what may be, 1 for what is planned or foreseen. */
function certain(tokens: readonly Token[]): number {
  if (tokens.some(({ low, lemma }) => POSSIBLE.has(low) || POSSIBLE.has(lemma))) return 2;
  return tokens.some(({ low, lemma }) => PLANNED.has(low) || PLANNED.has(lemma)) ? 1 : 0;
}

/** What one change does to the sense; null where the sentence is not the same one any more. */
function changeFaults(
  { claim, source, edge }: Gap,
  scopes: readonly Scope[],
  everything: readonly Token[],
): Fault[] | null {
  const dropsVerb =
    source.some(({ pos }) => pos === 'VERB' || pos === 'AUX') &&
    !claim.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (dropsVerb && !edge) return null;
  if (edge && claim.length === 0)
    return denied(source.slice(-2)) + denied(source.slice(0, 2)) > 0 && source.length < 4
      ? [fault('statement', '', textOf(source), 1)]
      : [];
  const faults: Fault[] = [];
  if (certain(claim) < certain(source)) faults.push(fault('statement', textOf(claim), textOf(source), 1));
  if (denied(claim) !== denied(source)) faults.push(fault('statement', textOf(claim), textOf(source), 1));
  const given = names(claim).filter((name) => !source.some((other) => meets(name, other)));
  const replaced = names(source).filter((name) => !claim.some((other) => meets(name, other)));
  if (given.some((name) => everything.some((other) => other.low === name.low))) return null;
  if (given.length > 0) {
    const general = source.some(({ lemma }) => BODY.has(lemma)) && source.some(({ pos }) => pos === 'DET');
    const stands = source.some(({ low }) => BACK.has(low)) || (replaced.length === 0 && general);
    const known = scopes.some((scope) =>
      given.every(
        (name) => within(name, scope.backKeys) || within(name, scope.nearKeys) || within(name, scope.sentenceKeys),
      ),
    );
    const same = given.length === names(claim).length;
    if (same && (replaced.length > 0 || !stands || !known))
      faults.push(fault('subject', textOf(given), textOf(replaced.length > 0 ? replaced : source), 1));
  }
  for (const token of claim) {
    // A time is held against the source's times, whatever its words.
    if (token.pos === 'PROPN' || token.time !== null || source.some((other) => meets(token, other))) continue;
    const against = source.find(
      (other) => opposed(token.classes, other.classes) && !converse(token.classes, other.classes),
    );
    if (against !== undefined) faults.push(fault(contraryKind(token, against), token.text, against.text, 1));
    else if (
      (token.pos === 'VERB' || token.pos === 'ADJ') &&
      source.some(({ pos, lemma }) => pos === token.pos && !REPORT.has(lemma)) &&
      !REPORT.has(token.lemma)
    ) {
      faults.push(fault('statement', token.text, textOf(source), 0.6));
    } else if (
      !REPORT.has(token.lemma) &&
      content([token]).length > 0 &&
      !everything.some((other) => meets(token, other))
    ) {
      faults.push(
        fault('statement', token.text, textOf(source) || null, token.pos === 'ADV' || token.pos === 'ADJ' ? 0.35 : 0.5),
      );
    }
  }
  return faults;
}

/** Reads a sentence of a claim as a source's sentence with words changed; null where it is not nearly the same. */
export function editedFrom(
  tokens: readonly Token[],
  figures: readonly StatedFigure[],
  prepared: Prepared,
  scopes: readonly Scope[],
): Edited | null {
  const parsed = scopes[0]?.parsed;
  if (parsed === undefined || tokens.length > LONGEST || parsed.tokens.length > LONGEST) return null;
  const shared = tokens.filter(({ low }) => parsed.words.has(low)).length + 3 * figures.length;
  if (shared < NEARLY_ALL * tokens.length) return null;
  const own = figures.map(({ given }, n) => ({ start: given.start, end: given.end, name: `figure ${n}` }));
  const theirs = figures.flatMap(({ found }, n) =>
    found
      .filter(({ source }) => source === prepared.source)
      .map(({ start, end }) => ({ start, end, name: `figure ${n}` })),
  );
  const claim = unitsOf(tokens, own);
  const source = unitsOf(parsed.tokens, theirs);
  const { common, gaps } = align(claim, source);
  if (claim.length < SHORTEST || common / claim.length < NEARLY_ALL) return null;
  const given = tokens.filter(({ low }) => low === 'by').length;
  if (
    given !== parsed.tokens.filter(({ low }) => low === 'by').length &&
    gaps.some((gap) => gap.claim.some(({ low }) => low === 'by'))
  )
    return null;
  const there = (figure: StatedFigure): boolean => scopes.some((scope) => inSentence(figure, scope));
  const moved = gaps.flatMap((gap) =>
    figures.filter((figure) => gap.claim.some(({ start }) => start >= figure.given.start && start < figure.given.end)),
  );
  if (moved.some(there)) return null;
  const faults = changedTimes(tokens, parsed.tokens, prepared.source.published ?? null);
  faults.push(...moved.map(({ given: figure }) => fault('figure', figure.text, null, 1)));
  // "No tests were made", "tests were not made": the negation has only moved.
  const moves = gaps.some((gap) => denied(gap.claim) !== denied(gap.source));
  if (moves && scopes.length === 1 && denied(tokens) === denied(parsed.tokens)) return null;
  for (const gap of gaps) {
    const found = changeFaults(gap, scopes, parsed.tokens);
    if (found === null) return null;
    faults.push(...found);
  }
  return { parsed, faults, changed: gaps.length > 0 };
}
