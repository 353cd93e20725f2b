import { describe, expect, it } from 'vitest';
import { evenly } from '../../../adapters/discord/pace.ts';

describe('the pace of requests to Discord', () => {
  it('is even beyond the first few, and an answer to somebody waits for none', async () => {
    const sent: { url: string; at: number }[] = [];
    const start = performance.now();
    const send = evenly(async (url) => {
      sent.push({ url, at: performance.now() - start });
      return new Response();
    });
    const posts = Array.from({ length: 15 }, (_, n) => `https://discord.example/api/channels/${n}/messages`);
    const answer = 'https://discord.example/api/v10/interactions/1/x/callback';
    await Promise.all([...posts, answer].map((url) => send(url, {})));
    expect(sent.filter(({ url }) => url !== answer).map(({ url }) => url)).toEqual(posts);
    // Five at once, ten after them one by one; the answer goes before these.
    expect(sent.findIndex(({ url }) => url === answer)).toBeLessThanOrEqual(5);
    expect(sent.at(-1)?.at).toBeGreaterThan(10 * 20 - 2);
  });
});
