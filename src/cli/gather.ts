import type { App } from '../app.ts';
import { counted, text } from '../document/inline.ts';
import type { Document } from '../model.ts';
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
              items: report.failed.map(({ title, reason }) => [text(`${title}: ${reason}`)]),
            } as const,
          ]),
    ],
    thread: [],
  };
}

export function gatherOnce(app: App, pages: boolean, onProgress: (progress: Progress) => void): Promise<GatherReport> {
  return app.pipeline.gather({ pages, reachHours: 24, onProgress });
}
