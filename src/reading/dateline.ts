/** "SEATTLE, Oct 27 - ", "LIMA (Wire) -- ": where and when a report was written. */
const DATELINE = /^\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,[^–—\n-]{1,40}|\s?\([^)]{1,40}\))?\s*(?:--|[-–—])\s+/u;

/** How many characters of a sentence are its dateline, which is no part of its grammar. */
export const datelineOf = (sentence: string): number => DATELINE.exec(sentence)?.[0].length ?? 0;
