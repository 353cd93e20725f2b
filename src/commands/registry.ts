import { more, sources } from './buttons/more.ts';
import { addFound, dropFound, feedsAdd } from './feeds/add.ts';
import { feedsCheck, feedsList } from './feeds/list.ts';
import { feedsRemove } from './feeds/remove.ts';
import type { Registry } from './handlers.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { receipt } from './receipt.ts';
import { story } from './story.ts';
import { channelBack, channelLost, home, installed, removed } from './workspace.ts';

/** Every command, button and form there is. */
export const REGISTRY: Registry = {
  commands: [latest, story, receipt, help, feedsList, feedsAdd, feedsRemove, feedsCheck],
  buttons: [more, sources, addFound, dropFound],
  forms: [],
  question: { path: ['help'], option: 'command' },
  home,
  installed,
  removed,
  channelLost,
  channelBack,
};
