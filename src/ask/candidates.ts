import { takenBackIn } from '../domain/taken-back.ts';
import { isBait, isTellable } from '../language/stand.ts';
import type { Article, Evidence } from '../model.ts';
import { correctedIn } from './corrected.ts';
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
  const withdrawn = correctedIn(articles, evidence).union(
    takenBackIn(
      articles.flatMap(({ id, published, fetched }) =>
        (evidence.get(id)?.figures ?? []).map((figure) => ({ figure, at: published ?? fetched })),
      ),
    ),
  );
  const judge = createJudge(question, index, newest, { evidence, withdrawn, names, topic, isName: vocabulary.isName });
  const sought = [...topic, ...[...named].map((term) => ({ term, share: 1 }))];
  return passagesFor(sought, index)
    .slice(0, LOOKED_AT)
    .filter(({ indexed, at }) => !bait.has(indexed) && isTellable(indexed.sentences[at]?.text ?? ''))
    .map(judge)
    .toSorted((a, b) => b.worth - a.worth);
}
