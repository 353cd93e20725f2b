import type { Clause } from './clauses.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { moodOf, SUSPECTS } from './mood.ts';
import { type Scope, within } from './scope.ts';
import { RELATIVE, REPORT } from './segments.ts';
import { meets } from './tokens.ts';

/** A plan, a forecast or a possibility told as more than that. */
export function moodFaults({ clause, figures, sentence }: Stated, scope: Scope): Fault[] {
  const source = scope.clause;
  if (clause.reporting || clause.verbs.length === 0 || source.verbs.length === 0) return [];
  // What is told as somebody's word is theirs to foresee or to charge.
  const attributed = sentence.some(({ lemma, low }) => REPORT.has(lemma) || low === 'according' || SUSPECTS.has(lemma));
  // A relative clause is as certain as what it hangs on.
  const hangs = RELATIVE.has(clause.tokens[0]?.low ?? '') && moodOf(sentence, []) >= source.mood;
  if (hangs) return [];
  const mood = attributed ? source.mood : Math.max(source.mood, source.governed);
  if (mood <= clause.mood || (clause.negations > 0 && source.negations > 0)) return [];
  // What the subject of a plan has already is told by it ("its 95 employees will join").
  const had =
    onlyHas(clause) &&
    figures.length > 0 &&
    figures.every(({ found }) =>
      found.some(({ start }) => source.subject.some((token) => token.start <= start && token.end > start)),
    );
  if (had) return [];
  const base = figures.length > 0 && figures.every(({ found }) => found.some(({ start }) => isBase(source, start)));
  if (base) return [];
  const main = clause.verbs.at(-1);
  // What is agreed to is not done, but agreed.
  const done = source.verbs.at(-1);
  const only =
    main !== undefined && done !== undefined && !meets(main, done) && source.verbs.some((verb) => meets(verb, main));
  if (only) return [];
  const told = clause.verbs.some((verb) => source.verbs.some((other) => meets(verb, other)));
  const past = clause.tokens.some(
    ({ low, lemma, pos }) =>
      low === 'has' || low === 'have' || (pos === 'VERB' && low !== lemma && !/(?:s|ing)$/.test(low)),
  );
  if (!told && (!past || (main !== undefined && !isLight(main) && within(main, scope.sentenceKeys)))) return [];
  return [fault('statement', textOf(clause.verbs), textOf(source.verbs), 1)];
}

/** Is having or being all that the clause tells? */
const onlyHas = ({ verbs }: Clause): boolean => verbs.every((verb) => verb.lemma === 'have' || verb.lemma === 'be');

/** Does the figure say where a change starts from, which is a fact even where the change is a plan? */
function isBase({ tokens }: Clause, start: number): boolean {
  const at = tokens.findIndex((token) => token.end > start);
  return tokens
    .slice(Math.max(0, at - 3), at + 1)
    .some(({ low }) => low === 'from' || low === 'than' || low === 'against');
}
