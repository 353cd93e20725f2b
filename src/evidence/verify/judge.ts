import { stem } from '../../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../../language/words.ts';
import type { FigureReading, Reason, ReasonKind } from '../../model.ts';
import type { Base } from '../compare/bases.ts';
import { editOf } from '../compare/compare.ts';
import type { Pairing } from '../compare/pairing.ts';
import { doubtOf, openIn, reasonOf, restsOf } from '../doubt/doubt.ts';
import { figuresIn } from '../figures.ts';
import { quotesIn } from '../quotes.ts';
import { placeFaults } from './carry.ts';
import { celled } from './celled.ts';
import { moodFaults } from './certainty.ts';
import { type Stated, stretchOf, supportOf } from './content.ts';
import { isToldIn } from './dated.ts';
import { editedFrom } from './edits.ts';
import { by, type Fault, type Rule, weigh } from './fault.ts';
import { matchFigure } from './figures.ts';
import { quotedIn } from './marks.ts';
import { nameReasons } from './names.ts';
import type { Prepared, Rest } from './prepare.ts';
import { heardIn, quoteReasons, quotesFrom } from './quotes.ts';
import { type Scope, scopesOf } from './scope.ts';
import { settle } from './settle.ts';
import { speakerFaults } from './speakers.ts';
import { saidIn } from './stated.ts';
import { verbatim } from './verbatim.ts';

export type Judgement = {
  readonly reasons: readonly Reason[];
  readonly score: number;
  readonly rests: readonly Rest[];
};

/** The sentences that are looked at closely, of a source too long to look at all. */
const CLOSEST = 10;
const SHORT = 50;
/** A cited sentence longer than this, in characters, is cut to what matters. */
const LONG = 400;
/** Faults that weigh less than this together are left to the newsroom's freedom of words. */
const BEARABLE = 0.5;

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

function nearby(
  claim: string,
  figures: readonly FigureReading[],
  { sentences, index, sentenceAt }: Prepared,
): number[] {
  if (sentences.length <= SHORT) return sentences.map((_, n) => n);
  const scores = new Map<number, number>();
  for (const word of new Set(wordsIn(claim).map(({ text }) => text.toLowerCase()))) {
    if (STOP_WORDS.has(word)) continue;
    const at = index.get(stem(word)) ?? [];
    if (at.length > 200) continue;
    for (const n of at) scores.set(n, (scores.get(n) ?? 0) + 1 / (1 + Math.log(at.length)));
  }
  for (const { start } of figures) {
    const n = sentenceAt(start);
    if (n >= 0) scores.set(n, (scores.get(n) ?? 0) + 0.5);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CLOSEST)
    .map(([n]) => n);
}

const covers = (figure: FigureReading, token: { readonly start: number; readonly end: number }): boolean =>
  token.start >= figure.start && token.end <= figure.end;

/** The sentence of a scope, or of a very long one the part about its clause. */
function restOf({ prepared, parsed, clause }: Scope): Rest {
  const { start, end } = parsed.sentence;
  if (end - start <= LONG) return { source: prepared.source, start, end };
  const from = Math.max(start, Math.min(stretchOf(clause).start, end - 1));
  const cut = prepared.source.text.lastIndexOf(' ', from + LONG);
  return { source: prepared.source, start: from, end: Math.min(end, cut > from ? cut : from + LONG) };
}

/** What each clause puts in a wrong place, or tells as more certain, beside the clause of the source's sentence that it fits best. */
function misplaced(stated: readonly Stated[], scopes: readonly Scope[]): Fault[] {
  return stated.flatMap((one) => {
    const [best] = scopes.toSorted((a, b) => supportOf(one, b) - supportOf(one, a));
    return best === undefined ? [] : [...placeFaults(one, best), ...by('mood', moodFaults(one, best))];
  });
}

const keyOf = ({ source, start }: Rest): string => `${source.id} ${start}`;

/** The sentences that the claim's quotes are taken from. */
function quoteRests(claim: string, sources: readonly Prepared[]): Rest[] {
  return quotesFrom(claim, sources).flatMap(({ prepared, quote }) => {
    const sentence = prepared.sentences[prepared.sentenceAt(quote.start)];
    return sentence === undefined ? [] : [{ source: prepared.source, start: sentence.start, end: sentence.end }];
  });
}

