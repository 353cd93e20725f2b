import { describe, expect, it } from 'vitest';
import { debriefDocument } from '../src/document/debrief.ts';
import { ENGLISH, wordsIn } from '../src/locale/index.ts';
import { choice, debrief } from './samples.ts';

const quiet = debrief('d1', '2026-11-24T07:30:00.000Z', { choice: { ...choice, language: 'de' } });

describe('the catalogue of the interface’s words', () => {
  it('is English where a language has none, or not all of them', () => {
    expect(wordsIn('tlh')).toBe(ENGLISH);
    expect(wordsIn('de').notices).toBe(ENGLISH.notices);
    expect(wordsIn('de-AT').debrief.inShort).toBe('In Kürze');
  });

  it('tells a German channel’s debrief in German, days and counts too', () => {
    const { summary, blocks } = debriefDocument(quiet, 'Europe/Berlin');
    expect(summary).toBe('KI-Infrastruktur · Dienstag 24. November: nichts von Belang');
    expect(JSON.stringify(blocks)).toContain('0 Meldungen · 0 Artikel · 0 Herausgeber · 1 Min.');
  });
});
