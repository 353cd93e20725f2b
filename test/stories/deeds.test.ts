import { describe, expect, it } from 'vitest';
import { deedsIn } from '../../src/stories/deeds.ts';

describe('what was done', () => {
  it.each([
    ['The court told Maro Cloud to stop clearing land near Lima until it has heard the fishermen.', 'tell'],
    ['Maro Cloud told its staff that the board sold the hall in Tarvik.', 'sell'],
  ])('%s', (sentence, verb) => {
    expect(deedsIn(sentence).flatMap((deed) => [...deed.verb])).toContain(verb);
  });

  it('is not what is only said', () => {
    expect(deedsIn('Maro Cloud told its staff that halls are costly.')).toEqual([]);
    expect(deedsIn('Analysts expect that the link will be late.')).toEqual([]);
    expect(
      deedsIn('The link to Lima will be 18 months late, Tarn Grid said.').flatMap(({ verb }) => [...verb]),
    ).toEqual(['late']);
  });
});
