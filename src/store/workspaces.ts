import { type Selectable, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { Edit, Workspace } from '../model.ts';
import type { AuditEntry, AuditStore, InstallationStore, WorkspaceStore } from '../ports/store.ts';
import type { Database, Tables } from './schema.ts';
import { instant, read } from './values.ts';

export function workspaceStore(db: Database): WorkspaceStore {
  return {
    async save({ id, platform, name }) {
      await db
        .insertInto('workspaces')
        .values({ id, platform, name })
        .onConflict((at) => at.column('id').doUpdateSet({ name }))
        .execute();
    },
    async get(id) {
      const row = await db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : Workspace.parse(row);
    },
    async list() {
      const rows = await db.selectFrom('workspaces').selectAll().orderBy('id').execute();
      return rows.map((row) => Workspace.parse(row));
    },
    async remove(id) {
      await db.transaction().execute(async (on) => {
        await on.deleteFrom('subscriptions').where('workspace', '=', id).execute();
        // A private feed that another workspace has added as well is that one's from now on.
        const heirs = await on
          .selectFrom('subscriptions')
          .innerJoin('feeds', 'feeds.id', 'subscriptions.feed')
          .select(({ fn }) => ['feeds.id', fn.min('subscriptions.workspace').as('workspace')])
          .where('feeds.owner', '=', id)
          .where('subscriptions.shown', '=', 1)
          .groupBy('feeds.id')
          .execute();
        for (const heir of heirs) {
          await on.updateTable('feeds').set({ owner: heir.workspace }).where('id', '=', heir.id).execute();
        }
        await on.deleteFrom('feeds').where('owner', '=', id).execute();
        await on.deleteFrom('reports').where('workspace', '=', id).execute();
        await on.deleteFrom('installations').where('id', '=', id).execute();
        await on.deleteFrom('audit').where('workspace', '=', id).execute();
        await forgetWords(on, id);
        await forgetDebriefs(on, id);
        await on.deleteFrom('workspaces').where('id', '=', id).execute();
      });
    },
    async admins(id) {
      const query = db.selectFrom('workspace_admins').select('user').where('workspace', '=', id).orderBy('user');
      return (await query.execute()).map(({ user }) => user);
    },
    async addAdmin(workspace, user) {
      await db
        .insertInto('workspace_admins')
        .values({ workspace, user })
        .onConflict((at) => at.doNothing())
        .execute();
    },
    async removeAdmin(workspace, user) {
      await db.deleteFrom('workspace_admins').where('workspace', '=', workspace).where('user', '=', user).execute();
    },
  };
}

/** What was asked, told and spent in a workspace stands under keys that begin with its name. */
async function forgetWords(on: Database, id: string): Promise<void> {
  const begins = (column: 'key' | 'scope', prefix: string) =>
    sql<SqlBool>`substr(${sql.ref(column)}, 1, ${prefix.length}) = ${prefix}`;
  await on
    .deleteFrom('threads')
    .where(begins('key', `ask:${id}:`))
    .execute();
  for (const prefix of [`told:${id}:`, `feed-found:${id}:`])
    await on.deleteFrom('notes').where(begins('key', prefix)).execute();
  await on
    .deleteFrom('notes')
    .where('key', 'in', [`hold:${id}`, `links:${id}`])
    .execute();
  await on
    .deleteFrom('budget')
    .where(begins('scope', `questions ${id} `))
    .execute();
  await on.deleteFrom('budget').where('scope', '=', `questions ${id}`).execute();
}

/** Debriefs that this workspace alone was shown go with it; what others were shown too stays theirs. */
async function forgetDebriefs(on: Database, id: string): Promise<void> {
  const shown = sql`select debrief from looks where workspace = ${id}
    union select d.debrief from deliveries d join channels c on c.id = d.channel where c.workspace = ${id}`;
  await sql`delete from debriefs where id in (${shown})
    and not exists (select 1 from looks l where l.debrief = debriefs.id and l.workspace != ${id})
    and not exists (select 1 from deliveries d join channels c on c.id = d.channel
      where d.debrief = debriefs.id and c.workspace != ${id})`.execute(on);
  await on.deleteFrom('looks').where('workspace', '=', id).execute();
}

export function installationStore(db: Database): InstallationStore {
  return {
    async put(id, sealed) {
      await db
        .insertInto('installations')
        .values({ id, sealed })
        .onConflict((at) => at.column('id').doUpdateSet({ sealed }))
        .execute();
    },
    async get(id) {
      const row = await db.selectFrom('installations').select('sealed').where('id', '=', id).executeTakeFirst();
      return row?.sealed ?? null;
    },
    async list() {
      return (await db.selectFrom('installations').select('id').orderBy('id').execute()).map(({ id }) => id);
    },
    async remove(id) {
      await db.deleteFrom('installations').where('id', '=', id).execute();
    },
  };
}

function entryOf(row: Selectable<Tables['audit']>): AuditEntry {
  const { workspace, at, user, user_id: userId, action, detail, edits, undone_at: undoneAt } = row;
  const kept = edits === null ? [] : read(z.array(Edit), edits);
  return { workspace, at, user, userId: userId ?? user, action, detail, edits: kept, undone: undoneAt !== null };
}

export function auditStore(db: Database): AuditStore {
  const entries = (workspace: string) =>
    db.selectFrom('audit').selectAll().where('workspace', '=', workspace).orderBy('at', 'desc').orderBy('n', 'desc');
  return {
    async add({ workspace, at, user, userId, action, detail, edits }) {
      // Several changes of one instant keep their order.
      const n = sql<number>`(select coalesce(max(n), 0) + 1 from audit)`;
      const change = { edits: edits.length === 0 ? null : JSON.stringify(edits), undone_at: null, n };
      await db
        .insertInto('audit')
        .values({ workspace, at: instant(at), user, user_id: userId, action, detail, ...change })
        .onConflict((on) => on.columns(['workspace', 'at', 'user', 'action', 'detail']).doUpdateSet(change))
        .execute();
    },
    async list(workspace, limit) {
      return (await entries(workspace).limit(limit).execute()).map(entryOf);
    },
    async last(workspace, userId) {
      const row = await entries(workspace)
        .where('user_id', '=', userId)
        .where('edits', 'is not', null)
        .where('undone_at', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : entryOf(row);
    },
    async undone({ workspace, at, user, action, detail }, when) {
      await db
        .updateTable('audit')
        .set({ undone_at: instant(when) })
        .where('workspace', '=', workspace)
        .where('at', '=', instant(at))
        .where('user', '=', user)
        .where('action', '=', action)
        .where('detail', '=', detail)
        .execute();
    },
  };
}
