import { writeFile } from 'node:fs/promises';
import type { Listener, WebOptions } from '../../adapters/web/index.ts';
import type { App } from '../app.ts';
import { UsageError } from '../errors.ts';
import type { Debrief } from '../model.ts';
import type { Anybody, Preview } from '../pages/index.ts';

/** A server on this machine with nothing but pages. */
export const NO_SERVICE = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  ready: async () => ({ ok: true, parts: {} }),
  metrics: async () => '',
  mounts: new Map<string, Listener>(),
};

/** What pages are made with: the core, and how each platform would show a message, whether it is configured or not. */
export async function openPages({ world, handlers }: App, anybody: Anybody | null): Promise<WebOptions['pages']> {
  const { createPages } = await import('../pages/index.ts');
  const { createChart } = await import('../effects/chart/index.ts');
  const previews: Preview[] = [
    {
      platform: 'slack',
      of: async (document) => (await import('../../adapters/slack/render.ts')).render(document),
    },
    {
      platform: 'discord',
      async of(document) {
        const { bodyOf, render } = await import('../../adapters/discord/render.ts');
        const { foreseen } = await import('../../adapters/discord/mentions.ts');
        return bodyOf(render(document, null, foreseen(handlers.commands)));
      },
    },
  ];
  return { pages: createPages({ world: { ...world, handlers, previews }, anybody }), chart: createChart() };
}

/** Writes the page of a debrief into a file that needs nothing else. */
export async function writePage(file: string, debrief: Debrief, { config, store }: App): Promise<void> {
  const { filePage } = await import('../pages/index.ts');
  const { documentOf } = await import('../../adapters/web/layout.ts');
  const { createChart } = await import('../effects/chart/index.ts');
  const page = await filePage(debrief, config.zone, store);
  try {
    await writeFile(file, await documentOf(page, { root: null, chart: createChart() }));
  } catch (error) {
    throw new UsageError([`--page: ${file} cannot be written: ${error instanceof Error ? error.message : error}`]);
  }
}
