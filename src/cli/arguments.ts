/** The command line: arguments in, what is to be done out. Nothing here acts. */
import { parseArgs } from 'node:util';
import { UsageError } from '../errors.ts';

/** What is done with the database's file; `file` is the other one. */
export type StoreAction =
  | { readonly what: 'backup' | 'restore'; readonly file: string }
  | { readonly what: 'copy'; readonly from: string; readonly to: string }
  | { readonly what: 'check' | 'size' };

export type Invocation =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  | { readonly kind: 'demo'; readonly json: boolean; readonly page: string | null }
  | { readonly kind: 'serve' }
  | { readonly kind: 'doctor'; readonly json: boolean }
  | {
      readonly kind: 'gather';
      readonly opml: string | null;
      readonly pages: boolean;
      /** Whether feeds are polled that are not due. */
      readonly all: boolean;
      readonly json: boolean;
    }
  | {
      readonly kind: 'preview';
      readonly feeds: readonly string[];
      readonly opml: string | null;
      readonly topic: string | null;
      readonly hours: number;
      readonly json: boolean;
      /** A file that the page of the debrief is written to. */
      readonly page: string | null;
    }
  | { readonly kind: 'store'; readonly action: StoreAction; readonly json: boolean }
  | { readonly kind: 'pipe'; readonly args: readonly string[] }
  /** A command of the registry, as words. */
  | { readonly kind: 'command'; readonly words: readonly string[]; readonly json: boolean };

const HELP: Readonly<Record<string, string>> = {
  demo: `debrief demo [--page FILE] [--json]
  A debrief of a bundled sample newsroom, polled over HTTP on this machine; nothing is kept. On a terminal a prompt follows, and while
  it waits the debrief can be read in a browser. --page writes it as a page into FILE.`,
  serve: `debrief serve
  Runs the service: polls the feeds, posts each channel's debrief when it is due, answers commands. Without credentials the
  terminal is the platform. Variables: see the README.`,
  doctor: `debrief doctor [--json]
  Checks configuration, database, feeds, tokens and scopes: what is missing, and how to get it.`,
  gather: `debrief gather [--opml FILE] [--all] [--no-pages] [--json]
  Polls every feed that is due, once, and keeps what is new. --opml adds the feeds of an OPML file first; --all polls those that
  are not due as well; --no-pages takes the feeds' own text instead of fetching each article's page.
  Example: debrief gather --opml feeds.opml`,
  preview: `debrief preview [--feed URL ...] [--opml FILE] [--topic TOPIC] [--since 24h] [--page FILE] [--json]
  Gathers what is named (else the default feeds) into a throw-away store, composes a debrief and shows it; nothing is posted.
  --since takes hours or days: 24h, 3d. --page writes it as a page with its receipts into FILE. --json prints the debrief in the form of the write stage (docs/contracts.md).
  Example: debrief preview --feed https://blog.example/feed.xml --since 3d`,
  store: `debrief store <backup FILE | restore FILE | copy FROM TO | check | size> [--json]
  backup writes the database into FILE, while the service runs or not; restore puts such a file in its place, with Debrief ended;
  copy moves a whole store, with Debrief ended, into an empty one and compares what arrived, row by row; FROM and TO are as in
  DEBRIEF_DATABASE_URL: a file, or postgres://user@host/name (a password may stand in PGPASSWORD);
  check tells whether the file is whole and every figure stands in its article; size tells what fills it.
  Example: debrief store backup debrief-2026-11-24.sqlite`,
  pipe: `debrief pipe <stage> [options]
  One stage as a filter over JSON lines: feed, article, clauses, figures, quotes, stories, verify, write, editions, ask (docs/contracts.md).
  Example: echo '{"id":1,"text":"It will use 2.4 GW."}' | debrief pipe figures`,
};

const OVERVIEW = `debrief <command> [options]

  demo       a debrief of the bundled sample newsroom
  serve      the service: polls, posts, answers
  preview    compose a debrief of any feeds and show it; nothing is posted
  gather     poll the feeds once and keep what is new
  doctor     what is missing in the configuration, and how to get it
  store      backup, restore, copy, check and size of the database
  pipe       one stage as a filter over JSON lines

and what people ask in a channel: latest, story, figures, trend, quotes, ask, why, feeds, channel, ... (debrief help lists them).

  --help     with any command: its options and an example
  --json     for machines, with every command but serve; pipe speaks it anyway
  --version

Exit codes: 0 done, 1 failed, 2 wrong option or variable. Example: debrief preview --since 3d --topic power`;

