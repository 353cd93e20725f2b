import { isGeneric } from '../../language/organisations.ts';

/** Nouns that any organisation may be called again by: they tell no two of them apart. */
const ANY = new Set(
  'company firm group business startup start-up outfit organisation organization giant its our their subsidiary parent'.split(
    ' ',
  ),
);
/** What else stands in the names of what a noun calls: "the fund" is Brightwater Capital. */
const ALSO: Readonly<Record<string, RegExp>> = {
  agency: /^(?:agency|department|administration|bureau|commission|authority|office|service)$/,
  bank: /^(?:bank|bancorp|banc|securities|financial)$/,
  developer: /^(?:developments?|properties|estates?|land|sites?)$/,
  fund: /^(?:fund|funds|capital|partners|ventures|equity|growth|investors|investments?|advisers|trust|holdings)$/,
  insurer: /^(?:insurance|assurance|re|mutual)$/,
  lender: /^(?:bank|bancorp|credit|capital|lending|finance|financial|trust)$/,
  regulator: /^(?:administration|commission|authority|agency|board|office|regulator)$/,
  university: /^(?:university|college|institute|school|polytechnic)$/,
  utility: /^(?:utility|utilities|power|electric|electricity|energy|gas|grid|water|light|edison)$/,
  watchdog: /^(?:commission|authority|agency|board|office|monitor)$/,
};
/** Bodies that are called again by the noun of their own name alone: "the ministry" is no company. */
const NAMESAKE =
  /^(?:trust|hospital|museum|club|team|league|church|college|airport|port|party|magazine|festival|theatre|theater|orchestra|zoo|lab|laboratory|library|clinic|charity|board|bureau|commission|committee|co-op|cooperative|council|court|department|exchange|forum|institute|ministry|school|union|university)$/;

/** How well an organisation suits the noun that points at it: it is told to be one, it may be one, it is none. */
export type Fit = 'told' | 'open' | 'none';

/** `words` are the organisation's name and the nouns that the text describes it with, in lower case. */
export function fitOf(noun: string | null, words: ReadonlySet<string>): Fit {
  if (noun === null || ANY.has(noun)) return 'open';
  if (words.has(noun)) return 'told';
  const also = ALSO[noun];
  if (also !== undefined && [...words].some((word) => also.test(word))) return 'told';
  return NAMESAKE.test(noun) ? 'none' : 'open';
}

/** Bodies that small letters name, too: "the cable owners' forum", "the county planning board". */
const COLLECTIVE =
  /^(?:agency|alliance|association|authority|board|bureau|chamber|club|coalition|commission|committee|consortium|cooperative|council|department|federation|forum|foundation|institute|league|ministry|society|union)$/;

export const isCollective = (noun: string): boolean => COLLECTIVE.test(noun);

/** Does a noun alone tell what body is meant, though no name does: "the board", "the hospital", "the utility"? */
export const isInstitution = (noun: string): boolean =>
  isCollective(noun) || NAMESAKE.test(noun) || ALSO[noun] !== undefined;

/** Whether a noun with "the" before it points at an organisation that is named elsewhere. */
export const isPointing = (noun: string): boolean =>
  isGeneric(noun) || noun === 'fund' || isCollective(noun) || NAMESAKE.test(noun) || ALSO[noun] !== undefined;
