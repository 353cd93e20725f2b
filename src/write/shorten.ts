/** Shorter sentences that say no less of what the gate checks: only whole clauses go, and only those that add. */

/** "KYIV, Ukraine, March 3 (Wire) -- ", "WASHINGTON — " */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?:\s\p{Lu}[\p{Lu}.'’-]+){0,3})(?:,\s[\p{L}.\d\s]{1,30}){0,2}(?:\s?\([^()]{1,40}\))?\s?[‒–—―−-]{1,2}\s+/u;
/** "June 2 (Wire) - ", "AUSTIN, Texas, June 1, 2026 - ": a place or none, a day, an agency or none. */
const DATED =
  /^(?:\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3},\s){0,2}(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?\s?(?:\s?[(/][^()/]{1,40}[)/])?\s?[‒–—―−-]{1,2}\s+/u;
/** "(Wire) - " */
const AGENCY = /^\([^()]{2,40}\)\s?[‒–—―−-]{1,2}\s+/u;
/** An aside that holds no figure and no name that only it gives: a ticker, a pointer, a spelling. */
const ASIDE = /\s\([^()\d$€£%"“]{1,80}\)/gu;
const SYMBOL = /\s\((?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|HKEX|TYO|OTC)[:\s][^()]{1,20}\)/gu;

/** A sentence as a debrief prints it: without the place and agency before it, and without asides in brackets. */
export function plainSentence(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(DATED, '')
    .replace(DATELINE, '')
    .replace(AGENCY, '')
    .replace(SYMBOL, '')
    .replace(ASIDE, '');
}

/** Words that turn what a clause stands beside: without it the rest would say more or something else. */
const TURNS =
  /\b(?:if|unless|until|except|although|though|but|not|no|never|without|could|may|might|would|should|alleged(?:ly)?|reported(?:ly)?|according|said|says|say|told|claims?|claimed|expects?|expected|estimates?|estimated|only|pending|subject|whether|because|despite|while|before|after)\b/iu;
/** ", which ...", ", who ...", ", where ..." up to its closing comma or the end. */
const RELATIVE = /,\s(?:which|who|whose|where|whom)\s[^,;:"“”()—–]{8,140}(?=,\s|[.!]$)/gu;
/** " — ... — " */
const DASHED = /\s[—–]\s[^—–"“”]{4,140}\s[—–](?=\s)/gu;
/** ", adding ...", ", making ..." at the end. */
const TAIL =
  /,\s(?:adding|bringing|making|marking|leaving|joining|including|such\sas|along\swith|as\swell\sas)\s[^;:"“”()—–]{8,160}(?=[.!]$)/gu;

/** What is left must still be the better part of the sentence, its main clause. */
const REMAINS = 0.45;

const ANOTHER = /^, (?:the|an?|its|their|his|her|our|it|he|she|they|we|\p{Lu}[\p{L}.’'-]*)\b/u;

const dropped = (text: string, clause: string, at: number): string => {
  const before = text.slice(0, at);
  const rest = text.slice(at + clause.length);
  // A relative clause between two commas takes both with it: "Northwind, which ..., said" is "Northwind said". Before somebody else
  // the second stays: "runs on waste water, which ..., the company said".
  const between = /^,\s(?:which|who|whose|where|whom)\b/u.test(clause) && rest.startsWith(', ');
  return before + (between && !ANOTHER.test(rest) ? rest.slice(1) : rest);
};

/**
 * The sentence with whole clauses left out, shortest last; the sentence itself is not among them. None holds less of a
 * condition, a doubt or a source than the sentence; whether the rest is still carried is for the gate to say.
 */
export function shorterForms(text: string): string[] {
  const forms: string[] = [];
  let current = text;
  for (const pattern of [DASHED, RELATIVE, TAIL]) {
    for (const match of [...current.matchAll(pattern)].reverse()) {
      if (TURNS.test(match[0])) continue;
      const form = dropped(current, match[0], match.index);
      if (form.length >= current.length * REMAINS) {
        current = form;
        forms.push(form);
      }
    }
  }
  return forms;
}
