import type { Article } from '../model.ts';

/** "Before the Bell: Ports, Grids, Loans": a name, and what is in it as a list. */
const LISTING = /^[^:]{3,40}:\s[^,:]{2,40},\s(?!not\b)[^,:]{2,40}(?:,\s|\s(?:and|&)\s)/iu;
const LISTING_OF_TWO =
  /^(?:the\sweek|this\sweek|today|yesterday|morning|evening|overnight|daily|weekly)\b[^:]{0,40}:\s.{4,}\sand\s/iu;
const NAMED =
  /\b(?:newsletter|news\sround-?up|round-?up|weekly\s(?:digest|briefing|review)|daily\s(?:digest|briefing)|week\sin\sreview|morning\sbriefing|week\s\d{1,2}|what\swe\sare\sreading|in\scase\syou\smissed\sit|things\s(?:happened|to\sknow))\b/iu;

/**
 * Whether an article sums up what others report: a newsletter, a roundup, a look back at the week. Its news is that of many events, so that
 * it is no report of any of them.
 */
export const isRoundup = ({ title }: Pick<Article, 'title'>): boolean =>
  !/^correct/i.test(title) && (LISTING.test(title) || LISTING_OF_TWO.test(title) || NAMED.test(title));
