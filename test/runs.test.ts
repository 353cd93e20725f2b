import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { z } from 'zod';
import { serving } from '../src/store/sqlite/serving.ts';

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `debrief` as a process of its own. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, ['bin/debrief.js', ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const BODY = [
  'Tallow Energy will supply 900 megawatts to the Corrie Data campus near Stavern from 2028, the two companies said on Tuesday.',
  'The contract is worth about $4.2 billion over 15 years. “We had nine weeks to decide and we took eight,” said Ines Vardal, chief executive of Corrie Data.',
  'Corrie Data expects to install up to 120,000 accelerators on the site, up from 45,000 at its first campus.',
];

/** A feed and a page that nobody of this project has made for it. */
async function serveFeed(finished: TestContext['onTestFinished']): Promise<string> {
  const published = new Date(Date.now() - 3_600_000).toUTCString();
  let origin = '';
  const server = createServer((request, response) => {
    if (request.url === '/feed.xml') {
      response.setHeader('content-type', 'application/rss+xml');
      response.end(
        `<rss version="2.0"><channel><title>Stavern Post</title><item><title>Tallow to power Corrie campus</title><link>${origin}/story</link><pubDate>${published}</pubDate></item></channel></rss>`,
      );
    } else if (request.url === '/story') {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<html><head><title>Tallow to power Corrie campus</title></head><body><nav>Home News</nav><article><h1>Tallow to power Corrie campus</h1>${BODY.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
      );
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  finished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return origin;
}

const Cite = z.object({ article: z.string(), start: z.number(), end: z.number(), text: z.string() });
const Debrief = z.looseObject({
  inShort: z.array(z.object({ text: z.string(), cites: z.array(Cite).min(1) })),
  stories: z.array(z.looseObject({ headline: z.string(), publishers: z.number() })),
  figures: z.array(Cite.loose()),
  quotes: z.array(Cite.loose()),
  silent: z.array(z.object({ title: z.string(), reason: z.string() })),
});

// Side by side: most of what a process takes is waiting for its threads and for the network.
describe.concurrent('debrief, run as people run it', { timeout: 120_000 }, () => {
  it('previews a feed of another’s making as JSON whose every span is the article’s own text', async ({
    onTestFinished,
  }) => {
    const origin = await serveFeed(onTestFinished);
    const { code, out, err } = await run(['preview', '--feed', `${origin}/feed.xml`, '--json'], {
      DEBRIEF_ALLOW_HOSTS: origin.slice(7),
    });
    expect(err).toBe('');
    expect(code).toBe(0);
    const debrief = Debrief.parse(JSON.parse(out));
    expect(debrief.inShort.length).toBeGreaterThan(0);
    expect(debrief.figures.map(({ text }) => text).join(' ')).toContain('120,000 accelerators');
    expect(debrief.quotes.map(({ text }) => text).join(' ')).toContain('We had nine weeks to decide');
    const text = BODY.join('\n\n');
    for (const span of [...debrief.inShort.flatMap(({ cites }) => cites), ...debrief.figures, ...debrief.quotes]) {
      expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  it('names what is silent when a feed cannot be had, says why, and still answers', async () => {
    const { code, out } = await run(['preview', '--feed', 'http://127.0.0.1:9/feed', '--json']);
    expect(code).toBe(0);
    const debrief = Debrief.parse(JSON.parse(out));
    expect(debrief.inShort).toEqual([]);
    expect(debrief.silent[0]?.reason).toMatch(/127\.0\.0\.1/);
  });

  it('ends with 2 and every fault at once for wrong variables and options', async () => {
    const [wrong, option, addresses, unknown] = await Promise.all([
      run(['gather'], { DEBRIEF_ZONE: 'Mars', DEBRIEF_HTTP_PORT: 'x' }),
      run(['preview', '--sinc', '3d']),
      run(['preview', '--feed', 'ftp://a.example/x', '--feed', 'nonsense']),
      run(['figurs', 'nvidia'], { DEBRIEF_DATABASE_URL: ':memory:' }),
    ]);
    expect(wrong.code).toBe(2);
    expect(wrong.err.trim().split('\n')).toHaveLength(2);
    expect(option.code).toBe(2);
    expect(addresses.code).toBe(2);
    expect(addresses.err.trim().split('\n')).toEqual([
      expect.stringContaining('--feed ftp://a.example/x: an address of ftp'),
      expect.stringContaining('--feed nonsense: not an address'),
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.out).toContain('did you mean figures?');
  });

  it('serves no file that another service serves, and says so; commands are no service', async ({ onTestFinished }) => {
    const folder = await mkdtemp(join(tmpdir(), 'debrief-'));
    const database = join(folder, 'debrief.sqlite');
    const leave = serving(database);
    onTestFinished(async () => {
      leave();
      await rm(folder, { recursive: true });
    });
    const [second, command] = await Promise.all(
      [['serve'], ['channels']].map((args) => run(args, { DEBRIEF_DATABASE_URL: database })),
    );
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second?.err).toMatch(/another Debrief serves .*debrief\.sqlite: end one of them/);
    expect(command?.code).toBe(0);
  });

  it('plays the demo without a terminal and ends: a sample, with sources for all that it says', async () => {
    const { code, out, err } = await run(['demo']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('This news is a sample');
    expect(out).toMatch(/In short\n(?: • [^•]*\[\d+\]\n)+/);
    expect(out).toContain('Key figures');
    expect(out).not.toMatch(/<script|\u001b/);
  });
});
