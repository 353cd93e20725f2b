import { Workspace } from '../model.ts';
import type { AuditStore, InstallationStore, WorkspaceStore } from '../ports/store.ts';
import type { Database } from './schema.ts';
import { instant } from './values.ts';

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

export function auditStore(db: Database): AuditStore {
  return {
    async add(entry) {
      await db
        .insertInto('audit')
        .values({ ...entry, at: instant(entry.at) })
        .onConflict((at) => at.doNothing())
        .execute();
    },
    async list(workspace, limit) {
      return db
        .selectFrom('audit')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
    },
  };
}
