import { agreement, contentOf, isDenied, namesOf, otherTime } from '../domain/same-figure.ts';
import type { Article, DifferenceKind, Evidence, Figure, Quantity, Sentence, Verified } from '../model.ts';

/** Characters before and after a figure that are read with it. */
const NEAR = 50;

/** A figure with what it takes to compare it. */
type Stated = {
  readonly figure: Verified<Figure>;
  readonly sentence: string;
  readonly content: ReadonlySet<string>;
  /** What the figure is about, and the part of it that is no name. */
  readonly concept: ReadonlySet<string>;
  readonly core: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** The words around the figure. */
  readonly near: ReadonlySet<string>;
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

const OPENING = /^[“"]?\p{Lu}[\p{L}\p{N}]+/u;
const REVISES =
  /\b(?:revis|rais|lower|cut|trim|lift|increas|correct|updat|up from|down from|previous|earlier|instead of|no longer|now)/i;
const ESTIMATES = /\b(?:estimat|expect|forecast|project|predict|analyst|reckon|see[s]? |consensus|target)/i;
const OWN_ESTIMATE =
  /\b(?:we (?:now )?(?:estimate|expect|forecast|project|predict|reckon|see)|our (?:estimate|forecast|projection|model))/i;

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

/** Sentences that share this much of their content are about one thing. */
const ONE_MATTER = 0.35;

const sayTheSame = (a: Stated, b: Stated): boolean => overlap(a.content, b.content) >= ONE_MATTER;

function isSame(a: Stated, b: Stated): boolean {
  if (agreement(a.figure, b.figure) !== 'same' || otherTime(a.figure.when, b.figure.when)) return false;
  if (overlap(a.concept, b.concept) >= 0.5) return true;
  return telling(a.figure) && (a.core.size === 0 || b.core.size === 0 || sayTheSame(a, b));
}

/** Whether two sentences name the same parties, as far as they name any. */
const sameParties = (a: Stated, b: Stated): boolean =>
  a.names.size === 0 || b.names.size === 0 || !a.names.isDisjointFrom(b.names);

/** A number that somebody measured or counted: "two customers" and numbers of nothing are no ground for a quarrel. */
const isMeasured = ({ unit, text }: Figure): boolean => unit !== null && /\d/.test(text);

/** Whether what one figure is about stands beside the other, for the same known time: as sure as an equal concept. */
function isNamedBeside(a: Stated, b: Stated): boolean {
  if (a.figure.when === null || a.figure.when !== b.figure.when) return false;
  return (a.core.size > 0 && a.core.isSubsetOf(b.near)) || (b.core.size > 0 && b.core.isSubsetOf(a.near));
}

/** How a second figure differs from the one shown; null where the two are not about one quantity. */
function differenceOf(shown: Stated, other: Stated): DifferenceKind | null {
  if (shown.figure.article === other.figure.article || !isMeasured(shown.figure) || !isMeasured(other.figure))
    return null;
  const agree = agreement(shown.figure, other.figure);
  if (agree === null || agree === 'same') return null;
  const [older, newer] = shown.published <= other.published ? [shown, other] : [other, shown];
  const isNewer = older.published !== newer.published;
  const isOtherTime = otherTime(shown.figure.when, other.figure.when);
  // "To $38 billion from $34 billion": the newer says itself what it replaces.
  const isReplaced = isNewer && REVISES.test(newer.sentence) && newer.sentence.includes(older.figure.text);
  if (isReplaced && sameParties(shown, other) && agree === 'different') return 'revision';
  // "$45 billion apart" is the distance of two values, and none of them.
  if ([shown, other].some((each) => each.sentence.includes(`${each.figure.text} apart`))) return null;
  if (shown.figure.direction !== other.figure.direction) return null;
  const shared = overlap(shown.core, other.core);
  if (agree === 'rounded') return !isOtherTime && (shared >= 0.5 || sayTheSame(shown, other)) ? 'rounding' : null;
  if (!sameParties(shown, other)) return null;
  if (shared < 1) {
    if (!isNamedBeside(shown, other)) return null;
  } else {
    if (isOtherTime) return 'time';
    if (shown.concept.symmetricDifference(other.concept).size > 0) return 'scope';
  }
  const [by, byOther] = [shown.figure.attributedTo, other.figure.attributedTo];
  const isEstimate = ESTIMATES.test(shown.sentence) || ESTIMATES.test(other.sentence);
  if (by !== null && byOther !== null && by !== byOther && isEstimate) return 'estimates';
  // Who estimates in its own pages ("We expect") is named by nobody there.
  const ownEstimate = [shown, other].some(
    (each) => each.figure.attributedTo === null && OWN_ESTIMATE.test(each.sentence),
  );
  if (ownEstimate && by !== byOther && isEstimate) return 'estimates';
  if (isNewer && REVISES.test(newer.sentence)) return 'revision';
  return shown.voice === other.voice ? null : 'disagreement';
}

/** Differences that are two accounts of one quantity, told in one place; another time or scope is a quantity of its own. */
const ONE_QUANTITY: ReadonlySet<DifferenceKind> = new Set(['rounding', 'estimates', 'revision', 'disagreement']);

/** One figure for each voice, the shown one first. */
function witnessesOf(group: readonly Stated[]): Verified<Figure>[] {
  const voices = new Set<string>();
  return group.filter(({ voice }) => !voices.has(voice) && voices.add(voice)).map(({ figure }) => figure);
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
    const named = namesOf(article.text);
    return (mined?.figures ?? []).map((figure) => {
      const sentence = sentenceAt(mined?.sentences ?? [], figure.start)?.text ?? '';
      const concept = contentOf(figure.concept ?? '');
      const near = contentOf(article.text.slice(Math.max(0, figure.start - NEAR), figure.end + NEAR));
      const content = contentOf(sentence);
      const core = concept.difference(named);
      // The word that opens a sentence may be a name or not; it counts as one where parties are compared.
      const opening = contentOf(OPENING.exec(sentence)?.[0] ?? '');
      const names = content.intersection(named).union(opening);
      return {
        figure,
        sentence,
        content,
        concept,
        core,
        names,
        near,
        voice,
        published: article.published ?? article.fetched,
      };
    });
  });
  const groups: [Stated, ...Stated[]][] = [];
  for (const each of stated) {
    const group = groups.find(([first]) => isSame(first, each));
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  const folded = new Set<[Stated, ...Stated[]]>();
  return groups.flatMap((group): Quantity[] => {
    if (folded.has(group)) return [];
    const others = groups.flatMap((other): { kind: DifferenceKind; group: [Stated, ...Stated[]]; rival: Stated }[] => {
      if (other === group || folded.has(other)) return [];
      const kind = differenceOf(group[0], other[0]);
      if (kind !== null) return [{ kind, group: other, rival: other[0] }];
      // "To $38 billion from $34 billion" says both: what it revises is what another said.
      const rival = other.find(({ figure }) => figure.article !== group[0].figure.article);
      const isRevised = rival !== undefined && differenceOf(group[0], rival) === 'revision';
      return isRevised ? [{ kind: 'revision', group: other, rival }] : [];
    });
    for (const { kind, group: other } of others) if (ONE_QUANTITY.has(kind)) folded.add(other);
    // What was revised is shown as it stands now, with what it was before.
    const newest = others
      .filter(({ kind }) => kind === 'revision')
      .map((other) => other.group)
      .reduce((latest, other) => (other[0].published > latest[0].published ? other : latest), group);
    const differences = others
      .filter((other) => other.group !== newest)
      .concat(newest === group ? [] : [{ kind: 'revision', group, rival: group[0] }])
      .map(({ kind, rival: { figure } }) => ({ kind, figure }));
    const told = newest.toSorted((a, b) => Number(isDenied(a.figure)) - Number(isDenied(b.figure)));
    const [shown = newest[0]] = told;
    return [{ figure: shown.figure, witnesses: witnessesOf(told), differences }];
  });
}
