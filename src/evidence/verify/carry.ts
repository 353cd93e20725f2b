import { opposed } from '../../language/meaning.ts';
import type { Clause } from './clauses.ts';
import { type Stated, support, supportOf } from './content.ts';
import { contrastFaults, countedFaults } from './contrast.ts';
import { doerFaults } from './doer.ts';
import { type Fault, fault } from './fault.ts';
import { moodFaults, polarityFaults } from './polarity.ts';
import { comparisonFaults, denied, MEASURE, slotFaults, verbFaults, voiceFaults } from './predicate.ts';
import { BODY, GENERIC, type Scope } from './scope.ts';
import { AMOUNT, figureFaults, subjectFaults } from './subject.ts';
import { isTime, timeFaults } from './times.ts';
import type { Token } from './tokens.ts';

/** A clause of a claim beside a clause of a source: how much of it stands there, and what is wrong if it rests on it. */
export type Reading = { readonly scope: Scope; readonly support: number; readonly faults: readonly Fault[] };

/** From here on a word stands in the clause, its sentence, or the one that it points back to. */
const LINKED = 0.6;
const NEAR = 0.5;

/** Words for what is to come, which "will" says as well. */
const FORESEEN: ReadonlySet<string> = new Set(
  'due set expected planned scheduled slated likely forecast projected expects plans intends aims wants'.split(' '),
);

const CAUSE: ReadonlySet<string> = new Set(
  'because due owing thanks therefore consequently hence amid despite'.split(' '),
);
const CAUSED: ReadonlySet<string> = new Set(
  'lack because due owe thank therefore consequently hence amid cause lead result trigger prompt drive blame attribute after since reflect help so follow despite'.split(
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
  const told = scope.parsed.tokens.some(({ low, lemma }) => CAUSED.has(low) || CAUSED.has(lemma));
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

function contentFaults({ clause, content, figures, quotes }: Stated, scope: Scope): Fault[] {
  return content.flatMap((token, n) => {
    const near = support(token, scope);
    if (near < LINKED && scope.parsed.tokens.some((other) => opposed(token.classes, other.classes))) return [];
    if (near >= LINKED) return [];
    if (figures.length > 0 && AMOUNT.has(token.lemma)) return [];
    if (scope.clause.mood > 0 && FORESEEN.has(token.low)) return [];
    const main = clause.verbs.includes(token);
    if (
      main &&
      (clause.reporting || quotes || denied(token, scope) || (MEASURE.has(token.lemma) && figures.length > 0))
    )
      return [];
    if (near === 0) return [fault('statement', token.text, null, missing(token))];
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
function elsewhere({ pos }: Token): number {
  return pos === 'NOUN' || pos === 'VERB' ? 0.25 : pos === 'PROPN' ? 0.15 : 0.1;
}

/** Numbers that are no figures, of a name ("Lyra 2") or in a name, where the sentence has others. */
function numberFaults({ clause, figures }: Stated, scope: Scope): Fault[] {
  return clause.tokens.flatMap((token, n) => {
    const name = clause.tokens[n - 1]?.pos === 'PROPN' && /^\p{N}+$/u.test(token.text);
    if (!name || isTime(clause.tokens, n) || scope.parsed.words.has(token.low)) return [];
    if (figures.some(({ given, found }) => found.length > 0 && token.start >= given.start && token.end <= given.end))
      return [];
    const near = scope.linkedKeys.has(token.low);
    return near ? [] : [fault('name', `${clause.tokens[n - 1]?.text} ${token.text}`, null, 1)];
  });
}

/** Reads a clause of a claim as if it rested on this clause of a source. */
export function read(stated: Stated, scope: Scope): Reading {
  const faults = [
    ...subjectFaults(stated, scope),
    ...doerFaults(stated, scope),
    ...contrastFaults(stated, scope),
    ...countedFaults(stated, scope),
    ...figureFaults(stated, scope),
    ...verbFaults(stated, scope),
    ...voiceFaults(stated, scope),
    ...comparisonFaults(stated, scope),
    ...slotFaults(stated, scope),
    ...numberFaults(stated, scope),
    ...timeFaults(stated, scope),
    ...polarityFaults(stated, scope),
    ...moodFaults(stated, scope),
    ...causeFaults(stated, scope),
    ...contentFaults(stated, scope),
  ];
  // A cause that no source gives is a fault of the statement, whatever it is about.
  const cause = stated.clause.tokens.some(({ low }) => CAUSE.has(low));
  const told = ({ reason, weight }: Fault): Fault =>
    cause && reason.kind === 'subject' ? fault('statement', reason.given, reason.found, weight) : { reason, weight };
  return { scope, support: supportOf(stated, scope), faults: faults.map(told) };
}
