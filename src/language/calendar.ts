const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const MONTHS = words('january february march april may june july august september october november december');
const SHORT = words('jan feb mar apr jun jul aug sep sept oct nov dec');
const DAYS = words('monday tuesday wednesday thursday friday saturday sunday');

/** Is a word, however it is written, a month? */
export const isMonth = (word: string): boolean => MONTHS.has(word.toLowerCase());

/** "Jan", "Sept.": a month cut short, with or without its point. */
export const isShortMonth = (word: string): boolean => SHORT.has(word.toLowerCase().replace(/\.$/, ''));

/** A month or a day of the week: a capital that names nobody. */
export const isCalendar = (word: string): boolean => isMonth(word) || DAYS.has(word.toLowerCase());
