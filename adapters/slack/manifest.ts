import { ENGLISH, type Words } from '../../src/locale/index.ts';
import { LIMITS } from './limits.ts';

/** What the bot may do, each with its reason; asked for at the install, named in the manifest. */
export const SCOPES = [
  'app_mentions:read', // "@Debrief what does an H200 cost?" is a question
  'channels:read', // whether a channel is there and the bot is in it
  'chat:write', // posting the debrief
  'commands', // /debrief and /debrief-admin
  'files:write', // exports, and charts where Slack does not draw them itself
  'groups:read', // the same as channels:read, for private channels
  'im:history', // a direct message to Debrief is a question
  'im:write', // telling admins, and them alone
  'users:read', // who is an admin of the workspace, and whoever asks: their language and zone
] as const;

/** For prompts above a conversation with Debrief, in the agent view. Asked for with the others, and done without where a workspace has it not. */
export const AGENT_SCOPE = 'assistant:write';

/** Read only to see, after an answer that never came, whether a message stands there. Debrief runs without. */
export const OPTIONAL_SCOPES = ['channels:history', 'groups:history'] as const;

export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
] as const;

export const COMMANDS = [
  { command: '/debrief', description: 'Figures, quotes and questions on the news', usage_hint: 'help' },
  { command: '/debrief-admin', description: 'Feeds, channels and times (for admins)', usage_hint: 'help' },
] as const;

/** The one address that Slack sends commands, events and button presses to in HTTP mode; below `/slack/` of our server. */
export const EVENTS_PATH = '/slack/events';
export const INSTALL_PATH = '/slack/install';
/** The install that asks for the optional scopes as well. */
export const HISTORY_PATH = '/slack/install/history';
export const REDIRECT_PATH = '/slack/oauth_redirect';

const DESCRIPTION = 'A daily briefing with a receipt for every figure and quote.';

/** What people can begin a conversation with, where Debrief is an agent: at most four, each a line that it answers. */
export const promptsIn = ({ prompts }: Words['platforms']): { title: string; message: string }[] => [
  { title: prompts.latest, message: 'latest' },
  { title: prompts.yesterday, message: 'latest yesterday' },
  { title: prompts.why, message: 'why' },
  { title: prompts.help, message: 'help' },
];

/** Where the app is reached: by itself through Socket Mode, or at a public address. */
export type Way = { readonly kind: 'socket' } | { readonly kind: 'http'; readonly publicUrl: string };

/**
 * The app as Slack's "create from a manifest" takes it (docs.slack.dev/reference/app-manifest), made of the same lists as the
 * code uses. `slack/manifest.*.json` are written from it and compared with it by a test.
 */
export function manifest(way: Way): object {
  const base = way.kind === 'http' ? way.publicUrl.replace(/(?<!\/)\/+$/, '') : null;
  const at = (path: string) => (base === null ? {} : { url: `${base}${path}` });
  const requestUrl = base === null ? {} : { request_url: `${base}${EVENTS_PATH}` };
  return {
    display_information: {
      name: 'Debrief'.slice(0, LIMITS.appName),
      description: DESCRIPTION.slice(0, LIMITS.appDescription),
      background_color: '#1c2b3a',
    },
    features: {
      // New apps have the agent's view alone (docs.slack.dev/ai/developing-agents); where a plan has none it is a direct message as before.
      agent_view: { agent_description: DESCRIPTION, suggested_prompts: promptsIn(ENGLISH.platforms) },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Debrief', always_online: true },
      slash_commands: COMMANDS.map((command) => ({ ...command, ...at(EVENTS_PATH), should_escape: true })),
    },
    oauth_config: {
      ...(base === null ? {} : { redirect_urls: [`${base}${REDIRECT_PATH}`] }),
      scopes: { bot: [...SCOPES, AGENT_SCOPE], bot_optional: [...OPTIONAL_SCOPES] },
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: way.kind === 'socket',
      token_rotation_enabled: false,
    },
  };
}
