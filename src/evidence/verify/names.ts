import { stem } from '../../language/stem.ts';
import type { Reason } from '../../model.ts';
import type { Prepared } from './prepare.ts';
import type { Token } from './tokens.ts';

const CAPITAL = /^\p{Lu}/u;
const TIME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?$/;

function inSource(token: Token, { index, source }: Prepared): boolean {
  if (index.has(stem(token.low)) || index.has(stem(token.low.replace(/['’]s?$/, '')))) return true;
  if (source.title?.toLowerCase().includes(token.low)) return true;
  return source.text.toLowerCase().includes(token.low);
}

/** The entities that a source names, by any alias. */
function entitiesIn(prepared: Prepared): Set<string> {
  const found = new Set<string>();
  for (let n = 0; n < Math.min(prepared.sentences.length, 400); n++) {
    for (const { keys } of prepared.parsed(n)?.tokens ?? [])
      for (const key of keys) if (key.startsWith('@')) found.add(key);
  }
  return found;
}

/** The names of a claim that stand in no source, in full, in part or by an alias. */
export function nameReasons(tokens: readonly Token[], sources: readonly Prepared[]): Reason[] {
  const reasons: Reason[] = [];
  tokens.forEach((token, n) => {
    if (!CAPITAL.test(token.text) || TIME.test(token.low) || token.low.length < 2) return;
    const first = n === 0 || /^[.!?"“”:]$/.test(tokens[n - 1]?.text ?? '');
    if (first && !CAPITAL.test(tokens[n + 1]?.text ?? '') && token.pos !== 'PROPN') return;
    if (token.classes.length > 0 && token.pos !== 'PROPN') return;
    if (sources.some((source) => inSource(token, source))) return;
    const alias = token.keys.filter((key) => key.startsWith('@') || key.startsWith('#'));
    if (first && token.classes.length > 0) return;
    if (alias.some((key) => key.startsWith('@') && sources.some((source) => entitiesIn(source).has(key)))) return;
    reasons.push({ kind: 'name', given: token.text, found: null });
  });
  return reasons;
}
