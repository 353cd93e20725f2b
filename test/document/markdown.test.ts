import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../src/document/markdown.ts';
import type { Block, Document, Inline } from '../../src/model.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const document = (...blocks: Block[]): Document => ({ summary: '', blocks, thread: [] });

/** As GitHub reads it: the GFM extensions over CommonMark. */
const onGitHub = (blocks: readonly Block[]): string =>
  micromark(markdownOf(document(...blocks)), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** What a reader sees of it. */
const seen = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

describe('a document as Markdown', () => {
  it('is headings, lists, quotes and tables as GitHub shows them, with receipts as links', () => {
    const receipt: Inline = { kind: 'receipt', n: 3, href: 'https://a.example/x?a=1&b=(2)#:~:text=2%2E4%20GW' };
    const html = onGitHub([
      { kind: 'heading', level: 2, text: 'Key figures' },
      {
        kind: 'table',
        columns: [
          { title: 'Figure', align: 'right' },
          { title: 'What', align: 'left' },
        ],
        rows: [[[text('2.4 GW')], [text('power | for a campus '), receipt]]],
      },
      { kind: 'list', ordered: false, items: [[text('One. '), receipt], [text('2. is no number of a list')]] },
      { kind: 'quote', text: 'We can order a hall', by: [text('Mara Lindqvist')] },
    ]);
    expect(html).toContain('<h2>Key figures</h2>');
    expect(html).toContain('<th align="right">Figure</th>');
    expect(html).toContain(
      'power | for a campus <a href="https://a.example/x?a=1&amp;b=(2)#:~:text=2%2E4%20GW">[3]</a></td>',
    );
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).not.toContain('<ol');
    expect(html).toMatch(/<blockquote>\s*<p>“We can order a hall”<\/p>\s*<p>— Mara Lindqvist<\/p>/);
  });

  it.each([
    '# no heading',
    '- no item',
    '1. no item',
    '1) no item',
    '+ no item',
    '> no quote',
    '| no | table |',
    '***not strong*** and __not__ _either_',
    '~~not struck~~ `not code`',
    '[no link](https://evil.example) ![no picture](https://evil.example/x.png)',
    '<script>alert(1)</script> <b>no tag</b> &lt; &amp;',
    '@everybody #12 somebody@example.com',
    'https://evil.example/path www.evil.example',
    'a\\*b \\ end\\',
    '--- === ***',
    '[^1]: no footnote [^1]',
    '- [ ] no task',
  ])('keeps words of others words: %s', (words) => {
    for (const block of [
      { kind: 'paragraph', content: [text(words)] },
      { kind: 'list', ordered: false, items: [[text(words)]] },
      { kind: 'heading', level: 3, text: words },
      { kind: 'quote', text: words, by: [] },
      { kind: 'table', columns: [{ title: 'A', align: 'left' }], rows: [[[text(words)]]] },
    ] satisfies Block[]) {
      const html = onGitHub([block]);
      expect(seen(html), html).toContain(words);
      expect(html).not.toMatch(/<(?:a|img|em|strong|code|del|h[1245]|script|b|input|sup|section|hr|ol)\b/);
    }
  });

  it('leads nowhere but to the web', () => {
    const html = onGitHub([
      {
        kind: 'paragraph',
        content: [
          { kind: 'link', text: 'a', href: 'javascript:alert(1)' },
          { kind: 'link', text: 'b', href: 'https://x.example/> [c](javascript:alert(1)' },
        ],
      },
    ]);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toContain('href="javascript');
  });
});
