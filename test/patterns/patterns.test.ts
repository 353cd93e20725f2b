import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { adversaries, type Pattern, textOf } from './patterns.ts';

const Patterns = z.array(z.object({ file: z.string(), source: z.string(), flags: z.string() }));

/** What grows exponentially does not end at the short length; what grows by the square is done with it in a moment, and is seen at the long one. */
const SHORT = 150;
const LONG = 24_000;
/** How many of the short texts, those that took longest, are made long. */
const HARDEST = 2;
/** No pattern that is linear needs a quarter of it; the square of the long length takes several times as much. */
const LINEAR_MS = 60;
const LIMIT_MS = 500;
/** For one text alone: a busy machine gives little of its time. */
const ALONE_MS = 1_000;

const context = createContext({ now: () => performance.now(), source: '', flags: '', texts: [], times: [] });
const search = new Script(
  `{ const search = new RegExp(source, flags); times = [];
     // A pattern is compiled at its first search, and once more at its second.
     for (const text of ['a', 'a']) { search.lastIndex = 0; search.exec(text) }
     for (const text of texts) { const from = now(); search.lastIndex = 0; search.exec(text); times.push(now() - from) } }`,
);

/** How long a pattern searches each of the texts, in milliseconds, as far as it comes before it is stopped. */
function timed({ source, flags }: Pattern, texts: readonly string[], limitMs = LIMIT_MS): readonly number[] {
  Object.assign(context, { source, flags, texts, times: [] });
  try {
    search.runInContext(context, { timeout: limitMs });
  } catch {
    // Stopped: one text is missing among the times.
  }
  return z.array(z.number()).parse(context['times']);
}

/** The same by the processor's clock, the better of two where it is in doubt: others on the machine do not count. */
function spent(pattern: Pattern, text: string): number {
  const once = (): number => {
    const before = process.cpuUsage().user;
    timed(pattern, [text], ALONE_MS);
    return (process.cpuUsage().user - before) / 1_000;
  };
  const first = once();
  return first <= LINEAR_MS || first > 2 * LINEAR_MS ? first : Math.min(first, once());
}

/** What a pattern takes too long over; null where there is nothing. */
function faultOf(pattern: Pattern): string | null {
  const made = adversaries(pattern);
  const fault = (at: number, what: string) =>
    `${pattern.file}: /${pattern.source.slice(0, 120)}/ over ${JSON.stringify(made[at])}: ${what}`;
  const texts = made.map((one) => textOf(one, SHORT));
  const times: number[] = [];
  while (times.length < texts.length) {
    times.push(...timed(pattern, texts.slice(times.length)));
    const [stopped] = texts.slice(times.length);
    if (stopped === undefined) break;
    const took = spent(pattern, stopped);
    if (took > LINEAR_MS) return fault(times.length, 'it does not end');
    times.push(took);
  }
  const hardest = [...times.keys()].toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0)).slice(0, HARDEST);
  for (const at of hardest) {
    const one = made[at];
    const took = one === undefined ? 0 : spent(pattern, textOf(one, LONG));
    if (took > LINEAR_MS) return fault(at, `${took.toFixed(0)} ms of ${LONG} characters`);
  }
  return null;
}

let patterns: readonly Pattern[] = [];
beforeAll(() => {
  const listed = execFileSync(process.execPath, [join(import.meta.dirname, 'list.ts')], { maxBuffer: 50_000_000 });
  patterns = Patterns.parse(JSON.parse(listed.toString()));
}, 60_000);

it('every regular expression is linear over texts made of its own parts', () => {
  expect(patterns.length).toBeGreaterThan(1_000);
  expect(patterns.flatMap((pattern) => faultOf(pattern) ?? [])).toEqual([]);
}, 60_000);

it.each([
  ['the exponential', '^(?:a+)+$'],
  ['the square of a run that ends otherwise', '\\s+$'],
])('is what this test knows when it sees it: %s', (_, source) => {
  expect(faultOf({ file: 'test', source, flags: 'u' })).not.toBeNull();
});
