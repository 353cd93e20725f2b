import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PATHS = [
  ...(process.env.PATH ?? '').split(':').flatMap((folder) => NAMES.map((name) => join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of this machine; null where there is none. `CHROMIUM` names another one. */
export const CHROMIUM: string | null = process.env.CHROMIUM ?? PATHS.find((path) => existsSync(path)) ?? null;

/** What is said where tests in a browser are left out. */
export const NO_CHROMIUM = 'skipped: there is no Chromium here; install one (Debian: chromium), or name it as CHROMIUM';

export function openBrowser(executablePath: string, env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  // Chromium's own sandbox does not work for root, as which containers run; what is opened is served by this machine.
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...process.env, ...env } });
}
