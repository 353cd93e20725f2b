import { describe, expect, it } from 'vitest';
import { pointing } from '../../src/reading/pointing.ts';
import { readSentence } from '../../src/reading/read.ts';

const pointed = (text: string): string | null => pointing(readSentence(text).tree)?.text ?? null;

describe('a demonstrative', () => {
  it.each([
    ['Light does not mind: at that distance a pulse takes 40 microseconds.', 'that'],
    ['Racks that stand further apart than that are two halls under the draft.', 'that'],
    ['Ormond Power would need nine permits for a hall of that size, its lawyer said.', 'that'],
    ['The heat that this saves is worth $900 a day in winter.', 'this'],
    ['Most tenants now pay within five cents of those rates.', 'those'],
  ])('points at what another sentence told: %s', (text, word) => {
    expect(pointed(text)).toBe(word);
  });

  it.each([
    'Ormond Power bought a turbine from Tessel, and that turbine will run in March.',
    'Owners of halls that run at night pay less than those who run at noon.',
    'Its price was 9% above that of the older card.',
    'Ormond Power said that prices fell this quarter.',
    'Rates have not been this high since 2019.',
    'Machines that answer run less evenly than machines that learn.',
    '“I would not build in that valley,” said Ada Brunn, an engineer at Ormond Power.',
  ])('has its noun, is no such word or stands in a quote: %s', (text) => {
    expect(pointed(text)).toBeNull();
  });
});
