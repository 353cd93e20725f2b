import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createHttp } from '../../src/effects/http.ts';

it('follows five redirects, and not a sixth', async () => {
  const server = createServer(({ url = '' }, response) => {
    const left = Number(url.slice(1));
    if (left === 0) response.end('there');
    else response.writeHead(302, { location: `/${left - 1}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = createHttp({ userAgent: 'test', allowHosts: [host] });
  const get = (hops: number) => http.get({ url: `http://${host}/${hops}`, maxBytes: 1_000, timeoutMs: 5_000 });
  expect((await get(5)).redirects).toHaveLength(5);
  await expect(get(6)).rejects.toThrow(/redirects more than 5 times; give the address where it ends/);
  await http.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
