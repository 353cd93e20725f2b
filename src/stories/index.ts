import { fieldName } from '../domain/in-use.ts';
import { wordsIn } from '../language/words.ts';
import type { Article, Evidence, LeftOut, Story } from '../model.ts';
import { withActors } from './actors.ts';
import { type Assembled, aboutOf, assemble } from './assemble.ts';
import { eventsOf } from './events.ts';
import { noReport } from './genre.ts';
import type { Told } from './novelty.ts';
import { deskOf } from './roundup/traits.ts';
import { withdrawalsAmong } from './withdrawals.ts';

export type { Told, ToldStory } from './novelty.ts';

export type TellOptions = {
  /** ISO 8601. */
  readonly now: string;
  /** Ids of the articles that the channel could not be told of before: a story without one is left out. */
  readonly fresh: ReadonlySet<string>;
  /** Topic ids; empty for all of the field; null to take the articles as they come. */
  readonly topics: readonly string[] | null;
  /** Earlier editions of this choice in time order, the last one last. */
  readonly told: readonly Told[];
  readonly follow: readonly string[];
  readonly mute: readonly string[];
};

export type Telling = { readonly stories: readonly Story[]; readonly leftOut: readonly LeftOut[] };

/** The words of a list that a text has, whole words, any case. */
function named(list: readonly string[], text: string): string[] {
  const plain = (part: string): string =>
    wordsIn(part)
      .map(({ text: word }) => word.toLowerCase().replace(/['’]s$/, ''))
      .join(' ');
  if (list.length === 0) return [];
  const haystack = ` ${plain(text)} `;
  return list.filter((entry) => plain(entry) !== '' && haystack.includes(` ${plain(entry)} `));
}

/** Why a story is not told, or null where it is. */
function reasonToLeaveOut(
  { story, source }: Assembled,
  followed: readonly string[],
  { topics: wanted, mute }: TellOptions,
): string | null {
  const muted = named(mute, `${source.title}\n${source.text}`);
  if (muted.length > 0) return `muted: ${muted.join(', ')}`;
  if (wanted !== null && followed.length === 0) {
    if (story.topics.length === 0) return `not about ${fieldName()}`;
    if (wanted.length > 0 && !story.topics.some((topic) => wanted.includes(topic))) {
      return `about ${story.topics.join(', ')}, which this channel did not choose`;
    }
  }
  return story.novelty.state === 'known' ? 'nothing new since it was told' : null;
}

/** The weightiest first; of two that weigh the same, the one that more publishers tell. */
const inOrder = (a: Story, b: Story): number =>
  b.rank - a.rank || b.publishers.length - a.publishers.length || (a.id < b.id ? -1 : 1);

/**
 * The stories that these articles tell, weightiest first, and what was left out with the reason. What is seen is all there is: sources,
 * publishers, witnesses and ranks are of the given articles alone. The first article of a story is its best source.
 */
export function tell(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  options: TellOptions,
): Telling {
  const { now, told, follow, fresh } = options;
  const desk = deskOf(articles);
  // Whoever takes articles as they come takes these too.
  const others = new Map(
    articles.flatMap((article) => {
      const reason = options.topics === null ? null : noReport(article, desk);
      return reason === null ? [] : [[article.id, { article, reason }] as const];
    }),
  );
  const reports = articles.filter(({ id }) => !others.has(id));
  const withdrawals = withdrawalsAmong(reports, evidence);
  const groups = eventsOf(reports, evidence, told, fresh, withdrawals);
  // What was told before is of the channel's field, whatever words today's report of it uses.
  const about = withActors(
    groups.map(({ members, earlier }) => {
      const own = aboutOf(members);
      const topics = own.topics.length > 0 ? own.topics : (earlier[0]?.story.topics ?? []);
      return { members, about: { ...own, topics } };
    }),
  );
  const assembled = groups.flatMap(({ members, earlier }, place) => {
    const subject = about[place];
    // What nothing came of is nobody's news, and no story left out.
    if (subject === undefined || !members.some(({ id }) => fresh.has(id))) return [];
    const followed = named(follow, members.map(({ title, text }) => `${title}\n${text}`).join('\n'));
    const made = assemble(members, evidence, { now, earlier, fresh, followed, about: subject, withdrawals });
    return [{ ...made, reason: reasonToLeaveOut(made, followed, options) }];
  });
  const ranked = assembled.toSorted((a, b) => inOrder(a.story, b.story));
  return {
    stories: ranked.filter(({ reason }) => reason === null).map(({ story }) => story),
    leftOut: [
      ...ranked.flatMap(({ story, source, reason }) =>
        reason === null ? [] : [{ story: story.id, title: source.title, url: source.url, reason }],
      ),
      ...Array.from(others.values()).flatMap(({ article: { id, title, url }, reason }) =>
        fresh.has(id) ? [{ story: id, title, url, reason }] : [],
      ),
    ],
  };
}
