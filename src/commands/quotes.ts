import { z } from 'zod';
import { speakerOf } from '../document/debrief.ts';
import { text } from '../document/inline.ts';
import { receiptsOf } from '../document/receipt.ts';
import { wordsIn } from '../locale/index.ts';
import type { Block } from '../model.ts';
import { command, refusal, toAsker } from './command.ts';
import { said } from './said.ts';
import { sightOf, sourcesOf } from './sight.ts';
import { receiptsIn } from './ways.ts';

const SHOWN = 6;

export const quotes = command({
  path: ['quotes'],
  example: 'quotes transformers',
  audience: 'everyone',
  options: z.object({ about: z.string().meta({ rest: true }) }),
  completes: {
    about: async (typed, context, world) => world.store.ledger.speakers(await sightOf(context, world), typed, 25),
  },
  async run({ about }, context, world) {
    const words = wordsIn(context.language).answers;
    const page = await world.store.ledger.quotes({ sight: await sightOf(context, world), words: about, limit: SHOWN });
    if (page.entries.length === 0) return refusal(said(words.noQuotes(about)));
    const receipts = receiptsOf(
      await sourcesOf(
        page.entries.map(({ quote }) => quote.article),
        world,
      ),
      await receiptsIn(context, world),
    );
    const title = words.quotesOn(about);
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text: title },
      ...page.entries.map(
        ({ quote }): Block => ({ kind: 'quote', text: quote.text.replace(/,$/, ''), by: speakerOf(quote, receipts) }),
      ),
      ...(page.more ? [{ kind: 'context', content: [text(words.moreQuotes)] } as const] : []),
    ];
    return toAsker({ summary: title, blocks, thread: [] });
  },
});
