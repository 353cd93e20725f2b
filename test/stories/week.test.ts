import { describe, expect, it } from 'vitest';
import type { Article, Story } from '../../src/model.ts';
import { type Told, tell } from '../../src/stories/index.ts';
import { article, evidenceOf, hour } from './article.ts';

const DAY = 24;

const report = (day: number, publisher: string, title: string, text: string): Article =>
  article({ publisher, title, text, published: hour(day * DAY + 2) });

const WEEK: readonly Article[] = [
  report(
    0,
    'Grid Weekly',
    'Northwind leases 2.4 GW in Ohio',
    'Northwind Cloud will lease 2.4 GW of data-centre power near Lima, Ohio, through 2036. The price was not disclosed.',
  ),
  report(
    0,
    'Harbour Ledger',
    'Northwind takes 2.4 GW near Lima',
    'Northwind Cloud has leased 2.4 gigawatts for data centres near Lima in Ohio until 2036. It is a large deal.',
  ),
  // Tuesday: the same again by somebody else.
  report(
    1,
    'Rackline',
    'Lima lease of Northwind: 2.4 GW',
    'Near Lima, Ohio, Northwind Cloud will lease 2.4 GW of power for data centres through 2036.',
  ),
  // Wednesday: a figure that nobody had.
  report(
    2,
    'Harbour Ledger',
    'Northwind pays $6.1 billion for Lima power',
    'The Lima, Ohio lease of Northwind Cloud for data-centre power is worth $6.1 billion, a filing shows.',
  ),
  // Thursday: the figure changes.
  report(
    3,
    'Meridian Wire',
    'Northwind raises Lima lease to 3.1 GW',
    'Northwind Cloud raised its data-centre power lease near Lima, Ohio, to 3.1 GW from 2.4 GW.',
  ),
  // Friday: a decision.
  report(
    4,
    'Grid Weekly',
    'Ohio commission approves Northwind line near Lima',
    'The Ohio utilities commission approved the transmission line for the Northwind Cloud data centres near Lima.',
  ),
  // Saturday: a denial.
  report(
    5,
    'Rackline',
    'Northwind denies delay of Lima data centres',
    'Northwind Cloud denied that turbines for its Lima, Ohio data centres would come late.',
  ),
  // Sunday: nothing but old news.
  report(
    6,
    'Fairfield Post',
    'What we know of the Northwind lease near Lima',
    'Northwind Cloud raised its data-centre power lease near Lima, Ohio, to 3.1 GW from 2.4 GW.',
  ),
];

/** The mornings after the reports of each day, each debrief remembering those before. */
function week(
  reports: readonly Article[] = WEEK,
  length = 7,
): { readonly stories: readonly Story[]; readonly leftOut: readonly string[] }[] {
  const evidence = evidenceOf(reports);
  const told: Told[] = [];
  return Array.from({ length }, (_, day) => {
    const to = hour((day + 1) * DAY);
    const articles = reports.filter(({ published }) => published !== null && published < to);
    const { stories, leftOut } = tell(articles, evidence, {
      now: to,
      fresh: new Set(articles.filter(({ published }) => (published ?? to) >= hour(day * DAY)).map(({ id }) => id)),
      topics: [],
      told: [...told],
      follow: [],
      mute: [],
    });
    told.push({
      edition: `edition ${day}`,
      stories: stories.map((story) => ({
        id: story.id,
        headline: { text: articles.find(({ id }) => id === story.articles[0]?.article)?.title ?? '' },
        points: story.novelty.changes.map(({ span }) => ({ text: span.text })),
        topics: story.topics,
        articles: story.articles.filter(({ role }) => role !== 'copy').map(({ article: id }) => id),
        copies: story.articles.filter(({ role }) => role === 'copy').map(({ article: id }) => id),
        quantities: story.quantities,
      })),
    });
    return { stories, leftOut: leftOut.map(({ reason }) => reason) };
  });
}

describe('seven debriefs of a running story', () => {
  const days = week();
  const changes = (day: number) => days[day]?.stories.flatMap(({ novelty }) => novelty.changes) ?? [];

  it('tells it as new once', () => {
    expect(days.map(({ stories }) => stories.map(({ novelty }) => novelty.state))).toEqual([
      ['new'],
      [],
      ['update'],
      ['update'],
      ['update'],
      ['update'],
      [],
    ]);
  });

  it('leaves it out on days that brought nothing new, and says so', () => {
    expect(days[1]?.leftOut).toEqual(['nothing new since it was told']);
    expect(days[6]?.leftOut).toEqual(['nothing new since it was told']);
  });

  it('names what changed: a figure, another figure, a decision, a denial', () => {
    expect(changes(2).map(({ kind, now }) => [kind, now?.text])).toEqual([['figure', '$6.1 billion']]);
    expect(changes(3).map(({ kind, was, now }) => [kind, was?.value, now?.value])).toEqual([
      ['changed figure', 2.4, 3.1],
    ]);
    expect(changes(4).map(({ kind }) => kind)).toEqual(['decision']);
    expect(changes(5).map(({ kind }) => kind)).toEqual(['denial']);
  });

  it('takes a price in cents for no change of the billions that it is the price of', () => {
    const [, second] = week(
      [
        report(
          0,
          'Harbour Ledger',
          'Castor Data sells $6 billion of bonds',
          'Castor Data sold $6 billion of bonds for data centres.',
        ),
        report(
          1,
          'Grid Weekly',
          'Castor Data bonds slip',
          'Castor Data’s bonds for data centres slipped to 97 cents on Tuesday as two funds sold. Castor Data had sold $6 billion of them.',
        ),
      ],
      2,
    );
    const told = second?.stories.flatMap(({ novelty }) => novelty.changes) ?? [];
    expect(told.map(({ kind, was, now }) => [kind, was, now?.text])).toEqual([['figure', null, '97 cents']]);
  });

  it('repeats no point', () => {
    const points = days.flatMap((_, day) => changes(day).map(({ span }) => span.text));
    expect(new Set(points).size).toBe(points.length);
  });

  it('knows a story by what was told of it when its articles are out of sight', () => {
    const [first] = WEEK;
    const told: Told[] = [
      {
        edition: 'long ago',
        stories: [
          {
            id: 'lima',
            headline: { text: first?.title ?? '' },
            points: [{ text: first?.text ?? '' }],
            topics: ['power'],
            articles: ['forgotten'],
            copies: [],
            quantities: days[0]?.stories[0]?.quantities ?? [],
          },
        ],
      },
    ];
    const articles = WEEK.filter(({ title }) => title.includes('3.1 GW'));
    const [story] = tell(articles, evidenceOf(articles), {
      now: hour(100),
      fresh: new Set(articles.map(({ id }) => id)),
      topics: [],
      told,
      follow: [],
      mute: [],
    }).stories;
    expect(story?.id).toBe('lima');
    expect(story?.novelty.toldIn).toBe('long ago');
    expect(story?.novelty.changes.map(({ kind }) => kind)).toEqual(['changed figure']);
  });

  it('is one story all week, and says which edition told it last', () => {
    const stories = days.flatMap(({ stories }) => stories);
    expect(new Set(stories.map(({ id }) => id)).size).toBe(1);
    expect(stories.map(({ novelty }) => novelty.toldIn)).toEqual([
      null,
      'edition 0',
      'edition 2',
      'edition 3',
      'edition 4',
    ]);
  });
});
