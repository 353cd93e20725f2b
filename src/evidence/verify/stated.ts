import { measure } from '../../domain/units.ts';
import { sentencesIn } from '../../language/sentences.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { contentOf, type Stated, type StatedFigure } from './content.ts';
import { quotedIn } from './marks.ts';
import { type Sayer, sayersIn } from './speakers.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A sentence of a claim taken apart: its clauses, and its words, what it quotes left out of both. */
export type Said = {
  readonly tokens: readonly Token[];
  readonly figures: readonly StatedFigure[];
  readonly stated: readonly Stated[];
  readonly sayers: readonly Sayer[];
  readonly quotes: boolean;
};

/** Of a figure's words only the things that it counts are content. */
function isNumeral(token: Token, { given }: StatedFigure): boolean {
  // A model's name that is counted comes apart in the tagger: "16,000 H100s".
  const model = given.unit !== null && /^\p{Lu}+\d/u.test(given.unit) && given.unit.startsWith(token.text);
  if (model && token.start === given.end + 1) return true;
  if (token.start < given.start || token.end > given.end) return false;
  const counts = given.unit !== null && measure(given.unit).kind.startsWith('count ');
  return !counts || given.unitText?.includes(token.text) !== true;
}

type Stretch = { readonly start: number; readonly end: number };

/** Does a stretch begin where the words end, or end where they begin, but for marks and blanks? */
function beside(tokens: readonly Token[], { start, end }: Stretch): boolean {
  return tokens.some((token) => Math.abs(start - token.end) <= NEXT || Math.abs(token.start - end) <= NEXT);
}

const NEXT = 4;

const touches = (tokens: readonly Token[], { given }: StatedFigure): boolean =>
  tokens.some(({ start, end }) => start >= given.start && end <= given.end);

/** The sentences of a claim with what each of their clauses states. */
export function saidIn(claim: string, figures: readonly StatedFigure[]): Said[] {
  const quoted = quotedIn(claim);
  const own = ({ start }: Token): boolean => !quoted.some((span) => start >= span.start && start < span.end);
  // Quoted words before the verb are its subject.
  const opensWithQuote = ({ verbs, tokens }: Clause): boolean =>
    tokens.some(
      (token) =>
        (verbs.includes(token) || token.pos === 'AUX') &&
        quoted.some(({ end }) => token.start >= end && token.start - end <= NEXT),
    );
  return sentencesIn(claim).map(({ text, start }): Said => {
    const tokens = tokensOf(text, start).filter(own);
    const all = figures.filter((figure) => touches(tokens, figure));
    const stated = clausesOf(tokens).map((clause): Stated => {
      const here = figures.filter((figure) => touches(clause.tokens, figure));
      const worded = (token: Token): boolean => !here.some((figure) => isNumeral(token, figure));
      return {
        clause: opensWithQuote(clause)
          ? { ...clause, subject: [], heads: [] }
          : { ...clause, heads: clause.heads.filter(worded) },
        sentence: tokens,
        figures: here,
        told: all,
        quotes: quoted.some((span) => beside(clause.tokens, span)),
        content: contentOf(clause.tokens).filter(worded),
      };
    });
    const quotes = quoted.some((span) => span.start >= start && span.start < start + text.length);
    const sayers = quotes
      ? []
      : sayersIn(
          tokens,
          stated.map(({ clause }) => clause),
        );
    return { tokens, stated, sayers, quotes, figures: all };
  });
}
