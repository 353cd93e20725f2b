import { measure, UNIT_NAMES, UNIT_SYMBOLS } from '../domain/units.ts';
import type { Role } from './role.ts';
import { termsOf } from './terms.ts';

/** What an answer must hold, whatever else it says. */
export type Wants = 'number' | 'cause' | 'name' | 'person' | 'who' | 'place' | 'time' | 'words' | null;

const HOW = /\bhow (?:much|many|large|big|high|long|fast|far|expensive|cheap|heavy|wide|tall|deep|old|often)\b/i;
const AMOUNT =
  'price|cost|rent|capacity|revenue|sales|profit|income|loss|margin|yield|value|valuation|share|stake|percentage|portion|proportion|fraction|number|amount|rate|forecast|outlook|guidance|target|size|cap|limit|deposit|fee|penalty|headcount|earnings|spending|budget|backlog|debt|dividend|wait|lead time|output|use|usage|consumption|speed|efficiency|pue|score|tariff|fine|salary|wage|bonus|turnover|weight|magnitude';
const WHAT_AMOUNT = new RegExp(
  `\\b(?:what|which) (?:does|do|did|will|would) (?!it take).{1,80} (?:cost|pay|charge|spend|owe|use|guide|earn|raise)\\b|\\b(?:what|which) (?:is|are|was|were|will|would) (?:\\S+ ){0,6}?(?:${AMOUNT})s?\\b|\\b(?:what|which) (?:\\S+ ){0,3}?(?:${AMOUNT})s?\\b`,
  'i',
);
/** What a sentence with a verb asks the amount of: "what power does it draw"; a power plant is no amount. */
const DRAWN =
  /\b(?:what|which) (?:\S+ )?(?:power|electricity|energy|water|heat|interest|coupon|rent|salary|weight|length|width|height|temperature|latency|bandwidth|throughput|speed|capacity|duty|premium|discount|fine|bonus) (?:is|are|was|were|do|does|did|will|would|can|could|has|have)\b/i;
/** "what does it weigh", "what is it valued at", "what are they going to pay" */
const MEASURED =
  /\bwhat (?:does|do|did|will|would|can) .{1,80} (?:weigh|measure|draw|consume|yield|fetch|sell for|rent for|go for|cost|pay|lose)\b|\bwhat (?:is|are|was|were) .{1,60} (?:valued|priced|rated|estimated|worth|(?:going|expected|set|planning|due) to (?:pay|cost|spend|earn|charge|raise|borrow|invest))\b/i;
/** A question without a verb of its own asks for the number that its noun names: "halden revenue third quarter". */
export const BARE_AMOUNT = new RegExp(`\\b(?:${AMOUNT})s?\\b`, 'i');
export const ASKS =
  /^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b/i;
/** The question word at the head of a question or of its last clause. */
const ASKED_WITH =
  /(?:^|[.,;?/] ?|\band )(?:(why)|(who|whom|whose)|((?:by |since |from |until |till |as of )?when|how soon)|(where))\b/i;
/** Behind what it is asked of, as in a note: "skarvik line ready when". */
const ASKED_LAST = /\b(?:(why)|(who|whom)|((?:by |since |from |until |till )?when)|(where))\s*\??$/i;
const CAUSED =
  /\b(?:reasons? (?:for|behind)|(?:what|which) reasons?|what (?:caused|led|triggered|made|allowed|enabled|prompted|drove|moved|swayed|persuaded|convinced|forced|explains?|started|set off)|what .{1,60} (?:due to|caused by)|(?:what is|who is|what was) behind|how come|(?:root )?cause of|root causes?|what went wrong)\b/i;
/** "How long until it is mended" asks for a day. */
const UNTIL = /\bhow long (?:until|till|before)\b/i;
/** What a short note without a verb asks the day of: "aveiro plant opening". */
const DATED =
  /\b(?:opening|launch|start|completion|closing|deadline|delivery|availability|eta|timeline|(?:start|opening|launch|closing|due|release|delivery) date|date)\s*\??$/i;
export const SAID =
  /\bwhat (?:did|does|do|has|have) .{1,60}? (?:say|said|tell|told|think|thought|call|called|promise|warn|claim|add|argue|object|complain|write)\b|\bquotes? (?:from|by|of|about)\b|\b(?:what|how) did .{1,60} (?:put it|describe)\b/i;
/** What somebody or somewhere is asked for as: the answer is a name, and need not say that it is a company's. */
export const KIND_OF_NAME =
  /\b(?:which|what) (?:other |two |three |big )?(compan(?:y|ies)|firms?|utilit(?:y|ies)|banks?|agenc(?:y|ies)|suppliers?|vendors?|makers?|providers?|investors?|lenders?|customers?|person|people|bod(?:y|ies)|regulators?|foundr(?:y|ies)|publications?|newspapers?|outlets?)\b/i;
export const KIND_OF_PLACE =
  /\b(?:which|what) (?:other |two |three |four )?(countr(?:y|ies)|states?|cit(?:y|ies)|towns?|count(?:y|ies)|places?|regions?)\b/i;
const WHAT_TIME = /\b(?:what|which) (?:date|day|month|year|quarter)\b|\bhow soon\b|\btimeline\b/i;

