import { opposed } from '../../language/meaning.ts';
import type { Clause } from './clauses.ts';
import { isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { denies } from './polarity.ts';
import { type Scope, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** Verbs that say little beside a figure. */
export const MEASURE: ReadonlySet<string> = new Set(
  'be have amount total stand reach come run put number cost hold take make get see account represent go bring stretch last include spend draw carry contain serve own use need require handle support measure span weigh'.split(
    ' ',
  ),
);

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
  if (told(main, scope.clause.tokens) || scope.clause.tokens.some((other) => opposed(main.classes, other.classes)))
    return [];
  const source = mainOf(scope.clause);
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

/** Verbs for what is still to be done. */
const AWAITS: ReadonlySet<string> = new Set(['need', 'await', 'require']);

/** Does the verb deny by itself what the source denies in another way (is missing, has no)? */
export function denied(verb: Token, { parsed }: Scope): boolean {
  return (denies(verb) || AWAITS.has(verb.lemma)) && parsed.clauses.some(({ negations }) => negations > 0);
}

const AFTER_COMPARISON = /^than$/;

function halves(tokens: readonly Token[]): readonly [readonly Token[], readonly Token[]] | null {
  const at = tokens.findIndex(({ low }) => AFTER_COMPARISON.test(low));
  return at < 0 ? null : [tokens.slice(0, at), tokens.slice(at + 1)];
}

/** What is compared stands on the other side of the comparison. */
export function comparisonFaults({ clause, content }: Stated, scope: Scope): Fault[] {
  const given = halves(clause.tokens);
  const found = halves(scope.parsed.tokens);
  if (given === null || found === null) return [];
  const only = (token: Token, here: readonly Token[], there: readonly Token[]): boolean =>
    told(token, here) && !told(token, there);
  const ahead = given[0].some((token) => content.includes(token) && only(token, found[1], found[0]));
  const behind = given[1].some((token) => content.includes(token) && only(token, found[0], found[1]));
  return ahead && behind ? [fault('subject', textOf(given[0]), textOf(found[0]), 1)] : [];
}

type Slot = { readonly after: string; readonly names: readonly Token[] };

/** The names of a clause by the preposition or verb that they follow. */
function slotsOf(tokens: readonly Token[]): Slot[] {
  const slots: { after: string; names: Token[] }[] = [];
  tokens.forEach((token, n) => {
    if (token.pos !== 'PROPN') return;
    const before = tokens[n - 1];
    if (before?.pos === 'PROPN') slots.at(-1)?.names.push(token);
    else slots.push({ after: before?.pos === 'ADP' || before?.pos === 'VERB' ? before.lemma : '', names: [token] });
  });
  return slots.filter(({ after }) => after !== '');
}

/** Another name stands where the source has one, after the same preposition or verb. */
export function slotFaults({ clause }: Stated, scope: Scope): Fault[] {
  const theirs = slotsOf(scope.clause.tokens);
  return slotsOf(clause.tokens).flatMap(({ after, names }) => {
    if (names.some((name) => within(name, scope.sentenceKeys) || within(name, scope.backKeys))) return [];
    const rival = theirs.find((slot) => slot.after === after && !slot.names.some((name) => told(name, clause.tokens)));
    return rival === undefined ? [] : [fault('name', textOf(names), textOf(rival.names), 1)];
  });
}

const named = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => pos === 'PROPN');

/** Who does it and to whom it is done have changed places between an active and a passive clause. */
export function voiceFaults({ clause }: Stated, scope: Scope): Fault[] {
  const source = scope.clause;
  const main = mainOf(clause);
  if (main === undefined || clause.passive === source.passive) return [];
  const same = source.verbs.some((verb) => verb.lemma === main.lemma || meets(verb, main));
  if (!same) return [];
  const [doer, done] = clause.passive
    ? [clause.agent, clause.subject]
    : [clause.subject, clause.tokens.filter(({ start }) => start > main.start)];
  const [doerThere, doneThere] = source.passive
    ? [source.agent, source.subject]
    : [source.subject, source.tokens.filter(({ start }) => start > (mainOf(source)?.start ?? 0))];
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
