import { unitOf } from '../domain/units.ts';
import { sentencesIn } from '../language/sentences.ts';
import { isTable } from '../language/tables.ts';
import type { FigureReading, Hedge, QuoteReading, Sentence } from '../model.ts';
import { type Time, timesIn } from '../reading/times.ts';
import { mayBegin } from './figures/amounts.ts';
import {
  carriedDirection,
  carriedPeriod,
  carriedUnit,
  type Earlier,
  isMillions,
  PARTS,
  worthOf,
} from './figures/carried.ts';
import { type ReadCell, readCells } from './figures/celled.ts';
import { directionOf } from './figures/directions.ts';
import { hedgeAfter, hedgeBefore } from './figures/hedges.ts';
import { scaled } from './figures/literals.ts';
import { type Reading, readingAt } from './figures/ranges.ts';
import { figuresInRow } from './figures/rows.ts';
import { type Token, tokensOf } from './figures/tokens.ts';
import { BASE, backdated, isFuture, timed, whenOf } from './figures/when.ts';
import { type Choose, chosen } from './told/choice/choose.ts';
import { unitsFor } from './told/choice/units.ts';
import { teller, UNTOLD } from './told.ts';

/** A reading with its hedge, in tokens `from <= i < to`. */
type Found = { readonly reading: Reading; readonly from: number; readonly to: number; readonly hedge: Hedge };

/** Past it a "sentence" is a table or noise: who says what when is not told by its words, and pairing all with all is dear. */
const LONGEST_SENTENCE = 4_000;

/** Counted things that the table of units has. */
const COUNTED: ReadonlySet<string> = new Set(['GPU', 'CPU', 'TPU', 'NPU', 'vCPU', 'qubit']);

/** What else is known of the article: who it is about, and who speaks. */
export type Around = {
  readonly title?: string | null;
  readonly quotes?: readonly QuoteReading[];
  /** The sentences of the text, where they are known. */
  readonly sentences?: readonly Sentence[];
};

/** How many figures back a unit is carried over from. */
const REACH = 4;

/**
 * The figures of a text, in order and never overlapping, each span exact. Written by hand for speed and for figures of
 * this field: compromise finds numbers but few units, Recognizers-Text is some hundred times slower (`npm run bench --
 * evidence`), chrono-node reads times without saying which are open or fiscal.
 *
 * "doubled", "twice" and "halved" are no figures, since no number stands there; "threefold" and "2x" are. Parts of
 * money are read as money: 50 cents is 0.5 USD. A dozen is twelve.
 */
