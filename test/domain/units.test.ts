import { describe, expect, it } from 'vitest';
import { CURRENCIES, MONEY_NAMES, SIGNS } from '../../src/domain/currencies.ts';
import { convert, sameKind } from '../../src/domain/units.ts';

describe('units', () => {
  it.each([
    [2.4, 'gigawatt', 'megawatt', 2400],
    [1, 'terawatt hour', 'gigawatt hour', 1000],
    [1, 'terabyte', 'gigabyte', 1000],
    [8, 'gigabit per second', 'gigabyte per second', 1],
    [66, 'percentage', 'fraction', 0.66],
    [100, 'basis point', 'percentage point', 1],
    [1, 'square kilometre', 'hectare', 100],
    [100, 'degree Celsius', 'degree Fahrenheit', 212],
    [1, 'USD per token', 'USD per million token', 1_000_000],
    [24, 'USD per day', 'USD per hour', 1],
    [60, 'kilometre per hour', 'metre per second', 60 / 3.6],
  ])('%d %s in %s', (value, from, to, result) => {
    expect(convert(value, from, to)).toBeCloseTo(result, 6);
  });

  it('does not convert what is of another kind', () => {
    expect(convert(1, 'USD', 'EUR')).toBeNull();
    expect(convert(1, 'percentage', 'percentage point')).toBeNull();
    expect(convert(1, 'employee', 'site')).toBeNull();
    expect(convert(1, null, 'site')).toBeNull();
  });

  it('tells units of one kind from others', () => {
    expect(sameKind('gigawatt', 'megawatt')).toBe(true);
    expect(sameKind('gigawatt', 'gigawatt hour')).toBe(false);
    expect(sameKind('employee', null)).toBe(false);
  });
});

describe('money', () => {
  it('knows every code by its sign, and each currency by its nation', () => {
    for (const { code } of CURRENCIES) expect(SIGNS.get(code)?.code).toBe(code);
    expect(MONEY_NAMES.get('swiss francs')?.code).toBe('CHF');
    expect(MONEY_NAMES.get('canadian dollar')?.code).toBe('CAD');
    expect(MONEY_NAMES.get('dollars')?.code).toBe('USD');
    expect(SIGNS.get('NT$')?.code).toBe('TWD');
  });

  it('knows the currencies of ISO 4217 that are in use', () => {
    const codes = new Set(CURRENCIES.map(({ code }) => code));
    const withdrawn = new Set(['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'SVC', 'ZWL', 'ZWG', 'XSU', 'XCG']);
    const missing = Intl.supportedValuesOf('currency').filter((code) => !codes.has(code) && !withdrawn.has(code));
    expect(missing).toEqual([]);
  });
});
