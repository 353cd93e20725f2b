import { html } from 'hono/html';
import { z } from 'zod';
import { ENGLISH } from '../../../src/locale/index.ts';
import { type Content, type Look, linked } from '../inline.ts';

/** How Slack shows a message (docs.slack.dev/reference/block-kit), as far as ours use it. What is not known here is named, not left out. */
const Style = z.object({ bold: z.boolean(), italic: z.boolean(), code: z.boolean() }).partial().optional();
const Element = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), style: Style }),
  z.object({ type: z.literal('link'), url: z.string(), text: z.string(), style: Style }),
  z.object({ type: z.literal('date'), fallback: z.string() }),
]);
type Element = z.infer<typeof Element>;
const Section = z.object({ elements: z.array(Element) });
const Rich = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']),
    elements: z.array(Element),
  }),
  z.object({ type: z.literal('rich_text_list'), style: z.string(), elements: z.array(Section) }),
]);
type Rich = z.infer<typeof Rich>;
const Words = z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string() });
const Cell = z.union([
  z.object({ type: z.literal('raw_text'), text: z.string() }),
  z.object({ type: z.literal('rich_text'), elements: z.array(Rich) }),
]);
const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('header'), text: Words }),
  z.object({ type: z.literal('context'), elements: z.array(Words) }),
  z.object({ type: z.literal('rich_text'), elements: z.array(Rich) }),
  z.object({
    type: z.enum(['table', 'data_table']),
    column_settings: z.array(z.object({ align: z.enum(['left', 'right', 'center']).default('left') })).default([]),
    rows: z.array(z.array(Cell)),
  }),
  z.object({ type: z.literal('divider') }),
  z.object({
    type: z.literal('actions'),
    elements: z.array(z.object({ text: Words, style: z.string().optional(), url: z.string().optional() })),
  }),
  z.object({ type: z.literal('data_visualization'), title: z.string() }),
]);
const Message = z.object({ blocks: z.array(z.unknown()) });

/** Where the addresses of a message lead is the platform's affair: here they are shown as they are. */
const LOOK: Look = { root: null, words: ENGLISH.page };

function element(each: Element): Content {
  if (each.type === 'date') return each.fallback;
  const shown = each.type === 'link' ? linked(each.text, each.url, LOOK) : each.text;
  const { bold, italic, code } = each.style ?? {};
  const inner = code === true ? html`<code>${shown}</code>` : italic === true ? html`<em>${shown}</em>` : shown;
  return bold === true ? html`<strong>${inner}</strong>` : inner;
}

