import { z } from 'zod';

const Node = z.looseObject({
  content: z.string().optional(),
  label: z.string().optional(),
  description: z.string().optional(),
});

/** All words that people see of a message's components. */
export function wordsOf(components: unknown): string {
  if (Array.isArray(components)) return components.map(wordsOf).join('\n');
  const node = Node.safeParse(components);
  if (!node.success) return '';
  const { content = '', label = '', description = '', ...rest } = node.data;
  const inner = Object.values(rest).map((value) => (typeof value === 'object' ? wordsOf(value) : ''));
  return [content, label, description, ...inner].filter((part) => part !== '').join('\n');
}

/** The texts in which Discord reads marks, one piece for each component. */
export function markupIn(components: unknown): string[] {
  if (Array.isArray(components)) return components.flatMap(markupIn);
  const node = Node.safeParse(components);
  if (!node.success) return [];
  const { content, ...rest } = node.data;
  return [...(content === undefined ? [] : [content]), ...Object.values(rest).flatMap(markupIn)];
}
