/**
 * The nouns of Debrief, as zod schemas and their types. Imports nothing of the project.
 *
 * Conventions: offsets are UTF-16 code units, end exclusive. Times are ISO 8601 in UTC (`2026-11-24T08:30:00.000Z`).
 * Money units are ISO 4217 codes. What is not known is `null`, never an empty or made-up string.
 */
import { z } from 'zod';

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string();

// ---------------------------------------------------------------- what is gathered

/** What a source is, which decides how its word is weighed (a vendor about itself is a statement, not a confirmation). */
export const PublisherKind = z.enum(['news', 'analysis', 'vendor', 'lab', 'utility', 'filings', 'research']);
export type PublisherKind = z.infer<typeof PublisherKind>;

export const Feed = z.object({
  /** Hash of the canonical address. */
  id: z.string(),
  /** Canonical address of the feed document. */
  url: z.string(),
  title: z.string().nullable(),
  /** The site that the feed belongs to. */
  site: z.string().nullable(),
  publisher: z.string().nullable(),
  kind: PublisherKind,
  topics: z.array(z.string()),
  /** The workspace that alone may see what the feed brings; null for a feed that is anybody's. */
  owner: z.string().nullable(),
});
export type Feed = z.infer<typeof Feed>;

/** What polling a feed has taught so far. */
export const FeedState = z.object({
  feed: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  nextPollAt: Instant,
  lastPolledAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  lastItemAt: Instant.nullable(),
  /** Null while the feed answers; else what failed and what to do about it. */
  error: z.object({ kind: z.string(), message: z.string(), since: Instant }).nullable(),
  /** Failures in a row. */
  failures: z.number().int(),
  /** The feed answered 410 Gone and is not polled any more. */
  gone: z.boolean(),
  /** The interval that its own habit asks for, in minutes. */
  intervalMinutes: z.number(),
  itemsLast7Days: z.number().int(),
  /** What admins were told last, so that they are told once. */
  told: z.enum(['nothing', 'failing', 'silent']),
});
export type FeedState = z.infer<typeof FeedState>;

