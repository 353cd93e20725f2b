import { describe, expect, it } from 'vitest';
import { readPage, textOf } from '../../src/gather/article.ts';

const LEAD = 'Northwind will lease power in Ohio for ten years, the company said on Tuesday, and wants more.';
const FIRST =
  'The contract starts with 600 megawatts in the third quarter and grows from there, as turbines arrive from two makers that were named in the filing.';
const SECOND =
  'Residents asked for a noise limit at the county meeting. The board, which had put the item off twice, agreed to one after four hours of argument.';
const THIRD =
  'Two gas plants supply the site until the restart of the reactor. Its owner expects the licence within a year, and has begun to hire operators.';

function page(parts: { head?: string; above?: string; within?: string; below?: string } = {}): string {
  return `<!doctype html><html><head><title>Northwind leases 2.4 GW in Ohio | Grid Weekly</title>${parts.head ?? ''}</head>
  <body class="right-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/power">Power</a></li></ul></nav>
  <div class="cookie-banner">We use cookies. <button>Accept</button></div>
  <article><header><h1>Northwind leases 2.4 GW in Ohio</h1>${parts.above ?? ''}<p class="standfirst">${LEAD}</p></header>
  <div class="story"><p>${FIRST}</p><figure><img src="a.jpg"><figcaption>A mast near the site in spring.</figcaption></figure>
  <p>${SECOND}</p>${parts.within ?? ''}<h2>Where it comes from</h2><ul><li>1.2 gigawatts of gas, from two plants.</li><li>The rest from a reactor.</li></ul><p>${THIRD}</p></div>
  ${parts.below ?? ''}</article>
  <div id="comments"><p>I have said so for years, and nobody has listened to a word of it. Now look at the bills that come.</p></div>
  <footer>© Grid Weekly. All rights reserved.</footer></body></html>`;
}

describe('the body of a page', () => {
  it('is the article with its lead and lists, block by block, and nothing around it', () => {
    expect(readPage(page(), 'https://grid.example/a').text.split('\n\n')).toEqual([
      LEAD,
      FIRST,
      SECOND,
      'Where it comes from',
      '1.2 gigawatts of gas, from two plants.',
      'The rest from a reactor.',
      THIRD,
    ]);
  });

  it('leaves out pointers, adverts, credits and what is listed at the end', () => {
    const { text } = readPage(
      page({
        within:
          '<p>Read also: <a href="/b">Helio buys a dam and all that stands behind it</a></p><p>Advertisement</p><p>Photo: Ada Example</p><div class="newsletter">Get the news by mail, every morning at seven.</div>',
        below:
          '<h3>Related stories</h3><ul><li><a href="/c">A dam is sold</a></li><li><a href="/d">A dam is bought</a></li></ul>',
      }),
      null,
    );
    expect(text).toBe(readPage(page(), null).text);
  });

  it('is read however the markup around it is broken', () => {
    const whole = readPage(page(), null).text;
    const headless = page()
      .replace(/<!doctype html><html><head>/, '<script>var a = 1</script>')
      .replace('</head>', '')
      .replace('<body', '<div')
      .replace('</body></html>', '');
    expect(readPage(headless, null).text).toBe(whole);
    expect(readPage(page().replace('<body', '<html><head></head><body'), null).text).toBe(whole);
  });

  it('is taken from the page’s data where scripts would fill the rest', () => {
    const articleBody = [FIRST, SECOND, THIRD].join('\n');
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Northwind leases 2.4 GW', articleBody });
    const { text, state } = readPage(`<script type="application/ld+json">${data}</script><div id="app"></div>`, null);
    expect(text).toBe([FIRST, SECOND, THIRD].join('\n\n'));
    expect(state).toBe('ok');
  });

  it('reads the words of a block with what stands between them, and none twice', () => {
    expect(textOf('<p>One<br>line, <b>bold</b>er.</p>Two<br><br>paragraphs<script>x</script>')).toBe(
      'One line, bolder.\n\nTwo\n\nparagraphs',
    );
    expect(textOf('Short text. <p>The post Short appeared first on Grid Weekly.</p>')).toBe('Short text.');
  });
});

