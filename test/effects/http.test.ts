import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../src/effects/http.ts';
import type { HttpRequest } from '../../src/ports/http.ts';

const releases: (() => unknown)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

async function serving(listener: RequestListener) {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = createHttp({ userAgent: 'debrief/1 (+mailto:editor@news.example)', allowHosts: [host] });
  releases.push(() => http.close());
  const get = (path: string, more: Partial<HttpRequest> = {}) =>
    http.get({ url: `http://${host}${path}`, maxBytes: 100_000, timeoutMs: 5000, ...more });
  return { host, get };
}

describe('fetching', () => {
  it('names the bot and gives the answer as it came, whatever its status', async () => {
    const { get } = await serving((request, response) => {
      response
        .writeHead(503, { 'Retry-After': '120', 'Content-Type': 'text/plain' })
        .end(request.headers['user-agent']);
    });
    const answer = await get('/');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('120');
    expect(new TextDecoder().decode(answer.body)).toBe('debrief/1 (+mailto:editor@news.example)');
  });

  it('follows redirects by hand and tells each of them', async () => {
    const { get, host } = await serving((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('here');
    });
    const answer = await get('/old');
    expect(answer.url).toBe(`http://${host}/new`);
    expect(answer.redirects).toEqual([{ status: 301, to: `http://${host}/new` }]);
  });

  it('ends a circle of redirects, and a chain without end', async () => {
    const { get } = await serving((request, response) => {
      const [, kind, count] = (request.url ?? '').split('/');
      response
        .writeHead(302, {
          location: kind === 'circle' ? (count === '1' ? '/circle/2' : '/circle/1') : `/chain/${Number(count) + 1}`,
        })
        .end();
    });
    await expect(get('/circle/1')).rejects.toMatchObject({
      kind: 'redirects',
      message: expect.stringContaining('circle'),
    });
    await expect(get('/chain/1')).rejects.toMatchObject({
      kind: 'redirects',
      message: expect.stringContaining('more than 5'),
    });
  });

  it('stops a gzip bomb at the cap of what it unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const { get } = await serving((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    await expect(get('/')).rejects.toMatchObject({ kind: 'too large' });
  });

  it('unpacks what fits', async () => {
    const { get } = await serving((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('fits')),
    );
    expect(new TextDecoder().decode((await get('/')).body)).toBe('fits');
  });

  it.each([
    ['in the zlib format, as the RFC has it', deflateSync],
    ['bare, as some servers send it', deflateRawSync],
  ])('unpacks deflate %s', async (_, pack) => {
    const { get } = await serving((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'deflate' }).end(pack('Two transformers arrived. '.repeat(50))),
    );
    expect(new TextDecoder().decode((await get('/')).body)).toMatch(/^Two transformers arrived\. Two/);
  });

  it('says what to do about what is too large', async () => {
    const { get } = await serving((_, response) => response.end(Buffer.alloc(2_000_000)));
    await expect(get('/', { maxBytes: 1_000_000 })).rejects.toMatchObject({
      kind: 'too large',
      message: expect.stringMatching(/^larger than 1 MB, .* give the address of a smaller feed/),
    });
  });

  it('says so when a compressed answer is broken', async () => {
    const { get } = await serving((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    );
    await expect(get('/')).rejects.toMatchObject({
      kind: 'connection',
      message: expect.stringContaining('compressed answer is broken'),
    });
  });

  it('ends a slow drip at the total time, however often a byte comes', async () => {
    const { get } = await serving((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(get('/', { timeoutMs: 200 })).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('tells a refused connection and an unknown host apart, without the query, which may hold a key', async () => {
    const { host, get } = await serving((_, response) => response.end());
    expect((await get('/')).status).toBe(200);
    const http = createHttp({
      userAgent: 'debrief-test',
      allowHosts: ['127.0.0.1'],
      resolver: () => Promise.reject(Object.assign(new Error('nope'), { code: 'ENOTFOUND' })),
    });
    releases.push(() => http.close());
    const limits = { maxBytes: 1000, timeoutMs: 2000 };
    const unknown = await http
      .get({ url: 'https://gone.example/feed?key=hush', ...limits })
      .catch((error: unknown) => error);
    expect(unknown).toMatchObject({ kind: 'dns', message: expect.stringContaining('no such host') });
    expect(String(unknown)).not.toContain('hush');
    const unused = Number(host.split(':')[1]) === 1 ? 2 : 1;
    await expect(http.get({ url: `http://127.0.0.1:${unused}/`, ...limits })).rejects.toMatchObject({
      kind: 'connection',
    });
  });

  it('waits for a slow answer as long as the asker does, and for none that the server will not give', async () => {
    const { get } = await serving((request, response) => {
      if (request.url === '/slow') setTimeout(() => response.end('at last'), 1_300);
      else response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n');
    });
    expect(new TextDecoder().decode((await get('/slow')).body)).toBe('at last');
    await expect(get('/upgrade')).rejects.toMatchObject({ kind: 'connection' });
  });

  it('ends what is under way when it is called off', async () => {
    const { get } = await serving((_, response) => void response.writeHead(200).write('begun'));
    const stop = new AbortController();
    const waiting = get('/', { signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    await expect(waiting).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('sends no more once it is called off', async () => {
    const { get } = await serving(() => {});
    const stop = new AbortController();
    const waiting = get('/', { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'aborted' });
  });
});
