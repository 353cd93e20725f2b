import { z } from 'zod';
import { figuresIn } from '../evidence/figures.ts';
import type { Filter } from './filter.ts';

const Line = z.object({ text: z.string(), published: z.string().nullish() });

export const filter: Filter = {
  options: {},
  open: () => ({
    line: (input) => {
      const { text, published } = Line.parse(input);
      return { figures: figuresIn(text, published ?? null) };
    },
  }),
};
