import { sameKind, UNIT_SYMBOLS } from '../domain/units.ts';
import { isTellable } from '../language/stand.ts';
import { wordTextsIn } from '../language/words.ts';
import type { Article, Evidence, Figure } from '../model.ts';
import { type Asked, askedOf } from './asked.ts';
import { takenBack } from './corrected.ts';
import { excerptsFor } from './excerpt.ts';
import { following } from './following.ts';
import { type Index, indexOf } from './index-of.ts';
import { type Candidate, createJudge, type Looked } from './judge.ts';
import { type Name, namesIn } from './names.ts';
import { type Passage, passagesFor } from './passages.ts';
import type { Question } from './question.ts';
import { type Vocabulary, vocabularyOf } from './spelling.ts';
import { type AskedTerm, termsOf } from './terms.ts';
import { besides } from './weighing/beside.ts';
import { likenessOf } from './weighing/events.ts';
import type { Beside } from './weighing/sight.ts';

export type { Candidate } from './judge.ts';

/** What an article's figures and quotes are, by its id; one that was not read yet answers with its sentences alone. */
export type Evidences = ReadonlyMap<string, Evidence>;

/** Passages whose words are looked at. */
const LOOKED_AT = 40;
/** And of these the likeliest, which are read. */
const READ = 8;
/** A word that nobody else uses tells that it is another's word, not that it matters most. */
const RAREST = 2;
/** What was put right goes before what reads as well. */
const CORRECTED = 0.2;

/** Articles read for questions. */
type Shelf<T extends Article> = {
  readonly index: Index<T>;
  readonly newest: number;
  readonly vocabulary: Vocabulary;
  /** Figures that a later article took back. */
  readonly withdrawn: ReadonlyMap<Figure, string>;
};

const shelves = new WeakMap<readonly Article[], { readonly of: Evidences; readonly shelf: Shelf<Article> }>();

/** What is worked out of articles once, however many questions are put to them. */
function shelfOf<T extends Article>(articles: readonly T[], evidence: Evidences): Shelf<T> {
  const known = shelves.get(articles);
  // It was made of this very array.
  if (known?.of === evidence) return known.shelf as Shelf<T>;
  const index = indexOf(articles);
  const shelf = {
    index,
    newest: Math.max(0, ...articles.map(({ published, fetched }) => Date.parse(published ?? fetched))),
    vocabulary: vocabularyOf(index.articles.map(({ spelling }) => spelling)),
    withdrawn: takenBack(articles, evidence),
  };
  shelves.set(articles, { of: evidence, shelf });
  return shelf;
}

/** Amounts and units that a question gives, as terms: they are looked for as numbers. */
function amountsOf({ text, given, per }: Question): ReadonlySet<string> {
  const words = wordTextsIn(text).flatMap((word) => word.split('-'));
  const units = words.filter((word) => /\p{Lu}/u.test(word) && UNIT_SYMBOLS.has(word));
  return new Set([...given.flatMap(({ terms }) => terms), ...termsOf(units.join(' ')), ...termsOf(per ?? '')]);
}

/** A question as the reading of sentences has it, with what the one before it keeps. */
function readingOf(question: Question, names: readonly Name[], { index, vocabulary }: Shelf<Article>): Asked {
  const weightOf = (term: string): number => Math.min(RAREST, index.idf(term));
  const read = (text: string, given: readonly Name[]): Asked =>
    askedOf(text, given, vocabulary, weightOf, amountsOf(question));
  const { before } = question;
  const own = read(question.text, before === null ? names : namesIn(question.text, vocabulary));
  const whole = before === null ? own : following(own, read(before, namesIn(before, vocabulary)));
  // Who holds an office is told by its name.
  const office = new Set(question.role === null || question.wants !== 'person' ? [] : termsOf(question.role.text));
  const parts = whole.parts.filter(({ kind, terms }) => kind === 'name' || !terms.every((term) => office.has(term)));
  return { ...whole, parts };
}

