/**
 * Shows blocks as Slack does, near enough to judge a message by:
 * `debrief latest --json | node test/adapters/slack/page.ts > page.html`, then open it in a browser.
 */
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { render } from '../../../adapters/slack/render.ts';
import type { Document } from '../../../src/model.ts';

const Node = z.looseObject({ type: z.string(), style: z.unknown().optional(), text: z.unknown().optional() });

const safe = (text: unknown): string =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const all = (value: unknown): string => list(value).map(html).join('');

function styled(inner: string, style: unknown): string {
  const on = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(style ?? {});
  return `${on.bold === true ? '<b>' : ''}${on.italic === true ? '<i>' : ''}${on.code === true ? `<code>${inner}</code>` : inner}${on.italic === true ? '</i>' : ''}${on.bold === true ? '</b>' : ''}`;
}

function tableHtml(rows: readonly unknown[], settings: readonly unknown[]): string {
  const looks = settings
    .map((entry) =>
      z.looseObject({ align: z.string().catch('left'), is_wrapped: z.boolean().catch(false) }).parse(entry),
    )
    .map(({ align, is_wrapped }) => `text-align:${align}${is_wrapped ? '' : ';white-space:nowrap'}`);
  const line = (row: unknown, tag: string) =>
    `<tr>${list(row)
      .map((cell, index) => `<${tag} style="${looks[index] ?? ''}">${html(cell)}</${tag}>`)
      .join('')}</tr>`;
  return `<table>${rows.map((row, index) => line(row, index === 0 ? 'th' : 'td')).join('')}</table>`;
}

function html(value: unknown): string {
  const parsed = Node.safeParse(value);
  if (!parsed.success) return safe(value);
  const { type, style, text, ...rest } = parsed.data;
  switch (type) {
    case 'header':
      return `<h1>${html(text)}</h1>`;
    case 'plain_text':
    case 'raw_text':
      return safe(text);
    case 'mrkdwn':
      return String(text).replace(
        /<([^|>]*)\|([^>]*)>/g,
        // Its words are escaped already.
        (_, href, label) => `<a href="${href}">${label}</a>`,
      );
    case 'text':
      return styled(safe(text), style);
    case 'link':
      return styled(`<a href="${safe(rest.url)}">${safe(text ?? rest.url)}</a>`, style);
    case 'date':
      return safe(rest.fallback);
    case 'context':
      return `<div class="context">${list(rest.elements)
        .map((element) => `<span>${html(element)}</span>`)
        .join(' ')}</div>`;
    case 'rich_text':
      return `<div class="rich">${all(rest.elements)}</div>`;
    case 'rich_text_section':
      return `<div>${all(rest.elements)}</div>`;
    case 'rich_text_list':
      return `<${style === 'ordered' ? 'ol' : 'ul'}>${list(rest.elements)
        .map((item) => `<li>${html(item)}</li>`)
        .join('')}</${style === 'ordered' ? 'ol' : 'ul'}>`;
    case 'rich_text_quote':
      return `<blockquote>${all(rest.elements)}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${all(rest.elements)}</pre>`;
    case 'table':
      return tableHtml(list(rest.rows), list(rest.column_settings));
    case 'data_table':
      return tableHtml(list(rest.rows).slice(0, 1 + Number(rest.page_size)), []);
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="actions">${all(rest.elements)}</div>`;
    case 'button':
      return `<button class="${safe(style ?? '')}">${html(text)}</button>`;
    default:
      return `<div class="context">[${safe(type)}]</div>`;
  }
}

const STYLE = `
body{font:15px/1.46668 Lato,"Noto Sans",system-ui,sans-serif;color:#1d1c1d;margin:24px;width:680px}
.message{display:flex;gap:8px}.face{flex:none;width:36px;height:36px;border-radius:8px;background:#1c2b3a;color:#fff;text-align:center;font:700 20px/36px system-ui}
.body{flex:1;min-width:0}.who b{font-weight:900}.who small{color:#616061;margin-left:6px}.who i{background:#e8e8e8;border-radius:2px;font:700 10px/1 system-ui;padding:1px 3px;margin-left:4px;color:#616061}
.body>*{margin:8px 0}.who{margin:0 0 4px}h1{font-size:18px;line-height:1.33;font-weight:900;margin:12px 0 4px}
.context{color:#616061;font-size:13px;line-height:1.4}.context span{margin-right:2px}a{color:#1264a3;text-decoration:none}
ul,ol{margin:4px 0;padding-left:26px}blockquote{margin:4px 0;padding-left:12px;border-left:4px solid #ddd}
table{border-collapse:separate;border-spacing:0;border:1px solid #ddd;border-radius:8px;font-size:14px}td,th{border-bottom:1px solid #e8e8e8;border-right:1px solid #e8e8e8;padding:6px 10px;vertical-align:top;font-weight:400}th{font-weight:700}tr:last-child td{border-bottom:0}td:last-child,th:last-child{border-right:0}
hr{border:0;border-top:1px solid #ddd;margin:12px 0}button{font:700 13px Lato,system-ui;border:1px solid #bbb;background:#fff;border-radius:8px;padding:6px 12px;margin-right:8px;color:#1d1c1d}button.primary{background:#007a5a;border-color:#007a5a;color:#fff}
code{background:#f6f6f6;border:1px solid #ddd;border-radius:3px;color:#c01343;padding:1px 3px;font-size:12px}pre{background:#f8f8f8;border:1px solid #ddd;border-radius:4px;padding:8px;font-size:12px}
`;

/** A page that shows blocks as a message of Debrief. */
export function page(blocks: readonly unknown[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Debrief in Slack</title><style>${STYLE}</style>
<div class="message"><div class="face">D</div><div class="body"><div class="who"><b>Debrief</b><i>APP</i><small>8:30</small></div>${all(blocks)}</div></div>`;
}

if (import.meta.main) {
  // What `--json` prints is a document of ours.
  const document: Document = JSON.parse(await readAll(process.stdin));
  process.stdout.write(page(render(document).blocks));
}
