import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SlackOptions } from '../../../adapters/slack/index.ts';
import type { Form } from '../../../src/model.ts';
import type { Handlers } from '../../../src/ports/platform.ts';
import { type Acme, openAcme } from './acme.ts';
import { listening, toAsker, until } from './handlers.ts';
import { event, press, slash, submission } from './payloads.ts';
import { served } from './served.ts';
import { wordsOf } from './shown.ts';
import { hasty } from './started.ts';

const question: Form = {
  id: 'ask:d1',
  title: 'Ask Debrief about AI infrastructure',
  submit: 'Ask',
  fields: [
    {
      name: 'question',
      label: 'Your question',
      hint: null,
      required: true,
      kind: 'paragraph',
      initial: null,
      options: [],
    },
    { name: 'channel', label: 'Where', hint: 'A channel', required: true, kind: 'channel', initial: null, options: [] },
    {
      name: 'topics',
      label: 'Topics',
      hint: null,
      required: false,
      kind: 'choices',
      initial: 'power',
      options: [
        { value: 'power', label: 'Power' },
        { value: 'chips', label: 'Chips' },
      ],
    },
  ],
};

const View = z.looseObject({
  id: z.string().optional(),
  private_metadata: z.string(),
  title: z.looseObject({ text: z.string() }),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});

