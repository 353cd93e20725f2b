import { adminsAdd, adminsHandover, adminsList, adminsRemove } from './admins.ts';
import { ask, askForm } from './ask.ts';
import { askAdmins } from './buttons/ask-admins.ts';
import { more, sources } from './buttons/more.ts';
import { channels } from './channel/list.ts';
import { channelHolidays, channelPause, channelResume } from './channel/pause.ts';
import {
  channelFollow,
  channelMute,
  channelOff,
  channelSchedule,
  channelShow,
  channelTopics,
} from './channel/settings.ts';
import { channelCall, channelLanguage, channelStyle } from './channel/style.ts';
import { deleteAll, exportAll } from './everything.ts';
import { addFound, dropFound, feedsAdd } from './feeds/add.ts';
import { feedsCheck, feedsList } from './feeds/list.ts';
import { feedsExport, feedsImport } from './feeds/opml.ts';
import { feedsRemove } from './feeds/remove.ts';
import { figures, moreFigures } from './figures.ts';
import { feedAddForm } from './forms/feed-add.ts';
import { reportForm } from './forms/report.ts';
import { scheduleForm } from './forms/schedule.ts';
import type { Registry } from './handlers.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { latest, look } from './latest.ts';
import { linksRevoke, page } from './page.ts';
import { post, postAnyway, preview, previewButton, republish } from './post.ts';
import { quotes } from './quotes.ts';
import { receipt } from './receipt.ts';
import { audit, usage } from './records.ts';
import { dismissReport, report, upholdReport } from './report.ts';
import { story } from './story.ts';
import { trend } from './trend.ts';
import { undo } from './undo.ts';
import { why } from './why.ts';
import { channelChanged, channelsBack, channelsLost, installed, removed } from './workspace.ts';

/** Every command, button and form there is. */
export const REGISTRY: Registry = {
  commands: [
    latest,
    story,
    figures,
    trend,
    quotes,
    ask,
    receipt,
    why,
    page,
    report,
    help,
    feedsList,
    feedsAdd,
    feedsRemove,
    feedsCheck,
    feedsImport,
    feedsExport,
    channels,
    channelShow,
    channelSchedule,
    channelOff,
    channelTopics,
    channelFollow,
    channelMute,
    channelStyle,
    channelLanguage,
    channelCall,
    channelPause,
    channelResume,
    channelHolidays,
    preview,
    post,
    republish,
    adminsList,
    adminsAdd,
    adminsRemove,
    adminsHandover,
    undo,
    linksRevoke,
    exportAll,
    deleteAll,
    usage,
    audit,
  ],
  buttons: [
    askAdmins,
    more,
    sources,
    moreFigures,
    addFound,
    dropFound,
    look,
    previewButton,
    postAnyway,
    upholdReport,
    dismissReport,
  ],
  forms: [askForm, scheduleForm, feedAddForm, reportForm],
  question: { path: ['ask'], option: 'question' },
  home,
  installed,
  removed,
  channelsLost,
  channelsBack,
  channelChanged,
};