export function figuresIn(
  text: string,
  published: string | null = null,
  around: Around = {},
  choose: Choose = chosen,
): FigureReading[] {
  const tokens = tokensOf(text);
  const times = timesIn(text, published);
  const found = findAll(tokens, times);
  const figures: FigureReading[] = [];
  const cells = readCells(text);
  if (found.length === 0 && cells.length === 0) return [];
  const guessed = new Map<number, string>();
  const sentenceOf = new Map<number, number>();
  const worths = new Map<number, number>();
  let [k, t] = [0, 0];
  const sentences = around.sentences ?? sentencesIn(text);
  let c = 0;
  const { tells, cast } = teller(
    around.title ?? null,
    text,
    sentences,
    around.quotes ?? [],
    { times, published },
    choose,
  );
  for (const [index, sentence] of sentences.entries()) {
    const inside: Found[] = [];
    for (; k < found.length && (tokens[found[k]?.from ?? 0]?.start ?? 0) < sentence.end; k++)
      inside.push(...found.slice(k, k + 1));
    const held: Time[] = [];
    for (; t < times.length && (times[t]?.start ?? 0) < sentence.end; t++) held.push(...times.slice(t, t + 1));
    if (isTable(sentence.text)) {
      const row: ReadCell[] = [];
      for (; (cells[c]?.cell.start ?? Number.POSITIVE_INFINITY) < sentence.end; c++) row.push(...cells.slice(c, c + 1));
      const loose = inside.map(({ reading, from, to, hedge }) => ({
        start: tokens[from]?.start ?? 0,
        end: tokens[to - 1]?.end ?? 0,
        reading,
        hedge,
        direction: directionOf(tokens, { from, to: reading.to, relative: true, money: reading.kind === 'money' }),
      }));
      figures.push(...figuresInRow(row, loose, text, published, cast));
      continue;
    }
    if (inside.length === 0) continue;
    const readable = sentence.end - sentence.start <= LONGEST_SENTENCE;
    const places = inside.map(({ from, to }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));
    const whens = readable ? whenOf(text, published, sentence, places, held) : [];
    const units = inside.map(({ reading: { unitAt } }) =>
      unitAt === null ? null : { start: tokens[unitAt[0]]?.start ?? 0, end: tokens[unitAt[1] - 1]?.end ?? 0 },
    );
    const numbered = inside.map(({ from, reading: { kind, unit, to } }, n) => ({
      ...(places[n] ?? sentence),
      counted: kind === 'count' || COUNTED.has(unit?.split(' ')[0] ?? '') ? (units[n] ?? null) : null,
      kind: kind === 'money' ? ('money' as const) : partOrSpan(unit),
      unit,
      when: whens[n] ?? null,
      future: isFuture(whens[n] ?? null, published),
      direction: directionOf(tokens, { from, to, relative: isRelative(unit), money: kind === 'money' }),
    }));
    const told = readable ? tells(index, numbered) : [];
    told.forEach(({ when }, n) => {
      if (when !== null) guessed.set(places[n]?.start ?? -1, when);
    });
    inside.forEach((each, n) => {
      const { from, hedge } = each;
      const place = places[n] ?? sentence;
      const behind = text.slice(place.end, place.end + 24);
      const own = text.slice(place.start, place.end);
      const before = figures.slice(-REACH).flatMap((figure) => (figure.start >= sentence.start ? figure.text : []));
      const millions = isMillions({ unit: each.reading.unit, text: own, behind: behind }, before);
      const reading: Reading = millions
        ? { ...each.reading, value: scaled(each.reading.value, 1e6), unit: null, unitAt: null, kind: 'bare' }
        : each.reading;
      const { kind } = reading;
      const open =
        kind === 'bare' ? reading.unit === null : kind === 'money' && !(reading.unit ?? '').includes(' per ');
      const earlier = figures.slice(open ? -REACH : -1).map(
        (figure): Earlier => ({
          unit: figure.unit,
          worth: worths.get(figure.start) ?? worthOf(figure.unitText),
          concept: figure.concept,
          subject: figure.subject,
          value: [figure.value].flat().at(-1) ?? 0,
          direction: figure.direction,
          between: text.slice(figure.end, place.start),
          sameSentence: figure.start >= sentence.start,
          back: index - (sentenceOf.get(figure.start) ?? index),
        }),
      );
      const alone = { ...reading, text: own, behind };
      const carried = open && (kind === 'bare' || kind === 'money') ? carriedUnit({ ...alone, kind }, earlier) : null;
      // "22 of the 35 turbines": of what the next one counts.
      const next = inside[n + 1];
      const isPart = kind === 'bare' && next !== undefined && PARTS.test(text.slice(place.end, places[n + 1]?.start));
      const mayTake = open && (kind === 'bare' || kind === 'money') && !isPart && carried === null && readable;
      const rule = { ...(told[n] ?? UNTOLD), unit: reading.unit };
      const taken = mayTake ? choose('unit', unitsFor({ ...rule, ...alone }, earlier.toReversed()), place, rule) : null;
      const ownUnit = taken ?? (isPart ? next.reading.unit : null) ?? carried ?? reading.unit;
      // "8.4 cents, up from 7.1": what a word names is left out as any noun is.
      const named = kind === 'bare' && taken !== null ? earlier.findLast(({ unit }) => unit === taken) : undefined;
      const worth = named?.worth ?? 1;
      if (worth !== 1) worths.set(place.start, worth);
      const value = scaled(reading.value, worth);
      const high = reading.high === null ? null : scaled(reading.high, worth);
      sentenceOf.set(place.start, index);
      figures.push({
        start: place.start,
        end: place.end,
        text: own,
        value: high === null ? value : [value, high],
        hedge,
        direction:
          directionOf(tokens, { from, to: reading.to, relative: isRelative(reading.unit), money: kind === 'money' }) ??
          carriedDirection(ownUnit, earlier.at(-1)),
        unit: ownUnit,
        unitText: units[n] && !millions ? text.slice(units[n].start, units[n].end) : null,
        ...(told[n] ?? UNTOLD),
        ...(whens[n] == null && isBase(inside, n, text.slice(sentence.start, place.start)) ? { caption: null } : {}),
        ...timed(told[n]?.standing ?? 'stated', whens[n] ?? null, published, text.slice(sentence.start, place.start)),
      });
    });
  }
  const dated = figures
    .map(carriedPeriod(text, sentences))
    .map((figure) => ({ ...figure, when: figure.when ?? guessed.get(figure.start) ?? null }));
  return backdated(text, dated);
}

