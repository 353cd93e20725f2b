import { GatewayDispatchEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../../adapters/discord/render.ts';
import { asLabel, harmless } from '../../../adapters/discord/words.ts';
import { completed } from '../../../src/commands/line/complete.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import { document } from '../../samples.ts';
import { listening, toAsker, until } from './handlers.ts';
import { wordsOf } from './shown.ts';
import { inTown } from './started.ts';
import { openTown, type Sent, type Town } from './town.ts';

let town: Town;
let platform: Platform;
let handlers: ReturnType<typeof listening>;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  await platform.stop();
  await town.close();
});

const start = async (rest: Parameters<typeof listening>[0] = {}, options: Parameters<typeof inTown>[1] = {}) => {
  handlers = listening(rest);
  platform = inTown(town, options);
  await platform.start(handlers);
};
const place = () => ({ workspace: `discord:${town.guild}`, channel: town.channels.general, thread: null });
const isThread = ({ method, path }: Sent): boolean => method === 'POST' && path.endsWith('/threads');

const posted = async () => {
  const sent = await platform.post(place(), document('The day'), 'edition-1');
  if (sent.kind !== 'sent') throw new Error(sent.reason);
  return sent.reference;
};

describe('the stories of a debrief', () => {
  it.each([
    [403, 50_013],
    [400, 160_006],
  ])('follow below it where no thread can be begun (%i, %i)', async (status, code) => {
    await start();
    const thread = await posted();
    town.twists.push({ matches: isThread, status, body: { code, message: 'no' } });
    expect(await platform.post({ ...place(), thread }, document('A story'), 'edition-1/s1')).toMatchObject({
      kind: 'sent',
      reference: { channel: town.channels.general },
    });
  });

  it('stand in a thread that has the title of its debrief, and open it again where it was put away', async () => {
    await start();
    const thread = await posted();
    await platform.post({ ...place(), thread }, document('A story'), 'edition-1/s1');
    expect(town.requests.find(isThread)?.body?.name).toBe('The day');
    const isReply = ({ method, path }: Sent): boolean => method === 'POST' && path.endsWith('/messages');
    town.twists.push({ matches: isReply, status: 400, body: { code: 50_083, message: 'Thread is archived' } });
    const isOpening = ({ method }: Sent): boolean => method === 'PATCH';
    town.twists.push({ matches: isOpening, status: 200, body: {} });
    const next = await platform.post({ ...place(), thread }, document('Another'), 'edition-1/s2');
    expect(next.kind).toBe('sent');
    expect(town.requests.find(isOpening)?.body).toEqual({ archived: false });
  });
});

describe('a thread', () => {
  it('that is begun after a restart still has the day of its readers, as its message tells it', async () => {
    await start();
    const heading = { kind: 'heading', level: 2, text: 'Fri 27 Nov, *early*' } as const;
    const sent = await platform.post(place(), { ...document('The day'), blocks: [heading] }, 'edition-1');
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    await platform.stop();
    await start();
    await platform.post({ ...place(), thread: sent.reference }, document('A story'), 'edition-1/s1');
    expect(town.requests.find(isThread)?.body?.name).toBe('Fri 27 Nov, *early*');
  });

  it('is the place that is meant by a command in it', async () => {
    await start();
    const thread = { id: '880000000000000011', type: 11, guild_id: town.guild, parent_id: town.channels.general };
    const full = { ...thread, name: 'Plans', thread_metadata: { archived: false, auto_archive_duration: 60 } };
    const data = { id: '33', name: 'debrief', type: 1, options: [{ type: 1, name: 'figures', options: [] }] };
    const member = { user: ada(), roles: [], permissions: '8', joined_at: null, deaf: false, mute: false, flags: 0 };
    town.tell(GatewayDispatchEvents.ThreadCreate, full);
    const where = { guild_id: town.guild, channel_id: thread.id, channel: full, context: 0, member };
    interact(2, data, where);
    await callback();
    expect(handlers.heard[0]?.context).toMatchObject({ channel: town.channels.general, threadChannel: thread.id });
  });
});

