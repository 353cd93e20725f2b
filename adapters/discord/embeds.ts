import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { Document } from '../../src/model.ts';
import { ACCENT, rowsOf, written } from './build.ts';
import { LIMITS } from './limits.ts';
import type { Voice } from './mentions.ts';
import { partsOf } from './parts.ts';
import { NOBODY } from './render.ts';
import { escapedLine } from './words.ts';

export type Classic = {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
  readonly allowed_mentions: typeof NOBODY;
};

const NOTE = 60;

/** The fallback: a document as one embed, from its top, with its buttons. Sent when Discord refuses the components. */
export function renderEmbed(document: Document, id: number | null, voice: Voice): Classic {
  const lines: string[] = [];
  let room = LIMITS.embedDescription - NOTE;
  let left = 0;
  const buttons = new Set<string>();
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (const part of partsOf(document, voice)) {
    if (part.kind === 'actions') {
      rows.push(...rowsOf(part.actions, buttons));
      continue;
    }
    if (part.kind === 'separator' || part.kind === 'chart') continue;
    const words = written(part.text, () => 'number');
    const line = part.kind === 'text' && part.fence !== null ? `\`\`\`\n${words}\n\`\`\`` : words;
    if (left > 0 || line.length + 1 > room) {
      left += 1;
      continue;
    }
    room -= line.length + 1;
    lines.push(line);
  }
  if (left > 0) lines.push(`-# ${voice.words.moreEntries(left)}, ${voice.words.tooMuch}`);
  const description = lines.length === 0 ? escapedLine(document.summary).slice(0, LIMITS.embedTitle) : lines.join('\n');
  const [first, ...others] = rows;
  return {
    embeds: [{ color: ACCENT, description }],
    components: first === undefined ? [] : [id === null ? first : { ...first, id }, ...others].slice(0, 5),
    allowed_mentions: NOBODY,
  };
}
