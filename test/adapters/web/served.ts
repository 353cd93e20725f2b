import { bodyOf, render as renderDiscord } from '../../../adapters/discord/render.ts';
import { render as renderSlack } from '../../../adapters/slack/render.ts';
import { startWeb, type Web } from '../../../adapters/web/index.ts';
import type { App } from '../../../src/app.ts';
import { createChart } from '../../../src/effects/chart/index.ts';
import { type Anybody, createPages } from '../../../src/pages/index.ts';

/** The pages of an app on a server of this machine, with both platforms' previews. */
export function servePages({ world, handlers }: App, anybody: Anybody | null = null): Promise<Web> {
  const previews = [
    { platform: 'slack', of: async (document: Parameters<typeof renderSlack>[0]) => renderSlack(document) },
    { platform: 'discord', of: async (document: Parameters<typeof renderSlack>[0]) => bodyOf(renderDiscord(document)) },
  ];
  return startWeb({
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    ready: async () => ({ ok: true, parts: {} }),
    metrics: async () => '',
    mounts: new Map(),
    pages: { pages: createPages({ world: { ...world, handlers, previews }, anybody }), chart: createChart() },
  });
}
