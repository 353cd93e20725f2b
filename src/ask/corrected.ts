import { agreement, contentOf, overlap } from '../domain/same-figure.ts';
import { takenBackIn } from '../domain/taken-back.ts';
import { measure } from '../domain/units.ts';
import { smallNumber } from '../language/numbers.ts';
import { proseIn } from '../language/sentences.ts';
import type { Article, Evidence, Figure } from '../model.ts';

/** How a paper says that it puts right what it wrote before: in the headline, in its first lines, or below. */
const HEADED = /^\W*(?:correct(?:ion|ed|s)|clarification|clarified|erratum)\b/i;
const TOLD =
  /\b(?:misstated|misreported|incorrectly|mistakenly|erroneously|wrongly|in error|an? (?:error|earlier version|transposed \p{L}+)|(?:gave|stated|reported) the wrong|\(?corrects\b|has been corrected)\b/iu;
const LEAD = 600;
const FIRST = 2;
/** What was wrong: "12 years, not 20", "three hours rather than five". */
const NOT =
  /\b(?:not|rather than|instead of)\s(?:the\s)?(\p{Sc})?(\d[\d,]{0,15}(?:\.\d{1,6})?|\p{L}{3,9})(?:\s(thousand|million|billion|trillion))?/giu;
const SCALE: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
/** How much of a headline's content two articles on one thing share. */
const ONE_THING = 0.3;

/** Does an article put right what an earlier one told? */
export function isCorrection({ title, text }: Pick<Article, 'title' | 'text'>): boolean {
  if (HEADED.test(title)) return true;
  const lead = text.slice(0, LEAD);
  return (
    TOLD.test(lead) &&
    proseIn(lead)
      .slice(0, FIRST)
      .some((sentence) => TOLD.test(sentence.text))
  );
}

/** The values that an article says are wrong. */
function wrongIn({ title, text }: Article): number[] {
  return [...`${title}. ${text}`.matchAll(NOT)].flatMap(([, , number = '', scale]) => {
    const value = smallNumber(number.toLowerCase()) ?? Number(number.replaceAll(',', ''));
    return Number.isFinite(value) ? [value * (SCALE[scale?.toLowerCase() ?? ''] ?? 1)] : [];
  });
}

const nearly = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(a, b);
const timeOf = ({ published, fetched }: Article): string => published ?? fetched;

/** Figures whose value a correction calls wrong, its own and those of earlier articles on the same thing, with the correction's id. */
function corrected(articles: readonly Article[], evidence: ReadonlyMap<string, Evidence>): Map<Figure, string> {
  const wrong = new Map<Figure, string>();
  for (const correction of articles.filter(isCorrection)) {
    const values = wrongIn(correction);
    if (values.length === 0) continue;
    const kinds = new Set((evidence.get(correction.id)?.figures ?? []).map(({ unit }) => measure(unit).kind));
    const about = contentOf(correction.title.replace(HEADED, ''));
    for (const earlier of articles) {
      if (timeOf(earlier) > timeOf(correction)) continue;
      if (earlier.id !== correction.id && overlap(about, contentOf(earlier.title)) < ONE_THING) continue;
      for (const figure of evidence.get(earlier.id)?.figures ?? []) {
        const isWrong = values.some((value) => typeof figure.value === 'number' && nearly(value, figure.value));
        if (isWrong && kinds.has(measure(figure.unit).kind)) wrong.set(figure, correction.id);
      }
    }
  }
  return wrong;
}

/** The figures that were taken back, each with the article that says so. */
export function takenBack(
  articles: readonly Article[],
  evidence: ReadonlyMap<string, Evidence>,
): ReadonlyMap<Figure, string> {
  const dated = articles.flatMap((article) =>
    (evidence.get(article.id)?.figures ?? []).map((figure) => ({ figure, at: timeOf(article) })),
  );
  const gone = new Map<Figure, string>();
  const told = dated.filter(({ figure }) => figure.standing === 'withdrawn').toSorted((a, b) => (a.at < b.at ? 1 : -1));
  for (const figure of takenBackIn(dated)) {
    const by = told.find(({ figure: other }) => other === figure || agreement(other, figure) === 'same');
    gone.set(figure, by?.figure.article ?? figure.article);
  }
  for (const [figure, by] of corrected(articles, evidence)) gone.set(figure, by);
  return gone;
}
