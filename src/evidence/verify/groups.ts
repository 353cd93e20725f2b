import { nominal, RELATIVE, type Segment } from './segments.ts';
import type { Token } from './tokens.ts';

/** What belongs to one predicate. */
export type Group = {
  readonly tokens: Token[];
  readonly before: Token[];
  readonly opens: string;
  readonly verbs: Token[];
  readonly after: Token[];
  /** What a relative pronoun at its head stands for. */
  readonly antecedent: readonly Token[];
};

/** The nouns nearest before a relative pronoun: those after the verb, else those of the whole clause so far. */
function antecedentIn(group: Group | undefined): readonly Token[] {
  const objects = group?.after.filter(nominal) ?? [];
  return (objects.length > 0 ? objects : (group?.tokens.filter(nominal) ?? [])).slice(-6);
}

/** Segments without a verb joined to those they belong to, and what a relative clause interrupts made whole again. */
export function groupsOf(segments: readonly Segment[]): Group[] {
  const groups: Group[] = [];
  let pending: Group | null = null;
  for (const { tokens, opens, verbs } of segments) {
    const first = verbs[0];
    const last = groups.at(-1);
    if (first === undefined) {
      if (pending === null && last !== undefined && !RELATIVE.has(opens)) {
        last.tokens.push(...tokens);
        last.after.push(...tokens);
      } else if (pending === null)
        pending = { tokens: [...tokens], before: [...tokens], opens, verbs: [], after: [], antecedent: [] };
      else {
        pending.tokens.push(...tokens);
        pending.before.push(...tokens);
      }
      continue;
    }
    const found = verbs.flatMap((n) => tokens[n] ?? []);
    if (pending !== null && RELATIVE.has(opens)) {
      groups.push(pending);
      pending = null;
    }
    const enclosing = groups.at(-2);
    const resumed =
      enclosing !== undefined && last !== undefined && RELATIVE.has(last.opens) && first === 0 && opens !== 'and';
    if (pending === null && resumed && (opens === 'resumes' || enclosing.verbs.length === 0)) {
      enclosing.tokens.push(...tokens);
      enclosing.verbs.push(...found);
      enclosing.after.push(...tokens.slice(first + 1));
      continue;
    }
    groups.push({
      tokens: [...(pending?.tokens ?? []), ...tokens],
      before: [...(pending?.before[0]?.pos === 'ADP' ? [] : (pending?.before ?? [])), ...tokens.slice(0, first)],
      opens: pending?.opens ?? opens,
      verbs: found,
      after: tokens.slice(first + 1),
      antecedent: antecedentIn(groups.at(-1)),
    });
    pending = null;
  }
  if (pending !== null) groups.push(pending);
  return groups;
}
