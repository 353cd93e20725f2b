import type { Edit, Workspace } from '../../model.ts';

export type WorkspaceStore = {
  save(workspace: Workspace): Promise<void>;
  get(id: string): Promise<Workspace | null>;
  list(): Promise<readonly Workspace[]>;
  /** The bot was removed: all that is its own is forgotten, its private feeds, words, notes, spending and debriefs among it. */
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
  /** For people; `userId` is the platform's own. */
  readonly user: string;
  readonly userId: string;
  /** The command: `feeds add`. */
  readonly action: string;
  /** What changed, for people: what was before, and what is now. */
  readonly detail: string;
  /** What takes it back; empty for what cannot be taken back. */
  readonly edits: readonly Edit[];
  readonly undone: boolean;
};

export type AuditStore = {
  add(entry: Omit<AuditEntry, 'undone'>): Promise<void>;
  /** The newest first. */
  list(workspace: string, limit: number): Promise<readonly AuditEntry[]>;
  /** The newest change of somebody that can be taken back and was not. */
  last(workspace: string, userId: string): Promise<AuditEntry | null>;
  undone(entry: AuditEntry, at: Date): Promise<void>;
};
