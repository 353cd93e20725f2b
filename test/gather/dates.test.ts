import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDate, parseDate } from '../../src/gather/dates.ts';

describe('dates as feeds and pages write them', () => {
  it.each([
    ['Tue, 24 Nov 2026 08:30:00 GMT', '2026-11-24T08:30:00.000Z'],
    ['Tue, 24 Nov 2026 08:30:00 +0530', '2026-11-24T03:00:00.000Z'],
    ['24 Nov 26 08:30 EST', '2026-11-24T13:30:00.000Z'],
    ['Someday, 24 November 2026 08:30:00 PDT', '2026-11-24T15:30:00.000Z'],
    ['Tue Nov 24 08:30:00 UTC 2026', '2026-11-24T08:30:00.000Z'],
    ['2026-11-24T08:30:00Z', '2026-11-24T08:30:00.000Z'],
    ['2026-11-24T08:30:00.123+02:00', '2026-11-24T06:30:00.123Z'],
    ['2026-11-24 08:30', '2026-11-24T08:30:00.000Z'],
    ['2026-11-24', '2026-11-24T00:00:00.000Z'],
    ['20261124', '2026-11-24T00:00:00.000Z'],
    ['2026/11/24', '2026-11-24T00:00:00.000Z'],
    ['24.11.2026', '2026-11-24T00:00:00.000Z'],
    ['11/24/2026', '2026-11-24T00:00:00.000Z'],
    ['24/11/2026', '2026-11-24T00:00:00.000Z'],
    ['Nov 24, 2026 8:30 pm', '2026-11-24T20:30:00.000Z'],
    ['24. März 2026', '2026-03-24T00:00:00.000Z'],
    ['24 de marzo de 2026', '2026-03-24T00:00:00.000Z'],
    ['2026年11月24日', '2026-11-24T00:00:00.000Z'],
    ['1795509000', '2026-11-24T08:30:00.000Z'],
    ['24 novembre 2026 à 9h30', '2026-11-24T09:30:00.000Z'],
    ['24/11/2026 21 h', '2026-11-24T21:00:00.000Z'],
    ['24 novembre 2026, alle ore 9.30', '2026-11-24T09:30:00.000Z'],
    ['24. marraskuuta 2026 klo 9.30', '2026-11-24T09:30:00.000Z'],
    ['24 listopada 2026, godz. 9:30', '2026-11-24T09:30:00.000Z'],
    ['24 ноября 2026 г. в 09:30', '2026-11-24T09:30:00.000Z'],
    ['24. studenoga 2026. u 09:30', '2026-11-24T09:30:00.000Z'],
    ['24 noiembrie 2026, ora 09:30', '2026-11-24T09:30:00.000Z'],
    ['Tue,24 Nov 2026 08:30:00 GMT', '2026-11-24T08:30:00.000Z'],
    ['24/Nov/2026 08:30', '2026-11-24T08:30:00.000Z'],
    ['2026-11-24t08:30:00z', '2026-11-24T08:30:00.000Z'],
    ['2026-11-24 8:30 PM', '2026-11-24T20:30:00.000Z'],
    ['2026-11-24T08:30:00−05:00', '2026-11-24T13:30:00.000Z'],
    ['2026. 11. 24. 오후 8:30', '2026-11-24T20:30:00.000Z'],
    ['２０２６年１１月２４日 ０９：３０', '2026-11-24T09:30:00.000Z'],
  ])('%s', (given, expected) => {
    expect(parseDate(given)).toBe(expected);
  });

  it.each(['', 'soon', '31 Feb 2026', '2026-13-01', '24 Nob 2026', '99:99', '1 Jan 1066'])('%j is none', (given) => {
    expect(parseDate(given)).toBeNull();
  });

  it('reads every instant back that it is given in ISO 8601 or RFC 822', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseDate(date.toISOString())).toBe(date.toISOString());
          expect(Date.parse(parseDate(date.toUTCString()) ?? '')).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });

  it('finds a date among other words, and takes no lone year or number for one', () => {
    expect(findDate('Posted by Ada Example on November 24, 2026 in Power')).toBe('2026-11-24T00:00:00.000Z');
    expect(findDate('Von Ada Example, 24.11.2026, 8:30 Uhr')).toBe('2026-11-24T08:30:00.000Z');
    expect(findDate('In 2026 some 24 plants closed')).toBeNull();
  });
});
