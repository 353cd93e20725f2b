import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readPage } from '../gather/article.ts';
import type { Filter } from './filter.ts';

const Line = z.object({ file: z.string(), url: z.string().nullish() });

export const filter: Filter = {
  options: {},
  open: () => ({
    line: async (input) => {
      const { file, url = null } = Line.parse(input);
      const { title, author, published, publisher, text } = readPage(await readFile(file), url);
      return { title, author, published, publisher, text };
    },
  }),
};
