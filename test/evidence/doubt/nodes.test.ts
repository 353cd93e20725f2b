import { describe, expect, it } from 'vitest';
import { changesIn } from '../../../src/evidence/compare/compare.ts';
import { networkOf } from '../../../src/evidence/doubt/network.ts';
import { type Known, nodesOf } from '../../../src/evidence/doubt/nodes.ts';
import { sightOf } from '../../../src/evidence/doubt/sight.ts';
import { prepare } from '../../../src/evidence/verify/prepare.ts';

const SOURCE =
  'Marrow Cloud could lease the Oulu halls from Tarn Estates if the city approves a second line. Its chief executive, Signe Aalto, said on Monday that talks were under way.';

/** What is known of the word of a claim that is called so. */
function knownOf(claim: string, word: string): Known {
  const [change] = changesIn(claim, [prepare({ id: 's', text: SOURCE })], [], [], () => true);
  const sight = sightOf(change ?? expect.fail('the claim has nothing to do with its source'));
  const at = sight.pairing.claim.nodes.findIndex(({ lemma, text }) => lemma === word || text === word);
  return nodesOf(sight)[at] ?? expect.fail(`no "${word}"`);
}

describe('a word of a claim beside the one that it stands for', () => {
  it('is told at its verb that what made it only possible is gone', () => {
    const { names } = knownOf('Marrow Cloud will lease the Oulu halls from Tarn Estates.', 'lease');
    expect(names).toContain('could VB told as will VB');
    expect(names).toContain('was form could VB');
  });

  it('knows the condition that hung on it', () => {
    const { names } = knownOf('Marrow Cloud could lease the Oulu halls from Tarn Estates.', 'lease');
    expect(names.filter((name) => name.startsWith('gone below'))).toContain('gone below approve');
  });

  it('knows what it hangs on, there and here', () => {
    const { names } = knownOf('Tarn Estates could lease the Oulu halls.', 'Tarn Estates');
    expect(names).toContain('role S');
    expect(names.find((name) => name.startsWith('was role'))).toBe('was role at:from');
  });

  it('stands in no source where none has it', () => {
    expect(knownOf('Marrow Cloud could lease the Oulu halls secretly.', 'secretly').names).toContain(
      'in no source: word',
    );
  });
});

describe('the network', () => {
  const doubted = (claim: string): number => {
    const [change] = changesIn(claim, [prepare({ id: 's', text: SOURCE })], [], [], () => true);
    return networkOf(nodesOf(sightOf(change ?? expect.fail('nothing to compare'))));
  };

  it('doubts what was only possible and is told as done more than what was left as it was', () => {
    const kept = doubted(
      'Marrow Cloud could lease the Oulu halls from Tarn Estates if the city approves a second line.',
    );
    expect(doubted('Marrow Cloud has leased the Oulu halls from Tarn Estates.')).toBeGreaterThan(kept);
    expect(doubted('Tarn Estates could lease the Oulu halls from Marrow Cloud.')).toBeGreaterThan(kept);
  });

  it('makes nothing of a name that it never met', () => {
    const word: Known = { names: ['kind word', 'tag NN'], above: -1 };
    expect(networkOf([{ ...word, names: [...word.names, 'a name of nothing'] }])).toBe(networkOf([word]));
  });
});