describe('Slack over HTTP', () => {
  let acme: Acme;
  let open: Awaited<ReturnType<typeof served>>;
  let handlers: ReturnType<typeof listening>;
  const start = async (rest: Partial<Handlers> = {}, options: Partial<SlackOptions> = {}): Promise<void> => {
    handlers = listening(rest);
    open = await served(acme, handlers, options);
  };
  beforeEach(async () => {
    acme = await openAcme();
  });
  afterEach(async () => {
    await open.close();
    await acme.close();
  });

  it('takes a signed command, and turns away a forged and a stale one', async () => {
    await start();
    expect((await open.command(slash(acme, 'latest'), { secret: 'not-the-secret' })).status).toBe(401);
    expect((await open.command(slash(acme, 'latest'), { age: 6 * 60 })).status).toBe(401);
    expect(handlers.heard).toEqual([]);
    expect((await open.command(slash(acme, 'latest'))).status).toBe(200);
    expect(await until(() => acme.responses[0])).toMatchObject({ text: 'text: latest', response_type: 'ephemeral' });
    expect((await fetch(`${open.web.origin}/slack/elsewhere`)).status).toBe(404);
  });

  it('answers Slack’s question whether the address is ours', async () => {
    await start();
    const answer = await open.notify({ type: 'url_verification', challenge: 'c-1', token: 't' });
    expect(await answer.text()).toContain('c-1');
  });

  it('lets admins be who Slack says, or who was named', async () => {
    await start({}, { namedAdmins: async () => [acme.users.bob] });
    for (const user_id of [acme.users.ada, acme.users.bob]) await open.command(slash(acme, 'x', { user_id }));
    await until(() => handlers.heard.length === 2);
    expect(handlers.heard.map(({ context }) => context?.admin)).toEqual([true, true]);
  });

  it('answers a command where the bot is no member, and one whose response_url has run out', async () => {
    await start();
    await open.command(slash(acme, 'latest', { channel_id: acme.channels.elsewhere }));
    await until(() => acme.responses.length === 1);
    await open.command(slash(acme, 'latest', { response_url: `${acme.apiUrl}gone`, user_id: acme.users.ada }));
    await until(() => acme.called('chat.postEphemeral')[0]);
  });

  it('tells commands the names of channels that Slack leaves out', async () => {
    await start();
    await open.command(slash(acme, `channel show <#${acme.channels.infra}|> —unit GW`));
    await until(() => handlers.heard[0]);
    expect(handlers.heard[0]?.said).toBe(`channel show <#${acme.channels.infra}|infra> —unit GW`);
  });

  it('gives a button its meaning from its value alone, whichever process posted it', async () => {
    await start();
    await open.interact(press(acme, 'press:0', 'more:debrief-of-last-year'));
    expect(await until(() => acme.responses[0])).toMatchObject({
      text: 'action: more:debrief-of-last-year',
      replace_original: false,
    });
  });

  it('opens a form, shows faults beside their fields, and answers where it was opened', async () => {
    await start({
      form: async () => question,
      submit: async (_context, id, values) =>
        values.question?.[0] === 'why'
          ? { faults: { question: 'Please ask about something.', nowhere: 'And this.' } }
          : toAsker(`${id} ${JSON.stringify(values)}`),
    });
    const trigger = await acme.call('views.generateTriggerId', { user_id: acme.users.ada });
    await open.interact(press(acme, 'form:2', 'ask:d1', { trigger_id: trigger.trigger_id }));
    const opened = await until(() => acme.called('views.open')[0]);
    const view = View.parse(opened.body.view);
    expect(view.title.text.length).toBeLessThanOrEqual(24);
    expect(view.blocks.map(({ block_id }) => block_id)).toEqual(['question', 'channel', 'topics']);

    const filled = (typed: string) => ({
      question: { value: { type: 'plain_text_input', value: typed } },
      channel: { value: { type: 'conversations_select', selected_conversation: acme.channels.infra } },
      topics: { value: { type: 'multi_static_select', selected_options: [{ value: 'chips' }] } },
    });
    const refused = await open.interact(submission(acme, view, filled('why')));
    expect(await refused.json()).toEqual({
      response_action: 'errors',
      errors: { question: 'Please ask about something.\nAnd this.' },
    });
    const taken = await open.interact(submission(acme, view, filled('why so dear?')));
    expect(await taken.text()).toBe('');
    const answer = await until(() => acme.called('chat.postEphemeral')[0]);
    expect(answer.body).toMatchObject({ channel: acme.channels.infra, user: acme.users.ada });
    expect(answer.body.text).toContain(`&lt;⁠#${acme.channels.infra}|infra&gt;`);
  });

  it('asks to press again where the form came too late', async () => {
    await start({ form: async () => question });
    acme.twist('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await open.interact(press(acme, 'form:0', 'ask:d1'));
    expect((await until(() => acme.responses[0])).text).toContain('press the button again');
  });

  it('says that it is at work where a form takes longer than Slack waits', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await start(
      { form: async () => question, submit: async () => promise.then(() => toAsker('Found after all')) },
      { clock: hasty },
    );
    const trigger = await acme.call('views.generateTriggerId', { user_id: acme.users.ada });
    await open.interact(press(acme, 'form:0', 'ask:d1', { trigger_id: trigger.trigger_id }));
    const opened = await until(() => acme.called('views.open')[0]);
    const view = View.parse(opened.body.view);
    const slow = await open.interact(submission(acme, { ...view, id: 'V-slow' }, {}));
    expect(await slow.json()).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    resolve();
    const updated = await until(() => acme.called('views.update')[0]);
    expect(wordsOf(View.omit({ private_metadata: true }).parse(updated.body.view).blocks)).toContain('Found after all');
  });

  it('shows a home page when it is opened', async () => {
    await start();
    await open.notify(
      event(acme, { type: 'app_home_opened', user: acme.users.ada, tab: 'home', channel: 'D1', event_ts: '1.1' }),
    );
    const published = await until(() => acme.called('views.publish')[0]);
    expect(published.body).toMatchObject({ user_id: acme.users.ada });
    expect(JSON.stringify(published.body.view)).toContain('Your next debriefs');
  });

  it('offers in the agent’s view what a conversation can begin with, and loses nothing where there is no such view', async () => {
    await start();
    acme.twist('assistant.threads.setSuggestedPrompts', { body: { ok: true } });
    const opened = { type: 'app_home_opened', user: acme.users.ada, tab: 'messages', channel: 'D1', event_ts: '1.1' };
    await open.notify(event(acme, opened));
    const offered = await until(() => acme.called('assistant.threads.setSuggestedPrompts')[0]);
    expect(offered.body).toMatchObject({ channel_id: 'D1', prompts: expect.stringContaining('"message":"latest"') });
    expect(offered.body).not.toHaveProperty('thread_ts');
    acme.twist('assistant.threads.setSuggestedPrompts', { body: { ok: false, error: 'missing_scope' } });
    expect((await open.notify(event(acme, opened))).status).toBe(200);
    expect(acme.called('views.publish')).toEqual([]);
  });

  it('answers a button of the home page in a direct message, and draws the page anew', async () => {
    await start();
    const onHome = { view: { id: 'V1', type: 'home' }, channel: undefined, response_url: undefined };
    await open.interact(press(acme, 'press:0', 'preview:c1', onHome));
    await until(() => acme.called('views.publish')[0]);
    expect(acme.called('chat.postMessage')[0]?.body).toMatchObject({ text: 'action: preview:c1' });
  });

  it('says so where it failed', async () => {
    await start({
      text: async () => {
        throw new Error('the database is away');
      },
    });
    expect((await open.command(slash(acme, 'latest'))).status).toBe(200);
    expect((await until(() => acme.responses[0])).text).toContain('failed on our side');
  });

  it('forgets a workspace that removed the app', async () => {
    await start();
    await open.notify(event(acme, { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }));
    await open.notify(event(acme, { type: 'app_uninstalled' }));
    await until(() => handlers.heard.length > 0);
    expect(handlers.heard.map(({ what, said }) => `${what} ${said}`)).toEqual([`removed slack:${acme.team}`]);
  });
});
