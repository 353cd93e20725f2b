/** The core with all that can be said to it. */
import { createHandlers } from './commands/handlers.ts';
import { REGISTRY } from './commands/registry.ts';
import type { World } from './commands/world.ts';
import { type Core, type CoreOptions, openCore } from './core.ts';
import type { Handlers } from './ports/platform.ts';

export type App = Core & { readonly world: World; readonly handlers: Handlers };

export async function openApp(options: CoreOptions): Promise<App> {
  const core = await openCore(options);
  const world: World = { ...core.world, specs: () => REGISTRY.commands.map(({ spec }) => spec) };
  return { ...core, world, handlers: createHandlers(REGISTRY, world) };
}
