import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.ts';

/** Who tells what a sentence says of its own subject, as "verb subject: stance by whom". */
function told(text: string, verb: string) {
  const [sentence] = read(text);
  const clause = sentence?.clauses.find(({ predicate }) => sentence.tree.words[predicate]?.text === verb);
  const word = (n: number | null | undefined) => sentence?.tree.words[n ?? -1]?.text ?? 'nobody';
  return `${word(clause?.subject)}: ${clause?.frames.map(({ by, verb: says }) => `${word(says)} by ${word(by)}`).join(', ')}`;
}

const MAINS = [
  ['The price per chip has come down to around $28,000', 'come', 'price'],
  ['Demand from data centres could reach 945 TWh by 2030', 'reach', 'Demand'],
  ['The vaccine is 94% effective', 'effective', 'vaccine'],
  ['Spot prices for memory will fall 20% next year', 'fall', 'prices'],
  ['Shipments grew 9%, the slowest since 2019', 'grew', 'Shipments'],
] as const;
const TELLINGS = [
  ['Helio said', 'said by Helio'],
  ['the energy agency said', 'said by agency'],
  ['Marlowe Research estimates', 'estimates by Research'],
  ['traders said on Tuesday', 'said by traders'],
  ['Ash of Rook Analytics told the paper', 'told by Ash'],
  ['analysts at Corrigan Bank say', 'say by analysts'],
  ['its chief executive, Ana Reyes, said', 'said by executive'],
  ['said Ines Falk, who runs Calder Cloud', 'said by Ines'],
  ['according to Oakmere Securities', 'according by Securities'],
] as const;

describe('a clause that only tells who says the rest', () => {
  it.each(MAINS.flatMap(([main, verb, subject]) => TELLINGS.map(([tail, by]) => [main, tail, verb, subject, by])))(
    '%s, %s',
    (main, tail, verb = '', subject, by) => {
      expect(told(`${main}, ${tail}.`, verb)).toBe(`${subject}: ${by}`);
    },
  );

  it.each([
    ['The site, Helio said on Tuesday, will draw 900 MW.', 'draw', 'site: said by Helio'],
    ['Inference, the running of models for users, made up half of it.', 'made', 'Inference: '],
    ['One customer, a French maker of AI models, brings in 40% of it.', 'brings', 'customer: '],
    ['Prices, said Ana Reyes of Helio, have fallen 9%.', 'fallen', 'Prices: said by Ana'],
    ['The chip, according to Helio, draws 900 watts.', 'draws', 'chip: according by Helio'],
    ['Gridpoint estimates that 40 sites are late.', 'late', 'sites: estimates by Gridpoint'],
    ['The ministry estimates that the market grew 4%.', 'grew', 'market: estimates by ministry'],
  ])('may stand elsewhere: %s', (text, verb, wanted) => {
    expect(told(text, verb)).toBe(wanted);
  });

  it.each([
    ['In 2026, Helio reported revenue of $5 billion.', 'reported', 'Helio: '],
    ['When costs fell, Helio said margins would rise.', 'rise', 'margins: said by Helio'],
    ['Helio bought the mill, a former paper works, and hired 40 people.', 'bought', 'Helio: '],
  ])('is none where the clause is what is told: %s', (text, verb, wanted) => {
    expect(told(text, verb)).toBe(wanted);
  });
});
