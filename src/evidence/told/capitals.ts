import { isCalendar, isShortMonth } from '../../language/calendar.ts';
import { isDemonym } from '../../language/organisations.ts';
import { isWord } from '../../reading/network/network.ts';

const FEAST = /^(?:easter|christmas|ramadan|thanksgiving|q[1-4]|fy\d*)\.?$/i;
/** Is a word with a capital one of a day, a month or a feast? */
export const isWhen = (word: string): boolean =>
  isCalendar(word) || (word.endsWith('.') && isShortMonth(word)) || FEAST.test(word);
/** What a company's name ends in and nothing is called by alone, and units. */
const NO_NAME =
  /^(?:(?:[Nn]on-)?GAAP|EBITDA|EBIT|EPS|AI|IT|Series(?: \p{Lu})?|GPUs?|CPUs?|TPUs?|HBM\d?E?|DRAM|NAND|SSD|LLM|API|IPO|ESG|Inc|Corp|Ltd|LLC|Plc|Co|AG|SE|NV|.{0,1}|[kKMGTP]?[BWbV]h?|[MG]Hz)\.?$/u;
/** Is what has capitals no name of anybody or of any product by itself, "German" not either? */
export const isNoName = (name: string): boolean =>
  (isDemonym(name) && !/^(?:us|uk|eu|u\.s\.|u\.k\.)$/i.test(name)) ||
  NO_NAME.test(name) ||
  / (?:EBITDAR?|EBIT|EPS)$/.test(name);

/** "Repeater", "subsea": a word that is made of a known one, and no name for all that nobody has met it. */
export function isDerived(word: string): boolean {
  const base = /^(.{3,}?)(?:e?rs?|ors?|ings?|ments?|tions?|ency|ancy|ness|less|able)$/.exec(word)?.[1];
  if (base !== undefined && [base, `${base}e`, `${base}t`, `${base}ate`].some(isWord)) return true;
  const rest = /^(?:sub|re|un|over|under|inter|pre|multi|non|micro|tele|bio|semi|out|up|down|off)(.{3,})$/.exec(
    word,
  )?.[1];
  return rest !== undefined && isWord(rest);
}

/** "Oriel Cloud Opens Jaipur Region": a line whose capitals are a title's tells nothing of which words are names. */
export function isTitle(line: string): boolean {
  const words = line.trim().split(' ');
  const isCapital = (word: string): boolean => word.length < 4 || /^[^\p{L}]*[\p{Lu}\d]/u.test(word);
  return words.length > 3 && !/[.!?:”"|]$/.test(line.trim()) && words.every(isCapital);
}

/** "Central Bureau of Statistics", "Bank of Ghent": a body with what or where it is for. */
export const BODY_OF =
  /(?<![\p{L}\p{M}\d’'-])(?<body>(?:\p{Lu}[\p{L}\p{M}\d-]{1,40} ){0,4}(?:Commission|Bureau|Department|Ministry|Bank|University|College|Institute|Board|Council|Court|Agency|Office|Authority|Association|Federation|Confederation|Chamber|Academy|Corps|Committee|Society|League|Union|Foundation|Administration)) (?:of|for) (?:the )?(?<what>\p{Lu}[\p{L}\p{M}\d-]{1,40}(?:(?: and)? \p{Lu}[\p{L}\p{M}\d-]{1,40}){0,3})/gu;
