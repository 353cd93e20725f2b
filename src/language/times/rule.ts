import type { Day } from '../calendar.ts';

/** What stands at a place of a text: where it ends, and the time it names. */
export type Reading = { readonly end: number; readonly when: string | null; readonly kind?: 'relative' };
export type Context = { readonly text: string; readonly at: number; readonly today: Day | null };

export const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
export const YEAR = '((?:1[5-9]|20)\\d\\d|2100)';
export const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|final|last)';

export const lower = (text: string | undefined) => (text ?? '').toLowerCase();
export const capital = (text: string) => /^\p{Lu}/u.test(text);

/** Words before a month without a year that say it is still to come. */
const AHEAD =
  /\b(?:will|would|shall|plans?|planned|expect(?:s|ed)?|due|scheduled|starting|next|coming|aims?|to (?:open|start|begin|launch|go|ship))\b/i;

/** Whether the sentence speaks of what is to come where a time stands. */
export const looksAhead = ({ text, at }: Context) =>
  AHEAD.test(text.slice(Math.max(0, at - 90), at).replace(/^.*[.!?;]\s/s, ''));

/** A way to state a time, tried where one can begin. `read` answers undefined where it does not apply after all. */
export type Rule = {
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray, context: Context) => string | null | undefined;
  readonly kind?: 'relative';
};
/** `source` is matched at the place itself, whatever the case. */
export const rule = (source: string, read: Rule['read'], kind?: 'relative'): Rule => ({
  pattern: new RegExp(source, 'iuy'),
  read,
  ...(kind === undefined ? {} : { kind }),
});
