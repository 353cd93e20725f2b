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

type Named = {
  readonly name: string;
  readonly first: string;
  readonly start: number;
  readonly end: number;
  /** It may be what a text is about: no place that something is in or comes from. */
  readonly topical: boolean;
};
/** How many mentions it is worth to stand in the first sentence. */
const LEDE = 3;
const DATE = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

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

/** The stretches that a sentence's clauses are about: subjects, and whose they are ("Helio's shares", "Helio shares"). */
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

/** The names among those of a sentence that the tree takes for names, those that its clauses are about first. */
function namesBySalience(tree: Tree, inside: readonly Named[]): { subjects: Named[]; others: Named[] } {
  const about = subjectsOf(tree);
  const subjects: Named[] = [];
  const others: Named[] = [];
  for (const one of inside) {
    const words = tree.words.filter(({ start }) => start >= one.start && start < one.end);
    if (words[0]?.class !== 'PROPN') continue;
    if (words.some(({ start }) => about.has(start))) subjects.push(one);
    else if (one.topical) others.push(one);
  }
  return { subjects, others };
}

/** Reads sentences only when asked, and each once. */
export function organisationsOf(
  prose: Prose,
  runs: readonly NameRun[],
  isPerson: (run: number) => boolean,
): Organisations {
  const { text, narration } = prose;
  const named: Named[] = [];
  /** What a bracket defines: "Sable Point (the Issuer)". */
  const defined = new Map<string, string>();
  for (const [index, run] of runs.entries()) {
    const token = narration[run.nameFrom];
    if (isPerson(index) || run.nameFrom >= run.to || token === undefined || DATE.test(token.text)) continue;
    const last = named.at(-1);
    if (last !== undefined && token.start < last.end) continue;
    const before = narration.slice(Math.max(0, run.from - 2), run.from).map(({ lower }) => lower);
    if (before.join(' ') === '( the' && last?.end === (narration[run.from - 3]?.end ?? -1)) {
      defined.set(slice(text, narration, run.nameFrom, run.to), last.name);
      continue;
    }
    const end = endOfOrganisation(narration, run.nameFrom, Math.min(narration.length, run.to + LONGEST));
    const name = slice(text, narration, run.nameFrom, end);
    const topical = !/^(?:in|from|to|near|outside|between|by)$/.test(before.at(-1) ?? '');
    named.push({ name, first: token.text, start: token.start, end: token.start + name.length, topical });
  }
  const times = new Map<string, number>();
  const introduced = new Map<string, string>();
  const introducedAt = new Map<string, number>();
  for (const { name, first, start } of named) {
    times.set(first, (times.get(first) ?? 0) + 1);
    if (introduced.has(first)) continue;
    introduced.set(first, name);
    introducedAt.set(first, start);
  }
  let sentences: ReadSentence[] | null = null;
  const read = new Map<ReadSentence, ReturnType<typeof namesBySalience>>();
  const namesOf = (sentence: ReadSentence): ReturnType<typeof namesBySalience> => {
    const known = read.get(sentence);
    if (known !== undefined) return known;
    const inside = named.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const found = inside.length === 0 ? { subjects: [], others: [] } : namesBySalience(sentence.tree, inside);
    read.set(sentence, found);
    return found;
  };
  const fullest = (name: string): string => {
    const full = defined.get(name) ?? introduced.get(name);
    return full !== undefined && (defined.has(name) || (full.startsWith(`${name} `) && !/ and /.test(full)))
      ? full
      : name;
  };
  const shown = ({ name, first }: Named): string => fullest(name.includes(' and ') ? first : name);
  const before = (token: number): string | null => {
    sentences ??= sentencesIn(narrated(prose)).map((sentence) => readSentence(sentence.text, sentence.start));
    const at = narration[token]?.start ?? text.length;
    const [lede] = sentences;
    const near = sentences.filter(({ start }) => start <= at).slice(-REACH);
    if (lede !== undefined && !near.includes(lede)) near.unshift(lede);
    // "Lumen sells to Nordlys, its chairman said": whose, the sentence's own subject tells.
    const here = near.at(-1);
    const own = here === undefined ? [] : namesOf(here).subjects.filter(({ start }) => start < at);
    if (own[0] !== undefined) return shown(own[0]);
    for (const kind of ['subjects', 'others'] as const) {
      const candidates = near.flatMap((sentence) => namesOf(sentence)[kind]).filter(({ start }) => start < at);
      let best: Named | null = null;
      let most = 0;
      for (const one of candidates) {
        const opens = lede !== undefined && (introducedAt.get(one.first) ?? 0) < lede.end;
        const weight = (times.get(one.first) ?? 0) + (opens ? LEDE : 0);
        if (weight >= most) [best, most] = [one, weight];
      }
      if (best !== null) return shown(best);
    }
    return null;
  };
  return { before, fullest };
}
