import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model.ts';
import { type TellOptions, tell } from '../../src/stories/index.ts';
import { article, articleOf, evidenceOf, hour } from './article.ts';
import { PRESS } from './press.ts';

const USUAL = { now: hour(24), topics: [], told: [], follow: [], mute: [] };

const telling = (articles: readonly Article[], options: Partial<TellOptions> = {}) =>
  tell(articles, evidenceOf(articles), { ...USUAL, fresh: new Set(articles.map(({ id }) => id)), ...options });

const CUP = article({
  publisher: 'Sports Page',
  title: 'Rovers win the cup in extra time',
  text: 'The Rovers won the cup on Sunday before 40,000 people. Their captain scored twice.',
});
const LEASE = PRESS.filter(({ event }) => event === 'northwind ohio').map(articleOf);
const PRICE = PRESS.filter(({ event }) => event === 'power price').map(articleOf);

describe('what a debrief is about', () => {
  it('leaves out what is not AI infrastructure, and says why', () => {
    const { stories, leftOut } = telling([...LEASE, CUP]);
    expect(stories).toHaveLength(1);
    expect(leftOut).toEqual([
      { story: expect.any(String), title: CUP.title, url: CUP.url, reason: 'not about AI infrastructure' },
    ]);
  });

  it('takes every article where a caller asks for no topic', () => {
    expect(telling([CUP], { topics: null }).stories).toHaveLength(1);
  });

  it('keeps to the topics that were chosen', () => {
    expect(telling([...LEASE, ...PRICE], { topics: ['chips'] }).stories).toEqual([]);
    expect(telling([...LEASE, ...PRICE], { topics: ['power'] }).stories.length).toBeGreaterThan(0);
  });

  it('says nothing of what nothing came of since', () => {
    const { stories, leftOut } = telling(LEASE, { fresh: new Set() });
    expect(stories).toEqual([]);
    expect(leftOut).toEqual([]);
  });

  it('leaves out what is muted, and lets in what is followed', () => {
    expect(telling(LEASE, { mute: ['Northwind'] }).leftOut[0]?.reason).toBe('muted: Northwind');
    expect(telling([CUP], { follow: ['Rovers'] }).stories).toHaveLength(1);
  });
});

describe('what leads', () => {
  it('puts a story of three publishers before that of one', () => {
    const alone = article({
      publisher: 'Rackline',
      title: 'A data centre opens in Umea',
      text: 'A data centre opened in Umea.',
    });
    const [first] = telling([alone, ...LEASE]).stories;
    expect(first?.publishers).toEqual(expect.arrayContaining(['Grid Weekly', 'Harbour Ledger', 'Rackline']));
  });

  it('puts what a channel follows first', () => {
    const alone = article({
      publisher: 'Rackline',
      title: 'A data centre opens in Umea',
      text: 'A data centre opened in Umea.',
    });
    const [first] = telling([alone, ...PRICE], { follow: ['Umea'] }).stories;
    expect(first?.articles[0]?.article).toBe(alone.id);
  });

  it('keeps the reasons, which add up to the rank', () => {
    for (const { rank, reasons } of telling([...LEASE, ...PRICE]).stories) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(rank, 5);
      expect(reasons.map(({ what }) => what)).toContain('not told before');
    }
  });
});

describe('whose word it is', () => {
  const [first] = LEASE;
  if (first === undefined) throw new Error('the press tells of it');

  it('counts copies for nothing, and lists them behind the reports', () => {
    const longer = `${first.text} The council meets again in May, and farmers along the river have asked for a share of the rent.`;
    const original = article({ ...first, id: 'original', text: longer, publisher: 'Grid Weekly' });
    const copy = article({ ...first, id: 'copy', text: longer, publisher: 'Fairfield Post', published: hour(9) });
    const [story] = telling([original, copy]).stories;
    expect(story?.publishers).toEqual(['Grid Weekly']);
    expect(story?.articles.map(({ role }) => role)).toEqual(['source', 'copy']);
  });

  it('takes a vendor about itself for a statement, no confirmation', () => {
    const own = article({
      publisher: 'CoreWeave',
      title: 'CoreWeave opens a data centre in Dallas',
      text: 'CoreWeave opened a data centre with 16,000 GPUs in Dallas today. It is our largest site in Texas.',
    });
    const report = article({
      publisher: 'Grid Weekly',
      title: 'CoreWeave opens data centre in Dallas',
      text: 'A data centre with 16,000 GPUs opened in Dallas today, the largest site of CoreWeave in Texas.',
    });
    const [story] = telling([own, report]).stories;
    expect(story?.articles.map(({ role }) => role)).toEqual(['source', 'statement']);
    expect(story?.publishers).toEqual(['Grid Weekly']);
    expect(telling([own]).stories[0]?.articles.map(({ role }) => role)).toEqual(['statement']);
  });

  it('is told over the given articles alone', () => {
    const [, second] = LEASE;
    const alone = telling(second === undefined ? [] : [second], { topics: null });
    expect(alone.stories[0]?.publishers).toEqual(['Harbour Ledger']);
  });
});

