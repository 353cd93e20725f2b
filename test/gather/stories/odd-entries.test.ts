import { beforeEach, describe, expect, it } from 'vitest';
import { type Entry, page, rss, startTown } from '../town.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();
beforeEach(async () => {
  await reader.follow(HOST, '/feed');
});

const TEXT = 'Hessum Storage puts a battery of 120 megawatts beside its halls at Weer, and pays €45 million for it.';
const BATTERY: Entry = {
  title: 'Hessum Storage puts a battery at Weer',
  link: '/battery',
  guid: 'battery',
  date: '2026-11-24T06:00:00Z',
  text: TEXT,
};
const LATER: Entry = {
  title: 'Weer wants the heat',
  link: '/heat',
  guid: 'heat',
  date: '2026-11-24T07:30:00Z',
  text: 'Weer wants the heat of the halls for 4,000 flats, its council said.',
};
const twice = async (one: string, other: string): Promise<void> => {
  town.serve(HOST, '/feed', one);
  await reader.poll();
  town.serve(HOST, '/feed', other);
  await reader.poll();
};
const json = (items: readonly object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A feed', items });
const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>A feed</title>${entries}</feed>`;

describe('an entry of an odd form is one article over two polls', () => {
  const enclosure = '<enclosure url="/battery.mp3" type="audio/mpeg" length="9"/>';
  const { title, date, guid } = BATTERY;
  it.each<[string, (more: boolean) => string]>([
    [
      'with an enclosure and no link',
      (more) => rss([...(more ? [LATER] : []), { ...BATTERY, link: null, more: enclosure }]),
    ],
    ['with neither link nor guid', (more) => rss([...(more ? [LATER] : []), { ...BATTERY, link: null, guid: null }])],
    ['with nothing but a text', (more) => rss([...(more ? [LATER] : []), { text: TEXT, date: BATTERY.date ?? null }])],
    [
      'with a guid that is blank',
      (more) => rss([...(more ? [{ ...LATER, guid: ' ' }] : []), { ...BATTERY, guid: ' ' }]),
    ],
    [
      'with a number for its id, in JSON',
      (more) =>
        json([
          ...(more ? [{ id: 8, title: LATER.title, content_text: LATER.text, date_published: LATER.date }] : []),
          { id: 7, title, content_text: TEXT, date_published: date },
        ]),
    ],
    [
      'with the dates of RSS in Atom',
      (more) =>
        atom(
          `${more ? `<entry><id>b</id><title>${LATER.title}</title><pubDate>Tue, 24 Nov 2026 7:30:0 GMT</pubDate><summary>${LATER.text}</summary></entry>` : ''}<entry><id>${guid}</id><title>${title}</title><pubDate>Tue, 24 Nov 2026 6:0:00 GMT</pubDate><summary>${TEXT}</summary></entry>`,
        ),
    ],
    [
      'with a film’s description for all text',
      (more) =>
        `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>A feed</title>${more ? `<entry><id>b</id><title>${LATER.title}</title><updated>${LATER.date}</updated><summary>${LATER.text}</summary></entry>` : ''}<entry><id>${guid}</id><title>${title}</title><updated>${date}</updated><media:group><media:title>Clip</media:title><media:description>${TEXT}</media:description></media:group></entry></feed>`,
    ],
  ])('%s', async (_, feed) => {
    await twice(feed(false), feed(true));
    const texts = (await reader.news()).map(({ text }) => text);
    expect(texts.toSorted()).toEqual([TEXT, LATER.text].toSorted());
  });

  it('and has its page where a JSON Feed’s id is its address', async () => {
    town.serve(HOST, '/battery', page(BATTERY.title ?? '', [TEXT, 'It is to feed the halls for two hours.']));
    const entry = {
      id: town.url(HOST, '/battery'),
      title: BATTERY.title,
      content_text: TEXT,
      date_published: BATTERY.date,
    };
    await twice(
      json([entry]),
      json([entry, { id: 9, title: 'Other words', content_text: LATER.text, date_published: LATER.date }]),
    );
    const [first] = await reader.news();
    expect(first).toMatchObject({ url: town.url(HOST, '/battery'), origin: 'page' });
    expect(await reader.titles()).toEqual([BATTERY.title, 'Other words']);
  });
});

describe('an address', () => {
  it('keeps every byte but what tracks, and names one page over two polls', async () => {
    const path = '/b?id=7%20a+b&q=%C3%A4';
    town.serve(HOST, path, page(BATTERY.title ?? '', [TEXT, 'It is to feed the halls for two hours.']));
    await twice(
      rss([{ ...BATTERY, link: `${path}&utm_source=rss#top` }]),
      rss([{ ...BATTERY, link: `${path}&utm_source=mail` }, LATER]),
    );
    expect(await reader.titles()).toEqual([BATTERY.title, LATER.title]);
    expect((await reader.news()).map(({ url }) => url)).toContain(town.url(HOST, path));
  });

  it('with a name and a password in it is sent nowhere, and leads to the page without them', async () => {
    town.serve(HOST, '/battery', page(BATTERY.title ?? '', [TEXT, 'It is to feed the halls for two hours.']));
    const sealed = town.url(HOST, '/battery').replace('://', '://ada:secret@');
    town.serve(HOST, '/feed', rss([{ ...BATTERY, link: sealed }]));
    await reader.poll();
    expect(JSON.stringify(await reader.news())).not.toContain('secret');
    expect(await reader.only()).toMatchObject({ url: town.url(HOST, '/battery') });
  });
});

