import { inFull } from '../domain/in-full.ts';
import { field, fieldName } from '../domain/in-use.ts';
import type { Novelty, Quantity, RankReason } from '../model.ts';

export type Weighed = { readonly rank: number; readonly reasons: readonly RankReason[] };

export type RankInput = {
  readonly topics: readonly string[];
  readonly because: readonly string[];
  readonly publishers: number;
  readonly quantities: readonly Quantity[];
  readonly entities: readonly string[];
  readonly novelty: Novelty;
  /** Hours since the newest article; null where none has a time. */
  readonly ageHours: number | null;
  /** The followed words that the story names. */
  readonly followed: readonly string[];
};

const HEAVIEST_FIGURE = 3;
/** Who was told what does not hold must learn it. */
const TAKEN_BACK = 2;
const HALF_LIFE_HOURS = 24;

function weightOf({ figure: { unit, value } }: Quantity): number {
  const much = unit === null ? undefined : field().figures.much[unit];
  if (much === undefined) return 0;
  const size = Math.abs(typeof value === 'number' ? value : value[1]);
  return size < much ? 0 : Math.min(HEAVIEST_FIGURE, 1 + Math.log10(size / much));
}

const writtenOf = ({ figure: { text, value, unit } }: Quantity): string => inFull(text, value, unit);

const round = (value: number): number => Math.round(value * 100) / 100;

/** How much a story matters today, with the share of each reason, weightiest first. */
export function rankOf(input: RankInput): Weighed {
  const { topics, because, publishers, quantities, entities, novelty, ageHours, followed } = input;
  const heaviest = quantities.reduce<{ text: string; weight: number }>(
    (best, quantity) =>
      weightOf(quantity) > best.weight ? { text: writtenOf(quantity), weight: weightOf(quantity) } : best,
    { text: '', weight: 0 },
  );
  const reasons: RankReason[] = [
    {
      what: topics.length === 0 ? `not about ${fieldName()}` : `about ${because.slice(0, 3).join(', ')}`,
      weight: Math.min(3, topics.length),
    },
    {
      what: publishers === 1 ? '1 independent publisher' : `${publishers} independent publishers`,
      weight: 2 * Math.log2(1 + publishers),
    },
    { what: `names ${entities.slice(0, 3).join(', ')}`, weight: Math.min(2, entities.length * 0.5) },
    { what: `a figure of weight: ${heaviest.text}`, weight: heaviest.weight },
    {
      what: novelty.state === 'new' ? 'not told before' : `${novelty.changes.length} new since it was told`,
      weight: novelty.state === 'new' ? 2 : Math.min(2, novelty.changes.length * 0.5),
    },
    {
      what: 'takes back what was told',
      weight:
        novelty.state === 'update' && novelty.changes.some(({ kind }) => kind === 'correction' || kind === 'denial')
          ? TAKEN_BACK
          : 0,
    },
    {
      what: `newest report ${Math.round(Math.max(0, ageHours ?? 0))} hours old`,
      weight: ageHours === null ? 0 : 2 * 0.5 ** (Math.max(0, ageHours) / HALF_LIFE_HOURS),
    },
    { what: `follows ${followed.join(', ')}`, weight: followed.length === 0 ? 0 : 4 },
  ];
  const kept = reasons
    .map(({ what, weight }) => ({ what, weight: round(weight) }))
    .filter(({ weight }) => weight !== 0);
  return {
    rank: round(kept.reduce((sum, { weight }) => sum + weight, 0)),
    reasons: kept.sort((a, b) => b.weight - a.weight),
  };
}
