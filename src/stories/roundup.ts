import { contentOf } from '../domain/same-figure.ts';
import { proseIn } from '../language/sentences.ts';
import type { Article } from '../model.ts';

/** "Before the Bell: Ports, Grids, Loans": a name, and what is in it as a list. */
const LISTING = /^[^:]{3,40}:\s[^,:]{2,40},\s(?!not\b)[^,:]{2,40}(?:,\s|\s(?:and|&)\s)/iu;
const LISTING_OF_TWO =
  /^(?:the\sweek|this\sweek|today|yesterday|morning|evening|overnight|daily|weekly)\b[^:]{0,40}:\s.{4,}\sand\s/iu;
/** "The week in chips" is what a piece covers; "This week in Ohio, a court ..." is when something happened. */
const SPAN = /^(?:the|this|last|your)\s(?:day|week|weekend|month|quarter|year)\sin\s[^,]{1,40}$/iu;
const NAMED =
  /\b(?:newsletter|news\sround-?up|round-?up|weekly\s(?:digest|briefing|review)|daily\s(?:digest|briefing)|week\sin\sreview|morning\sbriefing|week\s\d{1,2}|what\swe\sare\sreading|in\scase\syou\smissed\sit|things\s(?:happened|to\sknow))\b/iu;

/** Fewer sentences are no list, and more are an article of its own. */
const LISTED = { least: 3, most: 12 };
/** Sentences of one event share a party or a thing; of these pairs hardly any do. */
const JOINT = 1 / 4;

/** Whether its sentences tell of things that have nothing to do with each other, under a title that names none of them. */
function isList({ title, text, publisher }: Pick<Article, 'title' | 'text' | 'publisher'>): boolean {
  const contents = proseIn(text).map((sentence) => contentOf(sentence.text));
  if (contents.length < LISTED.least || contents.length > LISTED.most) return false;
  const titled = contentOf(title).difference(contentOf(publisher));
  if (contents.some((content) => !content.isDisjointFrom(titled))) return false;
  const pairs = contents.flatMap((one, place) => contents.slice(place + 1).map((other) => one.isDisjointFrom(other)));
  return pairs.filter((isApart) => !isApart).length <= pairs.length * JOINT;
}

/**
 * Whether an article sums up what others report: a newsletter, a roundup, a look back at the week. Its news is that of many events, so that
 * it is no report of any of them.
 */
export function isRoundup(article: Pick<Article, 'title' | 'text' | 'publisher'>): boolean {
  const { title } = article;
  if (/^correct/i.test(title)) return false;
  return LISTING.test(title) || LISTING_OF_TWO.test(title) || SPAN.test(title) || NAMED.test(title) || isList(article);
}