/** An entry of a feed, as the feed gives it. */
export const Item = z.object({
  guid: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  published: Instant.nullable(),
  updated: Instant.nullable(),
  author: z.string().nullable(),
  html: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

/** An item with its full text. A version is immutable: a page that changed is a new Article with the same `url`. */
export const Article = z.object({
  /** Hash of the canonical address and of the text: names the version. */
  id: z.string(),
  url: z.string(),
  title: z.string(),
  /** The body alone, paragraphs split by a blank line. Every span points into it. */
  text: z.string(),
  /** SHA-256 of `text`, hexadecimal. */
  hash: z.string(),
  author: z.string().nullable(),
  publisher: z.string(),
  published: Instant.nullable(),
  fetched: Instant,
  /** Where the text comes from: the page, or the feed's own entry (paywall, consent wall, empty page; `note` says which). */
  origin: z.enum(['page', 'feed']),
  note: z.string().nullable(),
  /** The version that this one replaces. */
  supersedes: z.string().nullable(),
});
export type Article = z.infer<typeof Article>;

// ---------------------------------------------------------------- evidence

/** A piece of an article's text: `article.text.slice(start, end) === text`. */
export const Span = z.object({ article: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() });
export type Span = z.infer<typeof Span>;

export const Hedge = z.enum(['=', '~', '<', '>']);
export type Hedge = z.infer<typeof Hedge>;

/** A number as a text states it, normalised. `docs/contracts.md` gives the rules of each field. */
export const FigureReading = z.object({
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  hedge: Hedge,
  direction: z.enum(['up', 'down']).nullable(),
  unit: z.string().nullable(),
  unitText: z.string().nullable(),
  concept: z.string().nullable(),
  when: z.string().nullable(),
  attributedTo: z.string().nullable(),
});
export type FigureReading = z.infer<typeof FigureReading>;

/** Somebody's words between quotation marks, the marks outside the span. */
export const QuoteReading = z.object({
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
});
export type QuoteReading = z.infer<typeof QuoteReading>;

export const Figure = FigureReading.extend({ article: z.string() });
export type Figure = z.infer<typeof Figure>;

export const Quote = QuoteReading.extend({ article: z.string() });
export type Quote = z.infer<typeof Quote>;

/** A sentence that is published, with the spans it rests on. */
export const Point = z.object({ text: z.string(), cites: z.array(Span) });
export type Point = z.infer<typeof Point>;

/** A sentence of an article. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string };

/** All that was mined from one article, once. */
export type Evidence = {
  readonly article: string;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Verified<Figure>[];
  readonly quotes: readonly Verified<Quote>[];
};

declare const verified: unique symbol;
/**
 * What passed the gate. The brand is given in `evidence/verify.ts` and nowhere else, so that a Debrief or an Answer
 * cannot hold a figure, a quote or a point that was not verified against the article it stands in.
 */
export type Verified<T> = T & { readonly [verified]: true };

export const ReasonKind = z.enum([
  'figure',
  'unit',
  'direction',
  'time',
  'subject',
  'quote',
  'speaker',
  'name',
  'statement',
]);
export type ReasonKind = z.infer<typeof ReasonKind>;

/** Why the gate refused: what the claim gave, and what the sources have instead (null: nothing of the kind). */
export const Reason = z.object({ kind: ReasonKind, given: z.string(), found: z.string().nullable() });
export type Reason = z.infer<typeof Reason>;

/** What a writer proposed and the gate refused. */
export const Dropped = z.object({ text: z.string(), story: z.string().nullable(), reasons: z.array(Reason) });
export type Dropped = z.infer<typeof Dropped>;

// ---------------------------------------------------------------- stories

/**
 * What an article is to its story: the best source; an independent report; a copy of another's text (never a witness);
 * a party's own statement about itself (not a confirmation).
 */
export const StoryRole = z.enum(['source', 'report', 'copy', 'statement']);
export type StoryRole = z.infer<typeof StoryRole>;

export const StoryArticle = z.object({
  article: z.string(),
  role: StoryRole,
  /** For a copy: the article whose text it repeats. */
  copyOf: z.string().nullable(),
  /** A copy whose quotes differ from the original's: nothing of it is quoted. */
  altered: z.boolean(),
});
export type StoryArticle = z.infer<typeof StoryArticle>;

/** How two figures about one quantity differ. */
export const DifferenceKind = z.enum(['rounding', 'time', 'scope', 'estimates', 'revision', 'disagreement']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** Another value that was given for one quantity. */
export type Difference = { readonly kind: DifferenceKind; readonly figure: Verified<Figure> };

/** One quantity of a story with everybody who states it. */
export type Quantity = {
  /** The figure as it is shown: from the best source. */
  readonly figure: Verified<Figure>;
  /** The same figure elsewhere, one an independent publisher, the shown one first. */
  readonly witnesses: readonly Verified<Figure>[];
  /** Other values that were given for the same quantity. */
  readonly differences: readonly Difference[];
};

/** Why something stands where it stands, in words for people, with its share of the weight. */
export const RankReason = z.object({ what: z.string(), weight: z.number() });
export type RankReason = z.infer<typeof RankReason>;

/** Reports of one event. */
export type Story = {
  /** Stable while the story goes on: the hash of its first article's address. */
  readonly id: string;
  readonly articles: readonly StoryArticle[];
  /** Independent publishers (by owner and by origin of the text), the source's first. */
  readonly publishers: readonly string[];
  readonly topics: readonly string[];
  readonly quantities: readonly Quantity[];
  /** Weight for today, higher first. */
  readonly rank: number;
  readonly reasons: readonly RankReason[];
  readonly novelty: Novelty;
};

/** What a story has that the channel was not told yet. */
export type Novelty = {
  readonly state: 'new' | 'update' | 'known';
  /** For an update: what changed, each with the sentence or figure that says so. */
  readonly changes: readonly Change[];
  /** The edition that told it last. */
  readonly toldIn: string | null;
};

export type Change = {
  readonly kind: 'figure' | 'changed figure' | 'decision' | 'denial' | 'correction' | 'report';
  /** The new sentence. */
  readonly span: Span;
  /** For a changed figure: what was told before. */
  readonly was: Verified<Figure> | null;
  readonly now: Verified<Figure> | null;
};

// ---------------------------------------------------------------- the debrief

/** What a channel wants: channels with the same choice share one composed debrief. */
export const Choice = z.object({
  /** Feed ids, sorted; empty for the default pack. */
  feeds: z.array(z.string()),
  /** Topic ids, sorted; empty for all of the field; `any` takes stories as they come. */
  topics: z.array(z.string()),
  /** Length of the window in hours. */
  hours: z.number(),
  /** Words and names that rank higher, and those whose stories are left out; sorted. */
  follow: z.array(z.string()),
  mute: z.array(z.string()),
  /** BCP 47; another than `en` needs a model. */
  language: z.string(),
  length: z.enum(['short', 'long']),
});
export type Choice = z.infer<typeof Choice>;

/** An article as a debrief lists it; `n` is the number that [n] refers to. */
export const Source = z.object({
  n: z.number().int(),
  article: z.string(),
  title: z.string(),
  url: z.string(),
  publisher: z.string(),
  published: Instant.nullable(),
  corrected: z.boolean(),
});
export type Source = z.infer<typeof Source>;

export type StoryBrief = {
  readonly id: string;
  readonly headline: Verified<Point>;
  readonly points: readonly Verified<Point>[];
  readonly quantities: readonly Quantity[];
  readonly quotes: readonly Verified<Quote>[];
  /** Article ids, the source first; copies are not among them. */
  readonly articles: readonly string[];
  readonly copies: readonly string[];
  /** Number of independent publishers. */
  readonly publishers: number;
  readonly topics: readonly string[];
  readonly novelty: Novelty;
  /** Its weight that day, and why: for `why`. */
  readonly rank: number;
  readonly reasons: readonly RankReason[];
};

export type SilentFeed = { readonly feed: string; readonly title: string; readonly reason: string };
export type LeftOut = { readonly story: string; readonly title: string; readonly url: string; readonly reason: string };

export type Debrief = {
  readonly id: string;
  readonly choice: Choice;
  /** An edition is what channels are told; a look is for whoever asked, and tells nobody. */
  readonly purpose: 'edition' | 'look';
  /** What was published in `from <= t < to`. */
  readonly window: { readonly from: string; readonly to: string };
  readonly composedAt: string;
  readonly writer: {
    readonly kind: 'extractive' | 'model';
    readonly model: string | null;
    readonly prompt: string | null;
    readonly note: string | null;
  };
  /** Null on a quiet day. */
  readonly headline: Verified<Point> | null;
  readonly inShort: readonly Verified<Point>[];
  readonly stories: readonly StoryBrief[];
  /** The day's key figures, weightiest first. */
  readonly figures: readonly Quantity[];
  readonly quotes: readonly Verified<Quote>[];
  readonly sources: readonly Source[];
  readonly counts: { readonly articles: number; readonly publishers: number; readonly minutes: number };
  readonly silent: readonly SilentFeed[];
  readonly leftOut: readonly LeftOut[];
  readonly dropped: readonly Dropped[];
};

// ---------------------------------------------------------------- delivery

/** Where an edition goes: days and times as people set them, in an IANA zone. */
export const Schedule = z.object({
  /** 1 Monday to 7 Sunday (ISO 8601). */
  days: z.array(z.number().int().min(1).max(7)),
  /** Local times, `HH:MM`. */
  times: z.array(z.string()),
  zone: z.string(),
  /** No edition before this instant. */
  pausedUntil: Instant.nullable(),
  /** Local dates without an edition, `YYYY-MM-DD`. */
  holidays: z.array(z.string()),
});
export type Schedule = z.infer<typeof Schedule>;

export const Workspace = z.object({
  /** `<platform>:<the platform's own id>` */
  id: z.string(),
  platform: z.string(),
  name: z.string().nullable(),
});
export type Workspace = z.infer<typeof Workspace>;

export const Channel = z.object({
  /** `<workspace>:<the platform's own channel id>` */
  id: z.string(),
  workspace: z.string(),
  platform: z.string(),
  /** The platform's own id of the channel. */
  address: z.string(),
  name: z.string().nullable(),
  schedule: Schedule,
  choice: Choice,
  state: z.enum(['active', 'paused', 'lost']),
  /** For paused and lost: why, for people. */
  note: z.string().nullable(),
  nextDueAt: Instant.nullable(),
});
export type Channel = z.infer<typeof Channel>;

/** A debrief due in one channel at one slot. `id` is the hash of channel and slot: making it twice makes one. */
export const Edition = z.object({ id: z.string(), channel: z.string(), slot: Instant, debrief: z.string().nullable() });
export type Edition = z.infer<typeof Edition>;

/** A message on a platform. */
export const Reference = z.object({ channel: z.string(), message: z.string(), link: z.string().nullable() });
export type Reference = z.infer<typeof Reference>;

export const DeliveryState = z.enum(['due', 'claimed', 'sent', 'refused', 'unknown', 'skipped']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One edition's way to its channel: at most one claim at a time, held by a lease. */
export const Delivery = z.object({
  edition: z.string(),
  channel: z.string(),
  slot: Instant,
  /** From when on it can be late: its slot, or when somebody asked for it again. */
  wantedAt: Instant,
  state: DeliveryState,
  attempts: z.number().int(),
  nextAttemptAt: Instant,
  leaseUntil: Instant.nullable(),
  reference: Reference.nullable(),
  reason: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

// ---------------------------------------------------------------- questions

export type Answer = {
  /** Sentences, each covered by its cites; empty when the sources do not tell. */
  readonly points: readonly Verified<Point>[];
  readonly abstained: boolean;
  /** The nearest that was found, for an honest "our sources do not tell". */
  readonly nearest: readonly Verified<Point>[];
  /** For multiple choice: the index of the choice that the articles support. */
  readonly choice: number | null;
  readonly writer: 'extractive' | 'model';
};

// ---------------------------------------------------------------- documents

/** What a message says, free of any platform. All text is plain: an adapter escapes it, nothing in it can mention. */
export type Document = {
  /** One line for notifications and screen readers. */
  readonly summary: string;
  /** Most important first: a renderer that runs out of room drops from the bottom and says how much more there is. */
  readonly blocks: readonly Block[];
  /** Replies in the thread of the message, where a platform has threads; each has its own key. */
  readonly thread: readonly { readonly key: string; readonly document: Document }[];
};

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style?: 'strong' | 'emphasis' | 'code' }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** An instant, shown in the reader's own zone where a platform can. */
  | {
      readonly kind: 'time';
      readonly at: string;
      readonly zone: string;
      readonly style: 'date' | 'time' | 'datetime' | 'relative';
    }
  /** A receipt: [n], opening the article at the sentence. */
  | { readonly kind: 'receipt'; readonly n: number; readonly href: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly href?: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  /** Small print: counts, windows, who wrote it. */
  | { readonly kind: 'context'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'quote'; readonly text: string; readonly by: readonly Inline[] }
  | { readonly kind: 'chart'; readonly series: Series }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/**
 * A button. `id` is at most 90 characters, `verb` or `verb:argument`, and is all that comes back when it is pressed,
 * even years later: it names rows of the store and holds no state.
 */
export type Action =
  | { readonly kind: 'press'; readonly id: string; readonly label: string; readonly style?: 'primary' | 'danger' }
  /** Opens a form (a modal); the form itself is asked for when the button is pressed. */
  | { readonly kind: 'form'; readonly id: string; readonly label: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

/** Figures of one entity, concept and unit over time. */
export type Series = {
  readonly title: string;
  /** What the trend is, in words: the alt text. */
  readonly alt: string;
  readonly unit: string | null;
  /** In time order. `at` is an ISO date; `low` and `high` differ for a range; `forecast` for what was foretold. */
  readonly points: readonly {
    readonly at: string;
    readonly low: number;
    readonly high: number;
    readonly label: string;
    readonly forecast: boolean;
  }[];
};

/** A modal: fields that are checked one by one, with the fault beside the field. */
export type Form = {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
};

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly kind: 'line' | 'paragraph' | 'choice' | 'choices' | 'channel';
  readonly initial: string | null;
  /** For choice and choices; at most 25. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
};
