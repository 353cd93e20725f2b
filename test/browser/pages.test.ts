/** The pages as a reader has them: in a real browser, by real links. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER } from '../../adapters/terminal/index.ts';
import type { Web } from '../../adapters/web/index.ts';
import { slackFormPage, slackHomePage, slackPage } from '../../docs/pictures/messages.ts';
import type { Linker } from '../../src/ports/links.ts';
import { servePages } from '../adapters/web/served.ts';
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../chromium.ts';
import { article, debrief, figure, point, quote } from '../samples.ts';
import { openStage, type Stage } from '../stage.ts';

const WORKSPACE = 'terminal:local';
const NOW = new Date('2026-11-24T13:30:00.000Z');
const FONTS = join(import.meta.dirname, '../../docs/pictures/fonts.conf');
const PHONE = { width: 360, height: 780 };

let stage: Stage;
let web: Web;
let browser: Browser;
let linker: Linker;
let edition = '';

/** What a page may not do: say something in the console, fail, ask another host. */
type Watched = { readonly page: Page; readonly faults: string[] };

async function visit(address: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && new URL(request.url()).origin !== web.origin)
      faults.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, faults };
}

/** What axe finds that keeps somebody from reading: serious and critical, and what WCAG 2.2 AA asks. */
async function barriers(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe.run(${rules.length === 0 ? '' : JSON.stringify({ runOnly: rules })})`);
  const { violations } = z
    .object({
      violations: z.array(
        z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
      ),
    })
    .parse(found);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What stands beyond the right edge, outside what can be scrolled by itself. */
const CUT = `[...document.querySelectorAll('body *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll, pre, thead, svg'))
  .map((each) => each.outerHTML.slice(0, 80))`;

/** By how much what scrolls by itself is wider than its place. */
const SIDEWAYS = `Math.max(0, ...[...document.querySelectorAll('.scroll')].map((each) => each.scrollWidth - each.clientWidth))`;
const asAddress = (page: string): string => `data:text/html;base64,${Buffer.from(page).toString('base64')}`;

const root = (): string => linker.pages('admin', 'terminal', NOW);
const EVERYWHERE = [
  '',
  'archive',
  'archive?topic=power',
  'search',
  'search?kind=figures&q=northwind',
  'search?kind=trend&q=h200',
  'search?kind=quotes&q=transformer',
  'search?kind=ask&q=what+does+an+H200+cost+per+hour%3F',
  'preview',
  'feeds',
];

describe.skipIf(CHROMIUM === null)(`the pages in a browser${CHROMIUM === null ? ` (${NO_CHROMIUM})` : ''}`, () => {
  beforeAll(async () => {
    let origin: string | null = null;
    stage = await openStage({ origin: () => origin });
    web = await servePages(stage.app);
    origin = web.origin;
    // The same letters on every machine, so that what is measured is the same.
    browser = await openBrowser(CHROMIUM ?? '', { FONTCONFIG_FILE: FONTS });
    const made = await stage.app.world.links.of(WORKSPACE);
    if (made === null) throw new Error('no pages are served');
    linker = made;
    await stage.say('latest');
    const [look = ''] = await stage.app.store.looks.since(WORKSPACE, NOW);
    edition = linker.edition(look, 'terminal', NOW);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await web.stop();
    await stage.close();
  });

  it('shows an edition in one small document that runs nothing and asks nobody else', async () => {
    const { page, faults } = await visit(edition);
    expect(await page.locator('h1').innerText()).toBe('Tuesday 24 November');
    expect(await page.locator('article').count()).toBeGreaterThan(5);
    expect(await page.locator('nav').count()).toBe(0);
    const html = await page.content();
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|<iframe/i);
    expect(faults).toEqual([]);
  });

  it('leads from a figure to its sentence, marked in its context, and from there to the article at it', async () => {
    const { page } = await visit(edition);
    const card = page.locator('.figures.large li').filter({ hasText: '$1.88 an hour' });
    await card.locator('a').first().click();
    const mark = page.locator('mark b:target');
    expect(await mark.isVisible()).toBe(true);
    expect(await mark.innerText()).toBe('$1.88 an hour');
    const place = await mark.boundingBox();
    expect(place?.y, 'where it stands on the screen').toBeGreaterThan(0);
    expect(place?.y).toBeLessThan(450);
    const passage = page.locator('blockquote').filter({ has: mark });
    expect(await passage.innerText()).toContain('The price of renting');
    expect(await passage.locator('a').getAttribute('href')).toContain('#:~:text=');
    // The next receipt leads on, with the one before closed or not.
    await page.locator('.top a').first().click();
    expect(await page.locator('mark:target').innerText()).toContain('Northwind Cloud has signed');
  });

  it('draws the morning’s message of Slack within a screen and a half, and without anything cut off on a phone', async () => {
    const full = stage.printed.at(-1);
    if (full === undefined) throw new Error('expected a debrief');
    // A morning with as many stories as a message shows.
    expect(full.thread.length).toBeGreaterThanOrEqual(8);
    const { page } = await visit(asAddress(await slackPage(full)), { viewport: { width: 800, height: 900 } });
    expect((await page.locator('.slack').boundingBox())?.height).toBeLessThanOrEqual(1_350);
    const phone = await visit(asAddress(await slackPage(full)), { viewport: { width: 390, height: 844 } });
    expect(await phone.page.evaluate(CUT)).toEqual([]);
    // The figure and what it is of stand beside each other without a scroll.
    expect(await phone.page.evaluate(SIDEWAYS)).toBe(0);
  });

  it('draws what stands in the message’s thread, Home and the form with nothing cut off, on a screen and on a phone', async () => {
    const { handlers } = stage.app;
    const admin = { ...OWNER, channel: null };
    const form = await handlers.form(admin, 'schedule');
    const first = stage.printed.at(-1)?.thread[0];
    if ('document' in form || first === undefined) throw new Error('expected a form and a thread');
    const drawn = [
      [await slackPage(first.document), 'Northwind takes 2.4 GW'],
      [await slackHomePage(await handlers.home(admin)), 'Latest debrief'],
      [await slackFormPage(form), 'Days, time and time zone'],
    ] as const;
    const { page } = await visit('about:blank');
    for (const width of [800, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const [what, words] of drawn) {
        await page.goto(asAddress(what));
        expect(await page.locator('.slack').innerText()).toContain(words);
        expect(await page.evaluate(CUT), words).toEqual([]);
        expect(await page.evaluate(SIDEWAYS), words).toBe(0);
        // What is not known to the look stands there as JSON.
        expect(await page.locator('pre').count(), words).toBe(0);
      }
    }
  });

  it('opens a receipt by its own link: the sentence in its context, and nothing else of the workspace', async () => {
    const [, debriefId = ''] = /\/e\/(\w+)$/.exec(edition) ?? [];
    const shown = await stage.app.store.debriefs.get(debriefId);
    const cite = shown?.inShort[0]?.cites[0];
    if (cite === undefined) throw new Error('nothing is cited');
    const { page, faults } = await visit(linker.receipt(NOW)({ n: 1, url: '' }, cite));
    expect(await page.locator('mark').innerText()).toBe(cite.text);
    expect(await page.locator('h1 a').getAttribute('href')).toMatch(/^http/);
    expect(await page.locator('nav').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('draws a trend with its table beside it', async () => {
    const { page } = await visit(`${root()}search?kind=trend&q=h200`);
    const chart = page.locator('.chart .wide svg');
    expect(await chart.isVisible()).toBe(true);
    expect(await chart.getAttribute('aria-label')).toMatch(/\d/);
    const points = await chart.locator('circle').count();
    expect(points).toBeGreaterThan(1);
    expect(await page.locator('tbody tr').count()).toBe(points);
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await visit(root());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.getByRole('link', { name: 'Look up' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search');
    for (let tab = 0; tab < 20 && (await page.evaluate('document.activeElement.id')) !== 'q'; tab += 1)
      await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.type('northwind');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?*');
    expect(await page.locator('table').innerText()).toContain('2.4 gigawatts');
    await page.goBack();
    await page.getByRole('searchbox').fill('who is Mara Lindqvist?');
    for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**kind=ask**');
    expect(await page.locator('main').innerText()).toContain('Northwind');
  });

  it('cuts nothing on a narrow phone, and puts up no barrier that axe finds', async () => {
    const { page, faults } = await visit(edition, { viewport: PHONE });
    for (const address of [edition, ...EVERYWHERE.map((path) => `${root()}${path}`)]) {
      await page.goto(address);
      expect(await page.evaluate(CUT), address).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), address).toBe(true);
      expect(await barriers(page), address).toEqual([]);
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('follows the reader’s system into the dark, where it is as legible', async () => {
    const ground = 'getComputedStyle(document.body).backgroundColor';
    const dark = await visit(edition, { colorScheme: 'dark' });
    const light = await visit(edition, { colorScheme: 'light' });
    expect(await dark.page.evaluate(ground)).not.toBe(await light.page.evaluate(ground));
    for (const address of [edition, `${root()}search?kind=trend&q=h200`, `${root()}preview`]) {
      await dark.page.goto(address);
      expect(await barriers(dark.page, ['color-contrast']), address).toEqual([]);
    }
  }, 30_000);

  it('follows a story back through its days', async () => {
    const { page } = await visit(root());
    await page.getByRole('link', { name: 'The story through its days' }).first().click();
    expect(await page.locator('article h2').count()).toBeGreaterThan(1);
    const columns = `[...document.querySelectorAll('th')].map((th) =>
      [...th.closest('table').querySelectorAll('tbody tr')].some((row) => row.cells[th.cellIndex].innerText.trim() !== ''))`;
    expect(await page.evaluate(columns), 'columns in which something stands').not.toContain(false);
    await page.locator('article h2 a').last().click();
    expect(page.url()).toMatch(/\/e\/\w+#story-\d+$/);
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  it('shows words of feeds as words, whatever they are', async () => {
    const bad = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg onload=alert(3)>{{7*7}}\u202e&lt;b&gt;`;
    const { store } = stage.app;
    const source = article('bad', `${bad} uses 5 gigawatts of power today. “${bad},” said Ada.`, {
      title: bad,
      publisher: bad,
      url: 'javascript:alert(4)',
    });
    await store.articles.save(source);
    const told = point(source, `${bad} uses 5 gigawatts of power today.`);
    const hostile = debrief('bad0bad0bad0bad0', NOW.toISOString(), {
      headline: told,
      inShort: [told],
      figures: [
        { figure: figure(source, '5 gigawatts', { caption: bad, attributedTo: bad }), witnesses: [], differences: [] },
      ],
      quotes: [quote(source, `${bad},`, { speaker: bad })],
      sources: [
        { n: 1, article: source.id, title: bad, url: source.url, publisher: bad, published: null, corrected: false },
      ],
      stories: [],
      silent: [{ feed: 'x', title: bad, reason: bad }],
      leftOut: [{ story: 'x', title: bad, url: 'javascript:alert(5)', reason: bad }],
    });
    await store.debriefs.save(hostile);
    await store.looks.add({ workspace: WORKSPACE, reader: 'x', debrief: hostile.id, at: NOW.toISOString() });
    const { page, faults } = await visit(linker.edition(hostile.id, null, NOW));
    await page.goto(linker.receipt(NOW)({ n: 1, url: '' }, { article: source.id, start: 0, end: 20, text: '' }));
    await page.goto(`${root()}search?kind=figures&q=${encodeURIComponent(bad)}`);
    await page.goto(linker.edition(hostile.id, null, NOW));
    expect(await page.locator('main').innerText()).toContain('<script>alert(1)</script>');
    expect(
      await page.evaluate(
        'document.querySelectorAll(\'script, main img, [onload], [onerror], [href^="javascript" i]\').length',
      ),
    ).toBe(0);
    expect(faults).toEqual([]);
  });

  it('prints without what only a screen needs, with the receipts open', async () => {
    const { page } = await visit(root());
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('details mark').first().isVisible()).toBe(true);
  });
});
