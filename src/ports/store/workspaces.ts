import type { Workspace } from '../../model.ts';

export type WorkspaceStore = {
  save(workspace: Workspace): Promise<void>;
  get(id: string): Promise<Workspace | null>;
  list(): Promise<readonly Workspace[]>;
  /** The bot was removed: its channels, subscriptions, private feeds, admins, reports and installation are forgotten. */
  remove(id: string): Promise<void>;
  /** People who may change settings beside those whom the platform says. */
  admins(id: string): Promise<readonly string[]>;
  addAdmin(id: string, user: string): Promise<void>;
  removeAdmin(id: string, user: string): Promise<void>;
};

/** What an installation left: an opaque text, sealed by whoever stores it (`src/effects/seal.ts`). */
export type InstallationStore = {
  put(id: string, sealed: string): Promise<void>;
  get(id: string): Promise<string | null>;
  /** The ids of all. */
  list(): Promise<readonly string[]>;
  remove(id: string): Promise<void>;
};

/** A change that an admin made. */
export type AuditEntry = {
  readonly workspace: string;
  readonly at: string;
  readonly user: string;
  /** The command: `feeds add`. */
  readonly action: string;
  /** What changed, for people. */
  readonly detail: string;
};

export type AuditStore = {
  add(entry: AuditEntry): Promise<void>;
  list(workspace: string, limit: number): Promise<readonly AuditEntry[]>;
};
