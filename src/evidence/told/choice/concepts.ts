import { dependents, textOf } from '../../../reading/tree.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { about, both, nameOf, withEach } from '../../choice/hashed.ts';
import { roleOf } from '../../choice/path.ts';
import { isChangeNoun } from '../../figures/directions.ts';
import { usable } from '../measurable.ts';
import { isName, nounPhrase, standsFor } from '../place.ts';
import { kindOf, lemmaAt, namesOf, readBefore, type Seen, verbOf } from './seen.ts';

/** A measure of something, rather than money, a part, a span, or a count. */
const PHYSICAL = /^(?!money|part|span|count|bare|points?|ratio|multiple|time)/;

/** What a figure may be about: the nouns of its sentence, what it counts among them, and what the figures before it are about. */
export function conceptsFor(seen: Seen): Candidate[] {
  const { place, places, measures, at } = seen;
  const { tree } = seen.sentence;
  const kind = kindOf(seen);
  const counted = measures[at]?.counted ?? null;
  const isCounted = (n: number): boolean => counted !== null && n === counted.to - 1;
  const isNumbered = (n: number): boolean => places.some((one) => one !== null && n >= one.from && n < one.to);
  const isHead = (n: number): boolean => !/^(?:compound|flat)/.test(tree.words[n]?.relation ?? '');
  const heads = tree.words.flatMap((_, n) =>
    isCounted(n) || (usable(tree, n) === n && isHead(n) && !isNumbered(n) && !isChangeNoun(lemmaAt(tree, n)))
      ? [n]
      : [],
  );
  const isOf = tree.words[place.to]?.text === 'of';
  const ahead = heads.filter((n) => n < place.from).length;
  const known = readBefore(seen, 'concept');
  const here = heads.map((n, k): Candidate => {
    const { lemma = '', tag = '', relation = '' } = tree.words[n] ?? {};
    // "Shipments of Brack rose, and those of Vantor fell": whose they are is said again.
    const tail = standsFor(tree, n, place) === null ? /^(?:of|for|per)$/ : null;
    const whole = nounPhrase(tree, n, place, tail);
    const crosses = places.some((one) => one !== null && one.from < whole.to && one.to > whole.from);
    const own = isCounted(n) && counted !== null ? counted : crosses ? nounPhrase(tree, n, place) : whole;
    const value = textOf(tree, own);
    const rank = n < place.from ? ahead - k : k - ahead + 1;
    const names = [
      `lemma ${lemma}`,
      `lemma ${lemma} ${kind}`,
      `end ${lemma.slice(-4)}`,
      `tag ${tag}`,
      `noun ${n < place.from ? 'before' : 'behind'} ${about(rank)}`,
      isOf && whole.from <= place.to + 2 && n > place.to ? `of it ${kind}` : `not of it ${isOf}`,
      isCounted(n) ? 'counted' : `not counted ${kind}`,
      isName(tree, n) ? 'a name' : 'no name',
      `nouns ${about(heads.length)}`,
      `det ${dependents(tree, n, 'det')
        .map((k) => lemmaAt(tree, k))
        .join(' ')}`,
      dependents(tree, n, 'nmod:poss').length > 0 ? 'owned' : 'not owned',
      `of ${relation} ${lemmaAt(tree, tree.words[n]?.head)}`,
    ].map(nameOf);
    return { value, names: [...namesOf(seen, n), ...names, ...(known.get(value) ?? [])] };
  });
  // "2 terabytes per second of bandwidth": what is measured stands behind its measure, and nothing else is what the figure is about.
  const outright = isOf && PHYSICAL.test(kind) ? heads.findIndex((n) => n > place.to) : -1;
  if (outright >= 0 && (heads[outright] ?? 0) <= place.to + 4) return here.slice(outright, outright + 1);
  const elsewhere = nameOf('elsewhere');
  const around = [
    kind,
    `verb ${verbOf(seen)}`,
    `figure ${roleOf(tree, place.head)}`,
    `nouns ${about(here.length)}`,
  ].map(nameOf);
  const others = [...known].filter(([value]) => !here.some((one) => one.value === value));
  return [
    ...here,
    ...others.map(([value, names]): Candidate => {
      const told = [...names, ...names.flatMap((name) => withEach(name, around)), ...around];
      return { value, names: [elsewhere, ...told.map((name) => both(elsewhere, name))] };
    }),
  ];
}
