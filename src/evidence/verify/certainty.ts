import type { Clause } from './clauses.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { MEASURE } from './measures.ts';
import { moodOf, SUSPECTS } from './mood.ts';
import { type Scope, within } from './scope.ts';
import { RELATIVE, REPORT } from './segments.ts';
import { meets, type Token } from './tokens.ts';

const FORECAST: ReadonlySet<string> = new Set(
  'expect forecast project predict target anticipate seek envisage want plan propose'.split(' '),
);

/** Does the source only foresee the figures that the claim tells as they are ("expects revenue of $3 billion")? */
function foreseen(clause: Clause, source: Clause, figures: Stated['figures']): boolean {
  const verb = source.verbs.at(-1);
  if (verb === undefined || clause.mood > 0 || figures.length === 0 || !FORECAST.has(verb.lemma)) return false;
  if (clause.tokens.some((token) => meets(token, verb) || FORECAST.has(token.lemma))) return false;
  return figures.every(({ found }) =>
    found.some(
      ({ start }) => start > verb.start && source.tokens.some((token) => token.start <= start && token.end > start),
    ),
  );
}

/** Is done in the claim what the source has in the doing ("is raising a fund", "has raised a fund")? */
function unfinished(clause: Clause, source: Clause): boolean {
  if (moodOf(clause.tokens, []) > 0 || clause.negations !== source.negations) return false;
  const perfect = clause.tokens.some(({ low }) => low === 'has' || low === 'have');
  const past = (verb: Token): boolean =>
    verb.pos === 'VERB' &&
    !/ing$/.test(verb.low) &&
    (perfect || (verb.low !== verb.lemma && !/s$/.test(verb.low) && !clause.passive));
  const doing = source.tokens.findIndex(({ low, pos }) => pos === 'VERB' && /ing$/.test(low));
  const be = source.tokens
    .slice(Math.max(0, doing - 3), Math.max(0, doing))
    .some(({ low }) => low === 'is' || low === 'are');
  const verb = source.tokens[doing];
  return be && verb !== undefined && clause.verbs.some((done) => past(done) && meets(verb, done));
}

/** The clauses that have the figures, where the claim's verb only leads to them. */
function figureClauses(clause: Clause, figures: Stated['figures'], { parsed, prepared }: Scope): readonly Clause[] {
  const main = clause.verbs.at(-1);
  if (main === undefined || !(isLight(main) || MEASURE.has(main.lemma))) return [];
  const places = figures.flatMap(({ found }) => found.filter(({ source }) => source === prepared.source));
  return parsed.clauses.filter(({ tokens }) =>
    places.some(({ start }) => tokens.some((token) => token.start <= start && token.end > start)),
  );
}

/** A plan, a forecast or a possibility told as more than that. */
export function moodFaults({ clause, figures, sentence }: Stated, scope: Scope): Fault[] {
  const source = scope.clause;
  if (clause.reporting || clause.verbs.length === 0 || source.verbs.length === 0) return [];
  const foretold = [source, ...figureClauses(clause, figures, scope)].some((one) => foreseen(clause, one, figures));
  if (foretold || unfinished(clause, source))
    return [fault('statement', textOf(clause.verbs), textOf(source.verbs), 1)];
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
