/** Every method of the store, called once or more as the service does; a method that is missing here is an error of its type. */
import type { Store } from '../../../src/ports/store.ts';
import { article, channel, choice, debrief, feed, figure, quote } from '../../samples.ts';

export const NOW = new Date('2025-05-10T07:30:00.000Z');
const before = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const later = new Date(NOW.getTime() + 60_000);
const text = (at: Date) => at.toISOString();

/** As long as the lists that the service hands over are, or longer than one statement takes. */
const list = (prefix: string, count = 15) => Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);
const feeds = list('feed-');
const sight = { workspace: 'fake:w1', feeds };
const window = { feeds, from: before(2), to: NOW };
const fresh = article('fresh', 'Helio pays $1.2 billion for it. “It is a lot,” said Mara.', {
  published: text(before(1)),
  fetched: text(before(1)),
});
const past = { published: text(before(99)), fetched: text(before(99)) };
const old = article('old', 'Helio pays 3 GW. Nobody had asked.', past);
const replaced = article('old', 'Helio pays 4 GW. Nobody had asked.', past);
const about = { entities: ['e1'], topics: ['t1'], words: '', at: text(before(1)), weight: 1 };
const entryOf = (from: typeof fresh, amount: string) => ({
  ...{ figure: figure(from, amount), low: 1, high: 1, from: null, to: null, forecast: false },
  ...{ sentence: { start: 0, end: 9, text: from.text.slice(0, 9) }, ...about },
});
const item = { guid: 'g1', url: null, title: 'Helio', published: null, updated: null, author: null, html: null };
const facets = { guid: 'g1', page: 'p1', text: null, face: 'f1' };
const state = { key: 'k1', item, facets, odd: null };
const outcome = { url: 'u', line: 'l', note: null, headline: null, answered: 'a', pageHash: 'h', nextReadAt: null };
const claim = { edition: 'e500', attempt: 1 };
const figures = { sight, limit: 30, order: 'newest' } as const;

type Areas = Omit<Store, 'together' | 'prune' | 'close'>;
type Calls = {
  readonly [A in keyof Areas]: { readonly [M in keyof Areas[A]]: (area: Areas[A]) => Promise<unknown> };
};

