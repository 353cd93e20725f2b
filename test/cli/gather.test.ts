import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { gatherOnce, reportDocument } from '../../src/cli/gather.ts';
import { readConfig } from '../../src/config.ts';
import { FetchError } from '../../src/errors.ts';
import type { Http } from '../../src/ports/http.ts';
import { quiet } from '../samples.ts';
import { shown } from '../stage.ts';
import { virtualClock } from '../virtual-clock.ts';

const RSS = '<rss version="2.0"><channel><title>Grid</title></channel></rss>';
const HOSTS = ['one.example', 'two.example', 'three.example', 'four.example'];

describe('a round of gathering by hand', () => {
  let app: App;
  let folder: string;
  let answer: (host: string) => number | FetchError;
  const asked: string[] = [];
  const warnings: string[] = [];
  const web: Http & { close(): Promise<void> } = {
    async get({ url }) {
      const { host } = new URL(url);
      asked.push(host);
      const status = answer(host);
      if (status instanceof FetchError) throw status;
      return { status, headers: {}, body: new TextEncoder().encode(RSS), url, redirects: [] };
    },
    close: async () => {},
  };
  beforeEach(async () => {
    asked.length = 0;
    warnings.length = 0;
    folder = mkdtempSync(join(tmpdir(), 'debrief-'));
    const outlines = HOSTS.map((host) => `<outline type="rss" text="${host}" xmlUrl="https://${host}/feed"/>`).join('');
    writeFileSync(join(folder, 'feeds.opml'), `<opml version="2.0"><body>${outlines}</body></opml>`);
    const clock = virtualClock('2026-11-24T08:00:00Z');
    const log = { ...quiet, warn: (_: object, message: string) => warnings.push(message) };
    app = await openApp({ config: readConfig({}), clock, log, random: () => 0, database: ':memory:', web });
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const round = async (all = false) => {
    const opml = join(folder, 'feeds.opml');
    const report = await gatherOnce(
      app,
      { opml, pages: true, all },
      () => {},
      () => {},
    );
    return shown(reportDocument(report)).replace(/\s+/g, ' ');
  };
  const unknown = (host: string) => new FetchError('dns', host, `${host}: no such host; check the spelling`);

  it('tells each cause once, with the feeds that it befell', async () => {
    answer = (host) => (host === 'one.example' ? unknown(host) : host === 'four.example' ? 200 : 500);
    const text = await round();
    expect(text).toContain('4 feeds polled');
    expect(text).toMatch(/one\.example: one\.example: no such host/);
    expect(text).toMatch(
      /2 feeds \((?:two\.example, three\.example|three\.example, two\.example)\): the server has a fault/,
    );
    expect(warnings.map((line) => line.slice(0, 22)).toSorted()).toEqual([
      'one.example: no such h',
      'the server has a fault',
    ]);
  });

  it('says of a machine without network that it has none, and not that every name is misspelt', async () => {
    answer = unknown;
    const text = await round();
    expect(text).toContain('no address can be found from here: is this machine online?');
    expect(text).not.toContain('spelling');
    expect(warnings).toEqual(['no address can be found from here: is this machine online?']);
  });

  it('polls what is not due only where it is told to', async () => {
    answer = () => 200;
    await round();
    expect(await round()).toContain('0 feeds polled');
    expect(await round(true)).toContain('4 feeds polled');
    expect(asked).toHaveLength(8);
  });
});
