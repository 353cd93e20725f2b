import { html } from 'hono/html';
import { z } from 'zod';
import { ENGLISH } from '../../../src/locale/index.ts';
import { type Content, type Look, linked } from '../inline.ts';

/** How Discord shows a message of Components V2 (discord.com/developers/docs/components/reference), as far as ours use it. */
const Button = z.object({ type: z.literal(2), label: z.string(), style: z.number(), url: z.string().optional() });
const Text = z.object({ type: z.literal(10), content: z.string() });
const Component = z.discriminatedUnion('type', [
  z.object({ type: z.literal(1), components: z.array(Button) }),
  z.object({ type: z.literal(9), components: z.array(Text), accessory: Button }),
  Text,
  z.object({ type: z.literal(12), items: z.array(z.object({ description: z.string().optional() })) }),
  z.object({ type: z.literal(14) }),
]);
const Message = z.object({
  components: z.array(
    z.object({ type: z.literal(17), accent_color: z.number().optional(), components: z.array(z.unknown()) }),
  ),
});

const LOOK: Look = { root: null, words: ENGLISH.page };

/** The styles of buttons that stand out (1 primary, 4 danger). */
const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 4: 'danger' };

/** Escapes, links, stress, code and instants, as they follow each other; each is read once, from the left. */
const INLINE =
  /\\([^\w\s])|\[((?:\\.|\[[^\]]*\]|[^\]\\])*)\]\(([^\s()]+)\)|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*|`([^`]+)`|<t:(\d{1,12}):\w>/g;

function inline(text: string): Content {
  const parts: Content[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(at, match.index));
    const [whole, escaped, label, href, strong, stressed, code, seconds] = match;
    if (escaped !== undefined) parts.push(escaped);
    else if (label !== undefined) parts.push(linked(inline(label), href ?? '', LOOK));
    else if (strong !== undefined) parts.push(html`<strong>${inline(strong)}</strong>`);
    else if (stressed !== undefined) parts.push(html`<em>${inline(stressed)}</em>`);
    else if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (seconds !== undefined) {
      const instant = new Date(Number(seconds) * 1000).toISOString();
      parts.push(html`<time datetime="${instant}">${instant.slice(0, 16).replace('T', ' ')} UTC</time>`);
    }
    at = match.index + whole.length;
  }
  return [...parts, text.slice(at)];
}

function line(text: string): Content {
  const [, sign = '', rest = text] = /^(#{1,3} |-# |- |> )(.*)$/s.exec(text) ?? [];
  const shown = inline(rest);
  switch (sign) {
    case '':
      return text === '' ? '' : html`<p>${shown}</p>`;
    case '-# ':
      return html`<p class="note">${shown}</p>`;
    case '- ':
      return html`<p class="item">${shown}</p>`;
    case '> ':
      return html`<blockquote>${shown}</blockquote>`;
    default:
      return html`<p class="${sign === '### ' ? 'sub' : 'head'}">${shown}</p>`;
  }
}

/** Lines, and what stands between fences as it is. */
function markdown(content: string): Content {
  return content
    .split(/^```$/m)
    .map((piece, index) =>
      index % 2 === 1 ? html`<pre tabindex="0">${piece.replace(/^\n|\n$/g, '')}</pre>` : piece.split('\n').map(line),
    );
}

const button = ({ label, style, url }: z.infer<typeof Button>): Content =>
  html`<span class="${STYLES[style] ?? 'plain'}">${label}${url === undefined ? '' : ' ↗'}</span>`;

function component(given: unknown, next: () => Content): Content {
  const parsed = Component.safeParse(given);
  if (!parsed.success) return html`<pre>${JSON.stringify(given)}</pre>`;
  const each = parsed.data;
  switch (each.type) {
    case 1:
      return html`<p class="press">${each.components.map(button)}</p>`;
    case 9:
      return html`<div class="beside"><div>${each.components.map(({ content }) => markdown(content))}</div><p class="press">${button(each.accessory)}</p></div>`;
    case 10:
      return html`<div>${markdown(each.content)}</div>`;
    case 12:
      return html`<div class="picture">${each.items.map(() => next())}</div>`;
    case 14:
      return html`<hr>`;
  }
}

/** A message as Discord shows it. `charts`: pictures of its charts, in their order. */
export function discordLook(sent: unknown, charts: readonly Content[]): Content {
  const message = Message.safeParse(sent);
  const left = [...charts];
  const containers = message.success ? message.data.components : [];
  return html`<div class="discord"><p class="who"><strong>Debrief</strong> <span>APP</span></p>${containers.map(
    ({ components }) =>
      html`<div class="container">${components.map((each) => component(each, () => left.shift() ?? ''))}</div>`,
  )}</div>`;
}
