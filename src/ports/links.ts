import type { Source, Span } from '../model.ts';

/** What a link lets whoever has it see: one thing, all that readers may see, or what admins may see as well. */
export type Grant = 'one' | 'reader' | 'admin';

/** Where the receipt of a span is read. */
export type ReceiptAddress = (source: Pick<Source, 'n' | 'url'>, span: Span) => string;

/** The addresses of the pages of one workspace, signed; `channel` is the platform's own id, null for none. */
export type Linker = {
  /** A passage of an article in its context; its link holds for a month after `from`. */
  receipt(from: Date): ReceiptAddress;
  /** A debrief, as a channel has it; its link holds for a month after `from`. */
  edition(debrief: string, channel: string | null, from: Date): string;
  /** A channel's debriefs for feed readers: an address that holds until the workspace's links are revoked. */
  feed(channel: string, format: 'atom' | 'json'): string;
  /** All pages; for admins for half a day, for readers for a week after `from`. */
  pages(grant: Exclude<Grant, 'one'>, channel: string | null, from: Date): string;
};

export type Links = {
  /** Where pages are served, without a final slash; null where none are. */
  address(): string | null;
  /** Whether what is posted may name pages: they are served at an address that others reach. */
  readonly inChat: boolean;
  /** Null where no pages are served. */
  of(workspace: string): Promise<Linker | null>;
  /** What a link lets see that was made for `subject` (null: for more than one thing); why it does not, else. */
  opened(pass: string, subject: string | null, now: Date): Promise<Opened>;
  /** From now on no link to a page of this workspace holds any more. */
  revoke(workspace: string): Promise<void>;
};

export type Opened =
  | { readonly kind: 'open'; readonly grant: Grant; readonly workspace: string; readonly channel: string | null }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };
