import { z } from 'zod';
import { text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { DAY_MS } from '../durations.ts';
import { wordsIn } from '../locale/index.ts';
import type { Block, Column } from '../model.ts';
import type { Context } from '../ports/platform.ts';
import type { Spent } from '../ports/store.ts';
import { command, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { folded } from './folded.ts';
import { said } from './said.ts';
import type { World } from './world.ts';

/** Changes that can be looked back on. */
const KEPT = 1000;
const DAYS = 14;

/** The first `left` columns hold words, the others numbers. */
const columns = (titles: readonly string[], left: number): Column[] =>
  titles.map((title, index) => ({ title, align: index < left ? 'left' : 'right' }));

export const audit = command({
  path: ['audit'],
  example: 'audit',
  audience: 'admin',
  options: z.object({ all: z.boolean().optional() }),
  async run({ all }, context, world) {
    const words = wordsIn(context.language);
    const { settings } = words;
    const entries = await world.store.audit.list(context.workspace, KEPT);
    if (entries.length === 0) return toAsker(said(settings.noChanges));
    const { zone } = await habitOf(context, world);
    const { shown, more } = folded(entries, all === true, 'audit', words);
    const table: Block = {
      kind: 'table',
      columns: columns(settings.changeColumns, settings.changeColumns.length),
      rows: shown.map(({ at, user, action, detail, undone }) => [
        [text(momentIn(at, zone))],
        [text(user)],
        [text(action)],
        [text(undone ? settings.takenBack(detail) : detail)],
      ]),
    };
    return toAsker({
      summary: settings.changesOf,
      blocks: [{ kind: 'heading', level: 2, text: settings.changes }, table, ...more],
      thread: [],
    });
  },
});

/** What the model has cost a workspace, day by day: its questions, and the debriefs that it was shown. The owner sees all. */
async function spentBy({ workspace, owner }: Context, from: Date, { store, clock }: World) {
  const debriefs = owner ? [] : await store.looks.since(workspace, from);
  const scopes = owner ? ['all'] : [`questions ${workspace}`, ...debriefs.map((id) => `edition ${id}`)];
  const days = new Map<string, Spent>();
  for (const scope of scopes) {
    for (const { day, ...spent } of await store.budget.days(scope, dayOf(from), dayOf(clock.now()))) {
      const sum = days.get(day) ?? { requests: 0, inputTokens: 0, outputTokens: 0, micros: 0 };
      days.set(day, {
        requests: sum.requests + spent.requests,
        inputTokens: sum.inputTokens + spent.inputTokens,
        outputTokens: sum.outputTokens + spent.outputTokens,
        micros: sum.micros + spent.micros,
      });
    }
  }
  return [...days].map(([day, spent]) => ({ day, ...spent })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const usage = command({
  path: ['usage'],
  example: 'usage',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { settings } = wordsIn(context.language);
    if (world.model === null) return toAsker(said(settings.usageWithoutModel));
    const from = new Date(world.clock.now().getTime() - DAYS * DAY_MS);
    const days = await spentBy(context, from, world);
    if (days.length === 0) return toAsker(said(settings.notAsked(world.model.name, DAYS)));
    const table: Block = {
      kind: 'table',
      columns: columns(settings.usageColumns, 1),
      rows: days.map((spent) => [
        [text(spent.day)],
        [text(String(spent.requests))],
        [text(spent.inputTokens.toLocaleString('en'))],
        [text(spent.outputTokens.toLocaleString('en'))],
        [text((spent.micros / 1e6).toFixed(2))],
      ]),
    };
    return toAsker({
      summary: settings.usageSummary,
      blocks: [
        { kind: 'heading', level: 2, text: settings.usageOf(world.model.name) },
        table,
        ...(context.owner ? [] : [{ kind: 'context', content: [text(settings.usageShared)] } as const]),
      ],
      thread: [],
    });
  },
});
