import { measure, UNIT_NAMES, UNIT_SYMBOLS } from '../domain/units.ts';
import { classesOf } from '../language/meaning.ts';
import { wordsIn } from '../language/words.ts';

/** What a word may be a form of: plurals, and the endings of regular verbs. */
function basesOf(word: string): string[] {
  const bare = /^(.{2,}?)(?:es|s|ed|ing|d)$/.exec(word)?.[1];
  return [
    word,
    word.replace(/s$/, ''),
    ...(bare === undefined ? [] : [bare, `${bare}e`, bare.replace(/(.)\1$/, '$1'), bare.replace(/i$/, 'y')]),
  ];
}

/** The classes of meaning that a text's words stand in; `known` remembers those of other texts' words. */
export function meaningsIn(text: string, known: Map<string, readonly string[]>): Set<string> {
  const classes = new Set<string>();
  for (const { text: written } of wordsIn(text)) {
    const word = written.toLowerCase();
    let found = known.get(word);
    if (found === undefined) {
      found = basesOf(word).flatMap(classesOf);
      known.set(word, found);
    }
    for (const name of found) classes.add(name);
  }
  return classes;
}

/** Quantities that people ask for by a word of their own, and the kind of unit that answers. */
const QUANTITIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:power|capacity|electricity|gigawatts?|megawatts?|GW|MW)\b/i, 'power'],
  [/\bhow long\b/i, 'time'],
  [/\bhow (?:long|far|high|tall|wide|deep)\b/i, 'length'],
  [/\b(?:energy|GWh|MWh|TWh)\b/i, 'energy'],
  [
    /\b(?:cost|costs|price[ds]?|pay|pays|paid|spend|spends|spent|spending|capex|money|worth|revenue|profit|raised?|valuation|valued|dollars?|expensive|cheap|charges?)\b/i,
    'money',
  ],
];

export type Quantities = {
  /** The kinds of unit that answer. */
  readonly kinds: readonly string[];
  /** The question's own words for them. */
  readonly words: readonly string[];
};

/** The quantities that a question's words ask for; none where they ask for none by name. */
export function quantitiesAskedFor(question: string): Quantities {
  const found = QUANTITIES.flatMap(([words, kind]) => {
    const word = words.exec(question)?.[0];
    return word === undefined ? [] : [{ kind, word }];
  });
  return { kinds: found.map(({ kind }) => kind), words: found.map(({ word }) => word) };
}

const AMOUNT = /(\p{Sc})?\d[\d.,]*\p{N}*(?:[ -]?(?:thousand|million|billion|trillion|bn|tn|m)\b)?[ -]?(%|\p{L}+)?/gu;

/** The kinds of unit that stand beside numbers in a text. */
export function kindsIn(text: string): Set<string> {
  const kinds = new Set<string>();
  for (const [, sign, unit] of text.matchAll(AMOUNT)) {
    if (sign !== undefined) kinds.add('money');
    const name = unit === undefined ? undefined : (UNIT_SYMBOLS.get(unit) ?? UNIT_NAMES.get(unit.toLowerCase()));
    if (name !== undefined) kinds.add(measure(name).kind);
    else if (/^(?:dollars?|euros?|pounds?|yen|yuan|cents?)$/i.test(unit ?? '')) kinds.add('money');
  }
  return kinds;
}
