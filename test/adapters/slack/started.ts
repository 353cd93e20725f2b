import { createSlack, type Installations, type Slack, type SlackOptions } from '../../../adapters/slack/index.ts';
import { createChart } from '../../../src/effects/chart/index.ts';
import { systemClock } from '../../../src/effects/clock.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { TurnStore } from '../../../src/ports/store.ts';
import { quiet } from '../../samples.ts';
import { type Acme, APP_TOKEN, SIGNING_SECRET, TOKEN } from './acme.ts';

/** A clock on which waiting takes no time. */
export const hasty: Clock = { now: systemClock.now, sleep: async () => {} };

/** Installations in memory, as the store keeps them sealed. */
export function memoryInstallations(): Installations & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    async put(workspace, installation) {
      kept.set(workspace, installation);
    },
    get: async (workspace) => kept.get(workspace) ?? null,
    async remove(workspace) {
      kept.delete(workspace);
    },
  };
}

/** Turns of one process. */
export function memoryTurns(): TurnStore {
  const free = new Map<string, number>();
  return {
    async take(lane, now, gapMs, longestMs) {
      const turn = Math.max(now.getTime(), free.get(lane) ?? 0);
      const wait = turn - now.getTime();
      if (wait <= longestMs) free.set(lane, turn + gapMs);
      return wait;
    },
  };
}

function optionsFor(acme: Acme, rest: Partial<SlackOptions>): SlackOptions {
  return {
    botToken: TOKEN,
    appToken: null,
    signingSecret: null,
    clientId: null,
    clientSecret: null,
    stateSecret: null,
    apiUrl: acme.apiUrl,
    publicUrl: null,
    installations: memoryInstallations(),
    namedAdmins: async () => [],
    turns: memoryTurns(),
    chart: createChart(),
    clock: systemClock,
    log: quiet,
    ...rest,
  };
}

export const overSocket = (acme: Acme, rest: Partial<SlackOptions> = {}): Slack =>
  createSlack(optionsFor(acme, { appToken: APP_TOKEN, ...rest }));

export const overHttp = (acme: Acme, rest: Partial<SlackOptions> = {}): Slack =>
  createSlack(optionsFor(acme, { signingSecret: SIGNING_SECRET, ...rest }));
