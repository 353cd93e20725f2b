import { branch, dependents } from '../../../reading/tree.ts';
import { caseOf, isName, isNoun, written } from '../place.ts';
import { isTime } from '../tells.ts';
import { isWhen } from '../when.ts';
import { possessive } from './owned.ts';
import { resolved } from './phrase.ts';
import { type Words, wholeFrom } from './whole.ts';

const SEASON = /^(?:spring|summer|autumn|fall|winter|season)$/;
const AIM = /^(?:for|to|from|at|near|in|on|into|with|under|through|against|outside)$/;

/** "$2 billion in sales tax over 20 years": the nouns right behind a number that tell what it is made of, by the surface. */
export function madeOf({ tree, places }: Words, thing: number): string | null {
  const from = places.find((place) => place !== null && thing >= place.from && thing < place.to)?.to ?? -1;
  if (tree.words[from]?.text !== 'in') return null;
  let to = from + 1;
  while (
    isNoun(tree, to) &&
    !isName(tree, to) &&
    !isTime(tree.words[to]?.lemma ?? '') &&
    !SEASON.test(tree.words[to]?.lemma ?? '')
  )
    to++;
  return to > from + 1 && tree.words[to]?.text !== '-' ? written(tree, { from, to }) : null;
}

/** The first phrase behind that tells for what, to whom or where: " for a campus near Lima"; empty where there is none. */
export function aimOf(words: Words, predicate: number, thing: number, who: string | null = null): string {
  const { tree } = words;
  const aims = dependents(tree, predicate, 'obl').concat(dependents(tree, thing, 'nmod'));
  for (const n of aims.sort((a, b) => a - b)) {
    if (
      n < predicate ||
      n < thing ||
      !AIM.test(caseOf(tree, n)) ||
      isWhen(tree, n) ||
      isTime(tree.words[n]?.lemma ?? '')
    )
      continue;
    const from = Math.min(...branch(tree, n));
    const aim = (...left: readonly string[]): string | null => {
      const whole = wholeFrom(words, n, from, { without: left });
      return whole === null || whole.to - whole.from > 8 ? null : resolved(words, whole);
    };
    const short = aim() ?? aim('acl');
    if (short === null || (who !== null && short.includes(who))) continue;
    // "customers in Osaka will get a credit on their bill": who they are stands right before.
    const kind = who === null ? null : (/^\p{Ll}+(?= )/u.exec(who)?.[0] ?? who);
    return ` ${kind === null ? short : short.replace(`${possessive(kind)} `, 'their ')}`;
  }
  // "will invest $1.6 billion to restart a reactor"
  for (const n of dependents(tree, predicate, 'advcl').concat(dependents(tree, thing, 'acl'))) {
    const mark = dependents(tree, n, 'mark').find((at) => tree.words[at]?.tag === 'TO');
    if (mark === undefined || mark <= thing || tree.words[n]?.class !== 'VERB') continue;
    const whole = wholeFrom(words, n, mark);
    const text =
      whole === null || whole.to - whole.from > 8 || whole.to - whole.from < 3 ? null : resolved(words, whole);
    if (text !== null && (who === null || !text.includes(who))) return ` ${text}`;
  }
  const made = madeOf(words, thing);
  return made === null ? '' : ` ${made}`;
}
