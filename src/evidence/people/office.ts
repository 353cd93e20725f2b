import { isRoleNoun } from '../../language/roles.ts';
import { tokensIn } from '../../reading/tokens.ts';
import { dependent, dependents, type Tree } from '../../reading/tree.ts';
import type { Cast, Known } from './cast.ts';
import { describe } from './describe.ts';
import type { Prose } from './tokens.ts';

/** What somebody is, and where, by a sentence of its own. */
export type Office = { readonly role: string; readonly organisation: string | null };

/** How many mentions of somebody, and how many words of a role, are read. */
const MENTIONS = 3;
const REACH = 20;

/** "Halonen has bought for Borealis, where she is vice president of procurement": the office that a predicate tells of a person; null where none does. */
export function officeOf({ text, narration }: Prose, { organisations, people }: Cast, person: Known): Office | null {
  for (const { start, end } of person.mentions.slice(0, MENTIONS)) {
    const sentence = organisations.sentence(start);
    if (sentence === null || !/\b(?:is|was)\b/.test(sentence.text)) continue;
    if (!tokensIn(sentence.text).some(({ text: word }) => isRoleNoun(word))) continue;
    const { tree } = sentence;
    const alone = !people.some(
      (other) =>
        other !== person && other.mentions.some((one) => one.start >= sentence.start && one.start < sentence.end),
    );
    for (const [n, { text: noun }] of tree.words.entries()) {
      const [subject, link] = [dependent(tree, n, 'nsubj'), dependent(tree, n, 'cop')];
      const who = tree.words[subject ?? -1];
      if (link === null || who === undefined || !isRoleNoun(noun)) continue;
      const named = who.start >= start && who.start < end;
      if (!named && !(alone && who.start > end && /^(?:he|she)$/i.test(who.text))) continue;
      const from = narration.findIndex((token) => token.start > (tree.words[link]?.start ?? 0));
      const told = from < 0 ? null : describe(text, narration, from, Math.min(narration.length, from + REACH));
      if (told === null || told.role === null) continue;
      return { role: told.role, organisation: told.organisation ?? whereOf(tree, n, organisations.at) };
    }
  }
  return null;
}

/** "Borealis, where she is": the name that a clause of place hangs on. */
function whereOf(tree: Tree, n: number, at: (offset: number) => string | null): string | null {
  const word = tree.words[n];
  const place = dependents(tree, n, 'advmod', 'mark', 'obl').some((k) => tree.words[k]?.text === 'where');
  const governor = tree.words[word?.head ?? -1];
  return place && governor !== undefined && word?.relation.startsWith('acl') === true ? at(governor.start) : null;
}
