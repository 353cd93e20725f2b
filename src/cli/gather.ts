import { type Core, seedPack } from '../core.ts';
import { text } from '../document/inline.ts';
import { counted } from '../locale/counted.ts';
import type { Document } from '../model.ts';
import { causeInWords, causesOf } from '../pipeline/causes.ts';
import { namedFeed } from '../pipeline/feeds.ts';
import type { GatherReport, Progress } from '../pipeline/index.ts';

/** What a round brought, for people. */
export function reportDocument(report: GatherReport): Document {
  const summary = `${counted(report.feeds, 'feed')} polled, ${counted(report.articles, 'new article')}, ${counted(report.figures, 'figure')}, ${counted(report.quotes, 'quote')}`;
  return {
    summary,
    blocks: [
      { kind: 'paragraph', content: [text(summary)] },
      ...(report.failed.length === 0
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: causesOf(report).map((cause) => [text(causeInWords(cause))]),
            } as const,
          ]),
    ],
    thread: [],
  };
}

/** Polls what is due, with `all` what is not, once: the default pack, and with `opml` the feeds of that file, which join it. */
export async function gatherOnce(
  app: Core,
  { opml, pages, all }: { readonly opml: string | null; readonly pages: boolean; readonly all: boolean },
  warn: (line: string) => void,
  onProgress: (progress: Progress) => void,
): Promise<GatherReport> {
  const now = app.world.clock.now();
  if (opml !== null) {
    // What reads such a file is loaded where one is given.
    const { opmlFile } = await import('./opml.ts');
    const { feeds, faults } = await opmlFile(opml);
    for (const { line, reason } of faults) warn(`${line}: ${reason}`);
    await app.store.feeds.savePack(feeds.map(namedFeed), now);
  } else await seedPack(app.store, now);
  if (all)
    for (const state of await app.store.feeds.states((await app.store.feeds.pack()).map(({ id }) => id)))
      if (!state.gone) await app.store.feeds.saveState({ ...state, nextPollAt: now.toISOString() });
  return app.pipeline.gather({ pages, reachHours: 24, onProgress });
}
