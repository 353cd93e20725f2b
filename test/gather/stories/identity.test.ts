import { describe, expect, it } from 'vitest';
import { type Entry, page, rss, startTown } from '../town.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();

const at = (path: string) => town.url(HOST, path);
const OPENS =
  'The hall opens in spring with room for 4,000 racks, its owner told the county on Monday, and the two lines that feed it are built already. Nobody has said who moves in.';
const CLOSES =
  'The plant closes in winter after 41 years, its operator told the union on Monday, and 310 people are offered work at two other sites. The last coal comes by rail in May.';
const GROWS =
  'The line grows by 90 kilometres, the network told the ministry on Monday, and crosses the river twice before it reaches the coast at last. Farmers along it were heard twice.';

const HALL: Entry = {
  title: 'Hall opens in Tessin',
  link: '/hall',
  guid: 'g1',
  date: '2026-11-24T06:00:00Z',
  text: OPENS,
};
const PLANT: Entry = {
  title: 'Plant closes in Rudow',
  link: '/plant',
  guid: 'g2',
  date: '2026-11-24T07:00:00Z',
  text: CLOSES,
};
const LINE: Entry = {
  title: 'Line grows to the coast',
  link: '/line',
  guid: 'g3',
  date: '2026-11-24T07:30:00Z',
  text: GROWS,
};

/** The feed as it stands at each poll, one after the other. */
async function polled(...documents: (readonly Entry[])[]): Promise<void> {
  await reader.follow(HOST, '/feed.xml');
  for (const entries of documents) {
    town.serve(HOST, '/feed.xml', rss(entries));
    await reader.poll();
  }
}

