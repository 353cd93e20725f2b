import { classesOf } from '../language/meaning.ts';
import { singular } from '../language/nouns.ts';

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

/** "who runs energy at Orbin", "who is in charge of Orbin's Spanish operations": a part of a house, and who answers for it. */
const CHARGE =
  "(runs|heads|leads|manages|oversees|directs|(?:is |'s )?(?:running|heading|leading|managing|overseeing|in charge of|responsible for|(?:the )?head of))";
const AREA_AT = new RegExp(
  String.raw`\bwho ${CHARGE} (?:the |all )?(\S+(?: \S+){0,3}?) (?:at|for|within|over at) \S`,
  'iu',
);
const AREA_OF = new RegExp(
  String.raw`\bwho ${CHARGE} (?:the )?\S+(?: \S+){0,2}?['’]s? (\p{Ll}\S*?(?: \S+?){0,2}?|\S+ \p{Ll}\S*?)(?=[?!.]?$)`,
  'iu',
);
/** Words for the part itself, which an office leaves out. */
const PART = /(?<=\S) (?:business|unit|team|division|department|arm|side|group|office|work)$/i;

/** How the press tells who answers for a part of a house: "head of energy", "energy chief", "who runs energy". */
function holderOf(area: string): RegExp {
  const part = area.replace(PART, '').split(/\s+/).map(escaped).join(String.raw`\s+`);
  const title = `(?:head|director|chief|president|manager|lead|boss|chair|officer)`;
  return new RegExp(
    String.raw`\b(?:${title}\s(?:of|for)\s(?:\p{Ll}+\s(?:and\s)?){0,2}?${part}|${part}\s${title}|chief\s${part}\sofficer|(?:runs?|heads?|leads?|manages?|oversees?|directs?|running|heading|leading|in charge of|responsible for)\s(?:\p{L}+['’]s?\s)?(?:\p{Ll}+\s(?:and\s)?){0,2}?${part})\b`,
    'iu',
  );
}

const RUNS =
  /\bwho (?:runs|ran|is running|manages|managed) (?:\S+ ){0,4}?(\p{L}+)(?: (?:at|in|near|on|of|outside)\b|[?!.]?$)/iu;
const SITE = /^(?:site|facility|data_center)$/;

/** Who runs a site holds no office there: whoever operates it is asked for, a firm as well. */
const asksOperator = (question: string): boolean =>
  classesOf(singular(RUNS.exec(question)?.[1]?.toLowerCase() ?? '')).some((name) => SITE.test(name));

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
  if (asksOperator(question)) return null;
  const charge = AREA_AT.exec(question) ?? AREA_OF.exec(question);
  if (charge !== null && !/^\p{Lu}\S+(?: \p{Lu}\S+)*$/u.test(charge[2] ?? ''))
    return { text: `${charge[1]} ${charge[2]}`, said: holderOf(charge[2] ?? '') };
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
