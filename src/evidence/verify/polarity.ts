import { classesOf, converse, isGraded, opposed } from '../../language/meaning.ts';
import { type Clause, QUANTITY } from './clauses.ts';
import { turnedIn } from './comparisons.ts';
import { contentOf, isLight, type Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import type { Scope } from './scope.ts';
import { meets, type Token, UNDONE } from './tokens.ts';

/** A word against its opposite: of direction where it is a matter of degree. */
export const contraryKind = (token: Token, against: Token): 'direction' | 'statement' =>
  isGraded(token.classes) && isGraded(against.classes) && !QUANTITY.has(token.low) ? 'direction' : 'statement';

/** Words that deny what they are said of. */
const NEGATIVE: ReadonlySet<string> = new Set(
  `missing lack ban prohibit forbid bar block refuse reject decline deny fail cancel scrap abandon avoid prevent halt unable
  absent unlikely unsold undisclosed unpaid unfinished unheard unknown unclear undecided impossible stop cease withhold pending
  banned prohibited forbidden barred blocked refused rejected denied failed cancelled canceled scrapped abandoned halted stopped
  absence failure refusal rejection denial ban`.split(/\s+/),
);

export const denies = ({ lemma, low, classes }: Token): boolean =>
  NEGATIVE.has(lemma) || NEGATIVE.has(low) || (UNDONE.test(low) && classesOf(low).length === 0 && classes.length > 0);

/** "Still needs the approval of": what is told elsewhere as not yet done. */
function wanting({ tokens }: Clause, others: readonly Token[]): boolean {
  const at = tokens.findIndex(({ lemma }) => lemma === 'need' || lemma === 'await' || lemma === 'require');
  if (at < 0 || others.some(({ lemma }) => lemma === tokens[at]?.lemma)) return false;
  return tokens.slice(at + 1, at + 4).some(({ lemma }) => /^(?:approval|consent|permission|clearance)$/.test(lemma));
}

/** Negations, and words that deny by themselves where the other side has not the like. */
function denials(clause: Clause, others: readonly Token[]): number {
  const lexical = clause.tokens.filter(
    (token) => denies(token) && (UNDONE.test(token.low) || !others.some((other) => meets(token, other))),
  );
  return clause.negations + lexical.length + (wanting(clause, others) ? 1 : 0);
}

/** What a clause is about to say: its main verb, or what a verb that says little leads to. */
function focusOf(clause: Clause): readonly Token[] {
  const main = clause.verbs.at(-1);
  if (main !== undefined && denies(main)) return clause.heads;
  if (main !== undefined && !isLight(main)) return [main];
  const after = main === undefined ? clause.tokens : clause.tokens.filter(({ start }) => start > main.start);
  const content = contentOf(after).filter((token) => !denies(token));
  const [first] = content;
  if (first === undefined) return clause.heads;
  const end = after.find(({ pos, start }) => pos === 'ADP' && start > first.start)?.start ?? Number.POSITIVE_INFINITY;
  return content.filter(({ start }) => start < end).slice(-1);
}

/** A negation lost or added, where the source says the same of the same. */
function polarityDiffers({ clause, content, sentence }: Stated, scope: Scope): boolean {
  const focus = focusOf(clause);
  const clauses = scope.parsed.clauses;
  const about = clauses.filter(({ tokens }) => focus.some((token) => tokens.some((other) => meets(token, other))));
  const rivals = about.length > 0 ? about : [scope.clause];
  const shared = (other: Clause): number =>
    content.filter((token) => other.tokens.some((word) => meets(token, word))).length;
  const most = Math.max(...rivals.map(shared));
  const fits = rivals.some(
    (other) => shared(other) >= most - 1 && denials(clause, scope.parsed.tokens) % 2 === denials(other, sentence) % 2,
  );
  return !fits;
}

/** Opposites that a negation turns into the same: what is banned is not allowed. */
const TURNING: ReadonlySet<string> = new Set(
  'allow ban permit approve refuse accept deny include exclude disclose hide succeed fail lack plenty oppose support begin end continue keep remain change cut unchanged same different'.split(
    ' ',
  ),
);

/**
 * A negation lost or added where the source says the same of the same, and words that say the contrary of a word of the
 * source that nothing else in the claim takes up.
 */
export function polarityFaults(stated: Stated, scope: Scope): Fault[] {
  const { clause } = stated;
  const told = (clause.reporting || stated.quotes) && clause.negations === 0;
  const differs = !told && polarityDiffers(stated, scope);
  const compared = turnedIn(stated, scope);
  const contrary = opposites(clause, scope.parsed.tokens).filter(
    ({ token }) => !compared.includes(token) && !isOfFigure(token, stated),
  );
  const own = contrary.filter(({ token, against }) => denies(token) !== denies(against));
  const explicit = clause.negations % 2 !== scope.clause.negations % 2;
  const turned = (explicit ? contrary : differs ? contrary.filter((one) => !own.includes(one)) : []).some(
    ({ against }) => against.classes.some((name) => TURNING.has(name)),
  );
  if (turned) return [];
  return [
    ...(differs ? [fault('statement', textOf(clause.tokens), scope.parsed.sentence.text, 1)] : []),
    ...contrary.map(({ token, against }) => fault(contraryKind(token, against), token.text, against.text, 1)),
  ];
}

/** How far from its figure a word may stand that says which way it went. */
const BESIDE = 12;

/** Does the word say of a figure which way it went, and the source says the same of it: "fell 4.2%", of "4.2% less"? */
const isOfFigure = (token: Token, { figures }: Stated): boolean =>
  isGraded(token.classes) &&
  figures.some(
    ({ given, found }) =>
      given.direction !== null &&
      found.some(({ direction }) => direction === given.direction) &&
      (given.start >= token.end ? given.start - token.end : token.start - given.end) <= BESIDE,
  );

/** Names and headings say nothing of what changed. */
const isNamed = ({ text, pos }: Token, n: number): boolean => pos === 'PROPN' || (n > 0 && /^\p{Lu}\p{Ll}/u.test(text));

function opposites(clause: Clause, source: readonly Token[]): { readonly token: Token; readonly against: Token }[] {
  return clause.tokens.flatMap((token) => {
    if (token.classes.length === 0 || source.some((other) => meets(token, other))) return [];
    const against = source.find(
      (other, n) =>
        !isNamed(other, n) &&
        opposed(token.classes, other.classes) &&
        !converse(token.classes, other.classes) &&
        !clause.tokens.some((word) => meets(word, other)),
    );
    return against === undefined ? [] : [{ token, against }];
  });
}
