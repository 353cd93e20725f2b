import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

type Import = { readonly from: string; readonly to: string };

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

const FILES = [...sources('src'), ...sources('adapters')];

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const found = text.matchAll(
    /(?:^\s*(?:import|export)\b[^'";]*?\bfrom\s*|^\s*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm,
  );
  return Array.from(found, ([, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), to)) : to,
  }));
}

const IMPORTS = FILES.flatMap(importsOf);
const within = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`);
const isOurs = (path: string) => path.startsWith('src/') || path.startsWith('adapters/');

/** Which of our files a module may import, beside those of its own folder. */
const ROOTS = ['src/model.ts', 'src/errors.ts', 'src/hash.ts', 'src/durations.ts'];
const COMMON = [...ROOTS, 'src/ports', 'src/domain', 'src/language'];
const STAGES = ['gather', 'evidence', 'stories', 'write', 'ledger', 'ask', 'deliver'].map((name) => `src/${name}`);
const GATE = 'src/evidence/verify.ts';
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/model.ts': ['src/model'],
  'src/model': [],
  'src/hash.ts': [],
  'src/durations.ts': [],
  'src/errors.ts': ['src/model.ts'],
  'src/ports': ['src/model.ts', 'src/errors.ts'],
  'src/language': ['src/model.ts'],
  'src/domain': ['src/model.ts', 'src/language'],
  'src/gather': COMMON,
  'src/evidence': COMMON,
  'src/stories': COMMON,
  'src/write': [...COMMON, GATE],
  'src/ledger': COMMON,
  'src/ask': [...COMMON, GATE],
  'src/deliver': COMMON,
  'src/schedule.ts': COMMON,
  'src/config.ts': COMMON,
  'src/pipeline': [...COMMON, ...STAGES],
  'src/document': COMMON,
  'src/commands': [...COMMON, ...STAGES, 'src/pipeline', 'src/document'],
  'src/store': [...COMMON, GATE],
  'src/effects': COMMON,
  'src/app.ts': [
    ...COMMON,
    ...STAGES,
    'src/pipeline',
    'src/document',
    'src/commands',
    'src/config.ts',
    'src/store',
    'src/effects',
  ],
  'src/serve.ts': [
    ...COMMON,
    'src/app.ts',
    'src/pipeline',
    'src/document',
    'src/deliver',
    'src/effects',
    'src/schedule.ts',
  ],
  'src/cli': [
    ...COMMON,
    ...STAGES,
    'src/pipeline',
    'src/document',
    'src/commands',
    'src/config.ts',
    'src/app.ts',
    'src/newsroom',
  ],
  'src/newsroom': ['src/model.ts'],
  'src/pipe': [...COMMON, ...STAGES, 'src/pipeline'],
};

/** Packages that have one home. */
const HOMES: Readonly<Record<string, string>> = {
  '@slack/bolt': 'adapters/slack',
  '@slack/web-api': 'adapters/slack',
  '@slack/types': 'adapters/slack',
  'discord.js': 'adapters/discord',
  'rss-parser': 'src/gather/parse.ts',
  'wink-nlp': 'src/evidence/verify',
  'wink-eng-lite-web-model': 'src/evidence/verify',
  'node-cron': 'src/schedule.ts',
  openai: 'src/effects',
  undici: 'src/effects',
  pino: 'src/effects',
  'prom-client': 'src/effects',
  '@resvg/resvg-js': 'src/effects',
  kysely: 'src/store',
  'node:sqlite': 'src/store',
  pg: 'src/store',
  '@mozilla/readability': 'src/gather',
  hono: 'adapters/web',
  '@hono/node-server': 'adapters/web',
};

describe('the house rules', () => {
  it('lets each module import only what its place in the flow allows', () => {
    const broken = IMPORTS.filter(({ from, to }) => {
      if (!isOurs(to) || from === 'src/main.ts') return false;
      if (from.startsWith('adapters/')) {
        const own = from.split('/').slice(0, 2).join('/');
        return !within(own)(to) && !['src/model.ts', 'src/errors.ts', 'src/ports'].some((place) => within(place)(to));
      }
      const place = Object.keys(MAY_IMPORT).find((key) => within(key)(from));
      if (place === undefined) return true;
      return !within(place)(to) && !MAY_IMPORT[place]?.some((allowed) => within(allowed)(to));
    });
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('has no import cycles', () => {
    const next = Map.groupBy(
      IMPORTS.filter(({ to }) => isOurs(to)),
      ({ from }) => from,
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of FILES) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('gives each heavy package one home', () => {
    const strays = IMPORTS.filter(({ from, to }) => {
      const name = Object.keys(HOMES).find((key) => to === key || to.startsWith(`${key}/`));
      const home = name === undefined ? undefined : HOMES[name];
      return home !== undefined && !within(home)(from);
    });
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('loads the platform and model SDKs only when they are configured', () => {
    const eager = FILES.filter((file) => within('src/main.ts')(file)).flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return Array.from(
        text.matchAll(/^import (?!type\b)[^;]*?from ['"](\.\.\/adapters\/(?:slack|discord)\/[^'"]+)['"]/gm),
        ([, to]) => to,
      );
    });
    expect(eager).toEqual([]);
  });

  it('brands what is verified in the gate alone', () => {
    const casts = FILES.filter((file) => /\bas (?:unknown as )?Verified</.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(casts.filter((file) => file !== GATE)).toEqual([]);
  });

  it('reads the environment in one place, and the clock in none but the edges', () => {
    const texts = FILES.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
    expect(texts.filter(({ text }) => /process\.env\b/.test(text)).map(({ file }) => file)).toEqual(
      FILES.includes('src/config.ts') ? ['src/config.ts'] : [],
    );
    const edges = ['src/effects', 'src/main.ts', 'src/cli', 'adapters'];
    const clocks = texts.filter(
      ({ file, text }) => /Date\.now\(\)|new Date\(\)/.test(text) && !edges.some((edge) => within(edge)(file)),
    );
    expect(clocks.map(({ file }) => file)).toEqual([]);
  });

  it('uses no any and no name that says nothing', () => {
    expect(
      FILES.filter((file) => /\/(?:utils?|helpers?|services?|managers?|common|misc)(?:\/|\.ts$)/.test(file)),
    ).toEqual([]);
  });
});
