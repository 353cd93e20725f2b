import { ModelError } from '../errors.ts';
import type { Reason } from '../model.ts';
import { type Asking, type Draft, judge, type Passed, type Refused } from './editor.ts';
import { idsIn, RepairReply } from './reply.ts';
import { shared, type TermReader } from './terms.ts';

/** As much of a refused line, of a sentence and of a debrief's refusals as a repair needs. */
const MOST = { line: 320, sentence: 420, sentences: 3, reasons: 2, lines: 20 } as const;

/** A line that is to be written again, in its story. */
export type Faulty = readonly [draft: Draft, refused: Refused];

const inWords = ({ kind, given, found }: Reason): string =>
  found === null ? `${kind}: “${given}” is not in the sentences` : `${kind}: “${given}”; the sentences say “${found}”`;

/** The sentences that a refused line names, and those that are most like it. */
function sentencesFor({ given }: Draft, { slot }: Refused, termsOf: TermReader): Record<string, string> {
  const named = new Set(idsIn(slot.line.rests));
  const terms = termsOf(slot.line.text);
  const nearest = given
    .toSorted((a, b) => shared(b.candidate.terms, terms) - shared(a.candidate.terms, terms))
    .slice(0, MOST.sentences)
    .map(({ id }) => id);
  const wanted = new Set([
    ...[...named].slice(0, MOST.sentences),
    ...(named.size === 0 ? nearest : nearest.slice(0, 1)),
  ]);
  return Object.fromEntries(
    given.flatMap(({ id, candidate: { before, own } }) =>
      wanted.has(id) ? [[id, `${before === null ? '' : `${before} `}${own}`.slice(0, MOST.sentence)]] : [],
    ),
  );
}

/**
 * Has the refused lines of all stories written again, once, in one request; each then goes through the gate like any other. What passed
 * is not lost with a repair that fails.
 */
export async function repairLines(
  refused: readonly Faulty[],
  asking: Asking,
  termsOf: TermReader,
): Promise<(readonly [draft: Draft, passed: Passed])[]> {
  const { model, prompts, scope, language, publisher, signal } = asking;
  const faulty = refused.slice(0, MOST.lines).map(([draft, each], n) => ({ id: `${n + 1}`, draft, refused: each }));
  if (faulty.length === 0) return [];
  const lines = faulty.map(({ id, draft, refused: each }) => ({
    id,
    text: each.slot.line.text.slice(0, MOST.line),
    ...(each.slot.ended ? {} : { headline: true }),
    wrong: each.reasons.slice(0, MOST.reasons).map(inWords),
    sentences: sentencesFor(draft, each, termsOf),
  }));
  const filled = prompts.repair.fill({ refused: JSON.stringify(lines), language });
  const again = await model.complete({ ...filled, scope }, RepairReply, signal).catch((error: unknown) => {
    if (error instanceof ModelError) return null;
    throw error;
  });
  return (again?.value.lines ?? []).slice(0, faulty.length).flatMap((line) => {
    const entry = faulty.find(({ id }) => id === line.id);
    if (entry === undefined) return [];
    const { draft } = entry;
    const rests = idsIn(line.rests).length === 0 ? entry.refused.slot.line.rests : line.rests;
    const slot = { ...entry.refused.slot, line: { ...line, rests } };
    const judged = judge(draft.read, draft.given, slot, publisher);
    return 'point' in judged ? [[draft, judged] as const] : [];
  });
}
