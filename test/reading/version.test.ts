import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/hash.ts';
import { READING_VERSION, read } from '../../src/reading/read.ts';

const CORPUS = `Halden Power signed a ten-year lease for 340 megawatts on Tuesday, its chief executive, Ada Brandt, said. The utility has not
approved the second line, and regulators fear that the lake, which cools both halls, is drying out. "We ran out of copper," Brandt told
the Valley Gazette. Corvane, a maker of switches, plans to open two plants by 2031 if the state agrees. There is no evidence that the
outage was caused by the new chips. Was the contract ever read? Prices may fall further; Marlow Research expects a drop of 12%. Two
rivals have agreed to guarantee the loans. The council still has to vote. Sable raised $3 million; and startup Arbor secured $5 million. Marlow
is in talks to sell its plan to build a pier. Spare heat is to warm 6,000 flats. Marlow dropped plans to build it. Sable Corp.'s shares rose.`;

/** Of every version: what it made of the corpus. A reading that changed is another version, since readings are stored with it. */
const MADE: Readonly<Record<number, string>> = {
  24: 'dfa74f662ea1b093',
};

describe('the version of a reading', () => {
  it('changes whenever the same text is read otherwise', () => {
    const made = read(CORPUS).map(({ tree, clauses }) => [
      tree.words.map(({ text, lemma, tag, head, relation }) => [text, lemma, tag, head, relation]),
      // What is read when first asked for is no field of its own.
      clauses.map((clause) => {
        const { negations, mood, frames } = clause;
        const { link, above, marker, ...own } = { ...clause };
        return { ...own, negations, mood, frames, link, above, marker };
      }),
    ]);
    expect({ [READING_VERSION]: sha256(JSON.stringify(made)).slice(0, 16) }).toEqual({
      [READING_VERSION]: MADE[READING_VERSION],
    });
  });
});
