import type { Span } from '../model.ts';
import type { Index, Readable } from './index-of.ts';
import { type Passage, passagesFor, spanOf } from './passages.ts';
import { type AskedTerm, termsOf, topicOf } from './terms.ts';

/** How the articles stand to one choice: what speaks for it, and the passages that do, best first. */
export type Support<T extends Readable> = {
  readonly choice: number;
  readonly score: number;
  readonly passages: readonly { readonly passage: Passage<T>; readonly match: number }[];
};

/** What a word of a choice is worth where it stands, seen from a passage: in it, before it, after it, in the title. */
const WORTH = { here: 1, before: 0.6, after: 0.4, title: 0.3 } as const;
/** A name such as "Porto, Portugal" is as good as said when its town or its country is. */
const PART = 0.8;
const PLACE_IN_PLACE = /^\p{Lu}[^,]*, \p{Lu}[^,]*$/u;
/** A passage with less of a choice does not speak of it. */
const LEAST = 0.2;
/** A passage speaks the louder the nearer it is to the question: the best few outweigh many vague ones. */
const POWER = { choice: 1.5, question: 3 } as const;
const BEST = 20;
const DISCOUNT = 0.85;

type Telling = readonly { readonly term: string; readonly weight: number }[];

/** The words that tell a choice from the others, by their rarity; their weights sum to 1. */
function tellingOf(choice: string, common: (term: string) => boolean, index: Index<Readable>): Telling {
  const all = termsOf(choice);
  const telling = all.filter((term) => !common(term));
  const wanted = (telling.length > 0 ? telling : all).map((term) => ({ term, weight: index.idf(term) }));
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return wanted.map(({ term, weight }) => ({ term, weight: weight / total }));
}

function matchOf(telling: Telling, isPlace: boolean, { indexed, at }: Passage<Readable>): number {
  const here = indexed.sentences[at]?.terms;
  const before = indexed.sentences[at - 1]?.terms;
  const after = indexed.sentences[at + 1]?.terms;
  let match = 0;
  let named = false;
  for (const { term, weight } of telling) {
    if (here?.has(term)) {
      match += WORTH.here * weight;
      named ||= weight > 0.25;
    } else if (before?.has(term)) match += WORTH.before * weight;
    else if (after?.has(term)) match += WORTH.after * weight;
    else if (indexed.title.has(term)) match += WORTH.title * weight;
  }
  return isPlace && named ? Math.max(match, PART) : match;
}

/** Weighs each choice by the passages that have both its words and the question's; best first. */
export function supportOf<T extends Readable>(
  choices: readonly string[],
  asked: readonly AskedTerm[],
  passages: readonly Passage<T>[],
  index: Index<T>,
): Support<T>[] {
  const topic = new Set(asked.map(({ term }) => term));
  const terms = choices.map((choice) => new Set(termsOf(choice)));
  // What the question or every choice says already tells nothing apart.
  const common = (term: string): boolean =>
    topic.has(term) || (choices.length > 1 && terms.every((others) => others.has(term)));
  return choices
    .map((text, choice): Support<T> => {
      const telling = tellingOf(text, common, index);
      const isPlace = PLACE_IN_PLACE.test(text);
      const speaking = passages.filter(({ indexed }) => telling.some(({ term }) => indexed.terms.has(term)));
      const best = speaking
        .flatMap((passage) => {
          const match = matchOf(telling, isPlace, passage);
          return match <= LEAST
            ? []
            : [{ passage, match, worth: match ** POWER.choice * passage.score ** POWER.question }];
        })
        .toSorted((a, b) => b.worth - a.worth)
        .slice(0, BEST);
      const score = best.reduce((sum, { worth }, rank) => sum + worth * DISCOUNT ** rank, 0);
      return { choice, score, passages: best };
    })
    .toSorted((a, b) => b.score - a.score);
}

const CITES = 3;
/** Support that is this small beside what the best passage could give is none: the articles speak of something else. */
const SUPPORTED = 0.01;

export type Choosing = { readonly choice: number | null; readonly cites: readonly Span[] };

/** Which of the choices the articles support, with the passages that do; null where they support none. */
export function choose<T extends Readable>(question: string, choices: readonly string[], index: Index<T>): Choosing {
  const asked = topicOf(question);
  const passages = passagesFor(asked, index);
  const [best] = supportOf(choices, asked, passages, index);
  const most = (passages[0]?.score ?? 0) ** POWER.question;
  if (best === undefined || best.score <= SUPPORTED * most) return { choice: null, cites: [] };
  return { choice: best.choice, cites: citesOf(best.passages) };
}

/** Spans that do not overlap, each with the sentences around it: those that name the choice in full before those that name a part. */
function citesOf<T extends Readable>(passages: Support<T>['passages']): Span[] {
  const cites: Span[] = [];
  const inFull = passages.filter(({ match }) => match >= PART);
  for (const { passage } of new Set([...inFull, ...passages])) {
    const span = spanOf(passage, 2);
    if (span === null) continue;
    const known = cites.some(
      ({ article, start, end }) => article === span.article && start < span.end && end > span.start,
    );
    if (!known) cites.push(span);
    if (cites.length === CITES) break;
  }
  return cites;
}
