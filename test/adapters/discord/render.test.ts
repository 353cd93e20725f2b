import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderEmbed } from '../../../adapters/discord/embeds.ts';
import { rowLines } from '../../../adapters/discord/parts.ts';
import { bodyOf, NOBODYS, render, renderAll } from '../../../adapters/discord/render.ts';
import { escaped } from '../../../adapters/discord/words.ts';
import type { Block, Document } from '../../../src/model.ts';
import { widthOf } from '../../../src/typography/width.ts';
import { anyDebrief } from './debriefs.ts';
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
    expect(most.components).toBeLessThanOrEqual(36);
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
        const standing = above.match(/\]\(https:\/\/news\.example\/story\)/g)?.length ?? 0;
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
  it('links every receipt before it lengthens one to its sentence, and its headlines all or none', () => {
    const article = `https://news.example/${'path/'.repeat(12)}`;
    const receipt = (n: number) =>
      ({ kind: 'receipt', n, href: `${article}${n}#:~:text=${'a%20passage%20'.repeat(8)}` }) as const;
    const told = (n: number): Block => ({
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'A sentence of the length that a sentence has, more or less. ' }, receipt(n)]],
    });
    const headline = (n: number): Block => ({ kind: 'heading', level: 3, text: `${n}  Headline`, href: article });
    const [first = '', ...others] = markupIn(
      render(said(...[1, 2, 3, 4, 1, 2, 3, 4].map(told), ...[1, 2, 3, 4, 5].map(headline))).components,
    );
    expect(first.match(/\[\[\d\]\]\(/g)).toHaveLength(8);
    expect(first).toContain('[[1]](https://news.example/');
    const links = others.filter((line) => line.includes(']('));
    expect([0, 5]).toContain(links.length);
  });

  it('gives the headlines of its thread up where receipts would stand without their addresses', () => {
    const receipt = (n: number) => ({ kind: 'receipt', n, href: `https://d.example/${'p'.repeat(110)}${n}` }) as const;
    const story = (n: number): Block[] => [
      { kind: 'heading', level: 3, text: `${n}  A headline of the length that headlines have` },
      paragraph('It was told at length. '.repeat(70)),
      paragraph('And at more length. '.repeat(70)),
    ];
    const morning = (receipts: number) =>
      markupIn(
        render({
          ...said(
            {
              kind: 'list',
              ordered: false,
              items: Array.from({ length: receipts }, (_, n) => [
                { kind: 'text', text: 'A sentence of the length that a sentence has, more or less, and more. ' },
                receipt(n + 1),
              ]),
            },
            ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap(story),
          ),
          thread: [{ key: 's1', document: said(paragraph('A story.')) }],
        }).components,
      ).join('\n');
    expect(morning(4)).toContain('8 A headline');
    const full = morning(18);
    expect(full).toContain('8 stories in the thread');
    expect(full).not.toContain('A headline');
    expect(full.match(/\]\(https:/g)).toHaveLength(18);
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
