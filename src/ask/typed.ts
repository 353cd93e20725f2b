/** What chat platforms make of people, channels, links and pictures in a message. */
const MARKUP = /<[@#!][^>\s]{1,80}>|<https?:[^>|]{1,2000}(?:\|([^>]{0,200}))?>|:[a-z0-9_+-]{2,40}:(?!\d)/g;
/** Signs that show no word: emoji with what joins and colours them, and what has no width. */
const SIGNS = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}\ufe0f\u200b-\u200f\u2060\ufeff]/gu;

const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ]/g, "'"],
  [/[“”„«»]/g, '"'],
  [/[\u00a0\u2007\u202f]/g, ' '],
];

/** What people say before and after what they want to know. */
const BEFORE =
  /^(?:(?:@\S+|hi|hiya|hello|hey|yo|ok|okay|so|well|um+|good (?:morning|afternoon|evening)|please|pls|plz|quick(?: question)?|question|debrief|thanks|thank you|sorry|fyi|btw)(?:[ ,]+(?:there|team|all|folks|everyone|everybody|bot|debrief|guys|one|for you))*\s*[,:;!.–—-]*\s+)+/i;
const POLITE =
  /^(?:(?:can|could|would|will) (?:you|someone|anyone|anybody)(?: please| kindly)? (?:tell (?:me|us)|say|check|find out|look up|remind (?:me|us)(?: of)?|let me know|show me)|(?:do|does|did|would) (?:you|we|they|anyone|anybody|someone|somebody) (?:guys |all )?(?:know|happen to know|remember|recall|say)|(?:is it|are we) (?:known|told|sure)|ha(?:s|ve) (?:we|you|anyone|anybody) (?:heard|seen|read)|(?:i(?:'d| would) (?:like|love)|i (?:want|need)|we (?:want|need)) to know|i(?:'m| am)? (?:just )?wonder(?:ing)?|(?:please |pls )?(?:tell|give|show|remind) (?:me|us)|any (?:idea|clue|word)|what do (?:we|you) know about|got (?:a|any) (?:figure|number)s? (?:for|on))\b[ ,:]*(?:if|whether)?\s*/i;
const AFTER =
  /(?<![\s,;.!?–—-])[\s,;.!?–—-]{1,8}(?:(?:please|pls|plz|thanks|thank you|thx|ty|cheers|tia|many thanks)(?: (?:so much|a lot|in advance|team|all))?|(?:do you know|any idea|anyone know|right))[\s!.?]{0,8}$/i;

/** Turns of phrase that say nothing of what is asked. */
const TURNS =
  /\s(?:in the first place|in the end|after all|at all|to be exact|in total|by the way|supposed to|meant to|exactly|roughly|actually)(?=[\s?!.,]|$)/gi;

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;
const year = (digits: string | undefined): string =>
  digits === undefined ? '' : digits.length === 2 ? `20${digits}` : digits;
const quarter = (n: string | undefined, of: string | undefined): string =>
  `${ORDINALS[Number(n) - 1] ?? ''} quarter${of === undefined ? '' : ` of ${year(of)}`}`;

/** Short forms of desks and chats in the words that articles use. */
const SHORT: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [/\b(?:fy|fiscal year|fiscal)\s?'?(\d{2}|20\d{2})\b/gi, (_, of) => `fiscal ${year(of)}`],
  [/\b([1-4])q\s?'?(\d{2}|20\d{2})?\b/gi, (_, n, of) => quarter(n, typeof of === 'string' ? of : undefined)],
  [
    /\bq([1-4])(?:[\s/-]*(?:of |fy)?'?(20\d{2}|\d{2}))?\b/gi,
    (_, n, of) => quarter(n, typeof of === 'string' ? of : undefined),
  ],
  // "H200" is a chip.
  [
    /\b(?:([12])h|h([12]))\s?'?(2\d|20\d{2})\b/gi,
    (_, a, b, of) => `${ORDINALS[Number(a ?? b) - 1]} half of ${year(of)}`,
  ],
  [/\b(?:1st|2nd|3rd|4th)(?= quarter| half)/gi, (n) => ORDINALS[Number(n[0]) - 1] ?? n],
  [/\beps\b/gi, 'earnings per share'],
  [/\bcapex\b/gi, 'capital spending'],
  [/\byoy\b|\by\/y\b/gi, 'from a year ago'],
  [/\brevs?\b/gi, 'revenue'],
  [
    /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?<=\b(?:in|since|by|until|of|late|early|mid|last|next) )(?:march|may)\b/g,
    (name) => name.charAt(0).toUpperCase() + name.slice(1),
  ],
  [/\bppl\b/gi, 'people'],
  [/\btemps?\b/gi, 'temperature'],
  [
    /\b(?:vs\.?|versus|against|compared (?:to|with)) (?:the )?(?:consensus|estimates?|street|expectations|forecasts?)\b/gi,
    'against what analysts expected',
  ],
  [/\bvs\.?(?=\s)|\bversus\b/gi, 'against'],
  // "PJM-style": of that manner, not of that name.
  [/\b[\p{L}\p{N}]+-(?:style|like|type)\b/giu, ''],
  [/\bw\/\s?/gi, 'with '],
  [/\bu\.?s\.?\b(?= )/g, 'us'],
  [
    /(?<=\w)\s?\/\s?(h|hr|hour|day|month|year|yr|kw|mw|kwh|mwh|gpu|share|token)s?\b/gi,
    (_, unit) => ` per ${UNITS[String(unit).toLowerCase()] ?? unit}`,
  ],
  [/\bper (h|hr|yr)\b/gi, (_, unit) => `per ${UNITS[String(unit).toLowerCase()] ?? unit}`],
  [/\b(what|who|where|how|when)s\b/gi, '$1 is'],
  [/\b(what|who|where|how|when)'s\b/gi, '$1 is'],
  [/\b(what|who|where|how|when|why)'?re\b/gi, '$1 are'],
  [/\b(what|who|where|how|when|why)'d\b/gi, '$1 did'],
];
const UNITS: Readonly<Record<string, string>> = { h: 'hour', hr: 'hour', yr: 'year' };

/**
 * A question as people type it, in the words that articles use: without greeting and thanks, mentions and emoji, with plain quotes, and
 * with its short forms written out ("4Q26" is "fourth quarter of 2026"). Never empty where something was typed.
 */
export function plainly(typed: string): string {
  let text = typed.normalize('NFC').replace(MARKUP, (_, label: string | undefined) => ` ${label ?? ''} `);
  text = text.replace(SIGNS, ' ');
  for (const [sign, plain] of QUOTES) text = text.replace(sign, plain);
  text = text.replace(/\s+/g, ' ').trim();
  const bare = text.trimEnd().replace(BEFORE, '').replace(AFTER, '').replace(POLITE, '').trim();
  const straight = bare.replace(TURNS, ' ').trim();
  let short = straight === '' ? text : straight;
  for (const [form, words] of SHORT)
    short = typeof words === 'string' ? short.replace(form, words) : short.replace(form, words);
  return short.replace(/\s+/g, ' ').trim() || typed;
}
