import type { App } from '../app.ts';
import { debriefDocument } from '../document/debrief.ts';
import { commandLine, emphasis, link, text } from '../document/inline.ts';
import { DEFAULT_CHOICE } from '../domain/habits.ts';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import type { Debrief, Document } from '../model.ts';
import type { Newsroom } from '../newsroom/index.ts';
import { namedFeed } from '../pipeline/feeds.ts';
import type { Clock } from '../ports/clock.ts';

const DAYS = 3;
/** Late enough after the first reading that pages of the day are read again. */
const LATER = 5 * HOUR_MS;

const WELCOME: Document = {
  summary: 'A sample',
  blocks: [
    {
      kind: 'context',
      content: [
        text(
          'This news is a sample: publishers, companies and people are invented, and served by this machine to itself. Nothing is kept.',
        ),
      ],
    },
  ],
  thread: [],
};

/** What to try next; `address` is where the debrief is read as a page, while the prompt waits. */
export const farewell = (address: string | null): Document => ({
  summary: 'What next',
  blocks: [
    ...(address === null
      ? []
      : [
          {
            kind: 'context',
            content: [text('The same as a page, with its receipts, while the prompt waits: '), link(address, address)],
          } as const,
        ]),
    {
      kind: 'context',
      content: [
        text(address === null ? 'On a terminal a prompt follows: try ' : 'At the prompt try '),
        commandLine('story 1'),
        text(', '),
        commandLine('receipt 1'),
        text(', '),
        commandLine('figures northwind'),
        text(' or '),
        commandLine('help'),
        text('. For the real feeds: '),
        emphasis('npm start'),
        text('.'),
      ],
    },
  ],
  thread: [],
});

/** A clock that stands where the demo puts it. */
export type StageClock = Clock & { set(now: Date): void };

export function stageClock(clock: Clock): StageClock {
  let stands: Date | null = null;
  return {
    now: () => stands ?? clock.now(),
    sleep: clock.sleep,
    set(now) {
      stands = now;
    },
  };
}

/** The hour of the demo's debrief, in UTC: what came before it is the same whenever the demo is played. */
const MORNING = 8.5 * HOUR_MS;

/** When the newsroom stands, for a demo at `now`: some hours before the last morning, so that a page can be corrected since. */
export function newsroomTime(now: Date): Date {
  const morning = Math.floor((now.getTime() - MORNING) / DAY_MS) * DAY_MS + MORNING;
  return new Date(morning - LATER);
}

/**
 * Reads the newsroom over HTTP on each of its days, and shows the debrief of the third: what goes on is told as an update. On that day
 * it reads once more some hours later, when one page has been corrected.
 */
export async function demo(
  app: App,
  newsroom: Newsroom,
  clock: StageClock,
  show: (document: Document) => void,
): Promise<Debrief> {
  const { store, pipeline } = app;
  const round = { pages: true, reachHours: DAYS * 24 };
  let told: Debrief[] = [];
  for (let day = DAYS - 1; day >= 0; day -= 1) {
    const at = new Date(newsroom.now.getTime() - day * DAY_MS);
    newsroom.stand(at);
    for (const moment of [at, new Date(at.getTime() + LATER)]) {
      clock.set(moment);
      if (day === DAYS - 1 && moment === at) await store.feeds.savePack(newsroom.feeds.map(namedFeed), at);
      await pipeline.gather(round);
      if (day === 0) newsroom.correct();
    }
    const memory = told.map(({ id }) => id);
    told = [await pipeline.compose(DEFAULT_CHOICE, clock.now(), 'edition', memory), ...told];
  }
  const [debrief] = told;
  if (debrief === undefined) throw new RangeError('the newsroom has at least one day');
  show(WELCOME);
  show(debriefDocument(debrief, app.config.zone));
  return debrief;
}
