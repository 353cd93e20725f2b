/** An office whose holder is asked for. */
export type Role = {
  /** As the question has it. */
  readonly text: string;
  /** What the press calls it. */
  readonly said: RegExp;
};

/** Offices by the ways in which they are asked for and told. */
const OFFICES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:ceo|chief executive(?: officer)?|boss)\b|\bwho (?:runs|heads|leads|is (?:running|leading|heading|in charge of))\b/i,
    /\b(?:CEO|chief executive|boss|president)\b/i,
  ],
  [
    /\b(?:cfo|chief financial officer|finance (?:chief|director|head)|head of finance)\b/i,
    /\b(?:CFO|chief financial officer|finance (?:chief|director|head)|head of finance)\b/i,
  ],
  [/\b(?:coo|chief operating officer|operations chief)\b/i, /\b(?:COO|chief operating officer|operations chief)\b/i],
  [/\b(?:cto|chief technology officer|technology chief)\b/i, /\b(?:CTO|chief technology officer|technology chief)\b/i],
  [
    /\b(?:chair(?:man|woman|person)?) of\b|\bwho chairs\b|\bchair(?:man|woman|person)\b/i,
    /\b(?:chair(?:man|woman|person)?|chairs)\b/i,
  ],
  [/\b(?:co-?)?founders?\b|\bwho (?:co-?)?founded\b/i, /\b(?:co-?)?found(?:er|ers|ed)\b/i],
  [/\bpresident\b/i, /\bpresident\b/i],
];

/** "head of energy", "director of licensing", "analyst at": an office of its own. */
const OWN =
  /\bwho (?:is|was|'s) (?:the |an? )?(.{1,40}?)(?= (?:at|of|for|in) \p{Lu}|['’]|[?]|$)|\b((?:deputy |vice )?(?:head|director|president|manager|minister|secretary|commissioner) (?:of|for) \p{L}+)/iu;
const TITLE =
  /\b(?:head|director|chief|president|manager|minister|secretary|commissioner|analyst|engineer|counsel|spokes\p{L}+|governor|mayor|judge|supervisor)\b/iu;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The office that a question asks the holder of; null where it asks for none. */
export function roleAskedFor(question: string): Role | null {
  if (!/\bwho\b|^(?:the )?(?:current |new )?\S+(?:\s\S+){0,4}$|\bname of\b/i.test(question)) return null;
  // Who leads a market, a ranking or a round holds no office.
  if (
    /\bwho (?:leads|led|is leading) (?:\S+ ){0,4}?(?:market|race|field|sector|ranking|table|round|industry|way)\b/i.test(
      question,
    )
  )
    return null;
  for (const [asked, said] of OFFICES) {
    const text = asked.exec(question)?.[0];
    if (text !== undefined) return { text, said };
  }
  const [, is, of] = OWN.exec(question) ?? [];
  const title = (of ?? is ?? '').replace(/^(?:the|an?) /i, '').trim();
  const named = TITLE.exec(title)?.[0];
  if (named === undefined) return null;
  return { text: title, said: new RegExp(`\\b${title.split(/\s+/).map(escaped).join('\\s+')}\\b`, 'iu') };
}
