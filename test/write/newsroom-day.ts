/** The bundled newsroom's articles as a debrief's input, without the web between them. */
import { mine } from '../../src/evidence/mine.ts';
import type { Article, Choice, Evidence } from '../../src/model.ts';
import { PUBLISHERS } from '../../src/newsroom/articles/index.ts';
import { edition } from '../../src/newsroom/edition.ts';
import { tell } from '../../src/stories/index.ts';
import type { WriteInput } from '../../src/write/index.ts';
import { article } from '../samples.ts';

export const NOW = '2026-11-24T08:30:00.000Z';

export const CHOICE: Choice = {
  feeds: [],
  topics: [],
  hours: 24,
  language: 'en',
  length: 'short',
  follow: [],
  mute: [],
};

/** Each article is mined once for all tests: the newsroom's are the same every time. Fuzzing brings ever new ones. */
const KEPT = 500;
const mined = new Map<string, Evidence>();
function evidenceOf(each: Article): Evidence {
  const key = JSON.stringify(each);
  const evidence = mined.get(key) ?? mine(each);
  if (mined.size >= KEPT) mined.clear();
  mined.set(key, evidence);
  return evidence;
}

export function inputOf(articles: readonly Article[], rest: Partial<WriteInput> = {}): WriteInput {
  const evidence = new Map<string, Evidence>(articles.map((each) => [each.id, evidenceOf(each)]));
  const window = { from: '2026-11-23T08:30:00.000Z', to: NOW };
  const fresh = new Set(articles.flatMap(({ id, published }) => ((published ?? NOW) >= window.from ? [id] : [])));
  const options = { now: NOW, fresh, topics: null, told: [], follow: [], mute: [] };
  const { stories, leftOut } = tell(articles, evidence, options);
  return {
    id: 'debrief-1',
    choice: CHOICE,
    purpose: 'edition',
    window,
    composedAt: NOW,
    stories,
    told: [],
    fresh,
    articles: new Map(articles.map((each) => [each.id, each])),
    evidence,
    outage: false,
    silent: [],
    leftOut,
    ...rest,
  };
}

/** Three days of ten publishers, the last of them told. */
export function newsroomArticles(): Article[] {
  return PUBLISHERS.flatMap((publisher) =>
    edition(publisher, new Date(NOW), false).map(({ path, title, text, published, piece }) =>
      article(path, text.trim(), {
        url: `https://${publisher.id}.example${path}`,
        title,
        publisher: publisher.name,
        published: published.toISOString(),
        author: piece.author ?? null,
      }),
    ),
  );
}
