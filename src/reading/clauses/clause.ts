/** How a clause stands to what is so: told as a fact, planned, foreseen, possible, a condition, a question, an order. */
export type Mood = 'fact' | 'plan' | 'forecast' | 'possible' | 'condition' | 'question' | 'order';

/** What whoever frames a clause makes of it. */
export type Stance = 'says' | 'denies' | 'doubts' | 'expects' | 'asks' | 'fears' | 'hopes' | 'rejects' | 'lacks';

/** Somebody's stance towards what the clause says. Words are indices of the sentence. */
export type Frame = {
  /** The head word of whoever says, denies, expects; null where nobody is named ("was expected to"). */
  readonly by: number | null;
  /** The word that frames: a verb, or a noun ("no evidence that", "according to"). */
  readonly verb: number;
  readonly stance: Stance;
};

/** How a clause hangs on the one above it. */
export type Link = 'root' | 'joined' | 'complement' | 'relative' | 'adverbial' | 'aside' | 'attribute' | 'subject';

/** A phrase that a preposition ties to the predicate. */
export type Oblique = { readonly case: string; readonly head: number };
