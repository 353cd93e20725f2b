/** How far, how long and how often: what each of these lets through, and what it does not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { createHandlers } from '../../src/commands/handlers.ts';
import { REGISTRY } from '../../src/commands/registry.ts';
import { ModelError } from '../../src/errors.ts';
import { article } from '../samples.ts';
import { shown } from '../stage.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import { ada, DAY, type Desk, HOUR, NOON, openDesk } from './desk.ts';

let app: App;
let clock: VirtualClock;
let desk: Desk;
const ago = (milliseconds: number): string => new Date(Date.parse(NOON) - milliseconds).toISOString();
const say = (line: string): Promise<string> => desk.say(line);
const told = (name: string, text: string, at: string = NOON) =>
  article(name, text, { url: `https://news.example/${name}`, title: `News ${name}`, published: at, fetched: at });
const LEASE = told('lease', 'Oslund Cloud has leased a data centre with 64 megawatts of capacity in Aldmoor.');

beforeEach(async () => {
  desk = await openDesk();
  ({ app, clock } = desk);
});
afterEach(() => app.close());

describe('a question', () => {
  const ASKED = 'how many turbines will Brannock Energy order?';

  it('is read out of the articles of a year', async () => {
    const order = (name: string, turbines: number, at: string) =>
      desk.bring([told(name, `Brannock Energy will order ${turbines} turbines for its plant in Ohio.`, at)], at);
    await order('within', 41, ago(364 * DAY));
    await order('beyond', 87, ago(366 * DAY));
    const answer = await say(`ask ${ASKED}`);
    expect(answer).toContain('41 turbines');
    expect(answer).not.toContain('87');
  });

  it('is read out of sixteen articles, of which the best match need not be the one that tells', async () => {
    await desk.bring([
      told('tells', 'Brannock Energy will order 41 turbines, its owner said while it talked of rivers and birds.'),
      ...Array.from({ length: 15 }, (_, n) =>
        told(`beside-${n}`, `Brannock Energy has turbines. Turbines of Brannock Energy turn in village ${n}.`),
      ),
    ]);
    const asked: number[] = [];
    const { many } = app.store.evidence;
    Object.assign(app.store.evidence, {
      many: (ids: readonly string[]) => {
        asked.push(ids.length);
        return many(ids);
      },
    });
    expect(await say(`ask ${ASKED}`)).toContain('41 turbines');
    for (let n = 15; n < 30; n += 1)
      await desk.bring([told(`beside-${n}`, `Turbines of Brannock Energy stand in village ${n}.`)]);
    await say(`ask ${ASKED}`);
    expect(asked).toEqual([16, 16]);
  });

  it('that leans on the one before finds it for an hour', async () => {
    await say(`ask ${ASKED}`);
    const kept = (after: number) =>
      app.store.threads.get('ask:fake:acme:infra:ada', new Date(Date.parse(NOON) + after));
    expect(await kept(HOUR - 1)).toBe(ASKED);
    expect(await kept(HOUR)).toBeNull();
  });

  it('goes to a model twenty-five times a day for each person', async () => {
    await desk.bring([told('tells', 'Brannock Energy will order 41 turbines for its plant in Ohio.')]);
    let calls = 0;
    const model = {
      name: 'm',
      complete: () => {
        calls += 1;
        return Promise.reject(new ModelError('server', 'away'));
      },
    };
    const prompt = { version: 'x', fill: () => ({ version: 'x', system: '', user: '' }) };
    const handlers = createHandlers(REGISTRY, { ...app.world, answerer: { model, prompt, repair: prompt } });
    const put = async () => shown((await handlers.text(ada, `ask ${ASKED}`)).document);
    const one = { requests: 24, inputTokens: 0, outputTokens: 0, micros: 0 };
    await app.store.budget.add('questions fake:acme ada', NOON.slice(0, 10), one);
    expect(await put()).not.toContain('used up');
    expect(await put()).toContain('your 25 questions to the model are used up until tomorrow');
    expect(calls).toBe(1);
    await clock.advance(DAY);
    expect(await put()).not.toContain('used up');
    expect(calls).toBe(2);
  });
});

describe('what somebody looked at', () => {
  it('is “the last debrief” for a day', async () => {
    await desk.bring([LEASE]);
    await say('latest');
    const both = async () => `${await say('story 1')} ${await say('story 2')}`;
    const more = new Date(Date.parse(NOON) + HOUR).toISOString();
    await clock.advance(HOUR);
    const supply = 'Tallow Energy will supply 2.4 gigawatts of electricity to the data centres of Corrie Data.';
    await desk.bring([told('supply', supply, more)], more);
    await clock.advance(22 * HOUR);
    expect(await both()).not.toContain('Tallow');
    // Each look begins the day anew.
    await clock.advance(25 * HOUR);
    expect(await both()).not.toContain('64 megawatts');
  });
});

describe('what is one’s own', () => {
  it('is what a workspace spent: never another’s, nor the machine’s', async () => {
    const spent = (requests: number) => ({
      requests,
      inputTokens: requests * 1_000,
      outputTokens: 10,
      micros: requests,
    });
    for (const [scope, requests] of [
      ['questions fake:acme', 3],
      ['questions fake:rival', 41],
      ['questions fake:acme2', 57],
      ['edition of-the-rival', 77],
      ['all', 99],
    ] as const)
      await app.store.budget.add(scope, NOON.slice(0, 10), spent(requests));
    const model = { name: 'm', complete: () => Promise.reject(new ModelError('server', 'away')) };
    const handlers = createHandlers(REGISTRY, { ...app.world, model });
    const usage = shown((await handlers.text(ada, 'usage')).document);
    expect(usage).toMatch(/\b3\b/);
    expect(usage).toMatch(/3,000/);
    expect(usage).not.toMatch(/41|57|77|99/);
  });

  it('is no feed at all where the last was taken out: that is not the pack again', async () => {
    const choice = async () => app.world.pipeline.choiceOf('fake:acme', null);
    await say('help');
    expect((await choice()).feeds).toEqual([]);
    await app.store.feeds.unsubscribe('fake:acme', 'feed-grid');
    expect((await choice()).feeds).toEqual(['none']);
    await desk.bring([LEASE]);
    expect(await say('latest')).not.toContain('64 megawatts');
    expect(await say('figures oslund')).not.toContain('64 megawatts');
    await app.store.feeds.subscribe('fake:acme', 'feed-grid');
    expect(await say('figures oslund')).toContain('64');
  });
});

it('the next debrief that a channel shows is the one that is stored, by which it is posted', async () => {
  await say('channel schedule daily 9:00 UTC');
  const [{ id, nextDueAt } = { id: '', nextDueAt: null }] = await app.store.channels.list('fake:acme');
  expect(await say('channel show')).toContain('25 Nov 09:00');
  if (nextDueAt === null) throw new Error('nothing is due');
  await app.store.channels.reckon(id, nextDueAt, new Date('2026-12-19T09:00:00.000Z'), clock.now());
  const text = await say('channel show');
  expect(text).toContain('19 Dec 09:00');
  expect(text).not.toContain('25 Nov');
  await app.store.channels.reckon(id, '2026-12-19T09:00:00.000Z', new Date('2027-11-24T09:00:00.000Z'), clock.now());
  expect(await say('channel show')).toContain('24 Nov 2027 09:00');
});
