import { answers } from './answers.ts';
import { commands } from './commands.ts';
import { debrief } from './debrief.ts';
import { feeds } from './feeds.ts';
import { health } from './health.ts';
import { lookups } from './lookups.ts';
import { page } from './page.ts';
import { platforms } from './platforms.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { talk } from './talk.ts';

/** What admins are told unasked stays English: they are several, and a workspace has no language. */
export const german = {
  tag: 'de-DE',
  answers,
  commands,
  debrief,
  feeds,
  health,
  lookups,
  page,
  platforms,
  schedules,
  settings,
  talk,
};
