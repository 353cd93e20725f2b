import { type Learned, learnedOf } from '../../learned/trees.ts';
import { once } from '../../once.ts';
import stored from './model.json' with { type: 'json' };
import { type Desk, type Piece, type Sight, sightOf, TRAITS } from './traits.ts';

/** From which log odds on a piece sums up others: few do. */
const IS_ROUNDUP = -1.2;

/** Fewer sentences sum up nothing. */
const FEWEST = 3;

/** What calls itself one. "The week in chips" is what a piece covers; "This week in Ohio, a court ..." is when something happened. */
const CALLED = [
  /^(?:the|this|last|your)\s(?:day|week|weekend|month|quarter|year)\sin\s[^,]{1,40}$/iu,
  /^(?:the\sweek|this\sweek|today|yesterday|morning|evening|overnight|daily|weekly)\b[^:]{0,40}:\s.{4,}\sand\s/iu,
  /^(?:three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:\p{L}+\s)?(?:charts|things|stories|takeaways|numbers)\b/iu,
  /\b(?:issue|edition|vol\.)\s?#?\d{1,4}$/iu,
  /\b(?:newsletter|news\sround-?up|round-?up|weekly\s(?:digest|briefing|review)|daily\s(?:digest|briefing)|week\sin\sreview|morning\sbriefing|what\swe\sare\sreading|in\scase\syou\smissed\sit|things\s(?:happened|to\sknow))\b/iu,
];

const learned = once((): Learned<Sight> => learnedOf(stored, TRAITS));

/**
 * Whether an article sums up what others report: a newsletter, a roundup, a look back at the week. Its news is that of many events, so that
 * it is no report of any of them. What tells one by its title, by who and what its sentences are about, and by what else is on the desk was
 * learned (`model.json`).
 */
export function isRoundup(piece: Piece, desk: Desk): boolean {
  if (/^correct/iu.test(piece.title)) return false;
  if (CALLED.some((title) => title.test(piece.title))) return true;
  const sight = sightOf(piece, desk);
  return sight.sentences.length >= FEWEST && learned().of(sight) >= IS_ROUNDUP;
}
