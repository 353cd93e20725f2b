import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the platforms let through: Slack one message a second in a channel and, in a workspace, several hundred a minute
 * (docs.slack.dev/apis/web-api/rate-limits); Discord fifty requests a second of a bot and five in five seconds of a channel
 * (docs.discord.com/developers/topics/rate-limits).
 */
const SLACK_CHANNEL = { count: 1, ms: 1_000 };
const SLACK_WORKSPACE = { count: 300, ms: 60_000 };
const DISCORD_GLOBAL = { count: 50, ms: 1_000 };
const DISCORD_CHANNEL = { count: 5, ms: 5_000 };

type Limit = { readonly count: number; readonly ms: number };

/** Requests that were let through lately, by what they count towards. */
class Windows {
  readonly #passed = new Map<string, number[]>();

  /** How long until one more would pass, in milliseconds; 0 where it passes now. */
  wait(key: string, { count, ms }: Limit, now: number): number {
    const times = (this.#passed.get(key) ?? []).filter((at) => at > now - ms);
    this.#passed.set(key, times);
    return times.length < count ? 0 : (times[0] ?? now) + ms - now;
  }

  inside(key: string): number {
    return this.#passed.get(key)?.length ?? 0;
  }

  pass(keys: readonly string[], now: number): void {
    for (const key of keys) this.#passed.get(key)?.push(now);
  }
}

export type Tally = {
  /** How often each message stands, by its key. */
  readonly posts: Map<string, number>;
  /** Of each platform: messages that stand, requests that were refused, and when the first and the last came, in milliseconds since 1970. */
  readonly platforms: Map<string, { messages: number; refused: number; first: number; last: number }>;
  /** The most messages of one channel, and of one workspace, by platform. */
  readonly lanes: Map<string, number>;
};

/** Both platforms' messages over HTTP, refused with 429 where a limit is passed. */
export async function startPlatforms() {
  const windows = new Windows();
  const tally: Tally = { posts: new Map(), platforms: new Map(), lanes: new Map() };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://platforms');
    // Discord's own path is /discord/v10/channels/<channel>/messages; Slack's counterpart has the workspace in it.
    const [, platform = '', workspace = '', , channel = ''] = url.pathname.split('/');
    const key = request.headers['x-key'];
    for await (const _ of request);
    const now = Date.now();
    const limits: readonly (readonly [string, Limit])[] =
      platform === 'slack'
        ? [
            [`slack ${workspace} ${channel}`, SLACK_CHANNEL],
            [`slack ${workspace}`, SLACK_WORKSPACE],
          ]
        : [
            [`discord ${channel}`, DISCORD_CHANNEL],
            ['discord', DISCORD_GLOBAL],
          ];
    const seen = tally.platforms.get(platform) ?? { messages: 0, refused: 0, first: now, last: now };
    tally.platforms.set(platform, seen);
    const wait = Math.max(...limits.map(([name, limit]) => windows.wait(name, limit, now)));
    if (wait > 0) {
      seen.refused += 1;
      const body = JSON.stringify({ message: 'slow down', retry_after: wait / 1000, global: false });
      const isGlobal = platform === 'discord' && windows.wait('discord', DISCORD_GLOBAL, now) > 0;
      const headers = { 'retry-after': String(wait / 1000), ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}) };
      return void response.writeHead(429, { 'content-type': 'application/json', ...headers }).end(body);
    }
    windows.pass(
      limits.map(([name]) => name),
      now,
    );
    seen.messages += 1;
    seen.last = now;
    if (typeof key === 'string') tally.posts.set(key, (tally.posts.get(key) ?? 0) + 1);
    for (const lane of [`${platform} channel ${workspace} ${channel}`, `${platform} workspace ${workspace}`])
      tally.lanes.set(lane, (tally.lanes.get(lane) ?? 0) + 1);
    const left = DISCORD_CHANNEL.count - windows.inside(`discord ${channel}`);
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': String(DISCORD_CHANNEL.count),
      'x-ratelimit-remaining': String(Math.max(0, left)),
      'x-ratelimit-reset-after': String(DISCORD_CHANNEL.ms / 1000),
      'x-ratelimit-bucket': 'messages',
    };
    response.writeHead(200, platform === 'discord' ? headers : {}).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mostOf = (kind: string) =>
    Math.max(0, ...Array.from(tally.lanes, ([lane, count]) => (lane.startsWith(kind) ? count : 0)));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tally,
    /** The seconds that the limits alone impose on what was posted, by platform. */
    least: () => ({
      slack: Math.max(
        (mostOf('slack channel') - 1) * (SLACK_CHANNEL.ms / 1000),
        Math.floor((mostOf('slack workspace') - 1) / SLACK_WORKSPACE.count) * (SLACK_WORKSPACE.ms / 1000),
      ),
      discord: Math.max(
        ((tally.platforms.get('discord')?.messages ?? 1) - 1) / DISCORD_GLOBAL.count,
        Math.floor((mostOf('discord channel') - 1) / DISCORD_CHANNEL.count) * (DISCORD_CHANNEL.ms / 1000),
      ),
    }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
