import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Entry, page, rss, startTown } from '../town.ts';

const HOST = 'grid.example';
const { town, reader } = await startTown();
beforeEach(async () => {
  await reader.follow(HOST, '/feed.xml');
});

const OWN = 'Corrie Data has signed for 600 megawatts at its campus near Stavern, where it breaks ground in spring.';
const BODY =
  'Corrie Data has signed for 600 megawatts at its campus near Stavern, where it breaks ground in spring. The contract runs for 15 years, and the county wants the heat.';
const CORRIE: Entry = {
  title: 'Corrie Data signs for 600 MW in Stavern',
  link: '/corrie',
  guid: 'corrie',
  date: '2026-11-24T06:00:00Z',
  text: OWN,
};
const OSLUND: Entry = {
  title: 'Oslund Cloud leases a hall in Aldmoor',
  link: '/oslund',
  guid: 'oslund',
  date: '2026-11-24T07:00:00Z',
  text: 'Oslund Cloud leases a hall of 64 megawatts in Aldmoor from the third quarter, its landlord Brack Estates said.',
};

const publish = async (...entries: readonly Entry[]): Promise<void> => {
  town.serve(HOST, '/feed.xml', rss(entries));
  await reader.poll();
};
const filler =
  'Here you find what you are looking for, every day and everywhere, with all that goes with it, for you and for those around you, whenever you like and as often as you wish.';

/** Pages that answer 200 in the place of an article, in several languages: none is known by its words. */
const WALLS: readonly (readonly [string, Answer])[] = [
  ['asks to sign in', page('Anmelden bei Netzbote', ['Bitte geben Sie Ihre Kennung ein.', filler])],
  ['asks for consent', page('Ochrana soukromí', ['Souhlasíte se zpracováním svých údajů?', filler])],
  ['tests for a person', page('Egy pillanat', ['Kérjük, igazolja, hogy Ön nem robot.', filler])],
  ['is not for this region', page('451', ['Denne tjenesten er ikke tilgjengelig der du er.', filler])],
  ['wants no ad blocker', page('Mainokset', ['Lataa sivu uudelleen ilman estoa.', filler])],
  ['is being worked on', page('Volvemos pronto', ['Estamos mejorando el sitio para ti.', filler])],
  [
    'has the entry’s name above a notice',
    page('Corrie Data signs for 600 MW in Stavern', ['Du har nått taket för antalet besök denna månad.', filler]),
  ],
];

