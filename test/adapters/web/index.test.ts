import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startWeb, type Web, type WebOptions } from '../../../adapters/web/index.ts';

const READY = { ok: true, parts: { store: { ok: true, words: 'can be written' } } };
const open: Web[] = [];
afterEach(async () => {
  for (const web of open.splice(0)) await web.stop();
});

async function start(more: Partial<WebOptions> = {}): Promise<Web> {
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    ready: async () => READY,
    metrics: async () => 'debrief_feeds 4\n',
    mounts: new Map(),
    pages: null,
    publicUrl: null,
    ...more,
  });
  open.push(web);
  return web;
}

describe('the web server', () => {
  it('tells how the service does, to people and to machines', async () => {
    const { origin } = await start();
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const ready = await fetch(`${origin}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual(READY);
    expect(await (await fetch(`${origin}/metrics`)).text()).toBe('debrief_feeds 4\n');
    expect((await fetch(`${origin}/nothing`)).status).toBe(404);
  });

  it('answers 503 where something is wrong, so that whoever watches sees it', async () => {
    const store = { ok: false, words: 'locked' };
    const { origin } = await start({ ready: async () => ({ ok: false, parts: { store } }) });
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it('hands what begins with a mount’s path to it', async () => {
    const mounts = new Map([
      ['/slack/', (_: unknown, response: import('node:http').ServerResponse) => void response.end('slack')],
    ]);
    const { origin } = await start({ mounts });
    expect(await (await fetch(`${origin}/slack/events`)).text()).toBe('slack');
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it('ends though a request was begun and never ended', async () => {
    const { origin } = await start();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => {});
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
    await fetch(`${origin}/healthz`);
    const started = performance.now();
    await open.pop()?.stop();
    expect(performance.now() - started).toBeLessThan(5_000);
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