/** "from 61% to 88%", "2.9 billion, against 1.2 billion": what was so before, or of another, which a caption would tell as what is. */
function isBase(inside: readonly { readonly reading: Reading }[], n: number, before: string): boolean {
  const unit = inside[n]?.reading.unit;
  return (
    BASE.test(before) && [inside[n - 2], inside[n - 1], inside[n + 1]].some((other) => other?.reading.unit === unit)
  );
}

/** Is a unit one of which a change is told as often as a level? */
const isRelative = (unit: string | null): boolean =>
  unit !== null && (/^(?:ratio|points|multiple|point)$/.test(unitOf(unit)?.kind ?? '') || unit.endsWith(' per share'));

/** Is a unit that of a part, or of a span of time? */
function partOrSpan(unit: string | null): 'part' | 'span' | 'other' {
  if (unit === 'percentage' || unit === 'fraction') return 'part';
  return unit !== null && unitOf(unit)?.kind === 'time' ? 'span' : 'other';
}

/** Every reading of a text that is no part of a time, with the hedge on either side of it. */
function findAll(tokens: readonly Token[], times: readonly Time[]): Found[] {
  const calendar = times.filter(({ kind }) => kind === 'calendar');
  const found: Found[] = [];
  let t = 0;
  let done = 0;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined || !mayBegin(token)) {
      i++;
      continue;
    }
    const { start } = token;
    while ((calendar[t]?.end ?? Number.POSITIVE_INFINITY) <= start) t++;
    const reading = start >= (calendar[t]?.start ?? Number.POSITIVE_INFINITY) ? null : readingAt(tokens, i);
    if (reading === null) {
      i++;
      continue;
    }
    const next = hedged(tokens, reading, done);
    found.push(next);
    done = next.to;
    i = next.to;
  }
  return found;
}

function hedged(tokens: readonly Token[], reading: Reading, done: number): Found {
  const duration = reading.unit !== null && unitOf(reading.unit)?.kind === 'time';
  const kind = reading.kind === 'money' || reading.kind === 'count' ? reading.kind : 'other';
  const before = hedgeBefore(tokens, reading.from, duration ? 'time' : kind);
  const after = reading.hedge === null ? hedgeAfter(tokens, reading.to) : null;
  // "thousands of jobs" are at least a thousand.
  const own = reading.numeral.form === 'vague' ? '>' : '=';
  const hedge = before.hedge !== '=' ? before.hedge : (reading.hedge ?? after?.hedge ?? own);
  return { reading, from: Math.max(before.from, done), to: after?.to ?? reading.to, hedge };
}
