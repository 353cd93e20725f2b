import type { Article, Evidence, Figure, Quote, Sentence, Verified } from '../../model.ts';

export type EvidenceStore = {
  /** Keeps what was mined from an article by this version of the extractors, in place of what was there. */
  save(evidence: Evidence, extractor: string): Promise<void>;
  /** Each figure and quote comes back through the gate; an article that was not mined is missing from the map. */
  many(articles: readonly string[]): Promise<ReadonlyMap<string, Evidence>>;
  /** What these articles quote, alone: their figures, which are many, are not asked back through the gate. */
  quotes(articles: readonly Article[]): Promise<ReadonlyMap<string, Pick<Evidence, 'quotes'>>>;
  /** Newest versions of articles that this version of the extractors has not read yet, the newest first; or this `article`, where it is one. */
  unmined(extractor: string, limit: number, article?: string): Promise<readonly string[]>;
};

/** A figure as the ledger keeps it: normalised, so that it can be looked up and compared. */
export type FigureEntry<F extends Figure = Verified<Figure>> = {
  readonly figure: F;
  /** Ids of `src/domain` entities that it is about, the first the weightiest. */
  readonly entities: readonly string[];
  readonly topics: readonly string[];
  /** The bounds of its value; equal for a single value. In `figure.unit`. */
  readonly low: number;
  readonly high: number;
  /** The time it holds for as instants, open where null. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether it was foretold rather than stated as a fact. */
  readonly forecast: boolean;
  /** The time of its article (`Window`). */
  readonly at: string;
  readonly sentence: Sentence;
  /** Further words that it is found by: the article's title, aliases of its entities. */
  readonly words: string;
  /** How much it matters, higher first. */
  readonly weight: number;
};

/** An entry as it was stored: to be chosen from and compared, and shown to nobody before `verified` let it through. */
export type Candidate = FigureEntry<Figure>;

export type QuoteEntry = {
  readonly quote: Verified<Quote>;
  readonly entities: readonly string[];
  readonly topics: readonly string[];
  readonly at: string;
  readonly words: string;
  readonly weight: number;
};

/** Whose eyes: the feeds that a workspace may see, and the workspace, whose own reports hide what they are about. */
export type Sight = { readonly workspace: string; readonly feeds: readonly string[] };

export type EntryQuery = {
  readonly sight: Sight;
  /** Any of the words, best match first; null to go without. */
  readonly words?: string | null;
  /** With any of these entities. */
  readonly entities?: readonly string[];
  /** With any of these topics. */
  readonly topics?: readonly string[];
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly limit: number;
  readonly offset?: number;
};

export type FigureQuery = EntryQuery & {
  readonly units?: readonly string[];
  /** `match`: the newest that have all the words, then by how well they match; ties, and the other orders, by weight and time. */
  readonly order: 'match' | 'weight' | 'newest' | 'oldest';
};

export type Page<T> = { readonly entries: readonly T[]; readonly more: boolean };

/** What does not pass the gate when it is read back is left out, and logged. */
export type LedgerStore = {
  /** Keeps the entries of one article, in place of what was there. */
  save(article: string, figures: readonly FigureEntry[], quotes: readonly QuoteEntry[]): Promise<void>;
  /** Entries of newest versions only, without a look at their articles. */
  candidates(query: FigureQuery): Promise<Page<Candidate>>;
  /** Of these the ones that pass the gate, each by its candidate: the text of its article is read, which is most of what a look-up costs. */
  verified(candidates: readonly Candidate[]): Promise<ReadonlyMap<Candidate, FigureEntry>>;
  /** The candidates that pass the gate. */
  figures(query: FigureQuery): Promise<Page<FigureEntry>>;
  quotes(query: EntryQuery): Promise<Page<QuoteEntry>>;
  /** Speakers whose name begins with `typed`, whatever the case, for completion. */
  speakers(sight: Sight, typed: string, limit: number): Promise<readonly string[]>;
};

/** "This is wrong": hidden from the workspace that says so until one of its admins has looked. */
export type Report = {
  /** `<workspace>:<kind>:<article>:<start>-<end>` */
  readonly id: string;
  readonly workspace: string;
  readonly kind: 'figure' | 'quote';
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly state: 'open' | 'upheld' | 'dismissed';
};

export type ReportStore = {
  /** True when it was not reported in this workspace before. */
  add(report: Report): Promise<boolean>;
  settle(id: string, state: 'upheld' | 'dismissed'): Promise<void>;
  list(workspace: string, state: Report['state']): Promise<readonly Report[]>;
};
