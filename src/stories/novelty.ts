import { agreement, contentOf, otherTime } from '../domain/same-figure.ts';
import type { Article, Change, Evidence, Novelty, Quantity, Sentence, Span, StoryBrief } from '../model.ts';
import { sentenceAt } from './quantities.ts';

/** What a channel was told in one edition. */
export type Told = { readonly edition: string; readonly stories: readonly StoryBrief[] };

const DENIAL =
  /\b(?:den(?:y|ies|ied)|refut(?:e|es|ed)|disput(?:e|es|ed)|reject(?:s|ed)? (?:the )?(?:report|claim|allegation)s?)\b/i;
const DECISION =
  /\b(?:approv|reject|cancel|sign(?:s|ed)\b|agreed|ruled|rules that|blocked|halt|suspend|withdr[ae]w|scrap|resign|fired|appoint|clos(?:es|ed) the|complet|terminat|block|vot(?:es|ed)|su(?:es|ed)\b|fin(?:es|ed)\b|delay|postpon|begins|began|opened|launched)/i;
const CORRECTION = /^(?:correction|clarification|editor[’']s note)\b/i;

/** How much of a sentence's content one earlier sentence must have for it to say nothing new. */
const COVERED = 0.6;

function covers(known: readonly ReadonlySet<string>[], sentence: ReadonlySet<string>): boolean {
  if (sentence.size === 0) return true;
  return known.some((each) => each.intersection(sentence).size / sentence.size >= COVERED);
}

const spanOf = (article: string, { start, end, text }: Sentence): Span => ({ article, start, end, text });

export const unheard: Novelty = { state: 'new', changes: [], toldIn: null };

/** The last telling of a story: by its id, else by an article that both have. */
export function toldBefore(
  story: { readonly id: string; readonly articles: readonly string[] },
  told: readonly Told[],
): { readonly edition: string; readonly briefs: readonly StoryBrief[] } | null {
  const articles = new Set(story.articles);
  const tellings = told.flatMap(({ edition, stories }) =>
    stories
      .filter((brief) => brief.id === story.id || [...brief.articles, ...brief.copies].some((id) => articles.has(id)))
      .map((brief) => ({ edition, brief })),
  );
  const last = tellings.at(-1);
  return last === undefined ? null : { edition: last.edition, briefs: tellings.map(({ brief }) => brief) };
}

/**
 * What a story has that a channel was not told. `told` is in time order; `articles` are the story's without copies, best
 * source first. Nothing that stood in an article of an earlier telling is new.
 */
export function noveltyOf(
  story: { readonly id: string; readonly articles: readonly Article[]; readonly quantities: readonly Quantity[] },
  evidence: ReadonlyMap<string, Evidence>,
  told: readonly Told[],
): Novelty {
  const before = toldBefore({ id: story.id, articles: story.articles.map(({ id }) => id) }, told);
  if (before === null) return unheard;
  const old = new Set(before.briefs.flatMap(({ articles, copies }) => [...articles, ...copies]));
  const fresh = story.articles.filter(({ id }) => !old.has(id));
  const known = [
    ...before.briefs.flatMap(({ headline, points }) => [headline, ...points].map(({ text }) => contentOf(text))),
    ...[...old].flatMap((id) => (evidence.get(id)?.sentences ?? []).map(({ text }) => contentOf(text))),
  ];
  const toldFigures = before.briefs.flatMap(({ quantities }) =>
    quantities.flatMap(({ figure, witnesses }) => [figure, ...witnesses]),
  );
  const oldFigures = [...toldFigures, ...[...old].flatMap((id) => evidence.get(id)?.figures ?? [])];
  const changes: Change[] = [];
  const used = new Set<string>();
  const push = (change: Change): void => {
    const content = contentOf(change.span.text);
    if (used.has(change.span.text)) return;
    used.add(change.span.text);
    known.push(content);
    changes.push(change);
  };
  for (const article of fresh) {
    const mined = evidence.get(article.id);
    if (mined === undefined) continue;
    for (const figure of mined.figures) {
      const sentence = sentenceAt(mined.sentences, figure.start);
      if (sentence === null || figure.unit === null) continue;
      if (oldFigures.some((each) => ['same', 'rounded'].includes(agreement(each, figure) ?? ''))) continue;
      const concept = contentOf(figure.concept ?? '');
      const was = toldFigures.findLast(
        (each) =>
          agreement(each, figure) === 'different' &&
          each.direction === figure.direction &&
          !otherTime(each.when, figure.when) &&
          concept.size > 0 &&
          contentOf(each.concept ?? '').symmetricDifference(concept).size === 0,
      );
      oldFigures.push(figure);
      const span = spanOf(article.id, sentence);
      const kind = was === undefined ? 'figure' : article.supersedes === null ? 'changed figure' : 'correction';
      push({ kind, span, was: was ?? null, now: figure });
    }
    for (const sentence of mined.sentences) {
      const content = contentOf(sentence.text);
      const kind = CORRECTION.test(sentence.text)
        ? 'correction'
        : DENIAL.test(sentence.text)
          ? 'denial'
          : DECISION.test(sentence.text)
            ? 'decision'
            : null;
      if (kind !== null && !covers(known, content))
        push({ kind, span: spanOf(article.id, sentence), was: null, now: null });
    }
  }
  return { state: changes.length > 0 ? 'update' : 'known', changes, toldIn: before.edition };
}
