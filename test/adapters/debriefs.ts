/** Debriefs in the shape that `src/document` gives them, of any words whatsoever. */
import fc from 'fast-check';
import type { Block, Document, Inline } from '../../src/model.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });

/** Words that a platform could take for something else, or that make limits hard to keep. */
const NASTY = [
  '@everyone',
  '@here',
  '<!channel>',
  '<!here|here>',
  '<@U123>',
  ':smile:',
  '&amp; <https://evil.example|press here>',
  '<@123456789012345678>',
  '<@&123456789012345678> <#123456789012345678>',
  '*bold* _italic_ ~~struck~~ ||spoiler|| `code`',
  '```rm -rf /```',
  '[press here](https://evil.example)',
  'https://evil.example/?a=b',
  '\n# shouted\n> quoted\n- listed\n1. numbered\n-# small',
  'שלום עולם',
  'مراكز البيانات',
  '\u202egnirts',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '電力は足りない'.repeat(20),
  '𝕬𝕭𝕮'.repeat(60),
  'W'.repeat(500),
  'U'.repeat(5_000),
  '\ud800',
  '\u0000\u0007\u200b',
];

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Northwind', 'leases', '2.4 GW', 'in Ohio', 'for ten years', '$1.90', 'an hour'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((parts) => parts.join(' '));
const receipt = fc.record({
  kind: fc.constant('receipt' as const),
  n: fc.integer({ min: 1, max: 60 }),
  href: fc.constantFrom(
    'https://news.example/a#:~:text=Northwind%20leases',
    'https://news.example/b?x=(1)|y&z=1',
    'https://news.example/b?x=<!channel>|y&z=1',
    `https://news.example/${'long'.repeat(1_000)}`,
    'javascript:alert(1)',
    'not an address',
  ),
});
const time = fc.constant<Inline>({
  kind: 'time',
  at: '2026-11-24T07:30:00.000Z',
  zone: 'Europe/Berlin',
  style: 'datetime',
});
const link = fc.record({
  kind: fc.constant('link' as const),
  text: words(6),
  href: fc.constant('https://news.example/c'),
});
const content = fc.array<Inline>(fc.oneof(words(10).map(text), receipt, link, time), { minLength: 1, maxLength: 4 });

export const anyDebrief = fc
  .record({
    heading: words(8),
    inShort: fc.array(content, { minLength: 1, maxLength: 8 }),
    rows: fc.array(fc.tuple(content, content, content), { maxLength: 12 }),
    quotes: fc.array(fc.record({ text: words(30), by: content }), { maxLength: 3 }),
    stories: fc.array(fc.record({ headline: words(12), standing: content, body: content }), {
      minLength: 1,
      maxLength: 60,
    }),
    label: words(5),
    small: content,
  })
  .map(
    ({ heading, inShort, rows, quotes, stories, label, small }): Document => ({
      summary: heading,
      blocks: [
        { kind: 'heading', level: 1, text: heading },
        { kind: 'context', content: [text('8 stories · 31 articles')] },
        { kind: 'heading', level: 2, text: 'In short' },
        { kind: 'list', ordered: false, items: inShort },
        {
          kind: 'table',
          columns: [
            { title: 'Figure', align: 'right' },
            { title: 'What', align: 'left' },
            { title: 'Who', align: 'left' },
          ],
          rows,
        },
        ...quotes.map(({ text: said, by }): Block => ({ kind: 'quote', text: said, by })),
        { kind: 'divider' },
        ...stories.flatMap(({ headline, standing, body }, index): Block[] => [
          { kind: 'heading', level: 3, text: `${index + 1}  ${headline}`, href: 'https://news.example/story' },
          { kind: 'context', content: standing },
          { kind: 'paragraph', content: body },
        ]),
        { kind: 'divider' },
        { kind: 'context', content: small },
        {
          kind: 'actions',
          actions: [
            { kind: 'press', id: 'more:d1', label: 'More', style: 'primary' },
            { kind: 'press', id: 'more:d1', label: 'More, again' },
            { kind: 'form', id: 'ask:d1', label },
          ],
        },
      ],
      thread: stories.map((_, index) => ({ key: `s${index}`, document: { summary: 's', blocks: [], thread: [] } })),
    }),
  );
