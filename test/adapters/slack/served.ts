import { createHmac } from 'node:crypto';
import type { Slack, SlackOptions } from '../../../adapters/slack/index.ts';
import { startWeb, type Web } from '../../../adapters/web/index.ts';
import type { Handlers } from '../../../src/ports/platform.ts';
import { type Acme, SIGNING_SECRET } from './acme.ts';
import { overHttp } from './started.ts';

/** The app on a server of its own, and requests as Slack signs them (docs.slack.dev, verifying requests). */
export async function served(acme: Acme, handlers: Handlers, rest: Partial<SlackOptions> = {}) {
  const slack: Slack = overHttp(acme, rest);
  await slack.start(handlers);
  if (slack.listener === null) throw new Error('no listener');
  const web: Web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    ready: async () => ({ ok: true, parts: {} }),
    metrics: async () => '',
    mounts: new Map([['/slack/', slack.listener]]),
    pages: null,
    publicUrl: null,
  });
  const send = async (type: string, body: string, { secret = SIGNING_SECRET, age = 0 } = {}): Promise<Response> => {
    const stamp = String(Math.floor(Date.now() / 1000) - age);
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`;
    return fetch(`${web.origin}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature },
      body,
    });
  };
  return {
    slack,
    web,
    command: (payload: object, how = {}) =>
      send('application/x-www-form-urlencoded', new URLSearchParams(Object.entries(payload)).toString(), how),
    interact: (payload: object) =>
      send('application/x-www-form-urlencoded', new URLSearchParams({ payload: JSON.stringify(payload) }).toString()),
    notify: (payload: object) => send('application/json', JSON.stringify(payload)),
    async close() {
      await web.stop();
      await slack.stop();
    },
  };
}
