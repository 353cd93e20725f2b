import { measure } from '../../domain/units.ts';
import { opposed } from '../../language/meaning.ts';
import { bindingFaults } from './bindings.ts';
import { moodFaults } from './certainty.ts';
import type { Clause } from './clauses.ts';
import { comparisonFaults, turnedIn } from './comparisons.ts';
import { inSentence, type Stated, support, supportOf } from './content.ts';
import { timeFaults } from './dated.ts';
import { doerFaults } from './doer.ts';
import { by, type Fault, fault } from './fault.ts';
import { figureFaults } from './figure-places.ts';
import { AMOUNT, MEASURE } from './measures.ts';
import { officeFaults } from './offices.ts';
import { ownerFaults } from './owners.ts';
import { polarityFaults } from './polarity.ts';
import { denied, fromOtherEnd, slotFaults, verbFaults, voiceFaults } from './predicate.ts';
import { qualifierFaults } from './qualifiers.ts';
import { BODY, GENERIC, type Scope } from './scope.ts';
import { subjectFaults } from './subject.ts';
import { nominalised } from './support-verbs.ts';
import { meets, type Token } from './tokens.ts';

/** A clause of a claim beside a clause of a source: how much of it stands there, and what is wrong if it rests on it. */
export type Reading = { readonly scope: Scope; readonly support: number; readonly faults: readonly Fault[] };

/** From here on a word stands in the clause, its sentence, or the one that it points back to. */
const LINKED = 0.6;
const NEAR = 0.5;

/** Verbs that say less than the one that they lead to. */
const WEAKER: ReadonlySet<string> = new Set(['try', 'attempt', 'seek', 'aim', 'intend', 'plan', 'want', 'hope']);

/** Words for what is to come, which "will" says as well. */
const FORESEEN: ReadonlySet<string> = new Set(
  'due set expected planned scheduled slated likely forecast projected expects plans intends aims wants'.split(' '),
);

const CAUSE: ReadonlySet<string> = new Set(
  'because due owing thanks therefore consequently hence amid despite'.split(' '),
);
const CAUSED: ReadonlySet<string> = new Set(
  'lack because due owe thank therefore consequently hence amid cause lead result trigger prompt drive blame attribute since reflect help so despite'.split(
    ' ',
  ),
);

/** "Due to open" tells a plan, "due to a fire" a cause. */
function isPlan(tokens: readonly Token[], n: number): boolean {
  const next = tokens[n + 1];
  const after = tokens[n + 2];
  return next?.low !== 'to' || after?.pos === 'VERB' || after?.pos === 'AUX';
}

function causeFaults({ clause }: Stated, scope: Scope): Fault[] {
  const marker = clause.tokens.find(({ low }, n) => CAUSE.has(low) && !(low === 'due' && isPlan(clause.tokens, n)));
  if (marker === undefined) return [];
  const { tokens, clauses } = scope.parsed;
  const told =
    tokens.some(({ low, lemma }) => CAUSE.has(low) || CAUSED.has(low) || CAUSED.has(lemma)) ||
    clauses.some((other) => other.tokens[0]?.low === 'as' && other.verbs.length > 0);
  return told ? [] : [fault('statement', marker.text, null, 1)];
}

function missing(token: Token): number {
  if (token.pos === 'PROPN') return 0.6;
  if (token.pos === 'NOUN') return GENERIC.has(token.lemma) ? 0.2 : 0.6;
  if (token.pos === 'VERB') return token.classes.length > 0 ? 0.5 : 0.4;
  return 0.35;
}

