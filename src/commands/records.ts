import { z } from 'zod';
import { text } from '../document/inline.ts';
import { momentIn } from '../document/when.ts';
import { DAY_MS } from '../durations.ts';
import type { Block, Column } from '../model.ts';
import { command, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { said } from './said.ts';

const SHOWN = 20;
const DAYS = 14;

const columns = (...titles: readonly (readonly [string, Column['align']])[]): Column[] =>
  titles.map(([title, align]) => ({ title, align }));

export const audit = command({
  path: ['audit'],
  summary: 'who changed what in this workspace, the newest first',
  example: 'audit',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const entries = await world.store.audit.list(context.workspace, SHOWN);
    if (entries.length === 0) return toAsker(said('Nothing was changed here yet.'));
    const { zone } = await habitOf(context, world);
    const table: Block = {
      kind: 'table',
      columns: columns(['When', 'left'], ['Who', 'left'], ['Command', 'left'], ['What', 'left']),
      rows: entries.map(({ at, user, action, detail }) => [
        [text(momentIn(at, zone))],
        [text(user)],
        [text(action)],
        [text(detail)],
      ]),
    };
    return toAsker({
      summary: 'Changes in this workspace',
      blocks: [{ kind: 'heading', level: 2, text: 'Changes' }, table],
      thread: [],
    });
  },
});

export const usage = command({
  path: ['usage'],
  summary: 'what the model has cost, day by day',
  example: 'usage',
  audience: 'admin',
  options: z.object({}),
  async run(_options, _context, world) {
    if (world.model === null)
      return toAsker(
        said('No model is configured: every debrief is written from the articles’ own sentences, and costs nothing.'),
      );
    const now = world.clock.now();
    const day = (ago: number): string => new Date(now.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
    const days = await world.store.budget.days('all', day(DAYS), day(0));
    if (days.length === 0)
      return toAsker(said(`The model (${world.model.name}) was not asked in the last ${DAYS} days.`));
    const table: Block = {
      kind: 'table',
      columns: columns(
        ['Day', 'left'],
        ['Requests', 'right'],
        ['Tokens in', 'right'],
        ['Tokens out', 'right'],
        ['USD', 'right'],
      ),
      rows: days.map((spent) => [
        [text(spent.day)],
        [text(String(spent.requests))],
        [text(spent.inputTokens.toLocaleString('en'))],
        [text(spent.outputTokens.toLocaleString('en'))],
        [text((spent.micros / 1e6).toFixed(2))],
      ]),
    };
    return toAsker({
      summary: 'What the model has cost',
      blocks: [{ kind: 'heading', level: 2, text: `Usage of ${world.model.name}` }, table],
      thread: [],
    });
  },
});
