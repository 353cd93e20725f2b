import { type Gender, givenName } from '../../language/given-names.ts';
import { isOffice, isRelation } from '../../language/roles.ts';
import type { Description } from './describe.ts';
import { type Organisations, organisationsOf } from './meant.ts';
import { capitalsOf, isGivenInTwo, looksLike, type NameRun, runsIn } from './names.ts';
import { isJunior, type Naming, nameOf, namingsOf, personsAmong, surnameOf } from './persons.ts';
import type { Prose } from './tokens.ts';

/** Somebody whom a text names, under the fullest name it gives. */
export type Known = {
  name: string;
  gender: Gender | null;
  role: string | null;
  /** As the text gives it beside a mention; `workplaceOf` finds one that it only points at. */
  organisation: string | null;
  /** Where the text first points at the organisation without naming it. */
  pointer: Pointer | null;
  /** The nouns of the roles that the text gives: "executive" for the chief executive. */
  readonly nouns: Set<string>;
  readonly mentions: { readonly start: number; readonly end: number; readonly text: string }[];
};

/** The token of the mention; the noun that points, null for an office alone; for "her deputy", whose. `told` if only what the text calls so is meant. */
export type Pointer = {
  readonly at: number;
  readonly noun: string | null;
  readonly whose: Known | null;
  readonly told?: boolean;
};

/** Who and what is named in a text's narration, by the index of its tokens. */
export type Cast = {
  readonly people: readonly Known[];
  readonly runs: readonly NameRun[];
  /** The run that a token belongs to, or -1. */
  readonly runAt: Int32Array;
  /** Who is meant by a run, by the run's index; undefined for what is no person. */
  readonly personOf: readonly (Known | undefined)[];
  /** Whether a role stands right before a run, by the run's index. */
  readonly roleOf: readonly boolean[];
  readonly organisations: Organisations;
  /** The narrator speaks as "we". */
  readonly firstPerson: boolean;
};

const FEMALE = /^(?:mrs|ms|miss|dame|lady|sheikha)$/;
const MALE = /^(?:mr|sir|lord|fr|sheikh)$/;
/** How many namesakes are told apart. */
const NAMESAKES = 8;

function genderOf(words: readonly string[], honorific: string | null, noun: string | null): Gender | null {
  if (honorific !== null && FEMALE.test(honorific)) return 'female';
  if (honorific !== null && MALE.test(honorific)) return 'male';
  const role = noun?.toLowerCase() ?? '';
  if (/(?:woman|actress|mother|wife|daughter|sister|widow)$/.test(role)) return 'female';
  if (/[^o]man$|(?:father|husband|son|brother)$/.test(role) && role !== 'ombudsman') return 'male';
  const known = words.length > 1 ? givenName(words[0] ?? '') : null;
  return known === 'either' ? null : known;
}

