import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, canonicalUrl, feedId, sameFeed } from '../../src/gather/address.ts';
import { sha256 } from '../../src/hash.ts';

describe('the address that names a page', () => {
  it.each([
    ['https://Grid.Example:443/A?utm_source=feed&id=7&fbclid=x#part', 'https://grid.example/A?id=7'],
    ['http://grid.example', 'http://grid.example/'],
    ['https://grid.example/a?', 'https://grid.example/a'],
    ['https://grid.example/a?utm_medium=rss', 'https://grid.example/a'],
    ['https://user:secret@grid.example/', 'https://grid.example/'],
    ['https://grid.example./a', 'https://grid.example/a'],
    ['https://www.google.com/url?rct=j&url=https://grid.example/a%3Fid%3D7&ct=ga', 'https://grid.example/a?id=7'],
    ['https://grid.example/#!/story/7', 'https://grid.example/#!/story/7'],
    ['https://grid.example/a?q=a%20b', 'https://grid.example/a?q=a%20b'],
    ['feed://grid.example/rss', 'http://grid.example/rss'],
    ['feed:https://grid.example/rss', 'https://grid.example/rss'],
  ])('%s is %s', (given, expected) => {
    expect(canonicalUrl(given)).toBe(expected);
  });

  it('resolves against where it was found', () => {
    expect(canonicalUrl('../b?utm_id=1', 'https://grid.example/news/a/')).toBe('https://grid.example/news/b');
  });

  it('refuses what is no web address, and says what is expected', () => {
    expect(() => canonicalUrl('grid notes')).toThrow(/not an address: "grid notes"; expected one such as/);
    expect(() => canonicalUrl('mailto:desk@grid.example')).toThrow(/expected http or https/);
  });

  it('is stable: naming it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      }),
    );
  });
});

describe('one feed by several addresses', () => {
  it.each([
    ['http://grid.example/feed', 'https://grid.example/feed'],
    ['https://grid.example/feed/', 'https://grid.example/feed'],
    ['https://www.grid.example/feed', 'https://grid.example/feed'],
    ['http://feedproxy.google.com/GridNotes', 'https://feeds.feedburner.com/GridNotes?format=xml'],
  ])('%s and %s are one', (one, other) => {
    expect(sameFeed(one, other)).toBe(true);
    expect(feedId(one)).toBe(feedId(other));
  });

  it('keeps apart what another path or parameter tells apart', () => {
    expect(sameFeed('https://grid.example/feed', 'https://grid.example/feed/power')).toBe(false);
    expect(sameFeed('https://grid.example/feed?tag=a', 'https://grid.example/feed?tag=b')).toBe(false);
  });
});

it('names a version of an article by its line, its title and its text', () => {
  const one = articleId('https://grid.example/a', 'Title', sha256('text'));
  expect(one).toBe(articleId('https://grid.example/a', 'Title', sha256('text')));
  expect(one).not.toBe(articleId('https://grid.example/a', 'Title', sha256('text, corrected')));
  expect(one).not.toBe(articleId('https://grid.example/a', 'Title, corrected', sha256('text')));
  expect(one).not.toBe(articleId('feed https://grid.example/a', 'Title', sha256('text')));
});
