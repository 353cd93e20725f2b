import { describe, expect, it } from 'vitest';
import { treeOf } from '../../src/reading/network/arborescence.ts';
import { parse } from '../../src/reading/parse.ts';
import { chance, pick } from '../fuzz/mutate.ts';

/** Every choice of governors that is a tree with one root, by its sum. */
function bestByTrying(scores: Float32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(count).fill(-1);
  const isTree = (): boolean =>
    heads.filter((head) => head < 0).length === 1 &&
    heads.every((_, word) => {
      let at = word;
      for (let steps = 0; at >= 0; at = heads[at] ?? -1) if (steps++ > count) return false;
      return true;
    });
  const choose = (word: number, sum: number): void => {
    if (word === count) {
      if (isTree()) best = Math.max(best, sum);
      return;
    }
    for (let head = -1; head < count; head++) {
      if (head === word) continue;
      heads[word] = head;
      choose(word + 1, sum + (scores[word * (count + 1) + head + 1] ?? 0));
    }
  };
  choose(0, 0);
  return best;
}

function scoresOf(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count * (count + 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.round((state / 2 ** 32) * 20);
  });
}

describe('the tree of a sentence', () => {
  it('is a tree with one root, and the best of all under that root where no word is a clear root', () => {
    let reached = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const scores = scoresOf(4, seed);
      // One word is plainly the root, so that choosing it first costs nothing.
      for (let word = 0; word < 4; word++) scores[word * 5] = word === seed % 4 ? 100 : -100;
      const heads = treeOf(scores, 4);
      const sum = heads.reduce((total, head, word) => total + (scores[word * 5 + head + 1] ?? 0), 0);
      if (Math.abs(sum - bestByTrying(scores, 4)) < 1e-3) reached++;
    }
    expect(reached).toBe(60);
  });

  it('is found at once for two hundred words that say nothing', () => {
    for (const scores of [new Float32Array(200 * 201), scoresOf(200, 7)]) {
      const heads = treeOf(scores, 200);
      expect(heads.filter((head) => head < 0)).toHaveLength(1);
    }
  });
});

describe('a sentence that says over and over who says it', () => {
  const OWN = [
    'The line opens in spring, the operator said on Friday. early quarter of 2031, the operator said denied on Friday.',
    'The plant starts with 90 megawatts in the 4, the agency said on Sunday..y said on',
  ];
  const parts = 'the operator said on Friday|the plant opens in 2031|in the third quarter|denied|said|,|.'.split('|');

  it('is a tree still, whatever was mended in it', () => {
    const random = chance(7);
    const made = Array.from({ length: 20 }, () => Array.from({ length: 9 }, () => pick(parts, random)).join(' '));
    for (const sentence of [...OWN, ...made]) {
      const { words } = parse(sentence);
      for (const from of words.keys()) {
        let steps = 0;
        for (let at = from; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1) steps += 1;
        expect(steps, sentence).toBeLessThanOrEqual(words.length);
      }
    }
  });
});
