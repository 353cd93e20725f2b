import { describe, expect, it } from 'vitest';
import { PUBLISHERS } from '../../src/newsroom/articles/index.ts';
import { edition } from '../../src/newsroom/edition.ts';
import { tell } from '../../src/stories/index.ts';
import { article, evidenceOf } from './article.ts';

const NOW = '2026-11-24T08:30:00.000Z';

const articles = PUBLISHERS.flatMap((publisher) =>
  edition(publisher, new Date(NOW), false).map(({ title, text, published, path }) =>
    article({ id: path, publisher: publisher.name, title, text: text.trim(), published: published.toISOString() }),
  ),
);
const titles = new Map(articles.map(({ id, title }) => [id, title]));
const { stories, leftOut } = tell(articles, evidenceOf(articles), {
  now: NOW,
  fresh: new Set(articles.map(({ id }) => id)),
  topics: [],
  told: [],
  follow: [],
  mute: [],
});
const about = (words: RegExp) =>
  stories.filter((story) => story.articles.some(({ article: id }) => words.test(titles.get(id) ?? '')));

describe('the bundled newsroom, told', () => {
  it('leads with the event that most publishers report, told once', () => {
    expect(about(/2\.4 (?:GW|gigawatts)/)).toEqual([stories[0]]);
    expect(stories[0]?.publishers.length).toBeGreaterThanOrEqual(4);
  });

  it('takes the printed wire text for copies, not for witnesses', () => {
    const [rule] = about(/licences for exports/);
    expect(rule?.articles.filter(({ role }) => role === 'copy')).toHaveLength(3);
    expect(rule?.publishers).toEqual(expect.arrayContaining(['Meridian Wire']));
  });

  it('quotes nothing from a copy that altered its quotes', () => {
    const [waits] = about(/large transformers/);
    expect(waits?.articles.map(({ role, altered }) => [role, altered])).toEqual([
      ['source', false],
      ['copy', true],
    ]);
  });

  it('shows that two papers differ about one plan', () => {
    const [plan] = about(/^Helio plans/);
    expect(plan?.quantities.flatMap(({ differences }) => differences.map(({ kind }) => kind))).toEqual([
      'disagreement',
    ]);
  });

  it('leaves sport, recipes and office parties out', () => {
    expect(leftOut.map(({ reason }) => reason)).toContain('not about AI infrastructure');
    expect(about(/sponsor|dinner|Stroopwafels/)).toEqual([]);
  });
});
