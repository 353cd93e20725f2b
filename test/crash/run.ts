import { parseArgs } from 'node:util';
import { crash, faultsOf, type Sight } from './crash.ts';

/** `npm run crash -- --kills 200 --seed 1`: half of them on a platform that can be asked what stands there, half on one that cannot. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
for (const sight of ['seeing', 'blind'] satisfies Sight[]) {
  const kills = Math.ceil(Number(values.kills) / 2);
  const outcome = await crash(kills, sight, Number(values.seed));
  const faults = faultsOf(outcome, sight);
  const states = Object.entries(Object.groupBy(outcome.deliveries, ({ state }) => state));
  const counts = states.map(([state, list]) => `${list?.length ?? 0} ${state}`).join(', ');
  for (const fault of faults.slice(0, 20)) console.log(fault);
  console.log(`${sight}: ${kills} kills, ${outcome.posts.size} messages, editions ${counts}: ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