function rich(each: Rich): Content {
  switch (each.type) {
    case 'rich_text_section':
      return html`<div class="pre">${each.elements.map(element)}</div>`;
    case 'rich_text_quote':
      return html`<blockquote class="pre">${each.elements.map(element)}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre>${each.elements.map(element)}</pre>`;
    case 'rich_text_list': {
      const items = each.elements.map((item) => html`<li>${item.elements.map(element)}</li>`);
      return each.style === 'ordered' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/** Slack's own markup as the adapter writes it: words with entities, links with a label, and dates with what stands there where they cannot be shown. */
function mrkdwn(text: string): Content {
  return text.split(/(<[^<>|]+\|[^<>]*>)/).map((piece) => {
    const [, target, label = ''] = /^<([^<>|]+)\|([^<>]*)>$/.exec(piece) ?? [];
    if (target === undefined) return decoded(piece);
    return target.startsWith('!') ? decoded(label) : linked(decoded(label), decoded(target), LOOK);
  });
}

const cell = (each: z.infer<typeof Cell>): Content => (each.type === 'raw_text' ? each.text : each.elements.map(rich));

function block(given: unknown, next: () => Content): Content {
  const parsed = Block.safeParse(given);
  if (!parsed.success) return html`<pre>${JSON.stringify(given)}</pre>`;
  const each = parsed.data;
  switch (each.type) {
    case 'header':
      return html`<p class="head">${each.text.text}</p>`;
    case 'context':
      return html`<p class="note">${each.elements.map(({ type, text }, index) => [
        index === 0 ? '' : ' ',
        type === 'mrkdwn' ? mrkdwn(text) : text,
      ])}</p>`;
    case 'rich_text':
      return html`<div class="rich">${each.elements.map(rich)}</div>`;
    // One that is leafed through is shown whole.
    case 'table':
    case 'data_table': {
      const [head = [], ...rows] = each.rows;
      const side = (index: number) => each.column_settings[index]?.align ?? 'left';
      return html`<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head.map(
        (one, index) => html`<th scope="col" class="${side(index)}">${cell(one)}</th>`,
      )}</tr></thead><tbody>${rows.map(
        (row) => html`<tr>${row.map((one, index) => html`<td class="${side(index)}">${cell(one)}</td>`)}</tr>`,
      )}</tbody></table></div>`;
    }
    case 'divider':
      return html`<hr>`;
    case 'actions':
      return html`<p class="press">${each.elements.map(
        ({ text, style }) => html`<span class="${style ?? 'plain'}">${text.text}</span>`,
      )}</p>`;
    case 'data_visualization':
      return html`<div class="picture">${next()}</div>`;
  }
}

const Option = z.object({ text: Words });
const Field = z.object({
  label: Words,
  hint: Words.optional(),
  optional: z.boolean().default(false),
  element: z.object({
    type: z.string(),
    placeholder: Words.optional(),
    initial_value: z.string().optional(),
    default_to_current_conversation: z.boolean().default(false),
    initial_option: Option.optional(),
    initial_options: z.array(Option).default([]),
  }),
});
const Modal = z.object({
  title: Words,
  submit: Words.optional(),
  close: Words.optional(),
  blocks: z.array(z.unknown()),
});

function field(given: unknown): Content {
  const parsed = Field.safeParse(given);
  if (!parsed.success) return block(given, () => '');
  const { label, hint, optional, element } = parsed.data;
  const chosen = [element.initial_option, ...element.initial_options].flatMap((option) => option?.text.text ?? []);
  const filled = element.initial_value ?? chosen.join(', ');
  // What Slack says itself where nothing is chosen.
  const none = element.default_to_current_conversation ? '# this channel' : (element.placeholder?.text ?? 'Select');
  const isSelect = element.type.endsWith('select');
  const shown = filled === '' && isSelect ? html`<span class="none">${none}</span>` : html`<span>${filled}</span>`;
  return html`<p class="label">${label.text}${optional ? ' (optional)' : ''}</p><p class="field">${shown}${isSelect ? html`<span>▾</span>` : ''}</p>${hint === undefined ? '' : html`<p class="note">${hint.text}</p>`}`;
}

/** A form as Slack shows it. */
export function slackFormLook(view: unknown): Content {
  const parsed = Modal.safeParse(view);
  if (!parsed.success) return html`<pre>${JSON.stringify(view)}</pre>`;
  const { title, submit, close, blocks } = parsed.data;
  const buttons = html`${close === undefined ? '' : html`<span class="plain">${close.text}</span>`}${submit === undefined ? '' : html`<span class="primary">${submit.text}</span>`}`;
  return html`<div class="slack"><p class="head">${title.text}</p>${blocks.map(field)}<p class="press">${buttons}</p></div>`;
}

/** A message as Slack shows it. `charts`: pictures of its charts, in their order. */
export function slackLook(sent: unknown, charts: readonly Content[]): Content {
  const message = Message.safeParse(sent);
  const left = [...charts];
  const blocks = message.success ? message.data.blocks : [];
  return html`<div class="slack"><p class="who"><strong>Debrief</strong> <span>APP</span></p>${blocks.map((each) =>
    block(each, () => left.shift() ?? ''),
  )}</div>`;
}
