import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translationReasons } from '../../src/evidence/translation/index.ts';
import { translatedLines } from './translated-lines.ts';

const kinds = (original: string, translation: string, language: string) =>
  translationReasons(original, translation, language).map(({ kind }) => kind);

const LOAN = 'Corvid Data borrowed $1.5 billion, 12.5% more than in 2025.';
const QUOTE = '"We ran out of transformers," said Mara Lindqvist.';

describe('a translation holds', () => {
  it.each([
    ['German notation', LOAN, 'Corvid Data lieh sich 1,5 Mrd. $, 12,5 % mehr als 2025.', 'de'],
    [
      'English notation in German',
      LOAN,
      'Corvid Data lieh sich 1.5 Milliarden Dollar, 12.5 Prozent mehr als 2025.',
      'de-AT',
    ],
    ['French words', LOAN, 'Corvid Data a emprunté 1,5 milliard de dollars, soit 12,5 % de plus qu’en 2025.', 'fr'],
    [
      'Spanish words',
      LOAN,
      'Corvid Data pidió prestados 1,5 mil millones de dólares, un 12,5 % más que en 2025.',
      'es',
    ],
    ['groups of thousands', 'Helio has 38,000 accelerators.', 'Helio hat 38.000 Beschleuniger.', 'de'],
    ['a quote as it was', QUOTE, '„We ran out of transformers“, sagte Mara Lindqvist.', 'de'],
    ['a spelt number in digits', 'Northwind leases two halls.', 'Northwind mietet 2 Hallen.', 'de'],
  ])('in %s', (_, original, translation, language) => expect(kinds(original, translation, language)).toEqual([]));
});

describe('a translation is refused', () => {
  it.each([
    ['with another digit', LOAN, 'Corvid Data lieh sich 1,6 Mrd. $, 12,5 % mehr als 2025.', 'de', 'figure'],
    [
      'with a false friend for a scale',
      LOAN,
      'Corvid Data lieh sich 1,5 Billionen $, 12,5 % mehr als 2025.',
      'de',
      'figure',
    ],
    ['with a figure of its own', 'Helio lost a run.', 'Helio verlor einen Lauf von 19 Tagen.', 'de', 'figure'],
    ['in another currency', LOAN, 'Corvid Data lieh sich 1,5 Mrd. €, 12,5 % mehr als 2025.', 'de', 'unit'],
    ['in another unit', 'The site takes 600 MW.', 'Der Standort braucht 600 GW.', 'de', 'unit'],
    ['with a quote translated', QUOTE, '„Uns gingen die Transformatoren aus“, sagte Mara Lindqvist.', 'de', 'quote'],
    ['without a name', QUOTE, '„We ran out of transformers“, sagte sie.', 'de', 'name'],
    ['with a name of its own', 'Helio lost a run.', 'Helio a perdu face à Skerry Networks.', 'fr', 'name'],
    ['in a language whose figures nobody here reads', LOAN, LOAN, 'fi', 'statement'],
  ])('%s', (_, original, translation, language, kind) =>
    expect(kinds(original, translation, language)).toContain(kind),
  );
});

describe.each([
  ['40 lines of the newsroom in four languages', 'translated-lines.txt', ['de', 'fr', 'es', 'ja']],
  ['30 of other passages in six', 'translated-passages.txt', ['de', 'fr', 'es', 'pt', 'it', 'nl']],
  ['30 later ones in eight', 'translated-later.txt', ['de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh']],
])('of %s', (_, file, languages) => {
  const lines = translatedLines(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const judged = lines.map((line) => ({
    ...line,
    passed: translationReasons(line.original, line.translation, line.language).length === 0,
  }));

  it.each(languages)('%s: true ones pass and false ones do not', (language) => {
    const own = judged.filter((line) => line.language === language);
    const share = (isTrue: boolean): number => {
      const half = own.filter(({ kind }) => (kind === null) === isTrue);
      return half.filter(({ passed }) => passed).length / half.length;
    };
    expect(own.length).toBeGreaterThanOrEqual(20);
    expect(share(true)).toBeGreaterThanOrEqual(0.9);
    expect(share(false)).toBeLessThanOrEqual(0.05);
  });
});
