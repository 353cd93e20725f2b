import { isMonth, isShortMonth } from '../../language/calendar.ts';
import { isDemonym, isOrganisationWord } from '../../language/organisations.ts';
import { proseIn } from '../../language/sentences.ts';
import { datelineOf } from '../../reading/dateline.ts';
import { type ReadSentence, readSentence } from '../../reading/read.ts';
import { branch, dependents, type Tree } from '../../reading/tree.ts';
import { fitOf } from './kinds.ts';
import type { NameRun } from './names.ts';
import { isBoundary, isPlainNoun, slice } from './noun-phrases.ts';
import { endOfOrganisation } from './organisations.ts';
import type { Prose, Token } from './tokens.ts';

/** The organisations that a narration names, and which of them it speaks of. */
export type Organisations = {
  /** What "the company", "the fund", "its" means at a token of the narration, or null; with `told` only what the text tells to be one. */
  readonly meant: (token: number, noun: string | null, told?: boolean) => string | null;
  /** The organisation whose name stands at an offset of the text, or null. */
  readonly at: (offset: number) => string | null;
  /** Does a sentence name any? */
  readonly names: (sentence: ReadSentence) => boolean;
  /** The sentence around an offset, without what is quoted in it. */
  readonly sentence: (offset: number) => ReadSentence | null;
  /** Whose the text itself is: "a customer asked us at Koldwell". */
  readonly own: () => string | null;
  /** Whoever writes a text that speaks of "our head of operations": the first body that is named in full. */
  readonly writer: () => string | null;
  /** The fullest form of a name: "Halden Compute" for "Halden", where that was introduced before it was shortened. */
  readonly fullest: (name: string) => string;
  /** A body by its whole name: "European Commission" for "the Commission". */
  readonly whole: (name: string) => string;
};

/** How many sentences back "the company" may reach, and how many tokens a name goes on after its first capitals. */
const REACH = 12;
const LONGEST = 8;

type Named = {
  readonly name: string;
  readonly first: string;
  readonly start: number;
  readonly end: number;
  /** The token that it begins at, and the one after it. */
  readonly from: number;
  readonly to: number;
  /** It may be what a text is about: no place that something is in or comes from. */
  readonly topical: boolean;
};
/** How many mentions it is worth to stand in the first sentence. */
const LEDE = 3;

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

/** Names of a sentence: those that its clauses are about, those that are spoken of, those that something comes from or is in. */
type Salience = { readonly subjects: Named[]; readonly others: Named[]; readonly around: Named[] };

/** The names among those of a sentence that the tree takes for names. */
function namesBySalience(tree: Tree, inside: readonly Named[]): Salience {
  const about = subjectsOf(tree);
  const [subjects, others, around]: [Named[], Named[], Named[]] = [[], [], []];
  for (const one of inside) {
    const words = tree.words.filter(({ start }) => start >= one.start && start < one.end);
    // "Northern Reserve Bank", of which the tree may take a word or all for common ones
    if (words[0]?.class !== 'PROPN' && words.length < 2) continue;
    if (words.some(({ start }) => about.has(start))) subjects.push(one);
    else (one.topical ? others : around).push(one);
  }
  return { subjects, others, around };
}

/** The nouns that a text describes a name with: "the cable maker Nordkabel", "Nordkabel, a maker of cables", "Nordkabel is a maker". */
function describing(tokens: readonly Token[], { from, to }: Named): string[] {
  const nouns: string[] = [];
  for (let i = from - 1; i >= 0 && i > from - 4 && isPlainNoun(tokens[i]); i--) nouns.push(tokens[i]?.lower ?? '');
  const apposed = tokens[to]?.text === ',' || /^(?:is|was)$/.test(tokens[to]?.lower ?? '');
  if (!apposed || !/^(?:a|an|the|one)$/.test(tokens[to + 1]?.lower ?? '')) return nouns;
  for (let i = to + 2; i < to + 10 && tokens[i] !== undefined && !isBoundary(tokens[i]); i++)
    if (isPlainNoun(tokens[i])) nouns.push(tokens[i]?.lower ?? '');
    else if (/^(?:of|for|in|with|at)$/.test(tokens[i]?.lower ?? '')) break;
  return nouns;
}

