import { agreement, contentOf, otherTime } from '../domain/same-figure.ts';
import type { Article, DifferenceKind, Evidence, Figure, Quantity, Sentence, Verified } from '../model.ts';

/** A figure with what it takes to compare it. */
type Stated = {
  readonly figure: Verified<Figure>;
  readonly sentence: string;
  readonly concept: ReadonlySet<string>;
  readonly voice: string;
  readonly published: string;
};

export function sentenceAt(sentences: readonly Sentence[], start: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence === undefined) return null;
    if (start < sentence.start) high = middle - 1;
    else if (start >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return null;
}

const REVISES =
  /\b(?:revis|rais|lower|cut|trim|lift|increas|correct|updat|up from|down from|previous|earlier|instead of|no longer|now)/i;
const ESTIMATES = /\b(?:estimat|expect|forecast|project|predict|analyst|reckon|see[s]? |consensus|target)/i;

/** Share of the smaller phrase that both have. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}

/** A number that is unlikely to be met twice by chance: one with a unit and more than one digit, or a large one. */
const telling = ({ unit, value }: Figure): boolean =>
  unit !== null &&
  unit !== 'year' &&
  (typeof value !== 'number' || Math.abs(value) >= 1000 || !/^\d$/.test(String(value)));

function isSame(a: Stated, b: Stated): boolean {
  if (agreement(a.figure, b.figure) !== 'same' || otherTime(a.figure.when, b.figure.when)) return false;
  return (
    overlap(a.concept, b.concept) >= 0.5 ||
    (telling(a.figure) &&
      (a.concept.size === 0 || b.concept.size === 0 || overlap(contentOf(a.sentence), contentOf(b.sentence)) >= 0.3))
  );
}

/** How a second figure differs from the one shown; null where the two are not about one quantity. */
export function differenceOf(shown: Stated, other: Stated): DifferenceKind | null {
  const agree = agreement(shown.figure, other.figure);
  if (agree === null || agree === 'same') return null;
  if (shown.figure.direction !== other.figure.direction) return null;
  const shared = overlap(shown.concept, other.concept);
  if (agree === 'rounded') {
    return shared >= 0.5 && !otherTime(shown.figure.when, other.figure.when) ? 'rounding' : null;
  }
  if (shared < 0.99 || shown.concept.size === 0 || other.concept.size === 0) return null;
  if (otherTime(shown.figure.when, other.figure.when)) return 'time';
  if (shown.concept.size !== other.concept.size) return 'scope';
  const [by, byOther] = [shown.figure.attributedTo, other.figure.attributedTo];
  if (
    by !== null &&
    byOther !== null &&
    by !== byOther &&
    (ESTIMATES.test(shown.sentence) || ESTIMATES.test(other.sentence))
  ) {
    return 'estimates';
  }
  const [older, newer] = shown.published <= other.published ? [shown, other] : [other, shown];
  if (
    older.published !== newer.published &&
    (REVISES.test(newer.sentence) || newer.sentence.includes(older.figure.text))
  ) {
    return 'revision';
  }
  return shown.voice === other.voice ? null : 'disagreement';
}

/**
 * The figures of a story side by side: each quantity once, with one witness for each voice that gives it, and the other values that
 * were given for it, labelled. `articles` come best source first, without copies; `voiceOf` tells whose word an article is.
 */
export function quantitiesOf(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
  voiceOf: (article: Article) => string,
): Quantity[] {
  const stated = articles.flatMap((article): Stated[] => {
    const mined = evidence.get(article.id);
    const voice = voiceOf(article);
    return (mined?.figures ?? []).map((figure) => ({
      figure,
      sentence: sentenceAt(mined?.sentences ?? [], figure.start)?.text ?? '',
      concept: contentOf(figure.concept ?? ''),
      voice,
      published: article.published ?? article.fetched,
    }));
  });
  const groups: [Stated, ...Stated[]][] = [];
  for (const each of stated) {
    const group = groups.find(([first]) => isSame(first, each));
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups.map(([shown, ...rest]) => {
    const voices = new Set([shown.voice]);
    const witnesses = rest.filter(({ voice }) => !voices.has(voice) && voices.add(voice));
    const differences = groups.flatMap(([other]) => {
      const kind = other === shown ? null : differenceOf(shown, other);
      return kind === null ? [] : [{ kind, figure: other.figure }];
    });
    return { figure: shown.figure, witnesses: [shown, ...witnesses].map(({ figure }) => figure), differences };
  });
}
