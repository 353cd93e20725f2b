import { describe, expect, it } from 'vitest';
import { feedAddress, feedLink, feedName, opensDoors, redact } from '../src/secrets.ts';
import { feed } from './samples.ts';

// Drawn for these tests; put together here, so that no scanner takes them for the real thing.
const DRAWN = ['q7RzK2', 'vX9bT4', 'mW3nJ8', 'cL5'].join('');
const HEX = ['9f2c4a7e', '1b8d3f60', 'c5e7a214'].join('');

describe('an address that lets in whoever has it', () => {
  it.each([
    `https://feeds.example/rss?auth_token=${DRAWN}`,
    `https://feeds.example/rss?authkey=x1`,
    `https://feeds.example/rss?a=1&X-Amz-Signature=${HEX}&X-Amz-Date=20261124T000000Z`,
    `https://feeds.example/rss?feed_token=${['glpat', DRAWN].join('-')}`,
    `https://feeds.example/private/abc/rss.xml`,
    `https://feeds.example/${DRAWN}/rss.xml`,
    `https://feeds.example/u/${HEX}.xml`,
    `https://feeds.example/rss/3e0f0c5e-2f6b-4c1b-9a53-0d8f5f0b7c11`,
    `https://feeds.example/rss?k=${DRAWN}`,
    `https://feeds.example/rss?list=${DRAWN}`,
    `https://ana:hunter2@feeds.example/rss`,
  ])('%s', (address) => {
    expect(opensDoors(address)).toBe(true);
    const one = feed('x', { url: address, title: null, publisher: null, site: null });
    for (const shown of [feedAddress(one), feedName(one)]) expect(shown).toBe('feeds.example');
    expect(feedLink(one)).toBeNull();
  });

  it.each([
    'https://feeds.example/2026/11/24/northwind-signs-for-2-4-gigawatts-in-ohio',
    'https://feeds.example/authors/ana/feed.xml?author=ana&page=2',
    'https://feeds.example/category/accelerators-and-chips/rss.xml',
    'https://feeds.example/?feed=rss2&cat=1234567890123456',
    'https://feeds.example/blog/a100-vs-h100-vs-b200-in-2026/feed/',
    'https://feeds.example/keynotes/tokenomics/rss',
  ])('is not %s', (address) => {
    expect(opensDoors(address)).toBe(false);
    expect(feedAddress(feed('x', { url: address }))).toBe(address);
  });

  it('is any of a private feed, whose name leads to its site', () => {
    const own = feed('lattice', { owner: 'fake:acme', title: null, publisher: null });
    expect(feedName(own)).toBe('lattice.example');
    expect(feedLink(own)).toBe('https://lattice.example/');
    expect(feedLink({ ...own, site: `https://lattice.example/?token=${DRAWN}` })).toBeNull();
    expect(feedLink(feed('grid'))).toBe('https://grid.example/feed.xml');
  });
});

describe('what is redacted', () => {
  it.each([
    `GET https://f.example/rss?refresh_token=${DRAWN}&x=1`,
    `GET https://f.example/rss#access_token=${DRAWN}`,
    `GET https://f.example/private/${DRAWN}/rss`,
    `key ${['glpat', DRAWN].join('-')} was refused`,
    `key ${['ghp', DRAWN].join('_')} was refused`,
    `key ${['AKIA', 'ABCDEFGHIJKLMNOP'].join('')} was refused`,
    `jwt ${['eyJhbGciOiJI', 'eyJzdWIiOiIx', DRAWN].join('.')}`,
    `https://s3.example/f?X-Amz-Credential=${DRAWN}&X-Amz-Security-Token=${DRAWN}&X-Amz-Signature=${DRAWN}`,
  ])('%s', (text) => {
    const shown = redact(text);
    for (const secret of [DRAWN, 'ABCDEFGHIJKLMNOP', 'eyJzdWIi']) expect(shown).not.toContain(secret);
    expect(shown).toContain('[hidden]');
  });

  it('is nothing else, and no text takes long', () => {
    const plain =
      'Tokens in 120, key figures 3; see https://news.example/author/ana?author=ana&page=2#secrets-of-power';
    expect(redact(plain)).toBe(plain);
    // Of the processor, so that what else the machine does meanwhile does not count.
    const before = process.cpuUsage();
    for (const piece of ['?a', '/private/', '&token', 'eyJ', '.', 'gl', '#-_', 'aA1'])
      redact(piece.repeat(500_000 / piece.length));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
  });
});
