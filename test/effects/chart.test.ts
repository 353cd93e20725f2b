import { describe, expect, it } from 'vitest';
import { createChart } from '../../src/effects/chart/index.ts';
import type { Series } from '../../src/model.ts';

const chart = createChart();

function series(count: number, labels = (value: number) => `$${value.toFixed(2)}`): Series {
  const points = Array.from({ length: count }, (_, index) => {
    const value = 3 - index * 0.1;
    const at = new Date(Date.UTC(2024, index * 2, 1)).toISOString().slice(0, 10);
    return {
      at,
      low: value,
      high: value + (index === 2 ? 0.3 : 0),
      label: labels(value),
      forecast: index === count - 1,
    };
  });
  return { title: 'H200 rental price', alt: 'It fell.', unit: 'USD per hour', points };
}

/** Where each text of a drawing stands, by the widths that the drawing itself reckons with (0.58 em a letter). */
function boxes(svg: string): { text: string; left: number; right: number; y: number; size: number }[] {
  const texts = svg.matchAll(
    /<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)" font-size="([\d.]+)"[^>]*>([^<]*)</g,
  );
  return Array.from(texts, ([, x, y, anchor, size, text = '']) => {
    const width = [...text].length * 0.58 * Number(size);
    const left = Number(x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    return { text, left, right: left + width, y: Number(y), size: Number(size) };
  });
}

describe('a chart', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 800]) {
      for (const count of [2, 5, 12, 20]) {
        it(`cuts nothing and lets no text overlap: ${count} points, ${theme}, ${width} pixels`, () => {
          const all = boxes(
            chart.svg(
              series(count, (value) => `more than $${value.toFixed(2)} an hour`),
              { theme, width },
            ),
          );
          expect(all.length).toBeGreaterThan(5);
          for (const box of all) {
            expect(box.left, box.text).toBeGreaterThanOrEqual(0);
            expect(box.right, box.text).toBeLessThanOrEqual(width);
          }
          const clashes = all.filter((a, i) =>
            all.some(
              (b, j) =>
                j > i && a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.8,
            ),
          );
          expect(clashes).toEqual([]);
        });
      }
    }
  }

  it('says in words what it shows, and takes no markup from a title', () => {
    const svg = chart.svg(
      { ...series(3), title: '<script>alert(1)</script> & more', alt: 'It "fell".' },
      { theme: 'light', width: 360 },
    );
    expect(svg).toContain('aria-label="It &quot;fell&quot;."');
    expect(svg).not.toContain('<script>');
  });

  it('becomes a picture of twice the width with text in it', async () => {
    const png = Buffer.from(await chart.png(series(6), { theme: 'dark', width: 360 }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(720);
    const bare = Buffer.from(await chart.png({ ...series(6), title: '', unit: null }, { theme: 'dark', width: 360 }));
    expect(png.length).toBeGreaterThan(bare.length + 500);
  });

  it('says what the dashes are, where the points come from, and writes quarters as quarters and shares with their sign', () => {
    const points = ['2026-07-01', '2026-10-01'].map((at, index) => ({
      at,
      low: 12 + index,
      high: 14 + index * 3,
      label: '12% to 14%',
      forecast: index === 1,
    }));
    const told = { grain: 'quarter', note: 'Grid Weekly · as of 24 Nov 2026', foretold: 'forecast' } as const;
    const all = boxes(
      chart.svg(
        { title: 'Idle machines', alt: 'It rose.', unit: 'percentage', points, ...told },
        { theme: 'light', width: 360 },
      ),
    );
    const texts = all.map(({ text }) => text);
    for (const text of ['forecast', 'Grid Weekly · as of 24 Nov 2026', 'Q3 2026', 'Q4 2026'])
      expect(texts).toContain(text);
    expect(texts.filter((text) => /^\d+%$/.test(text)).length).toBeGreaterThan(2);
    expect(texts).not.toContain('percentage');
  });

  it('lets no label stand on a range’s bar', () => {
    const svg = chart.svg(series(5), { theme: 'light', width: 800 });
    const bar = /<line x1="([\d.]+)" x2="\1" y1="([\d.]+)" y2="([\d.]+)"[^>]*stroke-width="6"/.exec(svg) ?? [];
    const [x, low, high] = bar.slice(1).map(Number);
    const through = boxes(svg).filter(
      ({ left, right, y, size }) =>
        left < (x ?? 0) && right > (x ?? 0) && y > (high ?? 0) && y - size * 0.7 < (low ?? 0) && size > 12,
    );
    expect(x).toBeGreaterThan(0);
    expect(through).toEqual([]);
  });
});
