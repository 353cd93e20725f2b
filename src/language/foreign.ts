/** What no line of a debrief holds, whoever wrote it: addresses, mentions and markup of any platform, hidden characters. */
const FOREIGN =
  /https?:|\bwww\.|\]\(|<[!@#:/a-z]|@(?:everyone|here|channel)\b|[`*_]{2,}|[\u0000-\u0009\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/iu;

export const isForeign = (text: string): boolean => FOREIGN.test(text);
