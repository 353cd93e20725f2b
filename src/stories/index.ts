import { relevanceOf } from '../domain/relevance.ts';
import { wordsIn } from '../language/words.ts';
import type { Article, Evidence, LeftOut, Story, StoryArticle } from '../model.ts';
import { copySets } from './copies.ts';
import { groupAll, storyIdOf } from './group.ts';
import { noveltyOf, type Told, toldBefore } from './novelty.ts';
import { isStatement, voiceOf } from './publishers.ts';
import { quantitiesOf } from './quantities.ts';
import { rankOf } from './rank.ts';

export type { Told, ToldStory } from './novelty.ts';

export type TellOptions = {
  /** ISO 8601. */
  readonly now: string;
  /** What the debrief is over: a story without an article in `from <= published < to` is left out. Null: any time. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** Topic ids; empty for all of AI infrastructure; null to take the articles as they come. */
  readonly topics: readonly string[] | null;
  /** Earlier editions of this choice in time order, the last one last. */
  readonly told: readonly Told[];
  readonly follow: readonly string[];
  readonly mute: readonly string[];
};

/** How many reports, and how much of each, tell what a story is about. */
const REPORTS_READ = 3;
const LEAD_CHARACTERS = 500;

export type Telling = { readonly stories: readonly Story[]; readonly leftOut: readonly LeftOut[] };

const atOf = (article: Article): string => article.published ?? article.fetched;

/** The words of a list that a text has, whole words, any case. */
function named(list: readonly string[], text: string): string[] {
  const haystack = ` ${wordsIn(text)
    .map(({ text: word }) => word.toLowerCase().replace(/['’]s$/, ''))
    .join(' ')} `;
  return list.filter((entry) => {
    const needle = wordsIn(entry)
      .map(({ text: word }) => word.toLowerCase())
      .join(' ');
    return needle !== '' && haystack.includes(` ${needle} `);
  });
}

type Built = { readonly story: Story; readonly source: Article; readonly leftOut: string | null };

function build(
  members: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  options: TellOptions,
): Built | null {
  const { now, window, topics: wanted, told, follow, mute } = options;
  const sets = copySets(members, evidence);
  const copyOf = new Map(
    sets.flatMap(({ source, copies }) =>
      copies.map((copy) => [copy.article, { source, altered: copy.altered }] as const),
    ),
  );
  const inOrder = members.toSorted((a, b) => (atOf(a) < atOf(b) ? -1 : atOf(a) > atOf(b) ? 1 : 0));
  const own = inOrder.filter(({ id }) => !copyOf.has(id));
  const value = (article: Article): number =>
    (isStatement(article) ? 0 : 4) +
    Math.min(3, (evidence.get(article.id)?.figures.length ?? 0) / 4) +
    Math.min(2, (evidence.get(article.id)?.quotes.length ?? 0) / 2) +
    (article.origin === 'page' ? 1 : 0);
  const ranked = own.toSorted((a, b) => value(b) - value(a));
  const [source, ...others] = ranked;
  const [first] = inOrder;
  if (source === undefined || first === undefined) return null;
  const roles: StoryArticle[] = [
    ...ranked.map(
      (article): StoryArticle => ({
        article: article.id,
        role: isStatement(article) ? 'statement' : article === source ? 'source' : 'report',
        copyOf: null,
        altered: false,
      }),
    ),
    ...inOrder.flatMap(({ id }): StoryArticle[] => {
      const copy = copyOf.get(id);
      return copy === undefined ? [] : [{ article: id, role: 'copy', copyOf: copy.source, altered: copy.altered }];
    }),
  ];
  const voices = new Map<string, string>();
  for (const article of [source, ...others].filter((each) => each === source || !isStatement(each))) {
    if (!voices.has(voiceOf(article))) voices.set(voiceOf(article), article.publisher);
  }
  const publishers = [...voices.values()];
  const quantities = quantitiesOf(ranked, evidence, voiceOf);
  const before = toldBefore({ id: storyIdOf(first), articles: members.map(({ id }) => id) }, told);
  const id = before?.stories.at(0)?.id ?? storyIdOf(first);
  const novelty = noveltyOf({ id, articles: own }, evidence, told);
  const reports = ranked.slice(0, REPORTS_READ);
  const about = relevanceOf(
    reports.map(({ title }) => title).join('\n'),
    reports.map(({ text }) => text.slice(0, LEAD_CHARACTERS)).join('\n'),
  );
  const followed = named(follow, `${source.title}\n${source.text}`);
  const muted = named(mute, `${source.title}\n${source.text}`);
  const newest = inOrder.at(-1);
  const ageHours = newest === undefined ? null : (Date.parse(now) - Date.parse(atOf(newest))) / 3_600_000;
  const weighed = rankOf({ ...about, publishers: publishers.length, quantities, novelty, ageHours, followed });
  const recent =
    window === null || members.some((article) => atOf(article) >= window.from && atOf(article) < window.to);
  const chosen =
    wanted === null ||
    (wanted.length === 0 ? about.topics.length > 0 : about.topics.some((topic) => wanted.includes(topic)));
  const leftOut = !recent
    ? 'nothing of it was published in the window'
    : muted.length > 0
      ? `muted: ${muted.join(', ')}`
      : !chosen && followed.length === 0
        ? about.topics.length === 0
          ? 'not about AI infrastructure'
          : `about ${about.topics.join(', ')}, which this channel did not choose`
        : novelty.state === 'known'
          ? 'nothing new since it was told'
          : null;
  return {
    story: { id, articles: roles, publishers, topics: about.topics, quantities, novelty, ...weighed },
    source,
    leftOut,
  };
}

/**
 * The stories that these articles tell, weightiest first, and what was left out with the reason. What is seen is all there is: sources,
 * publishers, witnesses and ranks are of the given articles alone.
 */
export function tell(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  options: TellOptions,
): Telling {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const built = groupAll(articles).flatMap(({ items }) => {
    const members = items.map((id) => byId.get(id)).filter((article) => article !== undefined);
    return build(members, evidence, options) ?? [];
  });
  const inOrder = built.toSorted((a, b) => b.story.rank - a.story.rank || (a.story.id < b.story.id ? -1 : 1));
  return {
    stories: inOrder.filter(({ leftOut }) => leftOut === null).map(({ story }) => story),
    leftOut: inOrder.flatMap(({ story, source, leftOut }) =>
      leftOut === null ? [] : [{ story: story.id, title: source.title, url: source.url, reason: leftOut }],
    ),
  };
}
