import type { webApi } from '@slack/bolt';
import { MINUTE_MS } from '../../src/durations.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Access, ClientOf } from './access.ts';
import { codeOf } from './outcome.ts';

export type Person = {
  readonly name: string | null;
  readonly admin: boolean;
  /** Their time zone (IANA) and language (BCP 47), where Slack tells. */
  readonly zone: string | null;
  readonly language: string | null;
};
const STRANGER: Person = { name: null, admin: false, zone: null, language: null };

/** Who somebody is; an admin of the workspace, or somebody named as one, may change settings. */
export type People = {
  of(workspace: string, user: string): Promise<Person>;
  /** Names by ids, of people or of whom `admins` tells; who has none is left out. */
  names(workspace: string, whom: readonly string[] | 'admins'): Promise<ReadonlyMap<string, string>>;
  /** Whom to tell what only admins should know: the installer, those who are named, else the workspace's admins. */
  admins(workspace: string): Promise<readonly string[]>;
};

/** Who became an admin, or is one no more, is known after this long. */
const REMEMBERED_MS = 5 * MINUTE_MS;
const MOST_REMEMBERED = 5_000;
/** More would be a mailing, not a notice. */
const MOST_TOLD = 5;
const PAGES = 5;

type User = NonNullable<webApi.UsersInfoResponse['user']>;

/** Whether somebody belongs to the workspace: in a shared channel an admin may be another's, which makes them none here. */
function belongs({ team_id, is_stranger, enterprise_user }: User, { team, everywhere }: Access): boolean {
  if (is_stranger === true) return false;
  return everywhere || team_id === undefined || team_id === team || enterprise_user?.teams?.includes(team) === true;
}

type PeopleDeps = {
  readonly clientOf: ClientOf;
  namedAdmins(workspace: string): Promise<readonly string[]>;
  readonly clock: Clock;
  readonly log: Log;
};

export function createPeople({ clientOf, namedAdmins, clock, log }: PeopleDeps): People {
  const known = new Map<string, { readonly person: Person; readonly until: number }>();

  const asked = async (workspace: string, user: string): Promise<Person> => {
    const { web, access } = await clientOf(workspace);
    const { user: found } = await web.users.info({ user, include_locale: true });
    if (found === undefined) return STRANGER;
    return {
      name: found.profile?.display_name || found.real_name || found.name || null,
      admin: (found.is_admin === true || found.is_owner === true) && belongs(found, access),
      zone: found.tz ?? null,
      language: found.locale ?? null,
    };
  };

  const of: People['of'] = async (workspace, user) => {
    const key = `${workspace}:${user}`;
    const now = clock.now().getTime();
    const remembered = known.get(key);
    const named = (await namedAdmins(workspace)).includes(user);
    if (remembered !== undefined && remembered.until > now) {
      return { ...remembered.person, admin: remembered.person.admin || named };
    }
    try {
      const person = await asked(workspace, user);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, { person, until: now + REMEMBERED_MS });
      return { ...person, admin: person.admin || named };
    } catch (error) {
      // Whoever cannot be asked about is nobody's admin.
      log.warn({ workspace, reason: codeOf(error) ?? String(error) }, 'Slack did not tell who somebody is');
      return { ...STRANGER, admin: named };
    }
  };

  const people: People = {
    of,
    async names(workspace, whom) {
      const ids = whom === 'admins' ? await people.admins(workspace) : whom;
      const named = await Promise.all(ids.map(async (id) => [id, (await of(workspace, id)).name] as const));
      return new Map(named.flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])));
    },
    async admins(workspace) {
      const { web, access } = await clientOf(workspace);
      const named = await namedAdmins(workspace);
      // An installer who is no admin could do nothing about it.
      const installer =
        access.installer !== null && (await of(workspace, access.installer)).admin ? access.installer : null;
      const told = new Set([...(installer === null ? [] : [installer]), ...named]);
      if (told.size > 0) return [...told].slice(0, MOST_TOLD);
      let cursor: string | undefined;
      for (let page = 0; page < PAGES && told.size < MOST_TOLD; page += 1) {
        const of = access.everywhere ? { team_id: access.team } : {};
        const answer = await web.users.list({ limit: 200, ...of, ...(cursor === undefined ? {} : { cursor }) });
        // In a list, too, another workspace's admins may stand, met in a shared channel.
        for (const member of answer.members ?? []) {
          const { id, is_admin, is_owner, is_bot, deleted } = member;
          const isAdmin = (is_admin === true || is_owner === true) && is_bot !== true && deleted !== true;
          if (id !== undefined && isAdmin && belongs(member, access)) told.add(id);
        }
        cursor = answer.response_metadata?.next_cursor;
        if (cursor === undefined || cursor === '') break;
      }
      return [...told].slice(0, MOST_TOLD);
    },
  };
  return people;
}
