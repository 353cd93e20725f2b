import type { Block, Document, Inline, Series } from '../model.ts';

/** A run of an article's text. `depth` 1: a sentence that something rests on; 2: a figure or quote itself. `id` is where links to it lead, where any do. */
export type PassagePiece = { readonly text: string; readonly depth: 0 | 1 | 2; readonly id: string | null };

/** A figure in large: the number, what it is of, and when, who says so, with its receipts. */
export type FigureCard = {
  readonly figure: readonly Inline[];
  readonly what: readonly Inline[];
  readonly facts: readonly (readonly Inline[])[];
};

/** What a page is made of: what Documents have, and what a chat has no room for. All text is plain. */
export type PagePart =
  | Block
  | {
      readonly kind: 'section';
      readonly id: string;
      /** How it is set off: a story, the top of a page, or plain. */
      readonly role: 'top' | 'story' | 'plain';
      readonly parts: readonly PagePart[];
    }
  | { readonly kind: 'figures'; readonly size: 'large' | 'small'; readonly items: readonly FigureCard[] }
  /** Words of an article in their context, with the link to the article at them. */
  | { readonly kind: 'passage'; readonly pieces: readonly PassagePiece[]; readonly href: string }
  /** Closed until it is wanted, or something in it is led to. */
  | { readonly kind: 'fold'; readonly label: string; readonly note: string; readonly parts: readonly PagePart[] }
  | { readonly kind: 'search'; readonly typed: string }
  /** What a platform would be sent, in its own JSON; `charts` in the order in which it attaches them. */
  | {
      readonly kind: 'message';
      readonly platform: string;
      readonly sent: unknown;
      readonly charts: readonly Series[];
    };

export type Page = {
  readonly title: string;
  /** What the news is about, in that language. */
  readonly field: string;
  /** BCP 47. */
  readonly language: string;
  /** Addresses below the visitor's own root, without a slash before them. */
  readonly nav: readonly { readonly label: string; readonly path: string; readonly current: boolean }[];
  /** The same in other forms, for programs. */
  readonly alternates: readonly { readonly type: string; readonly title: string; readonly href: string }[];
  readonly parts: readonly PagePart[];
};

/** A debrief for feed readers. `address` is its page. */
export type FeedEntry = {
  readonly id: string;
  readonly address: string;
  readonly at: string;
  readonly document: Document;
  readonly topics: readonly string[];
};

/** A channel's debriefs, the newest first. `address` is the feed's own, `updated` the instant of the newest. */
export type FeedOut = {
  readonly title: string;
  readonly address: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
};

export type PageReply =
  | { readonly kind: 'page'; readonly page: Page }
  /** For programs; `type` is a media type. */
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'feed'; readonly format: 'atom' | 'json'; readonly feed: FeedOut }
  /** `expired` and `absent` say what the visitor may do next; `closed`: the link does not hold. */
  | { readonly kind: 'absent' | 'closed' | 'expired' | 'failed'; readonly page: Page };

export type PageVisit = {
  /** What the address has behind `/p/`; null where a page is opened without a link. */
  readonly pass: string | null;
  /** One of `Pages.paths`. */
  readonly path: string;
  /** What the path names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The visitor's own (BCP 47), where their browser tells. */
  readonly language: string | undefined;
};

/** Everything that can be opened in a browser. */
export type Pages = {
  /** Paths below a visitor's root, `:name` for what they name: `/e/:name`. */
  readonly paths: readonly string[];
  /** Never rejects. */
  open(visit: PageVisit): Promise<PageReply>;
  /** What is shown for an address that is none. */
  nowhere(language: string | undefined): Page;
};
