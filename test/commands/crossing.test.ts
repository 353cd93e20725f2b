/**
 * Every door between a workspace and what is not its own. Whoever adds a command, a button, a form or a page is stopped here until it
 * is said how a stranger would try it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../adapters/web/index.ts';
import { type App, openApp } from '../../src/app.ts';
import { REGISTRY } from '../../src/commands/registry.ts';
import { readConfig } from '../../src/config.ts';
import { FetchError } from '../../src/errors.ts';
import { receiptPath } from '../../src/links/index.ts';
import type { Document } from '../../src/model.ts';
import { PAGES } from '../../src/pages/index.ts';
import { mine } from '../../src/pipeline/mine.ts';
import type { Context } from '../../src/ports/platform.ts';
import { TASKS } from '../../src/reader/tasks.ts';
import { startService } from '../../src/serve.ts';
import { servePages } from '../adapters/web/served.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { article, channel, choice, feed, quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const NOW = new Date('2026-11-24T13:30:00.000Z');
const SLOT = new Date('2026-11-24T07:30:00.000Z');

const ada: Context = {
  platform: 'fake',
  workspace: 'fake:acme',
  channel: 'vault',
  thread: null,
  user: { id: 'ada', name: 'Ada' },
  admin: true,
  owner: false,
};
const bob: Context = { ...ada, workspace: 'fake:rival', user: { id: 'bob', name: 'Bob' } };
/** Where the stranger says it: in a channel of the same name, and in a thread of the same message. */
const places: readonly Context[] = [
  bob,
  { ...bob, channel: null },
  { ...bob, thread: { channel: 'vault', message: 'm1', link: null } },
];

/** Words that stand in what is Acme's and nowhere else. */
const THEIRS = /\$777|quillhaven|venn\b|lattice|5 gigawatts|fake:acme|#treasury\b|64,000/i;

let app: App;
let folder: string;
let web: Web | null = null;
let platform: FakePlatform;
let edition = '';
let doubted = '';
let look = '';
let reportedAt = '';
let told = '';

const secret = article(
  'quillhaven',
  'Northwind Cloud will pay $777 million for 5 gigawatts of power at Quillhaven, Lattice Letter has learned.\n\n' +
    'The campus will open with 64,000 accelerators in 2029, according to plans that the company showed investors.\n\n' +
    '“We signed before anybody asked what it costs,” said Orla Venn, chief executive of Northwind Cloud.',
  { url: 'https://lattice.example/quillhaven', publisher: 'Lattice Letter', title: 'Northwind pays $777 million' },
);
const open = article(
  'lima',
  'Northwind Cloud leased 90 megawatts of data centre capacity in Lima, it said on Tuesday.',
  { url: 'https://grid.example/lima', publisher: 'Grid Weekly', title: 'Northwind leases 90 megawatts' },
);
const FOUND = { url: 'https://lattice.example/more.xml', title: 'Lattice more', site: null };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debrief-'));
  app = await openApp({
    config: readConfig({}),
    clock: virtualClock(NOW),
    log: quiet,
    random: () => 0.5,
    database: join(folder, 'debrief.sqlite'),
    origin: () => web?.origin ?? null,
    web: {
      get: ({ url }) => Promise.reject(new FetchError('dns', url, `${new URL(url).host}: no such host`)),
      close: async () => {},
    },
  });
  web = await servePages(app);
  platform = fakePlatform();
  app.platforms.push(platform);
  const { store, pipeline } = app;
  for (const id of ['fake:acme', 'fake:rival']) await store.workspaces.save({ id, platform: 'fake', name: null });
  await store.feeds.save(feed('grid'), NOW);
  await store.feeds.save(feed('lattice', { owner: 'fake:acme' }), NOW);
  for (const [one, by] of [
    [secret, 'feed-lattice'],
    [open, 'feed-grid'],
  ] as const) {
    await store.articles.save(one);
    await store.articles.brought(one.url, by, NOW);
  }
  await mine({ store, clock: app.world.clock, log: quiet, miner: TASKS });
  const own = { ...choice, feeds: ['feed-lattice'], topics: ['any'] };
  await store.channels.save(
    channel('vault', { name: '#treasury', choice: own, nextDueAt: '2026-11-25T07:30:00.000Z' }),
  );
  await app.handlers.text(ada, 'latest');
  edition = (await pipeline.compose(await pipeline.choiceOf('fake:acme', own), SLOT, 'edition')).id;
  for (const [id, slot, state] of [
    ['posted', SLOT, 'sent'],
    ['doubted', new Date(SLOT.getTime() - 86_400_000), 'unknown'],
  ] as const) {
    await store.deliveries.extra({ id, channel: 'fake:acme:vault', slot }, SLOT);
    const claim = await store.deliveries.claim(id, SLOT, 60_000);
    if (claim === null) throw new Error('not to be claimed');
    await store.deliveries.attach(claim, edition, SLOT, 60_000);
    await store.deliveries.settle(
      claim,
      state === 'sent'
        ? { state, reference: { channel: 'vault', message: 'm1', link: null } }
        : { state, reason: 'no answer came' },
    );
  }
  doubted = 'doubted';
  told = (await store.debriefs.get(edition))?.stories[0]?.id ?? '';
  look = (await store.looks.since('fake:acme', NOW)).find((id) => id !== edition) ?? '';
  await app.handlers.text(ada, 'report 64,000 accelerators');
  reportedAt = (await store.reports.list('fake:acme', 'open'))[0]?.at ?? '';
  await store.notes.set('feed-found:fake:acme:found', JSON.stringify(FOUND), null);
  await app.handlers.question({ ...ada, thread: { channel: 'vault', message: 'm1', link: null } }, 'who is Orla Venn?');
}, 60_000);
afterAll(async () => {
  await web?.stop();
  await app.close();
  await rm(folder, { recursive: true });
});

