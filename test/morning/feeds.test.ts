import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../adapters/terminal/render.ts';
import { ANSI } from '../../adapters/terminal/style.ts';
import { DEFAULT_CHOICE } from '../../src/domain/habits.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { channel } from '../samples.ts';
import { shown } from '../stage.ts';
import { LEASE, type Press, SUPPLY, startPress } from './press.ts';
import { type Running, run } from './service.ts';

const NIGHT = '2026-11-24T07:00:00.000Z';
const SLOT = '2026-11-24T07:30:00.000Z';
const HOUR = 3_600_000;

let press: Press;
let running: Running | null = null;
const releases: (() => unknown)[] = [];
beforeAll(async () => {
  press = await startPress();
});
afterEach(async () => {
  await running?.close();
  running = null;
});
afterAll(async () => {
  for (const release of releases.reverse()) await release();
  await press.close();
});

/** A server whose certificate nobody has signed but itself. */
async function startSelfSigned(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...made, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => response.end());
  rmSync(folder, { recursive: true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.push(() => new Promise((resolve) => server.close(resolve)));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Every way in which a feed goes wrong, with the words that its reader is told. */
function breakFeeds(): Readonly<Record<string, RegExp>> {
  press.answer('/html', (_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><html><body>Welcome to our site</body></html>'),
  );
  press.answer('/empty', (_, response) => response.setHeader('content-type', 'application/rss+xml').end());
  press.answer('/truncated', (_, response) => response.end('<rss version="2.0"><channel><ti'));
  press.answer('/huge', (_, response) => {
    let left = 100;
    const more = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(Buffer.alloc(1_000_000, 'x'))) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  press.answer('/loop', (_, response) => response.writeHead(302, { location: '/loop-2' }).end());
  press.answer('/loop-2', (_, response) => response.writeHead(302, { location: '/loop' }).end());
  press.answer('/drip', (_, response) => {
    const drip = setInterval(() => response.write('<'), 50);
    response.on('close', () => clearInterval(drip));
  });
  press.answer('/dead', (_, response) => response.writeHead(500).end());
  return {
    '/html': /an HTML page, not a feed; give the address/,
    '/empty': /the feed is empty; open its address/,
    '/truncated': /breaks off before its end; what came until there is read/,
    '/huge': /larger than 10 MB/,
    '/loop': /redirects in a circle; open the address in a browser/,
    '/drip': /no whole answer within/,
    '/dead': /the server has a fault \(500\)/,
  };
}

describe('feeds that go wrong', () => {
  it('each fails with what to do, stands among the silent, and holds up no other', async () => {
    const broken = breakFeeds();
    const secure = await startSelfSigned();
    press.publish('stavern-post', [SUPPLY]);
    const platform = fakePlatform();
    const feeds = [
      ...Object.keys(broken).map((path) => `${press.origin}${path}`),
      `https://${secure}/feed`,
      'http://10.0.0.8/feed',
      'http://169.254.169.254/latest/meta-data/',
      `${press.origin}/stavern-post/feed.xml`,
    ];
    running = await run({ at: NIGHT, platform, allowHosts: [press.host, secure], feeds, patience: 2_000 });
    const { store } = running.app;
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await store.channels.save(channel('infra', { nextDueAt: SLOT, choice: DEFAULT_CHOICE }));
    await running.tick();
    await running.pass('2026-11-24T07:31:00.000Z', 31);

    const [edition] = await store.debriefs.last(DEFAULT_CHOICE, new Date('2026-11-24T08:00:00Z'), 1);
    const silent = new Map(edition?.silent.map(({ title, reason }) => [title, reason]));
    for (const [path, words] of Object.entries(broken)) expect(silent.get(`${press.origin}${path}`)).toMatch(words);
    expect(silent.get(`https://${secure}/feed`)).toMatch(/certificate is signed by nobody known/);
    expect(silent.get('http://10.0.0.8/feed')).toMatch(/private network.*DEBRIEF_ALLOW_HOSTS/);
    expect(silent.get('http://169.254.169.254/latest/meta-data/')).toMatch(/link-local/);
    expect(silent.size).toBe(feeds.length - 1);

    const [message] = platform.messages;
    expect(message === undefined ? '' : shown(message.document)).toContain('900 megawatts');
    expect(JSON.stringify(message?.document)).toMatch(/Silent/i);
  });

  it('are told to the admins once when they stay dead, and once when they are back', async () => {
    press.publish('stavern-post', [SUPPLY]);
    const platform = fakePlatform();
    const url = `${press.origin}/stavern-post/feed.xml`;
    running = await run({ at: NIGHT, platform, allowHosts: [press.host], feeds: [url] });
    const { store } = running.app;
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await store.channels.save(channel('infra', { choice: DEFAULT_CHOICE }));
    await running.tick();
    press.answer('/stavern-post/feed.xml', (_, response) => response.writeHead(500).end());
    await running.pass('2026-11-27T07:00:00.000Z', 60);
    const all = () => platform.notices.map(({ workspace, document }) => `${workspace} ${document.summary}`);
    const told = () => all().filter((line) => line.includes('stavern-post'));
    // With its only feed dead, a day without news is told too, once.
    expect(all().filter((line) => line.includes('No news since'))).toHaveLength(1);
    expect(told()).toEqual([expect.stringMatching(/^fake:acme stavern-post: .*has a fault \(500\)/)]);

    press.publish('stavern-post', [{ ...LEASE, at: '2026-11-27T06:00:00Z' }]);
    await running.pass('2026-11-28T09:00:00.000Z', 60);
    expect(told().slice(1)).toEqual([expect.stringMatching(/^fake:acme stavern-post is well again/)]);
  });

  it('bring nothing that a terminal or a channel would obey', async () => {
    const nasty = '\u001b]0;owned\u0007\u001b[2J\u001b[31m&#27;[31m&#x9b;31m\u202e<!channel> @everyone <@U1>';
    press.publish('stavern-post', [
      {
        ...SUPPLY,
        title: `Tallow ${nasty} to power Corrie data centre`,
        paragraphs: [
          `Tallow Energy${nasty} will supply 900 megawatts to the Corrie Data data centre campus near Stavern from 2028.`,
          `“We had nine weeks ${nasty} to decide,” said Ines Vardal, chief executive of Corrie Data.`,
          ...SUPPLY.paragraphs,
          '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">more</a>',
        ],
      },
    ]);
    const platform = fakePlatform();
    const feeds = [`${press.origin}/stavern-post/feed.xml`];
    running = await run({ at: NIGHT, platform, allowHosts: [press.host], feeds });
    const { store } = running.app;
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    await store.channels.save(channel('infra', { nextDueAt: SLOT, choice: DEFAULT_CHOICE }));
    await running.tick();
    await running.pass(new Date(Date.parse(SLOT) + HOUR / 60).toISOString(), 31);
    const documents = platform.messages.flatMap(({ document }) => [
      document,
      ...document.thread.map((t) => t.document),
    ]);
    expect(documents.length).toBeGreaterThan(0);
    const plain = documents.map(shown).join('\n');
    expect(plain).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]|<script|javascript:/);
    const styled = documents.map((document) => render(document, { style: ANSI, width: 110 })).join('\n');
    expect(styled).not.toMatch(/\u001b\[2J|\u001b\]0|\u009b|\u202e/);
    expect(JSON.stringify(documents)).not.toContain('javascript:');
  });
});
