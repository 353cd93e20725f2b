import { contentOf } from '../../domain/same-figure.ts';
import { STOP_WORDS, wordTextsIn } from '../../language/words.ts';
import type { Article, Evidence, Figure, StoryBrief, Verified } from '../../model.ts';
import { numbersIn } from '../substance.ts';

/** A story as it was told: what was said of it, with which figures, from which articles. */
export type ToldStory = Pick<StoryBrief, 'id' | 'topics' | 'articles' | 'copies' | 'quantities'> & {
  readonly headline: { readonly text: string };
  readonly points: readonly { readonly text: string }[];
};

/** What stands in this share of a story's sentences (its names, its place) says nothing new or old. */
const CONSTANT = 1 / 3;

/** So many words are looked through for one that is near another. */
const FORMS = 5000;

/** The words of a text, in lower case, without stop words and numbers. */
export const formsIn = (text: string): string[] =>
  wordTextsIn(text.toLowerCase()).filter((word) => !STOP_WORDS.has(word) && !/^\d/u.test(word));

/** What is known of a story already: what was told of it, and all that stood in the articles that it was told from. */
export type Known = {
  readonly articles: ReadonlySet<string>;
  readonly publishers: ReadonlySet<string>;
  /** When the first and the last of these articles were published, ISO 8601; empty where none is in sight. */
  readonly first: string;
  readonly last: string;
  /** What each sentence says; grown by what today's articles bring. */
  readonly sentences: ReadonlySet<string>[];
  readonly words: ReadonlySet<string>;
  /** The words themselves, in lower case, without stop words. */
  readonly forms: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
  readonly told: readonly Verified<Figure>[];
  readonly figures: Verified<Figure>[];
  /** The numbers that were told, as they are written. */
  readonly numbers: ReadonlySet<string>;
};

function constantsOf(sentences: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(2, sentences.length * CONSTANT);
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}

/** Of what was told of a story, and of its articles that came before today. */
export function knownOf(
  stories: readonly ToldStory[],
  before: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
): Known {
  const articles = new Set([
    ...before.map(({ id }) => id),
    ...stories.flatMap(({ articles, copies }) => [...articles, ...copies]),
  ]);
  const mined = [...articles].flatMap((id) => evidence.get(id) ?? []);
  const points = stories.flatMap(({ headline, points }) => [headline, ...points]);
  const told = stories.flatMap(({ quantities }) =>
    quantities.flatMap(({ witnesses, differences }) => [...differences.map(({ figure }) => figure), ...witnesses]),
  );
  const texts = [
    ...points.map(({ text }) => text),
    ...mined.flatMap((each) => each.sentences.map(({ text }) => text)),
    ...before.map(({ title }) => title),
  ];
  const sentences = texts.map(contentOf);
  const times = before.map(({ published, fetched }) => published ?? fetched).toSorted();
  return {
    articles,
    publishers: new Set(before.map(({ publisher }) => publisher)),
    first: times[0] ?? '',
    last: times.at(-1) ?? '',
    sentences,
    words: new Set(sentences.flatMap((sentence) => [...sentence])),
    forms: new Set(texts.flatMap(formsIn).slice(0, FORMS)),
    constants: constantsOf(sentences),
    told,
    figures: [...told, ...mined.flatMap(({ figures }) => figures)],
    numbers: numbersIn(mined.flatMap((each) => each.sentences.map(({ text }) => text)).join('\n')),
  };
}
