import { describe, expect, it } from 'vitest';
import stored from '../../../src/evidence/doubt/model.json' with { type: 'json' };
import { TRAITS } from '../../../src/evidence/doubt/traits.ts';
import { verify } from '../../../src/evidence/verify.ts';
import { weightOf } from '../../../src/learned/trees.ts';
import { boost, type Marks, random } from '../../learned/boost.ts';
import { fingerprint, written } from './lines.ts';

const MARKS: Marks = { rounds: 60, depth: 2, pace: 0.3, leaf: 1, calm: 1, rows: 0.8, traits: 1 };

describe('the last door of the gate', () => {
  it('was learned from the lines that stand here: else run train.ts', () => {
    expect(stored.lines).toBe(fingerprint(written()));
  });

  it('asks for traits that there are, each with a name of its own', () => {
    const names = TRAITS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(stored.traits));
  });

  it('believes no figure, time or name that the source does not have, whatever else speaks for a line', () => {
    const text =
      'Halvorsen Turbin will go from 60 large machines a year to 80 by 2028, its chief executive said, and Maruyama from 36 to 50.';
    for (const claim of [
      'Halvorsen Turbin, its chief executive said, will go from 60 large machines a year to 90 by 2028.',
      'Halvorsen Turbin, its chief executive said, will go from 60 large machines a year to 80 by 2029.',
      'Decatur Turbin, its chief executive said, will go from 60 large machines a year to 80 by 2028.',
    ])
      expect(verify(claim, [{ id: 's', text }]).ok).toBe(false);
  });
});

describe('boosting', () => {
  it('finds what only two traits together tell, and the same each time', () => {
    const next = random(3);
    const rows = Array.from({ length: 400 }, () => {
      const traits = [next(), next(), next()];
      return { traits, is: (traits[0] ?? 0) > 0.4 !== (traits[2] ?? 0) > 0.6, weight: 1 };
    });
    const trees = boost(rows, MARKS, 5);
    const right = rows.filter(({ traits, is }) => weightOf(trees, traits) > 0 === is);
    expect(right.length / rows.length).toBeGreaterThan(0.95);
    expect(boost(rows, MARKS, 5)).toEqual(trees);
  });
});