/** The names of a narration that are no persons', in order. */
function namedIn({ text, narration }: Prose, runs: readonly NameRun[], isPerson: (run: number) => boolean) {
  const named: Named[] = [];
  const lead = datelineOf(text);
  /** What a bracket defines: "Sable Point (the Issuer)", "Helio Cloud Labs (HCL)". */
  const defined = new Map<string, string>();
  for (const [index, run] of runs.entries()) {
    const token = narration[run.nameFrom];
    // "July-September"
    const [first = ''] = token?.text.split(/[-–]/) ?? [];
    if (isPerson(index) || run.nameFrom >= run.to || token === undefined || isMonth(first) || isShortMonth(first))
      continue;
    const last = named.at(-1);
    if (token.start < (last?.end ?? lead)) continue;
    const before = narration.slice(Math.max(0, run.from - 2), run.from).map(({ lower }) => lower);
    const bracket = before.join(' ') === '( the' ? 3 : before.at(-1) === '(' && narration[run.to]?.text === ')' ? 2 : 0;
    if (bracket > 0 && last?.end === (narration[run.from - bracket]?.end ?? -1)) {
      defined.set(slice(text, narration, run.nameFrom, run.to), last.name);
      continue;
    }
    // "(NASDAQ: LMNR)"
    if (before.at(-1) === ':' && narration[run.to]?.text === ')') continue;
    if (before.at(-1) === '(' && narration[run.to]?.text === ':') continue;
    if (token.lower.split('-').every(isDemonym) && run.to === run.nameFrom + 1) continue;
    const end = endOfOrganisation(narration, run.nameFrom, Math.min(narration.length, run.to + LONGEST));
    const to = Math.max(run.to, end);
    const name = slice(text, narration, run.nameFrom, to);
    const topical = !/^(?:in|from|to|near|outside|between|by)$/.test(before.at(-1) ?? '');
    named.push({
      name,
      first: token.text,
      start: token.start,
      end: token.start + name.length,
      from: run.nameFrom,
      to,
      topical,
    });
  }
  return { named, defined };
}

/** All that a text calls by one name: how often, where first, in which full form, and by which other words. */
type Called = { times: number; readonly name: string; readonly start: number; readonly words: Set<string> };

