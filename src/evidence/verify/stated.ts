import { measure } from '../../domain/units.ts';
import { sentencesIn } from '../../language/sentences.ts';
import { clausesOf } from './clauses.ts';
import { contentOf, type Stated, type StatedFigure } from './content.ts';
import { quotedIn } from './quotes.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A claim taken apart: its clauses, and its words, what it quotes left out of both. */
export type Claim = { readonly stated: readonly Stated[]; readonly tokens: readonly Token[] };

/** Of a figure's words only the things that it counts are content. */
function isNumeral(token: Token, { given }: StatedFigure): boolean {
  if (token.start < given.start || token.end > given.end) return false;
  const counts = given.unit !== null && measure(given.unit).kind.startsWith('count ');
  return !counts || token.pos === 'NUM' || token.pos === 'SYM' || token.pos === 'ADV';
}

export function statedIn(claim: string, figures: readonly StatedFigure[]): Claim {
  const quoted = quotedIn(claim);
  const own = ({ start }: Token): boolean => !quoted.some((span) => start >= span.start && start < span.end);
  const sentences = sentencesIn(claim).map(({ text, start }) => tokensOf(text, start).filter(own));
  const stated = sentences.flatMap(clausesOf).map((clause): Stated => {
    const here = figures.filter(({ given }) =>
      clause.tokens.some(({ start, end }) => start >= given.start && end <= given.end),
    );
    return {
      clause,
      figures: here,
      content: contentOf(clause.tokens).filter((token) => !here.some((figure) => isNumeral(token, figure))),
    };
  });
  return { stated, tokens: sentences.flat() };
}
