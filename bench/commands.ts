import { ask, readQuestion } from '../src/ask/index.ts';
import { createChart } from '../src/effects/chart/index.ts';
import { fitting, lookUp, queryOf } from '../src/ledger/look-up.ts';
import { trendOf } from '../src/ledger/series.ts';
import { openSqlite } from '../src/store/sqlite/open.ts';
import { fill, log, measure, NOW, START, wordAt, worked } from './look-ups.ts';

const ASK_MS = 150;
const CHART_MS = 300;
const ARTICLES = 16;

/** What people's commands take of one core over two years of news, from the words they type to the rows, sentences or picture they get. */
export async function run(): Promise<void> {
  const store = await openSqlite(':memory:', log);
  const started = worked();
  await fill(store);
  console.log(`filled in ${((worked() - started) / 1000).toFixed(0)} s`);
  const feeds = (await store.feeds.pack()).map(({ id }) => id);
  const sight = { workspace: 'terminal:local', feeds };
  const now = new Date(NOW);
  const wanted = (topic: string, unit: string | null = null) => ({ topic, unit, since: null, now });
  const figures = async (topic: string, unit: string | null = null) =>
    (await lookUp(store.ledger, wanted(topic, unit), sight)).length;

  await measure('figures <common word>', (n) => figures(wordAt(2 + (n % 5))));
  await measure('figures <two common words>', (n) => figures(`${wordAt(2 + (n % 5))} ${wordAt(9)}`));
  await measure('figures <common word> --unit GW', (n) => figures(wordAt(2 + (n % 5)), 'GW'));
  await measure('figures <rare words>', (n) => figures(`${wordAt(2000 + n)} ${wordAt(9000 + n)}`));

  const trend = async (topic: string) => {
    const { entries } = await store.ledger.figures({ ...queryOf(wanted(topic), sight), limit: 300 });
    return trendOf(topic, fitting(entries, topic));
  };
  await measure('trend <common word>', async (n) => (await trend(wordAt(2 + (n % 5))))?.series.points.length ?? 0);

  const window = { feeds, from: new Date(START), to: now, limit: ARTICLES };
  const asked = async (text: string) => {
    const question = readQuestion(text, now);
    const hits = await store.articles.search(question.search, window);
    const { points, nearest } = ask(
      question,
      hits.map(({ article }) => article),
    );
    return points.length + nearest.length;
  };
  await measure(
    'ask <three words>',
    (n) => asked(`how much power does ${wordAt(2 + (n % 5))} ${wordAt(40 + n)} have in ${wordAt(300 + n)}?`),
    ASK_MS,
  );

  const chart = createChart();
  const points = Array.from({ length: 20 }, (_, n) => ({
    at: new Date(START + n * 30 * 86_400_000).toISOString().slice(0, 10),
    low: 100 + n,
    high: 100 + n,
    label: `${100 + n} GW`,
    forecast: n > 16,
  }));
  const series = { title: 'Power', alt: 'Power rose.', unit: 'gigawatt', points };
  await measure(
    'chart of 20 points as PNG',
    async () => (await chart.png(series, { theme: 'light', width: 800 })).length,
    CHART_MS,
  );
  await store.close();
}