it('tells nothing of nothing', () => {
  expect(telling([])).toEqual({ stories: [], leftOut: [] });
});

describe('what belongs together', () => {
  it('joins reports of one morning that share a party and the number that they are about, in whatever words', () => {
    const articles = [
      article({
        title: 'Fjell Estates lets its site in Tarvik',
        text: 'A builder with one site has let all of it. Over 15 years, Fjell Estates will collect $4.7 billion from Veldt Compute.',
        publisher: 'Grid Weekly',
      }),
      article({
        title: 'Veldt takes 700 megawatts',
        text: 'Veldt Compute, which rents accelerators out, has signed for halls that Fjell Estates puts up. It will pay $4.70 billion over 15 years.',
        publisher: 'Rackline',
      }),
    ];
    const homes = telling([...articles, ...LEASE, ...PRICE]).stories.map((each) =>
      each.articles.map(({ article: id }) => id),
    );
    expect(homes).toContainEqual(expect.arrayContaining(articles.map(({ id }) => id)));
  });

  it('takes back the number that a title corrects, and not what else was said', () => {
    const first = article({
      title: 'Veldt’s sales rise 52%',
      text: 'Veldt Semiconductor said on Wednesday that revenue rose 52% to $4.7 billion. Sales to data centers were $3.9 billion.',
      publisher: 'Grid Weekly',
      published: hour(1),
    });
    const second = article({
      title: 'CORRECTED: Veldt’s data-center sales were $3.6 billion, not $3.9 billion',
      text: 'Veldt Semiconductor said on Wednesday that revenue rose 52% to $4.7 billion. Sales to data centers were $3.6 billion.',
      publisher: 'Grid Weekly',
      published: hour(3),
    });
    const [story] = telling([first, second]).stories;
    const taken = story?.withdrawn.flatMap(({ article: id, spans }) => spans.map(({ text }) => [id, text])) ?? [];
    expect(taken).toEqual([[first.id, 'Sales to data centers were $3.9 billion.']]);
  });

  it('takes back what a correction has another number for, though it does not say the wrong one again', () => {
    const first = article({
      title: 'Brask wins $740 million order',
      text: 'Brask Electric has won an order worth $740 million for switchgear at six data centers of Maro. It brings the backlog to $3.1 billion.',
      published: hour(1),
    });
    const second = article({
      title: 'Brask order: a correction',
      text: 'The order of Maro at Brask Electric is worth $470 million. An article here on Tuesday gave the wrong sum.',
      published: hour(3),
    });
    const [story] = telling([first, second]).stories;
    expect(story?.withdrawn.map(({ article: id, spans }) => [id, spans.length])).toEqual([[first.id, 1]]);
  });

  it('tells who will lead as something new, though the chief was told of', () => {
    const before = article({
      title: 'Brask’s chief steps down',
      text: 'Ana Roe has resigned as chief executive of Brask Networks, the maker of switches for AI clusters. The board will look for a successor.',
      publisher: 'Grid Weekly',
      published: hour(1),
    });
    const after = article({
      title: 'Brask names its finance chief as interim head',
      text: 'Jan Poe, chief financial officer of Brask Networks, will lead the switch maker until a chief executive is found.',
      publisher: 'Grid Weekly',
      published: hour(25),
    });
    const [story] = telling([before]).stories;
    if (story === undefined) throw new Error('expected a story');
    const told = {
      id: story.id,
      topics: story.topics,
      articles: [before.id],
      copies: [],
      quantities: [],
      headline: { text: before.title },
      points: [],
    };
    const [update] = telling([before, after], {
      now: hour(30),
      fresh: new Set([after.id]),
      told: [{ edition: 'first', stories: [told] }],
    }).stories;
    expect(update?.novelty.changes.map(({ span }) => span.article)).toEqual([after.id]);
  });
});
