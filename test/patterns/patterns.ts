import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

export type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

/** A regular expression literal where an expression may begin; what looks like one and is none does not compile. */
const LITERAL =
  /(?<=(?:^|[(,=:[!&|?{};>]|\breturn)\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?![\w])/gm;

function compiles({ source, flags }: Pattern): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}

function literalsIn(file: string): Pattern[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return Array.from(code.matchAll(LITERAL), ([, source = '', flags = '']) => ({ file, source, flags })).filter(
    compiles,
  );
}

/** What a module puts together when it is loaded, by its own call of `RegExp`. */
async function composedIn(file: string): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const kept = globalThis.RegExp;
  globalThis.RegExp = new Proxy(kept, {
    construct(target, given, as) {
      const made: RegExp = Reflect.construct(target, given, as);
      // Packages that it loads put together their own.
      const [, , caller = ''] = new Error('who asks').stack?.split('\n') ?? [];
      const [at = file] = /(?:src|adapters)\/[^:?]+/.exec(caller.slice(caller.indexOf(ROOT) + ROOT.length)) ?? [];
      if (!caller.includes('node_modules')) found.push({ file: at, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await import(pathToFileURL(join(ROOT, file)).href);
  } finally {
    globalThis.RegExp = kept;
  }
  return found;
}

/** What may be loaded for a look: no module that begins to run, and none of an adapter, which loads its SDK with patterns of its own. */
const isLoaded = (file: string): boolean =>
  file.startsWith('src/') && !['src/main.ts', 'src/reader/thread.ts'].includes(file);

/** Every regular expression of these folders: as it is written, or as it is put together when its module is loaded. */
export async function patternsIn(folders: readonly string[]): Promise<readonly Pattern[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  const found: Pattern[] = [];
  for (const file of files) found.push(...literalsIn(file));
  for (const file of files) if (isLoaded(file)) found.push(...(await composedIn(file)));
  const unique = new Map(found.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]));
  return [...unique.values()];
}

/** What a class of characters stands for, one of each. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/\\s/, ' '],
  [/\\w|\\p\{L/, 'a'],
  [/\\p\{Lu/, 'A'],
  [/\\d/, '1'],
  [/\\W|\\S|\[\^|\./, '-'],
];

/** A text that is made as long as one likes: a beginning, and what is said over and over. */
export type Adversary = { readonly head: string; readonly pump: string };

/** What ends every text matches hardly anything: neither a space nor a letter, and a line's end that is not the text's. */
const END = '\u0001\n\u0000';

export const textOf = ({ head, pump }: Adversary, length: number): string =>
  `${head}${pump.repeat(Math.ceil(length / pump.length)).slice(0, length)}${END}`;

/** What the pattern's own parts, repeated, make hardest for it: each part and each pair after each beginning, and an end that does not match. */
export function adversaries({ source }: Pattern): readonly Adversary[] {
  const words = source
    .replace(/\\[a-zA-Z](?:\{[^}]*\})?|\(\?(?:[:=!]|<[=!]|<\w+>)|[[\](){}|^$*+?.\\]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const heads = ['', '\u0001', ...new Set(words.slice(0, 4))];
  const marks = [...new Set(source.replace(/[\w\s\\()[\]{}|^$*+?]/g, ''))].slice(0, 6);
  const atoms = [
    ...new Set([
      ...words.slice(0, 6),
      ...marks,
      ...CLASSES.flatMap(([within, stands]) => (within.test(source) ? [stands] : [])),
    ]),
  ].slice(0, 14);
  const pumps = [
    ...atoms,
    ...atoms.flatMap((one) => atoms.slice(0, 6).flatMap((two) => (one === two ? [] : [one + two, `${one} ${two} `]))),
  ];
  return heads.flatMap((head) => pumps.map((pump) => ({ head, pump })));
}
