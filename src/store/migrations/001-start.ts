import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Differences } from '../differences.ts';

const TABLES = (rowNumber: string): readonly string[] => [
  `create table feeds (
    id text primary key, url text not null unique, title text, site text, publisher text, kind text not null,
    topics text not null, owner text)`,
  `create table feed_addresses (url text primary key, feed text not null references feeds on delete cascade)`,
  `create index feed_addresses_feed on feed_addresses (feed)`,
  `create table feed_states (
    feed text primary key references feeds on delete cascade, next_poll_at text not null, gone integer not null,
    body text not null)`,
  `create index feed_states_due on feed_states (gone, next_poll_at)`,
  `create table subscriptions (
    workspace text not null, feed text not null references feeds on delete cascade, shown integer not null,
    primary key (workspace, feed))`,
  `create index subscriptions_feed on subscriptions (feed)`,

  `create table items (
    feed text not null references feeds on delete cascade, key text not null, seen_at text not null, url text, note text,
    attempts integer not null, next_read_at text, body text not null, primary key (feed, key))`,
  `create index items_due on items (next_read_at) where next_read_at is not null`,

  `create table articles (
    n ${rowNumber}, id text not null unique, url text not null, at text not null, newest integer not null,
    hash text not null, author text, publisher text not null, published text, fetched text not null,
    origin text not null, note text, supersedes text, title text not null, text text not null)`,
  `create index articles_url on articles (url)`,
  `create index articles_at on articles (newest, at)`,
  `create table article_feeds (url text not null, feed text not null references feeds on delete cascade, at text not null,
    primary key (url, feed))`,
  `create index article_feeds_feed on article_feeds (feed)`,

  `create table evidence (
    article text primary key references articles (id), extractor text not null, sentences text not null,
    figures text not null, quotes text not null)`,
  `create table ledger_figures (
    n ${rowNumber}, article text not null references articles (id), start integer not null, "end" integer not null,
    unit text, low double precision not null, high double precision not null, held_from text, held_to text,
    forecast integer not null, at text not null, weight double precision not null, body text not null,
    words text not null, unique (article, start, "end"))`,
  `create index ledger_figures_at on ledger_figures (at, weight)`,
  `create index ledger_figures_weight on ledger_figures (weight, at)`,
  `create table ledger_figure_tags (
    tag text not null, unit text, weight double precision not null, at text not null,
    entry integer not null references ledger_figures (n) on delete cascade, primary key (tag, entry))`,
  `create index ledger_figure_tags_weight on ledger_figure_tags (tag, weight, at, entry, unit)`,
  `create index ledger_figure_tags_at on ledger_figure_tags (tag, at, weight, entry, unit)`,
  `create index ledger_figure_tags_entry on ledger_figure_tags (entry)`,
  `create table ledger_quotes (
    n ${rowNumber}, article text not null references articles (id), start integer not null, "end" integer not null,
    speaker text, at text not null, weight double precision not null, body text not null, words text not null,
    unique (article, start, "end"))`,
  `create index ledger_quotes_at on ledger_quotes (at, weight)`,
  `create index ledger_quotes_speaker on ledger_quotes (lower(speaker))`,
  `create table ledger_quote_tags (
    tag text not null, weight double precision not null, at text not null,
    entry integer not null references ledger_quotes (n) on delete cascade, primary key (tag, entry))`,
  `create index ledger_quote_tags_at on ledger_quote_tags (tag, at, weight, entry)`,
  `create index ledger_quote_tags_entry on ledger_quote_tags (entry)`,
  `create table reports (
    id text primary key, workspace text not null, kind text not null, article text not null, start integer not null,
    "end" integer not null, reason text, "by" text not null, at text not null, state text not null)`,
  `create index reports_workspace on reports (workspace, state)`,

  `create table debriefs (
    id text primary key, purpose text not null, choice text not null, window_to text not null, body text not null)`,
  `create unique index debriefs_edition on debriefs (choice, window_to) where purpose = 'edition'`,

  `create table workspaces (id text primary key, platform text not null, name text)`,
  `create table workspace_admins (
    workspace text not null references workspaces on delete cascade, "user" text not null, primary key (workspace, "user"))`,
  `create table installations (id text primary key, sealed text not null)`,
  `create table channels (
    id text primary key, workspace text not null references workspaces on delete cascade, platform text not null,
    state text not null, note text,
    next_due_at text, takes_pack integer not null, body text not null)`,
  `create index channels_due on channels (state, next_due_at)`,
  `create index channels_workspace on channels (workspace)`,
  `create table channel_feeds (
    channel text not null references channels on delete cascade, feed text not null, primary key (channel, feed))`,
  `create index channel_feeds_feed on channel_feeds (feed)`,

  `create table deliveries (
    edition text primary key, channel text not null references channels on delete cascade, slot text not null,
    wanted_at text not null, state text not null, attempts integer not null, next_attempt_at text not null, lease_until text, reference text,
    reason text, debrief text, unique (channel, slot))`,
  `create index deliveries_due on deliveries (state, slot)`,
  `create table parts (
    edition text not null references deliveries on delete cascade, key text not null, state text not null, reference text,
    reason text, primary key (edition, key))`,

  `create table audit (
    workspace text not null, at text not null, "user" text not null, action text not null, detail text not null,
    primary key (workspace, at, "user", action, detail))`,
  `create table cache (key text primary key, value text not null, expires text not null)`,
  `create index cache_expires on cache (expires)`,
  `create table budget (
    scope text not null, day text not null, requests integer not null, input_tokens bigint not null,
    output_tokens bigint not null, micros bigint not null, primary key (scope, day))`,
  `create table threads (key text primary key, context text not null, expires text not null)`,
  `create index threads_expires on threads (expires)`,
  `create table notes (key text primary key, value text not null)`,
];

export function start({ rowNumber, searchTables }: Differences): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of [...TABLES(rowNumber), ...searchTables]) await sql.raw(statement).execute(db);
    },
  };
}
