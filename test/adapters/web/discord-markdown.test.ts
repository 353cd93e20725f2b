import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { discordLook } from '../../../adapters/web/looks/discord.ts';
import { discordMarkdown } from '../../../adapters/web/looks/discord-markdown.ts';

const shown = async (text: string): Promise<string> => (await html`${discordMarkdown(text)}`).toString();
const line = async (text: string): Promise<string> => (await shown(text)).replace(/^<p>(.*)<\/p>$/s, '$1');

describe('Discord’s markdown, as Discord shows it', () => {
  it.each([
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f||',
      '<strong>a</strong> <em>b</em> <em>c</em> <u>d</u> <s>e</s> <span class="spoiler">f</span>',
    ],
    ['***a*** **a *b* c**', '<em><strong>a</strong></em> <strong>a <em>b</em> c</strong>'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['\\*no\\* \\[1\\] \\a', '*no* [1] \\a'],
    ['`**a**` ``a`b``', '<code>**a**</code> <code>a`b</code>'],
    ['**unclosed, *too', '**unclosed, *too'],
    ['<b>&', '&lt;b&gt;&amp;'],
  ])('%s', async (typed, expected) => expect(await line(typed)).toBe(expected));

  it('reads a masked link, in whose words a backslash is a backslash', async () => {
    expect(await line('[[1]](https://a.example/x) [**b**](<https://a.example/(y)>)')).toBe(
      '<a href="https://a.example/x">[1]</a> <a href="https://a.example/(y)"><strong>b</strong></a>',
    );
    expect(await line('[a \\* b](https://a.example/)')).toContain('>a \\* b</a>');
    expect(await line('[a](javascript:alert)')).toBe('[a](javascript:alert)');
    expect(await line('[https://b.example](https://a.example/)')).not.toContain('>https://b.example</a>]');
  });

  it('makes links of addresses that stand bare, and none of those that a backslash parts', async () => {
    expect(await line('see https://a.example/x.')).toBe('see <a href="https://a.example/x">https://a.example/x</a>.');
    expect(await line('https\\://a.example')).toBe('https://a.example');
  });

  it('shows what acts: mentions, commands, instants, emoji', async () => {
    expect(await line('@everyone <@&42> </debrief why:77>')).toBe(
      ['@everyone', '@42', '/debrief why'].map((words) => `<span class="token mention">${words}</span>`).join(' '),
    );
    expect(await line('<t:1795527000:F>')).toContain('Tuesday, November 24, 2026 at 1:30');
    expect(await line(':100: 1:\u2060100:5')).toBe('<span class="emoji" title=":100:">☺</span> 1:\u2060100:5');
  });

  it('reads headings, small print, lists, quotes and code by their lines', async () => {
    expect(await shown('## A\n-# b\n- c\n2. d\n> e\n> - f\n\n#no')).toBe(
      '<p class="h2">A</p><p class="note">b</p><p class="item" data-sign="•">c</p><p class="item" data-sign="2.">d</p>' +
        '<blockquote><p>e</p><p class="item" data-sign="•">f</p></blockquote><p>\u00A0</p><p>#no</p>',
    );
    expect(await shown('a\n```\n**b**\n  c\n```\nd')).toBe('<p>a</p><pre tabindex="0">**b**\n  c</pre><p>d</p>');
    expect(await shown('```\nnever closed')).toContain('```');
  });

  it('shows a message by its body: a role that is called, a box, a button, and what it does not know as it was sent', async () => {
    const sent = {
      components: [
        {
          type: 17,
          accent_color: 0x1f6feb,
          components: [
            { type: 10, content: '## Day' },
            { type: 14 },
            { type: 12, items: [{ description: 'A chart' }] },
            { type: 1, components: [{ type: 2, label: 'More', style: 1, custom_id: 'more:1' }] },
            { type: 99 },
          ],
        },
        { type: 10, content: '<@&42>' },
      ],
    };
    const page = (await html`${discordLook(sent, ['PICTURE'])}`).toString();
    for (const part of [
      'fill="#1f6feb"',
      '<p class="h2">Day</p>',
      '<hr>',
      'PICTURE',
      '<span class="primary">More</span>',
      '{&quot;type&quot;:99}',
      '@42',
    ])
      expect(page).toContain(part);
  });
});
