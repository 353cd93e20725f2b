import { createDiscord, type DiscordOptions } from '../../../adapters/discord/index.ts';
import { createChart } from '../../../src/effects/chart/index.ts';
import { systemClock } from '../../../src/effects/clock.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import { quiet } from '../../samples.ts';
import type { Town } from './town.ts';

/** Discord as the service opens it, over a town. */
export const inTown = (town: Town, rest: Partial<DiscordOptions> = {}): Platform =>
  createDiscord({
    token: town.twin.botToken,
    apiUrl: town.apiUrl,
    guild: null,
    crosspost: [],
    namedAdmins: async () => [],
    chart: createChart(),
    clock: systemClock,
    log: quiet,
    ...rest,
  });
