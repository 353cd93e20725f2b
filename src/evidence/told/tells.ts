import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';

/** Verbs by which somebody sets a number: "puts the market at $92 billion", "expects revenue of $4 billion". */
const RECKONS =
  /^(?:put|peg|value|expect|forecast|predict|project|anticipate|foresee|estimate|model|reckon|calculate|find|count|look)$/;

export const reckons = (verb: string): boolean => RECKONS.test(verb);

/** Does a verb, by its base form, only tell what is so, or what its subject makes of it? */
export const tells = (verb: string): boolean => STANCE_OF_VERB.has(verb) || RECKONS.test(verb);

/** Verbs of a level or of a move of it: "copper gained 2%", "the fee stands at $40". */
const MOVES =
  /^(?:rise|fall|climb|slip|slide|drop|jump|gain|lose|add|shed|settle|trade|close|creep|hold|ease|edge|dip|soar|surge|plunge|tumble|sink|advance|reach|hit|go|slump|double|halve|decline|increase|decrease|be|stand|cost|sell|fetch)$/;

export const isMove = (verb: string): boolean => MOVES.test(verb);

const TIME =
  /^(?:year|month|week|day|hour|quarter|minute|second|decade|time|half|period|total|one|percent|percentage|point|cent|rest)$/;

/** Is a noun one of a span of time, or of a share, rather than of a thing? */
export const isTime = (noun: string): boolean => TIME.test(noun);

/** Verbs of whoever has, takes or asks for what the number counts, which is not the size of whoever does so. */
const HOLDS =
  /^(?:use|consume|take|need|require|want|seek|ask|request|get|receive|buy|sell|have|own|see|ship|make|produce|propose|order|serve|generate|deliver|supply|lease|let|hire|employ|add|install|deploy|run|operate|lend|borrow|raise|spend|invest|pay|owe|burn|win|lose|save|offer|house|host|promise|reserve|procure|secure|provide|award|contract|acquire|commit|allocate)$/;

export const isHolding = (verb: string): boolean => HOLDS.test(verb);

/** What somebody has or gets by the year, which no market has. */
const FLOW =
  /^(?:revenue|sales?|income|profit|loss|earnings?|margin|cost|spending|expense|expenditure|debt|order|backlog|dividend|cash|tax|receipt|fee|turnover|share|salary|bill|investment|funding|budget|total|value|valuation|guidance|net|flow|proceeds|capex|premium|bonus|charge|fine|payment|booking|billing|contract|work|deal)$/;

export const isFlow = (noun: string): boolean => FLOW.test(noun);

/** Verbs of what goes to somebody. */
const GIVES =
  /^(?:give|grant|pay|award|offer|lend|loan|sell|send|fine|charge|owe|hand|cost|save|promise|allocate|assign|guarantee|issue|leave|deny|refund|bring|ship|lease|advance|cede|bill|quote|rent|teach|show)$/;

export const isGiving = (verb: string): boolean => GIVES.test(verb);
