import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A platform in this process that keeps what others post: some answers come late, so that death falls between. */
export async function startRecorder(random: () => number) {
  const posts = new Map<string, number>();
  const notices = new Set<string>();
  let heard = 0;
  let awaited: { readonly at: number; readonly tell: () => void } | null = null;
  const server = createServer(async (request, response) => {
    heard += 1;
    if (heard === awaited?.at) awaited.tell();
    const url = new URL(request.url ?? '/', 'http://recorder');
    const key = url.searchParams.get('key') ?? '';
    if (url.pathname === '/find') return void response.writeHead(posts.has(key) ? 200 : 404).end();
    for await (const _ of request);
    if (url.pathname === '/notice') notices.add(key);
    else posts.set(key, (posts.get(key) ?? 0) + 1);
    await sleep(random() * 40);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often each message was posted, by its key. */
    posts,
    /** Keys of what admins were told. */
    notices,
    /** Resolves with the nth request from now on. */
    request: (nth: number) =>
      new Promise<void>((resolve) => {
        awaited = { at: heard + nth, tell: resolve };
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
