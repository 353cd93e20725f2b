import { z } from 'zod';
import { Channel } from './delivery.ts';

/** One thing that a setting changed, with what was before: turned round, it takes the change back. */
export const Edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), before: Channel.nullable(), after: Channel }),
  /** Whether a workspace has a feed, by its id; `name` is for people. */
  z.object({ kind: z.literal('feed'), feed: z.string(), name: z.string(), before: z.boolean(), after: z.boolean() }),
  /** Whether a person was named to change settings. */
  z.object({ kind: z.literal('admin'), user: z.string(), before: z.boolean(), after: z.boolean() }),
]);
export type Edit = z.infer<typeof Edit>;
