/**
 * What the core keeps. Every row has a natural key, so that doing a thing twice changes nothing; every method may be
 * called by several processes at once. An empty list of feeds means "may see nothing", never "everything".
 */
import type { ArticleStore, ItemStore } from './store/articles.ts';
import type { CopyStore } from './store/copies.ts';
import type { DebriefStore } from './store/debriefs.ts';
import type { ChannelStore, DeliveryStore } from './store/deliveries.ts';
import type { EvidenceStore, LedgerStore, ReportStore } from './store/evidence.ts';
import type { FeedStore } from './store/feeds.ts';
import type { LeaseStore } from './store/leases.ts';
import type { LookStore } from './store/looks.ts';
import type { NoteStore, ThreadStore } from './store/notes.ts';
import type { BudgetStore, CacheStore } from './store/spending.ts';
import type { TurnStore } from './store/turns.ts';
import type { AuditStore, InstallationStore, WorkspaceStore } from './store/workspaces.ts';

export type * from './store/articles.ts';
export type * from './store/copies.ts';
export type * from './store/debriefs.ts';
export type * from './store/deliveries.ts';
export type * from './store/evidence.ts';
export type * from './store/feeds.ts';
export type * from './store/leases.ts';
export type * from './store/looks.ts';
export type * from './store/notes.ts';
export type * from './store/spending.ts';
export type * from './store/turns.ts';
export type * from './store/workspaces.ts';

/** In days since it was fetched or told: an article's text as a whole; its figures and quotes with their sentences, and debriefs. */
export type Keep = { readonly textDays: number; readonly figuresDays: number };

export type Store = {
  readonly feeds: FeedStore;
  readonly items: ItemStore;
  readonly articles: ArticleStore;
  readonly copies: CopyStore;
  readonly evidence: EvidenceStore;
  readonly ledger: LedgerStore;
  readonly reports: ReportStore;
  readonly debriefs: DebriefStore;
  readonly looks: LookStore;
  readonly channels: ChannelStore;
  readonly deliveries: DeliveryStore;
  readonly workspaces: WorkspaceStore;
  readonly installations: InstallationStore;
  readonly audit: AuditStore;
  readonly cache: CacheStore;
  readonly budget: BudgetStore;
  readonly threads: ThreadStore;
  readonly notes: NoteStore;
  readonly leases: LeaseStore;
  readonly turns: TurnStore;
  /**
   * Does what changes feeds and their entries as a whole or not at all, in one transaction. Only what `work` is handed takes part. The last of it may
   * be lost where the machine itself fails, and not where the process does: feeds can be asked again. Work may be
   * done twice, where what it was done together with failed.
   */
  together<T>(work: (store: Pick<Store, 'feeds' | 'items'>) => Promise<T>): Promise<T>;
  /**
   * Forgets what has run out at `now`: threads, cached replies, looks, notes; feeds that nobody has had for a month with the texts that they alone
   * brought; entries that no feed lists any more. Texts that are older than they are kept for are thinned to the sentences that a figure, a
   * quote or a debrief rests on.
   */
  prune(now: Date, keep?: Keep): Promise<void>;
  /** Closing twice is harmless. */
  close(): Promise<void>;
};
