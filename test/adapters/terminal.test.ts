import { describe, expect, it } from 'vitest';
import { render } from '../../adapters/terminal/render.ts';
import { ANSI, PLAIN } from '../../adapters/terminal/style.ts';
import type { Block, Document } from '../../src/model.ts';
import { widthOf, wrapped } from '../../src/typography/width.ts';

const documentOf = (...blocks: Block[]): Document => ({ summary: '', blocks, thread: [] });
const plain = (width: number, ...blocks: Block[]): string => render(documentOf(...blocks), { style: PLAIN, width });

describe('a document on a terminal', () => {
  it('breaks lines at words, and lets an over-long word stand by itself', () => {
    expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrapped('a https://example.com/very/long b', 10)).toEqual(['a', 'https://example.com/very/long', 'b']);
  });

  it('counts a wide letter as two columns and a styled one as itself', () => {
    expect(widthOf('日本')).toBe(4);
    expect(widthOf(ANSI.link(ANSI.strong('abc'), 'https://a.example'))).toBe(3);
  });

  it('sets the numbers of a table to the right and keeps every column within the width', () => {
    const rows = [
      [
        [{ kind: 'text', text: '2.4 GW' } as const],
        [
          {
            kind: 'text',
            text: 'power that a campus in the north of the state will draw once it is finished',
          } as const,
        ],
      ],
      [[{ kind: 'text', text: '$38 billion' } as const], [{ kind: 'text', text: 'a contract' } as const]],
    ];
    const text = plain(50, {
      kind: 'table',
      columns: [
        { title: '', align: 'right' },
        { title: '', align: 'left' },
      ],
      rows,
    });
    expect(text.split('\n')[0]).toMatch(/^ {7}2\.4 GW {2}power/);
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(50);
  });

  it('keeps the title of a column on one line where there is room', () => {
    const cell = (text: string) => [{ kind: 'text', text } as const];
    const columns = ['Figure', 'Who says so'].map((title) => ({ title, align: 'left' as const }));
    const lines = plain(60, { kind: 'table', columns, rows: [[cell('2.4 GW'), cell('Osk')]] }).split('\n');
    expect(lines[0]).toContain('Who says so');
  });

  it('breaks a long figure before its words, and gives the words what room is left', () => {
    const cell = (text: string) => [{ kind: 'text', text } as const];
    const text = plain(60, {
      kind: 'table',
      columns: [
        { title: 'Figure', align: 'right' },
        { title: 'What', align: 'left' },
        { title: 'Who says so', align: 'left' },
      ],
      rows: [
        [
          cell('more than 50,000 accelerators'),
          cell('Exporters would need a licence to ship clusters'),
          cell('Grid Weekly'),
        ],
        [cell('$3 billion'), cell('revenue'), cell('Brack')],
      ],
    });
    expect(text).toBe(
      [
        '            Figure  What                         Who says so',
        '  more than 50,000  Exporters would need a       Grid Weekly',
        '      accelerators  licence to ship clusters',
        '        $3 billion  revenue                      Brack',
        '',
      ].join('\n'),
    );
  });

  it('lets nothing through that a terminal would obey', () => {
    const hostile = 'a\u001b]0;owned\u0007b\u001b[2Jc\u202egnp';
    const text = plain(80, { kind: 'paragraph', content: [{ kind: 'text', text: hostile }] });
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it('draws a series as bars above its words', () => {
    const point = (at: string, low: number) => ({ at, low, high: low, label: '', forecast: false });
    const text = plain(80, {
      kind: 'chart',
      series: {
        title: 'H200 per hour',
        alt: 'It fell.',
        unit: 'USD',
        points: [point('2026-01', 2), point('2026-02', 1)],
      },
    });
    expect(text).toContain('█ ▁');
    expect(text).toContain('It fell.');
  });
});
