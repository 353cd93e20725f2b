import { z } from 'zod';
import { quotesIn } from '../evidence/quotes.ts';
import type { Filter } from './filter.ts';

const Line = z.object({ text: z.string() });

export const filter: Filter = {
  options: {},
  open: () => ({
    line: (input) => ({ quotes: quotesIn(Line.parse(input).text) }),
  }),
};
