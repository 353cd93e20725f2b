import type { Draft } from './drafts.ts';
import { MONEY_CODES, type Token } from './tokens.ts';

/** Tokens `from <= n < to` that the network reads as one word, or, where that is null, not at all. */
export type StandIn = { readonly from: number; readonly to: number; readonly text: string | null };

const isHyphen = (token: Token | undefined): boolean => /^[-–]$/.test(token?.text ?? '');
/** "AI", "TPUs", "NYSE: SKRY": what a bracket holds that only spells a name otherwise. */
const SPELT = /^(?:[\p{Lu}\d][\p{L}\d&.-]{0,11}|[:&-])$/u;

/** May a word be the noun that an adjective before it tells of? */
const isNoun = (token: Token | undefined): boolean =>
  /^\p{Ll}/u.test(token?.text ?? '') &&
  !/^(?:and|as|at|but|by|for|from|in|of|on|or|than|to|when|while|with)$/.test(token?.text ?? '');

/** "year-on-year", "quarter over quarter" with hyphens: a span against the one before it. */
function againstTheLast(tokens: readonly Token[], at: number): StandIn | null {
  if (!/^(?:year|quarter|month|week|day)$/i.test(tokens[at]?.text ?? '')) return null;
  const [span, first, on, second, same] = tokens.slice(at, at + 5);
  // "over-quarter" is one token, as "over" begins other words.
  if (isHyphen(first) && on?.text.toLowerCase() === `over-${span?.text.toLowerCase()}`)
    return { from: at, to: at + 3, text: isNoun(second) ? 'annual' : 'annually' };
  if (
    span?.text.toLowerCase() !== same?.text ||
    !isHyphen(first) ||
    !isHyphen(second) ||
    !/^(?:on|over|to)$/.test(on?.text ?? '')
  )
    return null;
  return { from: at, to: at + 5, text: isNoun(tokens[at + 5]) ? 'annual' : 'annually' };
}

/** A bracket behind a word that only spells it otherwise, with more of the sentence behind it. */
function bracketed(tokens: readonly Token[], at: number): StandIn | null {
  if (at === 0 || tokens[at]?.text !== '(' || !/\p{L}/u.test(tokens[at - 1]?.text ?? '')) return null;
  const close = tokens.findIndex(({ text }, n) => n > at && n < at + 6 && text === ')');
  const inner = tokens.slice(at + 1, close);
  const isSpelling =
    inner.every(({ text }) => SPELT.test(text)) && inner.some(({ text }) => /\p{Lu}.*\p{Lu}/u.test(text));
  return close > at + 1 && isSpelling && close < tokens.length - 2 ? { from: at, to: close + 1, text: null } : null;
}

/** Signs and codes of money that stand before a number: "NT$", "NOK", "Rs". The treebanks have dollars. */
const MONEY = new RegExp(`^(?:\\p{L}{1,3}\\$|${MONEY_CODES})$`, 'u');

function money(tokens: readonly Token[], at: number): StandIn | null {
  const text = tokens[at]?.text ?? '';
  if (/^\d/.test(tokens[at + 1]?.text ?? '') && MONEY.test(text)) return { from: at, to: at + 1, text: '$' };
  const isScale = /^(?:lakh|crore)$/i.test(text) && /^\d/.test(tokens[at - 1]?.text ?? '');
  return isScale ? { from: at, to: at + 1, text: 'million' } : null;
}

/**
 * What the network, whose treebanks have little of markets and filings, reads better as a word that it knows: "a year-on-year rise" as "an annual rise",
 * other money as dollars, and a name without the letters in brackets behind it.
 */
export function standIns(tokens: readonly Token[]): StandIn[] {
  const found: StandIn[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const one = money(tokens, at) ?? againstTheLast(tokens, at) ?? bracketed(tokens, at);
    if (one === null) continue;
    found.push(one);
    at = one.to - 1;
  }
  return found;
}

/** The words as the text has them: what stood for several is the last of them, on which the others hang; what was left out hangs on the word before it. */
export function restore(
  tokens: readonly Token[],
  replaced: readonly StandIn[],
  read: readonly Omit<Draft, keyof Token>[],
): Draft[] {
  /** Of each word that the network saw, the token that it is. */
  const seen: number[] = [];
  const parts = new Map<number, StandIn>();
  for (let n = 0; n < tokens.length; n++) {
    const one = replaced.find(({ from }) => from === n);
    if (one === undefined) seen.push(n);
    else {
      for (let k = one.from; k < one.to; k++) parts.set(k, one);
      n = one.to - 1;
      if (one.text !== null) seen.push(n);
    }
  }
  const words: Draft[] = [];
  seen.forEach((n, k) => {
    const [token, word] = [tokens[n], read[k]];
    if (token === undefined || word === undefined) return;
    const { start, end, text } = token;
    const { lemma, class: kind, tag, head, relation } = word;
    words[n] = { start, end, text, lemma, class: kind, tag, head: head < 0 ? -1 : (seen[head] ?? -1), relation };
  });
  for (const [n, { from, to, text }] of parts) {
    const token = tokens[n];
    if (token === undefined || words[n] !== undefined) continue;
    const isMark = !/[\p{L}\d]/u.test(token.text);
    const whole = words[to - 1];
    const head = text !== null ? to - 1 : n === to - 2 ? from - 1 : to - 2;
    const relation = isMark ? 'punct' : n === to - 2 && text === null ? 'appos' : 'compound';
    const named = text === null && !isMark;
    const tag = isMark ? (/[()]/.test(token.text) ? '-LRB-' : 'HYPH') : named ? 'NNP' : (whole?.tag ?? 'JJ');
    words[n] = {
      ...token,
      class: isMark ? 'PUNCT' : named ? 'PROPN' : (whole?.class ?? 'ADJ'),
      tag,
      lemma: named ? token.text : token.text.toLowerCase(),
      head,
      relation,
    };
  }
  return words;
}
