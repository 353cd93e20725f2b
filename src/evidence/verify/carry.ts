import { converse, opposed } from '../../language/meaning.ts';
import { STOP_WORDS } from '../../language/words.ts';
import type { FigureReading, Reason } from '../../model.ts';
import type { Clause } from './clauses.ts';
import { type Scope, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** A clause of a claim, its quoted words left out, with its figures. */
export type Stated = {
  readonly clause: Clause;
  readonly content: readonly Token[];
  readonly figures: readonly { readonly given: FigureReading; readonly found: readonly FigureReading[] }[];
};

/** A fault that a claim's clause has beside a clause of the source; `weight` says how grave and how sure. */
export type Fault = { readonly reason: Reason; readonly weight: number };

export type Reading = { readonly scope: Scope; readonly support: number; readonly faults: readonly Fault[] };

const LIGHT: ReadonlySet<string> = new Set(
  `be have do get make take give put come go see become say also then there well amount number level total figure time way
  thing kind mean such s one ones so much very too now still yet already include via per percent cent people case fact
  accord according`.split(/\s+/),
);

/** Verbs that say little beside a figure. */
const MEASURE: ReadonlySet<string> = new Set(
  'be have amount total stand reach come run put number cost hold take make get see account represent go bring stretch last include'.split(
    ' ',
  ),
);

const WEIGHT: Readonly<Record<string, number>> = { NOUN: 1, PROPN: 1.3, VERB: 1, ADJ: 0.8, ADV: 0.5, NUM: 0.6 };

/** The words of a clause that carry content. */
export function contentOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    ({ pos, low, lemma }) =>
      WEIGHT[pos] !== undefined && /[\p{L}\p{N}]/u.test(low) && !LIGHT.has(lemma) && !STOP_WORDS.has(low),
  );
}

const weightOf = ({ pos }: Token): number => WEIGHT[pos] ?? 0;

/** How near a word's support lies: 1 in the clause, less in its sentence and around, 0 nowhere near. */
function support(token: Token, scope: Scope): number {
  if (within(token, scope.clauseKeys)) return 1;
  if (within(token, scope.sentenceKeys)) return 0.75;
  if (within(token, scope.nearKeys)) return 0.5;
  return 0;
}

/** The share of a clause's content that stands in or near a clause of the source. */
export function supportOf({ content, figures }: Stated, scope: Scope): number {
  let total = 0;
  let found = 0;
  for (const token of content) {
    total += weightOf(token);
    found += weightOf(token) * support(token, scope);
  }
  for (const { found: places } of figures) {
    total += 2;
    const { start, end } = scope.parsed.sentence;
    if (
      places.some(
        (place) =>
          place.start >= (scope.clause.tokens[0]?.start ?? start) &&
          place.end <= (scope.clause.tokens.at(-1)?.end ?? end),
      )
    )
      found += 2;
    else if (places.some((place) => place.start >= start && place.end <= end)) found += 1.5;
  }
  return total === 0 ? 1 : found / total;
}

const text = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');

const fault = (kind: Reason['kind'], given: string, found: string | null, weight: number): Fault => ({
  reason: { kind, given, found },
  weight,
});

const NEGATIVE: ReadonlySet<string> = new Set(
  `missing lack ban prohibit forbid bar block refuse reject decline deny fail cancel scrap abandon avoid prevent halt unable absent unlikely
  unchanged unsold undisclosed unpaid unfinished unheard unknown unclear undecided impossible stop cease exclude rule_out withhold pending outstanding`.split(
    /\s+/,
  ),
);

function verbsMeet(left: Clause, right: Clause): Token | null {
  const main = left.verbs.at(-1);
  if (main === undefined) return null;
  return right.verbs.find((verb) => meets(main, verb)) ?? null;
}

/** Negations, and words that deny by themselves where the other side has not the same. */
function polarity(clause: Clause, others: ReadonlySet<string>): number {
  return clause.negations + clause.tokens.filter((token) => NEGATIVE.has(token.lemma) && !within(token, others)).length;
}

function keysOf(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.flatMap(({ keys }) => keys));
}

const PRONOUNS: ReadonlySet<string> = new Set('it they he she we i you this these those that there'.split(' '));

function subjectFaults({ clause, figures }: Stated, scope: Scope): Fault[] {
  const heads = clause.heads.filter(({ low }) => !PRONOUNS.has(low));
  const source = scope.clause;
  if (heads.length === 0 || clause.reporting) return [];
  const aligned = verbsMeet(clause, source);
  const turned =
    aligned !== null &&
    (clause.passive !== source.passive || converse(clause.verbs.at(-1)?.classes ?? [], aligned.classes));
  const here = heads.filter((head) => within(head, scope.clauseKeys));
  if (here.length === 0) {
    const near = heads.some((head) => within(head, scope.sentenceKeys) || within(head, scope.nearKeys));
    const named = heads.some(({ pos }) => pos === 'PROPN');
    if (!near && !named) return [fault('subject', text(heads), text(source.heads), 1)];
    return [fault('subject', text(heads), text(source.heads), figures.length > 0 || named ? 1 : 0.6)];
  }
  if (aligned !== null && !turned && !clause.passive && source.heads.length > 0) {
    const fits = heads.some((head) => within(head, scope.subject));
    const named = heads.some(({ pos }) => pos === 'PROPN');
    if (!fits && named && !PRONOUNS.has(source.heads[0]?.low ?? ''))
      return [fault('subject', text(heads), text(source.heads), 1)];
  }
  return [];
}

