import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');

/** `type` is gone when the program runs; `later` is loaded when its line is reached. */
type Import = { readonly from: string; readonly to: string; readonly kind: 'value' | 'type' | 'later' };

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

const FILES = [...sources('src'), ...sources('adapters')];
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** Without lines of comment, which may speak of anything. */
const codeOf = (file: string): string => textOf(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');

const IMPORT =
  /^\s*(?:import|export)\b(?<type>\s+type\b)?(?:[^'";]*?\bfrom)?\s*['"](?<to>[^'"]+)['"]|\b(?<later>import\(|import\.meta\.resolve\(|require(?:\.resolve)?\()\s*['"`](?<what>[^'"`$]+)/gm;

function importsOf(file: string): Import[] {
  return Array.from(codeOf(file).matchAll(IMPORT), ({ groups = {} }) => {
    const to = groups.to ?? groups.what ?? '';
    return {
      from: file,
      to: to.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), to)) : to,
      kind: groups.later !== undefined ? 'later' : groups.type !== undefined ? 'type' : 'value',
    };
  });
}

const IMPORTS = FILES.flatMap(importsOf);
const within = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`);
const isOurs = (path: string) => path.startsWith('src/') || path.startsWith('adapters/');

/** Which of our files a module may import, beside those of its own folder. */
const COMMON = [
  'src/model.ts',
  // The one noun that is no schema: the thread that reads feeds has no room for the others.
  'src/model/day.ts',
  'src/errors.ts',
  'src/hash.ts',
  'src/durations.ts',
  'src/once.ts',
  'src/learned',
  'src/typography',
  'src/locale',
  'src/secrets.ts',
  'src/ports',
  'src/domain',
  'src/language',
  'src/reading',
];
/** What an adapter may import beside its own folder. */
const SHARED = ['src/model.ts', 'src/errors.ts', 'src/durations.ts', 'src/ports', 'src/typography', 'src/locale'];
const STAGES = ['gather', 'evidence', 'stories', 'write', 'ledger', 'ask', 'deliver'].map((name) => `src/${name}`);
/** Its two doors: for a claim, and for what passed before and was stored. */
const GATE = ['src/evidence/verify.ts', 'src/evidence/restore.ts'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/model.ts': ['src/model'],
  'src/model': [],
  'src/hash.ts': [],
  'src/durations.ts': [],
  'src/once.ts': [],
  /** How what was learned is kept and asked. */
  'src/learned': [],
  /** How text is shown, whoever shows it: what may act in it, how wide it is, where it may be cut. */
  'src/typography': ['src/model.ts'],
  /** The interface's words, in every language that there is. */
  'src/locale': ['src/model.ts'],
  'src/errors.ts': ['src/model.ts'],
  'src/secrets.ts': ['src/model.ts'],
  'src/ports': ['src/model.ts', 'src/errors.ts'],
  'src/language': ['src/model.ts'],
  'src/reading': ['src/model.ts', 'src/durations.ts', 'src/language'],
  'src/domain': ['src/model.ts', 'src/language', 'src/reading'],
  'src/gather': COMMON,
  'src/evidence': COMMON,
  'src/stories': COMMON,
  'src/write': [...COMMON, 'src/evidence/verify.ts'],
  'src/ledger': COMMON,
  /** A question is compared with sentences as the gate compares a claim with them. */
  'src/ask': [...COMMON, 'src/evidence/verify.ts', 'src/evidence/compare'],
  'src/deliver': COMMON,
  'src/schedule.ts': COMMON,
  'src/health': [...COMMON, 'src/document'],
  'src/config.ts': [...COMMON, 'src/config'],
  'src/config': COMMON,
  'src/pipeline': [...COMMON, ...STAGES],
  'src/reader': [...COMMON, ...STAGES, 'src/pipeline'],
  'src/document': COMMON,
  /** Signed addresses of pages. */
  'src/links': COMMON,
  'src/commands': [...COMMON, ...STAGES, 'src/pipeline', 'src/document'],
  /** What can be opened in a browser, as parts that a web adapter draws. */
  'src/pages': [...COMMON, 'src/document', 'src/commands', 'src/links'],
  'src/store': [...COMMON, 'src/evidence/restore.ts'],
  'src/effects': COMMON,
  'src/thinking.ts': [...COMMON, 'src/commands', 'src/config.ts', 'src/effects', 'src/write'],
  'src/core.ts': [
    'src/thinking.ts',
    ...COMMON,
    ...STAGES,
    'src/pipeline',
    'src/document',
    'src/commands',
    'src/config.ts',
    'src/health',
    'src/links',
    'src/reader',
    'src/store',
    'src/effects',
  ],
  'src/app.ts': [...COMMON, 'src/core.ts', 'src/commands'],
  /** Adapters put together with the core, for the entry alone. */
  'src/wiring': [
    ...COMMON,
    'src/app.ts',
    'src/config.ts',
    'src/pages',
    'src/effects',
    'src/store',
    'src/cli',
    'adapters',
  ],
  'src/serve.ts': [
    ...COMMON,
    'src/app.ts',
    'src/pipeline',
    'src/document',
    'src/deliver',
    'src/health',
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
    'src/core.ts',
    'src/newsroom',
  ],
  'src/newsroom': ['src/model.ts', 'src/durations.ts'],
  'src/pipe': [...COMMON, ...STAGES, 'src/pipeline', 'src/document', 'src/store', 'src/reader'],
};

/** Packages that have one home; zod is at home wherever something crosses a border. */
const HOMES: Readonly<Record<string, string>> = {
  '@slack/bolt': 'adapters/slack',
  '@slack/web-api': 'adapters/slack',
  '@slack/types': 'adapters/slack',
  'discord.js': 'adapters/discord',
  'rss-parser': 'src/gather/straight.ts',
  'node-cron': 'src/schedule.ts',
  openai: 'src/effects',
  jsonrepair: 'src/effects/model',
  'ipaddr.js': 'src/effects/guard.ts',
  pino: 'src/effects',
  'prom-client': 'src/effects',
  '@resvg/resvg-js': 'src/effects/chart',
  '@expo-google-fonts/inter': 'src/effects/chart',
  'd3-scale': 'src/effects/chart',
  'd3-shape': 'src/effects/chart',
  kysely: 'src/store',
  'node:sqlite': 'src/store',
  pg: 'src/store/postgres',
  'pg-boss': 'src/effects/jobs',
  '@mozilla/readability': 'src/gather',
  linkedom: 'src/gather',
  tldts: 'src/gather/publisher.ts',
  htmlparser2: 'src/gather',
  entities: 'src/gather',
  stemmer: 'src/language/stem.ts',
  'string-width': 'src/typography',
  'wrap-ansi': 'src/typography',
  hono: 'adapters/web',
  '@hono/node-server': 'adapters/web',
};

const placeOf = (file: string): string | undefined => Object.keys(MAY_IMPORT).find((place) => within(place)(file));
const packageOf = (to: string): string =>
  to.startsWith('node:') ? to : to.split('/', to.startsWith('@') ? 2 : 1).join('/');

describe('the house rules', () => {
  it('gives every module its place, and no place to what is not there', () => {
    expect(
      FILES.filter((file) => file.startsWith('src/') && file !== 'src/main.ts' && placeOf(file) === undefined),
    ).toEqual([]);
    expect(Object.keys(MAY_IMPORT).filter((place) => !FILES.some(within(place)))).toEqual([]);
  });

  it('lets each module import only what its place in the flow allows', () => {
    const broken = IMPORTS.filter(({ from, to }) => {
      if (!isOurs(to) || from === 'src/main.ts') return false;
      if (from.startsWith('adapters/')) {
        const own = from.split('/').slice(0, 2).join('/');
        return !within(own)(to) && !SHARED.some((place) => within(place)(to));
      }
      const place = placeOf(from);
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

  it('gives each package one home', () => {
    const strays = IMPORTS.filter(({ from, to }) => {
      const home = HOMES[packageOf(to)];
      return home !== undefined && !within(home)(from);
    });
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('declares what it imports, imports what it declares, and says why in the README', () => {
    const declared = Object.keys(manifest.dependencies);
    const packages = IMPORTS.filter(({ to }) => !isOurs(to) && !to.startsWith('node:'));
    const atRun = packages.filter(({ kind }) => kind !== 'type').map(({ to }) => packageOf(to));
    expect(atRun.filter((name) => !declared.includes(name))).toEqual([]);
    expect(declared.filter((name) => !atRun.includes(name))).toEqual([]);
    expect(declared.filter((name) => name !== 'zod' && HOMES[name] === undefined)).toEqual([]);
    const reasons = Array.from(textOf('README.md').matchAll(/^\| ([^|]+) \|/gm), ([, cell = '']) =>
      cell.split(', '),
    ).flat();
    expect(declared.filter((name) => !reasons.includes(name))).toEqual([]);
  });

  it('names what it imports in the open', () => {
    const hidden = FILES.filter((file) => /\b(?:import|require)\(\s*(?!['"])/.test(codeOf(file)));
    expect(hidden).toEqual([]);
  });

  it('loads the platforms, the model and the pictures only when they are wanted', () => {
    const loaded = new Set(['src/main.ts']);
    for (const file of loaded)
      for (const { from, to, kind } of IMPORTS) if (from === file && kind === 'value') loaded.add(to);
    const heavy = [
      '@slack/bolt',
      'discord.js',
      'openai',
      '@resvg/resvg-js',
      'kysely',
      'linkedom',
      'hono',
      'pg',
      'pg-boss',
    ];
    expect([...loaded].map(packageOf).filter((name) => heavy.includes(name))).toEqual([]);
    expect([...loaded].filter((file) => file.startsWith('adapters/') && !within('adapters/terminal')(file))).toEqual(
      [],
    );
  });

  it('brands what is verified in the gate alone', () => {
    const casts = FILES.filter((file) => /\bas (?:unknown as )?Verified</.test(textOf(file)));
    expect(casts.filter((file) => !GATE.includes(file))).toEqual([]);
  });

  it('reads the environment in one place, and the clock in none but the edges', () => {
    const texts = FILES.map((file) => ({ file, text: textOf(file) }));
    expect(texts.filter(({ text }) => /process\.env\b/.test(text)).map(({ file }) => file)).toEqual(
      FILES.includes('src/config.ts') ? ['src/config.ts'] : [],
    );
    const edges = ['src/effects', 'src/main.ts', 'src/cli', 'adapters'];
    const clocks = texts.filter(
      ({ file, text }) => /Date\.now\(\)|new Date\(\)/.test(text) && !edges.some((edge) => within(edge)(file)),
    );
    expect(clocks.map(({ file }) => file)).toEqual([]);
  });

  it('says how long an hour is in one place', () => {
    const again = /\b(?:86_?400_?000|3_?600_?000|60_?000|24 \* 60|60 \* 60|60 \* 1_?000)\b/;
    expect(FILES.filter((file) => file !== 'src/durations.ts' && again.test(codeOf(file)))).toEqual([]);
  });

  it('cuts, measures and disarms text in one place', () => {
    const again = /Intl\.Segmenter|\\p\{C[cf]\}|\\u202a|\\uff00/;
    expect(FILES.filter((file) => within('adapters')(file) && again.test(codeOf(file)))).toEqual([]);
  });

  it('hides no doubt behind a cast, and has no name that says nothing', () => {
    const doubts = /\bas (?:any|never|unknown as)\b|@ts-(?:ignore|expect-error|nocheck)/;
    expect(FILES.filter((file) => !GATE.includes(file) && doubts.test(codeOf(file)))).toEqual([]);
    expect(
      FILES.filter((file) => /\/(?:utils?|helpers?|services?|managers?|common|misc)(?:\/|\.ts$)/.test(file)),
    ).toEqual([]);
  });

  it('says nothing of the machine that it was written on', () => {
    const kept = readdirSync(ROOT, { withFileTypes: true }).filter(
      ({ name }) => (!name.startsWith('.') || name === '.ci') && name !== 'node_modules' && name !== 'coverage',
    );
    const files = kept.flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(ROOT, entry.name), { recursive: true, withFileTypes: true })
            .filter((inner) => inner.isFile())
            .map((inner) => relative(ROOT, join(inner.parentPath, inner.name)))
        : [entry.name],
    );
    const texts = files.filter((file) => /\.(?:ts|js|json|md|html|xml|css)$|^(?:Dockerfile|\.ci\/.*)$/.test(file));
    const machine = /(?:^|[\s"'`(=])\/(?:home|Users|root|work|mnt|opt|srv)\/\w/m;
    const registry = /https?:\/\/(?!registry\.npmjs\.org\b)[\w.-]*(?:registry|artifactory|verdaccio|mirror)/;
    expect(texts.filter((file) => machine.test(textOf(file)) || registry.test(textOf(file)))).toEqual([]);
  });
});
