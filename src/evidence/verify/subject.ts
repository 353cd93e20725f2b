import { sameKind } from '../../domain/units.ts';
import { converse } from '../../language/meaning.ts';
import type { Clause } from './clauses.ts';
import { inClause, inSentence, type Stated, type StatedFigure, stretchOf } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { compare } from './figures.ts';
import { GENERIC, type Scope, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

const PRONOUNS: ReadonlySet<string> = new Set('it they he she we i you this these those that there'.split(' '));

const named = (tokens: readonly Token[]): boolean => tokens.some(({ pos }) => pos === 'PROPN');

function verbsMeet(left: Clause, right: Clause): Token | null {
  const main = left.verbs.at(-1);
  if (main === undefined) return null;
  return (
    right.verbs.find((verb) => meets(main, verb)) ??
    right.verbs.find((verb) => converse(main.classes, verb.classes)) ??
    null
  );
}

/** What one calls an event or a body without having said the word before. */
const ABSTRACT: ReadonlySet<string> = new Set(
  `company firm group maker operator provider deal contract agreement lease purchase sale plan project move decision order
  programme program round investment award report announcement statement filing effort initiative change`.split(/\s+/),
);

const SINGULAR: ReadonlySet<string> = new Set(['it', 'this', 'that', 'he', 'she']);

/** Could the subject of the source's clause, a pronoun or a general noun, stand for the claim's? */
function standsFor(head: Token, { clause, backKeys, linkedKeys }: Scope): boolean {
  if (within(head, backKeys)) return true;
  if (!within(head, linkedKeys)) return false;
  const pronoun = clause.heads.find(({ low }) => PRONOUNS.has(low));
  if (pronoun === undefined) return clause.heads.every(({ pos, lemma }) => pos === 'NOUN' && GENERIC.has(lemma));
  const plural = head.pos === 'NOUN' && head.low !== head.lemma;
  return head.pos === 'PROPN' || plural !== SINGULAR.has(pronoun.low);
}

/** Is it the very verb, so that a class that it also stands in does not matter? */
function meetsSense(left: Token | undefined, right: Token): boolean {
  return left !== undefined && left.lemma === right.lemma;
}

/** Who or what the claim says it of is not who or what the source says it of. */
export function subjectFaults({ clause, figures }: Stated, scope: Scope): Fault[] {
  const heads = clause.heads.filter(({ low }) => !PRONOUNS.has(low));
  const source = scope.clause;
  if (heads.length === 0 || clause.reporting) return [];
  const verb = verbsMeet(clause, source);
  const main = clause.verbs.at(-1);
  const turned = verb !== null && (clause.passive !== source.passive || converse(main?.classes ?? [], verb.classes));
  const other = (weight: number): Fault[] => [fault('subject', textOf(heads), textOf(source.heads), weight)];
  if (!heads.some((head) => within(head, scope.clauseKeys))) {
    if (heads.some((head) => standsFor(head, scope))) return [];
    const near = heads.some((head) => within(head, scope.nearKeys) || within(head, scope.sentenceKeys));
    const abstract = heads.every(({ lemma, pos }) => pos === 'NOUN' && ABSTRACT.has(lemma));
    if (abstract && near) return [];
    const implied = named(heads) && near && !named(source.heads) && figures.length === 0;
    return other(implied ? 0.3 : 1);
  }
  const names = clause.subject.filter(({ pos }) => pos === 'PROPN');
  const theirs = source.subject.filter(({ pos }) => pos === 'PROPN');
  const strange = names.length > 0 && theirs.length > 0 && !names.some((name) => within(name, scope.clauseKeys));
  if (strange && !theirs.some((name) => clause.tokens.some((token) => meets(token, name)))) return other(1);
  const backwards =
    verb !== null &&
    clause.passive === source.passive &&
    converse(main?.classes ?? [], verb.classes) &&
    !meetsSense(main, verb);
  if (backwards && named(heads) && heads.every((head) => within(head, scope.subject))) return other(1);
  const comparable = verb !== null && !turned && !clause.passive && source.heads.length > 0;
  if (comparable && named(heads) && !heads.some((head) => within(head, scope.subject)) && named(source.heads))
    return other(1);
  return [];
}

/** Figures of the claim that the source has, but of something else. */
export function figureFaults({ clause, figures, content }: Stated, scope: Scope): Fault[] {
  const rivals = scope.prepared.figures.filter(({ start, end }) => {
    const stretch = stretchOf(scope.clause);
    return start >= stretch.start && end <= stretch.end;
  });
  return figures.flatMap((figure) => {
    if (inClause(figure, scope) || inSentence(figure, scope)) return [];
    const { given } = figure;
    const rival = rivals.find(
      (other) =>
        sameKind(given.unit, other.unit) &&
        given.unit !== null &&
        !figures.some((one) => compare(one.given, other) === 'same'),
    );
    if (rival !== undefined) return [fault('subject', given.text, rival.text, 1)];
    return carriedAround(figure, clause, content, scope) ? [] : [fault('subject', given.text, null, 0.7)];
  });
}

const REACH = 3;

/** Is the figure in a sentence close by that has the words beside the figure too, or speaks of the same? */
function carriedAround(
  { given, found }: StatedFigure,
  clause: Clause,
  content: readonly Token[],
  scope: Scope,
): boolean {
  const { prepared, parsed } = scope;
  const at = clause.tokens.findIndex(({ start }) => start >= given.start);
  const beside = clause.tokens
    .slice(Math.max(0, at - 4), at + 7)
    .filter((token) => content.includes(token) && (token.end <= given.start || token.start >= given.end));
  return found.some(({ start }) => {
    const index = prepared.sentenceAt(start);
    if (index < 0 || Math.abs(index - parsed.index) > REACH) return false;
    const words = prepared.parsed(index)?.tokens ?? [];
    return beside.length === 0 || beside.some((token) => words.some((word) => meets(token, word)));
  });
}
