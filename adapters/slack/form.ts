import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Words } from '../../src/locale/index.ts';
import type { Document, Form, FormField } from '../../src/model.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { LIMITS } from './limits.ts';
import { renderView } from './render.ts';
import { harmless } from './words.ts';

/** What a modal carries from its opening to its submission: its form, and where it was opened. */
export const Carried = z.object({ id: z.string(), channel: z.string().nullable(), thread: z.string().nullable() });
export type Carried = z.infer<typeof Carried>;

export const FORM = 'form';
const VALUE = 'value';

const plain = (text: string, longest: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shortened(harmless(text), longest),
  emoji: false,
});

function inputOf(field: FormField): types.KnownBlock & { type: 'input' } {
  const options = field.options.map(({ value, label }) => ({ text: plain(label, LIMITS.optionText), value }));
  const chosen = options.filter(({ value }) => field.initial?.split(',').includes(value));
  const [first] = chosen;
  const common = {
    type: 'input',
    block_id: field.name,
    optional: !field.required,
    label: plain(field.label, LIMITS.inputLabel),
    ...(field.hint === null ? {} : { hint: plain(field.hint, LIMITS.inputHint) }),
  } as const;
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const initial = field.initial === null ? {} : { initial_value: field.initial };
      const multiline = field.kind === 'paragraph';
      return { ...common, element: { type: 'plain_text_input', action_id: VALUE, multiline, ...initial } };
    }
    case 'choice': {
      const initial = first === undefined ? {} : { initial_option: first };
      return { ...common, element: { type: 'static_select', action_id: VALUE, options, ...initial } };
    }
    case 'choices': {
      const initial = first === undefined ? {} : { initial_options: chosen };
      return { ...common, element: { type: 'multi_static_select', action_id: VALUE, options, ...initial } };
    }
    case 'channel': {
      const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true };
      const initial =
        field.initial === null ? { default_to_current_conversation: true } : { initial_conversation: field.initial };
      return { ...common, element: { type: 'conversations_select', action_id: VALUE, filter, ...initial } };
    }
  }
}

/** A form as a modal. */
export function modal(form: Form, carried: Omit<Carried, 'id'>, words: Words['platforms']): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify({ id: form.id, ...carried }),
    title: plain(form.title, LIMITS.viewTitle),
    submit: plain(form.submit, LIMITS.viewButton),
    close: plain(words.cancel, LIMITS.viewButton),
    blocks: form.fields.map(inputOf),
  };
}

/** A modal that only says something. */
export function notice(document: Document, words: Words['platforms']): types.ModalView {
  return {
    type: 'modal',
    title: plain('Debrief', LIMITS.viewTitle),
    close: plain(words.close, LIMITS.viewButton),
    blocks: knownBlocks(document),
  };
}

/** Blocks for a surface without charts. */
export function knownBlocks(document: Document): types.KnownBlock[] {
  return renderView(document).flatMap((block) => (block.type === 'data_visualization' ? [] : [block]));
}

const State = z.record(
  z.string(),
  z.record(
    z.string(),
    z.looseObject({
      value: z.string().nullish(),
      selected_option: z.looseObject({ value: z.string() }).nullish(),
      selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
      selected_conversation: z.string().nullish(),
    }),
  ),
);

/** What was filled in, by the fields' names; an empty field has no value, a channel is `<#id>` as in a command. */
export function valuesOf(state: unknown): Record<string, readonly string[]> {
  const values: Record<string, readonly string[]> = {};
  for (const [name, inputs] of Object.entries(State.parse(state))) {
    values[name] = Object.values(inputs).flatMap((input) => [
      ...(input.value == null || input.value.trim() === '' ? [] : [input.value.trim()]),
      ...(input.selected_option == null ? [] : [input.selected_option.value]),
      ...(input.selected_options ?? []).map(({ value }) => value),
      ...(input.selected_conversation == null ? [] : [`<#${input.selected_conversation}>`]),
    ]);
  }
  return values;
}
