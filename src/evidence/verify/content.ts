import { STOP_WORDS } from '../../language/words.ts';
import type { FigureReading } from '../../model.ts';
import type { Clause } from './clauses.ts';
import type { Placed } from './figures.ts';
import { type Scope, within } from './scope.ts';
import type { Token } from './tokens.ts';

/** A clause of a claim, its quoted words left out, with its figures and where the sources have them. */
export type Stated = {
  readonly clause: Clause;
  readonly content: readonly Token[];
  /** The whole sentence of the claim. */
  readonly sentence: readonly Token[];
  readonly figures: readonly StatedFigure[];
  /** The figures of the whole sentence. */
  readonly told: readonly StatedFigure[];
  /** Does a quote stand right beside it, which is what it says? */
  readonly quotes: boolean;
};

export type StatedFigure = { readonly given: FigureReading; readonly found: readonly Placed[] };

/** Words that say little by themselves. */
const LIGHT: ReadonlySet<string> = new Set(
  `be have do get make take give put come go see become say also then there well amount number level total figure time way
  thing kind mean such one so much very too now still yet already via per percent cent people case fact accord bring place
  spread work base know set longer part look even proposed planned owe compare according row able though although else meanwhile`.split(
    /\s+/,
  ),
);

/** Says it little by itself? */
export const isLight = ({ lemma, phrase }: Token): boolean => LIGHT.has(lemma) && !phrase;

const WEIGHT: Readonly<Record<string, number>> = { NOUN: 1, PROPN: 1.3, VERB: 1, ADJ: 0.8, ADV: 0.5 };

export const weightOf = ({ pos }: Token): number => WEIGHT[pos] ?? 0;

/** The words that carry content. */
export function contentOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token, n) =>
      WEIGHT[token.pos] !== undefined &&
      /[\p{L}\p{N}]/u.test(token.low) &&
      !isLight(token) &&
      !STOP_WORDS.has(token.low) &&
      !(token.low === 'full' && tokens[n + 1]?.low === '-'),
  );
}

/** How near a word's support lies: 1 in the clause, less in its sentence and around, 0 nowhere near. */
export function support(token: Token, scope: Scope): number {
  if (within(token, scope.clauseKeys)) return 1;
  if (within(token, scope.backKeys)) return 0.8;
  if (within(token, scope.sentenceKeys)) return 0.75;
  if (within(token, scope.linkedKeys)) return 0.6;
  if (within(token, scope.nearKeys)) return 0.5;
  return within(token, scope.passageKeys) ? 0.3 : 0;
}

type Place = { readonly start: number; readonly end: number };

const inside = (place: Place, { start, end }: Place): boolean => place.start >= start && place.end <= end;

/** The stretch of text from a clause's first word to its last. */
export function stretchOf({ tokens }: Clause): Place {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const token of tokens) {
    start = Math.min(start, token.start);
    end = Math.max(end, token.end);
  }
  return { start, end };
}

export const inClause = ({ found }: StatedFigure, { clause, prepared }: Scope): boolean =>
  found.some((place) => place.source === prepared.source && inside(place, stretchOf(clause)));

export const inSentence = ({ found }: StatedFigure, { parsed, prepared }: Scope): boolean =>
  found.some((place) => place.source === prepared.source && inside(place, parsed.sentence));

/** The share of a clause's content that stands in or near a clause of a source, 0 to 1. */
export function supportOf({ content, figures }: Stated, scope: Scope): number {
  let total = 0;
  let found = 0;
  for (const token of content) {
    total += weightOf(token);
    found += weightOf(token) * support(token, scope);
  }
  for (const figure of figures) {
    total += 2;
    found += inClause(figure, scope) ? 2 : inSentence(figure, scope) ? 1.5 : 0;
  }
  return total === 0 ? 1 : found / total;
}
