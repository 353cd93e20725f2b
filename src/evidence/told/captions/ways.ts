import type { FigureReading } from '../../../model.ts';
import { dependents, type Tree, textOf } from '../../../reading/tree.ts';
import type { Cast } from '../cast.ts';
import { kindOf, type Seen } from '../choice/seen.ts';
import { caseOf, isNoun, type Place } from '../place.ts';
import { called, ownerOf } from './called.ts';
import { doerOf } from './chain.ts';
import { deedsOf } from './deed.ts';
import { names, owned, possessive, without } from './owned.ts';
import { phrasesOf } from './phrase.ts';
import { sound } from './sound.ts';
import type { Words } from './whole.ts';

/** What a reader takes in at a glance, and a table has room for. */
const LONGEST = 72;
/** So many captions are made around the noun that a figure is about, around another, and in all. */
const ABOUT = 7;
const EACH = 3;
const MOST = 12;

/** What is told of a figure that a caption is for, and whose rules take it to be. */
export type Told = Pick<FigureReading, 'concept' | 'subject' | 'attributedTo' | 'standing'> & {
  readonly byRule: Pick<FigureReading, 'concept' | 'subject'>;
};

/** A way to say what a figure is of, made of words of its sentence and of its owner's name: by what form, and around which noun (-1 for none). */
export type Way = { readonly text: string; readonly form: string; readonly head: number };

/** The nouns that a caption may be made around: what the figure is about, what it counts, what that hangs on, and what the clause is about. */
function headsOf({ sentence: { tree }, place, measures, at, about }: Seen): number[] {
  const counted = measures[at]?.counted ?? null;
  const isOutside = (n: number): boolean => n < place.from || n >= place.to;
  const { subject = null, object = null } = place.clause ?? {};
  const own = [about, counted === null ? -1 : counted.to - 1];
  const others = [tree.words[about]?.head ?? -1, object ?? -1, subject ?? -1].filter(isOutside);
  return [...new Set([...own, ...others])].filter((n) => isNoun(tree, n));
}

/** The words of a number alone, without those that tell apart what it counts: "900" of "900 permanent jobs". */
function numberOf(tree: Tree, place: Place, head: number): { readonly from: number; readonly to: number } {
  // "data center campuses": what tells them apart may hang on what tells them apart.
  const isBefore = (n: number): boolean => {
    const { head: above = -1, relation = '', text = '' } = tree.words[n] ?? {};
    return above > n && above <= head && /^(?:amod|compound)/.test(relation) && !/\d/.test(text);
  };
  let to = head > place.from && head < place.to ? head : place.to;
  while (to > place.from + 1 && to <= head && isBefore(to - 1)) to--;
  return { from: place.from, to };
}

/** "agreed to buy Silk Road Servers for €410 million" */
const isPrice = ({ sentence: { tree }, place }: Seen): boolean =>
  caseOf(tree, place.head) === 'for' &&
  /^(?:buy|acquire|sell|purchase|lease)$/.test(tree.words[place.clause?.predicate ?? -1]?.lemma ?? '');

/** "wind and solar farms": the nouns behind it are told together with it. */
const isFirstOfSeveral = (tree: Tree, head: number): boolean =>
  tree.words[head + 1]?.class === 'CCONJ' && dependents(tree, head, 'conj').some((n) => isNoun(tree, n));

/** Is somebody called by a name? "Opponents" begins a sentence, "the company" is anybody. */
const isCalled = (cast: Cast, who: string): boolean => /\p{Lu}/u.test(who) && !cast.names.isCommon(who);

/** Who else may own it, and why: whom rules take for its owner, whom the sentence before is about, whom the title names. */
function othersOf({ cast }: Seen, { subject, byRule }: Told): ReadonlyMap<string, string> {
  const all: readonly (readonly [string | null, string])[] = [
    [byRule.subject, 'by rule'],
    [cast.before(), 'before'],
    [cast.entitled, 'entitled'],
  ];
  const found = new Map<string, string>();
  for (const [name, how] of all)
    if (name !== null && name !== subject && isCalled(cast, name) && !found.has(name)) found.set(name, how);
  return found;
}

/** Whose a noun is: "revenue", "Halden’s revenue", "Halden: revenue". */
function* nounsOf(phrase: string, own: string | null, subject: string | null, others: ReadonlyMap<string, string>) {
  if (own !== null) yield [names(phrase, own) ? phrase : `${own} ${phrase}`, 'its'] as const;
  else {
    yield [phrase, 'plain'] as const;
    for (const [name, form] of [...(subject === null ? [] : [[subject, 'owned'] as const]), ...ownedBy(others)]) {
      const rest = without(phrase, name);
      if (rest !== '' && !names(phrase, name)) yield [owned(rest, name), form] as const;
    }
  }
  if (subject !== null && !names(phrase, subject))
    yield [`${subject}: ${own === null ? phrase : `${own} ${phrase}`}`, 'colon'] as const;
}

