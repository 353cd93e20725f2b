import { publishPoint, publishTranslation } from '../evidence/verify.ts';
import type { Article, Dropped, Point, Reason, Span, Verified } from '../model.ts';
import type { Candidate } from './candidates.ts';
import { isOwnerless } from './resolve.ts';
import { shorterForms } from './shorten.ts';

/** Past this a point is shortened where that costs nothing. */
const COMFORTABLE = 220;

export type Published =
  | { readonly ok: true; readonly point: Verified<Point> }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** The way of one debrief's sentences through the gate; what it refuses is kept. */
export type Publisher = {
  readonly dropped: readonly Dropped[];
  /** A candidate as a point of at most `room` characters, shortened where it is long; null where none passes or fits. */
  candidate(candidate: Candidate, room: number): Verified<Point> | null;
  /** A text that somebody wrote for a story from these articles, from these passages of them where `rests` names them. */
  text(story: string, text: string, articles: readonly Article[], rests?: readonly Span[]): Published;
  /** A point in another language, or the point itself where the translation does not hold. */
  translation(story: string, point: Verified<Point>, text: string, language: string): Verified<Point>;
  /** Keeps what was refused, and why: by the gate or by a second reader. */
  drop(story: string, text: string, reasons: readonly Reason[]): Published;
  /** Keeps what was refused before the gate. */
  refuse(story: string, text: string, why: string): Published;
};

/** As much of a refused text as an audit needs. */
const KEPT = 500;

export function createPublisher(articles: ReadonlyMap<string, Article>): Publisher {
  const dropped: Dropped[] = [];
  const drop = (story: string, text: string, reasons: readonly Reason[]): Published => {
    dropped.push({ text: text.slice(0, KEPT), story, reasons: [...reasons] });
    return { ok: false, reasons };
  };
  const text: Publisher['text'] = (story, text, sources, rests) => {
    const result = publishPoint(text, sources, rests);
    return result.ok ? result : drop(story, text, result.reasons);
  };
  return {
    dropped,
    drop,
    text,
    translation(story, point, translated, language) {
      const result = publishTranslation(point, translated, language);
      if (!result.ok) drop(story, translated, result.reasons);
      return result.ok ? result.point : point;
    },
    refuse: (story, text, why) => drop(story, text, [{ kind: 'statement', given: why, found: null }]),
    candidate(candidate, room) {
      const article = articles.get(candidate.article);
      if (article === undefined) return null;
      const forms = [candidate.text, ...shorterForms(candidate.text)];
      const wanted = Math.min(room, COMFORTABLE);
      const best = forms.find((form) => form.length <= wanted) ?? forms.at(-1) ?? candidate.text;
      // Where the gate does not see whose the results are, they are told as they stand.
      const plain = isOwnerless(candidate.own) ? [candidate.own] : [];
      for (const form of new Set([best, candidate.text, ...plain])) {
        if (form.length > room) continue;
        const published = text(candidate.story, form, [article], candidate.rests);
        if (published.ok) return published.point;
      }
      return null;
    },
  };
}
