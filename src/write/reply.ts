import { z } from 'zod';
import { isForeign } from '../language/foreign.ts';

/**
 * A line that a model wrote, with the ids of the sentences that it says it rests on, and the line in the channel's language
 * where that is not English.
 */
export const Line = z.object({ text: z.string(), rests: z.array(z.string()), translation: z.string().nullable() });
export type Line = z.infer<typeof Line>;

export const StoryReply = z.object({ headline: Line, lead: Line, points: z.array(Line) });
export type StoryReply = z.infer<typeof StoryReply>;

/** The words of lines that their sentences do not carry, by the lines' ids. */
export const ReaderReply = z.object({ doubts: z.array(z.object({ id: z.string(), words: z.string() })) });

export const RepairReply = z.object({
  lines: z.array(Line.extend({ id: z.string() })),
});

/** Ids as they were given, out of how models write them: "s3", "[s3]", "3", "s3, s4". */
export const idsIn = (rests: readonly string[]): string[] =>
  rests.flatMap((rest) => Array.from(rest.matchAll(/(?<![\w.])s?(\d{1,3})(?![\w.]\w)/giu), ([, n]) => `s${n}`));

const LEAST = 12;
/** What a line of each kind may take, in characters. */
export const MOST = { headline: 140, sentence: 320 } as const;
/** An address without its scheme: a name such as Amazon.com may stand in an article, but no model needs one. */
const ADDRESS = /\b[a-z0-9-]{1,63}\.(?:com|org|net|io|ai|dev|co|example|info|xyz)\b\/?/iu;

/** A line's text in one line, or why nothing of it may be shown whatever it says. */
export function presentable(text: string, most: number): { readonly text: string } | { readonly fault: string } {
  const plain = text.replace(/[ \t\r\n]+/gu, ' ').trim();
  if (plain.length < LEAST) return { fault: 'nothing is said' };
  if (plain.length > most) return { fault: `longer than ${most} characters` };
  if (isForeign(plain) || ADDRESS.test(plain)) return { fault: 'a link, a mention or markup' };
  return { text: plain };
}
