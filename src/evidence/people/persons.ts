import { isGeneric } from '../../language/organisations.ts';
import { reportingVerb } from '../../language/reporting.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { Description } from './describe.ts';
import { describeAfter, describeBefore } from './introductions.ts';
import { looksLike, type NameRun } from './names.ts';
import type { Token } from './tokens.ts';

/** A run that holds a name, by the run's index, with what stands around it. */
export type Naming = {
  readonly run: number;
  readonly words: readonly string[];
  readonly before: Description | null;
  readonly after: Description | null;
};

export function nameOf(tokens: readonly Token[], run: NameRun): string[] {
  const words: string[] = [];
  for (let i = run.nameFrom; i < run.to; i++) {
    const token = tokens[i];
    if (token !== undefined && token.text !== ',') words.push(token.text);
  }
  return words;
}

export const isJunior = (word: string): boolean => /^(?:Jr|Sr)\.?$|^I{2,3}$|^IV$/.test(word);
export const surnameOf = (words: readonly string[]): string => {
  const own = words.filter((word) => !isJunior(word));
  return (own.at(-1) ?? '').toLowerCase();
};

/** How many tokens a quotation may stand behind the verb that announces it. */
const ANNOUNCED = 8;
const isSpeech = (token: Token | undefined): boolean =>
  token !== undefined && reportingVerb(token.lower)?.kind === 'speech';

/** A speech verb beside a name, with a quotation beside that: names that nothing else tells apart still speak. */
function speaks(tokens: readonly Token[], run: NameRun): boolean {
  if (isSpeech(tokens[run.from - 1]) && tokens[run.from - 2]?.kind === 'quoted') return true;
  if (!isSpeech(tokens[run.to])) return false;
  if (tokens[run.from - 1]?.kind === 'quoted') return true;
  for (let i = run.to + 1; i < run.to + ANNOUNCED; i++) {
    if (tokens[i]?.kind === 'quoted') return true;
    if (/^(?:[.!?;]|it|its|they|their)$/.test(tokens[i]?.lower ?? '')) return false;
  }
  return false;
}

const isAged = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' &&
  /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 2]?.kind !== 'number' &&
  /^[,.]$/.test(tokens[at + 2]?.text ?? '');

const isPersonal = (description: Description | null): boolean =>
  description !== null && description.noun !== null && isPersonalNoun(description.noun);

/** ", who follows the sector": only a person is who; a company has something "whose" as well. */
const isWho = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' && /^(?:who|herself|himself)$/.test(tokens[at + 1]?.lower ?? '');

/** How far behind a name "he" or "she" tells that it is a person's. */
const PRONOUN_REACH = 40;

/** A name that "he" or "she" takes up before anything else is named: "Hana Suzuki laughed. … she said" */
function isTakenUp(tokens: readonly Token[], next: NameRun | undefined, run: NameRun): boolean {
  // Whom a verb has for its object, "he" hardly is: "Tao founded Lumenar Photonics. He …"
  const before = tokens[run.from - 1];
  if (before?.kind === 'word' && reportingVerb(before.lower) === null && before.lower !== 'and') return false;
  const to = Math.min(tokens.length, run.to + PRONOUN_REACH, next?.from ?? tokens.length);
  for (let i = run.to; i < to; i++) if (/^(?:he|she)$/.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** Whether a word ties a noun to what stands before it. */
export const isLink = (word: string): boolean =>
  /^(?:of|for|at|from|in|with|on|to|about|against|by|near|under|over|between|behind|like|than)$/.test(word);

/** Whether a preposition stands before the token: what it governs is no subject. */
export const isGoverned = (tokens: readonly Token[], from: number): boolean => isLink(tokens[from - 1]?.lower ?? '');

/** The names among the runs of a narration. */
export function namingsOf(text: string, tokens: readonly Token[], runs: readonly NameRun[]): Naming[] {
  const namings: Naming[] = [];
  for (const [index, run] of runs.entries()) {
    const words = nameOf(tokens, run);
    if (words.length === 0) continue;
    const before = describeBefore(text, tokens, run);
    const after = describeAfter(text, tokens, run.to);
    namings.push({ run: index, words, before, after });
  }
  return namings;
}

/** Whether what stands around a name says that it is a person's. */
function isTold(tokens: readonly Token[], run: NameRun, { before, after }: Naming): boolean {
  if (run.nameFrom > run.titleFrom || isPersonal(before)) return true;
  if (tokens[run.from - 1]?.lower === 'the') return false;
  return isPersonal(after) || isAged(tokens, run.to) || isWho(tokens, run.to);
}

/**
 * Which names are persons'. What a name's own words and its surroundings do not tell, its use does: of a person the text goes on with the
 * surname alone or with "he" or "she", of a company with its name in full.
 */
export function personsAmong(
  tokens: readonly Token[],
  runs: readonly NameRun[],
  namings: readonly Naming[],
): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { words } of namings) times.set(words.join(' '), (times.get(words.join(' ')) ?? 0) + 1);
  const persons = new Set<string>();
  for (const naming of namings) {
    const run = runs[naming.run];
    const { words } = naming;
    const kind = looksLike(words);
    if (run === undefined || kind === 'other') continue;
    const name = words.join(' ');
    if (words.length === 1) {
      if (kind === 'unknown' && (run.nameFrom > run.titleFrom || isPersonal(naming.before))) persons.add(name);
      continue;
    }
    const goesOn = times.get(name) === 1 || times.has(words.at(-1) ?? '');
    const first = words[0] ?? '';
    const isShortened = times.has(words.at(-1) ?? '') && !times.has(first);
    // "Corvane" is how a company goes on, not how a person does.
    const isCompanys = times.has(first) && !times.has(words.at(-1) ?? '');
    const acts = goesOn && !isCompanys && !isGeneric(tokens[run.from - 1]?.lower ?? '') && speaks(tokens, run);
    if (
      kind === 'person' ||
      isTold(tokens, run, naming) ||
      isShortened ||
      acts ||
      isTakenUp(tokens, runs[naming.run + 1], run)
    ) {
      persons.add(name);
    }
  }
  return persons;
}
