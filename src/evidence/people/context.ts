import { sentencesIn } from '../../language/sentences.ts';
import { type ReadSentence, readSentence } from '../../reading/read.ts';
import { branch, dependents, type Tree } from '../../reading/tree.ts';
import { slice } from './describe.ts';
import type { NameRun } from './names.ts';
import { endOfOrganisation } from './organisations.ts';
import type { Prose } from './tokens.ts';

/** The organisations that a narration names, and which of them it speaks of. */
export type Organisations = {
  /** What "the company" means at a token of the narration, or null. */
  readonly before: (token: number) => string | null;
  /** The fullest form of a name: "Halden Compute" for "Halden", where that was introduced before it was shortened. */
  readonly fullest: (name: string) => string;
};

/** How many sentences back "the company" may reach, and how many tokens a name goes on after its first capitals. */
const REACH = 12;
const LONGEST = 8;

type Named = { readonly name: string; readonly first: string; readonly start: number; readonly end: number };

/** The narrator's words with each quotation blanked, so that offsets stay and what is said inside does not confuse the tree. */
function narrated({ text, narration }: Prose): string {
  let blanked = '';
  let at = 0;
  for (const { kind, start, end } of narration) {
    if (kind !== 'quoted') continue;
    blanked += `${text.slice(at, start)}"${text.slice(start + 1, end - 1).replace(/[^\n]/g, ' ')}"`;
    at = end;
  }
  return blanked + text.slice(at);
}

/** Where the words stand that a sentence's clauses are about: subjects, and whose they are ("Helio's shares", "Helio shares"). */
function subjectsOf(tree: Tree): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const [n, { relation }] of tree.words.entries()) {
    if (!relation.startsWith('nsubj')) continue;
    const about = [
      ...branch(tree, n, ['acl', 'appos', 'advcl', 'parataxis', 'nmod', 'dep']),
      ...dependents(tree, n, 'nmod:poss').flatMap((owner) => branch(tree, owner, ['acl', 'appos', 'nmod'])),
    ];
    for (const word of about) starts.add(tree.words[word]?.start ?? -1);
  }
  return starts;
}

/** Reads sentences only when asked, and each once. */
export function organisationsOf(
  prose: Prose,
  runs: readonly NameRun[],
  isPerson: (run: number) => boolean,
): Organisations {
  const { text, narration } = prose;
  const named: Named[] = runs.flatMap((run, index) => {
    if (isPerson(index) || run.nameFrom >= run.to) return [];
    const end = endOfOrganisation(narration, run.nameFrom, Math.min(narration.length, run.to + LONGEST));
    const token = narration[run.nameFrom];
    const name = slice(text, narration, run.nameFrom, end);
    return token === undefined
      ? []
      : [{ name, first: token.text, start: token.start, end: token.start + name.length }];
  });
  const times = new Map<string, number>();
  const introduced = new Map<string, string>();
  for (const { name, first } of named) {
    times.set(first, (times.get(first) ?? 0) + 1);
    if (!introduced.has(first)) introduced.set(first, name);
  }
  let sentences: ReadSentence[] | null = null;
  const subjects = new Map<ReadSentence, readonly Named[]>();
  const namedAsSubject = (sentence: ReadSentence): readonly Named[] => {
    const known = subjects.get(sentence);
    if (known !== undefined) return known;
    const inside = named.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const about = inside.length === 0 ? new Set<number>() : subjectsOf(sentence.tree);
    const found = inside.filter(({ start, end }) => {
      for (const at of about) if (at >= start && at < end) return true;
      return false;
    });
    subjects.set(sentence, found);
    return found;
  };
  const fullest = (name: string): string => {
    const full = introduced.get(name);
    return full !== undefined && full.startsWith(`${name} `) ? full : name;
  };
  const before = (token: number): string | null => {
    sentences ??= sentencesIn(narrated(prose)).map((sentence) => readSentence(sentence.text, sentence.start));
    const at = narration[token]?.start ?? text.length;
    let best: Named | null = null;
    let passed = 0;
    for (let s = sentences.length - 1; s >= 0 && passed < REACH; s--) {
      const sentence = sentences[s];
      if (sentence === undefined || sentence.start > at) continue;
      passed++;
      for (const one of namedAsSubject(sentence).toReversed()) {
        if (one.start >= at) continue;
        if (best === null || (times.get(one.first) ?? 0) > (times.get(best.first) ?? 0)) best = one;
      }
    }
    return best === null ? null : fullest(best.name);
  };
  return { before, fullest };
}
