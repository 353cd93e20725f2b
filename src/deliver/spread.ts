import type { DueDelivery } from '../ports/store.ts';

/**
 * The order in which deliveries are taken up: the earliest slot first; within a slot one of each workspace in turn, so that
 * one with a thousand channels does not keep the others waiting.
 */
export function spread(due: readonly DueDelivery[]): readonly DueDelivery[] {
  const turns = new Map<string, number>();
  const placed = due.map((delivery) => {
    const lane = `${delivery.slot} ${delivery.workspace}`;
    const turn = turns.get(lane) ?? 0;
    turns.set(lane, turn + 1);
    return { delivery, turn };
  });
  return placed
    .toSorted((a, b) => compare(a.delivery.slot, b.delivery.slot) || a.turn - b.turn)
    .map(({ delivery }) => delivery);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
