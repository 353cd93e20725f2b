import { ask, readQuestion } from '../src/ask/index.ts';
import { createChart } from '../src/effects/chart/index.ts';
import { fitting, lookUp, queryOf } from '../src/ledger/look-up.ts';
import { trendVerified } from '../src/ledger/read-back.ts';
import { NOW, START } from './history/articles.ts';
import { historyFile, openHistory } from './history/store.ts';
import { entityAt, wordAt } from './history/words.ts';
import { beside } from './meanwhile.ts';
import { measure } from './timing/measure.ts';

const LOOK_UP_MS = 50;
const ASK_MS = 100;
const CHART_MS = 100;
/** Beside a gather, with the wait for the event loop. */
const BESIDE_MS = 250;
/** As `src/commands/ask.ts`, `figures.ts` and `trend.ts` have them. */
const ARTICLES = 16;
const PAGE = { offset: 0, most: 8 };
const MOST = 300;
const POINTS = 20;
const DAY = 86_400_000;
const COMMON = 40;

/** What people's commands take of one core over two years of news, from the words they type to the rows, sentences or picture they get. */
export async function run(): Promise<void> {
  const store = await openHistory();
  const feeds = (await store.feeds.pack()).map(({ id }) => id);
  const sight = { workspace: 'terminal:local', feeds };
  const now = new Date(NOW);
  const common = (n: number) => wordAt(1 + (n % COMMON));
  const wanted = (topic: string, unit: string | null = null) => ({ topic, unit, since: null, now });

  const figures = async (topic: string, unit: string | null = null) =>
    (await lookUp(store.ledger, wanted(topic, unit), sight, PAGE)).rows.length;
  const lookUps: Readonly<Record<string, (n: number) => Promise<number>>> = {
    'figures <entity>': (n) => figures(entityAt(n)),
    'figures <entity> --unit GW': (n) => figures(entityAt(n), 'GW'),
    'figures <common word>': (n) => figures(common(n)),
    'figures <two common words>': (n) => figures(`${common(n)} ${common(n + 1 + Math.floor(n / COMMON))}`),
    'figures <common word> --unit GW': (n) => figures(common(n), 'GW'),
    'figures <common and rare word>': (n) => figures(`${common(n)} ${wordAt(1000 + 20 * n)}`),
    'figures <rare words>': (n) => figures(`${wordAt(2000 + n)} ${wordAt(9000 + n)}`),
  };
  for (const [name, each] of Object.entries(lookUps)) await measure(name, each, LOOK_UP_MS);

  const trend = async (topic: string) => {
    const { entries } = await store.ledger.candidates({ ...queryOf(wanted(topic), sight), limit: MOST });
    const fit = fitting(entries, topic, now).entries;
    return (await trendVerified(store.ledger, topic, fit, POINTS))?.series.points.length ?? 0;
  };
  await measure('trend <entity>', (n) => trend(entityAt(n)), LOOK_UP_MS);
  await measure('trend <common word>', (n) => trend(common(n)), LOOK_UP_MS);
  await measure('trend <common and rare word>', (n) => trend(`${common(n)} ${wordAt(1000 + 20 * n)}`), LOOK_UP_MS);

  const asked = async (text: string) => {
    const question = readQuestion(text, now);
    const from = question.period?.from ?? new Date(Math.max(START, NOW - 365 * DAY));
    const to = question.period?.to ?? new Date(NOW + 1);
    const hits = await store.articles.search(question.search, { feeds, from, to, limit: ARTICLES });
    const articles = hits.map(({ article }) => article);
    const evidence = await store.evidence.many(articles.map(({ id }) => id));
    return ask(question, articles, evidence).points.length;
  };
  const window = { feeds, from: new Date(NOW - 200 * DAY), to: now, limit: 100_000 };
  /** Two words each of the sentences that somebody has read, which is what a question is made of. The articles are let go: nobody else holds them. */
  const told = (await store.articles.window(window)).map(({ text }) => {
    const words = text.slice(0, text.indexOf('.')).split(' ');
    return [words[3] ?? '', words[5] ?? ''] as const;
  });
  const read = (n: number): readonly [string, string, string] => [
    entityAt(n),
    ...(told[(n * 131) % told.length] ?? (['', ''] as const)),
  ];
  const questions: readonly ((n: number) => string)[] = [
    (n) => `how much power does ${read(n)[0]} want for ${read(n)[1]} ${read(n)[2]}?`,
    (n) => `Why did ${read(n)[0]} ${read(n)[1]} the ${read(n)[2]} of ${entityAt(n * 3)}?`,
    (n) => `When will the ${read(n)[1]} ${read(n)[2]} be ready?`,
    (n) => `what does a ${read(n)[1]} cost per hour now?`,
    (n) => `how many GPUs did ${read(n)[0]} buy from ${entityAt(n + 7)} last month?`,
    (n) => `Who pays for ${read(n)[1]} and ${read(n)[2]}, and is ${common(n)} enough?`,
  ];
  await measure('ask <question>', (n) => asked(questions[n % questions.length]?.(n) ?? ''), ASK_MS);
  await measure(
    'ask <three words>',
    (n) => asked(`how much power does ${common(n)} ${wordAt(40 + n)} have in ${wordAt(300 + n)}?`),
    ASK_MS,
  );
  await measure(
    'ask <common words>',
    (n) => asked(`is ${wordAt(1 + (n % 9))} ${common(n)} ${common(n * 7 + 3)} ${common(n * 3 + 5)} enough?`),
    ASK_MS,
  );

  const chart = createChart();
  const picture = async (n: number) => {
    const points = Array.from({ length: 20 }, (_, at) => ({
      at: new Date(START + at * 30 * DAY).toISOString().slice(0, 10),
      low: 100 + n + at,
      high: 100 + n + at,
      label: `${100 + n + at} GW`,
      forecast: at > 16,
    }));
    const series = { title: `Power of ${entityAt(n)}`, alt: 'Power rose.', unit: 'gigawatt', points };
    return (await chart.png(series, { theme: 'light', width: 800 })).length;
  };
  await measure('chart of 20 points as PNG', picture, CHART_MS);
  await store.close();
  const lines = [
    (n: number) => `figures ${entityAt(n)}`,
    (n: number) => `trend ${entityAt(n)}`,
    (n: number) => `ask ${questions[n % questions.length]?.(n) ?? ''}`,
  ];
  await beside(await historyFile(), lines, BESIDE_MS);
}
