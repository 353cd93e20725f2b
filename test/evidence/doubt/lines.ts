import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Source } from '../../../src/evidence/verify.ts';
import { sha256 } from '../../../src/hash.ts';
import { once } from '../../../src/once.ts';
import { random } from '../../learned/boost.ts';
import { newsroomLines } from '../newsroom-lines.ts';
import { PASSAGES } from '../rewrites.ts';
import { twinsOf } from '../twins.ts';
import { madeOf } from './made.ts';

/** A line, whether it is carried, and the passage that it must not be parted from when a model is tried on what it was not shown. */
export type Example = {
  readonly set: string;
  readonly passage: string;
  readonly sources: readonly Source[];
  readonly claim: string;
  readonly carried: boolean;
  /** What kind of fault a false line has, and the words of it that are wrong, where its writer told. */
  readonly kind?: string | undefined;
  readonly at?: readonly string[] | undefined;
};

const PUBLISHED = '2026-11-20T12:00:00Z';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

const Line = z.object({ claim: z.string(), kind: z.string().optional(), at: z.array(z.string()).optional() });
const Passage = z.object({
  id: z.string(),
  sources: z.array(z.union([z.string(), z.object({ text: z.string(), published: z.string() })])),
  carried: z.array(Line),
  refused: z.array(Line),
});

function passages(set: string, text: string, published: string | null = PUBLISHED): Example[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line): Example[] => {
      const { id, sources: given, carried, refused } = Passage.parse(JSON.parse(line));
      const sources = given.map(
        (one, n): Source => (typeof one === 'string' ? { id: `${n}`, text: one, published } : { id: `${n}`, ...one }),
      );
      const of = (lines: typeof carried, is: boolean): Example[] =>
        lines.map((line) => ({ ...line, set, passage: `${set} ${id}`, sources, carried: is }));
      return [...of(carried, true), ...of(refused, false)];
    });
}

function twins(): Example[] {
  const known = new Map<string, readonly Source[]>();
  return twinsOf(read('twins.txt')).map(({ text, claim, ok }) => {
    const sources = known.get(text) ?? [{ id: 's', text }];
    known.set(text, sources);
    return { set: 'twins', passage: `twins ${text.slice(0, 40)}`, sources, claim, carried: ok };
  });
}

/** `turns.txt`, `fields.txt`: passages of one line, and below each what is said of it. */
function turns(): Example[] {
  let sources: readonly Source[] = [];
  return ['turns.txt', 'fields.txt']
    .flatMap((file) => read(file).split('\n').slice(1))
    .flatMap((line): Example[] => {
      if (line === '' || line.startsWith('# ')) return [];
      if (/^[=!] /.test(line))
        return [
          {
            set: 'turns',
            passage: `turns ${sources[0]?.text}`,
            sources,
            claim: line.slice(2),
            carried: line.startsWith('='),
          },
        ];
      sources = [{ id: 's', text: line, published: PUBLISHED }];
      return [];
    });
}

function newsroom(): Example[] {
  return newsroomLines(read('newsroom-lines.txt')).map(({ sources, claim, kind }) => ({
    set: 'newsroom',
    passage: `newsroom ${sources[0]?.id}`,
    sources,
    claim,
    carried: kind === null,
  }));
}

/** `rewrites.ts`: what an editor might make of a passage, and false lines that need no second look. */
function rewrites(): Example[] {
  return PASSAGES.flatMap(({ text, carried, refused }) => {
    const of = (claims: readonly string[], is: boolean): Example[] =>
      claims.map((claim) => ({
        set: 'rewrites',
        passage: `rewrites ${text.slice(0, 40)}`,
        sources: [{ id: 's', text }],
        claim,
        carried: is,
      }));
    return [...of(carried, true), ...of(refused, false)];
  });
}

/** Lines as editors and models word them (`lines`): of a briefing's length, and short ones of one fact each. */
const SETS = [
  ...'abcdefgijklpqstuvwxyz',
  ...[...'abcdejklmnopqrstuvwxyz'].map((set) => `a${set}`),
  ...[...'abcdefghijkmnopqrstuvwxyz'].map((set) => `b${set}`),
  ...[...'acde'].map((set) => `c${set}`),
];
const SHORT = ['af', 'ag', 'ah', 'ai', 'bl'];
export const FREE: ReadonlySet<string> = new Set([...SETS, 'editor-lines']);

/** So many of the sentences of the passages are made into lines. */
const MADE = 0.2;

/** Lines made of the passages' own sentences, which any reader of them must judge right. */
function made(of: readonly Example[]): Example[] {
  const next = random(9);
  const passages = new Map(of.map(({ passage, sources }) => [passage, sources]));
  return [...passages].flatMap(([passage, sources]) =>
    madeOf(sources, next)
      .filter(() => next() < MADE)
      .map(({ claim, carried }) => ({ set: 'made', passage, sources, claim, carried })),
  );
}

const free = once(() => [...SETS, ...SHORT].flatMap((set) => passages(set, read(`lines/${set}.jsonl`))));

/** The lines of the project that a model learns from, as they are written down. */
export function written(): Example[] {
  return [
    ...free(),
    ...passages('passages', read('passages.jsonl'), null),
    ...passages('editor-lines', read('editor-lines.jsonl')),
    ...twins(),
    ...turns(),
    ...rewrites(),
    ...newsroom(),
  ];
}

/** All lines that a model learns from. */
export const examples = (): Example[] => [...written(), ...made(free())];

/** What names these lines: another where one of them is another, or its sources. */
export const fingerprint = (lines: readonly Example[]): string =>
  sha256(
    JSON.stringify(
      lines.map(({ claim, carried, sources }) => [claim, carried, sources.map(({ text }) => sha256(text))]),
    ),
  );
