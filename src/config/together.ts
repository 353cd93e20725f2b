import { KEEP } from '../domain/habits.ts';
import type { Environment } from './environment.ts';

/** Variables as they were given: one whose value is wrong is there all the same. */
export type Given = { readonly [Name in keyof Environment]?: string | undefined };

/** What must not be set so beside each other, and what to do about it. */
const FAULTS: readonly (readonly [is: (given: Given) => boolean, fault: string])[] = [
  [
    ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) =>
      SLACK_BOT_TOKEN !== undefined && SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET === undefined,
    'SLACK_BOT_TOKEN is set: add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
  ],
  [
    ({ SLACK_APP_TOKEN, SLACK_BOT_TOKEN }) => SLACK_APP_TOKEN !== undefined && SLACK_BOT_TOKEN === undefined,
    'SLACK_APP_TOKEN is set: add SLACK_BOT_TOKEN (xoxb-...), from "OAuth & Permissions" of the Slack app',
  ],
  [
    ({ SLACK_CLIENT_ID, SLACK_CLIENT_SECRET }) =>
      (SLACK_CLIENT_ID === undefined) !== (SLACK_CLIENT_SECRET === undefined),
    'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together: set both (OAuth for many workspaces) or neither',
  ],
  [
    ({ SLACK_CLIENT_ID, SLACK_SIGNING_SECRET }) => SLACK_CLIENT_ID !== undefined && SLACK_SIGNING_SECRET === undefined,
    'SLACK_CLIENT_ID is set: OAuth needs HTTP, so add SLACK_SIGNING_SECRET',
  ],
  [
    ({ SLACK_CLIENT_ID, DEBRIEF_SECRET }) => SLACK_CLIENT_ID !== undefined && DEBRIEF_SECRET === undefined,
    "SLACK_CLIENT_ID is set: add DEBRIEF_SECRET, which encrypts the workspaces' tokens",
  ],
  [
    ({ DEBRIEF_SECRET_OLD, DEBRIEF_SECRET }) => DEBRIEF_SECRET_OLD !== undefined && DEBRIEF_SECRET === undefined,
    'DEBRIEF_SECRET_OLD is set: add the new one as DEBRIEF_SECRET',
  ],
  [
    ({ DEBRIEF_KEEP_FIGURES_DAYS: figures = KEEP.figuresDays, DEBRIEF_KEEP_TEXT_DAYS: texts = KEEP.textDays }) =>
      Number(figures) < Number(texts),
    'DEBRIEF_KEEP_FIGURES_DAYS is less than DEBRIEF_KEEP_TEXT_DAYS: figures are kept with their texts at least',
  ],
  [
    ({ SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, DEBRIEF_HTTP_PORT }) =>
      SLACK_SIGNING_SECRET !== undefined && SLACK_APP_TOKEN === undefined && DEBRIEF_HTTP_PORT === undefined,
    'SLACK_SIGNING_SECRET without SLACK_APP_TOKEN means HTTP: add DEBRIEF_HTTP_PORT, where Slack reaches us',
  ],
];

/** The faults that are none of one variable alone. */
export const togetherFaults = (given: Given): string[] => FAULTS.flatMap(([is, fault]) => (is(given) ? [fault] : []));
