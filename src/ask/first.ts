/** Words by which it is asked what was so at first, before something changed it. */
export const ASKS_FIRST =
  /\b(?:original(?:ly)?|initial(?:ly)?|(?:at )?first|before|earlier|former(?:ly)?|previous(?:ly)?|old|used to|had|prior|last)\b/i;
/** And those of the past, or of a distance from it. */
const PAST = /\b(?:was|were|did|ago|since|(?:up|down) from)\b/i;

/** Whether a question asks of what was, rather than of what holds. */
export const asksWhatWas = (question: string): boolean => ASKS_FIRST.test(question) || PAST.test(question);
