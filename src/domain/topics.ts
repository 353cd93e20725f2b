import type { Topic } from './field.ts';
import { field } from './in-use.ts';

/** What a channel can choose from. */
export const topics = (): readonly Topic[] => field().topics;

export const topicNamed = (id: string): Topic | null => topics().find((topic) => topic.id === id) ?? null;

/** The topics that typed words may mean: the one whose id or name they are, else those that begin with or have them. */
export function topicsLike(typed: string): readonly Topic[] {
  const wanted = typed.trim().toLowerCase();
  const exact = topics().find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (exact !== undefined) return [exact];
  return topics().filter(
    ({ id, name }) => wanted.length > 1 && (id.startsWith(wanted) || name.toLowerCase().includes(wanted)),
  );
}
