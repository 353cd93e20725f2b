import { entityOf } from '../domain/entities.ts';
import { isMostlyQuoted, narration, standsAlone } from '../language/stand.ts';
import type { Article, Evidence, Sentence, Span } from '../model.ts';
import { pointsOut } from '../reading/pointing.ts';
import { readSentence } from '../reading/read.ts';
import { dependents } from '../reading/tree.ts';
import { type IsName, isOwnerless, owned, resolved, titled } from './resolve.ts';
import { plainSentence } from './shorten.ts';
import { shared, type TermReader, type Terms } from './terms.ts';

/** A sentence of an article that could be a point of a debrief, as it would be published. */
export type Candidate = {
  readonly story: string;
  readonly article: string;
  readonly text: string;
  /** As it stands in its article, and the sentence before that says whom it means; null where it stands alone. */
  readonly own: string;
  readonly before: string | null;
  /** What it rests on. */
  readonly rests: readonly Span[];
  readonly terms: Terms;
  /** The share of its article's title that it repeats, 0 to 1: what the publisher thinks the article is about. */
  readonly titled: number;
  /** Its place in the article, 0 for the first sentence. */
  readonly place: number;
  readonly quoted: boolean;
  /** Whether it tells what was before the news, or how its shares moved. */
  readonly aside: boolean;
};

/** "(Corrects length of lease in first paragraph)": about the text, and none of its news. */
export const isAboutText = (text: string): boolean =>
  /^\((?:corrects?|corrected|adds?|updates?|recasts?|fixes|removes|clarifies)\b/iu.test(text);

/** That somebody says nothing is no news. */
const SAYS_NOTHING =
  /\b(?:declin\p{L}*\sto\s(?:comment|say|discuss)|refus\p{L}*\sto\scomment|(?:did|has|have|had|would|could)(?:\snot|n[’']t)\s(?:be\s)?(?:immediately\s|yet\s)?(?:repl(?:y|ied)|respond(?:ed)?|return(?:ed)?|comment(?:ed)?|answer(?:ed)?|reached)|made\sno\scomment|no\simmediate\scomment)\b/iu;

const SHARES_MOVED =
  /\b(?:shares|stock)\b[^.;]{0,80}\b(?:rose|f[ae]ll|fallen|gain|lost|lose|drop|clos|jump|s[au]nk|slid|climb|tumbl|edg|slip|surg|plung|end|rall|traded?)\p{L}*\b[^.;]{0,40}(?:%|percent|per\scent|\d)|\d%?\son\sthe\s(?:\p{L}+\s){0,2}(?:stock\s)?exchange\b/iu;

/** "On Tuesday the company had taken out a loan": a main clause in the past perfect tells what was before the news. */
function isOfBefore(text: string): boolean {
  if (!/\bhad\b/u.test(text)) return false;
  const { tree } = readSentence(text);
  const root = tree.words.findIndex(({ head }) => head < 0);
  return dependents(tree, root, 'aux').some((n) => tree.words[n]?.text.toLowerCase() === 'had');
}

/** Whether a reader who saw nothing else knows what each word of it points at. */
const isClear = (text: string): boolean => standsAlone(text) && !pointsOut(text);

/** A longer sentence says something beside. */
const NOTHING = 120;

/** News is told at the top: what stands further down is background to it. */
export const READ_SENTENCES = 40;

const spanOf = (article: Article, { start, end, text }: Sentence): Span => ({ article: article.id, start, end, text });

/**
 * What holds instead of what was wrong stands on the sentence before: "The article misstated the size. It is 240 megawatts." Both together stand alone.
 */
function withBefore(own: string, before: Sentence | undefined): string | null {
  return before === undefined || !isClear(before.text) ? null : `${before.text} ${own}`;
}

/** A word is a name where the field knows it as one, or its text has it with a capital within a sentence and never without one. */
const namesIn =
  (text: string): IsName =>
  (word) => {
    if (entityOf(word) !== null) return true;
    const plain = word.replace(/[’']s$/u, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const within = new RegExp(`[\\p{Ll}\\d,;] ${plain}(?![\\p{L}\\d])`, 'u');
    const common = new RegExp(`(?<![\\p{L}\\d])${plain.toLowerCase()}(?![\\p{L}\\d])`, 'u');
    return within.test(text) && !common.test(text);
  };

/** The sentences near the top of an article that stand alone, without datelines and asides, in order. */
export function candidatesOf(
  story: string,
  article: Article,
  evidence: Evidence,
  termsOf: TermReader,
  corrected: ReadonlySet<string> = new Set(),
): Candidate[] {
  const title = termsOf(article.title);
  const isName = namesIn(article.text);
  // Whoever the title opens with reports what is told without an owner, from where the text names them.
  const reporter = titled(article.title);
  const naming = reporter === null ? undefined : evidence.sentences.find(({ text }) => text.includes(reporter));
  return evidence.sentences.slice(0, READ_SENTENCES).flatMap((sentence, place) => {
    const own = plainSentence(sentence.text);
    const isTheirs = isOwnerless(own) && naming !== undefined && naming.start < sentence.start;
    const before = isTheirs ? naming : evidence.sentences[place - 1];
    if (isAboutText(own) || (own.length < NOTHING && SAYS_NOTHING.test(narration(own)))) return [];
    const isCorrected = corrected.has(`${article.id} ${sentence.start}`);
    const named = isTheirs
      ? owned(own, reporter ?? '')
      : isClear(own)
        ? null
        : (resolved(sentence, before, isName) ?? (isCorrected ? withBefore(own, before) : null));
    const text = named === null ? own : plainSentence(named);
    if (!isClear(text)) return [];
    const terms = termsOf(text);
    const span = spanOf(article, sentence);
    return [
      {
        story,
        article: article.id,
        text,
        own,
        before: named === null || before === undefined ? null : plainSentence(before.text),
        rests: named === null || before === undefined ? [span] : [spanOf(article, before), span],
        terms,
        titled: title.size === 0 ? 0 : shared(title, terms) / title.size,
        place,
        quoted: isMostlyQuoted(text),
        aside: isOfBefore(text) || SHARES_MOVED.test(narration(text)),
      },
    ];
  });
}
