import { describe, expect, it } from 'vitest';
import { independent } from '../../../src/stories/publishers.ts';
import { type Entry, page, rss, startTown } from '../town.ts';

const { town, reader } = await startTown();

const TEASER = 'The buyer pays in parts, says the Lattice Letter. Subscribers read how much.';
const PAID =
  'The buyer pays $777 million in parts, says the Lattice Letter to its subscribers, the first of them before the summer and the second when the hall is full.';
const LETTER: Entry = {
  title: 'Lattice deal closes',
  link: '/lattice',
  guid: 'lattice',
  date: '2026-11-24T06:00:00Z',
  text: TEASER,
};
const STORY =
  'The grid of the north takes 900 megawatts more by 2028, its operator said on Tuesday, and pays for it with a loan from the state. The villages along the line were not asked.';
const FILLER = 'The operator runs 4,000 kilometres of line, and has told its owners that more will be needed soon.';

describe('the text of a feed', () => {
  const letter = async () => {
    town.serve('letter.example', '/lattice', 403);
    town.serve('letter.example', '/feed.xml', rss([LETTER]));
    town.serve('letter.example', '/private/7b1c/feed.xml', rss([{ ...LETTER, text: PAID }]));
  };

  it.each(['the teaser first', 'the subscriber’s first'])('is for those alone who have the feed: %s', async (order) => {
    await letter();
    const follow = [
      () => reader.follow('letter.example', '/feed.xml'),
      () => reader.follow('letter.example', '/private/7b1c/feed.xml', { owner: 'fake:acme' }),
    ];
    const feeds = [];
    const isTeaserFirst = order === 'the teaser first';
    for (const begin of isTeaserFirst ? follow : follow.toReversed()) {
      feeds.push(await begin());
      await reader.poll();
    }
    const [teaser, paid] = isTeaserFirst ? feeds : feeds.toReversed();
    if (teaser === undefined || paid === undefined) throw new Error('expected two feeds');
    expect((await reader.only([teaser])).text).toBe(TEASER);
    expect((await reader.only([paid])).text).toBe(PAID);
    expect((await reader.only([teaser, paid])).text).toBe(PAID);
    expect(await reader.figures([teaser])).toEqual([]);
    expect(await reader.figures([paid])).toEqual(['$777 million']);
    expect(await reader.figures([teaser, paid])).toEqual(['$777 million']);
  });

  it('is not replaced by what another feed says of the same page', async () => {
    await letter();
    const teaser = await reader.follow('letter.example', '/feed.xml');
    const other = await reader.follow('letter.example', '/other.xml');
    town.serve(
      'letter.example',
      '/other.xml',
      rss([{ ...LETTER, title: 'Lattice deal is off', text: `${TEASER} Not so.` }]),
    );
    await reader.poll();
    town.serve(
      'letter.example',
      '/other.xml',
      rss([{ ...LETTER, title: 'Lattice deal is off', text: `${TEASER} Never.` }]),
    );
    await reader.poll();
    expect(await reader.only([teaser])).toMatchObject({ title: LETTER.title, text: TEASER });
    expect(await reader.only([other])).toMatchObject({ title: 'Lattice deal is off', text: `${TEASER} Never.` });
  });

  it('never stands under another publisher’s address or name', async () => {
    town.serve('reuters.com', '/grid', 403);
    town.serve('planet.example', '/feed.xml', rss([{ ...LETTER, link: town.url('reuters.com', '/grid'), guid: 'x' }]));
    await reader.follow('planet.example', '/feed.xml');
    await reader.poll();
    const article = await reader.only();
    expect(new URL(article.url).hostname).toBe('planet.example');
    expect(article).toMatchObject({ text: TEASER, publisher: 'A feed' });
    expect(article.note).toContain('these are the words of the feed, not of reuters.com');
  });

  it('stands under the id of its entry where that is an address of the feed', async () => {
    const own = town.url('planet.example', '/linked/1');
    town.serve('planet.example', '/feed.xml', rss([{ ...LETTER, link: town.url('reuters.com', '/gone'), guid: own }]));
    await reader.follow('planet.example', '/feed.xml');
    await reader.poll();
    expect((await reader.only()).url).toBe(own);
  });

  it('stands under the entry’s address where whoever runs the pack says whose feed it is', async () => {
    town.serve('planet.example', '/reuters.xml', rss([{ ...LETTER, link: town.url('www.reuters.com', '/gone') }]));
    await reader.follow('planet.example', '/reuters.xml', { publisher: 'Reuters' });
    await reader.poll();
    expect(await reader.only()).toMatchObject({ url: town.url('www.reuters.com', '/gone'), publisher: 'Reuters' });
  });

  it('that calls itself by the name of a known publisher is not believed', async () => {
    town.serve('planet.example', '/feed.xml', rss([{ ...LETTER, link: null }], '<title>Reuters</title>'));
    await reader.follow('planet.example', '/feed.xml');
    await reader.poll();
    expect((await reader.only()).publisher).toBe('planet.example');
  });
});

