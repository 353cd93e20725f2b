import { z } from 'zod';
import { verify } from '../evidence/verify.ts';
import type { Filter } from './filter.ts';

const Line = z.object({
  claim: z.string(),
  sources: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      title: z.string().nullish().default(null),
      published: z.string().nullish().default(null),
    }),
  ),
});

export const filter: Filter = {
  options: {},
  open: () => ({
    line: (input) => {
      const { claim, sources } = Line.parse(input);
      const { ok, reasons, score } = verify(claim, sources);
      return { ok, reasons, score };
    },
  }),
};
