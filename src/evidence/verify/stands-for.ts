import type { Clause } from './clauses.ts';
import type { StatedFigure } from './content.ts';
import { beside } from './owners.ts';
import { BODY, GENERIC, type Scope, within } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** How many sentences before a name may have been introduced. */
const INTRODUCED = 8;

export const PRONOUNS: ReadonlySet<string> = new Set('it they he she we i you this these those that there'.split(' '));

export const named = (tokens: readonly Token[]): boolean => tokens.some(({ pos }) => pos === 'PROPN');

const POSSESSIVE: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her']);
const SINGULAR: ReadonlySet<string> = new Set(['it', 'this', 'that', 'he', 'she']);

/** Could the subject of the source's clause, a pronoun or a general noun, stand for the claim's? */
export function standsFor(
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

/** Is the source's subject, a name, introduced nearby by this noun ("the utility Maple Valley")? */
export function describes(head: Token, { clause, prepared, parsed }: Scope): boolean {
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

/** Is the name met only after the sentence? */
export function onlyAhead(heads: readonly Token[], { prepared, parsed }: Scope): boolean {
  const met = (n: number): boolean =>
    prepared.parsed(n)?.tokens.some((token) => heads.some((head) => meets(token, head))) === true;
  return (
    parsed.index > 0 &&
    met(parsed.index + 1) &&
    !Array.from({ length: parsed.index }, (_, n) => n)
      .slice(-INTRODUCED)
      .some(met)
  );
}

/** Stands it beside the figure in a part of the sentence without a verb ("compared with 64% at Arn")? */
export function isOf(heads: readonly Token[], figure: StatedFigure | undefined, { parsed }: Scope): boolean {
  const { start, end } = parsed.sentence;
  const places = figure?.found.filter((place) => place.start >= start && place.end <= end) ?? [];
  const of = (place: (typeof places)[number]): boolean => {
    const words = beside(parsed.tokens, place);
    if (parsed.clauses.some(({ verbs }) => verbs.some((verb) => words.includes(verb)))) return false;
    return words.some((token) => heads.some((head) => meets(token, head)));
  };
  return places.length > 0 && places.every(of);
}

/** Is it who says it in the source's sentence ("reported a fall", "said that it fell")? */
export const says = (heads: readonly Token[], { parsed }: Scope): boolean =>
  parsed.clauses.some(
    ({ reporting, subject }) => reporting && heads.every((head) => subject.some((one) => meets(one, head))),
  );

/** Is it a deed or thing of the source's subject ("the lawsuit by Arn seeks", "Arn is asking for")? */
export function owned({ subject }: Clause, heads: readonly Token[], scope: Scope): boolean {
  if (!heads.every(({ pos, lemma }) => pos === 'NOUN' && !BODY.has(lemma))) return false;
  const names = subject.filter(({ pos }) => pos === 'PROPN');
  return names.some((name) => within(name, scope.subject)) && heads.some((head) => within(head, scope.nearKeys));
}

/** Does the claim tell what makes happen what the source tells as happening ("starts production", "production starts")? */
export function causes(clause: Clause, source: Clause): boolean {
  const main = clause.verbs.at(-1);
  const object = clause.tokens.find(
    ({ start, pos }) => main !== undefined && start > main.start && (pos === 'NOUN' || pos === 'PROPN'),
  );
  const after = source.tokens.filter(({ start }) => start > (source.verbs.at(-1)?.start ?? 0));
  const end = after.findIndex(({ pos }) => pos === 'ADP');
  if ((end < 0 ? after : after.slice(0, end)).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return false;
  return object !== undefined && source.heads.some((head) => meets(head, object));
}