describe('a page', () => {
  const linking = (host: string, path: string, more: Entry = {}) =>
    rss([
      { title: 'The north takes more', link: town.url(host, path), guid: 'n', date: '2026-11-24T06:00:00Z', ...more },
    ]);

  it('is its publisher’s, whoever linked to it, with its own title', async () => {
    town.serve('grid.example', '/north', page('The north takes more power', [STORY, FILLER]));
    town.serve(
      'planet.example',
      '/feed.xml',
      linking('grid.example', '/north', { title: 'More power: the north is bust' }),
    );
    await reader.follow('planet.example', '/feed.xml', { publisher: 'Planet' });
    await reader.poll();
    expect(await reader.only()).toMatchObject({
      url: town.url('grid.example', '/north'),
      title: 'The north takes more power',
      publisher: 'grid.example',
    });
  });

  it('is one article for all the feeds that lead to it', async () => {
    town.serve('grid.example', '/north', page('The north takes more', [STORY, FILLER]));
    town.serve('grid.example', '/feed.xml', linking('grid.example', '/north'));
    town.serve(
      'planet.example',
      '/feed.xml',
      linking('grid.example', '/north?utm_source=planet', { title: 'North, more' }),
    );
    const own = await reader.follow('grid.example', '/feed.xml', { publisher: 'Grid' });
    await reader.poll();
    const planet = await reader.follow('planet.example', '/feed.xml', { owner: 'fake:acme' });
    await reader.poll();
    expect((await reader.only()).id).toBe((await reader.only([own])).id);
    expect(await reader.only([planet])).toMatchObject({ title: 'The north takes more', publisher: 'Grid' });
  });

  it.each([
    ['one.co.uk', 'two.co.uk'],
    ['one.github.io', 'two.github.io'],
    ['one.substack.com', 'two.substack.com'],
  ])('of %s does not take the address and the voice of %s', async (taker, taken) => {
    const canonical = `<link rel="canonical" href="${town.url(taken, '/north')}"><meta property="og:site_name" content="Reuters">`;
    town.serve(taker, '/copy', page('The north takes nothing', [STORY.replace('900', '9'), FILLER], canonical));
    town.serve(taker, '/feed.xml', linking(taker, '/copy', { title: 'The north takes nothing' }));
    town.serve(taken, '/north', page('The north takes more', [STORY, FILLER]));
    town.serve(taken, '/feed.xml', linking(taken, '/north'));
    await reader.follow(taken, '/feed.xml');
    await reader.follow(taker, '/feed.xml');
    await reader.poll();
    const found = await reader.news();
    expect(found.map(({ url, title }) => [new URL(url).hostname, title])).toEqual([
      [taken, 'The north takes more'],
      [taker, 'The north takes nothing'],
    ]);
    expect(found[1]).toMatchObject({
      publisher: 'A feed',
      note: expect.stringContaining(`another publisher (${taken})`),
    });
  });

  it('is read at its own address where a service that counts clicks stands before it', async () => {
    town.serve('grid.example', '/north', page('The north takes more', [STORY, FILLER]));
    const own = `<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">${town.url('grid.example', '/north')}</feedburner:origLink>`;
    town.serve('grid.example', '/feed.xml', linking('planet.example', '/~r/north', { more: own }));
    await reader.follow('grid.example', '/feed.xml', { publisher: 'Grid' });
    await reader.poll();
    expect(await reader.only()).toMatchObject({ url: town.url('grid.example', '/north'), publisher: 'Grid' });
    expect(town.asked('planet.example', '/~r/north')).toBe(0);
  });

  it('keeps the address of its publisher’s other host', async () => {
    const canonical = `<link rel="canonical" href="${town.url('www.grid.example', '/north')}">`;
    town.serve('grid.example', '/n', page('The north takes more', [STORY, FILLER], canonical));
    town.serve('feeds.grid.example', '/feed.xml', linking('grid.example', '/n'));
    await reader.follow('feeds.grid.example', '/feed.xml', { publisher: 'Grid' });
    await reader.poll();
    expect(await reader.only()).toMatchObject({ url: town.url('www.grid.example', '/north'), publisher: 'Grid' });
  });

  it('that a private feed leads to is not handed to those who follow the public one', async () => {
    const canonical = `<link rel="canonical" href="${town.url('grid.example', '/north')}">`;
    town.serve('grid.example', '/r/7b1c', page('The north takes more', [STORY, PAID], canonical));
    town.serve('grid.example', '/north', page('The north takes more', [STORY, FILLER], canonical));
    town.serve('grid.example', '/private.xml', linking('grid.example', '/r/7b1c'));
    town.serve('grid.example', '/feed.xml', linking('grid.example', '/north'));
    const paid = await reader.follow('grid.example', '/private.xml', { owner: 'fake:acme' });
    await reader.poll();
    const open = await reader.follow('grid.example', '/feed.xml');
    await reader.poll();
    expect((await reader.only([open])).text).not.toContain('$777 million');
    expect((await reader.only([paid])).text).toContain('$777 million');
  });
});

