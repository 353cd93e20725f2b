import type { Sentence } from '../model.ts';
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS } from './lexicon.ts';
import { reportingVerb } from './reporting.ts';
import { isTable } from './tables.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Titles, which a name always follows. In small letters they are other words: "0.5 ms." */
const TITLES =
  words(`mr mrs ms mx dr prof gen adm sen rep gov lt col sgt maj capt cmdr cpl pvt rev fr hon pres supt det insp amb messrs
  mmes`);

/** Abbreviations that something always follows: "No. 5", "vs. Goliath", "approx. 40". */
const OPENING =
  words(`st mt ft no nos nr vs v cf approx est e.g i.e eg ie al fig figs vol vols pp ed eds ch sec art arts para viz ca c nr tel ext sq cu lat
  op dist secy treas min max avg dept`);

/** Abbreviations that can end a sentence as well: what follows decides. */
const EITHER =
  words(`inc corp ltd co cos llc plc bros jr sr esq phd ph.d m.d b.a m.a m.b.a b.sc m.sc ave blvd rd ste apt bldg etc jan feb
  mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm u.s u.k u.n e.u d.c n.y l.a u.s.a u.a.e
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  ont que assn assoc univ intl natl mfg s.a n.v b.v s.p.a a.g k.k hr hrs mins secs lb lbs oz ft in yd mi ed.d j.d ll.m cie gmbh sa dept gov`);

/** Words with a capital that begin a sentence rather than go on with a name. */
const STARTERS = new Set([
  ...DETERMINERS,
  ...PRONOUNS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...words(`however meanwhile still also then now today yesterday even only since last earlier later according analysts shares
    revenue sales officials separately instead moreover furthermore additionally nevertheless therefore thus yes no not more most many few
    several one two three four five six seven eight nine ten is are was were do does did can could will would should may might has have had
    people investors customers prices demand researchers critics experts`),
]);

/** A name and the word behind it: a reporting clause where that is a verb of speech ("Is it over?" Marsh asked). */
const NAME_AND_WORD = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(\p{Ll}+)/u;
const reports = (text: string): boolean => reportingVerb(NAME_AND_WORD.exec(text)?.[1] ?? '') !== null;

const TERMINATORS = new Set(['.', '!', '?', '…', '。', '！', '？']);
/** Where a sentence may end. */
const STOP = /[\n.!?…。！？]/g;
const CLOSERS = new Set(['"', '”', '’', "'", '»', ')', ']', '›', '*', '_']);
const OPENERS = /^["“‘'«([‹*_¿¡—–•-]+\s?/;
const LONGEST_ABBREVIATION = 12;
/** "SAN MATEO, Calif. –": a place in capitals, and the state that it lies in. */
const DATELINE = /(?:^|\n)\s*\p{Lu}[\p{Lu} .'’-]+, [\p{Lu}\p{Ll}. ]{2,20}$/u;
const DATELINE_LENGTH = 60;
const DASHED = /^[–—-]\s/;

const isSpace = (char: string | undefined) => char !== undefined && /\s/.test(char);

/** The word that ends at an offset, points inside it included ("U.S", "Ph.D"), no further back than an abbreviation is long. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_ABBREVIATION && /[\p{L}\p{N}.]/u.test(text[start - 1] ?? ' ')) start--;
  return text.slice(start, end);
}

/** Does the point after this word belong to the word, given what follows? */
function belongsToWord(word: string, next: string, text: string, at: number): boolean {
  const lower = word.toLowerCase();
  const starter = STARTERS.has((/^[\p{L}]+/u.exec(next.replace(OPENERS, '')) ?? [''])[0].toLowerCase());
  if (lower === '') return false;
  if (lower === 'no' && !/^\d/.test(next)) return false;
  if (TITLES.has(lower)) return /^\p{Lu}/u.test(word) || !/^["“‘'«([‹]*\p{Lu}/u.test(next);
  if (OPENING.has(lower)) return !(starter && /^(?:no|min|max|ed|st|ft|c|v)$/.test(lower));
  if (EITHER.has(lower)) return !starter && /^[\p{Lu}\d(]/u.test(next);
  // Initials ("J. Marsh") and letters with points ("U.N."): a name goes on unless a sentence plainly begins.
  if (/^\p{L}$/u.test(word)) return !starter || lower === 'i' ? /^\p{Lu}$/u.test(word) && !starter : false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !starter;
  // "1. First": the number of a list at the start of its line.
  return /^\d{1,2}$/.test(word) && /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - word.length - 4), at - word.length));
}

/** Does a line of a table begin at an offset, or behind the white space there? */
function isRow(text: string, at: number): boolean {
  let from = at;
  while (isSpace(text[from])) from++;
  if (text[from] !== '|') return false;
  const end = text.indexOf('\n', from);
  return isTable(text.slice(from, end < 0 ? text.length : end).trimEnd());
}

/** Is there a sentence's end between the terminators that begin at `from` and what follows from `next` on? */
function ends(text: string, from: number, to: number, next: number): boolean {
  const following = text.slice(next, next + 80);
  const bare = following.replace(OPENERS, '');
  const marks = text.slice(from, to);
  if (/^\p{Ll}/u.test(bare)) return false;
  if (/["”’'»]/.test(marks) && /[!?…]/.test(marks) && reports(bare)) return false;
  if (marks.startsWith('.') && !marks.startsWith('..') && belongsToWord(wordBefore(text, from), following, text, from))
    return false;
  return true;
}

/**
 * The sentences of a text in order, without the white space around them. A line of a table is one by itself (`proseIn` leaves these out). A blank line
 * always ends one; a point does
 * not behind an abbreviation, an initial or inside a number; marks of quotation and brackets that close go with the
 * sentence they close. `Intl.Segmenter` alone breaks at "Mr.", "Inc." and "U.S.".
 */
export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let row = isRow(text, 0);
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && isSpace(text[from])) from++;
    while (to > from && isSpace(text[to - 1])) to--;
    if (to > from) sentences.push({ start: from, end: to, text: text.slice(from, to) });
    start = end;
    row = isRow(text, end);
  };
  let at = 0;
  while (true) {
    STOP.lastIndex = at;
    const stop = STOP.exec(text);
    if (stop === null) break;
    at = stop.index;
    if (stop[0] === '\n') {
      let next = at + 1;
      let blank = false;
      while (next < text.length && isSpace(text[next])) {
        if (text[next] === '\n') blank = true;
        next++;
      }
      if (blank || row || isRow(text, next)) close(at);
      at = next;
    } else if (row) at += 1;
    else {
      let to = at + 1;
      while (to < text.length && TERMINATORS.has(text[to] ?? '')) to++;
      while (to < text.length && CLOSERS.has(text[to] ?? '')) to++;
      let next = to;
      while (next < text.length && isSpace(text[next])) next++;
      const dateline =
        DASHED.test(text.slice(next, next + 2)) && DATELINE.test(text.slice(start, at).slice(-DATELINE_LENGTH));
      if (next >= text.length || (next > to && !dateline && ends(text, at, to, next))) close(to);
      at = to;
    }
  }
  close(text.length);
  return sentences;
}

/** The sentences of a text without the lines of its tables. */
export const proseIn = (text: string): Sentence[] => sentencesIn(text).filter((sentence) => !isTable(sentence.text));
