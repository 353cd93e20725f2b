import { z } from 'zod';

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string();
