import type { Clause } from './clauses.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { MEASURE } from './measures.ts';
import { BODY, type Scope, scopesOf, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** How many sentences either way somebody else may be told to do it. */
const PASSAGE = 5;

const names = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => pos === 'PROPN');

/** "Declined to comment": what is done is told by more than one verb. */
const deedOf = ({ verbs }: Clause): string => verbs.map(({ lemma }) => lemma).join(' ');

/** Is the clause told of somebody, by name or by what they are? */
const told = ({ heads }: Clause): boolean =>
  heads.some(({ pos, lemma, low }) => pos === 'PROPN' || (BODY.has(lemma) && low !== lemma));

/** The claim says of a name what the passage, in the same words, says only of others. */
export function doerFaults(stated: Stated, scope: Scope): Fault[] {
  return [...namedFaults(stated, scope), ...describedFaults(stated, scope)];
}

const describing = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN';

/** Who does it in the claim is described by what the source says of another's deed ("cloud firms oppose", "consumer groups back"). */
function describedFaults({ clause }: Stated, scope: Scope): Fault[] {
  const main = clause.verbs.at(-1);
  const theirs = scope.clause.subject.filter(describing);
  if (main === undefined || clause.passive || clause.reporting || scope.clause.passive || theirs.length === 0)
    return [];
  if (main.lemma === 'be' || main.lemma === 'have' || scope.clause.verbs.at(-1)?.lemma !== main.lemma) return [];
  const mine = clause.subject.filter(describing);
  const strange = mine.filter((token) => !within(token, scope.subject) && !within(token, scope.backKeys));
  const left = theirs.filter((token) => !mine.some((word) => meets(word, token)));
  const other = scope.parsed.clauses.find(
    ({ verbs, subject }) =>
      verbs.at(-1)?.lemma !== main.lemma && strange.some((token) => subject.some((word) => meets(word, token))),
  );
  // A name may be who the description is of.
  const alike = strange.some((token) => left.some(({ pos }) => (pos === 'PROPN') === (token.pos === 'PROPN')));
  return other === undefined || !alike ? [] : [fault('subject', textOf(strange), textOf(left), 1)];
}

function namedFaults({ clause, sentence }: Stated, { prepared, parsed }: Scope): Fault[] {
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