const CALLS: Calls = {
  feeds: {
    save: (area) => area.save(feed('private', { owner: 'fake:w1' }), NOW),
    savePack: (area) => area.savePack([feed('grid')], NOW),
    seed: (area) => area.seed([feed('grid'), feed('power')], NOW),
    describe: (area) => area.describe('feed-1', { title: 't', site: null }),
    get: (area) => area.get('feed-1'),
    many: (area) => area.many(feeds),
    byUrl: (area) => area.byUrl('https://f1.example/'),
    move: (area) => area.move('feed-59', 'https://f58.example/'),
    pack: (area) => area.pack(),
    states: (area) => area.states(feeds),
    async saveState(area) {
      const states = await area.states(['feed-1', 'feed-2']);
      await area.saveState(...states);
    },
    due: (area) => area.due(NOW, 100),
    subscribe: (area) => area.subscribe('fake:w1', 'feed-1'),
    unsubscribe: (area) => area.unsubscribe('fake:w1', 'feed-1'),
    visible: (area) => area.visible('fake:w1'),
    users: (area) => area.users('feed-1'),
  },
  items: {
    known: (area) => area.known('feed-1', () => [{ key: 'k1', guid: 'g1', page: 'p1', face: 'f1' }]),
    add: (area) => area.add('feed-1', [{ ...state, key: 'new', skip: null }], NOW),
    addOld: (area) => area.addOld('feed-1', [{ key: 'old', item, page: 'p0', text: null }], NOW),
    listed: (area) => area.listed('feed-1', list('k'), NOW),
    change: (area) => area.change('feed-1', [state], NOW),
    due: (area) => area.due(NOW, 20),
    unread: async (area) => area.unread(await area.due(NOW, 20)),
    settle: (area) => area.settle('feed-1', 'k1', outcome),
    again: (area) => area.again([{ feed: 'feed-1', key: 'k1' }], NOW),
    pagesOf: (area) => area.pagesOf('feed-1'),
    linkingTo: (area) => area.linkingTo('p1'),
    answeredBy: (area) => area.answeredBy('a1'),
    withPage: (area) => area.withPage('h1'),
    notes: (area) => area.notes(feeds, before(7), 20),
    notesAt: (area) => area.notesAt('u1', feeds),
  },
  articles: {
    async save(area) {
      for (const one of [fresh, replaced, old]) await area.save(one);
    },
    async brought(area) {
      for (const one of [fresh, old]) await area.brought(one.url, 'feed-1', before(1));
    },
    retire: (area) => area.retire('https://news.example/1'),
    get: (area) => area.get('a1'),
    many: (area) => area.many(list('a')),
    newest: (area) => area.newest('https://news.example/1'),
    standing: (area) => area.standing('https://news.example/1', feeds),
    gathered: (area) => area.gathered({ ...window, oldest: before(14), limit: 500 }),
    window: (area) => area.window({ ...window, limit: 500 }),
    async search(area) {
      for (const words of ['helio', 'w1 v7', 'nowhere']) await area.search(words, { ...window, limit: 20 });
    },
  },
  copies: {
    sketch: (area) => area.sketch(fresh.id, [1, 2, 3], NOW),
    alike: (area) => area.alike([1000003, 2000006], 1, 20),
    settle: (area) => area.settle(list('a', 3), [{ article: 'a1', source: 'a2' }]),
  },
  evidence: {
    save: (area) => area.save({ article: fresh.id, sentences: [], figures: [], quotes: [] }, '1'),
    many: (area) => area.many(list('a')),
    quotes: (area) => area.quotes(list('a').map((id) => ({ ...fresh, id }))),
    async unmined(area) {
      await area.unmined('1', 50);
      await area.unmined('1', 1, 'a1');
    },
  },
  ledger: {
    async save(area) {
      await area.save(fresh.id, [entryOf(fresh, '$1.2 billion')], [{ quote: quote(fresh, 'It is a lot,'), ...about }]);
      for (const [one, amount] of [
        [old, '3 GW'],
        [replaced, '4 GW'],
      ] as const)
        await area.save(one.id, [entryOf(one, amount)], []);
    },
    async candidates(area) {
      await area.candidates({
        ...figures,
        order: 'weight',
        entities: ['e1', 'e2'],
        topics: ['t1'],
        from: before(30),
        to: NOW,
      });
    },
    verified: async (area) => area.verified((await area.candidates({ ...figures, entities: ['e1'] })).entries),
    async figures(area) {
      for (const order of ['newest', 'weight', 'oldest'] as const)
        await area.figures({ ...figures, order, from: before(7) });
      for (const order of ['newest', 'match'] as const) {
        await area.figures({ ...figures, order, entities: ['e1'], units: ['USD'] });
        await area.figures({ ...figures, order, words: 'w1 v7' });
        await area.figures({ ...figures, order, words: 'helio', topics: ['t1'] });
      }
    },
    async quotes(area) {
      for (const rest of [{ words: 'helio' }, { words: 'w1' }, { entities: ['e1'] }, {}])
        await area.quotes({ sight, limit: 20, ...rest });
    },
    speakers: (area) => area.speakers(sight, 'mara 1', 25),
  },
  reports: {
    add: (area) =>
      area.add({
        id: 'new',
        workspace: 'fake:w1',
        kind: 'figure',
        article: 'a1',
        start: 0,
        end: 9,
        reason: null,
        by: 'u',
        at: text(NOW),
        state: 'open',
      }),
    settle: (area) => area.settle('r1', 'upheld'),
    list: (area) => area.list('fake:w1', 'open'),
  },
  debriefs: {
    save: (area) => area.save(debrief('new', text(NOW))),
    get: (area) => area.get('d1'),
    opened: (area) => area.opened('d2'),
    last: (area) => area.last(choice, NOW, 10),
  },
  looks: {
    add: (area) => area.add({ workspace: 'fake:w1', reader: 'u1', debrief: 'd3', at: text(NOW) }),
    last: (area) => area.last('fake:w1', 'u1'),
    shown: (area) => area.shown('fake:w1', 'd1'),
    since: (area) => area.since('fake:w1', before(14)),
  },
  channels: {
    save: (area) => area.save(channel('new', { workspace: 'fake:w1' })),
    get: (area) => area.get('c1'),
    list: (area) => area.list('fake:w1'),
    all: (area) => area.all(),
    count: (area) => area.count(),
    due: (area) => area.due(NOW, 100),
    reckon: (area) => area.reckon('c1', text(before(1)), later, NOW),
    move: (area) => area.move('c119', channel('moved', { workspace: 'fake:w1' })),
    setState: (area) => area.setState('c2', 'paused', null),
  },
  deliveries: {
    open: (area) => area.open([{ id: 'new', channel: 'c1', slot: NOW, next: later, skip: null }], NOW),
    extra: (area) => area.extra({ id: 'extra', channel: 'c1', slot: later }, NOW),
    get: (area) => area.get('e1'),
    last: (area) => area.last('c1', 10),
    due: (area) => area.due(NOW, 100),
    claim: (area) => area.claim('e500', NOW, 60_000),
    renew: (area) => area.renew(claim, NOW, 60_000),
    attach: (area) => area.attach(claim, 'd1', NOW, 60_000),
    debrief: (area) => area.debrief('e1'),
    shown: (area) => area.shown('c1', NOW, 10),
    settle: (area) => area.settle(claim, { state: 'refused', reason: 'r' }),
    pulse: (area) => area.pulse(NOW),
    parts: (area) => area.parts('e1'),
    savePart: (area) => area.savePart(claim, { key: 'main', state: 'sent', reference: null, reason: null }),
    reopen: (area) => area.reopen('e1', NOW),
  },
  workspaces: {
    save: (area) => area.save({ id: 'fake:w1', platform: 'fake', name: null }),
    get: (area) => area.get('fake:w1'),
    list: (area) => area.list(),
    remove: (area) => area.remove('fake:w20'),
    admins: (area) => area.admins('fake:w1'),
    addAdmin: (area) => area.addAdmin('fake:w1', 'u2'),
    removeAdmin: (area) => area.removeAdmin('fake:w1', 'u2'),
  },
  installations: {
    put: (area) => area.put('fake:w1', 's'),
    get: (area) => area.get('fake:w1'),
    list: (area) => area.list(),
    remove: (area) => area.remove('fake:w1'),
  },
  audit: {
    add: (area) =>
      area.add({ workspace: 'fake:w1', at: text(NOW), user: 'u', userId: 'u1', action: 'a', detail: 'new', edits: [] }),
    list: (area) => area.list('fake:w1', 20),
    last: (area) => area.last('fake:w1', 'u1'),
    async undone(area) {
      const [entry] = await area.list('fake:w1', 1);
      if (entry !== undefined) await area.undone(entry, NOW);
    },
  },
  cache: { get: (area) => area.get('k1'), put: (area) => area.put('k1', 'v', later) },
  budget: {
    add: (area) => area.add('s1', '2025-05-10', { requests: 1, inputTokens: 1, outputTokens: 1, micros: 1 }),
    get: (area) => area.get('s1', '2025-05-10'),
    days: (area) => area.days('s1', '2025-05-01', '2025-05-10'),
  },
  threads: { get: (area) => area.get('k1', NOW), put: (area) => area.put('k1', 'c', later) },
  notes: {
    get: (area) => area.get('k1'),
    set: (area) => area.set('k1', 'v', later),
    once: (area) => area.once('k1', 'v', later),
    forget: (area) => area.forget('k1'),
  },
  leases: { take: (area) => area.take('l', 'h', NOW, 60_000), release: (area) => area.release('l', 'h') },
  turns: { take: (area) => area.take('l', NOW, 100, 1000) },
};

/** Calls them all, each after it is said which; at last what is done each night. */
export async function callAll(store: Store, onCall: (name: string) => Promise<void>): Promise<void> {
  const each = async <A extends keyof Areas>(area: A) => {
    for (const [method, call] of Object.entries<(area: Areas[A]) => Promise<unknown>>(CALLS[area])) {
      await onCall(`${area}.${method}`);
      await call(store[area]);
    }
  };
  for (const area of Object.keys(CALLS) as (keyof Areas)[]) await each(area);
  await onCall('prune');
  await store.prune(NOW, { textDays: 90, figuresDays: 120 });
  await onCall('end');
}
