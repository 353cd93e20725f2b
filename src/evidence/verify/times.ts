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
function grainOf(tokens: readonly Token[], n: number): { readonly grain: string; readonly name: string } | null {
  const token = tokens[n];
  if (token === undefined) return null;
  const { low, pos } = token;
  if (MONTH.test(low) && pos === 'PROPN') return { grain: 'month', name: low.slice(0, 3) };
  if (DAY.test(low)) return { grain: 'day', name: low };
  if (YEAR.test(low)) return { grain: 'year', name: low };
  if (SEASON.test(low) && pos !== 'VERB') return { grain: 'season', name: low === 'fall' ? 'autumn' : low };
  const next = tokens[n + 1];
  if (next !== undefined && ORDINAL.test(low) && PART.test(next.lemma)) return { grain: next.lemma, name: low };
  return null;
}

/** Is the word at `n` part of a time ("March 4", "2027")? */
export function isTime(tokens: readonly Token[], n: number): boolean {
  return grainOf(tokens, n) !== null || grainOf(tokens, n - 1)?.grain === 'month';
}

export function timesOf(tokens: readonly Token[]): { readonly grain: string; readonly name: string }[] {
  return tokens.flatMap((_, n) => grainOf(tokens, n) ?? []);
}

/** Times of the claim that the source does not have there, or has otherwise. */
export function timeFaults({ clause }: Stated, scope: Scope): Fault[] {
  const ruled = clause.tokens.some(({ low }) => RULED_OUT.has(low));
  const kept = (tokens: readonly Token[]): { readonly grain: string; readonly name: string }[] =>
    tokens.flatMap((_, n) => {
      const out = !ruled && tokens.slice(Math.max(0, n - 3), n).some(({ low }) => RULED_OUT.has(low));
      return out ? [] : (grainOf(tokens, n) ?? []);
    });
  const here = kept(scope.clause.tokens);
  const sentence = kept(scope.parsed.tokens);
  const around = [1, 2, 3].flatMap((step) => [
    ...timesOf(scope.prepared.parsed(scope.parsed.index - step)?.tokens ?? []),
    ...(step === 1 ? timesOf(scope.prepared.parsed(scope.parsed.index + 1)?.tokens ?? []) : []),
  ]);
  return timesOf(clause.tokens).flatMap(({ grain, name }) => {
    const same = (time: { grain: string; name: string }): boolean => time.grain === grain && time.name === name;
    if (here.some(same) || sentence.some(same)) return [];
    const other = here.find((time) => time.grain === grain) ?? sentence.find((time) => time.grain === grain);
    if (other !== undefined) return [fault('time', name, other.name, 1)];
    return around.some(same) ? [] : [fault('time', name, null, 1)];
  });
}