/** All that is Acme's, as it stands. */
async function theirs(): Promise<string> {
  const { store } = app;
  return JSON.stringify([
    await store.channels.list('fake:acme'),
    await store.feeds.visible('fake:acme'),
    await store.audit.list('fake:acme', 99),
    await store.reports.list('fake:acme', 'open'),
    await store.workspaces.admins('fake:acme'),
    await store.deliveries.get(doubted),
    await store.notes.get('feed-found:fake:acme:found'),
    platform.messages,
  ]);
}

let before = '';
beforeEach(async () => {
  before = await theirs();
});

/** What a stranger typed may be given back to him, and the host that he named; nothing else may be there. */
function without(shown: unknown, typed: string): string {
  const words = typed.split(' ').filter((word) => THEIRS.test(word));
  const hosts = words.flatMap((word) => (URL.canParse(word) ? [new URL(word).origin, new URL(word).host] : []));
  const given = [typed, ...words, ...hosts].filter((word) => word !== '');
  return given.reduce((text, word) => text.replaceAll(word, ''), JSON.stringify(shown));
}

async function holds(shown: unknown, typed = ''): Promise<void> {
  expect(without(shown, typed)).not.toMatch(THEIRS);
  expect(await theirs()).toBe(before);
}

/** How a stranger tries each command: words that would find what is Acme's. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  latest: ['latest', 'latest power', 'latest 2026-11-24'],
  story: ['story 1'],
  figures: ['figures northwind', 'figures power --unit GW', 'figures northwind --format csv'],
  trend: ['trend northwind power'],
  quotes: ['quotes northwind'],
  ask: ['ask what will Northwind pay?', 'ask and when?'],
  receipt: ['receipt 1'],
  why: ['why', 'why 1', 'why https://lattice.example/quillhaven', 'why Northwind pays'],
  report: ['report $777 million', 'report 64,000 accelerators'],
  page: ['page'],
  'links revoke': ['links revoke'],
  help: ['help', 'help channel'],
  'feeds list': ['feeds list'],
  'feeds add': ['feeds add https://lattice.example/feed.xml'],
  'feeds remove': ['feeds remove lattice', 'feeds remove https://lattice.example/feed.xml'],
  'feeds check': ['feeds check'],
  'feeds import': ['feeds import https://lattice.example/feed.xml'],
  'feeds export': ['feeds export'],
  channels: ['channels', 'channels --all'],
  'channel off': ['channel off --channel vault'],
  'channel show': ['channel show', 'channel show --channel vault'],
  'channel schedule': ['channel schedule daily 9:00 UTC', 'channel schedule daily 9:00 UTC --channel vault'],
  'channel topics': ['channel topics chips --channel vault'],
  'channel follow': ['channel follow Helio --channel vault'],
  'channel mute': ['channel mute Helio --channel vault'],
  'channel style': ['channel style long --channel vault'],
  'channel language': ['channel language en --channel vault'],
  'channel call': ['channel call --channel vault'],
  'channel pause': ['channel pause --channel vault'],
  'channel resume': ['channel resume --channel vault'],
  'channel holidays': ['channel holidays 2026-12-24 --channel vault'],
  preview: ['preview'],
  post: ['post', 'post --channel elsewhere'],
  republish: ['republish', 'republish --channel vault'],
  'admins list': ['admins list'],
  'admins add': ['admins add U1'],
  'admins remove': ['admins remove ada'],
  'admins handover': ['admins handover ada'],
  undo: ['undo', 'undo'],
  usage: ['usage'],
  audit: ['audit', 'audit --all'],
  export: ['export'],
  delete: ['delete', 'delete fake:acme', 'delete everything'],
};

const BUTTONS: Readonly<Record<string, () => readonly string[]>> = {
  'ask-admins': () => ['channel'],
  look: () => ['newest'],
  more: () => [edition, look],
  sources: () => [edition, look],
  figures: () => ['0::northwind', '0:GW:power'],
  'feed-add': () => ['found'],
  'feed-drop': () => ['found'],
  preview: () => ['fake:acme:vault'],
  'post-anyway': () => [doubted],
  'report-uphold': () => [reportedAt],
  'report-dismiss': () => [reportedAt],
};

/** How a stranger tries each page, below a root that is not Acme's. */
const TRIED: Readonly<Record<string, () => readonly string[]>> = {
  '/': () => [''],
  '/e/:name': () => [`e/${edition}`, `e/${edition}.md`, `e/${edition}.json`, `e/${look}`],
  '/a/:article/:at': () => [60, secret.text.length].map((end) => receiptPath({ article: secret.id, start: 0, end })),
  '/s/:id': () => [`s/${told}`],
  '/archive': () => ['archive', 'archive?topic=power'],
  '/search': () => ['figures', 'trend', 'quotes', 'ask'].map((kind) => `search?kind=${kind}&q=northwind`),
  '/feed/:format': () => ['feed/atom', 'feed/json'],
  '/feeds': () => ['feeds'],
  '/preview': () => ['preview'],
};

