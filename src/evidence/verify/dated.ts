import { compareTimes } from '../../reading/times/compare.ts';
import { type Time, timesIn } from '../../reading/times.ts';
import type { Stated } from './content.ts';
import { type Fault, fault } from './fault.ts';
import type { Scope } from './scope.ts';
import { NEGATION } from './segments.ts';
import type { Token } from './tokens.ts';

/** Words that rule out the time after them ("in September instead of June"). */
const RULED_OUT: ReadonlySet<string> = new Set(['instead', 'rather', 'not']);

/** Verbs that move what they tell of from one time to another: "slipped from 2027 to 2030" tells of two times and of no span. */
const MOVES: ReadonlySet<string> = new Set(
  'slip move extend delay postpone push put bring shift defer change revise advance reschedule'.split(' '),
);
const REACH = 10;

/** A time that is told as what something was moved from and to, as those two. */
function movedTimes(tokens: readonly Token[], time: Time): readonly Time[] {
  const at = tokens.findIndex((token) => token.time === time);
  if (
    !/^from\b.* to /i.test(time.text) ||
    !tokens.slice(Math.max(0, at - REACH), at).some(({ lemma }) => MOVES.has(lemma))
  )
    return [time];
  const [whens, bares] = [time.when?.split('/') ?? [], time.bare?.split('/') ?? []];
  return [time, ...whens.map((when, n): Time => ({ ...time, when, bare: bares[n] ?? null, bound: 'at' }))];
}

export const timesOf = (tokens: readonly Token[]): Time[] =>
  [...new Set(tokens.flatMap(({ time }) => time ?? []))].flatMap((time) => movedTimes(tokens, time));

/** "Not before April" and "not until April" are from April on. */
const turned = (time: Time, negated: boolean): Time =>
  negated && /^(?:before|until)$/.test(time.bound) ? { ...time, bound: 'from' } : time;

const isNegated = (tokens: readonly Token[]): boolean => tokens.some(({ low }) => NEGATION.has(low));

/** A claim's "next year" counts from the day on which its source was published. */
function seenFrom(time: Time, published: string | null | undefined): Time {
  if (time.when !== null || published == null) return time;
  const [there] = timesIn(time.text, published);
  return there === undefined ? time : { ...time, when: there.when };
}

/** Does what the source tells of its time hold of the claim's? A claim may say less of it, and never more. */
const holds = (claim: Time, source: Time): boolean => /^(?:same|wider)$/.test(compareTimes(claim, source));

/** Do any of these texts tell the time, wherever? */
export const isToldIn = (
  time: string,
  sources: readonly { readonly text: string; readonly published?: string | null }[],
): boolean =>
  sources.some(({ text, published = null }) => {
    const [given] = timesIn(time, published);
    return given !== undefined && timesIn(text, published).some((other) => holds(given, other));
  });

/** How finely a time is told. */
const sizeOf = ({ when, bare }: Time): number => (bare ?? when ?? '').replace(/^--/, 'YYYY-').length;

/** Of several times of the source the one that the claim has wrong: of the same size, where there is one. */
function rivalOf(claim: Time, times: readonly Time[]): Time | undefined {
  return times.find((time) => sizeOf(time) === sizeOf(claim)) ?? times[0];
}

/** The times of a sentence that differ from those of the source's sentence that it nearly is. */
export function changedTimes(claim: readonly Token[], source: readonly Token[], published: string | null): Fault[] {
  const times = timesOf(source);
  const told = timesOf(claim).map((time) => seenFrom(time, published));
  return told.flatMap((time): Fault[] =>
    times.some((other) => holds(time, other)) ? [] : [fault('time', time.text, rivalOf(time, times)?.text ?? null, 1)],
  );
}

/** The figure that a time belongs to as what a change starts from ("up from 19 percent in 2022"), if the claim has not that one. */
function boundTo(time: Time, { parsed, prepared }: Scope, figures: Stated['figures']): string | null {
  if (figures.length === 0) return null;
  const { tokens, sentence } = parsed;
  const at = tokens.findIndex((token) => token.time !== null && holds(time, token.time));
  const from = tokens.findLastIndex(({ low }, n) => n < at && n >= at - 7 && low === 'from');
  if (from < 0) return null;
  const base = prepared.figures.find(
    ({ start }) => start >= (tokens[from]?.start ?? 0) && start < (tokens[at]?.start ?? 0),
  );
  if (base === undefined || base.start > sentence.end) return null;
  const told = figures.some(({ found }) =>
    found.some(({ source, start }) => source === prepared.source && start === base.start),
  );
  const main = figures.some(({ found }) =>
    found.some(({ source, start }) => source === prepared.source && start >= sentence.start && start < base.start),
  );
  return told || !main ? null : base.text;
}

/** Times of the claim that the source does not have there, or has otherwise. */
export function timeFaults({ clause, figures }: Stated, scope: Scope): Fault[] {
  const ruled = clause.tokens.some(({ low }) => RULED_OUT.has(low));
  const kept = (tokens: readonly Token[]): Time[] =>
    timesOf(
      tokens.filter((_, n) => ruled || !tokens.slice(Math.max(0, n - 3), n).some(({ low }) => RULED_OUT.has(low))),
    );
  const here = kept(scope.clause.tokens);
  const sentence = kept(scope.parsed.tokens);
  const around = [1, 2, 3].flatMap((step) => [
    ...timesOf(scope.prepared.parsed(scope.parsed.index - step)?.tokens ?? []),
    ...(step === 1 ? timesOf(scope.prepared.parsed(scope.parsed.index + 1)?.tokens ?? []) : []),
  ]);
  const negated = isNegated(clause.tokens);
  const denied = isNegated(scope.parsed.tokens);
  return timesOf(clause.tokens).flatMap((given) => {
    const stated = seenFrom(given, scope.prepared.source.published);
    const time = turned(stated, negated);
    const agrees = (other: Time): boolean =>
      holds(time, other) || holds(stated, other) || holds(time, turned(other, denied));
    if ([...here, ...sentence].some(agrees)) {
      const rival = boundTo(time, scope, figures);
      return rival === null ? [] : [fault('time', time.text, rival, 1)];
    }
    const other = rivalOf(time, here) ?? rivalOf(time, sentence);
    if (other === undefined && around.some(agrees)) return [];
    return [fault('time', time.text, other?.text ?? null, 1)];
  });
}