/** The sentences of the sources that a claim was made of. */
const restsIn = (bases: readonly Base[]): Rest[] =>
  bases.flatMap(({ prepared: { source, sentences }, index }) => {
    const sentence = sentences[index];
    return sentence === undefined ? [] : [{ source, start: sentence.start, end: sentence.end }];
  });

const together = (rests: readonly Rest[]): Rest[] => [...new Map(rests.map((rest) => [keyOf(rest), rest])).values()];

/** "One customer" is a single one, or a customer: a word rather than a figure. */
const isOne = ({ text, value }: FigureReading): boolean => value === 1 && /^one\b/i.test(text);

/** What the rules make of a claim, and its sentences beside those of the sources where they were looked at closely. */
export type Ruled = Judgement & {
  readonly pairings: readonly (Pairing | null)[];
  /** What each rule that compares clauses found wrong, together. */
  readonly faulted: ReadonlyMap<Rule, number>;
  /** Is no figure, time, name or quote wrong by itself, so that how the words hang together may tell? */
  readonly open: boolean;
};

/** What the rules say: reads the claim as the sources were read, and compares reading by reading. */
export function ruled(claim: string, sources: readonly Prepared[], within?: (rest: Rest) => boolean): Ruled {
  const as = verbatim(claim, sources);
  if (as !== null && (within === undefined || as.every(within)))
    return { reasons: [], score: 1, rests: as, pairings: [], faulted: new Map(), open: true };
  const quoted = quotedIn(claim);
  const outside = ({ start }: { readonly start: number }): boolean =>
    !quoted.some((span) => start >= span.start && start < span.end);
  const figures = figuresIn(claim, sources[0]?.source.published ?? null).filter(
    (figure) => outside(figure) && !isOne(figure),
  );
  const cell = celled(claim, figures, sources);
  if (cell !== null && (within === undefined || cell.every(within)))
    return { reasons: [], score: 1, rests: cell, pairings: [], faulted: new Map(), open: true };
  const matches = figures.map((figure) => matchFigure(figure, { text: claim, figures }, sources));
  const quotes = quotesIn(claim);
  const speakers = heardIn(claim, quotes, sources);
  const reasons: Reason[] = quoteReasons(claim, quotes, sources);
  reasons.push(...matches.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  const said = saidIn(claim, matches);
  reasons.push(
    ...nameReasons(
      said.flatMap(({ tokens }) =>
        tokens.filter((token) => !matches.some((match) => match.reason === null && covers(match.given, token))),
      ),
      sources,
    ),
  );
  const found = matches.flatMap((match) => match.found);
  const scopes = sources
    .flatMap((source) => nearby(claim, found, source).map((n) => scopesOf(source, n)))
    .filter(([first]) => first !== undefined && (within === undefined || within(restOf(first))));
  const rests = new Map(quoteRests(claim, sources).map((rest) => [keyOf(rest), rest]));
  let score = 1;
  let open = reasons.length === 0;
  // What the sources have, but not where the clause was looked for, is a matter of what hangs together.
  const isPlaced = ({ reason: { kind, given } }: Fault): boolean =>
    /^(?:statement|subject|speaker)$/.test(kind) ||
    (kind === 'figure' && matches.some((match) => match.given.text === given)) ||
    (kind === 'time' &&
      isToldIn(
        given,
        sources.map(({ source }) => source),
      ));
  const faulted = new Map<Rule, number>();
  const rely = (found: readonly Fault[], scope: Scope, support: number): void => {
    // Who said the quoted words is known from the quote.
    const faults = found.filter(
      ({ reason: { kind, given } }) =>
        kind !== 'subject' || !speakers.some((name) => given !== '' && name.endsWith(given)),
    );
    const rest = restOf(scope);
    rests.set(keyOf(rest), rest);
    const weight = weigh(faults);
    for (const { rule, weight: own } of faults)
      if (rule !== undefined) faulted.set(rule, (faulted.get(rule) ?? 0) + own);
    score = Math.min(score, support - weight / 2);
    if (weight < BEARABLE) return;
    const gravest = Math.max(...faults.map((fault) => fault.weight));
    const told = faults.filter((fault) => fault.weight >= gravest / 2).toSorted((a, b) => b.weight - a.weight);
    reasons.push(...told.map(({ reason }) => reason));
    if (!told.every(isPlaced)) open = false;
  };
  const unsettled = said.flatMap((sentence) => {
    // What is left of a sentence around a quote is too little to know it by.
    if (sentence.quotes) return sentence.stated;
    const [edited] = scopes
      .flatMap((clauses) => {
        const first = clauses[0];
        const edits = first && editedFrom(sentence.tokens, sentence.figures, first.prepared, clauses);
        return first && edits
          ? [
              {
                first,
                faults: [...by('edit', edits.faults), ...(edits.changed ? misplaced(sentence.stated, clauses) : [])],
              },
            ]
          : [];
      })
      .toSorted((a, b) => weigh(a.faults) - weigh(b.faults));
    if (edited === undefined) return sentence.stated;
    rely(edited.faults, edited.first, 1);
    return [];
  });
  const settled = settle(unsettled, scopes.flat());
  const heard = new Set<unknown>();
  for (const { stated, reading } of settled) {
    if (reading !== null) {
      // The weightiest clause that is no reporting one tells what is said.
      const first = !stated.clause.reporting && !stated.quotes && !heard.has(stated.sentence);
      if (first) heard.add(stated.sentence);
      const sayers = first ? (said.find(({ tokens }) => tokens === stated.sentence)?.sayers ?? []) : [];
      const sure = reasons.length === 0 && weigh(reading.faults) < BEARABLE;
      const heardFrom = sure ? by('speaker', speakerFaults(sayers, reading.scope)) : [];
      rely([...reading.faults, ...heardFrom], reading.scope, reading.support);
    } else {
      reasons.push({ kind: 'statement', given: claim, found: null });
      score = 0;
    }
  }
  // The older comparison knows a sentence by its words in their order; one that was made by leaving out, joining and
  // turning hangs together by its tree. What was refused for more than its words needs no second reading.
  let pairings: readonly (Pairing | null)[] = [];
  if (open) {
    const edit = editOf(claim, sources, matches, quoted, reasons.length > 0);
    pairings = edit.pairings;
    const bases = restsIn(edit.of ?? []);
    if (reasons.length === 0) {
      reasons.push(...edit.reasons);
      open = edit.certain.length === 0 && reasons.every(({ kind }) => kind === 'statement' || kind === 'subject');
    } else if (edit.certain.length > 0) {
      reasons.push(...edit.certain);
      open = false;
    } else if (bases.length > 0 && (within === undefined || bases.every(within))) {
      reasons.length = 0;
      score = Math.max(score, 0.5);
      rests.clear();
      for (const rest of [...quoteRests(claim, sources), ...bases]) rests.set(keyOf(rest), rest);
    }
  }
  reasons.sort((a, b) => WEIGHTIEST.indexOf(a.kind) - WEIGHTIEST.indexOf(b.kind));
  const sure = reasons.length === 0 ? 0.5 + score / 2 : score / 2;
  return { reasons, score: Math.max(0, Math.min(1, sure)), rests: [...rests.values()], pairings, faulted, open };
}

/** Is the claim carried by the sources? What the rules leave open is judged by what was learned of such lines. */
export function judge(claim: string, sources: readonly Prepared[], within?: (rest: Rest) => boolean): Judgement {
  const { pairings, faulted, open, ...rules } = ruled(claim, sources, within);
  const { reasons, score, rests } = rules;
  const looked = open ? openIn(pairings, reasons, score, faulted) : null;
  if (looked === null) return rules;
  const { verdict, sights } = doubtOf(looked);
  if (reasons.length === 0)
    return verdict === 'refused' ? { reasons: reasonOf(sights), score: score / 2, rests } : rules;
  if (verdict !== 'believed') return rules;
  const bases = restsIn(restsOf(sights));
  if (bases.length === 0 || (within !== undefined && !bases.every(within))) return rules;
  return { reasons: [], score: 0.5, rests: together([...quoteRests(claim, sources), ...bases]) };
}
