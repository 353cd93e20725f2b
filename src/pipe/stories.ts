import { z } from 'zod';
import { type Groupable, groupAll } from '../stories/group.ts';
import type { Filter } from './filter.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
  published: z.string().nullish(),
  text: z.string().nullish(),
});

export const filter: Filter = {
  options: {},
  open() {
    const items: Groupable[] = [];
    const ids: (string | number)[] = [];
    return {
      line(input) {
        const { id, title, publisher = null, url = null, published = null, text = null } = Line.parse(input);
        // Lines are told apart by their place: an id that comes twice is two lines.
        items.push({ id: String(ids.length), title, publisher, url, published, text });
        ids.push(id);
        return null;
      },
      end() {
        const storyOf = new Map(groupAll(items).flatMap(({ id, items }) => items.map((item) => [item, id] as const)));
        return ids.map((id, place) => ({ id, story: storyOf.get(String(place)) }));
      },
    };
  },
};
