/** What people read of blocks, without how it looks. */
import { z } from 'zod';

const Node = z.looseObject({
  type: z.string().optional(),
  text: z.unknown().optional(),
  fallback: z.string().optional(),
});

/** The words of blocks in reading order, a block on a line. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (typeof value === 'string') return value;
  const node = Node.safeParse(value);
  if (!node.success) return '';
  const { type, text, fallback, ...rest } = node.data;
  if (type === 'date') return fallback ?? '';
  if (type === 'mrkdwn') return String(text).replace(/<[^|>]*\|([^>]*)>/g, '$1');
  const own = text === undefined ? '' : wordsOf(text);
  const inner = ['elements', 'rows', 'chart', 'title'].map((name) => wordsOf(rest[name])).join('');
  const ends = /^(?:header|context|rich_text|rich_text_section|rich_text_quote|actions|raw_text)$/.test(type ?? '');
  return `${own}${inner}${ends ? '\n' : ''}`;
}
