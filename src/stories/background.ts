import { derived, field } from '../domain/in-use.ts';
import { stem } from '../language/stem.ts';
import { wordsIn } from '../language/words.ts';
import type { Terms } from './terms.ts';

/** How often a term is met in any article at all, learned as articles come. */
export type Background = {
  learn(terms: Terms): void;
  /** Share of articles with the term, above 0. */
  rate(term: string): number;
  /** How many articles it learned from. */
  articles(): number;
};

/** What is believed before anything was read, as if from this many articles. */
const PRIOR_ARTICLES = 50;
/** A word that nothing is known of; a word of the field; a word that any business news has. */
const RARE = 0.002;
const FIELD = 0.06;
const COMMON = 0.12;

const COMMON_WORDS = `accord add agree ahead amid analyst announce annual april ask august back base begin best big billion biggest board boost
  bring build business buy call can chief close come company cost country customer day deal december demand director drop early end
  even executive expand expect face fall february federal find first five follow force four friday get give global go government group
  grow growth help high hit hold home hour include increase industry international investor january job july june key know large late launch lead
  least leave less look lose low maker make man manager march market may million minister minute monday month move name national near need new news
  next night november now number october offer official old one open operation operator part partner pay people per percent place plan point president
  price product project provide public push put raise reach read rate report result reveal rise rule run sale say second see seek sell september
  service set share show sign since six small spend spokesman spokesperson start state statement still stock stop street take talk technology ten
  test thing think third three thursday time today tomorrow top total trade tuesday two unit update use value video want warn watch wednesday
  week well win woman work worker world worth year yesterday`;

/** The first belief about every word that is not rare. */
const priors = derived(
  () =>
    new Map<string, number>([
      ...field()
        .topics.flatMap(({ strong, weak }) => [...strong, ...weak])
        .flatMap((phrase) => wordsIn(phrase.replaceAll('-', ' ')))
        .map(({ text }) => [stem(text), FIELD] as const),
      ...wordsIn(COMMON_WORDS).map(({ text }) => [stem(text), COMMON] as const),
    ]),
);

function prior(term: string): number {
  const believed = priors();
  const known = believed.get(term);
  if (known !== undefined) return known;
  const [first = '', second] = term.split(' ');
  if (second === undefined) return RARE;
  const [a, b] = [believed.get(first), believed.get(second)];
  return a !== undefined && b !== undefined ? Math.max(RARE, a * b) : RARE;
}

export function createBackground(): Background {
  const seen = new Map<string, number>();
  let articles = 0;
  const met = (term: string): number => seen.get(term) ?? PRIOR_ARTICLES * prior(term);
  return {
    learn(terms) {
      articles += 1;
      for (const [term, weight] of terms) seen.set(term, met(term) + Math.min(1, weight));
    },
    articles: () => articles,
    rate: (term) => met(term) / (articles + PRIOR_ARTICLES),
  };
}
