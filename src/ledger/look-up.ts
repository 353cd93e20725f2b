import { entityOf } from '../domain/entities.ts';
import { contentOf } from '../domain/same-figure.ts';
import { DAY_MS } from '../durations.ts';
import type { FigureEntry, FigureQuery, LedgerStore, Sight } from '../ports/store.ts';
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

/** The words of a text, one for each meaning: who asks for capital spending is answered by capex. */
export const stemsOf = (text: string): string[] => [...contentOf(text.replaceAll('-', ' '))];

/** How many of the asked words an entry has, in its concept, its sentence, its title or its entities. */
function coverage(entry: FigureEntry, asked: readonly string[]): number {
  if (asked.length === 0) return 1;
  const concept = new Set(stemsOf(entry.figure.concept ?? ''));
  const rest = new Set(stemsOf(`${entry.sentence.text} ${entry.words} ${entry.entities.join(' ')}`));
  return asked.reduce((sum, word) => sum + (concept.has(word) ? 1.2 : rest.has(word) ? 1 : 0), 0) / asked.length;
}

/** Weight falls by half in three weeks. */
function freshWeight({ weight, at }: FigureEntry, now: Date): number {
  return weight * 0.5 ** (Math.max(0, now.getTime() - Date.parse(at)) / (21 * DAY_MS));
}

/** The query that brings the candidates for what is wanted: by the entity where the words are its name, else by the words. */
export function queryOf({ topic, unit, since }: Wanted, sight: Sight): FigureQuery {
  const entity = entityOf(topic);
  return {
    sight,
    words: entity === null ? topic : null,
    ...(entity === null ? {} : { entities: [entity.name] }),
    ...(unit === null ? {} : { units: unitsLike(unit) }),
    from: since,
    order: entity === null ? 'match' : 'newest',
    limit: CANDIDATES,
  };
}

/** The entries that speak of what was asked: those that have nearly as many of its words as the best. */
export function fitting(entries: readonly FigureEntry[], topic: string): FigureEntry[] {
  const asked = entityOf(topic) === null ? stemsOf(topic) : [];
  const covered = entries.map((entry) => ({ entry, has: coverage(entry, asked) }));
  const best = Math.max(0, ...covered.map(({ has }) => has));
  return covered.filter(({ has }) => has >= best * 0.75).map(({ entry }) => entry);
}

/** How many of the asked words (`stemsOf` what was asked) the figure's own concept has. */
export function nearness({ figure }: FigureEntry, asked: readonly string[]): number {
  const concept = new Set(stemsOf(figure.concept ?? ''));
  return asked.filter((word) => concept.has(word)).length;
}

const NAME = /\p{Lu}[\p{L}\p{N}'’-]*/gu;

/** How many of the asked words name the quantity itself, names aside: "Helio's data centre" is no quantity of Helio. */
function quantityNearness({ figure }: FigureEntry, asked: readonly string[]): number {
  const concept = new Set(stemsOf((figure.concept ?? '').replace(NAME, ' ')));
  return asked.filter((word) => concept.has(word)).length;
}

/** What the ledger has of it: the weightiest and newest first, equal figures as one row with their witnesses. */
export async function lookUp(ledger: LedgerStore, wanted: Wanted, sight: Sight): Promise<Row[]> {
  const { entries } = await ledger.figures(queryOf(wanted, sight));
  const fresh = new Map(entries.map((entry) => [entry, freshWeight(entry, wanted.now)] as const));
  const rows = rowsOf(fitting(entries, wanted.topic).toSorted((a, b) => (fresh.get(b) ?? 0) - (fresh.get(a) ?? 0)));
  const asked = stemsOf(wanted.topic);
  const weighed = rows.map((row) => ({
    row,
    weight:
      (fresh.get(row.entry) ?? 0) *
      (1 + Math.min(4, row.witnesses.length) * 0.2) *
      (1 + 0.5 * quantityNearness(row.entry, asked)),
  }));
  return weighed.toSorted((a, b) => b.weight - a.weight).map(({ row }) => row);
}
