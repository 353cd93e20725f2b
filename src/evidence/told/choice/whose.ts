import { dependents } from '../../../reading/tree.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { about, type Name, nameOf, withEach } from '../../choice/hashed.ts';
import { pathOf, roleOf } from '../../choice/path.ts';
import type { Cast } from '../cast.ts';
import { nounPhrase, written } from '../place.ts';
import { kindOf, lemmaAt, namesOf, readBefore, type Seen, verbOf } from './seen.ts';

/** A word that means somebody, and how: by name, by a pronoun, by what they are called. */
type Mention = { readonly n: number; readonly how: string };
type Meant = { readonly name: string; readonly how: string };

/** Whoever the words of the sentence mean, each with those words. */
function mentioned({ sentence, cast }: Seen, meant: (n: number) => Meant | null): Map<string, Mention[]> {
  const found = new Map<string, Mention[]>();
  sentence.tree.words.forEach((_, n) => {
    const one = cast.isNumbered(n) ? null : meant(n);
    if (one !== null && one.name !== '') found.set(one.name, [...(found.get(one.name) ?? []), { n, how: one.how }]);
  });
  return found;
}

/** How what the figure is about hangs together with a word: "Arn's revenue", "revenue at Arn". */
function aboutIt({ sentence: { tree }, about: noun }: Seen, n: number): string[] {
  if (noun < 0) return ['about nothing here'];
  const path = pathOf(tree, noun, n);
  const way = path?.join(' ') ?? 'far';
  return [`from what it is about ${way}`, `from what it is about ${path?.length ?? 'far'} ${n < noun}`];
}

/** Is it whoever a shortened part of a list is of: "and Arn 60 MW"? */
function shortened({ gap }: Seen, n: number): string[] {
  if (gap === null) return [];
  return [n >= gap.owner.from && n < gap.owner.to ? 'of a shortened part' : 'beside a shortened part'];
}

/** What is known of somebody: what kind they are, where they stand, whether they frame what is told. */
function describe(seen: Seen, name: string, mentions: readonly Mention[]): Name[] {
  const { cast, sentence, place } = seen;
  const { tree } = sentence;
  const kind = cast.names.isPerson(name) ? 'person' : cast.names.isPlace(name) ? 'place' : 'other';
  const here = mentions.length > 0 ? 'here' : 'elsewhere';
  const places = [
    name === cast.entitled ? 'titled' : 'not titled',
    name === cast.before() ? 'spoken of' : 'not spoken of',
    `within ${Math.min(cast.names.within(name), 4)}`,
  ];
  const framing = mentions.flatMap(({ n }) =>
    sentence.clauses.flatMap((clause) =>
      clause.frames.flatMap(({ by, stance, verb }) => {
        const what = clause === place.clause ? 'it' : 'other';
        return by === n ? [`frames ${what} ${stance}`, `frames by ${lemmaAt(tree, verb)}`, `frames ${what}`] : [];
      }),
    ),
  );
  const distances = mentions.map(({ n }) => n - place.from).sort((a, b) => Math.abs(a) - Math.abs(b));
  const nearest = distances[0];
  return [
    ...[
      `${kind} ${cast.names.isWatcher(name) ? 'watcher' : 'no watcher'}`,
      ...places,
      ...places.map((one) => `${one} ${kind} ${here}`),
      `mentions ${about(mentions.length)}`,
      ...mentions.flatMap(({ n, how }) => [
        `${how} ${roleOf(tree, n)}`,
        how,
        `${how} ${kind}`,
        `hangs on ${lemmaAt(tree, tree.words[n]?.head)}`,
        ...shortened(seen, n),
        ...aboutIt(seen, n).map((way) => `${how} ${way}`),
        ...aboutIt(seen, n),
      ]),
      ...(nearest === undefined ? [] : [`nearest ${nearest < 0 ? 'before' : 'behind'} ${about(Math.abs(nearest))}`]),
      ...framing,
      `frames ${about(place.clause?.frames.length ?? 0)} ${framing.length > 0}`,
      `verb ${verbOf(seen)} ${here}`,
      `figure ${kindOf(seen)} ${kind}`,
    ].map(nameOf),
    ...mentions.flatMap(({ n }) => namesOf(seen, n)),
  ];
}

/** The names of the sentence before, each with its role there. */
function namedBefore(cast: Cast): Map<string, Name[]> {
  const found = new Map<string, Name[]>();
  const tree = cast.previous?.tree;
  tree?.words.forEach((_, n) => {
    const name = cast.nameAt(tree, n);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), nameOf(`previous ${roleOf(tree, n)}`)]);
  });
  return found;
}

type Whose = {
  readonly here: ReadonlyMap<string, readonly Mention[]>;
  readonly previous: ReadonlyMap<string, readonly Name[]>;
};

/** Whom a sentence means is the same for each of its figures, which share their places. */
const known = new WeakMap<Seen['places'], Whose>();

function whoseIn(seen: Seen): Whose {
  const made = known.get(seen.places);
  if (made !== undefined) return made;
  const { cast, sentence } = seen;
  const { tree } = sentence;
  const here = mentioned(seen, (n) => {
    const word = tree.words[n];
    const name = cast.meant(tree, n);
    if (name !== null)
      return { name, how: cast.nameAt(tree, n) !== null ? 'named' : word?.class === 'PRON' ? 'pronoun' : 'called' };
    // "The supplier, Arn Energy": called by its name.
    const isNamed = dependents(tree, n, 'appos').some((k) => cast.nameAt(tree, k) !== null);
    const isThing = word?.class === 'NOUN' && /^(?:nsubj|obj|obl|nmod)/.test(word.relation) && !isNamed;
    return isThing ? { name: written(tree, nounPhrase(tree, n, null)), how: 'common' } : null;
  });
  const whose = { here, previous: namedBefore(cast) };
  known.set(seen.places, whose);
  return whose;
}

/** Whose a figure may be: whoever and whatever its sentence means or tells of, the one before names, and the figures before are of. */
export function subjectsFor(seen: Seen): Candidate[] {
  const { cast } = seen;
  const { here, previous } = whoseIn(seen);
  const before = readBefore(seen, 'subject');
  const others = [cast.before(), cast.entitled, cast.opener, ...before.keys(), ...previous.keys()];
  const all = new Set([...here.keys(), ...others.flatMap((name) => (name === null || name === '' ? [] : [name]))]);
  return [...all].map((value) => {
    const mentions = here.get(value) ?? [];
    const told = [...(before.get(value) ?? []), ...(previous.get(value) ?? [])];
    const place = nameOf(mentions.length > 0 ? 'here' : 'elsewhere');
    return { value, names: [...describe(seen, value, mentions), ...told, ...withEach(place, told)] };
  });
}
