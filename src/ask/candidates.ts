import { sameKind } from '../domain/units.ts';
import { isBait, isTellable } from '../language/stand.ts';
import type { Article, Evidence, Figure } from '../model.ts';
import { takenBack } from './corrected.ts';
import { indexOf } from './index-of.ts';
import { type Candidate, createJudge } from './judge.ts';
import { namesIn, vocabularyOf } from './names.ts';
import { passagesFor } from './passages.ts';
import type { Question } from './question.ts';

export type { Candidate } from './judge.ts';

/** What an article's figures and quotes are, by its id; one that was not read yet answers with its sentences alone. */
export type Evidences = ReadonlyMap<string, Evidence>;

/** Passages that are looked at more closely. */
const LOOKED_AT = 120;
/** What was put right goes before what reads as well. */
const CORRECTED = 0.2;

/** The sentences that say most of what is asked, the best answer first. */
export function candidatesFor<T extends Article>(
  question: Question,
  articles: readonly T[],
  evidence: Evidences,
): Candidate<T>[] {
  const index = indexOf(articles);
  const newest = Math.max(0, ...articles.map(({ published, fetched }) => Date.parse(published ?? fetched)));
  const bait = new Set(index.articles.filter(({ sentences }) => isBait(sentences.map(({ text }) => text))));
  const vocabulary = vocabularyOf(articles.map(({ text }) => text));
  const asked = namesIn(question.text, vocabulary);
  // What names a question that leans on another keeps are those of that one.
  const names = asked.length > 0 || question.before === null ? asked : namesIn(question.before, vocabulary);
  const named = new Set(names.flatMap(({ ways }) => ways.flat()));
  const topic = question.topic.filter(({ term }) => !named.has(term));
  const withdrawn = takenBack(articles, evidence);
  const judge = createJudge(question, index, newest, { evidence, withdrawn, names, topic, isName: vocabulary.isName });
  const sought = [...topic, ...[...named].map((term) => ({ term, share: 1 }))];
  const judged = passagesFor(sought, index)
    .slice(0, LOOKED_AT)
    .filter(({ indexed, at }) => !bait.has(indexed) && isTellable(indexed.sentences[at]?.text ?? ''))
    .map(judge);
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
