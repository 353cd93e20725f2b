import { more, sources } from './buttons/more.ts';
import { addFound, dropFound, feedsAdd } from './feeds/add.ts';
import { feedsCheck, feedsList } from './feeds/list.ts';
import { feedsRemove } from './feeds/remove.ts';
import { figures, moreFigures } from './figures.ts';
import type { Registry } from './handlers.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { quotes } from './quotes.ts';
import { receipt } from './receipt.ts';
import { story } from './story.ts';
import { trend } from './trend.ts';
import { why } from './why.ts';
import { channelBack, channelLost, home, installed, removed } from './workspace.ts';

/** Every command, button and form there is. */
export const REGISTRY: Registry = {
  commands: [latest, story, receipt, figures, trend, quotes, why, help, feedsList, feedsAdd, feedsRemove, feedsCheck],
  buttons: [more, sources, moreFigures, addFound, dropFound],
  forms: [],
  question: { path: ['help'], option: 'command' },
  home,
  installed,
  removed,
  channelLost,
  channelBack,
};
