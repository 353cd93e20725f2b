import { describe, expect, it } from 'vitest';
import { relevanceOf } from '../../src/domain/relevance.ts';

describe('what AI infrastructure is made of is of the field', () => {
  it.each([
    [
      'Corrow Systems’ backlog of AI servers passes $11 billion',
      'The server maker Corrow Systems has orders for AI servers worth $11.2 billion that it has yet to ship, it said with its results on Tuesday.',
    ],
    [
      'Haldane Electric books record switchgear orders',
      'Haldane Electric took orders for switchgear and transformers of 2.1 billion euros in the quarter, half of them from operators of data centres.',
    ],
    [
      'Transformer orders stretch to four years at Brask Power',
      'Whoever orders a large transformer at Brask Power now waits until 2030, the company said, as utilities and data centres compete for them.',
    ],
    [
      'Lumivar doubles output of optical transceivers',
      'Lumivar, a maker of optical parts, will make 400,000 pluggable transceivers of 1.6 terabits a quarter from June, twice as many as now.',
    ],
    [
      'New subsea cable to carry AI traffic between Lagos and Porto',
      'Three cloud companies have ordered a submarine cable of 7,100 kilometres with 20 fibre pairs between Lagos and Porto.',
    ],
    [
      'Capacity auction clears at its cap for a third year',
      'The capacity auction of the grid operator Midland cleared at $333 a megawatt-day, the highest price that its rules allow.',
    ],
    [
      'County board refuses water permit for server campus',
      'The water board of Tamsin County refused a permit under which Veldt Data would have taken groundwater for the cooling towers of its data campus.',
    ],
    [
      'Frostline to build third plant for coolant distribution units',
      'The cooling maker Frostline will build a plant for coolant distribution units in Brno, as racks for AI accelerators come with liquid cooling.',
    ],
    [
      'Insurers form pool for data centre risks',
      'Four insurers have formed a pool that covers data centres of up to $5 billion in a single policy, they said.',
    ],
    [
      'Banks lend Corrow Cloud $900 million against accelerators',
      'Six lenders led by Bank of Tamsin lend Corrow Cloud $900 million, secured on the accelerators in its data center in Ohio.',
    ],
    // Plurals of every kind, units by their symbols, and companies that nobody here knows by name.
    [
      'Brask to join Lima and Tarvik',
      'Three cloud companies have taken strands of the new line, which joins their campuses.',
    ],
    ['Results of the planning auction', 'The auction procured capacity at $133.10/MW-day in all zones.'],
    ['Ohio is offline', 'The region of Ostrel Cloud lost its power on Tuesday, and a hospital lost its records.'],
  ])('%s', (title, text) => {
    expect(relevanceOf(title, text).topics).not.toEqual([]);
  });

  it.each([
    [
      'Power cut leaves village without heat pumps for a night',
      'Families in the village spent the night without power after a transformer failed, the utility said. Their homes were warm again by noon.',
    ],
    [
      'The best phones with a fast chip for gaming',
      'We tried eight smartphones with the newest chip and 16 gigabytes of memory on three games. The tablet came last.',
    ],
    [
      'Council turns down permit for beach restaurant',
      'The council refused a permit for a restaurant at the beach, as the car park has no room for its guests.',
    ],
    [
      'Cloud of bats delays football match',
      'A cloud of bats over the stadium held up the match of the two teams for ten minutes, to the joy of the players.',
    ],
  ])('and not: %s', (title, text) => {
    expect(relevanceOf(title, text).topics).toEqual([]);
  });
});
