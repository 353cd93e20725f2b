import { describe, expect, it } from 'vitest';
import { filter } from '../../src/pipe/editions.ts';
import { type Print, readWeek } from './read.ts';

const { events, prints } = readWeek(new URL('june.txt', import.meta.url));

type Cite = { readonly article: string; readonly start: number; readonly end: number };
type Point = { readonly text: string; readonly cites: readonly Cite[] };
type Edition = {
  readonly at: string;
  readonly inShort: readonly Point[];
  readonly stories: readonly {
    readonly headline: string;
    readonly status: string;
    readonly change: string | null;
    readonly points: readonly Point[];
    readonly articles: readonly string[];
  }[];
};

async function editionsOf(articles: readonly Print[]): Promise<Edition[]> {
  const run = await filter.open({ at: '08:30', zone: 'UTC', from: '2026-06-01', to: '2026-06-08' });
  for (const { id, title, text, publisher, url, published, seen } of articles)
    await run.line({ id, title, text, publisher, url, published, seen });
  const lines: unknown = await run.end?.();
  return JSON.parse(JSON.stringify(lines));
}

describe('a week of June, with every habit of the news', () => {
  it('is told on time, with what became of it, and nothing that was taken back', { timeout: 120_000 }, async () => {
    const editions = await editionsOf(prints);
    const toldIn = (id: string): number =>
      editions.findIndex(({ stories }) => stories.some(({ articles }) => articles.includes(id)));
    const dueIn = ({ seen }: Print): number => editions.findIndex(({ at }) => Date.parse(at) >= Date.parse(seen));
    const of = (event: string): Print[] => prints.filter((print) => print.event === event);
    const late = events
      .filter(({ kind, weight }) => kind === 'event' && weight >= 2)
      .filter(({ id }) => {
        const [first] = of(id);
        const told = of(id).flatMap((each) => (toldIn(each.id) < 0 ? [] : [toldIn(each.id)]));
        return first === undefined || Math.min(...told) !== dueIn(first);
      });
    expect(late.map(({ title }) => title)).toEqual([]);

    const takenBack = prints.filter(({ kind }) => kind === 'correction' || kind === 'denial');
    expect(takenBack.filter((print) => toldIn(print.id) !== dueIn(print)).map(({ title }) => title)).toEqual([]);

    for (const { withdraws, seen } of takenBack) {
      const wrong = prints.flatMap((print) =>
        print.facts
          .filter(({ name }) => withdraws.includes(name))
          .map(({ sentence }) => `${print.id} ${sentence.slice(0, 60)}`),
      );
      const after = editions.filter(({ at }) => Date.parse(at) >= Date.parse(seen));
      const said = after.flatMap(({ inShort, stories }) =>
        [...inShort, ...stories.flatMap(({ points }) => points)].flatMap(({ text, cites }) =>
          cites.map(({ article }) => `${article} ${text.slice(0, 60)}`),
        ),
      );
      expect(said.filter((point) => wrong.includes(point))).toEqual([]);
    }
    const roundups = new Set(of('roundup').map(({ id }) => id));
    const updates = editions.flatMap(({ stories }) => stories.filter(({ status }) => status === 'update'));
    expect(updates.filter(({ articles }) => articles.some((id) => roundups.has(id)))).toEqual([]);
    expect(updates.map(({ change }) => change)).toContain('corrected: 12 years, not 20 years (Larkspur Cloud’s lease)');
  });
});
