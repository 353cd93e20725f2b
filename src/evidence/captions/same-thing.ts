import { type Clause, isBreak } from './clause.ts';
import { isLevel, word } from './verbs.ts';
import type { Words } from './words.ts';

/** What leads from one figure to another of the same thing: its base, its change, its bound. */
const SAME_THING =
  /(?:^|[\s,(])(?:(?:up|down|higher|lower|increased|decreased)(?: by)?(?: from)?|from|against|compared (?:with|to)|versus|vs\.?|than (?:this|last|the previous) \w+(?:['’]s)?|or|an? (?:[\w-]+ )?(?:increase|rise|gain|jump|growth|decline|decrease|drop|fall|cut|reduction)(?: of)?)(?: (?:about|just|only|some|around|nearly|almost|a|an))? ?$/;

/** Does a figure only tell more of the one before it: what it was, by how much it changed, what it has not been? */
export function isSameThing({ text, tokens, places, units }: Words, at: number, clause: Clause | null): boolean {
  const [last, place] = [places[at - 1], places[at]];
  if (last === undefined || place === undefined) return false;
  for (let i = last.to; i < place.from; i++) if (isBreak(tokens, i) && tokens[i]?.text !== '(') return false;
  const between = text.slice(tokens[last.to - 1]?.end ?? 0, tokens[place.from]?.start ?? 0);
  // "..., 14% more than in May"
  if (/(?:,| and) $/.test(between) && /^(?:more|less|higher|lower|fewer|above|below)$/.test(word(tokens, place.to)))
    return true;
  // "down from $2.72 a year ago and below $1.90"
  if (/ and $/.test(between) && /^(?:below|above|under|over|past|beyond)$/.test(word(tokens, place.from))) return true;
  // "..., the first time that it has been below $2"
  const verb = clause !== null && clause.verb.from >= last.to ? clause.verb : null;
  const [unit, unitOfLast] = [units[at] ?? '', units[at - 1] ?? ''];
  const isShare = /^(?:percentage|fraction|percentage point)$/;
  const isComparable =
    unit === '' ||
    unit === unitOfLast ||
    isShare.test(unit) ||
    isShare.test(unitOfLast) ||
    unitOfLast.startsWith(`${unit} per `);
  const isOneUnit = unit !== '' && (unit === unitOfLast || unitOfLast.startsWith(`${unit} per `));
  if (verb !== null && word(tokens, verb.from - 1) === 'it') return isOneUnit && isLevel(tokens, verb.from, verb.to);
  // "..., the bank estimates, an increase of 4%"
  const isAside = verb === null || tokens[verb.to]?.text === ',';
  return isAside && isComparable && SAME_THING.test(between);
}
