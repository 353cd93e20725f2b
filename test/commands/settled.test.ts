/** An answer before its end: what somebody is told of it is how it begins, and never more than they may see. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { createHandlers } from '../../src/commands/handlers.ts';
import { REGISTRY } from '../../src/commands/registry.ts';
import { readPrompt } from '../../src/effects/prompts.ts';
import type { Document } from '../../src/model.ts';
import type { LanguageModel } from '../../src/ports/language-model.ts';
import { article } from '../samples.ts';
import { ada, NOON, openDesk } from './desk.ts';

const LEASE = 'Orbin Compute has leased 120 megawatts in Reno.';
const TERM = 'The Reno lease of Orbin Compute runs through 2041.';
const PRICE = 'Orbin Compute will pay $310 million for the Reno lease.';
const LINES = [LEASE, TERM, PRICE];

// The first line is told by the article whose id comes last: no order but that of the lines numbers the sources.
const PAPERS = LINES.map((text, n) =>
  article(`${'zam'[n]}-paper`, text, { title: `News ${n}`, publisher: `Paper ${n}`, published: NOON }),
);

let app: App;
beforeEach(async () => {
  const desk = await openDesk();
  ({ app } = desk);
  await desk.bring(PAPERS);
});
afterEach(() => app.close());

/** Asks a model that says a line after the other; what was told meanwhile, and the answer. */
async function asked() {
  const model: LanguageModel = {
    name: 'scripted',
    async complete(_prompt, schema, _signal, watch) {
      const sentences = LINES.map((text) => ({ text, rests: ['s1', 's2', 's3'] }));
      for (let upTo = 1; upTo <= sentences.length; upTo += 1) watch?.({ sentences: sentences.slice(0, upTo) });
      return { value: schema.parse({ sentences }), usage: { inputTokens: 1, outputTokens: 1 }, model: 'scripted' };
    },
  };
  const answerer = { model, prompt: readPrompt('ask', 'AskReply'), repair: readPrompt('repair', 'RepairReply') };
  const told: Document['blocks'][] = [];
  const context = { ...ada, settled: (begun: Document['blocks']) => void told.push(begun) };
  const { document } = await createHandlers(REGISTRY, { ...app.world, answerer }).talk(
    context,
    'what has Orbin leased in Reno, until when and for how much?',
  );
  return { told, blocks: document.blocks };
}
const wordsOf = (blocks: Document['blocks']): string => JSON.stringify(blocks);

describe('an answer that is told before its end', () => {
  it('begins as it ends, paragraph by paragraph, with the same receipts', async () => {
    const { told, blocks } = await asked();
    expect(told.map(({ length }) => length)).toEqual([1, 2]);
    for (const begun of told) expect(begun).toEqual(blocks.slice(0, begun.length));
    expect(wordsOf(blocks)).toContain('$310 million');
    expect(wordsOf(blocks.slice(0, 1))).toContain('"n":1');
  });

  it('has nothing in it that was reported there as wrong', async () => {
    const start = LEASE.indexOf('120 megawatts');
    await app.store.reports.add({
      id: 'report-1',
      workspace: ada.workspace,
      kind: 'figure',
      article: PAPERS[0]?.id ?? '',
      start,
      end: start + '120 megawatts'.length,
      reason: null,
      by: 'ada',
      at: NOON,
      state: 'open',
    });
    const { told, blocks } = await asked();
    for (const begun of [...told, blocks]) expect(wordsOf(begun)).not.toContain('120 megawatts');
    for (const begun of told) expect(begun).toEqual(blocks.slice(0, begun.length));
  });
});
