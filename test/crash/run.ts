import { parseArgs } from 'node:util';
import { missing, newDatabase, startPostgres } from '../postgres/server.ts';
import { crash } from './crash.ts';
import { faultsOf, type Outcome, Sight } from './life.ts';
import { crashReplicas } from './replicas.ts';

/**
 * `npm run crash -- --kills 200 --seed 1 --replicas 3`: one process on SQLite, then so many at once on a PostgreSQL (0 leaves these out); half of
 * the kills of each on a platform that can be asked what stands there, half on one that cannot.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    replicas: { type: 'string', default: '3' },
    sqlite: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const kills = Math.ceil(Number(values.kills) / 2);
const seed = Number(values.seed);
const replicas = Number(values.replicas);

function tell(where: string, sight: Sight, outcome: Outcome): void {
  const faults = faultsOf(outcome, sight);
  const states = Object.entries(Object.groupBy(outcome.deliveries, ({ state }) => state));
  const counts = states.map(([state, list]) => `${list?.length ?? 0} ${state}`).join(', ');
  for (const fault of faults.slice(0, 20)) console.log(fault);
  console.log(
    `${where}, ${sight}: ${kills} kills, ${outcome.posts.size} messages, editions ${counts}: ${faults.length} faults`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

if (values.sqlite) for (const sight of Sight.options) tell('SQLite', sight, await crash(kills, sight, seed));
const reason = missing();
if (replicas > 0 && reason !== null) console.log(`PostgreSQL: skipped: ${reason}`);
if (replicas > 0 && reason === null) {
  const server = await startPostgres();
  try {
    for (const sight of Sight.options) {
      const database = await newDatabase(server.url, `crash_${sight}`);
      const outcome = await crashReplicas(database, { kills, replicas, sight, seed });
      tell(`PostgreSQL, ${replicas} replicas`, sight, outcome);
    }
  } finally {
    await server.stop();
  }
}
