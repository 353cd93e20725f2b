import { converse, opposed } from '../../language/meaning.ts';
import type { Clause } from './clauses.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { MEASURE } from './measures.ts';
import { denies } from './polarity.ts';
import { type Scope, within } from './scope.ts';
import { nominalised } from './support-verbs.ts';
import { meets, type Token } from './tokens.ts';

const mainOf = ({ verbs }: Clause): Token | undefined => verbs.at(-1);

/** Does the verb, or a noun made of it, stand among the words? */
const told = (verb: Token, words: readonly Token[]): boolean => words.some((word) => meets(verb, word));

/**
 * The claim's verb is not the source's: it stands in another clause or sentence, or nowhere. A verb that says little,
 * or that only leads to a figure that is there, may be any.
 */
export function verbFaults(stated: Stated, scope: Scope): Fault[] {
  const { clause, figures } = stated;
  const main = mainOf(clause);
  if (main === undefined || clause.reporting || stated.quotes || isLight(main) || denied(main, scope)) return [];
  if (told(main, scope.clause.tokens) || nominalised(clause, scope.clause)) return [];
  if (fromOtherEnd(clause, main, scope)) return [];
  const source = mainOf(scope.clause);
  const contrary =
    source !== undefined && opposed(main.classes, source.classes) && !converse(main.classes, source.classes);
  if (contrary && told(main, scope.parsed.tokens)) return [fault('statement', main.text, source.text, 1)];
  if (scope.clause.tokens.some((other) => opposed(main.classes, other.classes))) return [];
  const found = source === undefined ? null : source.text;
  if (scope.parsed.clauses.some((other) => other.verbs.some((verb) => meets(main, verb)))) {
    return [fault('statement', main.text, found, 0.5)];
  }
  if (told(main, scope.parsed.tokens)) return [];
  if (figures.length > 0 && MEASURE.has(main.lemma)) return [];
  const taken =
    main.classes.length === 0 &&
    source !== undefined &&
    !isLight(source) &&
    clause.tokens.some((token) => meets(token, source));
  return taken ? [] : [fault('statement', main.text, found, within(main, scope.passageKeys) ? 0.5 : 0.05)];
}

/** Does the claim tell from the other end what the source's clause tells of its subject ("Arn supplied Bex", "Bex ordered from Arn")? */
export function fromOtherEnd({ heads }: Clause, verb: Token, scope: Scope): boolean {
  if (!scope.clause.verbs.some((other) => converse(verb.classes, other.classes))) return false;
  const here = heads.some((head) => within(head, scope.clauseKeys));
  return here && !heads.every((head) => within(head, scope.subject));
}

/** Verbs for what is still to be done. */
const AWAITS: ReadonlySet<string> = new Set(['need', 'await', 'require']);

/** Does the verb deny by itself what the source denies in another way (is missing, has no)? */
export function denied(verb: Token, { parsed }: Scope): boolean {
  return (denies(verb) || AWAITS.has(verb.lemma)) && parsed.clauses.some(({ negations }) => negations > 0);
}

/** "Dec." is written as a name is, and tells when. */
const isName = ({ pos, time }: Token): boolean => pos === 'PROPN' && time === null;

type Slot = { readonly governor: Token; readonly by: string; readonly names: readonly Token[] };

const POSSESSIVE = /^['’]s?$/;

/** The names of a clause by the noun or verb that they go with, directly or by a preposition. */
function slotsOf(tokens: readonly Token[]): Slot[] {
  const slots: Slot[] = [];
  let names: Token[] = [];
  let governor: Token | null = null;
  let by = '';
  const close = (owner: boolean): void => {
    if (names.length > 0 && governor !== null && !owner && (by !== '' || governor.pos === 'VERB'))
      slots.push({ governor, by, names });
    names = [];
  };
  tokens.forEach((token) => {
    if (isName(token)) {
      names.push(token);
      return;
    }
    const ended = names.length > 0;
    close(POSSESSIVE.test(token.low));
    if (token.pos === 'NOUN' || token.pos === 'VERB') {
      governor = token;
      by = '';
    } else if (token.pos === 'ADP') by = ended ? '' : token.low;
    else if (token.pos !== 'DET' && token.pos !== 'ADJ')
      governor = token.pos === 'NUM' || token.pos === 'SYM' ? governor : null;
    if (ended && token.pos !== 'NOUN' && token.pos !== 'VERB') governor = null;
  });
  close(false);
  return slots;
}

/** Another name stands where the source has one, with the same noun or verb and after the same preposition. */
export function slotFaults({ clause }: Stated, scope: Scope): Fault[] {
  if (clause.passive !== scope.clause.passive) return [];
  const around = [
    scope.parsed,
    scope.prepared.parsed(scope.parsed.index - 1),
    scope.prepared.parsed(scope.parsed.index + 1),
  ];
  const theirs = around.flatMap((parsed) => parsed?.clauses ?? []).flatMap(({ tokens }) => slotsOf(tokens));
  return slotsOf(clause.tokens).flatMap(({ governor, by, names }) => {
    const same = theirs.filter((slot) => slot.governor.lemma === governor.lemma);
    if (same.some((slot) => slot.names.some((name) => told(name, names)))) return [];
    const rival = same.find((slot) => slot.by === by);
    if (rival === undefined) return [];
    return [
      fault(
        names.some((name) => within(name, scope.passageKeys)) ? 'subject' : 'name',
        textOf(names),
        textOf(rival.names),
        1,
      ),
    ];
  });
}

const named = (tokens: readonly Token[]): Token[] => tokens.filter(isName);

/** Who does it and to whom it is done have changed places between an active and a passive clause. */
export function voiceFaults({ clause }: Stated, scope: Scope): Fault[] {
  const source = scope.clause;
  const main = mainOf(clause);
  if (main === undefined || clause.passive === source.passive) return [];
  const same = source.verbs.some((verb) => verb.lemma === main.lemma || meets(verb, main));
  if (!same) return [];
  const [doer, done] = clause.passive
    ? [clause.agent, clause.heads]
    : [clause.heads, clause.tokens.filter(({ start }) => start > main.start)];
  const [doerThere, doneThere] = source.passive
    ? [source.agent, source.heads]
    : [source.heads, source.tokens.filter(({ start }) => start > (mainOf(source)?.start ?? 0))];
  const swapped = (tokens: readonly Token[], right: readonly Token[], wrong: readonly Token[]): boolean => {
    const names = named(tokens);
    return (
      names.length > 0 && named(wrong).length > 0 && names.every((name) => told(name, wrong) && !told(name, right))
    );
  };
  if (
    swapped(doer, doerThere, doneThere) ||
    swapped(
      done.filter((token) => !doer.includes(token)),
      doneThere,
      doerThere,
    )
  ) {
    return [fault('subject', textOf(named(doer)), textOf(named(doerThere)), 1)];
  }
  return [];
}
