import { describe, expect, it } from 'vitest';
import { type Learned, learnedOf } from '../../src/learned/trees.ts';
import kin from '../../src/stories/kin/model.json' with { type: 'json' };
import { TRAITS as KIN } from '../../src/stories/kin/traits.ts';
import news from '../../src/stories/news/model.json' with { type: 'json' };
import { TRAITS as NEWS } from '../../src/stories/news/traits.ts';
import roundup from '../../src/stories/roundup/model.json' with { type: 'json' };
import { isRoundup } from '../../src/stories/roundup/roundup.ts';
import { deskOf, TRAITS as ROUNDUP } from '../../src/stories/roundup/traits.ts';
import { look } from './mornings.ts';
import { fingerprint, UNSEEN, weekOf } from './weeks.ts';

describe('what was learned of stories', () => {
  it.each([
    ['kin', kin, KIN],
    ['news', news, NEWS],
    ['roundup', roundup, ROUNDUP],
  ])(
    'of %s comes from the weeks that stand here, and asks for traits that there are: else run train.ts',
    (_, stored, traits) => {
      expect(stored.weeks).toBe(fingerprint());
      const names = traits.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(stored.traits));
    },
  );
});

describe('weeks that nothing was learned from', () => {
  const weeks = UNSEEN.map((name) => ({ all: weekOf(name), seen: look(name, weekOf(name)) }));
  /** The model over rows of traits in their order. */
  const over = (stored: typeof kin, traits: readonly { readonly name: string }[]): Learned<readonly number[]> =>
    learnedOf(
      stored,
      traits.map(({ name }, n) => ({ name, of: (row: readonly number[]) => row[n] ?? 0 })),
    );
  const share = (found: number, of: number): number => found / Math.max(1, of);

  it('join what follows to its event, and little else', () => {
    const model = over(kin, KIN);
    const children = weeks.flatMap(({ seen }) => [...Map.groupBy(seen.pairs, ({ child }) => child).values()]);
    const joined = children.flatMap((own) => {
      const [best] = own.map((pair) => ({ pair, worth: model.of(pair.traits) })).sort((a, b) => b.worth - a.worth);
      return best !== undefined && best.worth >= 0 ? [best.pair] : [];
    });
    const right = joined.filter(({ is }) => is).length;
    expect(share(right, children.filter((own) => own.some(({ is }) => is)).length)).toBeGreaterThan(0.9);
    expect(share(joined.length - right, joined.length)).toBeLessThan(0.12);
  });

  it('tell what is news again and again, and what is told again seldom', () => {
    const model = over(news, NEWS);
    const follows = weeks.flatMap(({ seen }) => seen.follows);
    const isNews = ({ lines }: (typeof follows)[number]): boolean => lines.some(({ traits }) => model.of(traits) >= 0);
    const [fresh, told] = [follows.filter((one) => one.isNews), follows.filter((one) => !one.isNews)];
    expect(share(fresh.filter(isNews).length, fresh.length)).toBeGreaterThan(0.9);
    expect(share(told.filter(isNews).length, told.length)).toBeLessThan(0.5);
  });

  it('know what sums up others from reports', () => {
    const judged = weeks.flatMap(({ all }) => {
      const desk = deskOf(all.map(({ article }) => article));
      return all.flatMap(({ article, kind }) =>
        kind === 'noise' ? [] : [{ is: kind === 'roundup', found: isRoundup(article, desk) }],
      );
    });
    const [sums, reports] = [judged.filter(({ is }) => is), judged.filter(({ is }) => !is)];
    expect(share(sums.filter(({ found }) => found).length, sums.length)).toBeGreaterThan(0.85);
    expect(share(reports.filter(({ found }) => found).length, reports.length)).toBeLessThan(0.04);
  });
});
