import { describe, expect, it } from 'vitest';
import { webAddress, within } from '../src/typography/address.ts';
import { graphemesOf, portions, shortened } from '../src/typography/graphemes.ts';
import { harmless, oneLine } from '../src/typography/harmless.ts';
import { instantInWords } from '../src/typography/instant.ts';
import { widthOf, wrapped, wrappedHard } from '../src/typography/width.ts';

const FAMILY = '👩‍👩‍👧';
const FLAG = '🇩🇪';

describe('text as every platform shows it', () => {
  it('loses what acts unseen, and keeps what letters and emoji need', () => {
    expect(harmless('a\u0007b\u001b[2Jc\u202edcba\u2066x\u00adz\ud800')).toBe('ab[2Jcdcbaxz\ufffd');
    expect(harmless(`${FAMILY} می\u200cخواهم\n2`)).toBe(`${FAMILY} می\u200cخواهم\n2`);
    expect(oneLine('a\tb\n\nc ')).toBe('a b c ');
  });

  it('is cut after a word, and never within what people see as one character', () => {
    expect(shortened('two gigawatts of power', 16)).toBe('two gigawatts…');
    for (let length = 2; length < 40; length += 1) {
      const cut = shortened(`${FAMILY}${FLAG}e\u0301`.repeat(6), length);
      expect(cut.length).toBeLessThanOrEqual(length);
      const whole = new Set([...graphemesOf(`${FAMILY}${FLAG}e\u0301…`)]);
      expect([...graphemesOf(cut)].filter((grapheme) => !whole.has(grapheme))).toEqual([]);
    }
  });

  it('is parted without losing a letter', () => {
    const text = `${'word '.repeat(30)}${FAMILY.repeat(20)}${'x'.repeat(90)}`;
    for (const length of [8, 20, 33]) {
      const pieces = portions(text, length);
      expect(pieces.join('')).toBe(text);
      expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(length);
    }
    expect(portions(`a${'\u0301'.repeat(50)}`, 10).join('')).toHaveLength(51);
  });

  it('takes as many columns as a terminal gives it', () => {
    expect(['2.4 GW', '日本', FAMILY, FLAG, 'e\u0301', '☁', '—'].map(widthOf)).toEqual([6, 4, 2, 2, 1, 1, 1]);
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrappedHard('Ladestationsbetreiber', 8)).toEqual(['Ladestat', 'ionsbetr', 'eiber']);
    expect(wrapped('', 7)).toEqual([]);
  });

  it('has addresses of the web alone, and shortens one by its fragment', () => {
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(webAddress('HTTPS://Example.com')).toBe('https://example.com/');
    expect(within('https://example.com/a#:~:text=long', 21)).toBe('https://example.com/a');
    expect(within('https://example.com/a', 5)).toBeNull();
  });

  it('tells an instant in a zone, and leaves what is none as it is', () => {
    const time = { kind: 'time', zone: 'Europe/Berlin', style: 'datetime' } as const;
    expect(instantInWords({ ...time, at: '2026-11-24T07:30:00Z' })).toBe('Tue 24 Nov 08:30');
    expect(instantInWords({ ...time, at: 'soon' })).toBe('soon');
  });
});
