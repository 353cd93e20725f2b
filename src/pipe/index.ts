import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Filter, Run } from './filter.ts';
import { linesOf } from './lines.ts';

/** Every filter by its stage's name, loaded when it is asked for. */
const FILTERS: Readonly<Record<string, () => Promise<{ readonly filter: Filter }>>> = {
  feed: () => import('./feed.ts'),
  article: () => import('./article.ts'),
  clauses: () => import('./clauses.ts'),
  figures: () => import('./figures.ts'),
  quotes: () => import('./quotes.ts'),
  stories: () => import('./stories.ts'),
  verify: () => import('./verify.ts'),
  write: () => import('./write.ts'),
  editions: () => import('./editions.ts'),
  ask: () => import('./ask.ts'),
};

export const STAGES: readonly string[] = Object.keys(FILTERS);

const Identified = z.looseObject({ id: z.unknown() });

function idOf(input: unknown): unknown {
  const parsed = Identified.safeParse(input);
  return parsed.success ? (parsed.data.id ?? null) : null;
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return `not a line of this stage: ${z.prettifyError(error).replaceAll('\n', ' ')}`;
  return error instanceof Error ? error.message : String(error);
}

async function answer(run: Run, line: string): Promise<object | null> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { id: null, error: `not JSON: expected one object a line, got ${JSON.stringify(line.slice(0, 60))}` };
  }
  try {
    const out = await run.line(input);
    return out === null ? null : { id: idOf(input), ...out };
  } catch (error) {
    return { id: idOf(input), error: reasonOf(error) };
  }
}

/**
 * Runs a stage as a filter until the end of input: a line out for each line in, in order, as soon as it is known.
 * Throws a UsageError for an unknown stage or option; no input makes it fail.
 */
export async function pipe(args: readonly string[], input: Readable, output: Writable): Promise<void> {
  const [stage = '', ...rest] = args;
  const load = FILTERS[stage];
  if (load === undefined) {
    throw new UsageError([`pipe: unknown stage ${JSON.stringify(stage)}; expected one of ${STAGES.join(', ')}`]);
  }
  const { filter } = await load();
  let values: ReturnType<typeof parseArgs>['values'];
  try {
    values = parseArgs({ args: rest, options: filter.options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError([`pipe ${stage}: ${reasonOf(error)}`]);
  }
  const run = await filter.open(values);
  const write = async (line: object): Promise<void> => {
    if (output.write(`${JSON.stringify(line)}\n`)) return;
    await new Promise<void>((resolve) => output.once('drain', resolve));
  };
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const out = await answer(run, line);
    if (out !== null) await write(out);
  }
  for (const line of (await run.end?.()) ?? []) await write(line);
}