/** How much of what is sought each article has, by its id, 0 to 1. */
function wholesOf(sought: readonly AskedTerm[], { articles, idf }: Index<Article>): ReadonlyMap<string, number> {
  const weights = sought.map(({ term, share }) => ({ term, weight: share * idf(term) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return new Map(
    articles.map(({ article, terms }) => [
      article.id,
      weights.reduce((sum, { term, weight }) => sum + (terms.has(term) ? weight : 0), 0) / total,
    ]),
  );
}

/** The best of passages; half of them ones that tell of the office that is asked for, whose holder is named without saying where. */
function nearest<T extends Article>({ role }: Question, passages: readonly Passage<T>[]): Passage<T>[] {
  const telling =
    role === null
      ? []
      : passages.filter(({ indexed, at }) => role.said.test(indexed.sentences[at]?.text ?? '')).slice(0, LOOKED_AT / 2);
  return [...telling, ...passages.filter((passage) => !telling.includes(passage))].slice(0, LOOKED_AT);
}

/** A passage with what it is beside the others. */
export type Seen<T extends Article> = { readonly looked: Looked<T>; readonly beside: Beside };

/** The sentences that may say something of what is asked, by their words. */
export function seenFor<T extends Article>(
  question: Question,
  articles: readonly T[],
  evidence: Evidences,
): readonly Seen<T>[] {
  const shelf = shelfOf(articles, evidence);
  const { index, newest, vocabulary, withdrawn } = shelf;
  const asked = namesIn(question.text, vocabulary);
  // What names a question that leans on another keeps are those of that one.
  const names = asked.length > 0 || question.before === null ? asked : namesIn(question.before, vocabulary);
  const named = new Set(names.flatMap(({ ways }) => ways.flat()));
  const topic = question.topic.filter(({ term }) => !named.has(term));
  const sought = [...topic, ...[...named].map((term) => ({ term, share: 1 }))];
  const passages = passagesFor(sought, index);
  const known = {
    evidence,
    withdrawn,
    names,
    topic,
    best: passages[0]?.score ?? 0,
    wholes: wholesOf(sought, index),
    isName: vocabulary.isName,
    idf: index.idf,
    has: index.has,
  };
  const judge = createJudge<T>(question, readingOf(question, names, shelf), newest, known);
  const looked = nearest(question, passages)
    .filter(({ indexed, at }) => !indexed.isBait() && isTellable(indexed.sentences[at]?.text ?? ''))
    .map(judge);
  const near = new Set(looked.map(({ passage }) => passage.indexed));
  const sights = looked.map(({ seen }) => seen);
  return besides(sights, likenessOf(near, index)).flatMap((beside, n) => {
    const each = looked[n];
    return each === undefined ? [] : [{ looked: each, beside }];
  });
}

/** The sentences that say most of what is asked, the best answer first. */
export function candidatesFor<T extends Article>(
  question: Question,
  articles: readonly T[],
  evidence: Evidences,
): Candidate<T>[] {
  const { withdrawn } = shelfOf(articles, evidence);
  const excerpt = excerptsFor(question);
  // What nobody can be shown answers nothing; a number there may still bear another one out, or take its place.
  const isShown = (passage: Passage<T>): boolean => question.wants === 'number' || excerpt(passage) !== null;
  const seen = seenFor(question, articles, evidence);
  const promising = seen
    .map((each) => ({ each, promise: each.looked.promise(each.beside) }))
    .toSorted((a, b) => b.promise - a.promise)
    .filter(({ each }) => isShown(each.looked.passage))
    .slice(0, READ)
    .map(({ each }) => each);
  const judged = seen.map((each) => each.looked.judged(promising.includes(each), each.beside));
  const right = judged.flatMap((candidate) => putRight(candidate, judged, withdrawn, evidence) ?? []);
  return [...right, ...judged.filter(({ passage }) => !right.some((other) => other.passage === passage))].toSorted(
    (a, b) => b.worth - a.worth,
  );
}

/** The sentence that tells the number in the place of one that would have answered; null where there is none. */
function putRight<T extends Article>(
  { withdrawn, fit, worth }: Candidate<T>,
  judged: readonly Candidate<T>[],
  corrections: ReadonlyMap<Figure, string>,
  evidence: Evidences,
): Candidate<T> | null {
  if (withdrawn === null) return null;
  const by = corrections.get(withdrawn);
  for (const candidate of judged) {
    const { indexed, at } = candidate.passage;
    const sentence = indexed.sentences[at];
    if (indexed.article.id !== by || sentence === undefined) continue;
    const figure = evidence.get(by)?.figures.find((each) => {
      const within = each.start >= sentence.start && each.end <= sentence.end;
      return within && !corrections.has(each) && (each.unit === null || sameKind(each.unit, withdrawn.unit));
    });
    if (figure !== undefined)
      return {
        ...candidate,
        figure,
        withdrawn,
        fit: Math.max(fit, candidate.fit),
        worth: worth + CORRECTED,
        answers: true,
      };
  }
  return null;
}
