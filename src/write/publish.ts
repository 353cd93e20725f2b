import { publishPoint } from '../evidence/verify.ts';
import type { Article, Dropped, Point, Verified } from '../model.ts';
import type { Candidate } from './candidates.ts';
import { shorterForms } from './shorten.ts';

/** Past this a point is shortened where that costs nothing. */
const COMFORTABLE = 220;

/** The way of one debrief's sentences through the gate; what it refuses is kept. */
export type Publisher = {
  readonly dropped: readonly Dropped[];
  /** A candidate as a point of at most `room` characters, shortened where it is long; null where none passes or fits. */
  candidate(candidate: Candidate, room: number): Verified<Point> | null;
  /** A text that somebody wrote from these articles, for a story. */
  text(story: string, text: string, articles: readonly Article[], rests?: Candidate['rests']): Verified<Point> | null;
};

export function createPublisher(articles: ReadonlyMap<string, Article>): Publisher {
  const dropped: Dropped[] = [];
  const text: Publisher['text'] = (story, text, sources, rests) => {
    const result = publishPoint(text, sources, rests);
    if (result.ok) return result.point;
    dropped.push({ text, story, reasons: [...result.reasons] });
    return null;
  };
  return {
    dropped,
    text,
    candidate(candidate, room) {
      const article = articles.get(candidate.article);
      if (article === undefined) return null;
      const forms = [candidate.text, ...shorterForms(candidate.text)];
      const wanted = Math.min(room, COMFORTABLE);
      const best = forms.find((form) => form.length <= wanted) ?? forms.at(-1) ?? candidate.text;
      for (const form of new Set([best, candidate.text])) {
        if (form.length > room) continue;
        const point = text(candidate.story, form, [article], candidate.rests);
        if (point !== null) return point;
      }
      return null;
    },
  };
}
