import { type Money, SIGNS } from '../../domain/currencies.ts';
import type { Meaning, Measure } from './measure.ts';
import { type Token, tokensOf } from './tokens.ts';

export const moneyMeaning = ({ code, factor }: Money): Meaning => ({ name: code, factor, money: true });

/** Codes that people also write in small letters. */
const SMALL_CODES: ReadonlySet<string> = new Set('usd eur gbp rmb inr cny jpy aud cad chf hkd sgd nzd btc'.split(' '));
/** Codes that are words when a text shouts. */
const WORDS: ReadonlySet<string> = new Set('ALL TRY TOP CUP PEN MAD SOS RON GEL MOP BAM PHP LAK'.split(' '));
/** Amounts in thousands and millions as accountants write them: "30 MUSD". */
const SCALED = /^([kKM])([A-Z]{3})$/;

/** What a code of money means, alone ("USD", "usd") or with its scale ("MUSD"); null for every other word. */
export function codeOf(text: string): Meaning | null {
  if (text.length < 3 || text.length > 4) return null;
  const code = SMALL_CODES.has(text) ? text.toUpperCase() : text;
  const exact = /^[A-Z]+$/.test(code) ? SIGNS.get(code) : undefined;
  if (exact !== undefined) return moneyMeaning(exact);
  const [, scale, inner = ''] = SCALED.exec(text) ?? [];
  const money = scale === undefined ? undefined : SIGNS.get(inner);
  return money === undefined ? null : { name: money.code, factor: scale === 'M' ? 1e6 : 1e3, money: true };
}

type Sign = { readonly pieces: readonly { readonly text: string; readonly glued: boolean }[]; readonly money: Money };

const BY_FIRST: ReadonlyMap<string, readonly Sign[]> = (() => {
  const byFirst = new Map<string, Sign[]>();
  for (const [sign, money] of SIGNS) {
    const pieces = tokensOf(sign).map(({ text, gap }) => ({ text, glued: gap === 'none' }));
    const key = pieces[0]?.text.toLowerCase();
    if (key !== undefined) byFirst.set(key, [...(byFirst.get(key) ?? []), { pieces, money }]);
  }
  for (const signs of byFirst.values()) signs.sort((a, b) => b.pieces.length - a.pieces.length);
  return byFirst;
})();

/** Could a sign or a code of money begin with this token? */
export const mayBeMoney = ({ kind, text, lower }: Token): boolean =>
  BY_FIRST.has(lower) || (kind === 'word' && (lower === 'rs' || lower === 'dollar' || codeOf(text) !== null));

/** Nations whose letter may stand apart from its dollar sign, and in small letters, as in tokenised text: "hk $". */
const LOOSE: ReadonlySet<string> = new Set(['us', 'hk', 'c', 'nt', 'nz', 'u']);
/** Signs of one or two letters that are too much like other words unless they touch a number that looks like money. */
const SHY: ReadonlySet<string> = new Set(
  'R P K L Q BD LE DM Ft FG CF Ar Db RF ZK SR QR TL KD Br Bs Fr Kz Tk dh dhs'.split(' '),
);

function fits(tokens: readonly Token[], at: number, { pieces }: Sign): boolean {
  const first = tokens[at];
  if (first === undefined) return false;
  if (pieces.length === 1) return first.text === pieces[0]?.text;
  const loose = LOOSE.has(first.lower);
  // "charges us $212": a dollar sign that touches its number is no part of a word before it.
  const [second, third] = [tokens[at + 1], tokens[at + 2]];
  if (first.text === 'us' && second?.gap !== 'none' && third?.gap === 'none') return false;
  const cased = !loose && !/^\p{L}{3}$/u.test(first.text);
  return pieces.every(({ text, glued }, n) => {
    const token = tokens[at + n];
    if (token === undefined || (n > 0 && token.gap === 'line')) return false;
    if (n > 0 && glued && token.gap !== 'none' && !loose) return false;
    return cased ? token.text === text : token.lower === text.toLowerCase();
  });
}

/** A sign or code of money right before an amount: "$", "NT$", "US $", "usd$", "Rs.", "MUSD". */
export function moneySignAt(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first === undefined || first.kind === 'literal' || first.kind === 'address') return null;
  const sign = (BY_FIRST.get(first.lower) ?? []).find((each) => fits(tokens, at, each));
  if (sign !== undefined) {
    const to = at + sign.pieces.length;
    const next = tokens[to];
    if (next === undefined || next.gap === 'line') return null;
    if (sign.pieces.length === 1 && SHY.has(first.text) && !(next.gap === 'none' && next.text.includes(',')))
      return null;
    if (WORDS.has(first.text) && !(next.kind === 'literal' && next.text.includes(','))) return null;
    const doubled = first.kind === 'word' && next.text === '$' && next.gap === 'none';
    return { to: doubled ? to + 1 : to, ...moneyMeaning(sign.money) };
  }
  if (first.kind !== 'word') return null;
  const code = codeOf(first.text);
  if (code !== null)
    return { to: tokens[at + 1]?.text === '$' && tokens[at + 1]?.gap === 'none' ? at + 2 : at + 1, ...code };
  // "Rs. 500" in small letters, and "dollar 22.5 million" as it is dictated.
  if (first.lower === 'rs')
    return { to: tokens[at + 1]?.text === '.' ? at + 2 : at + 1, name: 'INR', factor: 1, money: true };
  return first.lower === 'dollar' ? { to: at + 1, name: 'USD', factor: 1, money: true } : null;
}
