import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderEmbed } from '../../../adapters/discord/embeds.ts';
import { rowLines } from '../../../adapters/discord/parts.ts';
import { bodyOf, NOBODYS, render, renderAll } from '../../../adapters/discord/render.ts';
import { escaped } from '../../../adapters/discord/words.ts';
import type { Block, Document } from '../../../src/model.ts';
import { widthOf } from '../../../src/typography/width.ts';
import { anyDebrief } from '../debriefs.ts';
import { messageFaults, weightOf } from './rules.ts';
import { markupIn, wordsOf } from './shown.ts';

const said = (...blocks: Block[]): Document => ({ summary: 'Summary', blocks, thread: [] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
const shown = (...blocks: Block[]): string => wordsOf(render(said(...blocks)).components);

/** What Discord would make something of: a mention, a link that is none of ours, an unescaped mark at the start of a line. */
function acting(text: string): string[] {
  const outside = text.replace(/```[\s\S]*?```/g, '').replace(/\]\(https:\/\/(?:news|wiki)\.example\/[^)\s]*\)/g, '');
  return outside.match(/@everyone|@here|<[@#!][^>]*>|(?<!\\):\/\/|(?<!\\)\|\||^# /gm) ?? [];
}

describe('a debrief in Discord', () => {
  it('is under every limit whatever it holds, and mentions nobody', () => {
    const most = { components: 0, characters: 0, bytes: 0 };
    fc.assert(
      fc.property(anyDebrief, (document) => {
        const messages = [render(document, 7), ...renderAll(document, 5)];
        for (const message of messages) {
          const body = bodyOf(message);
          expect(messageFaults({ ...body })).toEqual([]);
          expect(markupIn(message.components).flatMap(acting)).toEqual([]);
          const weight = weightOf(message.components);
          most.components = Math.max(most.components, weight.components);
          most.characters = Math.max(most.characters, weight.characters);
          most.bytes = Math.max(most.bytes, weight.bytes);
        }
        expect(messageFaults({ ...renderEmbed(document, 7, NOBODYS) })).toEqual([]);
      }),
      { numRuns: 30, seed: 9 },
    );
    // Room is kept below Discord's own 40 components, 4,000 characters and 10,170 bytes.
    expect(most.components).toBeLessThanOrEqual(39);
    expect(most.characters).toBeLessThanOrEqual(3_900);
    expect(most.bytes).toBeLessThanOrEqual(9_900);
  });

  it('always keeps its buttons, and says how many stories stand in the thread', () => {
    fc.assert(
      fc.property(anyDebrief, (document) => {
        const { components } = render(document);
        const text = wordsOf(components);
        expect(text).toContain('More');
        const stories = document.blocks.filter((block) => block.kind === 'heading' && block.level === 3).length;
        const [above = ''] = text.split(/\d+ stor(?:y|ies) in the thread/);
        const standing = above.match(/^\*\*\[?\d+ /gm)?.length ?? 0;
        const left = Number(/(\d+) stor(?:y|ies) in the thread/.exec(text)?.[1] ?? 0);
        expect(standing + left).toBe(stories);
        // A story that has no room here is named by its headline all the same.
        if (left > 0) expect(text).toMatch(/in the thread\n\*\*/);
      }),
      { numRuns: 15, seed: 9 },
    );
  });
});

describe('words in Discord', () => {
  it('are shown as they are: nothing of them formats, links or mentions', () => {
    expect(escaped('*_~`|[x](y) <@1> @everyone')).toBe('\\*\\_\\~\\`\\|\\[x\\](y) \\<\u2060@1> @\u2060everyone');
    expect(escaped('https://evil.example')).toBe('https\\://evil.example');
    expect(escaped('# a\n> b\n- c\n1. d')).toBe('\\# a\n\\> b\n\\- c\n1\\. d');
    expect(escaped('a\u202eb\u200bc\u0007')).toBe('abc');
  });

  it('keep emoji, right-to-left scripts and accents', () => {
    for (const text of ['👩‍👩‍👧‍👦', 'שלום', 'مراكز', 'naïve', '電力']) expect(escaped(text)).toBe(text);
  });

  it('take no longer however strange they are', () => {
    // By the processor's time, which a busy machine does not lengthen.
    const started = process.cpuUsage();
    for (const text of ['\n'.repeat(1e5), ' '.repeat(1e5), '9'.repeat(1e5), '['.repeat(1e5), '<@'.repeat(5e4)])
      render(said(paragraph(text), { kind: 'quote', text, by: [] }, { kind: 'code', text }));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(3_000);
  });
});

describe('a table in Discord', () => {
  it('fits a phone: thirty columns, figures right-aligned, the rest beside them', () => {
    expect(rowLines(['2.4 GW', 'power leased in Ohio', '2026-2036', 'Northwind'], 9)).toEqual([
      '   2.4 GW  power leased in',
      '           Ohio · 2026-2036 ·',
      '           Northwind',
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 5 }), (cells) => {
        for (const line of rowLines(cells, 9)) expect(widthOf(line)).toBeLessThanOrEqual(30);
      }),
      { seed: 9 },
    );
  });

  it('is a list where its rows are words, with each receipt where it stands', () => {
    const cell = (text: string) => [{ kind: 'text', text } as const];
    const text = shown({
      kind: 'table',
      columns: [{ title: 'Figure', align: 'right' }],
      rows: [
        [
          cell('$265 billion'),
          cell('Companies will spend … on accelerators for halls that are not built yet'),
          cell(''),
          [
            { kind: 'text', text: '2 publishers ' },
            { kind: 'receipt', n: 3, href: 'https://news.example/a' },
          ],
        ],
      ],
    });
    expect(text).toContain(
      '- **$265 billion** Companies will spend … on accelerators for halls that are not built yet · 2 publishers [[3]](https://news.example/a)',
    );
  });

  it('is followed by its receipts, since a code block has no links', () => {
    const text = shown({
      kind: 'table',
      columns: [{ title: 'Figure', align: 'right' }],
      rows: [
        [
          [{ kind: 'text', text: '2.4 GW' }],
          [{ kind: 'receipt', n: 3, href: 'https://news.example/a#:~:text=leases' }],
        ],
      ],
    });
    expect(text).toContain('2.4 GW  [3]');
    expect(text).toContain('-# Receipts: [[3]](https://news.example/a#:~:text=leases)');
  });
});

describe('a long answer', () => {
  const items = Array.from({ length: 120 }, (_, n) => [
    { kind: 'text', text: `Item ${n}: ${'power for the halls '.repeat(5)}` } as const,
  ]);

  it('goes on in further messages, and loses nothing', () => {
    const messages = renderAll(said({ kind: 'list', ordered: false, items }), 6);
    expect(messages.length).toBeGreaterThan(1);
    const text = messages.map(({ components }) => wordsOf(components)).join('\n');
    for (const n of items.keys()) expect(text).toContain(`Item ${n}:`);
    expect(text).not.toContain('too much for one message');
  });

  it('says how much it does not show where even those are too few', () => {
    const messages = renderAll(said({ kind: 'list', ordered: false, items }), 2);
    const text = messages.map(({ components }) => wordsOf(components)).join('\n');
    const shownItems = text.match(/Item \d+:/g)?.length ?? 0;
    expect(text).toContain(`${items.length - shownItems} more entries, too much for one message`);
  });
});

describe('a full morning', () => {
  const SENTENCE = 'A sentence of the length that a sentence has, more or less, and more. ';
  const receipt = (n: number, address: string) => ({ kind: 'receipt', n, href: `${address}${n}` }) as const;
  const story = (n: number, href: string): Block[] => [
    { kind: 'heading', level: 3, text: `${n}  A headline of the length that headlines have`, href },
    paragraph('It was told at length. '.repeat(40)),
  ];
  /** Five points, eight figures of two receipts each, a quote, twelve stories of which eight are shown. */
  const morning = (page: string): Document => ({
    ...said(
      { kind: 'heading', level: 1, text: 'The day' },
      {
        kind: 'list',
        ordered: false,
        items: [1, 2, 3, 4, 5].map((n) => [{ kind: 'text', text: SENTENCE }, receipt(n, page)]),
      },
      {
        kind: 'table',
        columns: [{ title: 'Figure', align: 'right' }],
        rows: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [
          [{ kind: 'text', text: `${n} GW` }],
          [{ kind: 'text', text: SENTENCE.repeat(2) }, receipt(n, page), receipt(n + 10, page)],
        ]),
      },
      { kind: 'quote', text: 'The substation goes first', by: [receipt(9, page)] },
      ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => story(n, `https://news.example/${'h'.repeat(80)}#:~:text=so`)),
      { kind: 'divider' },
      { kind: 'context', content: [{ kind: 'text', text: 'Silent today: nobody.' }] },
      {
        kind: 'actions',
        actions: ['more', 'sources', 'ask', 'wrong'].map((id) => ({ kind: 'press', id, label: id }) as const),
      },
    ),
    thread: [{ key: 's1', document: said(paragraph('A story.')) }],
  });

  it.each([
    [
      'pages of receipts',
      `https://debrief.example.com/p/oapee,discord:~8yqr38fqultx.C4ZLD46O6KWUwL-T/a/${'a'.repeat(16)}/`,
    ],
    ['articles', `https://news.example/2026/11/24/${'a-long-name-'.repeat(8)}`],
    ['articles at their sentences', `https://news.example/a#:~:text=${'a%20passage%20'.repeat(8)}`],
  ])('links each receipt and each story’s headline, and keeps figures and quote (%s)', (_what, address) => {
    const message = render(morning(address));
    const text = wordsOf(message.components);
    expect(text).not.toMatch(/\\\[\d/);
    expect(text.match(/\[\[\d+\]\]\(/g)?.length).toBeGreaterThanOrEqual(5 + 3 * 2 + 1);
    expect(text.match(/^- \*\*\d/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(text).toContain('The substation goes first');
    const opened = JSON.stringify(message.components).match(/"url":"https:\/\/news\.example\/h+/g)?.length ?? 0;
    const inWords = text.match(/\*\*\[\d A headline/g)?.length ?? 0;
    expect([opened, inWords]).toContain(8);
    expect(messageFaults({ ...bodyOf(message) })).toEqual([]);
  });

  it('opens its articles by the headlines themselves where there is room, and each receipt at its sentence', () => {
    const [first = '', ...others] = markupIn(
      render(
        said(
          {
            kind: 'list',
            ordered: false,
            items: [
              [
                { kind: 'text', text: SENTENCE },
                { ...receipt(1, 'https://news.example/a'), href: 'https://news.example/a#:~:text=so' },
              ],
            ],
          },
          ...story(1, 'https://news.example/story#:~:text=and%20so'),
        ),
      ).components,
    );
    expect(first).toContain('[[1]](https://news.example/a#:~:text=so)');
    expect(others.join()).toContain('**[1 A headline of the length that headlines have](https://news.example/story)**');
  });

  it('has air above its quote, and above what stands in the thread', () => {
    const message = render({
      ...said(
        paragraph('A sentence.'),
        { kind: 'quote', text: 'The substation goes first', by: [] },
        ...Array.from({ length: 9 }, (_, n): Block[] => [
          { kind: 'heading', level: 3, text: `${n}  Headline` },
          paragraph('It was told at length. '.repeat(20)),
        ]).flat(),
      ),
      thread: [{ key: 's1', document: said(paragraph('A story.')) }],
    });
    const texts = markupIn(message.components);
    expect(texts[1]).toMatch(/^> “The substation/);
    expect(texts.at(-1)).toMatch(/^-# \d stories in the thread\n\*\*\d Headline/);
  });

  it('keeps its figures and quotes in the message, however long the addresses of its headlines are', () => {
    const long = `https://news.example/a#:~:text=${'a%20long%20passage%20'.repeat(10)}`;
    const told = { kind: 'paragraph', content: [{ kind: 'text', text: 'It was told at length. '.repeat(4) }] } as const;
    const message = render({
      summary: 's',
      blocks: [
        { kind: 'quote', text: 'The substation goes first', by: [] },
        ...Array.from({ length: 8 }, (_, n) => [
          { kind: 'heading', level: 3, text: `${n + 1}  A headline of some length`, href: long } as const,
          told,
        ]).flat(),
      ],
      thread: [],
    });
    const words = wordsOf(message.components);
    expect(words).toContain('The substation goes first');
    expect(words).toContain('8 A headline of some length');
    expect(words.split('It was told').length).toBe(8 * 4 + 1);
  });
});
