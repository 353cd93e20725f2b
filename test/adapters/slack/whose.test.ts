import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Access } from '../../../adapters/slack/access.ts';
import { createWhose } from '../../../adapters/slack/whose.ts';
import { document } from '../../samples.ts';
import { type Acme, openAcme } from './acme.ts';
import { listening, until } from './handlers.ts';
import { event, press, slash, submission } from './payloads.ts';
import { served } from './served.ts';

const access = (team: string): Access => ({
  token: 'xoxb',
  team,
  botUser: 'U1',
  bot: 'B1',
  everywhere: false,
  installer: null,
});
const PARTNER = 'T0PARTNER';

describe('whose a request is', () => {
  const installedIn = (...teams: string[]) => createWhose(async (team) => (teams.includes(team) ? access(team) : null));

  it.each([
    ['an event from a partner’s workspace', { team_id: PARTNER, authorizations: [{ team_id: 'T1' }] }],
    ['a form that was opened in a shared channel', { team: { id: PARTNER }, view: { app_installed_team_id: 'T1' } }],
    ['a button on our message', { team: { id: PARTNER }, message: { team: 'T1' }, user: { team_id: PARTNER } }],
    ['a button on our message, by its profile', { team: null, message: { bot_profile: { team_id: 'T1' } } }],
    ['a button in a workspace of an organisation', { team: null, user: { team_id: 'T1' } }],
    ['a command', { team_id: 'T1', team_domain: 'acme' }],
    ['an event of an organisation', { authorizations: [{ team_id: null, enterprise_id: 'E1' }], team_id: 'T1' }],
  ])('%s is the installation’s', async (_what, payload) => {
    expect(await installedIn('T1', 'T9')(payload)).toBe('T1');
    // A partner who has installed the app as well is still a guest there.
    if (!('authorizations' in payload) || payload.authorizations[0]?.team_id !== null)
      expect(await installedIn('T1', PARTNER)(payload)).toBe('T1');
  });

  it('is the first that is named where the app is installed in none, and no team’s of a payload that names none', async () => {
    expect(await installedIn()({ team_id: 'T7' })).toBe('T7');
    for (const payload of [null, 'x', {}, { team: 3, authorizations: 'x', message: [] }])
      expect(await installedIn('T1')(payload)).toBe('unknown');
  });
});

describe('an organisation’s token', () => {
  it('serves each of its workspaces, told apart by the team that is named', async () => {
    const acme = await openAcme();
    const handlers = listening();
    acme.twist('auth.test', {
      body: { ok: true, team_id: 'E0ORG', user_id: acme.users.debrief, bot_id: 'B1', is_enterprise_install: true },
    });
    const open = await served(acme, handlers);
    await open.command(slash(acme, 'latest', { team_id: 'T0NORTH' }));
    await open.command(slash(acme, 'latest', { team_id: 'T0SOUTH' }));
    await until(() => handlers.heard.length >= 2);
    const heard = handlers.heard.map(({ context }) => context?.workspace);
    expect(heard.toSorted()).toEqual(['slack:T0NORTH', 'slack:T0SOUTH']);
    await open.close();
    await acme.close();
  });
});

describe('a partner in a shared channel', () => {
  let acme: Acme;
  let open: Awaited<ReturnType<typeof served>>;
  let handlers: ReturnType<typeof listening>;
  beforeEach(async () => {
    acme = await openAcme();
    handlers = listening();
    open = await served(acme, handlers);
  });
  afterEach(async () => {
    await open.close();
    await acme.close();
  });

  const foreign = { team_id: PARTNER };
  const mention = (acme_: Acme) => ({
    ...event(acme_, {
      type: 'app_mention',
      user: acme.users.bob,
      text: `<@${acme.users.debrief}> who leads the market?`,
      ts: '1.1',
      channel: acme.channels.infra,
    }),
    ...foreign,
  });

  it('is answered: mention, button, command and form', async () => {
    const partner = { team: { id: PARTNER, domain: 'partner' }, user: { id: acme.users.bob, team_id: PARTNER } };
    await open.notify(mention(acme));
    await open.interact(press(acme, 'press:0', 'more:d1', partner));
    await open.command(slash(acme, 'latest', foreign));
    const view = { private_metadata: JSON.stringify({ id: 'ask:d1', channel: acme.channels.infra, thread: null }) };
    await open.interact(submission(acme, { ...view, blocks: [] }, {}));
    await until(() => handlers.heard.length >= 4);
    expect(new Set(handlers.heard.map(({ context }) => context?.workspace))).toEqual(new Set([`slack:${acme.team}`]));
    await until(() => acme.called('chat.postMessage').find(({ body }) => body.channel === acme.channels.infra));
  });

  it('is no admin here for being one at home', async () => {
    const stranger = { id: 'U0ADMIN', name: 'eve', is_admin: true, team_id: PARTNER, is_stranger: true };
    acme.twist('users.info', { body: { ok: true, user: stranger } });
    await open.command(slash(acme, 'latest', { user_id: 'U0ADMIN' }));
    await until(() => handlers.heard[0]);
    expect(handlers.heard[0]?.context).toMatchObject({ admin: false, user: { name: 'eve' } });
  });

  it('is told nothing that is for our admins, whatever they are at home', async () => {
    const eve = { id: 'U0ADMIN', name: 'eve', is_admin: true, team_id: PARTNER, is_stranger: true };
    const ada = { id: acme.users.ada, name: 'ada', is_admin: true, team_id: acme.team };
    acme.twist('users.list', { body: { ok: true, members: [eve, ada] } });
    const told = await open.slack.notice(`slack:${acme.team}`, document('a private feed fails'), 'feed:1');
    expect(told.kind).toBe('sent');
    expect(acme.called('conversations.open').map(({ body }) => body.users)).toEqual([acme.users.ada]);
  });

  it('does not take our channels, names and ids from us', async () => {
    const channel = acme.channels.infra;
    const told = (inner: object) => open.notify({ ...event(acme, inner), ...foreign });
    await told({ type: 'channel_archive', channel, user: 'U9' });
    await told({ type: 'channel_id_changed', old_channel_id: 'G1', new_channel_id: channel, event_ts: '1.1' });
    await told({ type: 'channel_rename', channel: { id: channel, name: 'infrastructure', created: 1 } });
    await until(() => handlers.heard.length >= 3);
    expect(handlers.heard.map(({ what, said }) => `${what} ${said}`)).toEqual([
      `lost slack:${acme.team} ${channel}: the channel was archived`,
      `changed slack:${acme.team} G1 address,${channel}`,
      `changed slack:${acme.team} ${channel} name,infrastructure`,
    ]);
  });

  it('asks in the language and the zone of their profile', async () => {
    acme.twist('users.info', {
      body: { ok: true, user: { id: acme.users.bob, name: 'bob', tz: 'Asia/Tokyo', locale: 'de-DE' } },
    });
    await open.command(slash(acme, 'latest'));
    await until(() => handlers.heard[0]);
    expect(handlers.heard[0]?.context).toMatchObject({ language: 'de-DE', zone: 'Asia/Tokyo' });
    expect(acme.called('users.info')[0]?.body).toMatchObject({ include_locale: 'true' });
  });
});
