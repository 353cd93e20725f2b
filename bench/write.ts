import { write } from '../src/write/index.ts';
import { dayOf } from './sample/news.ts';

/** The extractive writer over a day of 1,000 articles that were read and mined, on one core. */
const ARTICLES = 1000;
const LIMIT_SECONDS = 2;

export async function run(): Promise<void> {
  const input = dayOf(ARTICLES);
  await write(dayOf(20), { editor: null });
  const before = process.cpuUsage();
  const debrief = await write(input, { editor: null });
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(
    `${ARTICLES} articles, ${input.stories.length} stories -> ${debrief.inShort.length} points in ${seconds.toFixed(2)} s`,
  );
  if (seconds > LIMIT_SECONDS) {
    console.error(`slower than ${LIMIT_SECONDS} s`);
    process.exitCode = 1;
  }
}
