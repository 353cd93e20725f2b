import type { Generated, GeneratedAlways, Kysely } from 'kysely';

/**
 * The tables. Instants are ISO 8601 in UTC with milliseconds, so that they sort as text; flags are 0 or 1; what is only
 * read as a whole is JSON in a text column, checked by its zod schema when it comes back.
 */
export type Tables = {
  feeds: {
    id: string;
    url: string;
    title: string | null;
    site: string | null;
    publisher: string | null;
    kind: string;
    topics: string;
    owner: string | null;
  };
  feed_addresses: { url: string; feed: string };
  feed_states: { feed: string; next_poll_at: string; gone: number; body: string };
  subscriptions: { workspace: string; feed: string; shown: number };
  items: {
    feed: string;
    key: string;
    body: string;
    seen_at: string;
    url: string | null;
    note: string | null;
    attempts: number;
    next_read_at: string | null;
    guid: string | null;
    page: string | null;
    text_hash: string | null;
    face: string | null;
    odd: string | null;
    changed_at: string;
    line: string | null;
    headline: string | null;
    answered: string | null;
    page_hash: string | null;
    /** When its feed listed it last, to the day. */
    listed_at: string | null;
  };
  old_items: { feed: string; listed_at: string; body: string };
  /** `text` stands last: a row is judged by its other columns without reading the pages that the text fills. */
  articles: {
    n: Generated<number>;
    id: string;
    line: string;
    address: GeneratedAlways<string>;
    at: string;
    newest: number;
    hash: string;
    author: string | null;
    publisher: string;
    published: string | null;
    fetched: string;
    origin: string;
    note: string | null;
    supersedes: string | null;
    title: string;
    text: string;
    /** Of a text that was thinned (`thinned.ts`): where what is left stood, and how long the whole was. */
    layout: string | null;
    whole: number | null;
    /** The version of the extractor that its evidence is of. */
    mined: string | null;
  };
  article_feeds: { line: string; feed: string; at: string };
  evidence: { article: string; extractor: string; sentences: string; figures: string; quotes: string };
  ledger_figures: {
    n: Generated<number>;
    article: string;
    start: number;
    end: number;
    unit: string | null;
    low: number;
    high: number;
    held_from: string | null;
    held_to: string | null;
    forecast: number;
    at: string;
    weight: number;
    body: string;
    words: string;
  };
  ledger_quotes: {
    n: Generated<number>;
    article: string;
    start: number;
    end: number;
    speaker: string | null;
    at: string;
    weight: number;
    body: string;
    words: string;
  };
  /** What an entry is about: `entity:<id>`, `topic:<id>`. */
  ledger_figure_tags: { tag: string; unit: string | null; weight: number; at: string; entry: number };
  ledger_quote_tags: { tag: string; weight: number; at: string; entry: number };
  reports: {
    id: string;
    workspace: string;
    kind: string;
    article: string;
    start: number;
    end: number;
    reason: string | null;
    by: string;
    at: string;
    state: string;
  };
  debriefs: { id: string; purpose: string; choice: string; window_to: string; body: string };
  /** Which articles a debrief rests on. */
  debrief_articles: { debrief: string; article: string };
  looks: { n: Generated<number>; workspace: string; reader: string; debrief: string; at: string };
  workspaces: { id: string; platform: string; name: string | null };
  workspace_admins: { workspace: string; user: string };
  installations: { id: string; sealed: string };
  channels: {
    id: string;
    workspace: string;
    platform: string;
    state: string;
    note: string | null;
    next_due_at: string | null;
    takes_pack: number;
    body: string;
  };
  channel_feeds: { channel: string; feed: string };
  deliveries: {
    edition: string;
    channel: string;
    slot: string;
    wanted_at: string;
    state: string;
    attempts: number;
    next_attempt_at: string;
    lease_until: string | null;
    reference: string | null;
    reason: string | null;
    debrief: string | null;
  };
  parts: { edition: string; key: string; state: string; reference: string | null; reason: string | null };
  audit: {
    workspace: string;
    at: string;
    user: string;
    user_id: string | null;
    action: string;
    detail: string;
    edits: string | null;
    undone_at: string | null;
    n: number | null;
  };
  cache: { key: string; value: string; expires: string };
  budget: {
    scope: string;
    day: string;
    requests: number;
    input_tokens: number;
    output_tokens: number;
    micros: number;
  };
  threads: { key: string; context: string; expires: string };
  notes: { key: string; value: string; expires: string | null };
  leases: { key: string; holder: string; until: string };
  turns: { lane: string; free: number };
  article_sketches: { hash: number; article: string; at: string };
  altered_copies: { article: string; source: string };
};

export type Database = Kysely<Tables>;
