import { z } from 'zod';
import type { AccessOf } from './access.ts';

const Id = z.string().min(1).nullish().catch(null);
const Named = z.looseObject({ id: Id, team_id: Id }).nullish().catch(null);

/** Where payloads of events, commands, buttons and forms name a team. */
const Payload = z.looseObject({
  authorizations: z
    .array(z.looseObject({ team_id: Id }))
    .nullish()
    .catch(null),
  view: z.looseObject({ app_installed_team_id: Id, team_id: Id }).nullish().catch(null),
  message: z.looseObject({ team: Id, bot_profile: Named }).nullish().catch(null),
  team: Named,
  team_id: Id,
  user: Named,
});

/**
 * The teams that a payload names, first the one whose installation it was sent for. In a channel that is shared between workspaces (Slack
 * Connect, or several of an organisation) whoever acts comes with their own team: that of the installation is told by `authorizations` of an
 * event, `app_installed_team_id` of a view, and of a button by the message that it stands on, which is ours.
 */
export function teamsIn(payload: unknown): readonly string[] {
  const { data } = Payload.safeParse(payload);
  if (data === undefined) return [];
  const { authorizations, view, message, team, team_id, user } = data;
  const named = [
    ...(authorizations ?? []).map((entry) => entry.team_id),
    view?.app_installed_team_id,
    message?.bot_profile?.team_id,
    message?.team,
    team?.id,
    team_id,
    view?.team_id,
    user?.team_id,
  ];
  return [...new Set(named.filter((id) => typeof id === 'string'))];
}

/** The team of the installation that a payload is for: the one way by which anything from Slack is given to a workspace. */
export type Whose = (payload: unknown) => Promise<string>;

/** The first team of those named in which the app is installed; where it is in none, the first. */
export function createWhose(accessOf: AccessOf): Whose {
  return async (payload) => {
    const named = teamsIn(payload);
    for (const team of named) {
      const access = await accessOf(team);
      if (access !== null) return access.team;
    }
    return named[0] ?? 'unknown';
  };
}
