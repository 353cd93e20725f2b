import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render, renderBare, renderLean, renderUnpaged, renderView } from '../../../adapters/slack/render.ts';
import type { Block, Document, Inline } from '../../../src/model.ts';
import { anyDebrief } from '../debriefs.ts';
import { mentionsIn, messageFaults, viewFaults } from './rules.ts';
import { wordsOf } from './shown.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('a debrief in Slack', () => {
  it('is under every limit, in every form, whatever it holds', () => {
    fc.assert(
      fc.property(anyDebrief, (document) => {
        for (const form of [render, renderUnpaged, renderLean, renderBare]) {
          const { text: top, blocks } = form(document);
          expect(messageFaults(top, blocks)).toEqual([]);
        }
        expect(viewFaults({ type: 'home', blocks: renderView(document) })).toEqual([]);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it('mentions nobody, and links only where our own links go', () => {
    fc.assert(
      fc.property(anyDebrief, (document) => {
        const { text: top, blocks } = render(document);
        expect(mentionsIn(top, blocks)).toEqual([]);
        expect(mentionsIn(renderBare(document).text, [])).toEqual([]);
        expect(JSON.stringify(blocks)).not.toMatch(/"url":"(?!https:\/\/news\.example\/)/);
      }),
      { numRuns: 25, seed: 8 },
    );
  });

  it('keeps its buttons, and tells how many stories are not shown', () => {
    fc.assert(
      fc.property(anyDebrief, (document) => {
        const { blocks } = render(document);
        const shown = wordsOf(blocks);
        expect(blocks.at(-1)?.type).toBe('actions');
        const stories = document.thread.length;
        const kept = JSON.stringify(blocks).match(/https:\/\/news\.example\/story/g)?.length ?? 0;
        if (kept < stories) expect(shown).toMatch(/\d+ more (?:stor(?:y|ies)|entr(?:y|ies)) in the thread/);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  const many = (count: number): Document => ({
    summary: 'A long day',
    blocks: [
      { kind: 'heading', level: 1, text: 'AI infrastructure · Tuesday 24 November' },
      ...Array.from({ length: count }, (_, index): Block[] => [
        {
          kind: 'heading',
          level: 3,
          text: `${index + 1}  Story number ${index + 1}`,
          href: `https://news.example/${index}`,
        },
        { kind: 'context', content: [text('2 publishers · new')] },
        {
          kind: 'paragraph',
          content: [text(`${'It was told at length. '.repeat(12)}This is the end of story ${index + 1}.`)],
        },
      ]).flat(),
      { kind: 'actions', actions: [{ kind: 'press', id: 'more:d1', label: 'More' }] },
    ],
    thread: [],
  });
  const inThread = (count: number): Document['thread'] =>
    Array.from({ length: count }, (_, index) => ({
      key: `s${index}`,
      document: { summary: 's', blocks: [], thread: [] },
    }));

  it('drops whole stories from the bottom, never a word', () => {
    const shown = wordsOf(render(many(60)).blocks);
    const whole = [...shown.matchAll(/This is the end of story (\d+)\./g)].map(([, n]) => Number(n));
    expect(whole).toEqual(whole.map((_, index) => index + 1));
    expect(shown.match(/Story number/g)).toHaveLength(whole.length);
    expect(whole.length).toBeGreaterThan(12);
    expect(shown).toContain(`${60 - whole.length} more stories`);
    expect(shown.match(/2 publishers · new/g)).toHaveLength(whole.length);
  });

  it('is the front of its thread: headlines with who reports them, one quote, and nothing that the thread says', () => {
    const said = (words: string): Block => ({ kind: 'quote', text: words, by: [text('Mara Lindqvist')] });
    const [head, ...rest] = many(8).blocks;
    const inBrief: readonly Block[] = [
      { kind: 'heading', level: 2, text: 'In brief' },
      { kind: 'list', ordered: false, items: [[text('9  A line')], [text('10  Another')]] },
    ];
    const top: readonly Block[] = [said('One'), said('Two'), { kind: 'divider' }];
    const day: Document = {
      ...many(8),
      blocks: [...(head === undefined ? [] : [head]), ...top, ...rest.slice(0, -1), ...inBrief, ...rest.slice(-1)],
      thread: [...inThread(10), { key: 'in-brief', document: { summary: 'In brief', blocks: inBrief, thread: [] } }],
    };
    const { blocks } = render(day);
    const shown = wordsOf(blocks);
    expect(shown.match(/Story number \d+ · 2 publishers · new/g)).toHaveLength(8);
    expect(shown).toContain('4 more stories in the thread');
    expect(shown).toContain('“One”');
    expect(shown).not.toMatch(/told at length|“Two”|In brief|A line/);
    expect(blocks.length).toBeLessThanOrEqual(18);
    expect(renderBare(day).text).not.toContain('told at length');
  });

  it('has the receipts of figures where a phone shows them, and no gap before a comma', () => {
    const receipt = { kind: 'receipt', n: 1, href: 'https://news.example/a' } as const;
    const columns = ['Figure', 'What', 'When', 'Who', 'Receipt'].map((title) => ({ title, align: 'left' as const }));
    const row = [
      [text('2.4 GW')],
      [text('power')],
      [text('2036')],
      [text('Northwind')],
      [text('4 publishers '), receipt],
    ];
    const { text: top, blocks } = render({
      summary: 'Figures',
      blocks: [
        { kind: 'table', columns, rows: [row] },
        {
          kind: 'context',
          content: [text('*Sources* differ: a_b_c $2 '), receipt, text(', :100: <!here> $3 '), receipt],
        },
      ],
      thread: [],
    });
    expect(messageFaults(top, blocks)).toEqual([]);
    expect(mentionsIn(top, blocks)).toEqual([]);
    expect(wordsOf(blocks)).toMatch(/2\.4 GW\n+power · 2036 · Northwind \[1\]/);
    expect(blocks[0]).toMatchObject({ column_settings: { length: 2 } });
    const small = blocks.find(({ type }) => type === 'context');
    expect(small).toMatchObject({
      elements: [
        {
          type: 'mrkdwn',
          verbatim: true,
          text: expect.stringContaining('$2 <https://news.example/a|[1]>, \u2060:\u2060100: &lt;\u2060!here&gt; $3 '),
        },
      ],
    });
    expect(JSON.stringify(small)).not.toMatch(/(?:^|[^\u2060])[*_]/);
  });

  it('lets people leaf through a long table and sort it, and shows it as a table where Slack has no such thing yet', () => {
    const figure = (index: number): readonly (readonly Inline[])[] => [
      [text(`${index} GW`)],
      [text(`campus ${index}`)],
      [text(index === 0 ? '' : '2026')],
      [text('Northwind')],
      [text('2 publishers '), { kind: 'receipt', n: index, href: 'https://news.example/a' }],
    ];
    const columns = ['Figure', 'What', 'When', 'Who', 'Receipt'].map((title, index) => ({
      title,
      align: index === 0 ? ('right' as const) : ('left' as const),
    }));
    const document: Document = {
      summary: 'Figures',
      blocks: [
        { kind: 'heading', level: 2, text: 'Figures on <!channel> power' },
        { kind: 'table', columns, rows: Array.from({ length: 24 }, (_, index) => figure(index)) },
      ],
      thread: [],
    };
    const { text: top, blocks } = render(document);
    expect(messageFaults(top, blocks)).toEqual([]);
    const [, table] = blocks;
    expect(table).toMatchObject({
      type: 'data_table',
      caption: 'Figures on <\u2060!channel> power',
      page_size: 10,
      row_header_column_index: 1,
      rows: { length: 25 },
    });
    expect(wordsOf(table)).toMatch(/7 GW\n+campus 7 \[7\]\n+2026\n+Northwind/);
    const plain = renderUnpaged(document);
    expect(messageFaults(plain.text, plain.blocks)).toEqual([]);
    expect(plain.blocks[1]).toMatchObject({ type: 'table', rows: { length: 25 } });
    expect(viewFaults({ type: 'home', blocks: renderView(document) })).toEqual([]);
  });

  it('keeps a table to its rows, and says how many more there are', () => {
    const columns = ['Figure', 'What'].map((title) => ({ title, align: 'left' as const }));
    const rows = Array.from({ length: 130 }, (_, index) => [[text(`${index} GW`)], [text('power')]]);
    const { text: top, blocks } = render({ summary: 'Rows', blocks: [{ kind: 'table', columns, rows }], thread: [] });
    expect(messageFaults(top, blocks)).toEqual([]);
    expect(wordsOf(blocks)).toContain('31 more entries');
  });

  it('says nothing of more where all is shown', () => {
    expect(wordsOf(render(many(3)).blocks)).not.toContain('more stories');
  });

  it('shows a value, its words and its receipts as Slack reads them best', () => {
    const { text: top, blocks } = render({
      summary: 'A <b>day</b> & more',
      blocks: [
        { kind: 'heading', level: 2, text: 'Key figures' },
        {
          kind: 'table',
          columns: [
            { title: 'Figure', align: 'right' },
            { title: 'When', align: 'left' },
            { title: 'What', align: 'left' },
          ],
          rows: [
            [[text('2.4 GW')], [], [text('power '), { kind: 'receipt', n: 1, href: 'https://news.example/a' }]],
            [[text('< $1.90')], [], []],
          ],
        },
      ],
      thread: [],
    });
    expect(top).toBe('A &lt;b&gt;day&lt;/b&gt; &amp; more');
    const receipts = { type: 'link', url: 'https://news.example/a', text: '[1]' };
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Key figures', style: { bold: true } }] },
        ],
      },
      {
        type: 'table',
        column_settings: [
          { align: 'right', is_wrapped: false },
          { align: 'left', is_wrapped: false },
        ],
        rows: [
          [
            { type: 'raw_text', text: 'Figure' },
            { type: 'raw_text', text: 'What' },
          ],
          [
            {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '2.4 GW' }] }],
            },
            {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'power ' }, receipts] }],
            },
          ],
          [
            {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '< $1.90' }] }],
            },
            { type: 'raw_text', text: '–' },
          ],
        ],
      },
    ]);
  });

  it('draws a trend as Slack’s own chart, and as words where that is refused', () => {
    const document: Document = {
      summary: 'H200 rental',
      blocks: [
        {
          kind: 'chart',
          series: {
            title: 'H200 rental per GPU-hour, as data providers count it from month to month',
            alt: 'From $2.72 in May to $1.88 in November.',
            unit: 'USD per hour',
            points: [
              { at: '2026-05-02', low: 2.72, high: 2.72, label: '$2.72', forecast: false },
              { at: '2026-11-20', low: 1.86, high: 1.9, label: '$1.88', forecast: false },
            ],
          },
        },
      ],
      thread: [],
    };
    const { text: top, blocks } = render(document);
    expect(messageFaults(top, blocks)).toEqual([]);
    expect(blocks[0]).toMatchObject({ type: 'data_visualization', chart: { type: 'line' } });
    expect(renderLean(document).blocks.map(({ type }) => type)).toEqual(['rich_text']);
    expect(wordsOf(renderLean(document).blocks)).toContain('From $2.72 in May');
  });
});
