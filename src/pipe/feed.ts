import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseFeed } from '../gather/parse.ts';
import type { Filter } from './filter.ts';

const Line = z.object({ file: z.string(), contentType: z.string().nullish(), url: z.string().nullish() });

export const filter: Filter = {
  options: {},
  open: () => ({
    line: async (input) => {
      const { file, contentType = null, url = null } = Line.parse(input);
      const { title, site, items } = await parseFeed(await readFile(file), { contentType, url });
      // Where an aggregator or a counting service has an entry from are no fields of the contract.
      return { title, site, items: items.map(({ source: _, original: __, ...item }) => item) };
    },
  }),
};
