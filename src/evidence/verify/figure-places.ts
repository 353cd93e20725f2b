import { measure, sameKind } from '../../domain/units.ts';
import type { FigureReading } from '../../model.ts';
import type { Clause } from './clauses.ts';
import { inClause, inSentence, type Stated, type StatedFigure } from './content.ts';
import { type Fault, fault } from './fault.ts';
import { compare } from './figures.ts';
import { type Scope, scopesOf, within } from './scope.ts';
import type { Token } from './tokens.ts';

const REACH = 3;

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
  'from before earlier previously former formerly then once had ago than against last compared after rather instead against today now current present existing old original'.split(
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
