import { nearest } from '../../language/nearest.ts';
import type { CommandSpec } from '../../ports/platform.ts';

/** A command with the words that are left for its options. */
export type Found = { readonly spec: CommandSpec; readonly rest: readonly string[] };

/** Commands that are run when they are written out, and never for an abbreviation: what they do is seen by all, or gone. */
const WRITTEN_OUT = new Set(['delete', 'post', 'republish', 'report', 'admins handover', 'channel off']);

/** Other names of commands: what people say first. A name that is the last word of one command alone is known without a line here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  latest: 'news today todays digest debrief briefing brief newest headlines summary',
  story: 'stories article item',
  figures: 'figure number numbers stats statistics data',
  trend: 'trends chart graph plot',
  quotes: 'quote quotation quotations citations said statements',
  ask: 'question q tell',
  receipt: 'receipts source ref reference proof evidence',
  why: 'reason explain',
  report: 'wrong incorrect mistake',
  help: '? h commands man hi hello hey menu start',
  'feeds list': 'feeds feed rss',
  'feeds add': 'subscribe',
  'feeds remove': 'unsubscribe',
  'feeds check': 'health',
  'channel show': 'channel settings config configuration setup',
  'channel schedule': 'time when',
  'channel language': 'lang',
  'channel holidays': 'holiday',
  'channel mute': 'ignore hide',
  'channel follow': 'watch',
  'admins list': 'admins admin',
  audit: 'log changes history',
  usage: 'cost costs spend spending budget',
  undo: 'revert back',
  export: 'backup',
};

const BY_NAME = new Map(
  Object.entries(OTHER_NAMES).flatMap(([path, names]) => names.split(' ').map((name) => [name, path] as const)),
);

/** Verbs of showing, which say nothing where a command follows. */
const SHOWING = new Set([
  'show',
  'list',
  'display',
  'get',
  'give',
  'gimme',
  'want',
  'need',
  'last',
  'current',
  'recent',
  'view',
  'see',
  'print',
  'open',
  'read',
  'find',
  'search',
  'me',
  'the',
  'my',
  'all',
  'our',
  'set',
  'change',
  'edit',
  'use',
]);

/** What a debrief is called: behind the command's name it says nothing more. */
const DEBRIEF = /^(?:news|debrief|digest|briefing|brief|headlines|summary|edition|stories)$/;

/** Verbs and words that may mean several commands, or one that is not run by a guess: they are named. */
const MAY_MEAN: Readonly<Record<string, readonly string[]>> = {
  disable: ['channel off', 'channel pause'],
  stop: ['channel off', 'channel pause'],
  end: ['channel off'],
  cancel: ['undo', 'channel off'],
  unmute: ['channel mute'],
  unfollow: ['channel follow'],
  only: ['channel topics', 'channel follow'],
  make: ['admins add'],
  promote: ['admins add'],
  send: ['post'],
  publish: ['post', 'republish'],
  forget: ['delete'],
  erase: ['delete'],
};

/** Nouns that stand behind what they are about: `nvidia figures`, `power news`. */
const HEADS = new Set(['latest', 'figures', 'trend', 'quotes']);

/** What a compound is about before its noun, as the command has it: `figures nvidia`. */
function behind(words: readonly string[], specs: readonly CommandSpec[]): Found | null {
  const last = clean(words.at(-1) ?? '');
  const path = HEADS.has(last) ? last : BY_NAME.get(last);
  const spec = specs.find((each) => pathText(each) === path);
  return spec === undefined || !HEADS.has(path ?? '') || words.length < 2 ? null : { spec, rest: words.slice(0, -1) };
}

export const pathText = (spec: CommandSpec): string => spec.path.join(' ');

