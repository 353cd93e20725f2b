/** Payloads as Slack sends them (docs.slack.dev), with what the tests vary. */
import type { Acme } from './acme.ts';

export function slash(acme: Acme, text: string, rest: object = {}): object {
  return {
    command: '/debrief',
    text,
    team_id: acme.team,
    team_domain: 'acme',
    channel_id: acme.channels.infra,
    channel_name: 'infra',
    user_id: acme.users.bob,
    user_name: 'bob',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: acme.responseUrl,
    trigger_id: '1.2.3',
    ...rest,
  };
}

export function press(acme: Acme, actionId: string, value: string, rest: object = {}): object {
  return {
    type: 'block_actions',
    team: { id: acme.team, domain: 'acme' },
    user: { id: acme.users.bob, username: 'bob', team_id: acme.team },
    api_app_id: 'A1',
    token: 't',
    trigger_id: '1.2.3',
    container: { type: 'message', message_ts: '1.1', channel_id: acme.channels.infra },
    channel: { id: acme.channels.infra, name: 'infra' },
    message: { type: 'message', ts: '1.1', text: 'The debrief' },
    response_url: acme.responseUrl,
    actions: [
      {
        type: 'button',
        action_id: actionId,
        block_id: 'b1',
        action_ts: '1.2',
        value,
        text: { type: 'plain_text', text: 'A button' },
      },
    ],
    ...rest,
  };
}

let events = 0;

export function event(acme: Acme, inner: object): object {
  events += 1;
  return {
    type: 'event_callback',
    token: 't',
    team_id: acme.team,
    api_app_id: 'A1',
    event_id: `Ev${events}`,
    event_time: 1_795_384_384,
    authorizations: [{ team_id: acme.team, user_id: acme.users.debrief, is_bot: true, is_enterprise_install: false }],
    event: inner,
  };
}

export function submission(acme: Acme, view: object, values: object): object {
  return {
    type: 'view_submission',
    team: { id: acme.team, domain: 'acme' },
    user: { id: acme.users.ada, username: 'ada', team_id: acme.team },
    api_app_id: 'A1',
    token: 't',
    trigger_id: '1.2.3',
    view: { id: 'V1', type: 'modal', callback_id: 'form', state: { values }, ...view },
  };
}
