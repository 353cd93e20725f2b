import type { Clause } from './clauses.ts';
import { meets, type Token } from './tokens.ts';

/** Verbs that lend a noun the place of a verb: who "makes a purchase" purchases. */
const DOES: ReadonlySet<string> = new Set(
  'make sign strike reach take give carry conduct launch hold lodge file submit post report record see announce have do undertake mount perform stage issue offer place put cause lead bring trigger produce prompt'.split(
    ' ',
  ),
);
/** Those whose subject is whom it is done to: who "receives a fine" is fined. */
const UNDERGOES: ReadonlySet<string> = new Set(
  'receive face undergo suffer pay get incur sustain experience win'.split(' '),
);

/** The noun that tells the deed of a clause whose verb only lends it a place, if the source's clause has it as its verb. */
function deedOf({ tokens, verbs }: Clause, source: Clause, supports: ReadonlySet<string>): Token | undefined {
  const main = verbs.at(-1);
  if (main === undefined || !supports.has(main.lemma)) return;
  const after = tokens.slice(tokens.indexOf(main) + 1, tokens.indexOf(main) + 7);
  return after.find((token) => token.pos === 'NOUN' && source.verbs.some((verb) => meets(token, verb)));
}

/** Does the claim tell by a noun what the source tells by its verb ("signed a lease", "leased")? */
export const nominalised = (clause: Clause, source: Clause): boolean =>
  deedOf(clause, source, DOES) !== undefined || undergone(clause, source);

/** So that the claim's subject is whom it is done to ("received a fine")? */
export const undergone = (clause: Clause, source: Clause): boolean => deedOf(clause, source, UNDERGOES) !== undefined;