const ASSERTED: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);

/** Words that say the contrary of a word of the source that nothing else in the claim takes up. */
function oppositeFaults({ content, clause }: Stated, scope: Scope): Fault[] {
  const free = scope.clause.tokens.filter((token) => token.classes.length > 0 && ASSERTED.has(token.pos));
  const all = keysOf(clause.tokens);
  return clause.tokens.flatMap((token) => {
    if (token.classes.length === 0 || within(token, keysOf(scope.clause.tokens))) return [];
    const against = free.find((other) => opposed(token.classes, other.classes) && !within(other, all));
    if (against === undefined) return [];
    void content;
    return [fault('direction', token.text, against.text, 1)];
  });
}

const CAUSE: ReadonlySet<string> = new Set(
  'because due owing thanks therefore consequently hence amid despite following'.split(' '),
);
const CAUSED: ReadonlySet<string> = new Set(
  'because due owing thanks therefore consequently hence amid cause lead result trigger prompt drive blame attribute after since reflect help so follow despite following as on by'.split(
    ' ',
  ),
);

function causeFaults({ clause }: Stated, scope: Scope): Fault[] {
  const marker = clause.tokens.find(({ low }) => CAUSE.has(low));
  if (marker === undefined) return [];
  const near = scope.parsed.tokens.some(
    ({ low, lemma }) => low === marker.low || (CAUSED.has(lemma) && !['as', 'on', 'by'].includes(low)),
  );
  return near ? [] : [fault('statement', marker.text, null, 1)];
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const YEAR = /^(?:19|20)\d\d$/;
const SEASON = /^(?:spring|summer|autumn|fall|winter)$/;
const ORDINAL = /^(?:first|second|third|fourth|1st|2nd|3rd|4th|last|next|this)$/;
const PART = /^(?:quarter|half|week|month|year|decade|century)$/;

const GRAINS: readonly RegExp[] = [MONTH, DAY, YEAR];

function timeFaults({ clause }: Stated, scope: Scope): Fault[] {
  const faults: Fault[] = [];
  const { tokens } = clause;
  const sentence = scope.parsed.tokens;
  tokens.forEach((token, n) => {
    const grain = GRAINS.find((pattern) => pattern.test(token.low) && (pattern !== MONTH || token.pos === 'PROPN'));
    if (grain !== undefined) {
      if (sentence.some(({ low }) => low === token.low)) return;
      const other = sentence.find(({ low, pos }) => grain.test(low) && (grain !== MONTH || pos === 'PROPN'));
      if (other !== undefined) faults.push(fault('time', token.text, other.text, 1));
      else if (!scope.nearKeys.has(token.low)) faults.push(fault('time', token.text, null, 1));
      return;
    }
    const next = tokens[n + 1];
    if (next !== undefined && ORDINAL.test(token.low) && PART.test(next.low)) {
      const pairs = sentence.filter(
        (_, k) => PART.test(sentence[k + 1]?.low ?? '') && ORDINAL.test(sentence[k]?.low ?? ''),
      );
      if (pairs.length > 0 && !pairs.some(({ low }) => low === token.low)) {
        faults.push(fault('time', `${token.text} ${next.text}`, pairs[0]?.text ?? null, 1));
      }
    }
    if (SEASON.test(token.low) && token.pos === 'NOUN' && !sentence.some(({ low }) => low === token.low)) {
      const other = sentence.find(({ low, pos }) => pos === 'NOUN' && SEASON.test(low));
      if (other !== undefined) faults.push(fault('time', token.text, other.text, 1));
    }
  });
  return faults;
}

/** What is wrong with a clause of a claim if it rests on this clause of a source. */
export function read(stated: Stated, scope: Scope): Reading {
  const faults: Fault[] = [];
  const { clause } = stated;
  const source = scope.clause;
  faults.push(
    ...subjectFaults(stated, scope),
    ...oppositeFaults(stated, scope),
    ...causeFaults(stated, scope),
    ...timeFaults(stated, scope),
  );
  const given = polarity(clause, keysOf(scope.clause.tokens));
  const found = polarity(source, keysOf(clause.tokens));
  if (given % 2 !== found % 2) faults.push(fault('statement', text(clause.tokens), scope.parsed.sentence.text, 1));
  if (!clause.reporting && clause.verbs.length > 0 && source.verbs.length > 0 && source.mood > clause.mood) {
    faults.push(fault('statement', text(clause.verbs), text(source.verbs), 1));
  }
  for (const { given: figure, found: places } of stated.figures) {
    const { start, end } = scope.parsed.sentence;
    if (!places.some((place) => place.start >= start && place.end <= end)) {
      faults.push(fault('subject', figure.text, null, 0.7));
    }
  }
  for (const token of stated.content) {
    if (support(token, scope) > 0) continue;
    const main = clause.verbs.at(-1) === token;
    if (main && (MEASURE.has(token.lemma) || clause.reporting)) continue;
    faults.push(
      fault(
        'statement',
        token.text,
        null,
        token.pos === 'NOUN' || token.pos === 'PROPN' ? 0.6 : token.pos === 'VERB' ? 0.45 : 0.35,
      ),
    );
  }
  return { scope, support: supportOf(stated, scope), faults };
}
