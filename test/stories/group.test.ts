import { describe, expect, it } from 'vitest';
import { createGrouping, type Groupable, groupAll } from '../../src/stories/group.ts';
import { hour } from './article.ts';
import { PRESS, type Report } from './press.ts';

const groupable = (report: Report, place: number): Groupable => ({
  id: String(place),
  title: report.title,
  publisher: report.publisher,
  url: `https://news.example/${place}`,
  published: hour(report.hours),
  text: report.text,
});

const press = PRESS.map(groupable);

/** The events that each of the stories tells. */
const eventsOf = (stories: readonly { readonly items: readonly string[] }[]): string[][] =>
  stories.map(({ items }) => [...new Set(items.map((item) => PRESS[Number(item)]?.event ?? ''))]);

/** Whether these events are told as stories of their own. */
const apart = (...events: string[]): boolean =>
  eventsOf(groupAll(press)).every((story) => events.filter((event) => story.includes(event)).length < 2);

const storiesOf = (event: string): number => eventsOf(groupAll(press)).filter((story) => story.includes(event)).length;

const item = (
  id: string,
  title: string,
  text: string | null = null,
  published: string | null = hour(0),
): Groupable => ({
  id,
  title,
  publisher: null,
  url: `https://news.example/${id}`,
  published,
  text,
});

describe('one event is one story', () => {
  it.each([
    'northwind ohio',
    'helio q2',
    'helio q3',
    'tessera launch',
    'tessera recall',
    'moratorium fairfield',
    'moratorium loudon',
    'power price',
    'outage',
    'fire',
    'water rule',
    'restart',
    'small reactor',
    'training run',
    'aster deal',
    'cable',
    'cable cut',
  ])('tells %s once, whoever reports it', (event) => {
    expect(storiesOf(event)).toBe(1);
  });

  it('follows an event for days', () => {
    expect(storiesOf('merger')).toBe(1);
  });
});

describe('two events are two stories', () => {
  it.each([
    ['two data-centre deals of one company in one week', ['northwind ohio', 'northwind texas']],
    ['the results of one company in two quarters', ['helio q2', 'helio q3']],
    ['a launch and a recall by one chip maker', ['tessera launch', 'tessera recall']],
    ['two votes on data centres in two counties', ['moratorium fairfield', 'moratorium loudon']],
    ['two funding rounds on one day', ['funding corvid', 'funding brine']],
    ['two failures on one day', ['outage', 'fire']],
    ['two rules signed on one day', ['export rule', 'water rule']],
    ['a restart and an order of reactors', ['restart', 'small reactor']],
    ['a new cable and a cut one', ['cable', 'cable cut']],
    ['a contract and the results of its winner', ['aster deal', 'helio q3']],
    ['prices of two markets', ['gpu price', 'power price']],
    ['a training run and a contract of one lab', ['training run', 'aster deal']],
  ])('keeps %s apart', (_, events) => {
    expect(apart(...events)).toBe(true);
  });

  it('does not join a story that was over long ago', () => {
    const title = 'Marlow substation fire stops three server halls';
    const stories = groupAll([item('then', title), item('now', title, null, hour(24 * 30))]);
    expect(stories).toHaveLength(2);
  });

  it('keeps results of two quarters apart where no time is known', () => {
    const text = (quarter: string, revenue: string) =>
      `Ostara reported revenue of ${revenue} for the ${quarter} quarter, helped by demand for its liquid cooling units.`;
    const stories = groupAll([
      item('a', 'Ostara second-quarter revenue rises', text('second', '$410 million'), null),
      item('b', 'Ostara third-quarter revenue rises', text('third', '$455 million'), null),
    ]);
    expect(stories).toHaveLength(2);
  });
});

describe('how stories move', () => {
  it('keeps a name while its first article is in it', () => {
    const grouping = createGrouping();
    const [first, ...rest] = press.filter((_, place) => PRESS[place]?.event === 'northwind ohio');
    if (first === undefined) throw new Error('the press tells of it');
    const name = grouping.add(first);
    expect(rest.map((each) => grouping.add(each))).toEqual(rest.map(() => name));
  });

  it('gives the same stories after a restart, from the articles alone', () => {
    expect(groupAll(press)).toEqual(groupAll(press));
  });

  it('merges two stories once an article shows that they are one', () => {
    const stories = groupAll([
      item(
        'a',
        'Quillon plant closure shocks Ambry',
        'Quillon shuts its Ambry transformer works; 900 welders lose their posts.',
      ),
      item(
        'b',
        'Transformer shortage worsens as works go dark',
        'Grid builders wait longer for transformers after the welders of a works were sent home.',
        hour(1),
      ),
      item(
        'c',
        'Quillon closes Ambry transformer works, welders sent home',
        'The transformer works of Quillon in Ambry went dark; grid builders fear a shortage after 900 welders were sent home.',
        hour(2),
      ),
      item(
        'd',
        'Ambry transformer works of Quillon dark, shortage feared',
        'Grid builders fear a transformer shortage as the Quillon works in Ambry is shut and 900 welders were sent home.',
        hour(3),
      ),
    ]);
    expect(stories.some(({ items }) => ['a', 'c', 'd'].every((id) => items.includes(id)))).toBe(true);
  });

  it('takes titles alone, without times', () => {
    const stories = groupAll([
      item('a', 'Larch Cloud outage grounds airlines across Europe', null, null),
      item('b', 'Airlines grounded as Larch Cloud outage hits Europe', null, null),
      item('c', 'Peat bog in Finland to cool a server hall', null, null),
    ]);
    expect(stories.map(({ items }) => items)).toEqual([['a', 'b'], ['c']]);
  });

  it('is as wide as it is set', () => {
    const narrow = groupAll(press, { width: 0.1 }).length;
    const usual = groupAll(press).length;
    const wide = groupAll(press, { width: 0.9 }).length;
    expect(narrow).toBeGreaterThan(usual);
    expect(wide).toBeLessThan(usual);
  });

  it('is not upset by empty titles, odd times and endless words', () => {
    const odd = [item('a', ''), item('b', '…', '', 'yesterday'), item('c', 'x'.repeat(100_000), '"'.repeat(100_000))];
    expect(groupAll(odd)).toHaveLength(3);
  });
});