function pages(...entries: readonly Entry[]): void {
  for (const { link, title, text } of entries)
    if (link != null) town.serve(HOST, link.replace(/#.*/, ''), page(title ?? '', [text ?? '']));
}

describe('an entry is known by more than one field', () => {
  it('keeps entries apart that have one guid for all', async () => {
    pages(HALL, PLANT);
    const none = { guid: 'N/A' };
    await polled([
      { ...HALL, ...none },
      { ...PLANT, ...none },
    ]);
    expect(await reader.titles()).toEqual([HALL.title, PLANT.title]);
    expect(await reader.notes()).toContainEqual(expect.stringContaining('its guid “N/A” is that of another entry'));
    town.serve(
      HOST,
      '/feed.xml',
      rss([
        { ...LINE, ...none },
        { ...HALL, ...none },
        { ...PLANT, ...none },
      ]),
    );
    pages(LINE);
    expect((await reader.poll()).items).toBe(1);
    expect(await reader.titles()).toEqual([HALL.title, LINE.title, PLANT.title]);
  });

  it('takes a guid that comes with another link, title and date for another entry’s', async () => {
    pages(HALL, PLANT, LINE);
    const rolling = { guid: 'daily-briefing' };
    await polled([{ ...HALL, ...rolling }], [{ ...PLANT, ...rolling }], [{ ...LINE, ...rolling }]);
    expect(await reader.titles()).toEqual([HALL.title, LINE.title, PLANT.title]);
    expect(await reader.notes()).toContainEqual(
      `${PLANT.title}: its guid “daily-briefing” was that of another entry before`,
    );
  });

  it('does so where the entries have no date', async () => {
    pages(HALL, PLANT);
    const rolling = { guid: 'latest', date: null };
    await polled([], [{ ...HALL, ...rolling }], [{ ...PLANT, ...rolling }]);
    expect(await reader.titles()).toEqual([HALL.title, PLANT.title]);
  });

  it('keeps one whose guid is another at every poll', async () => {
    pages(HALL);
    await polled([{ ...HALL, guid: 'a1' }], [{ ...HALL, guid: 'b2' }], [{ ...HALL, guid: 'c3' }]);
    expect(await reader.titles()).toEqual([HALL.title]);
    expect(town.asked(HOST, '/hall')).toBe(1);
  });

  it('keeps one whose guid is another at every poll, and which has no date or no link', async () => {
    pages(HALL);
    const bare = { ...PLANT, link: null };
    const state = (n: number) => [
      { ...HALL, guid: `a${n}`, date: null },
      { ...bare, guid: `b${n}` },
    ];
    await polled([], state(1), state(2), state(3));
    expect(await reader.titles()).toEqual([HALL.title, PLANT.title]);
  });

  it('keeps one whose link has another session in it at every poll', async () => {
    for (const n of [1, 2]) pages({ ...HALL, link: `/hall?sid=${n}` });
    await polled([{ ...HALL, guid: null, link: '/hall?sid=1' }], [{ ...HALL, guid: null, link: '/hall?sid=2' }]);
    expect(await reader.titles()).toEqual([HALL.title]);
  });

  it.each<[string, (old: Entry) => Entry]>([
    ['guids and dates are made anew', (old) => ({ ...old, guid: 'anew', date: '2026-11-24T07:59:00Z' })],
    ['links and guids are others', (old) => ({ ...old, link: '/moved', guid: 'moved' })],
    ['titles are corrected', (old) => ({ ...old, title: 'Hall opened in Tessin, says county' })],
    ['texts are cut', (old) => ({ ...old, text: OPENS.slice(0, 60), guid: 'cut' })],
    ['dates are gone', (old) => ({ ...old, date: null })],
  ])('takes what was old when it was first followed for no news as its %s', async (_, change) => {
    const old = { ...HALL, date: '2026-10-02T06:00:00Z' };
    pages(PLANT, old);
    town.serve(HOST, '/moved', page(HALL.title ?? '', [OPENS]));
    await polled([old, PLANT], [change(old), PLANT], [change(change(old)), PLANT]);
    expect(await reader.titles()).toEqual([PLANT.title]);
  });

  it('knows by its link that an old entry has it too', async () => {
    const old = { ...HALL, date: '2026-10-02T06:00:00Z', link: '/live' };
    town.serve(HOST, '/live', page(HALL.title ?? '', [OPENS]));
    await polled([old], [old, { ...PLANT, link: '/live' }]);
    const article = await reader.only();
    expect(article).toMatchObject({ title: PLANT.title, text: CLOSES });
  });

  it('does not read the whole feed again when its site moves to other links and guids', async () => {
    pages(HALL, PLANT);
    const moved = [HALL, PLANT].map((entry) => ({ ...entry, link: `/new${entry.link}`, guid: `new-${entry.guid}` }));
    pages(...moved);
    await polled([HALL, PLANT], moved);
    expect(await reader.titles()).toEqual([HALL.title, PLANT.title]);
    expect(town.asked(HOST, '/new/hall')).toBe(0);
  });

  it('keeps entries apart that have one link for all, each with its own words', async () => {
    town.serve(HOST, '/news', page('Company news', ['All our news in one place, for the press and everybody else.']));
    const all = { link: '/news' };
    await polled([
      { ...HALL, ...all },
      { ...PLANT, ...all },
    ]);
    const found = await reader.news();
    expect(found.map(({ title, text, origin }) => [title, text, origin])).toEqual([
      [HALL.title, OPENS, 'feed'],
      [PLANT.title, CLOSES, 'feed'],
    ]);
    expect(new Set(found.map(({ url }) => url)).size).toBe(2);
    expect(found.every(({ url }) => url.startsWith(at('/news#')))).toBe(true);
    expect(await reader.notes()).toContainEqual(
      expect.stringMatching(/^Hall opens.*its link is that of another entry/),
    );
  });

  it('keeps entries apart that have one link for all and come one at a time', async () => {
    town.serve(HOST, '/news', page('Company news', ['All our news in one place, for the press and everybody else.']));
    await polled([{ ...HALL, link: '/news' }], [{ ...PLANT, link: '/news' }], [{ ...LINE, link: '/news' }]);
    expect(await reader.titles()).toEqual([HALL.title, LINE.title, PLANT.title]);
  });

  it('keeps entries apart whose links differ by the fragment alone', async () => {
    town.serve(HOST, '/changes', page('Changes', ['What changed on our platform this week, entry by entry.']));
    await polled([
      { ...HALL, link: '/changes#hall', guid: null },
      { ...PLANT, link: '/changes#plant', guid: null },
    ]);
    expect((await reader.news()).map(({ title, url }) => [title, url])).toEqual([
      [HALL.title, at('/changes#hall')],
      [PLANT.title, at('/changes#plant')],
    ]);
  });

  it('keeps entries apart of one title, which a daily briefing has', async () => {
    const days = [HALL, PLANT, LINE].map((entry) => ({ ...entry, title: 'Daily briefing', guid: null }));
    pages(...days);
    await polled(
      days.slice(0, 1),
      days.slice(0, 2),
      days.map((entry) => ({ ...entry })),
    );
    expect(await reader.titles()).toEqual(['Daily briefing', 'Daily briefing', 'Daily briefing']);
  });

  it('keeps one that is listed twice, in its later state, and says so', async () => {
    pages(HALL);
    await polled([HALL, HALL]);
    expect(await reader.titles()).toEqual([HALL.title]);
    expect(await reader.notes()).toEqual([`${HALL.title}: it is listed 2 times; the last state of it counts`]);
  });

  it('keeps an entry without a link, under its place on the feed’s site', async () => {
    await polled([{ ...HALL, link: null }]);
    expect(await reader.only()).toMatchObject({ text: OPENS, origin: 'feed' });
    expect((await reader.only()).url).toMatch(/^http:\/\/grid\.example:\d+\/#[0-9a-f]{8}$/);
  });

  it('tells what it leaves out, and why', async () => {
    await polled([{ guid: 'empty', date: '2026-11-24T06:00:00Z' }]);
    expect(await reader.news()).toEqual([]);
    expect(await reader.notes()).toEqual(['null: the entry has no title and no text']);
  });
});

describe('a page’s word on its own address', () => {
  const canonical = (path: string) => `<link rel="canonical" href="${at(path)}">`;

  it('is taken where it stays with the publisher', async () => {
    town.serve(HOST, '/p/1', page(HALL.title ?? '', [OPENS], canonical('/hall')));
    await polled([{ ...HALL, link: '/p/1' }]);
    expect(await reader.only()).toMatchObject({ url: at('/hall'), note: null });
  });

  it('is not taken a second time for another article', async () => {
    town.serve(HOST, '/p/1', page(HALL.title ?? '', [OPENS], canonical('/story')));
    town.serve(HOST, '/p/2', page(PLANT.title ?? '', [CLOSES], canonical('/story')));
    await polled([
      { ...HALL, link: '/p/1' },
      { ...PLANT, link: '/p/2' },
    ]);
    const found = await reader.news();
    expect(found.map(({ title, text }) => [title, text])).toEqual([
      [HALL.title, OPENS],
      [PLANT.title, CLOSES],
    ]);
    expect(new Set(found.map(({ url }) => url)).size).toBe(2);
    expect(found.map(({ note }) => note)).toContain('its page names the address of another article as its own');
  });

  it('is not taken where it drops the query that tells articles apart', async () => {
    for (const [n, title, text] of [
      [1, HALL.title, OPENS],
      [2, PLANT.title, CLOSES],
    ] as const)
      town.serve(HOST, `/article?id=${n}`, page(title ?? '', [text], canonical('/article')));
    await polled([
      { ...HALL, link: '/article?id=1' },
      { ...PLANT, link: '/article?id=2' },
    ]);
    expect((await reader.news()).map(({ url }) => url)).toEqual([at('/article?id=1'), at('/article?id=2')]);
  });

  it('is taken where it drops a query that tells nothing', async () => {
    for (const [name, title, text] of [
      ['hall', HALL.title, OPENS],
      ['plant', PLANT.title, CLOSES],
    ] as const)
      town.serve(HOST, `/${name}?source=feed`, page(title ?? '', [text], canonical(`/${name}`)));
    await polled([
      { ...HALL, link: '/hall?source=feed' },
      { ...PLANT, link: '/plant?source=feed' },
    ]);
    expect((await reader.news()).map(({ url }) => url)).toEqual([at('/hall'), at('/plant')]);
  });
});
