import type { Chart } from '../../src/ports/chart.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { TurnStore } from '../../src/ports/store.ts';

/** Where installations are kept, by workspace. The texts hold tokens: whoever hands this in encrypts them. */
export type Installations = {
  put(workspace: string, installation: string): Promise<void>;
  /** Null where there is none. */
  get(workspace: string): Promise<string | null>;
  remove(workspace: string): Promise<void>;
};

export type SlackOptions = {
  /** `xoxb-`: the one workspace of an app that was installed by hand; null with OAuth. */
  readonly botToken: string | null;
  /** `xapp-`: Socket Mode. */
  readonly appToken: string | null;
  /** HTTP mode: what Slack signs its requests with. */
  readonly signingSecret: string | null;
  /** OAuth for many workspaces; HTTP mode alone. */
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** Signs the state of an install between its two pages. */
  readonly stateSecret: string | null;
  /** Another server that speaks Slack's API: `http://127.0.0.1:4003/api/`. */
  readonly apiUrl: string | null;
  readonly publicUrl: string | null;
  readonly installations: Installations;
  /** User ids of those who may change settings beside the workspace's own admins. */
  namedAdmins(workspace: string): Promise<readonly string[]>;
  /** Of all processes together, as Slack counts a workspace's messages. */
  readonly turns: TurnStore;
  /** For where Slack does not draw a chart itself. */
  readonly chart: Chart;
  readonly clock: Clock;
  readonly log: Log;
};

/** How long Slack may take to answer a call. */
export const CALL_MS = 15_000;

const NAME = 'slack';

export const workspaceOf = (team: string): string => `${NAME}:${team}`;
export const teamOf = (workspace: string): string => workspace.slice(NAME.length + 1);
