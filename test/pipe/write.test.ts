import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UsageError } from '../../src/errors.ts';
import { filter } from '../../src/pipe/write.ts';

const Cite = z.object({
  article: z.union([z.string(), z.number()]),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
const Point = z.object({ text: z.string(), cites: z.array(Cite) });
const Line = z.object({
  headline: z.string().nullable(),
  inShort: z.array(Point),
  stories: z.array(z.object({ headline: z.string(), points: z.array(Point), publishers: z.number() })),
  figures: z.array(Cite.loose()),
  quotes: z.array(Cite.loose()),
  dropped: z.array(z.unknown()),
});

const ARTICLES = [
  {
    id: 7,
    title: 'Northwind leases 2.4 gigawatts in Ohio',
    url: 'https://grid.example/2026/11/24/lease',
    text: 'Northwind Cloud will lease 2.4 gigawatts of power in Ohio through 2036. The supply starts with 600 megawatts in 2027.',
  },
  {
    id: 'old',
    title: 'Helio opens a hall in Reno',
    url: 'https://grid.example/2019/03/02/hall',
    text: 'Helio opened its first hall in Reno on Saturday with 4,000 accelerators from three makers.',
  },
];

async function written(options: Record<string, string>, articles: readonly object[] = ARTICLES) {
  const run = await filter.open(options);
  for (const article of articles) await run.line(article);
  return z.array(Line).parse(await run.end?.())[0];
}

describe('articles through the write filter', () => {
  it('become one debrief whose every span is exact, under the ids that came in', async () => {
    const debrief = await written({});
    const texts = new Map(ARTICLES.map(({ id, text }) => [id, text]));
    const cites = [...(debrief?.inShort ?? []), ...(debrief?.stories.flatMap(({ points }) => points) ?? [])];
    expect(cites.length).toBeGreaterThan(0);
    for (const cite of [...cites.flatMap((point) => point.cites), ...(debrief?.figures ?? [])]) {
      expect(texts.get(cite.article === 7 ? 7 : 'old')?.slice(cite.start, cite.end)).toBe(cite.text);
    }
  });

  it('come with the news before what an address dates years back', async () => {
    expect((await written({ points: '1' }))?.inShort[0]?.text).toContain('2.4 gigawatts');
  });

  it('are as many stories without an address as with one', async () => {
    const published = '2026-11-24T08:00:00Z';
    const bare = [
      { id: 1, title: 'Corvane opens a hall', text: 'Corvane opened a hall of 30 megawatts in Lund on Monday.' },
      { id: 2, title: 'Prices of memory rise', text: 'Makers of memory raised prices by 8%, Brack Research said.' },
      { id: 3, title: 'Court bars a gas plant', text: 'A court barred Ostra Power from burning gas near Riga.' },
    ].map((article) => ({ ...article, published }));
    const debrief = await written({ points: '3' }, bare);
    expect(debrief?.stories).toHaveLength(3);
    expect(debrief?.inShort).toHaveLength(3);
  });

  it('tell what results are, and whose, before that they are out', async () => {
    const text =
      'Corvane Cooling, which makes pumps for data centres, today reported results for the first quarter of its fiscal year 2027. Net sales rose 22% to €412 million in the quarter.';
    const release = { id: 1, title: 'Corvane Cooling reports first quarter', text, published: '2026-11-24T08:00:00Z' };
    expect((await written({ points: '1' }, [release]))?.inShort[0]?.text).toBe(
      'Corvane Cooling: net sales rose 22% to €412 million in the quarter.',
    );
  });

  it('keep to the bounds', async () => {
    const debrief = await written({ points: '3', characters: '100' });
    expect(debrief?.inShort.map(({ text }) => text).join('').length).toBeLessThanOrEqual(100);
  });

  it('may be none, and then nothing is told', async () => {
    expect(await written({}, [])).toMatchObject({ headline: null, inShort: [], stories: [] });
  });

  it('are not read with bounds that are none', () => {
    expect(() => filter.open({ points: 'many' })).toThrow(UsageError);
    expect(() => filter.open({ characters: '0' })).toThrow(/--characters/);
  });
});
