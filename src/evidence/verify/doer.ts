import type { Clause } from './clauses.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { MEASURE } from './predicate.ts';
import { BODY, type Scope, scopesOf, within } from './scope.ts';
import type { Token } from './tokens.ts';

/** How many sentences either way somebody else may be told to do it. */
const PASSAGE = 5;

const names = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => pos === 'PROPN');

/** "Declined to comment": what is done is told by more than one verb. */
const deedOf = ({ verbs }: Clause): string => verbs.map(({ lemma }) => lemma).join(' ');

/** Is the clause told of somebody, by name or by what they are? */
const told = ({ heads }: Clause): boolean =>
  heads.some(({ pos, lemma, low }) => pos === 'PROPN' || (BODY.has(lemma) && low !== lemma));

/** The claim says of a name what the passage, in the same words, says only of others. */
export function doerFaults({ clause, sentence }: Stated, { prepared, parsed }: Scope): Fault[] {
  const doers = names(clause.heads);
  const main = clause.verbs.at(-1);
  if (doers.length === 0 || main === undefined || clause.passive || isLight(main) || MEASURE.has(main.lemma)) return [];
  if (clause.reporting && clause.verbs.length < 2) return [];
  const others: Clause[] = [];
  for (let n = parsed.index - PASSAGE; n <= parsed.index + PASSAGE; n++) {
    for (const scope of scopesOf(prepared, n)) {
      const same = deedOf(scope.clause) === deedOf(clause);
      if (!same && !scope.clause.verbs.some(({ lemma }) => lemma === main.lemma)) continue;
      const may = [scope.clauseKeys, scope.backKeys, scope.subject, scope.sentenceKeys];
      if (doers.some((name) => may.some((keys) => within(name, keys)))) return [];
      if (scope.clause.passive || !told(scope.clause)) return [];
      if (same) others.push(scope.clause);
    }
  }
  const [other] = others;
  if (other === undefined || other.heads.some((head) => sentence.some(({ low }) => low === head.low))) return [];
  return [fault('subject', textOf(doers), textOf(other.heads), 1)];
}
