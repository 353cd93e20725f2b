import { measure, sameKind } from '../../domain/units.ts';
import { converse } from '../../language/meaning.ts';
import type { FigureReading } from '../../model.ts';
import type { Clause } from './clauses.ts';
import { inClause, inSentence, isLight, type Stated, type StatedFigure } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { compare } from './figures.ts';
import { MEASURE } from './predicate.ts';
import { BODY, GENERIC, type Scope, scopesOf, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

const REACH = 3;
/** How many sentences before a name may have been introduced. */
const INTRODUCED = 8;

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

const POSSESSIVE: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her']);
const SINGULAR: ReadonlySet<string> = new Set(['it', 'this', 'that', 'he', 'she']);

/** Could the subject of the source's clause, a pronoun or a general noun, stand for the claim's? */
function standsFor(
  head: Token,
  { clause, backKeys, linkedKeys, named: subjectNamed }: Scope,
  owning: boolean,
): boolean {
  const own = clause.subject.some(({ low }) => POSSESSIVE.has(low));
  if (own && owning && !named(clause.heads) && within(head, backKeys)) return true;
  if (named(clause.heads)) return false;
  if (!within(head, linkedKeys) && !within(head, backKeys)) return false;
  if (head.pos === 'PROPN' && subjectNamed && !within(head, backKeys)) return false;
  const pronoun = clause.heads.find(({ low }) => PRONOUNS.has(low));
  if (pronoun === undefined) {
    const general = head.pos === 'PROPN' ? BODY : GENERIC;
    return clause.heads.every(({ pos, lemma }) => pos === 'NOUN' && general.has(lemma));
  }
  const plural = head.pos === 'NOUN' && head.low !== head.lemma;
  return head.pos === 'PROPN' || plural !== SINGULAR.has(pronoun.low);
}

/** Nouns for how much there is of something else. */
export const AMOUNT: ReadonlySet<string> = new Set(
  'share price cost rate level number amount size value total count figure proportion percentage part worth bill fee sum'.split(
    ' ',
  ),
);

/** Is the source's subject, a name, introduced nearby by this noun ("the utility Maple Valley")? */
function describes(head: Token, { clause, prepared, parsed }: Scope): boolean {
  if (head.pos !== 'NOUN' || !BODY.has(head.lemma)) return false;
  const names = clause.subject.filter(({ pos }) => pos === 'PROPN');
  if (names.length === 0) return false;
  for (let n = Math.max(0, parsed.index - INTRODUCED); n <= parsed.index; n++) {
    const tokens = prepared.parsed(n)?.tokens ?? [];
    const found = tokens.some(
      (token, k) =>
        token.lemma === head.lemma &&
        tokens.slice(Math.max(0, k - 3), k + 4).some((other) => names.some((name) => name.low === other.low)),
    );
    if (found) return true;
  }
  return false;
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
  const owning = main === undefined || isLight(main) || MEASURE.has(main.lemma);
  const other = (weight: number): Fault[] => [fault('subject', textOf(heads), textOf(source.heads), weight)];
  if (!heads.some((head) => within(head, scope.clauseKeys))) {
    if (heads.some((head) => standsFor(head, scope, owning) || describes(head, scope))) return [];
    const amount = figures.length > 0 && heads.every(({ lemma }) => AMOUNT.has(lemma));
    if (amount) return [];
    const near = heads.some((head) => within(head, scope.nearKeys) || within(head, scope.sentenceKeys));
    const abstract = heads.every(({ lemma, pos }) => pos === 'NOUN' && ABSTRACT.has(lemma));
    if (abstract && near) return [];
    const implied = named(heads) && near && !scope.named;
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
  // The clause that the claim rests on may not be the one that has the verb's other end.
  const otherEnd =
    main !== undefined && !clause.passive && verb === null && !scope.parsed.tokens.some((token) => meets(main, token))
      ? scope.parsed.clauses.find(
          (one) => !one.passive && one.verbs.some(({ classes }) => converse(main.classes, classes)),
        )
      : undefined;
  if (otherEnd !== undefined && named(heads) && heads.every((head) => otherEnd.heads.some((one) => meets(head, one))))
    return other(1);
  const comparable = verb !== null && !turned && !clause.passive && source.heads.length > 0;
  if (comparable && named(heads) && !heads.some((head) => within(head, scope.subject)) && named(source.subject))
    return other(1);
  return [];
}

/** "The two appeals" names what was counted before as much as it counts. */
const isSmallCount = ({ unit, value }: FigureReading): boolean =>
  typeof value === 'number' && value <= 12 && measure(unit).kind.startsWith('count ');

/** Figures of the claim that the source has, but of something else. */
export function figureFaults({ clause, figures, content }: Stated, scope: Scope): Fault[] {
  const { sentence } = scope.parsed;
  const rivals = scope.prepared.figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return figures.flatMap((figure) => {
    const { given } = figure;
    if (inSentence(figure, scope)) {
      const found: Fault[] = [];
      if (isBase(figure, scope) && !admits(clause, figure, scope)) found.push(fault('figure', given.text, null, 1));
      const elsewhere = !isSmallCount(given) && !figures.some((one) => inClause(one, scope));
      if (elsewhere) found.push(fault('subject', given.text, null, 0.4 / figures.length));
      return found;
    }
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

const FORMER: ReadonlySet<string> = new Set(
  'from before earlier previously former formerly then once had ago than against last compared after rather instead against today now current'.split(
    ' ',
  ),
);

/** Does the sentence have the figure only as what a change starts from, or is compared with ("up from 9 percent")? */
function isBase({ found }: StatedFigure, { prepared, parsed }: Scope): boolean {
  const here = found.filter(
    ({ source, start }) => source === prepared.source && start >= parsed.sentence.start && start < parsed.sentence.end,
  );
  return (
    here.length > 0 &&
    here.every(({ start }) => {
      const at = parsed.tokens.findIndex((token) => token.end > start);
      const before = parsed.tokens.slice(Math.max(0, at - 2), at + 1);
      return before.some(
        ({ low }, n) =>
          low === 'from' &&
          /^(?:up|down|,|percent|%|million|billion|[\d.]+)$/.test(
            parsed.tokens[Math.max(0, at - 2) + n - 1]?.low ?? '',
          ),
      );
    })
  );
}

/** Does the claim tell it as what was before, or with the time that the source gives it? */
function admits({ tokens }: Clause, { found, given }: StatedFigure, { parsed }: Scope): boolean {
  const at = tokens.findIndex((token) => token.start >= given.start);
  if (tokens.slice(Math.max(0, at - 3), at + 1).some(({ low }) => FORMER.has(low))) return true;
  const place = found.find(({ start }) => start >= parsed.sentence.start && start < parsed.sentence.end);
  const next = parsed.tokens.filter(({ start }) => place !== undefined && start >= place.end).slice(0, 4);
  const time = next.filter(
    ({ pos, low }) =>
      pos === 'NUM' || pos === 'PROPN' || low === 'today' || low === 'ago' || low === 'now' || low === 'earlier',
  );
  return (
    time.some(({ low }) => tokens.some((token) => token.low === low)) ||
    tokens.some(({ low }) => low === 'before' || low === 'previously' || low === 'earlier')
  );
}

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
    const clauses = scopesOf(prepared, index).filter((other) => inClause({ given, found }, other));
    const there = beside.filter((token) =>
      clauses.some((other) => within(token, other.clauseKeys) || within(token, other.backKeys)),
    );
    return 2 * there.length >= beside.length;
  });
}