/** `24h` or `3d` as hours. */
function hoursOf(value: string): number {
  const match = /^(\d{1,4})\s*(h|d)$/i.exec(value.trim());
  const hours = match === null ? Number.NaN : Number(match[1]) * (match[2]?.toLowerCase() === 'd' ? 24 : 1);
  if (!(hours >= 1 && hours <= 24 * 31))
    throw new UsageError([
      `--since: expected hours or days such as 24h or 3d (31d at most), got ${JSON.stringify(value)}`,
    ]);
  return hours;
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

function parsed(
  name: string,
  args: readonly string[],
  options: NonNullable<Options>,
): Readonly<Record<string, unknown>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false, allowNegative: true }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError([`${name}: ${message}`, `See: debrief ${name} --help`]);
  }
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

function readDemo(args: readonly string[]): Invocation {
  const values = parsed('demo', args, { json: { type: 'boolean' }, page: { type: 'string' } });
  return { kind: 'demo', json: values.json === true, page: stringOf(values.page) };
}

function readStore(args: readonly string[]): Invocation {
  const json = args.includes('--json');
  const [what = '', file, ...more] = args.filter((word) => word !== '--json');
  const wrong = (words: string) => new UsageError([`store: ${words}`, 'See: debrief store --help']);
  if (what === 'check' || what === 'size') {
    if (file !== undefined) throw wrong(`${what} takes no file; it is about the one of DEBRIEF_DATABASE_URL`);
    return { kind: 'store', action: { what }, json };
  }
  if (what === 'copy') {
    const [to, ...rest] = more;
    if (file === undefined || to === undefined || rest.length > 0)
      throw wrong('copy takes two databases, such as debrief.sqlite postgres://user@host/name');
    if (file === to) throw wrong('copy takes two databases, and these are one');
    return { kind: 'store', action: { what, from: file, to }, json };
  }
  if (what !== 'backup' && what !== 'restore')
    throw wrong(`expected backup, restore, copy, check or size, got ${JSON.stringify(what)}`);
  if (file === undefined || more.length > 0) throw wrong(`${what} takes one file, such as debrief-2026-11-24.sqlite`);
  return { kind: 'store', action: { what, file }, json };
}

/** The commands that are the machine's owner's alone; all others are the registry's. */
export const OWN: readonly string[] = Object.keys(HELP);

/**
 * Reads the arguments. Throws a UsageError that names what is wrong. What is none of the owner's own commands is left to
 * the registry.
 */
export function readArguments(argv: readonly string[]): Invocation {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') return { kind: 'help', text: OVERVIEW };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  if (name in HELP && (rest.includes('--help') || rest.includes('-h')))
    return { kind: 'help', text: HELP[name] ?? OVERVIEW };
  switch (name) {
    case 'demo':
      return readDemo(rest);
    case 'serve':
      parsed(name, rest, {});
      return { kind: name };
    case 'doctor':
      return { kind: 'doctor', json: parsed(name, rest, { json: { type: 'boolean' } }).json === true };
    case 'store':
      return readStore(rest);
    case 'gather': {
      const values = parsed(name, rest, {
        opml: { type: 'string' },
        pages: { type: 'boolean', default: true },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
      });
      return {
        kind: 'gather',
        opml: stringOf(values.opml),
        pages: values.pages !== false,
        all: values.all === true,
        json: values.json === true,
      };
    }
    case 'preview': {
      const values = parsed(name, rest, {
        feed: { type: 'string', multiple: true },
        opml: { type: 'string' },
        topic: { type: 'string' },
        since: { type: 'string', default: '24h' },
        page: { type: 'string' },
        json: { type: 'boolean' },
      });
      return {
        kind: 'preview',
        feeds: stringsOf(values.feed),
        opml: stringOf(values.opml),
        topic: stringOf(values.topic),
        hours: hoursOf(stringOf(values.since) ?? '24h'),
        json: values.json === true,
        page: stringOf(values.page),
      };
    }
    case 'pipe':
      return { kind: 'pipe', args: rest };
  }
  const words =
    rest.includes('--help') || rest.includes('-h')
      ? ['help', name, ...rest.filter((word) => !word.startsWith('-'))]
      : [...argv];
  return { kind: 'command', words: words.filter((word) => word !== '--json'), json: argv.includes('--json') };
}