const clean = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?<![:,.!])[:,.!]+$/, '')
    .replace(/['’]s$/, '');

/** Singular and plural are one: `feed add`, `channels schedule`. */
const sameNoun = (part: string, word: string): boolean => part === word || part === `${word}s` || `${part}s` === word;

function byPath(
  words: readonly string[],
  specs: readonly CommandSpec[],
  fits: (part: string, word: string) => boolean,
): Found | null {
  const found = specs
    .filter(
      ({ path }) => path.length <= words.length && path.every((part, index) => fits(part, clean(words[index] ?? ''))),
    )
    .toSorted((a, b) => b.path.length - a.path.length);
  const [spec] = found;
  return spec === undefined ? null : { spec, rest: words.slice(spec.path.length) };
}

const SAME_VERB: Readonly<Record<string, string>> = {
  delete: 'remove',
  drop: 'remove',
  rm: 'remove',
  create: 'add',
  new: 'add',
  ls: 'list',
};

/** `add feed x` for `feeds add x`. */
function turned(words: readonly string[], specs: readonly CommandSpec[]): Found | null {
  const [verb, noun, ...rest] = words;
  if (verb === undefined || noun === undefined) return null;
  const found = byPath([noun, SAME_VERB[clean(verb)] ?? verb, ...rest], specs, sameNoun);
  return found !== null && found.spec.path.length === 2 ? found : null;
}

function byOtherName(words: readonly string[], specs: readonly CommandSpec[]): Found | null {
  const [first = '', ...rest] = words;
  const word = clean(first);
  const named = specs.find((spec) => pathText(spec) === BY_NAME.get(word));
  if (named !== undefined) return { spec: named, rest };
  const last = specs.filter(({ path }) => path.length === 2 && sameNoun(path[1] ?? '', word));
  const [only] = last;
  if (only === undefined || last.length > 1) return null;
  // `mute the channel`: the group's name behind its verb is no value.
  const isGroup = (each: string): boolean => SHOWING.has(clean(each)) || sameNoun(only.path[0] ?? '', clean(each));
  return { spec: only, rest: rest.every(isGroup) ? [] : rest };
}

/** `add gridweekly.example to the feeds`: what the verb is done in stands behind. */
function grouped(words: readonly string[], verbs: readonly CommandSpec[]): Found | null {
  const at = words.findLastIndex((word) => /^(?:to|from|in)$/i.test(word));
  const noun = words.slice(at + 1).find((word) => !SHOWING.has(clean(word)));
  const spec = verbs.find(({ path }) => at > 1 && noun !== undefined && sameNoun(path[0] ?? '', clean(noun)));
  return spec === undefined ? null : { spec, rest: words.slice(1, at) };
}

const abbreviates = (part: string, word: string): boolean => word !== '' && part.startsWith(word);

/** Commands that a line may abbreviate: those of two words first. */
function abbreviated(words: readonly string[], specs: readonly CommandSpec[]): readonly CommandSpec[] {
  for (const size of [2, 1]) {
    const fits = specs.filter(
      ({ path }) =>
        path.length === size &&
        words.length >= size &&
        path.every((part, index) => abbreviates(part, clean(words[index] ?? ''))),
    );
    if (fits.length > 0) return fits;
  }
  return [];
}

/** What a line may begin with: one command, or several that its first words abbreviate, or none. */
export function findCommand(
  words: readonly string[],
  specs: readonly CommandSpec[],
): Found | { readonly among: readonly CommandSpec[] } | null {
  const found = foundBy(words, specs);
  if (found === null || 'among' in found || pathText(found.spec) !== 'latest') return found;
  const again = DEBRIEF.test(clean(found.rest[0] ?? ''));
  return again ? { ...found, rest: found.rest.slice(1) } : found;
}

function foundBy(
  words: readonly string[],
  specs: readonly CommandSpec[],
): Found | { readonly among: readonly CommandSpec[] } | null {
  const two = specs.filter(({ path }) => path.length === 2);
  const isGroup = two.some(({ path }) => sameNoun(path[0] ?? '', clean(words[0] ?? '')));
  const one = isGroup ? [] : specs;
  const verb = isGroup ? SAME_VERB[clean(words[1] ?? '')] : undefined;
  if (verb !== undefined) return foundBy([words[0] ?? '', verb, ...words.slice(2)], specs);
  const listed =
    words[1] === 'list'
      ? specs.find(({ path }) => path.length === 1 && sameNoun(path[0] ?? '', clean(words[0] ?? '')))
      : undefined;
  if (listed !== undefined) return { spec: listed, rest: words.slice(2) };
  const written =
    byPath(words, two, (part, word) => part === word) ??
    byPath(words, two, sameNoun) ??
    turned(words, two) ??
    byPath(words, specs, (part, word) => part === word) ??
    byPath(words, one, sameNoun);
  if (written !== null) return written;
  if (SHOWING.has(clean(words[0] ?? '')) && words.length > 1) {
    const found = findCommand(words.slice(1), specs);
    const isAll = clean(words[0] ?? '') === 'all' && found !== null && 'spec' in found;
    // `list all feeds`: where a command can show all, that is what was said.
    if (isAll && found.spec.options.some(({ name }) => name === 'all'))
      return { ...found, rest: [...found.rest, '--all'] };
    if (found !== null) return found;
  }
  // The name of a group alone is its list; with a word that none of its commands has, it is a mistake.
  const isAlone = words[1] === undefined || words[1].startsWith('-');
  const named = !isGroup || isAlone ? byOtherName(words, specs) : null;
  if (named !== null) return named;
  // "Turn it off": whatever the verb is, something is to end.
  const may = MAY_MEAN[words.some((word) => clean(word) === 'off') ? 'stop' : clean(words[0] ?? '')];
  if (may !== undefined) {
    const among = specs.filter((spec) => may.includes(pathText(spec)));
    if (among.length > 0) return { among };
  }
  const verbs = two.filter(({ path }) => path[1] === clean(words[0] ?? ''));
  if (verbs.length > 1) return grouped(words, verbs) ?? { among: verbs };
  const fits = abbreviated(words, isGroup && !isAlone ? two : specs);
  const [only] = fits;
  if (only !== undefined && fits.length === 1 && !WRITTEN_OUT.has(pathText(only)))
    return { spec: only, rest: words.slice(only.path.length) };
  if (fits.length > 0) return { among: fits };
  return isGroup ? null : behind(words, specs);
}

/** The commands of a group, by its name in singular or plural. */
export function groupNamed(word: string, specs: readonly CommandSpec[]): readonly CommandSpec[] {
  return specs.filter(({ path }) => path.length === 2 && sameNoun(path[0] ?? '', clean(word)));
}

/** The command that mistyped words most likely mean. It is named, never run. */
export function meantBy(words: readonly string[], specs: readonly CommandSpec[]): CommandSpec | null {
  const [first = '', second = ''] = words.map(clean);
  const group = groupNamed(first, specs);
  if (group.length > 0) {
    const meant = nearest(
      second,
      group.map(({ path }) => path[1] ?? ''),
    );
    return group.find(({ path }) => path[1] === meant) ?? null;
  }
  const paths = specs.map(pathText);
  const other =
    first.length > 3
      ? nearest(
          first,
          [...BY_NAME.keys()].filter((name) => name.length > 3),
        )
      : null;
  const path = nearest(`${first} ${second}`.trim(), paths) ?? nearest(first, paths) ?? BY_NAME.get(other ?? '');
  return specs.find((spec) => pathText(spec) === path) ?? null;
}
