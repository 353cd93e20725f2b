import { UNIT_NAMES } from '../../domain/units.ts';
import type { Stated } from './content.ts';
import { type Fault, fault } from './fault.ts';
import { type Scope, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** Words that say a thing only in part or not for sure; who leaves them out says more. */
const QUALIFIER: ReadonlySet<string> = new Set(
  `almost nearly partly partially mostly mainly largely partial probably possibly likely perhaps apparently allegedly
  reportedly potentially presumably supposedly alleged suspected tentative tentatively provisional provisionally some
  sometimes virtually practically`.split(/\s+/),
);
/** Other words that leave as much open. */
const OPEN: ReadonlySet<string> = new Set(
  'may might could can suspect suspected think believe thought believed appear seem suggest about roughly around most majority some part'.split(
    ' ',
  ),
);
/** Words that say it of all, or of more than half, or of one alone. */
const SWEEPING: ReadonlySet<string> = new Set(
  'all every each entire entirely whole wholly fully completely most majority none always only sole solely exclusively nationwide worldwide'.split(
    ' ',
  ),
);
/** Of what stretch of time something is reckoned. */
const PERIOD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    annual: 'year',
    yearly: 'year',
    quarterly: 'quarter',
    monthly: 'month',
    weekly: 'week',
    daily: 'day',
    hourly: 'hour',
  }),
);
/** What opens a condition. */
const CONDITION: ReadonlySet<string> = new Set(['if', 'unless', 'provided', 'assuming']);
/** What else leaves it open whether a thing comes to pass. */
const CONDITIONAL: ReadonlySet<string> = new Set(
  'if unless provided assuming subject depend contingent condition conditional may might could pending once when require need without hinge'.split(
    ' ',
  ),
);

const among = (words: ReadonlySet<string>, { low, lemma }: Token): boolean => words.has(low) || words.has(lemma);

const isSuperlative = ({ low, pos }: Token): boolean =>
  (pos === 'ADJ' || pos === 'ADV') && /^(?:[a-z]{3,}est|first|best|worst|only|record)$/.test(low) && low !== 'latest';

/** What is said in part, with reserve or under a condition is told without, or is told of more or as the most of its kind. */
export function qualifierFaults({ clause, sentence, figures }: Stated, scope: Scope): Fault[] {
  const { parsed } = scope;
  const faults: Fault[] = [];
  const free = (token: Token): boolean =>
    !figures.some(({ given }) => token.start >= given.start && token.end <= given.end);
  for (const [n, token] of clause.tokens.entries()) {
    const wide =
      /^(?:country|nation|world|globe|continent)$/.test(token.lemma) &&
      clause.tokens.slice(Math.max(0, n - 2), n).some(({ low }) => /^(?:across|throughout|around|over)$/.test(low));
    const rate =
      /^(?:each|every)$/.test(token.low) && (figures.length > 0 || UNIT_NAMES.has(clause.tokens[n + 1]?.low ?? ''));
    const sweeping = wide || (among(SWEEPING, token) && !rate);
    const passing = isSuperlative(token) || /^(?:most|majority)$/.test(token.low);
    if (passing && (within(token, scope.nearKeys) || within(token, scope.linkedKeys))) continue;
    if (!free(token) || !(sweeping || isSuperlative(token)) || within(token, scope.sentenceKeys)) continue;
    faults.push(fault('statement', token.text, null, 1));
  }
  for (const token of clause.tokens) {
    const period = PERIOD.get(token.low);
    if (
      period === undefined ||
      !free(token) ||
      parsed.tokens.some(({ low, lemma }) => lemma === period || PERIOD.get(low) === period)
    )
      continue;
    const other = parsed.tokens.find(({ low }) => PERIOD.has(low));
    if (other !== undefined) faults.push(fault('statement', token.text, other.text, 1));
  }
  const open = sentence.some((token) => among(QUALIFIER, token) || among(OPEN, token));
  if (!open) {
    scope.clause.tokens.forEach((token, n) => {
      if (!QUALIFIER.has(token.low) || token.pos === 'NOUN') return;
      const next = scope.clause.tokens
        .slice(n + 1, n + 3)
        .filter(({ pos }) => pos !== 'DET' && pos !== 'AUX' && pos !== 'ADP');
      const [said] = next;
      if (said === undefined || said.pos === 'NUM' || said.pos === 'SYM') return;
      if (clause.tokens.some((other) => meets(other, said)))
        faults.push(fault('statement', said.text, `${token.text} ${said.text}`, 1));
    });
  }
  if (!sentence.some((token) => among(CONDITIONAL, token))) {
    const condition = parsed.clauses.find((other) => CONDITION.has(other.tokens[0]?.low ?? ''));
    const at = condition === undefined ? -1 : parsed.clauses.indexOf(condition);
    const governs =
      at >= 0 && (parsed.clauses[at - 1] === scope.clause || (at === 0 && parsed.clauses[1] === scope.clause));
    if (governs && !clause.reporting)
      faults.push(
        fault(
          'statement',
          clause.verbs.map(({ text }) => text).join(' '),
          condition?.tokens.map(({ text }) => text).join(' ') ?? null,
          1,
        ),
      );
  }
  return faults;
}
