import type { Stated } from './content.ts';
import { type Fault, fault } from './fault.ts';
import type { Scope } from './scope.ts';
import type { Token } from './tokens.ts';

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const YEAR = /^(?:19|20)\d\d$/;
const SEASON = /^(?:spring|summer|autumn|fall|winter)$/;
const ORDINAL = /^(?:first|second|third|fourth|final|last|next|this|1st|2nd|3rd|4th|q[1-4]|h[12])$/;
const PART = /^(?:quarter|half|week|month|year|decade|century)$/;

/** Words that rule out the time after them ("in September instead of June"). */
const RULED_OUT: ReadonlySet<string> = new Set(['instead', 'rather', 'not']);

/** A word that names a time, by grain: two of one grain cannot both be meant. */
export function timeAt(tokens: readonly Token[], n: number): { readonly grain: string; readonly name: string } | null {
  const token = tokens[n];
  if (token === undefined) return null;
  const { low, pos } = token;
  if (MONTH.test(low) && pos === 'PROPN') return { grain: 'month', name: low.slice(0, 3) };
  if (DAY.test(low)) return { grain: 'day', name: low };
  if (YEAR.test(low) && tokens[n - 1]?.pos !== 'SYM') return { grain: 'year', name: low };
  if (SEASON.test(low) && pos !== 'VERB') return { grain: 'season', name: low === 'fall' ? 'autumn' : low };
  // "third-quarter revenue"
  const next = tokens[n + 1]?.text === '-' ? tokens[n + 2] : tokens[n + 1];
  if (next !== undefined && ORDINAL.test(low) && PART.test(next.lemma)) return { grain: next.lemma, name: low };
  return null;
}

/** Is the word at `n` part of a time ("March 4", "2027")? */
export function isTime(tokens: readonly Token[], n: number): boolean {
  return timeAt(tokens, n) !== null || timeAt(tokens, n - 1)?.grain === 'month';
}

export function timesOf(tokens: readonly Token[]): { readonly grain: string; readonly name: string }[] {
  return tokens.flatMap((_, n) => timeAt(tokens, n) ?? []);
}

/** The figure that a time belongs to as what a change starts from ("up from 19 percent in 2022"), if the claim has not that one. */
function boundTo(name: string, { parsed, prepared }: Scope, figures: Stated['figures']): string | null {
  if (figures.length === 0) return null;
  const { tokens, sentence } = parsed;
  const at = tokens.findIndex(({ low }) => low === name || low.startsWith(name));
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
  const kept = (tokens: readonly Token[]): { readonly grain: string; readonly name: string }[] =>
    tokens.flatMap((_, n) => {
      const out = !ruled && tokens.slice(Math.max(0, n - 3), n).some(({ low }) => RULED_OUT.has(low));
      return out ? [] : (timeAt(tokens, n) ?? []);
    });
  const here = kept(scope.clause.tokens);
  const sentence = kept(scope.parsed.tokens);
  const around = [1, 2, 3].flatMap((step) => [
    ...timesOf(scope.prepared.parsed(scope.parsed.index - step)?.tokens ?? []),
    ...(step === 1 ? timesOf(scope.prepared.parsed(scope.parsed.index + 1)?.tokens ?? []) : []),
  ]);
  return timesOf(clause.tokens).flatMap(({ grain, name }) => {
    const same = (time: { grain: string; name: string }): boolean => time.grain === grain && time.name === name;
    if (here.some(same) || sentence.some(same)) {
      const rival = boundTo(name, scope, figures);
      return rival === null ? [] : [fault('time', name, rival, 1)];
    }
    const other = here.find((time) => time.grain === grain) ?? sentence.find((time) => time.grain === grain);
    if (other !== undefined) return [fault('time', name, other.name, 1)];
    return around.some(same) ? [] : [fault('time', name, null, 1)];
  });
}
