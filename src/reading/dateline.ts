/**
 * "SEATTLE, Oct 27 - ", "AUSTIN, Texas (Continental) -- ", "Santiago (Andes Wire) - ", "(Civic Wire) - ", "OSLO (Civic Wire)--": where and when a report was
 * written, and by which agency.
 */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,[^–—\n,-]{1,40}|\s?\([^)\n]{1,40}\)){0,3}|(?:\p{Lu}[\p{L}.'’ ]{2,30}(?:,[^–—\n(,-]{1,30}){0,2} )?\(\p{Lu}[^)\n]{1,40}\))(?:\s*(?:--|[-–—])\s+|(?<=\))(?:--|[–—]))/u;

/** How many characters of an article or a sentence are its dateline, which is no part of its grammar. */
export const datelineOf = (text: string): number => DATELINE.exec(text)?.[0].length ?? 0;
