import { isPersonalNoun } from '../../../language/roles.ts';
import { dependents } from '../../../reading/tree.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { about, type Name, nameOf, withEach } from '../../choice/hashed.ts';
import { roleOf } from '../../choice/path.ts';
import { names as namesIt } from '../captions/owned.ts';
import { type Told, type Way, waysFor } from '../captions/ways.ts';
import { caseOf } from '../place.ts';
import { beside, kindOf, lemmaAt, namesOf, type Seen, tagsOf, verbOf } from './seen.ts';

/** What may stand beside a figure in a table; nothing beside one that is denied or asked. */
export const captionsFor = (seen: Seen, told: Told): Candidate[] =>
  /^(?:denied|question)$/.test(told.standing)
    ? []
    : waysFor(seen, told).map((way) => ({ value: way.text, names: namesFor(seen, told, way) }));

/** What kind of owner somebody is. */
function kindOfOwner({ cast: { names } }: Seen, subject: string | null): string {
  if (subject === null) return 'nobody';
  return names.isPerson(subject)
    ? 'person'
    : names.isPlace(subject)
      ? 'place'
      : names.isWatcher(subject)
        ? 'watcher'
        : 'other';
}

function namesFor(
  seen: Seen,
  { subject, concept, standing, attributedTo, byRule }: Told,
  { text, form, head }: Way,
): Name[] {
  const { sentence, place, gap, direction, when, at, places } = seen;
  const { tree } = sentence;
  const { clause } = place;
  const { before, behind } = beside(seen);
  const [kind, verb, lemma] = [kindOf(seen), verbOf(seen), lemmaAt(tree, head)];
  const words = text.split(' ');
  const [kin = form] = form.split(' ');
  const [ahead = '', next = ''] = [before.at(-1), behind[0]];
  const isHere = subject !== null && tree.text.includes(subject.split(' ')[0] ?? subject);
  const isRuled = byRule.subject === subject;
  // Each with the form that it speaks for or against.
  const known = [
    kind,
    `of ${kindOfOwner(seen, subject)}`,
    standing,
    `noun ${lemma}`,
    `verb ${verb}`,
    `dets ${dependents(tree, head, 'det')
      .map((n) => lemmaAt(tree, n))
      .join(' ')}`,
    `case ${caseOf(tree, place.head)}`,
    `role ${roleOf(tree, head)}`,
    head === seen.about ? 'about it' : 'about another',
    `words ${about(words.length)}`,
    `named ${/\p{Lu}/u.test(text)}`,
    `owner ${subject !== null && namesIt(text, subject)}`,
    `claimant ${attributedTo === subject}`,
    `claims ${attributedTo !== null && namesIt(text, attributedTo)}`,
    `ruled ${isRuled} ${byRule.concept === concept}`,
    `here ${isHere}`,
    `here ${isHere} ${isRuled}`,
    `timed ${when !== null}`,
    `moves ${direction} ${kind}`,
    `gap ${gap !== null}`,
    `people ${isPersonalNoun(lemma)}`,
    `tags ${tagsOf(seen)}`,
    `ahead ${ahead}`,
    `next ${next}`,
    `mood ${clause?.mood ?? 'none'}`,
    `frames ${about(clause?.frames.length ?? 0)}`,
    `figures ${about(places.length)} ${at}`,
  ];
  const own = [
    `form ${form}`,
    `form ${form} ${kind}`,
    `noun ${lemma}`,
    `noun ${lemma} ${kind}`,
    `verb ${verb} ${kind}`,
    `words ${about(words.length)}`,
    `named ${/\p{Lu}/u.test(text)}`,
    `timed ${when !== null} ahead ${ahead}`,
    `moves ${direction} noun ${lemma}`,
    `moves ${direction} ahead ${ahead}`,
    `ahead ${before.slice(-2).join(' ')}`,
    `ahead ${ahead} ${kind}`,
    `next ${behind.slice(0, 2).join(' ')}`,
    `next ${next} ${kind}`,
    `begins ${words[0] ?? ''}`,
    `ends ${words.at(-1) ?? ''}`,
    `negated ${clause?.negated ?? false}`,
  ];
  const tied = head < 0 ? [] : namesOf(seen, head);
  return [
    ...own.map(nameOf),
    ...known.map((name) => nameOf(`${kin} ${name}`)),
    ...tied,
    ...withEach(nameOf(kin), tied),
  ];
}