/** Where a page begins for whoever has a link. */
const rootOf = (address: string): string => address.replace(/^(.*?\/p\/[^/]+\/).*$/, '$1');
const textAt = async (address: string): Promise<string> => (await fetch(address)).text();

type Values = Readonly<Record<string, readonly string[]>>;
const FORMS: Readonly<Record<string, () => readonly (readonly [argument: string, values: Values])[]>> = {
  ask: () => [[edition, { question: ['what will Northwind pay?'] }]],
  schedule: () => [['fake:acme:vault', { channel: ['vault'], when: ['daily 9:00 UTC'] }]],
  'feed-new': () => [['', { address: ['https://lattice.example/feed.xml'] }]],
  report: () => [
    [edition, { what: ['$777 million'] }],
    [look, { what: ['64,000 accelerators'] }],
  ],
};

describe('every door asks whose it is', () => {
  it('knows every command, button, form and page that there is', () => {
    expect(Object.keys(COMMANDS).toSorted()).toEqual(
      REGISTRY.commands.map(({ spec }) => spec.path.join(' ')).toSorted(),
    );
    expect(Object.keys(BUTTONS).toSorted()).toEqual(REGISTRY.buttons.map(({ verb }) => verb).toSorted());
    expect(Object.keys(FORMS).toSorted()).toEqual(REGISTRY.forms.map(({ verb }) => verb).toSorted());
    expect(Object.keys(TRIED).toSorted()).toEqual(PAGES.map(({ path }) => path).toSorted());
  });

  it('knows every way in', () => {
    const ways =
      'action channelChanged channelsBack channelsLost command commands complete form home installed knows question removed submit talk text';
    expect(Object.keys(app.handlers).toSorted()).toEqual(ways.split(' '));
  });

  it('opens to its own: the same words and ids bring Acme what is Acme’s', async () => {
    const shown = [
      (await app.handlers.text(ada, 'figures northwind')).document,
      (await app.handlers.action(ada, `more:${edition}`)).document,
      (await app.handlers.action(ada, `sources:${look}`)).document,
    ];
    for (const document of shown) expect(JSON.stringify(document)).toMatch(THEIRS);
  });

  it.each(Object.entries(COMMANDS))('%s', async (_name, lines) => {
    for (const line of lines) {
      for (const context of places) {
        const { document } = await app.handlers.text(context, line);
        await holds(document, line);
      }
    }
  });

  it.each(
    REGISTRY.commands.flatMap(({ spec }) =>
      spec.options.filter(({ completes }) => completes).map(({ name }) => [spec.path.join(' '), name] as const),
    ),
  )('what %s offers for %s', async (path, option) => {
    for (const typed of ['', 'o', 'l', 'ven'])
      await holds(await app.handlers.complete(bob, path.split(' '), option, typed));
  });

  it.each(Object.entries(BUTTONS))('the button %s', async (verb, args) => {
    for (const argument of args()) {
      expect(argument).not.toBe('');
      for (const context of places) await holds((await app.handlers.action(context, `${verb}:${argument}`)).document);
    }
  });

  it.each(Object.entries(FORMS))('the form %s', async (verb, tries) => {
    for (const [argument, values] of tries()) {
      const id = argument === '' ? verb : `${verb}:${argument}`;
      for (const context of places) {
        await holds(await app.handlers.form(context, id), id);
        const typed = Object.values(values).flat()[0] ?? '';
        await holds(await app.handlers.submit(context, id, values), typed);
      }
    }
  });

  it('the home page, the welcome, and channels that come and go', async () => {
    for (const context of places) {
      await holds(await app.handlers.home(context));
      await holds(await app.handlers.installed(context, 'Rival'));
    }
    await app.handlers.channelsLost('fake:rival', new Map([['vault', 'archived']]));
    await app.handlers.channelsBack('fake:rival', ['vault']);
    await app.handlers.channelChanged('fake:rival', 'vault', { name: 'safe' });
    await app.handlers.channelChanged('fake:rival', 'vault', { address: 'safe' });
    await holds('');
    await app.handlers.removed('fake:rival');
    await holds('');
  });

  it('a question in a thread of the same name', async () => {
    for (const context of places)
      for (const ask of [app.handlers.question, app.handlers.talk])
        await holds((await ask(context, 'and what did she say?')).document);
  });

  it.each(Object.entries(TRIED))('the page %s', async (_path, tries) => {
    const ours = await app.world.links.of('fake:acme');
    const his = await app.world.links.of('fake:rival');
    if (ours === null || his === null || web === null) throw new Error('no pages are served');
    const admin = rootOf(his.pages('admin', 'vault', NOW));
    // His own pass with another's name on it, and a pass of Acme's for another thing.
    const [payload = '', mac = ''] = /\/p\/([^/]+)\//.exec(admin)?.[1]?.split('.') ?? [];
    const forged = payload.replace('rival', 'acme');
    expect(forged).not.toBe(payload);
    const roots = [
      `${web.origin}/`,
      admin,
      `${web.origin}/p/${forged}.${mac}/`,
      rootOf(ours.receipt(NOW)({ n: 1, url: open.url }, { article: open.id, start: 0, end: 9, text: '' })),
    ];
    for (const path of tries()) {
      expect(path).not.toContain('undefined');
      for (const root of roots) await holds(await textAt(`${root}${path}`), 'northwind');
    }
  });

  it('opens its pages to its own, and to nobody once the links are revoked', async () => {
    const ours = await app.world.links.of('fake:acme');
    if (ours === null) throw new Error('no pages are served');
    const root = ours.pages('admin', 'vault', NOW);
    const behind = [
      `${root}e/${edition}`,
      `${root}search?kind=figures&q=northwind`,
      `${root}preview`,
      `${root}feeds`,
      ours.edition(edition, 'vault', NOW),
      `${ours.edition(edition, 'vault', NOW)}.md`,
      ours.feed('vault', 'atom'),
      ours.receipt(NOW)({ n: 1, url: secret.url }, { article: secret.id, start: 0, end: 60, text: '' }),
    ];
    for (const address of behind) expect(await textAt(address), address).toMatch(THEIRS);
    await app.world.links.revoke('fake:acme');
    for (const address of behind) expect((await fetch(address)).status, address).toBe(403);
  });

  it('every page over HTTP', async () => {
    const folder = join(import.meta.dirname, '../../adapters/web');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const routes = texts.flatMap((text) => Array.from(text.matchAll(/\.get\('([^']+)'/g), ([, route = '']) => route));
    expect(routes.length).toBeGreaterThan(2);
    const schedule = () => ({ stop: async () => {} });
    const service = await startService(app, { platforms: [], show: null, schedule });
    const web = await startWeb({
      ...service,
      host: '127.0.0.1',
      port: 0,
      mounts: new Map(),
      pages: null,
      publicUrl: null,
    });
    try {
      for (const route of routes) await holds(await (await fetch(`${web.origin}${route}`)).text());
    } finally {
      await web.stop();
    }
  });
});

describe('what was reported as wrong', () => {
  const shows = async (document: Promise<Document> | Document): Promise<string> => JSON.stringify(await document);

  it('is behind no command, button or page of that workspace, and the audit says who settled it there', async () => {
    const behind = [
      (await app.handlers.text(ada, 'latest')).document,
      (await app.handlers.text(ada, 'story 1')).document,
      (await app.handlers.text(ada, 'preview')).document,
      (await app.handlers.action(ada, `more:${edition}`)).document,
      (await app.handlers.action(ada, `more:${look}`)).document,
      (await app.handlers.question(ada, 'how many accelerators will the Quillhaven campus open with?')).document,
      await app.handlers.home(ada),
    ];
    for (const document of behind) expect(await shows(document)).not.toContain('64,000');
    await app.handlers.action(ada, `report-dismiss:${reportedAt}`);
    expect(await shows((await app.handlers.action(ada, `more:${edition}`)).document)).toContain('64,000');
    expect((await app.store.audit.list('fake:acme', 1))[0]).toMatchObject({ user: 'Ada', action: 'report dismissed' });
  });

  it('is posted anyway by its own admin alone, under the name of its channel', async () => {
    expect((await app.handlers.action(ada, `post-anyway:${doubted}`)).ok).toBe(true);
    expect((await app.store.audit.list('fake:acme', 9)).map(({ action, detail }) => `${action}: ${detail}`)).toContain(
      'post anyway: #treasury',
    );
  });
});

describe('a workspace that takes the bot out', () => {
  const words = (): readonly string[] => {
    const database = new DatabaseSync(join(folder, 'debrief.sqlite'), { readOnly: true });
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    const found = tables.filter(({ name }) =>
      database
        .prepare(`select * from "${name}"`)
        .all()
        .some((row) => THEIRS.test(JSON.stringify(row))),
    );
    database.close();
    return found.map(({ name }) => String(name));
  };

  it('leaves no word of its own in any table, once the night has passed', async () => {
    await app.store.installations.put('fake:acme', 'sealed');
    expect(words().length).toBeGreaterThan(15);
    await app.store.workspaces.remove('fake:acme');
    await app.store.prune(new Date(NOW.getTime() + 2 * 86_400_000));
    expect(words()).toEqual([]);
  });
});