describe('what stands in a feed beside the news', () => {
  it.each([
    ['a link to its comments', '<a href="/c">Comments</a>'],
    ['points and counts', '<p>Points: 312</p><p># Comments: 48</p>'],
  ])('is no text of it: %s', async (_, text) => {
    town.serve(HOST, '/feed', rss([{ ...BATTERY, link: null, text }]));
    await reader.poll();
    expect((await reader.only()).text).toBe(BATTERY.title);
  });
});

describe('a date', () => {
  it.each([
    ['the year 1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['nothing that is one', 'soon'],
  ])('of %s is left to the page', async (_, written) => {
    const head = '<meta property="article:published_time" content="2026-11-24T05:00:00Z">';
    town.serve(HOST, '/battery', page(BATTERY.title ?? '', [TEXT, 'It is to feed the halls for two hours.'], head));
    town.serve(HOST, '/feed', rss([{ ...BATTERY, date: null, more: `<pubDate>${written}</pubDate>` }]));
    await reader.poll();
    expect((await reader.only()).published).toBe('2026-11-24T05:00:00.000Z');
  });
});

describe('characters', () => {
  it('of a feed with one wrong byte keep the sums that it tells', async () => {
    const [before, after] = rss([BATTERY]).split('and pays');
    const bytes = Buffer.concat([Buffer.from(`${before}`), Buffer.from([0xe2, 0x28]), Buffer.from(`and pays${after}`)]);
    town.serve(HOST, '/feed', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(bytes);
    });
    await reader.poll();
    expect((await reader.only()).text).toContain('€45 million');
  });

  it.each(['&#55357;&#56960;', '&#xD83D;&#xDE80;', '&amp;#55357;&amp;#56960;', '&#128640;'])(
    'are whole where a feed refers to their halves: %s',
    async (rocket) => {
      const document = rss([{ ...BATTERY, title: 'ROCKET Battery park opens', text: `ROCKET ${BATTERY.text}` }]);
      town.serve(HOST, '/feed', document.replaceAll('ROCKET', rocket));
      await reader.poll();
      const { title, text } = await reader.only();
      expect([title, text]).toEqual(['🚀 Battery park opens', expect.stringMatching(/^🚀 /)]);
    },
  );
});
