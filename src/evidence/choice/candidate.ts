import type { Name } from './hashed.ts';

/** What something may be, null where the text does not tell, with the names of all that speaks for it and against it. */
export type Candidate = { readonly value: string | null; readonly names: readonly Name[] };