/** Who somebody is that is named: two words, or capitals. */
const WHO_IS =
  /^who (?:is|was) (?!(?:the|a|an|in|to|on|behind|at|their|its|our)\b)(?:\p{Lu}[\p{L}.-]+(?: \p{L}[\p{L}.-]+){0,2}|(?!\p{L}+ing\b)\p{Ll}+ (?!\p{L}+ing\b)\p{Ll}+)\s*\??$/u;

export function wantsOf(text: string, role: Role | null): Wants {
  const kindOf = KIND_OF_NAME.test(text) || KIND_OF_PLACE.test(text);
  if (SAID.test(text)) return 'words';
  const [, why, who, when, where] = ASKED_WITH.exec(text) ?? (ASKS.test(text) ? [] : (ASKED_LAST.exec(text) ?? []));
  if (why !== undefined || CAUSED.test(text)) return 'cause';
  if (UNTIL.test(text)) return 'time';
  if (role === null && WHO_IS.test(text)) return 'who';
  if (role !== null && (who !== undefined || !HOW.test(text))) return 'person';
  if (
    HOW.test(text) ||
    (who === undefined &&
      !kindOf &&
      !/\b(?:on|for|with|to|from)\s*\??$/i.test(text) &&
      (WHAT_AMOUNT.test(text) || DRAWN.test(text) || MEASURED.test(text)))
  )
    return 'number';
  if (WHAT_TIME.test(text) || when !== undefined) return 'time';
  if (KIND_OF_PLACE.test(text) || where !== undefined) return 'place';
  if (who !== undefined || kindOf) return 'name';
  if (!ASKS.test(text) && BARE_AMOUNT.test(text)) return 'number';
  if (!ASKS.test(text) && DATED.test(text)) return 'time';
  return null;
}

/** "how many AI accelerators does", "how many people work": what stands before the auxiliary, or else first. */
export function countedIn(text: string): string | null {
  const asked =
    /\bhow many ((?:[\p{L}\p{N}-]+ ?){1,4})/iu.exec(text)?.[1] ??
    /\b(?:number|count) of ((?:[\p{L}-]+ ?){1,4})/iu.exec(text)?.[1];
  if (asked === undefined) return /\bheadcount\b/i.test(text) ? 'employe' : null;
  const [phrase = ''] = asked.split(/ (?:does|do|did|is|are|was|were|will|would|has|have|had|can|could)\b/iu);
  const [before = ''] = phrase.split(/ (?:at|in|of|on|for|by|from|to|with|near|per|now|today)\b/iu);
  const head = before === asked ? before.split(' ')[0] : before.trim().split(' ').at(-1);
  return termsOf(head ?? '')[0] ?? null;
}

/** The kind of a counted word that is a unit: "how many megawatts". */
export function kindOfUnit(text: string): string | null {
  const [, word = ''] =
    /\bhow many ([\p{L}-]+)(?!\p{N})\b/iu.exec(text) ??
    /\b(?:in|current|total) (MW|GW|kW|GWh|MWh|TWh)\b/.exec(text) ??
    [];
  const unit = UNIT_SYMBOLS.get(word) ?? UNIT_NAMES.get(word.toLowerCase());
  if (unit === undefined) return null;
  const { kind } = measure(unit);
  return kind.startsWith('count') || /^(?:people|persons?)$/i.test(word) ? null : kind;
}

/** What is told as a part of something, whoever pays it. */
export const SHARE =
  /\b(?:margins?|yields?|interest rates?|interest margin|stake|percentage|fraction|proportion|(?:what|which) portion|(?:(?:what|which) |(?<!per )(?=share of ))share)\b/i;
export const PRICE = /\b(?:prices?|costs?|pays?|paid|spen[dt]|charges?|worth|valuation|revenue|profit)\b/i;

const PER =
  /\b(?:per|(?<=(?:price|cost|costs|pay|pays|charge|charges|rent|dollars|won|euros)\b.{0,40} )an?) (?:million |thousand )?(\p{L}+(?:[- ](?:hours?|days?|months?|years?)(?! on\b)|-\p{L}+)?)(?![\p{L}\d])/iu;
const NOT_PER = /^(?:cent|package|site|capita)$/i;

export function perIn(text: string): string | null {
  const [said = '', word = ''] = PER.exec(text) ?? [];
  if (word === '' || NOT_PER.test(word)) return null;
  // "A similar machine" is no unit.
  const ends = /^\W*$/.test(text.slice(text.indexOf(said) + said.length));
  if (!ends && !/^per\b/i.test(said) && !UNIT_NAMES.has(word.toLowerCase()) && !UNIT_SYMBOLS.has(word)) return null;
  const last = word.replace(' ', '-');
  const known =
    UNIT_SYMBOLS.get(last) ??
    UNIT_NAMES.get(last.toLowerCase()) ??
    UNIT_NAMES.get(last.toLowerCase().replace('-', ' '));
  if (known !== undefined) return known.toLowerCase();
  const parts = last
    .split('-')
    .map((part) => UNIT_SYMBOLS.get(part) ?? UNIT_NAMES.get(part.toLowerCase()) ?? part.toLowerCase());
  return parts.join(' ');
}
