import { parseArgs } from 'node:util';
import { growth, soak } from './soak.ts';

/** `npm run soak -- --days 60 --articles 50`: whether the database and the process level off, on a virtual clock. */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '60' },
    articles: { type: 'string', default: '50' },
    text: { type: 'string', default: '14' },
    figures: { type: 'string', default: '30' },
  },
});
/** Percent of what stands at the end that the last third of the days may have brought. */
const LEVEL = 3;
/** A database's page: what a small one may grow by in a day, as its pages fill. */
const PAGE = 4_096;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const keep = { textDays: Number(values.text), figuresDays: Number(values.figures) };
const { days, posts, faults, figures, tables } = await soak(
  Number(values.days),
  Number(values.articles),
  keep,
  (day) => {
    if (day.day % 5 === 0)
      console.log(
        `day ${day.day}: ${megabytes(day.stored)} stored in a file of ${megabytes(day.file)}, heap ${megabytes(day.heap)}, resident ${megabytes(day.resident)}`,
      );
  },
);
for (const { name, bytes, rows } of tables.slice(0, 12)) console.log(`  ${name}: ${megabytes(bytes)}, ${rows} rows`);
console.log(`${posts} messages posted, ${figures} figures stand in their articles`);
for (const fault of faults) console.log(fault);
let levels = true;
for (const what of ['stored', 'file', 'heap', 'resident'] as const) {
  const [first, last] = [growth(days, what, 0, 1 / 3), growth(days, what, 2 / 3, 1)];
  const share = ((last * days.length) / 3 / (days.at(-1)?.[what] ?? 1)) * 100;
  levels &&= share <= LEVEL || last <= PAGE;
  console.log(
    `${what}: ${megabytes(first)} a day over the first third, ${megabytes(last)} over the last (${share.toFixed(1)}% in all)`,
  );
}
if (faults.length > 0 || !levels) {
  console.log(levels ? 'the database is not whole' : `not level: at most ${LEVEL}% may come in over the last third`);
  process.exitCode = 1;
}
