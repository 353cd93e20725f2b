import { derived } from '../domain/in-use.ts';
import { contentOf } from '../domain/same-figure.ts';
import { measure } from '../domain/units.ts';
import { wordTextsIn } from '../language/words.ts';
import type { Candidate } from '../ports/store.ts';

/** Why a figure is no point of a series. */
export type Reason =
  | 'party'
  | 'measure'
  | 'model'
  | 'unit'
  | 'period'
  | 'undated'
  | 'source'
  | 'change'
  | 'bound'
  | 'standing';

export type Length = 'quarter' | 'half' | 'year' | 'level';

/** What makes figures points of one series. */
export type Key = {
  /** Whose it is; empty where nobody is named. */
  readonly party: ReadonlySet<string>;
  /** What is measured, without the party, the time and the model. */
  readonly measure: ReadonlySet<string>;
  /** Products by their model numbers: H200, B200. */
  readonly models: ReadonlySet<string>;
  readonly unit: string;
  readonly length: Length;
  /** Who counts, of a price: an index is its own. */
  readonly source: ReadonlySet<string>;
};

const timeWords = derived(() =>
  contentOf(
    'first second third fourth quarter half year month annual quarterly monthly fiscal january february march april may june july august september october november december daily today third-quarter second-quarter fourth-quarter first-quarter full-year company firm group maker average',
  ),
);
/** What is counted over a time; of one that nobody names it cannot be told which. */
const FLOW =
  /\b(?:revenues?|sales|profits?|income|earnings|loss(?:es)?|spending|capex|expenditures?|orders|shipments|output|production|bookings|turnover|dividends?|cash flow)\b/i;
const MODEL = /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}-]{2,12}$/u;

/** The length of the time that a figure holds for. */
export function lengthOf(when: string | null): Length {
  if (when === null) return 'level';
  if (/-Q[1-4]$/.test(when)) return 'quarter';
  if (/^\d{4}$/.test(when)) return 'year';
  const [, from, to] = /^(\d{4}-\d{2})(?:-\d{2})?\/(\d{4}-\d{2})/.exec(when) ?? [];
  if (from === undefined || to === undefined) return 'level';
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;
  return months >= 11 ? 'year' : months >= 5 ? 'half' : months >= 3 ? 'quarter' : 'level';
}

/** The model numbers that a text has, in lower case: h200. */
export const modelsIn = (text: string): ReadonlySet<string> =>
  new Set(
    (/\d/.test(text) ? wordTextsIn(text) : [])
      .map((word) => word.replace(/['’]s$/, '').toLowerCase())
      .filter(
        (word) =>
          MODEL.test(word) && !/^(?:q\d|\d+(?:st|nd|rd|th|[a-z]{1,3})|\d{4}s?)$/.test(word) && !/^\d+-/.test(word),
      ),
  );

/** The part of a sentence that a figure stands in, between the joints of its clauses. */
function clauseOf({ figure, sentence }: Candidate): string {
  const at = figure.start - sentence.start;
  const joints = Array.from(
    sentence.text.matchAll(/[;:]\s|,\s(?:and|but|while|which|with)\s|\s(?:while|whereas)\s/gi),
    ({ index }) => index,
  );
  return sentence.text.slice(
    joints.findLast((joint) => joint < at) ?? 0,
    joints.find((joint) => joint > at),
  );
}

/** How many of the words right before a figure are looked at. */
const NEAR = 4;
const rightBefore = ({ figure, sentence }: Candidate): string => {
  const at = figure.start - sentence.start;
  const before = sentence.text.slice(Math.max(0, at - 60), at);
  const words = before.trimStart().split(/(?<=\s)(?=\S)/);
  return /\s$/.test(before) ? words.slice(-NEAR).join('') : '';
};

/** What a figure's series is known by. */
export function keyOf(entry: Candidate): Key {
  const { figure } = entry;
  const { kind } = measure(figure.unit === 'fraction' ? 'percentage' : figure.unit);
  // A price is a level: that of a month and the average of a year stand in one line.
  const isPrice = kind.startsWith('money') && kind.includes('/');
  // An index of the H200 has a row for the B200.
  const [measured, owned] = [modelsIn(figure.concept ?? ''), modelsIn(figure.subject ?? '')];
  const named = measured.size > 0 ? measured : owned;
  // An amount of which it is not said what it is may be the price of what stands right before it ("renting a K9 cost $3"), of nothing else.
  const isUntold = isPrice && figure.concept === null;
  const models = isUntold ? modelsIn(rightBefore(entry)) : named.size > 0 ? named : modelsIn(clauseOf(entry));
  const party = contentOf(figure.subject ?? '');
  const isModel = (word: string): boolean => models.has(word);
  const of = [...contentOf(figure.concept ?? '')].filter(
    (word) => !party.has(word) && !timeWords().has(word) && !isModel(word),
  );
  return {
    party: new Set([...party].filter((word) => !isModel(word))),
    measure: new Set(of),
    models,
    unit: kind,
    length: isPrice ? 'level' : lengthOf(figure.when),
    source: isPrice ? contentOf(figure.attributedTo ?? entry.words) : new Set(),
  };
}

/** What a superlative tells is of one among many; "latest" tells a time. */
const picksOne = ({ measure }: Key): boolean =>
  [...measure].some((word) =>
    /(?<!^(?:lat|new|inter|requ|t|inv|harv))est$|^(?:peak|minimum|maximum|floor|ceil)/.test(word),
  );

const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && a.isSubsetOf(b);
/** One name in full, the other shortened. */
const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.isSubsetOf(b) || b.isSubsetOf(a);

/** Why the second is no point of the first's series; null where it is. */
export function apart(a: Key, b: Key): Reason | null {
  if (a.unit !== b.unit) return 'unit';
  if (!equal(a.models, b.models)) return 'model';
  if (!alike(a.party, b.party) || (a.models.size === 0 && (a.party.size === 0) !== (b.party.size === 0)))
    return 'party';
  // Of a price of a model the unit says what is measured; the cheapest of many is no price of all.
  const isUntold = a.measure.size === 0 || b.measure.size === 0;
  const priced = a.models.size > 0 && a.unit.includes('/') && isUntold && !picksOne(a) && !picksOne(b);
  if (!priced && (!equal(a.measure, b.measure) || (a.measure.size === 0 && a.models.size === 0))) return 'measure';
  if (a.length !== b.length) return 'period';
  if (a.source.size > 0 && b.source.size > 0 && !(alike(a.source, b.source) || sharesName(a.source, b.source)))
    return 'source';
  return null;
}

/** An index by its name, or by the title and publisher of its own page. */
const sharesName = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  return short.size <= 3 && short.isSubsetOf(long);
};

/** Why a figure is a point of no series at all. */
export function unfit(entry: Candidate): Reason | null {
  const { figure } = entry;
  if (figure.direction !== null) return 'change';
  if (/^(?:withdrawn|denied|question)$/.test(figure.standing)) return 'standing';
  if (figure.when === null && FLOW.test(figure.concept ?? '')) return 'undated';
  return null;
}
