/** Names what the extractors read by now: what an older version mined is mined again. */
export const EXTRACTOR = '35';
