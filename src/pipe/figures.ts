import { z } from 'zod';
import { figuresIn } from '../evidence/figures.ts';
import { quotesIn } from '../evidence/quotes.ts';
import type { Filter } from './filter.ts';

const Line = z.object({ text: z.string(), published: z.string().nullish(), title: z.string().nullish() });

export const filter: Filter = {
  options: {},
  open: () => ({
    line: (input) => {
      const { text, published, title } = Line.parse(input);
      return { figures: figuresIn(text, published ?? null, { title: title ?? null, quotes: quotesIn(text) }) };
    },
  }),
};
