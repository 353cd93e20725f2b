import { describe, expect, it } from 'vitest';
import { plainSentence, shorterForms } from '../../src/write/shorten.ts';

describe('a sentence in print', () => {
  it.each([
    ['COLUMBUS, Ohio, Nov 24 (Meridian Wire) - Northwind leased 2.4 GW.', 'Northwind leased 2.4 GW.'],
    ['WASHINGTON ― Bexley & Roe cut its forecast.', 'Bexley & Roe cut its forecast.'],
    ['LONDON — Bexley & Roe cut its forecast.', 'Bexley & Roe cut its forecast.'],
    ['Skerry Networks (NYSE: SKRY) raised its forecast.', 'Skerry Networks raised its forecast.'],
    ['The site (see below) opens in May.', 'The site opens in May.'],
    ['Spending rose (by 18%) in 2027.', 'Spending rose (by 18%) in 2027.'],
    ['Northwind – the cloud company – leased 2.4 GW.', 'Northwind – the cloud company – leased 2.4 GW.'],
  ])('%s', (given, printed) => expect(plainSentence(given)).toBe(printed));
});

describe('a long sentence', () => {
  it('loses whole clauses that only add', () => {
    const text =
      'Northwind Cloud, which runs 40 data centres on four continents, will lease 2.4 gigawatts in Ohio through 2036.';
    expect(shorterForms(text)).toEqual(['Northwind Cloud will lease 2.4 gigawatts in Ohio through 2036.']);
  });

  it('keeps conditions, doubts and sources', () => {
    for (const text of [
      'Northwind will lease 2.4 gigawatts in Ohio, which may be delayed until the line is ready in 2029.',
      'Helio will spend $38 billion, which according to its auditors includes two leases.',
      'Corvid opens three halls in May, unless the council votes against the plan on Monday.',
    ]) {
      expect(shorterForms(text)).toEqual([]);
    }
  });

  it('keeps the comma before somebody else: what was left out stood between the two', () => {
    expect(
      shorterForms('Corvid cools its Zaragoza halls with waste water, which saves the river much, the company said.'),
    ).toEqual(['Corvid cools its Zaragoza halls with waste water, the company said.']);
  });

  it('keeps its main clause', () => {
    expect(
      shorterForms('Engineers, who had waited for the switch all through the long and rainy night, slept.'),
    ).toEqual([]);
  });
});
