import { expect, it } from 'vitest';
import { inFull } from '../../src/domain/in-full.ts';

it.each([
  ['$410', 410e6, 'USD', '$410 million'],
  ['410.2', 410.2e6, 'EUR', '€410.2 million'],
  ['(212)', -212e6, 'USD', '−$212 million'],
  ['(12.1)', 12.1e6, 'GBP', '£12.1 million'],
  ['$(0.02)', -0.02, 'USD per share', '−$0.02'],
  ['(12.5)%', -12.5, 'percentage', '−12.5%'],
  ['1,400', 1.4e6, 'CHF', 'CHF 1,400 thousand'],
  ['1.234,5', 1234.5e6, 'EUR', '€1.234,5 million'],
  ['120', 120, 'megawatt', '120 megawatts'],
  ['48', 48, 'percentage', '48%'],
  // What says all itself stays as it is.
  ['1,210', 1210, null, '1,210'],
  ['$410 million', 410e6, 'USD', '$410 million'],
  ['600 megawatts', 600, 'megawatt', '600 megawatts'],
  ['9', 9, 'hall', '9'],
  ['a third', 1 / 3, 'fraction', 'a third'],
])('%s of %s %s is shown as %s…', (text, value, unit, shown) => {
  expect(inFull(text, value, unit)).toBe(shown);
});
