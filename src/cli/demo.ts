import type { App } from '../app.ts';
import { debriefDocument } from '../document/debrief.ts';
import { emphasis, text } from '../document/inline.ts';
import { DEFAULT_CHOICE } from '../domain/habits.ts';
import type { Document } from '../model.ts';
import type { Newsroom } from '../newsroom/index.ts';
import { addFeed } from '../pipeline/feeds.ts';

const DAY = 24 * 3_600_000;
const DAYS = 3;

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

const FAREWELL: Document = {
  summary: 'What next',
  blocks: [
    {
      kind: 'context',
      content: [
        text('Try '),
        emphasis('story 1'),
        text(', '),
        emphasis('receipt 1'),
        text(' or '),
        emphasis('help'),
        text('. For the real feeds: '),
        emphasis('npm start'),
        text('.'),
      ],
    },
  ],
  thread: [],
};

/**
 * Gathers the newsroom over HTTP and shows the debrief of its third day, after the editions of the two days before were composed, so that what goes on is told as
 * an update.
 */
export async function demo(app: App, newsroom: Newsroom, show: (document: Document) => void): Promise<void> {
  const { store, pipeline } = app;
  for (const feed of newsroom.feeds) await addFeed(store, feed, newsroom.now);
  await pipeline.gather({ pages: true, reachHours: DAYS * 24 });
  for (let day = DAYS - 1; day > 0; day -= 1) {
    await pipeline.compose(DEFAULT_CHOICE, new Date(newsroom.now.getTime() - day * DAY), 'edition');
  }
  const debrief = await pipeline.compose(DEFAULT_CHOICE, newsroom.now, 'edition');
  show(WELCOME);
  show(debriefDocument(debrief, app.config.zone));
  show(FAREWELL);
}