/** Is the name what the verb acts on, right after it? */
function isObject(token: Token, { tokens, passive }: Clause): boolean {
  const at = tokens.indexOf(token);
  return !passive && tokens[at - 1]?.pos === 'VERB' && !/^['’]s?$/.test(tokens[at + 1]?.low ?? '');
}

/** Has the source's clause a general noun that introduces the name elsewhere ("two firms", "the two firms, Arn and Bex")? */
function introduced(token: Token, { clause, prepared, parsed }: Scope): boolean {
  const nouns = clause.tokens.filter(({ lemma }) => BODY.has(lemma));
  return [0, 1, 2, 3, 4].some((step) => {
    const tokens = prepared.parsed(parsed.index + step)?.tokens ?? [];
    return tokens.some(
      (other, n) =>
        nouns.some(({ lemma }) => lemma === other.lemma) && tokens.slice(n, n + 8).some(({ low }) => low === token.low),
    );
  });
}

/** Verbs for what one does about a thing that one plans or orders. */
const REALISES: ReadonlySet<string> = new Set([
  'build',
  'make',
  'open',
  'set',
  'create',
  'develop',
  'construct',
  'launch',
]);

/** Does the source imply the verb: the building of what is planned, the paying of a sum that something is sold or let for? */
function isImplied({ clause, figures }: Stated, token: Token, scope: Scope): boolean {
  if (token.lemma === 'pay') {
    const money = figures.some((figure) => isMoney(figure.given.unit) && inSentence(figure, scope));
    return money && scope.clause.verbs.some(({ classes }) => classes.some((name) => TRADES.has(name)));
  }
  const governor = clause.verbs[clause.verbs.indexOf(token) - 1];
  const planned = governor !== undefined && clause.mood > 0 && scope.clause.verbs.some((verb) => meets(governor, verb));
  return planned && REALISES.has(token.lemma);
}

const TRADES: ReadonlySet<string> = new Set(['lease', 'buy', 'sell', 'cost', 'allow', 'spend']);

const isMoney = (unit: string | null): boolean => measure(unit).kind.startsWith('money ');

/** Stands an adjective where the source has another after the same word ("results final", "results preliminary")? */
function exchanged({ content, sentence }: Stated, n: number, { clause }: Scope): boolean {
  const token = content[n];
  const before = content[n - 1];
  if (token?.pos !== 'ADJ' || before === undefined) return false;
  return clause.tokens.some((other, k) => {
    const next = clause.tokens[k + 1];
    return meets(other, before) && next?.pos === 'ADJ' && !sentence.some((word) => meets(word, next));
  });
}

const AGO = /^(?:ago|earlier|before|previously|prior)$/;
const SPAN = /^(?:year|quarter|month|week|day|decade)$/;

/** "A year earlier", of a sentence that says "twelve months ago" or "on the year". */
function isAgo(token: Token, { tokens }: Clause, { parsed }: Scope): boolean {
  const at = tokens.indexOf(token);
  const span = AGO.test(token.low) ? tokens[at - 1] : AGO.test(tokens[at + 1]?.low ?? '') ? token : undefined;
  if (span === undefined || !SPAN.test(span.lemma)) return false;
  const yearly = /^(?:year|month)$/.test(span.lemma);
  return parsed.tokens.some(({ lemma }, n) => {
    const same = lemma === span.lemma || (yearly && /^(?:year|month)$/.test(lemma));
    return same && (AGO.test(parsed.tokens[n + 1]?.low ?? '') || parsed.tokens[n - 2]?.low === 'on');
  });
}

function contentFaults(stated: Stated, scope: Scope): Fault[] {
  const { clause, content, figures, quotes } = stated;
  const turned = turnedIn(stated, scope);
  return content.flatMap((token, n) => {
    // A time is held against the source's times.
    if (token.time !== null || isAgo(token, clause, scope) || turned.includes(token) || isImplied(stated, token, scope))
      return [];
    if (WEAKER.has(token.lemma) && clause.tokens[clause.tokens.indexOf(token) + 1]?.low === 'to') return [];
    const near = support(token, scope);
    if (near < LINKED && scope.parsed.tokens.some((other) => opposed(token.classes, other.classes))) return [];
    if (near >= LINKED) return [];
    if (figures.length > 0 && AMOUNT.has(token.lemma)) return [];
    if (scope.clause.mood > 0 && FORESEEN.has(token.low)) return [];
    const main = clause.verbs.includes(token);
    if (
      main &&
      (clause.reporting ||
        quotes ||
        denied(token, scope) ||
        nominalised(clause, scope.clause) ||
        fromOtherEnd(clause, token, scope) ||
        (MEASURE.has(token.lemma) && figures.length > 0))
    )
      return [];
    // What the clause says its subject is.
    const predicate = token.pos === 'ADJ' && clause.tokens[clause.tokens.indexOf(token) - 1]?.lemma === 'be';
    if (near === 0)
      return [fault('statement', token.text, null, predicate || exchanged(stated, n, scope) ? 0.6 : missing(token))];
    if (GENERIC.has(token.lemma) || clause.heads.includes(token)) return [];
    if (token.pos === 'PROPN' && content[n - 1]?.pos === 'PROPN') return [];
    if (token.pos === 'PROPN' && isObject(token, clause) && !introduced(token, scope))
      return [fault('subject', token.text, null, 0.6)];
    return [
      fault(figures.length > 0 ? 'subject' : 'statement', token.text, null, elsewhere(token) * (near < NEAR ? 1.2 : 1)),
    ];
  });
}

/** What a word costs that the source has, but in another sentence. */
function elsewhere({ pos, low }: Token): number {
  // Which of several it is makes it another thing.
  if (/^(?:first|second|third|fourth|fifth|another)$/.test(low)) return 0.5;
  return pos === 'NOUN' || pos === 'VERB' ? 0.25 : pos === 'PROPN' ? 0.15 : 0.1;
}

/** Words and figures that the source has, told of another noun or of somebody else. */
export const placeFaults = (stated: Stated, scope: Scope): Fault[] => [
  ...by('binding', bindingFaults(stated, scope)),
  ...by('owner', ownerFaults(stated, scope)),
  ...by('qualifier', qualifierFaults(stated, scope)),
  ...by('office', officeFaults(stated, scope)),
  ...by('slot', slotFaults(stated, scope)),
  ...by('cause', causeFaults(stated, scope)),
];

/** Reads a clause of a claim as if it rested on this clause of a source. */
export function read(stated: Stated, scope: Scope): Reading {
  const faults = [
    ...by('subject', subjectFaults(stated, scope)),
    ...by('doer', doerFaults(stated, scope)),
    ...placeFaults(stated, scope),
    ...by('figure', figureFaults(stated, scope)),
    ...by('verb', verbFaults(stated, scope)),
    ...by('voice', voiceFaults(stated, scope)),
    ...by('comparison', comparisonFaults(stated, scope)),
    ...by('time', timeFaults(stated, scope)),
    ...by('polarity', polarityFaults(stated, scope)),
    ...by('mood', moodFaults(stated, scope)),
    ...by('content', contentFaults(stated, scope)),
  ];
  // A cause that no source gives is a fault of the statement, whatever it is about.
  const cause = stated.clause.tokens.some(({ low }) => CAUSE.has(low));
  const told = (each: Fault): Fault =>
    cause && each.reason.kind === 'subject' ? { ...each, reason: { ...each.reason, kind: 'statement' } } : each;
  return { scope, support: supportOf(stated, scope), faults: faults.map(told) };
}