describe('a change in the server', () => {
  it('of one role closes many channels, and is told once', async () => {
    await start();
    town.tell(GatewayDispatchEvents.GuildRoleUpdate, {
      guild_id: town.guild,
      role: {
        id: town.guild,
        name: '@everyone',
        permissions: '0',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
      },
    });
    const lost = await until(() => handlers.told.find(({ what }) => what === 'lost'));
    expect(lost.reasons.size).toBe(4);
    expect(lost.reasons.get(town.channels.news)).toContain('in #news');
    expect(handlers.told.filter(({ what }) => what === 'lost')).toHaveLength(1);
  });

  it('while Debrief was away is told at the start, before the next post: what was closed, and what is open again', async () => {
    const role = { where: { id: town.guild } };
    const { permissions } = await town.twin.prisma.role.findUniqueOrThrow(role);
    await town.twin.prisma.role.update({ ...role, data: { permissions: String(1n << 10n) } });
    await start();
    const [lost, ...more] = handlers.told;
    expect(lost).toMatchObject({ what: 'lost', workspace: `discord:${town.guild}` });
    expect(lost?.reasons.get(town.channels.general)).toContain('“Send Messages”');
    expect(more).toEqual([]);
    await platform.stop();
    await town.twin.prisma.role.update({ ...role, data: { permissions } });
    await start();
    expect(handlers.told.map(({ what }) => what)).toEqual(['back']);
    expect([...(handlers.told[0]?.reasons.keys() ?? [])]).toContain(town.channels.general);
  });

  it('is not guessed at where Discord does not tell what Debrief is in the server', async () => {
    await start();
    handlers.told.length = 0;
    const stranger = { id: '1000000000000000006', name: 'Strangers', owner_id: town.owner, unavailable: true };
    const parts = { roles: [], emojis: [], stickers: [], members: [], threads: [], features: [], voice_states: [] };
    const rest = { presences: [], stage_instances: [], guild_scheduled_events: [], joined_at: '2026-11-24T07:00:00Z' };
    const channels = [{ id: '78', type: 0, name: 'general' }];
    const before = town.requests.length;
    town.tell(GatewayDispatchEvents.GuildCreate, { ...stranger, ...parts, ...rest, channels });
    town.tell(GatewayDispatchEvents.GuildCreate, { ...stranger, ...parts, ...rest, channels, unavailable: false });
    await until(() =>
      town.requests.slice(before).find(({ path }) => /\/guilds\/1000000000000000006\/members\//.test(path)),
    );
    expect(handlers.told).toEqual([]);
  });
});

describe('who may change settings', () => {
  const types = (path: readonly [string, string], options: readonly object[], resolved: object = {}) =>
    town.twin.simulateInteraction({
      type: 2,
      channelId: town.channels.general,
      userId: town.ada,
      data: {
        id: '1000000000000000009',
        name: 'debrief-admin',
        type: 1,
        resolved,
        options: [{ type: 2, name: path[0], options: [{ type: 1, name: path[1], options }] }],
      },
    });

  it('was named, by themselves or by a role, and the command takes both', async () => {
    await start({}, { namedAdmins: async () => [town.ada] });
    await types(['admins', 'add'], [{ type: 9, name: 'person', value: town.owner }]);
    const { context, said } = await until(() => handlers.heard.find(({ what }) => what === 'admins add'));
    expect(said).toEqual({ person: `<@${town.owner}>` });
    expect(context?.admin).toBe(true);
  });
});

describe('a server', () => {
  it('that invited Debrief while it was not running is welcomed at the start', async () => {
    await start({ knows: async () => false });
    expect(wordsOf((await until(async () => (await town.direct(town.owner))[0])).components)).toContain('installed');
    const here = handlers.heard.filter(({ context }) => context?.workspace === `discord:${town.guild}`);
    expect(here.map(({ what }) => what)).toEqual(['installed']);
  });

  it('has each command once after the one server for development was switched', async () => {
    await start({}, { guild: town.guild });
    await platform.stop();
    await start();
    const cleared = town.requests.filter(
      ({ method, path, body }) =>
        method === 'PUT' && path.includes('/guilds/') && JSON.stringify(body) === '{"commands":[]}',
    );
    expect(cleared).toHaveLength(1);
  });

  it('is offered the sources of a debrief in the menu of its message, and its commands in German', async () => {
    await start({ action: async (_context, id) => toAsker(`pressed ${id}`) });
    const registered = JSON.stringify(town.requests.filter(({ method }) => method === 'PUT'));
    expect(registered).toContain('"name":"Receipts"');
    expect(registered).toContain('"description_localizations":{"de":"Zahlen zu einer Firma');
  });
});

describe('what is offered while somebody types', () => {
  it('goes on with the last word, the last of several, and the whole', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
    expect(completed(zones, 'weekdays 8:30 Ber', true)).toEqual(['weekdays 8:30 Europe/Berlin']);
    expect(completed(['chips', 'power', 'policy'], 'chips po', true)).toEqual(['chips power', 'chips policy']);
    expect(completed(['CoreWeave', 'Core Scientific'], 'Nvidia, Core S', true)).toEqual(['Nvidia, Core Scientific']);
    expect(completed(['Grid Weekly', 'Rackline'], 'Grid W', true)).toContain('Grid Weekly');
    expect(completed(['short', 'long'], 'x lo', false)).toEqual([]);
  });
});