const ownedBy = (others: ReadonlyMap<string, string>): (readonly [string, string])[] =>
  [...others].map(([name, how]) => [name, `owned ${how}`]);

function* madeIn(seen: Seen, told: Told): Generator<Way> {
  const { sentence, place, cast, gap, places } = seen;
  const { tree } = sentence;
  const { clause } = place;
  const subject = told.subject !== null && isCalled(cast, told.subject) ? told.subject : null;
  const instead = gap === null ? null : (cast.nameAt(tree, gap.owner.to - 1) ?? subject);
  const words: Words = { tree, cast, places, instead };
  const kind = kindOf(seen);
  const others = othersOf(seen, told);
  // "Half of the power": a part of what stands behind it, and not the power.
  const isPart = kind === 'part' && tree.words[place.to]?.lemma === 'of';
  const doer = instead ?? (clause === null ? null : called(words, doerOf(tree, clause)));
  for (const head of headsOf(seen)) {
    const isRole =
      clause !== null && (clause.subject === head || clause.object === head || clause.subject === place.head);
    const all = phrasesOf(words, head, numberOf(tree, place, head), isRole ? clause.predicate : null);
    const phrases = new Set([...all.slice(0, 1), ...all.slice(-1)]);
    const owner = ownerOf(words, head);
    const own = owner === 'unknown' ? null : owner;
    for (const phrase of phrases) {
      // One of several nouns is a part of what is told.
      if (isFirstOfSeveral(tree, head) && !/ (?:and|or) /.test(phrase)) continue;
      // A name alone says who or what, and not how much of it.
      const isName = cast.nameAt(tree, head) !== null && !/(?:^| )\p{Ll}/u.test(phrase);
      const size = phrases.size === 1 ? 'only' : phrase === all[0] ? 'full' : 'bare';
      const whole = own === null ? phrase : `${own} ${phrase}`;
      // "Halden recycles 65% of its water": whose it is stands behind.
      const done = own !== null && doer !== null && own === possessive(doer) ? phrase : whole;
      const way = (text: string, form: string): Way => ({ text, form: `${form} ${size}`, head });
      if (isPart && doer !== null && !isName && !names(phrase, doer)) {
        yield way(`${possessive(doer)} share of ${whole}`, 'share held');
        if (subject !== null && own === null && !names(doer, subject) && !names(phrase, subject))
          yield way(`${possessive(doer)} share of ${owned(phrase, subject)}`, 'share held owned');
      }
      for (const [text, form] of isName ? [] : nounsOf(phrase, own, subject, others))
        if (!isPart) yield way(text, form);
        else if (form !== 'colon') yield way(`share of ${text}`, `share ${form}`);
      if (clause === null) continue;
      const things = new Map([
        [place.head, 'the figure'],
        [head, 'it'],
      ]);
      if (isPrice(seen) && head === clause.object) things.set(head, 'its price');
      for (const [thing, of] of things)
        for (const deed of deedsOf(words, clause, thing, done, kind === 'count')) {
          yield way(isPart ? `share of ${deed}` : deed, `deed of ${of}`);
          if (subject !== null && !isPart && !names(deed, subject)) yield way(`${subject}: ${deed}`, 'deed colon');
        }
    }
  }
  if (clause === null || kind === 'part') return;
  for (const thing of new Set([place.head, clause.object ?? place.head]))
    for (const text of deedsOf(words, clause, thing, '', false)) yield { text, form: 'done', head: -1 };
}

/** The captions that an editor might put beside a figure, those that read well. */
export function waysFor(seen: Seen, told: Told): Way[] {
  const found = new Map<string, Way>();
  const many = new Map<number, number>();
  const number = textOf(seen.sentence.tree, seen.place);
  for (const made of madeIn(seen, told)) {
    const plain = made.text.replace(/^(?:the|an? |own |more |\p{Lu}\p{Ll}+ly, )/u, '').trim();
    const text = sound(plain.replace(/[“”"]/g, ''));
    const around = many.get(made.head) ?? 0;
    if (text === null || text.length > LONGEST || text.length < 3 || found.has(text)) continue;
    // "price of a million tokens" is no million of them.
    if (text.includes(number)) continue;
    if (around >= (made.head === seen.about ? ABOUT : EACH)) continue;
    many.set(made.head, around + 1);
    found.set(text, { ...made, text });
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}
