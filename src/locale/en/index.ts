import { answers } from './answers.ts';
import { commands } from './commands.ts';
import { debrief } from './debrief.ts';
import { feeds } from './feeds.ts';
import { health } from './health.ts';
import { lookups } from './lookups.ts';
import { notices } from './notices.ts';
import { outcomes } from './outcomes.ts';
import { page } from './page.ts';
import { platforms } from './platforms.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { talk } from './talk.ts';

export const english = {
  tag: 'en-GB',
  answers,
  commands,
  debrief,
  feeds,
  health,
  lookups,
  notices,
  outcomes,
  page,
  platforms,
  schedules,
  settings,
  talk,
};

/** The shape of a language's words. */
export type Words = typeof english;
