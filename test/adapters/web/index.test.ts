import { afterEach, describe, expect, it } from 'vitest';
import { startWeb, type Web, type WebOptions } from '../../../adapters/web/index.ts';

const open: Web[] = [];
afterEach(async () => {
  for (const web of open.splice(0)) await web.stop();
});

async function start(more: Partial<WebOptions> = {}): Promise<Web> {
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ ok: true, parts: { feeds: '3 of 4 answer' } }),
    metrics: async () => 'debrief_feeds 4\n',
    mounts: new Map(),
    ...more,
  });
  open.push(web);
  return web;
}

describe('the web server', () => {
  it('tells how the service does, to people and to machines', async () => {
    const { origin } = await start();
    const health = await fetch(`${origin}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ ok: true, parts: { feeds: '3 of 4 answer' } });
    expect(await (await fetch(`${origin}/metrics`)).text()).toBe('debrief_feeds 4\n');
    expect((await fetch(`${origin}/nothing`)).status).toBe(404);
  });

  it('answers 503 where something is wrong, so that whoever watches sees it', async () => {
    const { origin } = await start({ health: async () => ({ ok: false, parts: { database: 'locked' } }) });
    expect((await fetch(`${origin}/health`)).status).toBe(503);
  });

  it('hands what begins with a mount’s path to it', async () => {
    const mounts = new Map([
      ['/slack/', (_: unknown, response: import('node:http').ServerResponse) => void response.end('slack')],
    ]);
    const { origin } = await start({ mounts });
    expect(await (await fetch(`${origin}/slack/events`)).text()).toBe('slack');
    expect((await fetch(`${origin}/health`)).status).toBe(200);
  });

  it('says which variable to change where the port is taken or the host is not here', async () => {
    const { origin } = await start();
    const port = Number(new URL(origin).port);
    await expect(start({ port })).rejects.toMatchObject({
      name: 'UsageError',
      faults: [`DEBRIEF_HTTP_PORT: port ${port} of 127.0.0.1 is taken by another program; give a free one`],
    });
    await expect(start({ host: '192.0.2.1' })).rejects.toMatchObject({
      name: 'UsageError',
      faults: [expect.stringContaining('DEBRIEF_HTTP_HOST: 192.0.2.1 is no address of this machine')],
    });
  });
});