describe('an entry that an aggregator has from elsewhere', () => {
  const source = (name: string, url: string) => `<source url="${url}">${name}</source>`;
  const aggregated = (title: string, name: string, url: string, path: string): Entry => ({
    title: `${title} - ${name}`,
    link: town.url('news.google.com', path),
    guid: path,
    date: '2026-11-24T06:00:00Z',
    text: `<a href="${town.url('news.google.com', path)}">${title}</a>&nbsp;&nbsp;<font color="#6f6f6f">${name}</font>`,
    more: source(name, url),
  });

  it('is its source’s, by name, title and voice, with the address of the entry', async () => {
    const north = 'The grid of the north takes 900 megawatts more by 2028';
    town.serve('news.google.com', '/a', '<html><head><script src="/go.js"></script></head><body></body></html>');
    town.serve(
      'news.google.com',
      '/feed.xml',
      rss([
        aggregated(north, 'Reuters', 'https://www.reuters.com', '/a'),
        aggregated(`${north}, its operator says`, 'The Line Post', 'https://line-post.example', '/b'),
      ]),
    );
    await reader.follow('news.google.com', '/feed.xml', { title: 'Grid - Google News' });
    await reader.poll();
    const found = await reader.news();
    expect(found.map(({ title, text, publisher, url }) => [title, text, publisher, new URL(url).host])).toEqual([
      [north, north, 'Reuters', new URL(town.url('news.google.com', '/')).host],
      [
        `${north}, its operator says`,
        `${north}, its operator says`,
        'The Line Post',
        found[0] && new URL(found[0].url).host,
      ],
    ]);
    expect(found[0]?.note).toContain('the feed has it from Reuters');
    expect(independent(found)).toEqual(['Reuters', 'The Line Post']);
  });

  it('and shows on a page of its own is the source’s too', async () => {
    town.serve('planet.example', '/n', page('The north takes more power', [STORY, FILLER]));
    town.serve(
      'planet.example',
      '/feed.xml',
      rss([
        {
          ...LETTER,
          title: 'The north takes more power',
          link: '/n',
          more: source('Reuters', 'https://reuters.com/feed'),
        },
      ]),
    );
    await reader.follow('planet.example', '/feed.xml', { title: 'Planet' });
    await reader.poll();
    expect(await reader.only()).toMatchObject({ origin: 'page', publisher: 'Reuters' });
  });

  it.each([
    [
      'under the name of a publisher at an address that is not its',
      source('Reuters', 'https://planet-two.example/rss'),
      'planet-two.example',
    ],
    ['that is the feed itself', source('Anything', 'https://planet.example/all.xml'), 'Planet'],
    ['that the feed itself is called by', source('Planet', 'https://feeds.letter.example/planet'), 'Planet'],
    ['without an address', '<source>Reuters</source>', 'Planet'],
  ])('is told by its source %s', async (_, more, publisher) => {
    town.serve('planet.example', '/feed.xml', rss([{ ...LETTER, link: null, more }]));
    await reader.follow('planet.example', '/feed.xml', { title: 'Planet' });
    await reader.poll();
    expect((await reader.only()).publisher).toBe(publisher);
  });

  it('is the source’s in Atom, where the source is a channel of its own', async () => {
    const from = '<source><id>x</id><title>The Line Post</title><link href="https://line-post.example/"/></source>';
    town.serve(
      'planet.example',
      '/feed.xml',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><entry><id>n</id><title>North</title><updated>${LETTER.date}</updated><summary>${TEASER}</summary>${from}</entry></feed>`,
    );
    await reader.follow('planet.example', '/feed.xml');
    await reader.poll();
    expect((await reader.only()).publisher).toBe('The Line Post');
  });
});
