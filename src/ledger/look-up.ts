import { entityOf } from '../domain/entities.ts';
import { contentOf } from '../domain/same-figure.ts';
import { takenBackIn } from '../domain/taken-back.ts';
import { DAY_MS } from '../durations.ts';
import type { Figure } from '../model.ts';
import type { Candidate, FigureQuery, LedgerStore, Page, Sight } from '../ports/store.ts';
import { type Asked, askedFor, inTime, missing } from './asked.ts';
import { rowsVerified } from './read-back.ts';
import { type Row, rowsOf } from './rows.ts';
import { unitsLike } from './units.ts';

export type Wanted = {
  readonly topic: string;
  readonly unit: string | null;
  readonly since: Date | null;
  readonly now: Date;
};

/** Enough candidates that the weightiest are among them, few enough that a look-up stays quick. */
const CANDIDATES = 150;

/** Weight falls by half in three weeks. */
function freshWeight({ weight, at }: Candidate, now: Date): number {
  return weight * 0.5 ** (Math.max(0, now.getTime() - Date.parse(at)) / (21 * DAY_MS));
}

/** The query that brings the candidates for what is wanted: by the entity where the words are its name, else by the words. */
export function queryOf({ topic: typed, unit, since, now }: Wanted, sight: Sight): FigureQuery {
  const { topic, from } = askedFor(typed, now);
  const entity = entityOf(topic);
  return {
    sight,
    words: entity === null ? topic || typed : null,
    ...(entity === null ? {} : { entities: [entity.name] }),
    ...(unit === null ? {} : { units: unitsLike(unit) }),
    from: since ?? (from === null ? null : new Date(Math.min(Date.parse(from), now.getTime()))),
    order: entity === null ? 'match' : 'newest',
    limit: CANDIDATES,
  };
}

/** What of the ledger is what was asked for, and what stands in its way. */
export type Fitting = {
  readonly entries: readonly Candidate[];
  /** Figures that were taken back, and are told by nobody any more. */
  readonly withdrawn: number;
  /** Where nothing fits: words that were asked for and that figures do have together, as a question. */
  readonly nearest: string | null;
};

/** The entries that have every word that was asked for, of the time that was asked for; without those that were taken back. */
export function fitting(entries: readonly Candidate[], typed: string, now: Date): Fitting {
  const asked = askedFor(typed, now);
  const gone = takenBackIn(entries.map(({ figure, at }) => ({ figure, at })));
  const timely = entries.filter((entry) => inTime(asked, entry));
  const has = timely.map((entry) => ({ entry, without: missing(asked, entry) }));
  const whole = has.filter(({ without }) => without.length === 0).map(({ entry }) => entry);
  const standing = whole.filter(
    ({ figure }) => !gone.has(figure) && figure.standing !== 'denied' && figure.standing !== 'question',
  );
  return {
    entries: standing,
    withdrawn: whole.filter(({ figure }) => gone.has(figure)).length,
    nearest:
      standing.length > 0
        ? null
        : nearestOf(
            asked,
            has.filter(({ entry }) => !gone.has(entry.figure)),
          ),
  };
}

type Near = { readonly entry: Candidate; readonly without: readonly { readonly text: string }[] };

/** The asked words that the nearest figure has, where it has at least one. */
function nearestOf({ words }: Asked, has: readonly Near[]): string | null {
  const [best] = has.toSorted((a, b) => a.without.length - b.without.length || b.entry.weight - a.entry.weight);
  if (best === undefined || best.without.length >= words.length) return null;
  const lacks = new Set(best.without.map(({ text }) => text));
  const { subject } = best.entry.figure;
  const kept = words.filter(({ text }) => !lacks.has(text)).map(({ text }) => text);
  const whose = contentOf(subject ?? '');
  if (subject === null || whose.isSubsetOf(contentOf(kept.join(' ')))) return kept.join(' ');
  return [subject, ...kept.filter((text) => !contentOf(text).isSubsetOf(whose))].join(' ');
}

const NAME = /\p{Lu}[\p{L}\p{N}'’-]*/gu;

/** How many of the asked words name the quantity itself, names aside: "Helio's data centre" is no quantity of Helio. */
function quantityNearness({ figure }: Candidate, asked: ReadonlySet<string>): number {
  return contentOf((figure.concept ?? '').replace(NAME, ' ')).intersection(asked).size;
}

export type Found = Omit<Fitting, 'entries'> & {
  /** Those of the page, all verified. */
  readonly rows: readonly Row[];
  /** Where the next page begins; null where this one is the last. */
  readonly next: number | null;
  /** How many rows follow. */
  readonly left: number;
};

/** A part of the rows: `most` of them from `offset` on. */
export type Part = { readonly offset: number; readonly most: number };

const ALL: Part = { offset: 0, most: Number.POSITIVE_INFINITY };

/** What the ledger has of it: the weightiest and newest first, equal figures as one row with their witnesses. */
export async function lookUp(ledger: LedgerStore, wanted: Wanted, sight: Sight, part: Part = ALL): Promise<Found> {
  const { entries } = await ledger.candidates(queryOf(wanted, sight));
  const fit = fitting(entries, wanted.topic, wanted.now);
  const { rows, next, left } = await rowsVerified(ledger, ranked(fit.entries, wanted), part);
  return { rows, next, left, withdrawn: fit.withdrawn, nearest: fit.nearest };
}

/** Figures that are compared with each other at once: each may be another's witness. */
const BATCH = 2000;

/**
 * All that the ledger has of it, the newest first, in batches that are made as they are asked for. A figure that is told again after more than
 * so many others is a row again.
 */
export async function* lookUpAll(
  ledger: LedgerStore,
  wanted: Wanted,
  sight: Sight,
  batch: number = BATCH,
): AsyncGenerator<readonly Row[]> {
  const query = { ...queryOf(wanted, sight), order: 'newest' } as const;
  let to: Date | null = null;
  // What a newer article takes back is older, and may come with a later batch.
  const takenBack: Candidate[] = [];
  for (let limit = batch; ; ) {
    const { entries, more }: Page<Candidate> = await ledger.candidates({ ...query, to, limit });
    const last = entries.at(-1)?.at;
    if (last === undefined) return;
    // Figures of one moment, as an article's are, stay together: what is left of them comes with the next.
    const whole = more ? entries.filter(({ at }) => at !== last) : entries;
    if (whole.length > 0) {
      const fit = fitting([...takenBack, ...whole], wanted.topic, wanted.now);
      takenBack.push(...whole.filter(({ figure }) => figure.standing === 'withdrawn'));
      yield (await rowsVerified(ledger, rowsOf(fit.entries), ALL)).rows;
    }
    if (!more) return;
    limit = whole.length > 0 ? batch : limit * 2;
    to = new Date(Date.parse(last) + 1);
  }
}

function ranked(entries: readonly Candidate[], { topic, now }: Wanted): Row<Figure>[] {
  const fresh = new Map(entries.map((entry) => [entry, freshWeight(entry, now)] as const));
  const rows = rowsOf(entries.toSorted((a, b) => (fresh.get(b) ?? 0) - (fresh.get(a) ?? 0)));
  const asked = contentOf(topic.replaceAll('-', ' '));
  const weighed = rows.map((row) => ({
    row,
    weight:
      (fresh.get(row.entry) ?? 0) *
      (1 + Math.min(4, row.witnesses.length) * 0.2) *
      (1 + 0.5 * quantityNearness(row.entry, asked)),
  }));
  return weighed.toSorted((a, b) => b.weight - a.weight).map(({ row }) => row);
}
