import type { Candidate } from './candidates.ts';
import { overlap, saysTheSame, type Terms } from './terms.ts';
import { gain, type TermWeights } from './weigh.ts';

export type Bounds = { readonly points: number; readonly characters: number };

export type Choosing<T> = {
  readonly bounds: Bounds;
  readonly weights: TermWeights;
  /** How much the candidate's story and article count, 0 and more. */
  readonly standing: (candidate: Candidate) => number;
  /** At most this many from one story. */
  readonly perStory: number;
  /** What a reader was told before these. */
  readonly told: readonly Terms[];
  /** Makes the point, or null where it must not be told; the next best is tried then. Returns how long it became. */
  readonly publish: (candidate: Candidate, room: number) => { readonly value: T; readonly length: number } | null;
};

/** Two articles of a story begin with its event, each in its own words: with this much of the other's they tell one event. */
const ONE_EVENT = 0.4;

const beginsAlike = (one: Candidate, other: Candidate): boolean =>
  one.place === 0 &&
  other.place === 0 &&
  one.story === other.story &&
  one.article !== other.article &&
  overlap(one.terms, other.terms) >= ONE_EVENT;

type Entry = { readonly candidate: Candidate; readonly standing: number; value: number };

/**
 * Chooses what adds most to what is chosen, one by one, until the room is full: no two that say the same, none that does not
 * fit, and what cannot be published is passed over. A gain only falls while choosing goes on, so that the heaviest that is up
 * to date is the heaviest of all (lazy greedy, Minoux 1978).
 */
export function choose<T>(
  candidates: readonly Candidate[],
  choosing: Choosing<T>,
): { candidate: Candidate; value: T }[] {
  const { bounds, weights, standing, perStory, publish } = choosing;
  const counts = new Map<string, number>();
  const said: Terms[] = [...choosing.told];
  const chosen: { candidate: Candidate; value: T }[] = [];
  const perStoryCount = new Map<string, number>();
  const isSaid = (candidate: Candidate): boolean =>
    said.some((terms) => saysTheSame(terms, candidate.terms)) ||
    chosen.some((each) => beginsAlike(each.candidate, candidate));
  for (const terms of said) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  let room = bounds.characters;
  const value = (candidate: Candidate, factor: number): number => gain(candidate, weights, counts) * factor;
  const queue: Entry[] = candidates
    .map((candidate) => ({ candidate, standing: standing(candidate) }))
    .map((entry) => ({ ...entry, value: value(entry.candidate, entry.standing) }))
    .sort((a, b) => b.value - a.value);
  while (chosen.length < bounds.points && queue.length > 0) {
    const entry = queue.shift();
    if (entry === undefined) break;
    const { candidate } = entry;
    const used = perStoryCount.get(candidate.story) ?? 0;
    if (used >= perStory || isSaid(candidate)) continue;
    const now = value(candidate, entry.standing);
    if (now < (queue[0]?.value ?? 0)) {
      insert(queue, { ...entry, value: now });
      continue;
    }
    const made = publish(candidate, room);
    if (made === null || made.length > room) continue;
    chosen.push({ candidate, value: made.value });
    said.push(candidate.terms);
    perStoryCount.set(candidate.story, used + 1);
    room -= made.length;
    for (const term of candidate.terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return chosen;
}

/** Puts an entry where its value belongs in a list that falls. */
function insert(queue: Entry[], entry: Entry): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.value ?? 0) > entry.value) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, entry);
}