/** Two names may be one person's: the given names are the same, or one is the other's initial. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [x = '', y = ''] = [a[0], b[0]];
  if (x.toLowerCase() === y.toLowerCase()) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return /^\p{L}\.?$/u.test(short) && long.toLowerCase().startsWith(short.charAt(0).toLowerCase());
}

/** Reads who is named in a text. Linear in its length. */
export function castOf(prose: Prose): Cast {
  const { text, narration, spoken } = prose;
  const capitals = capitalsOf(narration, spoken);
  const runs = runsIn(narration, capitals);
  const runAt = new Int32Array(narration.length).fill(-1);
  for (const [index, run] of runs.entries()) for (let i = run.from; i < run.to; i++) runAt[i] = index;
  const namings = namingsOf(text, narration, runs);
  const persons = personsAmong(narration, runs, namings);
  const spokenRuns = runsIn(spoken, capitals);
  const people: Known[] = [];
  const personOf: (Known | undefined)[] = Array.from({ length: runs.length });
  const bySurname = new Map<string, { words: readonly string[]; person: Known }[]>();
  const byGiven = new Map<string, Set<Known>>();
  const enlist = (words: readonly string[], gender: Gender | null): Known => {
    const surname = surnameOf(words);
    const namesakes = bySurname.get(surname) ?? [];
    const same = namesakes.find((other) => agree(other.words, words));
    if (same !== undefined) {
      const name = words.join(' ');
      const longer = words.length - same.words.length || name.length - same.person.name.length;
      if (longer > 0) {
        same.words = words;
        same.person.name = name;
      }
      same.person.gender ??= gender;
      return same.person;
    }
    const person: Known = {
      name: words.join(' '),
      gender,
      role: null,
      organisation: null,
      pointer: null,
      nouns: new Set(),
      mentions: [],
    };
    people.push(person);
    if (namesakes.length < NAMESAKES) namesakes.push({ words, person });
    bySurname.set(surname, namesakes);
    const given = (words[0] ?? '').toLowerCase();
    const sharing = byGiven.get(given) ?? new Set();
    if (sharing.size < NAMESAKES) sharing.add(person);
    byGiven.set(given, sharing);
    return person;
  };
  for (const { run, words, before } of namings) {
    if (words.length < 2 || !persons.has(words.join(' '))) continue;
    personOf[run] = enlist(words, genderOf(words, runs[run]?.honorific ?? null, before?.noun ?? null));
  }
  for (const run of spokenRuns) {
    const words = nameOf(spoken, run);
    if (words.length > 1 && looksLike(words) === 'person') enlist(words, genderOf(words, run.honorific, null));
  }
  /** Whom a surname was last used for. */
  const latest = new Map<string, Known>();
  const roleOf: boolean[] = [];
  /** Who was named before. */
  let previous: Known | null = null;
  for (const naming of namings) {
    const { run: index, words, before } = naming;
    const run = runs[index];
    if (run === undefined) continue;
    roleOf[index] = before !== null && before.role !== null;
    let person = personOf[index];
    const surname = surnameOf(words);
    if (person === undefined && words.filter((word) => !isJunior(word)).length === 1) {
      const gender = genderOf(words, run.honorific, before?.noun ?? null);
      const namesakes = bySurname.get(surname)?.map((known) => known.person) ?? [];
      const fitting = namesakes.filter((known) => gender === null || known.gender === null || known.gender === gender);
      const last = latest.get(surname);
      person = last !== undefined && fitting.includes(last) ? last : fitting[0];
      const sharing = byGiven.get(surname);
      const [only] = sharing?.size === 1 ? sharing : [];
      // "Mr Liao" is Liao Wen-hsiung, whose surname comes first; "Mr Wayne" is not Wayne Ellery.
      if (only !== undefined && isGivenInTwo(only.name.split(' ')[1] ?? '')) person ??= only;
      if (person === undefined && persons.has(words.join(' '))) person = enlist(words, gender);
      person ??= only;
      if (person !== undefined) person.gender ??= gender;
      personOf[index] = person;
    }
    if (person === undefined) continue;
    latest.set(surname, person);
    learn(person, naming, run.from, previous, (name) => persons.has(name) || bySurname.has(name.toLowerCase()));
    previous = person;
    const start = narration[run.nameFrom]?.start ?? 0;
    const end = narration[run.to - 1]?.end ?? start;
    person.mentions.push({ start, end, text: text.slice(start, end) });
  }
  const organisations = organisationsOf(prose, runs, (run) => personOf[run] !== undefined);
  const firstPerson = narration.some(({ lower }) => /^(?:we|us|our)$/.test(lower));
  return { people, runs, runAt, personOf, roleOf, organisations, firstPerson };
}

/** "Commissioner Bassett" is one of the commission that the text names. */
const BODY_OF_OFFICE: ReadonlyMap<string, string> = new Map([
  ['commissioner', 'commission'],
  ['minister', 'ministry'],
  ['senator', 'senate'],
  ['councillor', 'council'],
  ['councilman', 'council'],
  ['councilwoman', 'council'],
]);

/** Whoever is this to somebody works where they do: her deputy, his successor. */
const COLLEAGUES = /^(?:aide|assistant|boss|co-?founder|colleague|deputy|partner|predecessor|successor)$/;

/** Adds what a mention says of somebody; the first role that is told stays. */
function learn(
  person: Known,
  { before, after }: Naming,
  at: number,
  previous: Known | null,
  isPerson: (name: string) => boolean,
): void {
  const isToPerson = (description: Description | null): boolean => isRelation(description?.noun?.toLowerCase() ?? '');
  const descriptions = isToPerson(after) ? [before, after] : [after, before];
  for (const description of descriptions) {
    if (description === null) continue;
    const { role, noun, pointed, owned } = description;
    if (noun !== null) person.nouns.add(noun.toLowerCase());
    const named = description.organisation;
    const organisation = named !== null && isToPerson(description) && isPerson(named) ? null : named;
    if (person.role === null && role !== null) {
      person.role = role;
      person.organisation = organisation ?? person.organisation;
    } else person.organisation ??= organisation;
    const isColleague = owned === 'his' && COLLEAGUES.test(noun?.toLowerCase() ?? '');
    if (isColleague && previous !== person) person.pointer ??= { at, noun: null, whose: previous };
    else if (pointed === null && owned === null && BODY_OF_OFFICE.has(noun?.toLowerCase() ?? ''))
      person.pointer ??= { at, noun: BODY_OF_OFFICE.get(noun?.toLowerCase() ?? '') ?? null, whose: null, told: true };
    else if (pointed !== null || (owned === null && role !== null && isOffice(role)))
      person.pointer ??= { at, noun: pointed, whose: null };
  }
}
