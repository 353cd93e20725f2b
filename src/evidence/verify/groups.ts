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

/** The phrases nearest before a relative pronoun: those after the verb, else those of the whole clause so far. */
function antecedentIn(group: Group | undefined): readonly Token[] {
  const objects = group?.after.some(nominal) ? group.after : (group?.tokens ?? []);
  return objects.filter((token) => nominal(token) || token.pos === 'ADP' || token.pos === 'DET').slice(-9);
}

/** Segments without a verb joined to those they belong to, and what a relative clause interrupts made whole again. */
export function groupsOf(segments: readonly Segment[]): Group[] {
  const groups: Group[] = [];
  let pending: Group | null = null;
  let latest: Group | undefined;
  for (const { tokens, opens, verbs } of segments) {
    const first = verbs[0];
    const last = groups.at(-1);
    if (first === undefined) {
      if (pending === null && last !== undefined && !RELATIVE.has(opens)) {
        last.tokens.push(...tokens);
        last.after.push(...tokens);
        latest = last;
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
      latest = pending;
      pending = null;
    }
    const enclosing = groups.at(-2);
    const resumed =
      enclosing !== undefined && last !== undefined && RELATIVE.has(last.opens) && first === 0 && opens !== 'and';
    if (pending === null && resumed && (opens === 'resumes' || enclosing.verbs.length === 0)) {
      enclosing.tokens.push(...tokens);
      enclosing.verbs.push(...found);
      enclosing.after.push(...tokens.slice(first + 1));
      latest = enclosing;
      continue;
    }
    const group: Group = {
      tokens: [...(pending?.tokens ?? []), ...tokens],
      before: [...(pending?.before[0]?.pos === 'ADP' ? [] : (pending?.before ?? [])), ...tokens.slice(0, first)],
      opens: pending?.opens ?? opens,
      verbs: found,
      after: tokens.slice(first + 1),
      antecedent: antecedentIn(latest ?? groups.at(-1)),
    };
    groups.push(group);
    latest = group;
    pending = null;
  }
  if (pending !== null) groups.push(pending);
  return groups;
}
