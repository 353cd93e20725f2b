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

/** A predicate with what it is said of. Words are indices of the sentence, each the head of its phrase. */
export type Clause = {
  /** The verb, or the noun or adjective that a form of "be" makes a predicate. */
  readonly predicate: number;
  /** Auxiliaries, copula and particle with the predicate, in order. */
  readonly verbs: readonly number[];
  /** The noun itself for a relative pronoun, that of the first for a joined verb; null for a bare infinitive or participle. */
  readonly subject: number | null;
  /** The subject, or else whoever is understood to do it: that of the governing verb, its object, the noun that the clause is about. */
  readonly doer: number | null;
  readonly object: number | null;
  readonly recipient: number | null;
  /** After "by" of a passive. */
  readonly agent: number | null;
  readonly obliques: readonly Oblique[];
  readonly passive: boolean;
  /** Is this very predicate denied by "not", "never"? */
  readonly negated: boolean;
  /** All words that deny within the clause: "not", and the "no" of its subject or object. */
  readonly negations: readonly number[];
  readonly mood: Mood;
  /** Outermost first. */
  readonly frames: readonly Frame[];
  readonly link: Link;
  /** The index, in the list of clauses, of the clause that it hangs on. */
  readonly above: number | null;
  /** The word that joins it: "if", "because", "and", "that". */
  readonly marker: number | null;
};
