import { reportingVerb } from '../../language/reporting.ts';
import { isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import type { Token } from './tokens.ts';

export const DETERMINERS = new Set('a an the another one our my this that'.split(' '));
export const OWNERS = new Set('his her their its our my your whose'.split(' '));
export const PREPOSITIONS = new Set('of at for from with in on to'.split(' '));
/** Past forms that show no ending. */
const IRREGULAR = new Set(
  `met saw took put left made gave got ran led drew beat won quit hit cut set let paid sent kept held found came went became
  began stood sat spoke thought knew grew fell rose lost brought bought sold built spent`.split(/\s+/),
);
export const slice = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

export const isBoundary = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'quoted' ||
  token.kind === 'break' ||
  (token.kind === 'mark' && token.text !== '&' && token.text !== '/') ||
  /^(?:who|whom|whose|which|what|that|where|when|while|because|if|as|but|or|by|after|before|during|since|about|under|over|into|is|was|are|were|has|had|have|will|would|can|could|said|says|told)$/.test(
    token.lower,
  );

/** A word that is the clause's verb rather than a noun: "of Helio argued", "with Northwind covering chips". */
export const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isRoleModifier(token.lower) &&
  (/(?:ed|ing|ly)$/.test(token.lower) ||
    IRREGULAR.has(token.lower) ||
    (reportingVerb(token.lower)?.form ?? 'base') !== 'base');

export const isPlainNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !token.capital &&
  !isBoundary(token) &&
  !PREPOSITIONS.has(token.lower) &&
  !DETERMINERS.has(token.lower) &&
  token.lower !== 'and';

/** Where the noun phrase begins that ends before `to`, not reaching over a boundary. */
export function startOfPhrase(tokens: readonly Token[], to: number, lowest: number, overPrepositions: boolean): number {
  let i = to;
  while (i > lowest) {
    const token = tokens[i - 1];
    if (token === undefined || token.kind === 'quoted' || token.kind === 'break') break;
    if (token.kind === 'mark' && token.text !== '&') break;
    if (DETERMINERS.has(token.lower) || OWNERS.has(token.lower)) {
      const owner = tokens[i - 2];
      i--;
      if (!(overPrepositions && owner !== undefined && PREPOSITIONS.has(owner.lower))) break;
      continue;
    }
    if (PREPOSITIONS.has(token.lower)) {
      if (!overPrepositions) break;
      const before = tokens[i - 2];
      if (before === undefined || before.kind !== 'word' || isBoundary(before)) break;
      i--;
      continue;
    }
    if (isBoundary(token)) break;
    const joined = tokens[i - 2]?.text ?? '';
    const isJoined = isRoleNoun(joined) || isRoleModifier(joined) || (overPrepositions && isPlainNoun(tokens[i - 2]));
    if (token.lower === 'and' && !isJoined) break;
    // "its planning director"
    const tellsKind =
      /ing$/.test(token.lower) &&
      (OWNERS.has(tokens[i - 2]?.lower ?? '') || DETERMINERS.has(tokens[i - 2]?.lower ?? ''));
    if (!token.capital && token.kind === 'word' && isVerbal(token) && !tellsKind) break;
    i--;
  }
  return i;
}
