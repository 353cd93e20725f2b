import type { Likeness } from './events.ts';
import type { Beside, Sight } from './sight.ts';

/** What says no less than this of another says as much. */
const AS_MUCH = 0.1;

/** And what says no less than this may be what it came to. */
const AS_NEARLY = 0.3;

/** The highest of numbers and the highest of the others, for each. */
function aheadOf(numbers: readonly number[]): number[] {
  const [first = 0, second = 0] = numbers.toSorted((a, b) => b - a);
  return numbers.map((one) => one - (one === first ? second : first));
}

/** Of passages, each seen once, what each is beside the others. */
export function besides(sights: readonly Sight[], likeness: Likeness): Beside[] {
  const [kin, topic, reach, score] = [
    sights.map((sight) => sight.kin),
    sights.map((sight) => sight.topic.here + sight.names.here),
    sights.map((sight) => sight.reach.fit),
    sights.map((sight) => sight.score),
  ].map(aheadOf);
  /** Of the sentences of another time that may answer as well as one, how much the article of the likest tells of its event. */
  const toldAgain = (sight: Sight, isThen: (other: Sight) => boolean): number =>
    Math.max(
      0,
      ...sights
        .filter((other) => other.wanted && other.reach.fit >= sight.reach.fit - AS_NEARLY && isThen(other))
        .map((other) => likeness(sight.article, other.article)),
    );
  return sights.map((sight, n) => ({
    later: toldAgain(sight, ({ months }) => months < sight.months),
    earlier: toldAgain(sight, ({ months }) => months > sight.months),
    kin: kin?.[n] ?? 0,
    topic: topic?.[n] ?? 0,
    reach: reach?.[n] ?? 0,
    score: score?.[n] ?? 0,
    common:
      sight.turns === null
        ? 0.5
        : sights.filter(({ turns }) => (turns ?? 0) >= (sight.turns ?? 0)).length / sights.length,
    rivals: sights.filter((other) => other !== sight && other.wanted && other.article === sight.article).length,
    newer: Math.max(
      0,
      ...sights
        .filter(({ reach: other, wanted }) => wanted && other.fit >= sight.reach.fit - AS_MUCH)
        .map(({ months }) => sight.months - months),
    ),
  }));
}
