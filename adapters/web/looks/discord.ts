import { html } from 'hono/html';
import { z } from 'zod';
import type { Content } from '../inline.ts';
import { discordMarkdown } from './discord-markdown.ts';

/**
 * How Discord shows a message (discord.com/developers/docs/components/reference and resources/message): read from the very body that is sent,
 * so far as ours use it, and what is not known here stands as it was sent.
 */
const Button = z.object({ type: z.literal(2), label: z.string(), style: z.number(), url: z.string().optional() });
const Text = z.object({ type: z.literal(10), content: z.string() });
const Component = z.discriminatedUnion('type', [
  z.object({ type: z.literal(1), components: z.array(Button) }),
  z.object({ type: z.literal(9), components: z.array(Text), accessory: Button }),
  Text,
  z.object({ type: z.literal(12), items: z.array(z.object({ description: z.string().optional() })) }),
  z.object({ type: z.literal(13), file: z.object({ url: z.string() }) }),
  z.object({ type: z.literal(14) }),
  z.object({ type: z.literal(17), accent_color: z.number().nullish(), components: z.array(z.unknown()) }),
]);
const Embed = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  color: z.number().optional(),
});
const Message = z.object({
  content: z.string().optional(),
  embeds: z.array(Embed).optional(),
  components: z.array(z.unknown()).optional(),
});

/** The styles of buttons that stand out (1 primary, 4 danger). */
const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 4: 'danger' };

const button = ({ label, style, url }: z.infer<typeof Button>): Content =>
  html`<span class="${STYLES[style] ?? 'plain'}">${label}${url === undefined ? '' : ' ↗'}</span>`;

const boxed = (color: number | null | undefined, inner: Content): Content =>
  html`<div class="container"><svg class="accent" viewBox="0 0 4 1" preserveAspectRatio="none" aria-hidden="true"><rect width="4" height="1" fill="#${(color ?? 0x39_3a_41).toString(16).padStart(6, '0')}"/></svg>${inner}</div>`;

function component(given: unknown, next: () => Content): Content {
  const parsed = Component.safeParse(given);
  if (!parsed.success) return html`<pre>${JSON.stringify(given)}</pre>`;
  const each = parsed.data;
  switch (each.type) {
    case 1:
      return html`<p class="press">${each.components.map(button)}</p>`;
    case 9:
      return html`<div class="beside"><div>${each.components.map(({ content }) => discordMarkdown(content))}</div><p class="press">${button(each.accessory)}</p></div>`;
    case 10:
      return html`<div class="text">${discordMarkdown(each.content)}</div>`;
    case 12:
      return html`<div class="picture">${each.items.map(() => next())}</div>`;
    case 13:
      return html`<p class="file">${each.file.url.replace('attachment://', '')}</p>`;
    case 14:
      return html`<hr>`;
    case 17:
      return boxed(
        each.accent_color,
        each.components.map((inner) => component(inner, next)),
      );
  }
}

/** A message as Discord shows it. `charts`: pictures of its charts, in their order. */
export function discordLook(sent: unknown, charts: readonly Content[]): Content {
  const parsed = Message.safeParse(sent);
  if (!parsed.success) return html`<pre>${JSON.stringify(sent)}</pre>`;
  const { content = '', embeds = [], components = [] } = parsed.data;
  const left = [...charts];
  const embedded = embeds.map(({ title, description = '', color }) =>
    boxed(color, html`${title === undefined ? '' : html`<p class="h3">${title}</p>`}${discordMarkdown(description)}`),
  );
  return html`<div class="discord"><p class="who"><strong>Debrief</strong> <span>APP</span></p>${content === '' ? '' : discordMarkdown(content)}${embedded}${components.map((each) => component(each, () => left.shift() ?? ''))}</div>`;
}