/** An interaction as Discord's gateway tells it, where the twin has no way to make one. */
function interact(type: number, data: object, elsewhere: object): void {
  town.tell(GatewayDispatchEvents.InteractionCreate, {
    id: '1200000000000000001',
    application_id: '1200000000000000002',
    token: 'a-token',
    version: 1,
    type,
    data,
    locale: 'en-GB',
    entitlements: [],
    attachment_size_limit: 1,
    authorizing_integration_owners: {},
    ...elsewhere,
  });
}
const ada = () => ({ id: town.ada, username: 'ada', discriminator: '0', global_name: null, avatar: null });
const callback = () => until(() => town.requests.find(({ path }) => path.includes('/callback')));

describe('a direct message', () => {
  const privately = () => ({ user: ada(), channel_id: '31', channel: { id: '31', type: 1 }, context: 1 });
  const message = () => ({
    id: '32',
    channel_id: '31',
    type: 0,
    content: '',
    author: ada(),
    timestamp: '2026-11-24T08:30:00Z',
  });
  const field = {
    name: 'channel',
    label: 'Where',
    kind: 'channel',
    required: true,
    hint: null,
    initial: null,
    options: [],
  } as const;
  const submitted = (value: string) => [
    { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'channel', value } },
  ];

  it('takes a channel by its name where there are too many for a list', async () => {
    await start({ form: async () => ({ id: 'schedule:', title: 'Set', submit: 'Save', fields: [field] }) });
    for (let n = 0; n < 26; n += 1)
      town.tell(GatewayDispatchEvents.ChannelCreate, {
        id: `77${n}`,
        type: 0,
        guild_id: town.guild,
        name: `team-${n}`,
      });
    const id = `schedule:@${town.guild}`;
    interact(3, { custom_id: `form:${id}`, component_type: 2 }, { ...privately(), message: message() });
    expect(JSON.stringify((await callback()).body)).toContain('"type":4');
    for (const value of ['#Team-1', '#team-25', '#team-'])
      interact(5, { custom_id: id, components: submitted(value) }, privately());
    await until(() => (handlers.heard.length === 3 ? true : undefined));
    expect(handlers.heard.map(({ said }) => said)).toEqual(
      ['771', '7725', '#team-'].map((channel) => ({ channel: [channel] })),
    );
  });

  it('answers nobody any more who has left the server that it was about, whatever they were in it', async () => {
    const named = async () => [town.ada];
    await start(
      { form: async () => ({ id: 'schedule:', title: 'Set', submit: 'Save', fields: [field] }) },
      { namedAdmins: named },
    );
    const press = (id: string) =>
      interact(3, { custom_id: `${id}@${town.guild}`, component_type: 2 }, { ...privately(), message: message() });
    press('more:1');
    await until(() => handlers.heard[0]);
    expect(handlers.heard[0]?.context).toMatchObject({ workspace: `discord:${town.guild}`, admin: true });
    const isMember = ({ method, path }: Sent): boolean => method === 'GET' && path.endsWith(`/members/${town.ada}`);
    const gone = { matches: isMember, status: 404, body: { code: 10_007, message: 'Unknown Member' } };
    town.twists.push(gone, gone, gone);
    press('more:1');
    press('form:schedule:');
    interact(5, { custom_id: `schedule:@${town.guild}`, components: submitted('#general') }, privately());
    await until(() => (town.requests.filter(({ path }) => path.includes('/callback')).length >= 4 ? true : undefined));
    await until(() => (town.twists.length === 0 ? true : undefined));
    expect(handlers.heard).toHaveLength(1);
  });

  it('answers whoever installed the app for themselves from a place of their own, wherever they ask', async () => {
    await start();
    const data = { id: '33', name: 'debrief', type: 1, options: [{ type: 1, name: 'figures', options: [] }] };
    const member = { user: ada(), roles: [], permissions: '8', joined_at: null, deaf: false, mute: false, flags: 0 };
    const elsewhere = { guild_id: '34', channel_id: '35', channel: { id: '35', type: 0 }, context: 0, member };
    interact(2, data, { ...elsewhere, authorizing_integration_owners: { 1: town.ada } });
    await callback();
    expect(handlers.heard[0]?.context).toMatchObject({
      workspace: `discord:@${town.ada}`,
      channel: null,
      admin: false,
    });
  });
});

