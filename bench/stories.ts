import { createGrouping, type Groupable } from '../src/stories/group.ts';

/** What a month of news costs to group: 50,000 articles of 30 days, on one core. */
const ARTICLES = 50_000;
const DAYS = 30;
const EARLY = 1_000;
/** How many articles around a place are timed to tell what one there costs. */
const SAMPLE = 1_000;
const LIMIT_SECONDS = 60;
const LIMIT_RATIO = 3;

const COMMON_WORDS = 8_000;
const WORDS_OF_AN_EVENT = 25;
const REPORTS_OF_AN_EVENT = 8;
const BODY_WORDS = 350;
const START = Date.UTC(2026, 0, 1);

/** Numbers between 0 and 1, the same on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
function word(number: number): string {
  let rest = number;
  let text = '';
  do {
    text += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return text;
}

/** News with words as frequent as Zipf says, of events that have words of their own and go on for some days. */
function* month(): Generator<Groupable> {
  const random = randomFrom(7);
  const common = (): string => word(Math.floor(COMMON_WORDS ** random()));
  const events = Math.ceil(ARTICLES / REPORTS_OF_AN_EVENT);
  for (let at = 0; at < ARTICLES; at += 1) {
    const running = Math.floor((at / ARTICLES) * events);
    const event = Math.max(0, running - Math.floor(random() ** 2 * (events / DAYS) * 3));
    const own = (): string =>
      word(COMMON_WORDS + event * WORDS_OF_AN_EVENT + Math.floor(WORDS_OF_AN_EVENT * random() ** 2));
    const text = Array.from({ length: BODY_WORDS }, () => (random() < 0.25 ? own() : common())).join(' ');
    const title = Array.from({ length: 9 }, () => (random() < 0.5 ? own() : common())).join(' ');
    const published = new Date(START + (at / ARTICLES) * DAYS * 86_400_000).toISOString();
    yield { id: String(at), title, publisher: null, url: null, published, text };
  }
}

/** Seconds of processor time used so far: what others do on the machine is not counted. */
function secondsUsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

export function run(): void {
  const articles = [...month()];
  const grouping = createGrouping();
  const started = secondsUsed();
  const marks = articles.map((article) => {
    grouping.add(article);
    return secondsUsed();
  });
  const stories = grouping.stories();
  const seconds = secondsUsed() - started;
  const costAt = (end: number): number =>
    (((marks[end - 1] ?? 0) - (marks[end - 1 - SAMPLE] ?? started)) / SAMPLE) * 1000;
  const early = costAt(EARLY + SAMPLE / 2);
  const late = costAt(ARTICLES);
  console.log(`stories: ${ARTICLES} articles of ${DAYS} days in ${stories.length} stories, processor time`);
  console.log(`  all of them        ${seconds.toFixed(1)} s          at most ${LIMIT_SECONDS} s`);
  console.log(`  around the ${EARLY}th  ${early.toFixed(3)} ms each`);
  console.log(
    `  the last ${SAMPLE}      ${late.toFixed(3)} ms each, ${(late / early).toFixed(2)} times; at most ${LIMIT_RATIO}`,
  );
  if (seconds > LIMIT_SECONDS || late / early > LIMIT_RATIO) process.exitCode = 1;
}
