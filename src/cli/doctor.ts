import type { App } from '../app.ts';
import { text } from '../document/inline.ts';
import { ModelError } from '../errors.ts';
import { healthOf } from '../gather/health.ts';
import type { Document } from '../model.ts';
import type { Finding } from '../ports/finding.ts';
import { redact } from '../secrets.ts';

const MARKS = { fine: '✓', off: '–', missing: '✗' } as const;

async function feeds({ store, world }: App): Promise<Finding> {
  const pack = await store.feeds.pack();
  const states = await store.feeds.states(pack.map(({ id }) => id));
  const failing = states.filter((state) => ['failing', 'gone'].includes(healthOf(state, world.clock.now()).status));
  if (pack.length === 0)
    return {
      part: 'Feeds',
      state: 'off',
      words: 'none yet; the first start adds the default feeds, or: debrief gather --opml FILE',
    };
  if (failing.length === 0)
    return { part: 'Feeds', state: 'fine', words: `${pack.length} feeds, none of them failing` };
  return {
    part: 'Feeds',
    state: 'missing',
    words: `${failing.length} of ${pack.length} feeds fail; debrief feeds check tells why`,
  };
}

async function channels({ store, world }: App): Promise<Finding> {
  const all = await store.channels.all();
  const part = 'Channels';
  if (all.length === 0)
    return {
      part,
      state: 'off',
      words: 'none gets a debrief yet; in the channel: /debrief-admin channel schedule weekdays 8:30 Berlin',
    };
  const lost = all.filter(({ state }) => state === 'lost');
  if (lost.length > 0)
    return {
      part,
      state: 'missing',
      words: lost.map(({ name, address, note }) => `${name ?? address}: ${note ?? 'closed to the bot'}`).join('; '),
    };
  const next = all.flatMap(({ nextDueAt }) => nextDueAt ?? []).toSorted()[0];
  return {
    part,
    state: 'fine',
    words: `${all.length} set up${next === undefined ? '' : `, the next post at ${next}`} (now ${world.clock.now().toISOString()})`,
  };
}

async function model({ config, checkModel }: App): Promise<Finding> {
  const { key, name, baseUrl, dailyTokens, dailyUsd } = config.model;
  if (key === null || checkModel === null)
    return {
      part: 'Model',
      state: 'off',
      words:
        'none: the extractive writer writes. For a model set OPENAI_API_KEY, and OPENAI_BASE_URL for another server than OpenAI’s',
    };
  const caps = [dailyTokens === null ? '' : `${dailyTokens} tokens`, dailyUsd === null ? '' : `${dailyUsd} USD`]
    .filter((cap) => cap !== '')
    .join(', ');
  const words = `${name}${baseUrl === null ? '' : ` at ${redact(baseUrl)}`}, cap a day: ${caps === '' ? 'none (DEBRIEF_MODEL_BUDGET_TOKENS sets one)' : caps}`;
  try {
    return { part: 'Model', state: 'fine', words: `${words}; ${await checkModel()}` };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { part: 'Model', state: 'missing', words: `${words}; ${error.message}` };
  }
}

/** Everything that Debrief needs, part by part. `platforms` is what the adapters have found out about themselves. */
export async function diagnose(app: App, platforms: readonly Finding[]): Promise<readonly Finding[]> {
  const { database, contact } = { database: app.config.database, contact: app.config.contact };
  const words = database.kind === 'sqlite' ? `SQLite in ${database.file}` : 'PostgreSQL';
  return [
    { part: 'Database', state: 'fine', words },
    await feeds(app),
    {
      part: 'Contact',
      state: contact === null ? 'off' : 'fine',
      words: contact ?? 'none; publishers can not write to you: set DEBRIEF_CONTACT to an address',
    },
    ...platforms,
    await channels(app),
    await model(app),
  ];
}

export function findingsDocument(findings: readonly Finding[]): Document {
  const missing = findings.filter(({ state }) => state === 'missing').length;
  return {
    summary: missing === 0 ? 'Nothing is missing' : `${missing} parts need something`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: '', align: 'left' },
          { title: 'Part', align: 'left' },
          { title: 'How it is', align: 'left' },
        ],
        rows: findings.map(({ part, state, words }) => [[text(MARKS[state])], [text(part)], [text(words)]]),
      },
    ],
    thread: [],
  };
}
