import type { Phrase } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';

/** A sentence as captions read it: its tokens, and its figures in tokens, each with its unit. */
export type Words = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly places: readonly Phrase[];
  readonly units: readonly (string | null)[];
};

export const slice = ({ text, tokens }: Words, { from, to }: Phrase): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ');

/** Without the words that only lead to what is left out: "spending of" is spending; with "…" behind a verb. */
export const TRAILING =
  /^(?:of|a|an|the|its|their|his|full|about|around|some|nearly|almost|roughly|more|less|than|to|at|by|least|most|as|much|many|total|combined|estimated|additional|another|only|just|over|under|between|for|with|worth|on|in|from|:|,)$/;
