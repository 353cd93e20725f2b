import { inSentence, type Stated, type StatedFigure } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import type { Scope } from './scope.ts';
import { meets, type Token } from './tokens.ts';

const CONTRAST = /^(?:while|whereas|but)$/;
const FIELD = /^(?:in|at|for|on)$/;

/** The two sides of a sentence that sets one thing against another. */
function sidesOf(tokens: readonly Token[]): readonly [readonly Token[], readonly Token[]] | null {
  const at = tokens.findIndex(({ low }) => CONTRAST.test(low));
  return at < 1 ? null : [tokens.slice(0, at), tokens.slice(at + 1)];
}

const among = (token: Token, tokens: readonly Token[]): boolean => tokens.some((other) => meets(token, other));

const spans = ({ found }: StatedFigure, side: readonly Token[], { prepared }: Scope): boolean =>
  found.some(
    ({ source, start }) =>
      source === prepared.source && side.some((token) => token.end > start && token.start <= start),
  );

const namesOf = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => pos === 'PROPN');

/** The nouns that "in", "at", "for" or "on" leads to. */
const fieldsOf = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ pos }, n) => pos === 'NOUN' && FIELD.test(tokens[n - 1]?.low ?? ''));

/** The claim takes its subject, or the field that it speaks of, from one side of a contrast and what it says from the other. */
export function contrastFaults({ clause, content, figures }: Stated, scope: Scope): Fault[] {
  const sides = sidesOf(scope.parsed.tokens);
  if (sides === null || clause.tokens.some(({ low }) => CONTRAST.test(low))) return [];
  const names = namesOf(clause.subject);
  for (const [here, there] of [sides, [sides[1], sides[0]] as const]) {
    const only = (token: Token): boolean => among(token, here) && !among(token, there);
    const figure = figures.find(
      (one) => inSentence(one, scope) && spans(one, there, scope) && !spans(one, here, scope),
    );
    const others = namesOf(there).filter((name) => !among(name, clause.tokens));
    if (figure !== undefined && names.length > 0 && names.every(only) && others.length > 0)
      return [fault('subject', textOf(names), textOf(others), 1)];
    const fields = fieldsOf(clause.tokens).filter(only);
    const rivals = fieldsOf(there).filter((field) => !among(field, clause.tokens));
    const said = clause.tokens.filter((token) => token.classes.length > 0 && !fields.includes(token));
    const crossed = said.some((token) => among(token, there) && !among(token, here));
    const own = content.some((token) => !fields.includes(token) && token.pos !== 'PROPN' && only(token));
    if (fields.length > 0 && rivals.length > 0 && crossed && !own)
      return [fault('subject', textOf(fields), textOf(rivals), 1)];
  }
  return [];
}

/** The noun right before the one that a figure counts ("input" of "input tokens"). */
function modifierOf(tokens: readonly Token[], { start, end }: { readonly start: number; readonly end: number }) {
  const words = tokens.filter((token) => token.start >= start && token.end <= end);
  const counted = words.at(-1);
  const before = words.at(-2);
  return counted?.pos === 'NOUN' && before?.pos === 'NOUN' ? { counted, before } : null;
}

/** What is counted is of another kind than what the source counts. */
export function countedFaults({ clause, figures }: Stated, { prepared, parsed }: Scope): Fault[] {
  return figures.flatMap(({ given, found }) => {
    const mine = modifierOf(clause.tokens, given);
    if (mine === null) return [];
    const theirs = found
      .filter(({ source }) => source === prepared.source)
      .flatMap((figure) => modifierOf(parsed.tokens, figure) ?? [])
      .filter(({ counted }) => meets(counted, mine.counted));
    const [first] = theirs;
    if (first === undefined || theirs.some(({ before }) => meets(before, mine.before))) return [];
    return [fault('unit', textOf([mine.before]), textOf([first.before]), 1)];
  });
}
