import type { Topic } from './field.ts';
import { field } from './in-use.ts';

/** What a channel can choose from. */
export const topics = (): readonly Topic[] => field().topics;

export const topicNamed = (id: string): Topic | null => topics().find((topic) => topic.id === id) ?? null;
