import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  type ModalSubmitInteraction,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Form, FormField } from '../../src/model.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { LIMITS } from './limits.ts';
import { POSTABLE } from './permissions.ts';
import { mentionOf } from './places.ts';
import { harmless } from './words.ts';

const plain = (text: string, longest: number): string => shortened(harmless(text).replace(/\s+/g, ' ').trim(), longest);

function selectOptions(field: FormField): APISelectMenuOption[] {
  const initial = new Set(field.initial?.split(','));
  return field.options.slice(0, LIMITS.selectOptions).map(({ value, label }) => ({
    value,
    label: plain(label, LIMITS.optionLabel),
    default: initial.has(value),
  }));
}

function inputOf(field: FormField): APILabelComponent['component'] {
  const common = { custom_id: field.name, required: field.required };
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const style = field.kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph;
      const initial = field.initial === null ? {} : { value: field.initial.slice(0, LIMITS.fieldInitial) };
      return { type: ComponentType.TextInput, style, ...common, ...initial };
    }
    case 'choice':
      return { type: ComponentType.StringSelect, ...common, options: selectOptions(field) };
    case 'choices': {
      const options = selectOptions(field);
      const least = field.required ? 1 : 0;
      return { type: ComponentType.StringSelect, ...common, options, min_values: least, max_values: options.length };
    }
    case 'channel': {
      const initial =
        field.initial === null
          ? {}
          : { default_values: [{ id: field.initial, type: SelectMenuDefaultValueType.Channel as const }] };
      return { type: ComponentType.ChannelSelect, ...common, channel_types: [...POSTABLE], ...initial };
    }
  }
}

/** A form as a modal, each field below its label. `customId` comes back with what was filled in. */
export function modal(form: Form, customId: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: plain(form.title, LIMITS.modalTitle),
    components: form.fields.slice(0, LIMITS.modalFields).map((field) => ({
      type: ComponentType.Label,
      label: plain(field.label, LIMITS.fieldLabel),
      ...(field.hint === null ? {} : { description: plain(field.hint, LIMITS.fieldHint) }),
      component: inputOf(field),
    })),
  };
}

/** What was filled in, by the fields' names; an empty field has no value. */
export function valuesOf({ fields, client }: ModalSubmitInteraction): Record<string, readonly string[]> {
  const values: Record<string, readonly string[]> = {};
  for (const [name, field] of fields.fields) {
    const typed = 'value' in field ? [String(field.value).trim()] : 'values' in field ? field.values : [];
    const filled = typed.filter((value) => value !== '');
    values[name] = field.type === ComponentType.ChannelSelect ? filled.map((id) => mentionOf(client, id)) : filled;
  }
  return values;
}
