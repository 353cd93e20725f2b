import { describe, expect, it } from 'vitest';
import { createRoom } from '../../src/pipeline/room.ts';
import type { Http } from '../../src/ports/http.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Bodies of chunks of ten bytes, each kept when there is room for it. */
function bodies() {
  let held = 0;
  let most = 0;
  const http: Http = {
    async get({ url, take }) {
      const length = Number(new URL(url).pathname.slice(1));
      for (let at = 0; at < length; at += 10) {
        await take?.(10);
        held += 10;
        most = Math.max(most, held);
        await settled();
      }
      return { status: 200, headers: {}, body: new Uint8Array(length), url, redirects: [] };
    },
  };
  return { http, most: () => most, leave: (bytes: number) => (held -= bytes) };
}

describe('room for what is in flight', () => {
  it('lets many large bodies in a few at a time, and each of them whole', async () => {
    const { http, most, leave } = bodies();
    const room = createRoom(http, 100);
    const lengths = [60, 80, 200, 40, 90, 70, 30];
    const read = await Promise.all(
      lengths.map((length) =>
        room(async ({ get }) => {
          const { body } = await get({ url: `http://a.example/${length}`, maxBytes: 1000, timeoutMs: 1000 });
          await settled();
          leave(length);
          return body.length;
        }),
      ),
    );
    expect(read).toEqual(lengths);
    expect(most()).toBeLessThanOrEqual(100 + 200);
  });

  it('gives back what a body took that failed', async () => {
    const http: Http = {
      async get({ take }) {
        await take?.(90);
        throw new Error('cut off');
      },
    };
    const room = createRoom(http, 100);
    const ask = () => room(({ get }) => get({ url: 'http://a.example/', maxBytes: 100, timeoutMs: 1000 }));
    for (let n = 0; n < 3; n += 1) await expect(ask()).rejects.toThrow('cut off');
  });
});
