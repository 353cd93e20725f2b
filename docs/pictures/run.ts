/** The README's pictures, of the sample newsroom, in a real browser: `npm run pictures`. */
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { OWNER } from '../../adapters/terminal/index.ts';
import { servePages } from '../../test/adapters/web/served.ts';
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../../test/chromium.ts';
import { closeStages, openStage } from '../../test/stage.ts';
import { discordPage, slackFormPage, slackPage } from './messages.ts';

const FOLDER = import.meta.dirname;

type Picture = {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  /** What of the page is shown; all that fits where it is null. */
  readonly only?: string;
};

const PICTURES: readonly Picture[] = [
  { name: 'page', path: '', width: 1000, height: 1150 },
  { name: 'page-phone', path: '', width: 390, height: 1150, dark: true },
  { name: 'chart', path: 'search?kind=trend&q=h200', width: 800, height: 700, only: '.chart .wide' },
  { name: 'receipt', path: 'RECEIPT', width: 800, height: 420 },
];

/** A message beside the window's list of channels, and on a phone. */
const messages = (platform: 'slack' | 'discord'): readonly Picture[] => [
  { name: platform, path: '', width: 800, height: 1400, only: `.${platform}` },
  { name: `${platform}-phone`, path: '', width: 390, height: 1400, only: `.${platform}` },
];
const FORM: Picture = { name: 'slack-form', path: '', width: 520, height: 900, only: '.slack' };

/** The top of an element, at most as high as the picture. */
async function topOf(element: Locator, height: number) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('what is to be drawn is not on the page');
  return { ...box, height: Math.min(box.height, height) };
}

async function draw(browser: Browser, address: string, { name, width, height, dark, only }: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: only === undefined ? height : 3000 },
    colorScheme: dark === true ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(address);
  const path = join(FOLDER, `${name}.png`);
  const clip = only === undefined ? { x: 0, y: 0, width, height } : await topOf(page.locator(only), height);
  await page.screenshot({ path, clip });
  await context.close();
  process.stdout.write(`${path}\n`);
}

if (CHROMIUM === null) {
  process.stderr.write(`pictures: ${NO_CHROMIUM}\n`);
  process.exitCode = 1;
} else {
  let origin: string | null = null;
  const stage = await openStage({ origin: () => origin });
  const web = await servePages(stage.app, { workspace: 'terminal:local', channel: 'terminal', grant: 'admin' });
  origin = web.origin;
  const browser = await openBrowser(CHROMIUM, { FONTCONFIG_FILE: join(FOLDER, 'fonts.conf') });
  try {
    const linker = await stage.app.world.links.of('terminal:local');
    const [newest] = await stage.app.store.debriefs.last(
      await stage.app.pipeline.choiceOf('terminal:local', null),
      new Date('2026-11-25T00:00:00Z'),
      1,
    );
    const figure = newest?.figures.find(({ figure: { text } }) => text.startsWith('$1.88'))?.figure;
    if (linker === null || figure === undefined) throw new Error('the sample has no such figure any more');
    const receipt = linker.receipt(new Date('2026-11-24T00:00:00Z'))({ n: 1, url: '' }, figure);
    for (const picture of PICTURES)
      await draw(browser, picture.path === 'RECEIPT' ? receipt : `${origin}/${picture.path}`, picture);
    const debrief = stage.printed.at(-1);
    if (debrief === undefined) throw new Error('the sample has no debrief');
    const asAddress = (page: string): string => `data:text/html;base64,${Buffer.from(page).toString('base64')}`;
    for (const picture of messages('slack')) await draw(browser, asAddress(await slackPage(debrief)), picture);
    for (const picture of messages('discord')) await draw(browser, asAddress(await discordPage(debrief)), picture);
    const form = await stage.app.handlers.form({ ...OWNER, channel: null }, 'schedule');
    if ('document' in form) throw new Error(form.document.summary);
    await draw(browser, asAddress(await slackFormPage(form)), FORM);
  } finally {
    await browser.close();
    await web.stop();
    await stage.close();
    await closeStages();
  }
}
