import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { adversaries, type Pattern } from './patterns.ts';

const Patterns = z.array(z.object({ file: z.string(), source: z.string(), flags: z.string() }));

/** Ample for the cube of the length on a busy machine; what grows exponentially does not end at this length. */
const LIMIT_MS = 2_000;
const LENGTH = 120;

/** Patterns that take longer than the limit, with the beginning of the text that they take it over. */
function slow(patterns: readonly Pattern[]): string[] {
  const context = createContext({ source: '', flags: '', text: '' });
  const search = new Script(
    '{ const search = new RegExp(source, flags); for (const one of texts) { text = one; search.lastIndex = 0; search.exec(one) } }',
  );
  return patterns.flatMap((pattern) => {
    Object.assign(context, { source: pattern.source, flags: pattern.flags, texts: adversaries(pattern, LENGTH) });
    try {
      search.runInContext(context, { timeout: LIMIT_MS });
      return [];
    } catch {
      return [
        `${pattern.file}: /${pattern.source.slice(0, 120)}/ over ${JSON.stringify(String(context.text).slice(0, 30))}`,
      ];
    }
  });
}

it('no regular expression grows exponentially over texts made of its own parts', () => {
  const listed = execFileSync(process.execPath, [join(import.meta.dirname, 'list.ts')], { maxBuffer: 50_000_000 });
  const patterns = Patterns.parse(JSON.parse(listed.toString()));
  expect(patterns.length).toBeGreaterThan(1_000);
  expect(slow(patterns)).toEqual([]);
}, 60_000);