describe('what a page says about itself', () => {
  const node = {
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'Northwind leases 2.4 GW',
        datePublished: '2026-11-24T09:30:00+01:00',
        author: [{ '@id': '#ada' }, { name: 'Bo Example' }],
        publisher: { name: 'Grid Weekly' },
      },
      { '@type': 'Person', '@id': '#ada', name: 'Ada Example' },
    ],
  };
  const ld = `<script type="application/ld+json">/*<![CDATA[*/${JSON.stringify(node)},/*]]>*/</script>`;

  it('is believed in JSON-LD first, and the headline is the one that readers see', () => {
    const reading = readPage(
      page({
        head: `${ld.replace(',/*', '/*')}<meta name="author" content="Web Desk"><link rel="canonical" href="/a">`,
      }),
      'https://grid.example/a?x=1',
    );
    expect(reading).toMatchObject({
      title: 'Northwind leases 2.4 GW in Ohio',
      author: 'Ada Example, Bo Example',
      published: '2026-11-24T08:30:00.000Z',
      publisher: 'Grid Weekly',
      canonical: 'https://grid.example/a',
    });
  });

  it('comes from meta tags where there is no data', () => {
    const head =
      '<meta property="article:published_time" content="2026-11-24"><meta name="author" content="By Ada Example"><meta property="og:site_name" content="Grid Weekly">';
    expect(readPage(page({ head }), null)).toMatchObject({
      author: 'Ada Example',
      published: '2026-11-24T00:00:00.000Z',
      publisher: 'Grid Weekly',
    });
  });

  it('comes from the page itself where nothing is declared', () => {
    const above =
      '<div class="post-info">By <span class="author-name">Ada Example</span> | <span class="date">24 November 2026, 8:30 am</span></div>';
    expect(readPage(page({ above }), null)).toMatchObject({
      author: 'Ada Example',
      published: '2026-11-24T08:30:00.000Z',
    });
  });

  it('is null where the page does not tell: comments and footers are no source', () => {
    const html = page().replace(
      'id="comments">',
      'id="comments"><span class="author">Troll</span><time datetime="2020-01-01">then</time>',
    );
    expect(readPage(html, null)).toMatchObject({ author: null, published: null });
  });

  it.each([
    [
      'in the heading too',
      '<title>Turbines arrive late | Grid Weekly</title><h1>Turbines arrive late | Grid Weekly</h1>',
    ],
    ['behind its sections', '<title>Turbines arrive late | Power | Forum | Grid Weekly</title><h1></h1>'],
    ['by a mark that words have as well', '<title>Turbines arrive late - Grid Weekly</title><h1>Grid Weekly</h1>'],
  ])('leaves out the site’s name and its sections: %s', (_, head) => {
    expect(readPage(`${head}<p>The first of them left in May.</p>`, 'https://gridweekly.example/a').title).toBe(
      'Turbines arrive late',
    );
  });

  it('takes the site’s name off a declared title, and a kicker off a headline', () => {
    expect(
      readPage('<title>Turbines arrive late - Grid Weekly</title><p>x</p>', 'https://gridweekly.example/a').title,
    ).toBe('Turbines arrive late');
    expect(
      readPage('<title>Turbines arrive late</title><h1><span>Power</span> <span>Turbines arrive late</span></h1>', null)
        .title,
    ).toBe('Turbines arrive late');
  });
});

describe('pages without their article', () => {
  it.each([
    ['soft 404', '<title>Page not found - Grid</title><h1>Page not found</h1><p>We looked everywhere for it.</p>'],
    [
      'consent',
      '<title>Grid</title><p>Before you continue: we and our partners use cookies. Accept all cookies, or manage your privacy choices.</p>',
    ],
    ['empty', '<title>Grid</title><div id="root"></div><script>boot()</script>'],
    [
      'paywall',
      `<h1>Northwind leases</h1><p>${FIRST}</p><p>Subscribe now to continue reading. Already a subscriber? Log in.</p>`,
    ],
    [
      'paywall',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"N","isAccessibleForFree":"False"}</script><h1>N</h1><p>${FIRST}</p>`,
    ],
  ])('are known as %s', (state, html) => {
    expect(readPage(html, null).state).toBe(state);
  });

  it('tell the wishes of their publisher', () => {
    expect(readPage(page({ head: '<meta name="robots" content="index, NoAI, noimageai">' }), null).wishes).toEqual([
      'noai',
      'noimageai',
    ]);
    expect(readPage(page({ head: '<meta name="tdm-reservation" content="1">' }), null).wishes).toEqual(['noai']);
  });
});

describe('pages that are made to be slow', () => {
  it.each([
    ['elements in elements', `<h1>t</h1>${'<div>'.repeat(20_000)}text`],
    [
      'commas in data',
      `<script type="application/ld+json">{"a":1${','.repeat(200_000)}${' '.repeat(200_000)}</script>`,
    ],
    ['lists in lists', `<h1>t</h1>${'<p><ul><li>'.repeat(20_000)}text`],
    ['paragraphs in items', `<h1>t</h1><ul>${'<li><p>'.repeat(2_000)}text`],
    ['a name of many parts', `<h1>t</h1><p class="${'a_'.repeat(60)}!">text</p>`],
    ['white space in a style', `<h1>t</h1><p style="display${' '.repeat(200_000)}x">text</p>`],
    ['quotes in a tag', `<p a="${'"'.repeat(300_000)}`],
    ['one long number', `<h1>t</h1><p>${'1'.repeat(1_000_000)}</p>`],
    ['a title of separators', `<title>${' - '.repeat(100_000)}</title>`],
  ])('are read in bounded time: %s', (_, html) => {
    const before = process.cpuUsage().user;
    readPage(html, null);
    expect(process.cpuUsage().user - before).toBeLessThan(4_000_000);
  });
});