/** Reads sentences only when asked, and each once. */
export function organisationsOf(
  prose: Prose,
  runs: readonly NameRun[],
  isPerson: (run: number) => boolean,
): Organisations {
  const { text, narration } = prose;
  const { named, defined } = namedIn(prose, runs, isPerson);
  const called = new Map<string, Called>();
  for (const one of named) {
    const known = called.get(one.first) ?? { times: 0, name: one.name, start: one.start, words: new Set() };
    known.times++;
    for (const word of [...one.name.toLowerCase().split(' '), ...describing(narration, one)]) known.words.add(word);
    called.set(one.first, known);
  }
  let sentences: ReadSentence[] | null = null;
  const read = new Map<ReadSentence, Salience>();
  const insideOf = (sentence: ReadSentence): readonly Named[] =>
    named.filter(({ start }) => start >= sentence.start && start < sentence.end);
  const namesOf = (sentence: ReadSentence): Salience => {
    const known = read.get(sentence);
    if (known !== undefined) return known;
    const inside = insideOf(sentence);
    const found =
      inside.length === 0 ? { subjects: [], others: [], around: [] } : namesBySalience(sentence.tree, inside);
    read.set(sentence, found);
    return found;
  };
  const whole = (name: string): string =>
    /^\p{Lu}\p{L}+$/u.test(name) && isOrganisationWord(name)
      ? (named.find((one) => one.name.endsWith(` ${name}`))?.name ?? name)
      : name;
  const fullest = (name: string): string => {
    const full = defined.get(name) ?? called.get(name.split(' ')[0] ?? '')?.name;
    const longer = full !== undefined && (defined.has(name) || (full.startsWith(`${name} `) && !/ and /.test(full)));
    return longer ? full : whole(name);
  };
  const shown = ({ name, first }: Named): string => fullest(name.includes(' and ') ? first : name);
  const sentencesOf = (): readonly ReadSentence[] => {
    sentences ??= proseIn(narrated(prose)).map((sentence) => readSentence(sentence.text, sentence.start));
    return sentences;
  };
  const meant = (token: number, noun: string | null, told = false): string | null => {
    const at = narration[token]?.start ?? text.length;
    const [lede] = sentencesOf();
    const near = sentencesOf()
      .filter(({ start }) => start <= at)
      .slice(-REACH);
    if (lede !== undefined && !near.includes(lede)) near.unshift(lede);
    /** How often it is named, and whether first of all. */
    const weightOf = ({ first }: Named): number => {
      const { times = 0, start = 0 } = called.get(first) ?? {};
      return times + (lede !== undefined && start < lede.end ? LEDE : 0);
    };
    const suits = ({ first }: Named) => fitOf(noun, called.get(first)?.words ?? new Set());
    // "Lumen sells to Nordlys, its chairman said": whose, the sentence's own subject tells.
    const here = near.at(-1);
    const own = here === undefined ? [] : namesOf(here).subjects.filter(({ start }) => start < at);
    const [subject] = own;
    if (subject !== undefined && suits(subject) === 'told') return shown(subject);
    // "Tolland called the price thin. Its founder said": whom the sentence right before is about.
    const before = noun === 'its' && subject === undefined ? near.at(-2) : undefined;
    const last =
      before !== undefined && here !== undefined && !text.slice(before.end, here.start).includes('\n')
        ? before
        : undefined;
    // "Brandl leaves Halden. Its treasurer": of whom it was, where a person did it.
    const spokenOf = last === undefined ? undefined : namesOf(last);
    const lately = [...(spokenOf?.subjects ?? []), ...(spokenOf?.others ?? [])].find((one) => suits(one) !== 'none');
    if (lately !== undefined) return shown(lately);
    for (const wanted of told ? (['told'] as const) : (['told', 'open'] as const)) {
      if (wanted === 'open' && subject !== undefined && suits(subject) !== 'none') return shown(subject);
      for (const kind of ['subjects', 'others', 'around'] as const) {
        // "The turbines come from Hartwell. Its chairman …": a place has none, but only what was just spoken of is "its".
        if (kind === 'around' && wanted === 'open' && noun !== 'its') break;
        const reach = kind === 'around' && wanted === 'open' ? near.slice(-2) : near;
        const candidates = reach
          .flatMap((sentence) => insideOf(sentence).map((one) => ({ one, sentence })))
          .filter(({ one }) => one.start < at && suits(one) === wanted)
          .map((each) => ({ ...each, weight: weightOf(each.one) }));
        // The weightiest first and the last of such, so that no more sentences are read than it takes.
        candidates.reverse().sort((a, b) => b.weight - a.weight);
        const best = candidates.find(({ one, sentence }) => namesOf(sentence)[kind].includes(one))?.one ?? null;
        if (best !== null) return shown(best);
      }
    }
    return null;
  };
  const byToken = new Map(named.map((one) => [one.from, one]));
  const atName = (at: number): Named | undefined =>
    narration[at]?.lower === 'at'
      ? (byToken.get(at + 1) ?? (narration[at + 1]?.lower === 'the' ? byToken.get(at + 2) : undefined))
      : undefined;
  const names = ({ start, end }: ReadSentence): boolean => named.some((one) => one.start < end && one.end > start);
  const at = (offset: number): string | null => {
    const one = named.find(({ start, end }) => offset >= start && offset < end);
    return one === undefined ? null : shown(one);
  };
  const sentence = (offset: number): ReadSentence | null =>
    sentencesOf().find(({ start, end }) => offset >= start && offset < end) ?? null;
  const own = (): string | null => {
    for (let i = 0; i < narration.length; i++) {
      const one = atName(i);
      const beside = [narration[i - 1], narration[one?.to ?? -1], narration[(one?.to ?? -1) + 1]];
      if (one !== undefined && beside.some((token) => /^(?:us|we|our)$/.test(token?.lower ?? ''))) return shown(one);
    }
    return null;
  };
  const writer = (): string | null => {
    // Whoever writes names themselves in full, and calls what is theirs "our".
    const full = named.find(({ from, name }) => {
      const words = name.split(' ');
      return words.length > 1 && isOrganisationWord(words.at(-1) ?? '') && narration[from - 1]?.lower !== 'our';
    });
    return full === undefined ? null : shown(full);
  };
  return { meant, at, names, sentence, own, writer, fullest, whole };
}
