import { ModelError } from '../errors.ts';
import type { Asking, Draft, Passed, Refused } from './editor.ts';
import type { Faulty } from './repair.ts';
import { ReaderReply } from './reply.ts';

/** As much of a cited sentence, and of a debrief's lines, as is read again. */
const MOST = { cite: 360, lines: 60 } as const;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a line still has the words that were doubted of it: writing them once more answers no doubt. */
export const insists = ({ point }: Passed, { reasons }: Refused): boolean =>
  reasons.some(({ given }) => plain(point.text).includes(plain(given)));

/**
 * Puts all lines that passed the gate to the model once more, as an adversary that sees each line and what it cites alone, and answers
 * which words these do not carry. It can refuse and pass nothing: a doubt counts where its words stand in the line, and whatever else
 * it says changes nothing.
 */
export async function doubtsOf(drafts: readonly Draft[], { model, prompts, scope, signal }: Asking): Promise<Faulty[]> {
  const read = drafts
    .flatMap((draft) => [...draft.passed.values()].map(({ slot, point }) => ({ draft, slot, point })))
    // What stands in an article as it is has nothing to doubt.
    .filter(({ point: { text, cites } }) => !cites.some((cite) => plain(cite.text) === plain(text)))
    .slice(0, MOST.lines)
    .map((line, n) => ({ ...line, id: `${n + 1}` }));
  if (read.length === 0) return [];
  const lines = read.map(({ id, point: { text, cites } }) => ({
    id,
    line: text,
    sentences: cites.map((cite) => cite.text.replace(/\s+/gu, ' ').slice(0, MOST.cite)),
  }));
  const filled = prompts.reader.fill({ lines: JSON.stringify(lines) });
  const reply = await model.complete({ ...filled, scope }, ReaderReply, signal).catch((error: unknown) => {
    // Without a second reader the gate stands alone.
    if (error instanceof ModelError) return null;
    throw error;
  });
  const doubted = new Map<string, string>();
  for (const { id, words } of reply?.value.doubts ?? []) doubted.set(id, words);
  return read.flatMap(({ id, draft, slot, point }) => {
    const words = doubted.get(id);
    if (words === undefined || plain(words) === '' || !plain(point.text).includes(plain(words))) return [];
    return [[draft, { slot, reasons: [{ kind: 'statement', given: words, found: null }] }] as const];
  });
}
