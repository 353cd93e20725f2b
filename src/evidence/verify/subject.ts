import { converse } from '../../language/meaning.ts';
import { isRoleNoun } from '../../language/roles.ts';
import type { Clause } from './clauses.ts';
import { turnedIn } from './comparisons.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { AMOUNT, MEASURE } from './measures.ts';
import { type Scope, within } from './scope.ts';
import { nominal, REPORT } from './segments.ts';
import { causes, describes, isOf, named, onlyAhead, owned, PRONOUNS, says, standsFor } from './stands-for.ts';
import { undergone } from './support-verbs.ts';
import { meets, type Token } from './tokens.ts';

/** The verb that the subject goes with: the last before an object ("lent" of "lent the firm 5 million to build"). */
function deedOf({ tokens, verbs }: Clause): Token | undefined {
  const end = verbs.findIndex((verb, n) => {
    const next = verbs[n + 1];
    if (next === undefined) return true;
    const between = tokens.slice(tokens.indexOf(verb) + 1, tokens.indexOf(next));
    return between.some((token) => nominal(token) && token.time === null);
  });
  return verbs[end] ?? verbs.at(-1);
}

function verbsMeet(left: Clause, right: Clause): Token | null {
  const main = deedOf(left);
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

/** Is it the very verb, so that a class that it also stands in does not matter? */
function meetsSense(left: Token | undefined, right: Token): boolean {
  return left !== undefined && left.lemma === right.lemma;
}

/** Does "lease", "rent" or "charter" tell of who gives it, "to" whom it goes, rather than of who gets it? */
function lets({ tokens, passive }: Clause, verb: Token | undefined): boolean {
  if (verb === undefined || passive || !verb.classes.includes('lease')) return false;
  const after = tokens.filter(({ start }) => start > verb.start);
  return after.some(({ low }, n) => (low === 'to' || low === 'out') && after[n + 1]?.pos !== 'VERB');
}

type Absent = {
  readonly stated: Stated;
  readonly scope: Scope;
  readonly heads: readonly Token[];
  /** The verb that the two clauses share. */
  readonly verb: Token | null;
  /** Is it told from the other end, by a passive or a converse? */
  readonly turned: boolean;
};

/** What it weighs that the subject does not stand in the source's clause: 0 where something there may stand for it. */
function absent({ stated: { clause, figures }, scope, heads, verb, turned }: Absent): number {
  const source = scope.clause;
  const main = deedOf(clause);
  const near = heads.some((head) => within(head, scope.nearKeys));
  const here = heads.some((head) => within(head, scope.sentenceKeys));
  const owning = main === undefined || isLight(main) || MEASURE.has(main.lemma);
  if (verb !== null && near && causes(clause, source)) return 0;
  if (heads.some((head) => standsFor(head, scope, owning) || describes(head, scope))) return 0;
  if (main !== undefined && REPORT.has(main.lemma) && says(heads, scope)) return 0;
  if (owned(clause, heads, scope)) return 0;
  const back = heads.some((head) => within(head, scope.backKeys));
  if (turned && back && hasPronounObject(source)) return 0;
  if (isOf(heads, figures[0], scope)) return 0;
  if (figures.length > 0 && heads.every(({ lemma }) => AMOUNT.has(lemma))) return 0;
  const abstract = heads.every(({ lemma, pos }) => pos === 'NOUN' && ABSTRACT.has(lemma));
  if (abstract && (near || here)) return 0;
  if (!named(heads)) return 1;
  // Somebody whom the sentence names beside its subject, or who is met only after it.
  const office = source.heads.every(({ low, pos }) => pos !== 'PROPN' && isRoleNoun(low));
  const told = !office && heads.every((head) => scope.parsed.tokens.some((token) => meets(token, head)));
  const beside =
    told && !turned && source.heads.length > 0 && !back && !heads.some((head) => within(head, scope.subject));
  if (verb !== null && (beside || (!here && onlyAhead(heads, scope)))) return 1;
  return (near || here) && !scope.named ? 0.3 : 1;
}

/** Does it do something to what "it" or "them" stands for? */
function hasPronounObject({ tokens, verbs }: Clause): boolean {
  const from = verbs.at(-1)?.start ?? 0;
  return tokens.some(({ low, start }) => (low === 'it' || low === 'them') && start > from);
}

/** Who or what the claim says it of is not who or what the source says it of. */
export function subjectFaults(stated: Stated, scope: Scope): Fault[] {
  const { clause } = stated;
  if (turnedIn(stated, scope).length > 0) return [];
  const heads = clause.heads.filter(({ low }) => !PRONOUNS.has(low));
  const source = scope.clause;
  if (heads.length === 0 || clause.reporting) return [];
  const verb = verbsMeet(clause, source);
  const main = deedOf(clause);
  const turned =
    undergone(clause, source) ||
    (verb !== null &&
      (clause.passive !== source.passive ||
        converse(main?.classes ?? [], verb.classes) ||
        lets(clause, main) !== lets(source, verb)));
  const other = (weight: number): Fault[] => [fault('subject', textOf(heads), textOf(source.heads), weight)];
  if (verb !== null && !clause.passive && !source.passive && lets(clause, main) !== lets(source, verb)) {
    // Who lets it is not who takes it.
    const party = heads.some((head) => within(head, scope.clauseKeys) || within(head, scope.backKeys));
    return !party || (named(heads) && heads.every((head) => within(head, scope.subject))) ? other(1) : [];
  }
  if (!heads.some((head) => within(head, scope.clauseKeys))) {
    const weight = absent({ stated, scope, heads, verb, turned });
    return weight === 0 ? [] : other(weight);
  }
  const names = clause.subject.filter(({ pos }) => pos === 'PROPN');
  const theirs = source.subject.filter(({ pos }) => pos === 'PROPN');
  const strange = names.length > 0 && theirs.length > 0 && !names.some((name) => within(name, scope.clauseKeys));
  if (strange && !turned && !theirs.some((name) => clause.tokens.some((token) => meets(token, name)))) return other(1);
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