describe('an export', () => {
  it.each([
    [
      'debrief-feeds.opml',
      'text/x-opml',
      '<?xml version="1.0"?><opml version="2.0"><body><outline text="A &amp; B"/></body></opml>',
    ],
    ['debrief-figures.csv', 'text/csv', '\ufeffwho,amount\r\n"Acme, ""the"" maker",$2\r\n</b>,@everyone\r\n'],
    ['debrief.json', 'application/json', '{\n  "quote": "</a> **so** <@1> \\u2060",\n  "n": [1, 2]\n}\n'],
  ])('is a file beside the answer, byte for byte (%s)', async (name, mediaType, content) => {
    const blocks = [{ kind: 'code', text: content, file: { name, mediaType, content } } as const];
    await start({
      command: async () => ({ document: { summary: 'a file', blocks, thread: [] }, audience: 'asker', ok: true }),
    });
    await town.twin.simulateInteraction({
      type: 2,
      channelId: town.channels.general,
      userId: town.ada,
      data: {
        id: '1000000000000000009',
        name: 'debrief',
        type: 1,
        options: [{ type: 1, name: 'figures', options: [] }],
      },
    });
    const answer = await until(() => town.requests.find(({ path }) => path.includes('/callback')));
    expect(answer.files).toEqual({ [name]: Buffer.from(content) });
    expect(JSON.stringify(answer.body)).toContain(`attachment://${name}`);
    expect(JSON.stringify(answer.body)).not.toContain(JSON.stringify(content).slice(1, 9));
  });
});

describe('words in a link', () => {
  it('show no backslash, and act nowhere', () => {
    expect(asLabel('the *first* [draft] of a_b ~~no~~ `x` |y| https://x.example')).not.toMatch(/[\\*[\]_~`|]|:\/\//);
    const [message] = [
      render({
        summary: 's',
        blocks: [{ kind: 'heading', level: 3, text: '1  A [first] *deal*', href: 'https://news.example/a' }],
        thread: [],
      }),
    ];
    expect(wordsOf(message?.components)).toContain('**[1 A (first) ∗deal∗](https://news.example/a)**');
  });

  it('become no emoji', () => {
    expect(harmless('won 1:100:5 and :c: today')).toBe('won 1:\u2060100:5 and :\u2060c: today');
  });
});
