import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../adapters/slack/doctor.ts';
import type { Slack } from '../../../adapters/slack/index.ts';
import { UsageError } from '../../../src/errors.ts';
import { type Acme, APP_TOKEN, openAcme, TOKEN } from './acme.ts';
import { listening, until } from './handlers.ts';
import { event, press, slash } from './payloads.ts';
import { wordsOf } from './shown.ts';
import { overSocket } from './started.ts';

const overSocketCredentials = {
  botToken: TOKEN,
  appToken: APP_TOKEN,
  signingSecret: null,
  clientId: null,
  clientSecret: null,
};

describe('Slack over Socket Mode', () => {
  let acme: Acme;
  let slack: Slack;
  beforeEach(async () => {
    acme = await openAcme();
    slack = overSocket(acme);
  });
  afterEach(async () => {
    await slack.stop();
    await acme.close();
  });

  it('acknowledges a command at once and answers whoever gave it, and nobody else', async () => {
    const handlers = listening();
    await slack.start(handlers);
    await acme.socket.send('slash_commands', slash(acme, 'figures northwind'));
    const answer = await until(() => acme.responses[0]);
    expect(answer).toMatchObject({ response_type: 'ephemeral', text: 'text: figures northwind' });
    expect(handlers.heard[0]?.context).toMatchObject({
      workspace: `slack:${acme.team}`,
      channel: acme.channels.infra,
      user: { id: acme.users.bob, name: 'bob' },
      admin: false,
    });
    expect(await acme.messages(acme.channels.infra)).toEqual([]);
  });

  it('acknowledges within three seconds although the work takes longer', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const handlers = listening();
    const slow = {
      ...handlers,
      text: async (...given: Parameters<typeof handlers.text>) => promise.then(() => handlers.text(...given)),
    };
    await slack.start(slow);
    await acme.socket.send('slash_commands', slash(acme, 'ask why'));
    expect(acme.responses).toEqual([]);
    resolve();
    await until(() => acme.responses[0]);
  });

  it('goes on after Slack asked it to connect again', async () => {
    await slack.start(listening());
    await acme.socket.connected(1);
    // The network is away for a moment at that.
    acme.twist('apps.connections.open', { silent: true });
    acme.socket.disconnect('at once');
    await acme.socket.connected(2);
    await acme.socket.send('slash_commands', slash(acme, 'latest'));
    await until(() => acme.responses[0]);
    expect(slack.connection().connected).toBe(true);
  });

  it('opens the next connection before it closes the last, and is never deaf in between', async () => {
    await slack.start(listening());
    await acme.socket.connected(1);
    acme.socket.disconnect('soon');
    await until(() => (acme.socket.stood.length === 3 ? true : undefined));
    expect(acme.socket.stood).toEqual([1, 2, 1]);
    expect(slack.connection().connected).toBe(true);
    await acme.socket.send('slash_commands', slash(acme, 'latest'));
    await until(() => acme.responses[0]);
    expect(acme.responses).toHaveLength(1);
  });

  it('shows an answer to the channel when its button is pressed, with what was asked', async () => {
    await slack.start(listening());
    await acme.socket.send('slash_commands', slash(acme, 'trend northwind'));
    const answer = await until(() => acme.responses[0]);
    expect(JSON.stringify(answer.blocks)).toContain('share:trend northwind');
    await acme.socket.send('interactive', press(acme, 'press:0', 'share:trend northwind'));
    const shared = await until(() => acme.responses[1]);
    expect(shared).toMatchObject({ response_type: 'in_channel' });
    expect(wordsOf(shared.blocks)).toContain('Shared by bob: /debrief trend northwind');
  });

  it('takes a mention for a question and answers in its thread', async () => {
    const handlers = listening();
    await slack.start(handlers);
    const asked = await acme.call('chat.postMessage', { channel: acme.channels.infra, text: 'a question' });
    const mention = {
      type: 'app_mention',
      user: acme.users.bob,
      text: `<@${acme.users.debrief}> what does &lt;an H200&gt; cost in <#C1|infra>?`,
      ts: String(asked.ts),
      channel: acme.channels.infra,
      event_ts: String(asked.ts),
    };
    const sent = event(acme, mention);
    await acme.socket.send('events_api', sent);
    const reply = await until(async () =>
      (await acme.messages(acme.channels.infra)).find(({ text }) => text.startsWith('question:')),
    );
    expect(reply).toMatchObject({
      thread_ts: asked.ts,
      text: 'question: what does &lt;an H200&gt; cost in &lt;\u2060#C1|infra&gt;?',
    });
    // Sent again, as Slack does when an acknowledgement was lost.
    await acme.socket.send('events_api', sent);
    await acme.socket.send('slash_commands', slash(acme, 'help'));
    await until(() => acme.responses[0]);
    expect(handlers.heard.filter(({ what }) => what === 'question')).toHaveLength(1);
  });

  it('takes a direct message for a question', async () => {
    await slack.start(listening());
    const opened = await acme.call('conversations.open', { users: acme.users.bob });
    const channel = JSON.parse(JSON.stringify(opened.channel)).id;
    const asked = await acme.call('chat.postMessage', { channel, text: 'x' });
    const message = {
      type: 'message',
      channel_type: 'im',
      user: acme.users.bob,
      text: 'who leads?',
      ts: asked.ts,
      channel,
    };
    await acme.socket.send('events_api', event(acme, message));
    await until(async () => (await acme.messages(channel)).find(({ text }) => text === 'question: who leads?'));
  });

  it('follows channels that close and open, and knows its own coming from others’', async () => {
    const handlers = listening();
    await slack.start(handlers);
    const channel = acme.channels.infra;
    const joined = (user: string) =>
      event(acme, { type: 'member_joined_channel', user, channel, channel_type: 'C', team: acme.team });
    await acme.socket.send('events_api', event(acme, { type: 'channel_archive', channel, user: acme.users.ada }));
    await acme.socket.send('events_api', joined(acme.users.bob));
    await acme.socket.send('events_api', joined(acme.users.debrief));
    await until(() => handlers.heard.length >= 2);
    expect(handlers.heard.map(({ what, said }) => `${what} ${said}`)).toEqual([
      `lost slack:${acme.team} ${channel}: the channel was archived`,
      `back slack:${acme.team} ${channel}`,
    ]);
  });

  it('says which token is wrong and where to get a right one', async () => {
    acme.twist('auth.test', { body: { ok: false, error: 'invalid_auth' } });
    await expect(slack.start(listening())).rejects.toThrow(/SLACK_BOT_TOKEN: Slack answers invalid_auth/);
    const other = overSocket(acme, { appToken: 'xapp-wrong' });
    await expect(other.start(listening())).rejects.toThrow(UsageError);
    await other.stop();
  });

  it('does not wait for a scope that the app token lacks, and says so as doctor does', async () => {
    const missing = { body: { ok: false, error: 'missing_scope', needed: 'connections:write' } };
    acme.twist('apps.connections.open', missing, missing);
    const found = await diagnose({ ...overSocketCredentials, apiUrl: acme.apiUrl });
    const words = found.find(({ part }) => part === 'Slack Socket Mode')?.words ?? '?';
    expect(words).toContain('connections:write');
    await expect(slack.start(listening())).rejects.toThrow(new UsageError([`SLACK_APP_TOKEN: ${words}`]));
  });

  it('tries again where Slack is away at the start', async () => {
    acme.twist('apps.connections.open', { status: 502, body: {} });
    await expect(slack.start(listening())).rejects.not.toThrow(UsageError);
    await slack.start(listening());
    expect(slack.connection().connected).toBe(true);
  });
});