describe('a wall', () => {
  it.each(WALLS)('that %s is no article: the feed’s own words stand, with a note', async (_, wall) => {
    town.serve(HOST, '/corrie', wall);
    await publish(CORRIE);
    expect(await reader.only()).toMatchObject({ text: OWN, origin: 'feed', url: town.url(HOST, '/corrie') });
    expect((await reader.only()).note).toMatch(/its page has nothing/);
    expect(await reader.notes()).toHaveLength(1);
  });

  it('that an address leads to is told by the address', async () => {
    for (const [path, to] of [
      ['/corrie', 'http://accounts.grid.example/start?continue=/corrie'],
      ['/oslund', '/users/sign_in'],
    ] as const)
      town.redirect(HOST, path, to.startsWith('/') ? to : town.url('accounts.grid.example', '/start?continue=/corrie'));
    town.serve('accounts.grid.example', '/start?continue=/corrie', page('Corrie Data signs for 600 MW', [BODY]));
    town.serve(HOST, '/users/sign_in', page('Oslund Cloud leases a hall in Aldmoor', [BODY, filler]));
    await publish(CORRIE, OSLUND);
    expect((await reader.news()).map(({ origin, url, note }) => [origin, url, note])).toEqual([
      ['feed', town.url(HOST, '/corrie'), 'its address leads to a page that has to be passed first'],
      ['feed', town.url(HOST, '/oslund'), 'its address leads to a page for signing in, consenting or proving oneself'],
    ]);
  });

  it('that sends on by its own refresh is followed to the article', async () => {
    town.serve(HOST, '/corrie', page('One moment', [], '<meta http-equiv="refresh" content="0; url=/stories/corrie">'));
    town.serve(HOST, '/stories/corrie', page(CORRIE.title ?? '', [BODY]));
    await publish(CORRIE);
    expect(await reader.only()).toMatchObject({ text: BODY, origin: 'page', url: town.url(HOST, '/stories/corrie') });
  });

  it('that sends on to the front page is none', async () => {
    town.serve(HOST, '/corrie', page('One moment', [], '<meta http-equiv="Refresh" content="1;URL=\'/\'">'));
    town.serve(HOST, '/', page('Grid', [filler, filler]));
    await publish(CORRIE);
    expect(await reader.only()).toMatchObject({ origin: 'feed', text: OWN });
  });

  it('is a section that an article’s address leads to', async () => {
    town.serve(HOST, '/power/2026', page('Power', [filler, 'Stavern waits for Corrie Data', filler]));
    town.redirect(HOST, '/power/2026/corrie', '/power/2026');
    await publish({ ...CORRIE, link: '/power/2026/corrie' });
    expect(await reader.only()).toMatchObject({
      origin: 'feed',
      url: town.url(HOST, '/power/2026/corrie'),
      note: 'its address leads to a section, not to the article',
    });
  });

  it.each(['/?notfound=1', '/index.html', '/en/', '/home', '/news/', '/topics/energy'])(
    'is a place of the site, %s, that has the entry’s first lines among those of others',
    async (place) => {
      town.serve(HOST, place, page('The Grid Post', [OWN, OSLUND.text ?? '', filler]));
      town.redirect(HOST, '/news/2026/corrie', place);
      await publish({ ...CORRIE, link: '/news/2026/corrie' });
      expect(await reader.only()).toMatchObject({
        origin: 'feed',
        text: OWN,
        url: town.url(HOST, '/news/2026/corrie'),
      });
    },
  );

  it('is what the addresses of several entries lead to', async () => {
    const text = ['Stavern and Aldmoor, Corrie Data and Oslund Cloud: read all of it here.', filler];
    town.serve(HOST, '/hub', page('All of it', text));
    for (const path of ['/corrie', '/oslund']) town.redirect(HOST, path, '/hub');
    await publish(CORRIE, OSLUND);
    await reader.pass(10);
    expect((await reader.news()).map(({ origin, url }) => [origin, url])).toEqual([
      ['feed', town.url(HOST, '/corrie')],
      ['feed', town.url(HOST, '/oslund')],
    ]);
  });

  it('is the same text at the addresses of several entries, also for the one that was read before', async () => {
    const text = ['Stavern and Aldmoor, Corrie Data and Oslund Cloud: read all of it in our app.', filler];
    for (const path of ['/corrie', '/oslund']) town.serve(HOST, path, page('All of it', text));
    await publish(CORRIE);
    expect((await reader.only()).origin).toBe('page');
    await publish(CORRIE, OSLUND);
    await reader.pass(10);
    expect((await reader.news()).map(({ origin, text: told }) => [origin, told])).toEqual([
      ['feed', OWN],
      ['feed', OSLUND.text],
    ]);
  });

  it('that is passed later in the day gives way to the article', async () => {
    town.serve(HOST, '/corrie', page('Volvemos pronto', [filler]));
    await publish(CORRIE);
    town.serve(HOST, '/corrie', page(CORRIE.title ?? '', [BODY]));
    await reader.pass(10);
    expect(await reader.only()).toMatchObject({ text: BODY, origin: 'page', supersedes: null });
  });

  it('that comes up later takes nothing away of what was read', async () => {
    town.serve(HOST, '/corrie', page(CORRIE.title ?? '', [BODY]));
    await publish(CORRIE);
    town.serve(HOST, '/corrie', page('Přihlášení', [filler]));
    await reader.pass(6 * 60, 60);
    expect(await reader.only()).toMatchObject({ text: BODY, origin: 'page' });
  });
});

describe('an article that looks like a wall', () => {
  it('is believed where its headline is another than the entry’s and its text is the entry’s', async () => {
    town.serve(HOST, '/corrie', page('Power for Vestfold', [BODY, filler]));
    await publish(CORRIE);
    expect((await reader.only()).origin).toBe('page');
  });

  it('is believed where it tells of signing in under an address that says so itself', async () => {
    town.serve(HOST, '/login', page('Login boxes are back', [BODY, filler]));
    await publish({ ...CORRIE, title: 'Login boxes are back', link: '/login' });
    expect((await reader.only()).origin).toBe('page');
  });

  it('is believed where its address was given a better name', async () => {
    town.redirect(HOST, '/corrie', '/2026/11/corrie-data-signs', 301);
    town.serve(HOST, '/2026/11/corrie-data-signs', page(CORRIE.title ?? '', [BODY]));
    await publish(CORRIE);
    expect(await reader.only()).toMatchObject({ origin: 'page', url: town.url(HOST, '/2026/11/corrie-data-signs') });
  });

  it('is believed where its address became one word, under its own name', async () => {
    town.redirect(HOST, '/?p=17', '/stavern', 301);
    town.serve(HOST, '/stavern', page(CORRIE.title ?? '', [BODY]));
    await publish({ ...CORRIE, link: '/?p=17' });
    expect(await reader.only()).toMatchObject({ origin: 'page', url: town.url(HOST, '/stavern') });
  });

  it('is believed where the entry has hardly a name', async () => {
    town.serve(HOST, '/corrie', page('Results of the third quarter', [BODY, filler]));
    await publish({ ...CORRIE, title: 'Q3', text: null });
    expect((await reader.only()).origin).toBe('page');
  });

  it('is believed in a script without spaces', async () => {
    const text = '東北電力網は、石巻市の新しいデータセンターに二千八百メガワットを供給すると火曜日に発表した。'.repeat(
      4,
    );
    town.serve(HOST, '/corrie', page('石巻市のデータセンターに電力供給', [text]));
    await publish({ ...CORRIE, title: '石巻市に新データセンター', text: null });
    expect((await reader.only()).origin).toBe('page');
  });
});
