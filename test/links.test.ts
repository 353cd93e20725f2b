import { describe, expect, it } from 'vitest';
import { linkRoots } from '../src/effects/seal.ts';
import { createLinks, editionPath, FEED, placeAt, receiptPath } from '../src/links/index.ts';
import type { NoteStore } from '../src/ports/store.ts';

const NOW = new Date('2026-11-24T08:00:00.000Z');
const DAY = 86_400_000;
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY);

function notes(): NoteStore {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
    async once(key, value) {
      if (kept.has(key)) return false;
      kept.set(key, value);
      return true;
    },
    forget: async (key) => void kept.delete(key),
  };
}

function open(kept = notes(), secret: string | null = 'a secret of today', former: string | null = null) {
  const address = () => 'https://debrief.example';
  return createLinks({ store: { notes: kept }, roots: () => linkRoots(secret, former), inChat: true, address });
}

const passIn = (address: string): string => /\/p\/([^/]+)\//.exec(address)?.[1] ?? '';

async function made(links = open()) {
  const linker = await links.of('slack:T1');
  if (linker === null) throw new Error('no address');
  return { links, linker };
}

describe('a link to a page', () => {
  it('holds for the one thing that it names, for a month', async () => {
    const { links, linker } = await made();
    const pass = passIn(linker.edition('d1', null, NOW));
    expect(await links.opened(pass, editionPath('d1'), later(29))).toEqual({
      kind: 'open',
      grant: 'one',
      workspace: 'slack:T1',
      channel: null,
    });
    expect(await links.opened(pass, editionPath('d2'), NOW)).toEqual({ kind: 'forged' });
    expect(await links.opened(pass, null, NOW)).toEqual({ kind: 'forged' });
    expect(await links.opened(pass, editionPath('d1'), later(31))).toEqual({ kind: 'expired' });
  });

  it('is the same however often it is made, and short', async () => {
    const { linker } = await made();
    const span = { article: 'a'.repeat(24), start: 1200, end: 1350, text: '' };
    const address = linker.receipt(NOW)({ n: 1, url: '' }, span);
    expect(linker.receipt(NOW)({ n: 1, url: '' }, span)).toBe(address);
    expect(address.length).toBeLessThan(100);
  });

  it('says whose it is in letters that nobody escapes on the way, whatever a platform’s ids are made of', async () => {
    const links = open();
    for (const [workspace, channel] of [
      ['discord:1180000000000000005', '1180000000000000031'],
      ['discord:@1180000000000000005', null],
      ['slack:T01ABCDEF', 'C0123456789'],
      ['other:a b/c.d~e,é', '0012345678901'],
    ] as const) {
      const address = (await links.of(workspace))?.edition('d1', channel, NOW) ?? '';
      const pass = passIn(address);
      expect(pass).toMatch(/^[\w:@~!,.-]+$/);
      expect(passIn(new URL(address).href)).toBe(pass);
      expect(await links.opened(pass, editionPath('d1'), NOW)).toMatchObject({ kind: 'open', workspace, channel });
    }
  });

  it('names a receipt by its place in an article, and by nothing else', () => {
    const place = { article: '0f'.repeat(12), start: 1200, end: 1350 };
    const [, article = '', at = ''] = receiptPath(place).split('/');
    expect(placeAt(article, at)).toEqual(place);
    for (const [one, other] of [
      ['a b', at],
      [article, '1'],
      [article, '1-2-3'],
      ['', at],
      [article, 'ABC-1'],
    ] as const)
      expect(placeAt(one, other)).toBeNull();
  });

  it('lets readers in for a week and admins for half a day, each as what they are', async () => {
    const { links, linker } = await made();
    const reader = passIn(linker.pages('reader', 'C1', NOW));
    const admin = passIn(linker.pages('admin', 'C1', NOW));
    expect(await links.opened(reader, null, later(6))).toMatchObject({ grant: 'reader', channel: 'C1' });
    expect(await links.opened(reader, null, later(8))).toEqual({ kind: 'expired' });
    expect(await links.opened(admin, null, later(0.4))).toMatchObject({ grant: 'admin' });
    expect(await links.opened(admin, null, later(0.6))).toEqual({ kind: 'expired' });
  });

  it('is refused once anything of it was changed', async () => {
    const { links, linker } = await made();
    const [payload = '', mac = ''] = passIn(linker.pages('reader', 'C1', NOW)).split('.');
    const changed = [
      `${payload.replace(/^r/, 'a')}.${mac}`,
      `${payload.replace('T1', 'T2')}.${mac}`,
      `${payload.replace(/^r\w+/, 'rzzzzzz')}.${mac}`,
      `${payload.replace(/^r\w+/, 'r')}.${mac}`,
      `${payload}.${mac.slice(0, -1)}`,
      `${payload}.${mac}A`,
      `${payload}.`,
      payload,
      `${payload}.${mac}.${mac}`,
      '',
      'x'.repeat(10_000),
      'r,%zz,',
    ];
    for (const pass of changed) expect(await links.opened(pass, null, NOW), pass).toEqual({ kind: 'forged' });
  });

  it('ends when the workspace’s links are revoked, or all that is its own is forgotten; feeds’ addresses with them', async () => {
    const kept = notes();
    const { links, linker } = await made(open(kept));
    const { linker: other } = { linker: await links.of('slack:T2') };
    const pass = passIn(linker.feed('C1', 'atom'));
    expect(await links.opened(pass, FEED, later(2000))).toMatchObject({ kind: 'open', channel: 'C1' });
    await links.revoke('slack:T1');
    expect(await links.opened(pass, FEED, NOW)).toEqual({ kind: 'forged' });
    expect(await links.opened(passIn(other?.feed('C1', 'atom') ?? ''), FEED, NOW)).toMatchObject({ kind: 'open' });
    await kept.forget('links:slack:T2');
    expect(await links.opened(passIn(other?.feed('C1', 'atom') ?? ''), FEED, NOW)).toEqual({ kind: 'forged' });
    await links.of('slack:T2');
    expect(await links.opened(passIn(other?.feed('C1', 'atom') ?? ''), FEED, NOW)).toEqual({ kind: 'forged' });
  });

  it('holds through a change of the secret while the former one is named, and needs both the secret and the store', async () => {
    const kept = notes();
    const { linker } = await made(open(kept));
    const pass = passIn(linker.edition('d1', null, NOW));
    const opened = (links: ReturnType<typeof open>) => links.opened(pass, editionPath('d1'), NOW);
    expect(await opened(open(kept, 'another secret now', 'a secret of today'))).toMatchObject({ kind: 'open' });
    expect(await opened(open(kept, 'another secret now'))).toEqual({ kind: 'forged' });
    expect(await opened(open(kept, null))).toEqual({ kind: 'forged' });
    expect(await opened(open(notes()))).toEqual({ kind: 'forged' });
  });
});
