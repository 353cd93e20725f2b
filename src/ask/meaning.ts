import { measure, UNIT_NAMES, UNIT_SYMBOLS } from '../domain/units.ts';
import { classesOf, classesOfPhrase } from '../language/meaning.ts';
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

/** The classes of meaning that a text's words and phrases ("goes live") stand in; `known` remembers those of other texts' words. */
export function meaningsIn(text: string, known: Map<string, readonly string[]>): Set<string> {
  const classes = new Set<string>();
  let before = '';
  for (const { text: written } of wordsIn(text)) {
    const word = written.toLowerCase();
    let found = known.get(word);
    if (found === undefined) {
      found = basesOf(word).flatMap(classesOf);
      known.set(word, found);
    }
    for (const name of found) classes.add(name);
    if (before !== '') {
      const phrase = `${before} ${word}`;
      let meant = known.get(phrase);
      if (meant === undefined) {
        meant = basesOf(before).flatMap((base) => classesOfPhrase(`${base} ${word}`));
        known.set(phrase, meant);
      }
      for (const name of meant) classes.add(name);
    }
    before = word;
  }
  return classes;
}

/**
 * Quantities that people ask for by a word of their own, and the kind of unit that answers. The general words are said by the
 * unit itself: "what does it cost" is answered by dollars. The others must stand there: not every dollar is revenue.
 */
const QUANTITIES: readonly { readonly kind: string; readonly general: RegExp; readonly special?: RegExp }[] = [
  { kind: 'power', general: /\b(?:power|capacity|electricity|gigawatts?|megawatts?|GW|MW)\b/gi },
  {
    kind: 'share',
    general: /(?<!\b(?:per|a|each) )\b(?:share|percentage|fraction|proportion|stake|how much of)\b(?! price)/gi,
  },
  // A price, an output or a share moves by a part of itself.
  {
    kind: 'share',
    general:
      /\bhow (?:far|much) (?:did|have|has|do|does|will|would) .{1,60}\b(?:fall|fell|drop|rise|rising|rose|gain|slip|climb|grow|shrink|move|slid)/gi,
  },
  { kind: 'share', general: /\b(?:growth|increase|decline)\b/gi },
  { kind: 'share', general: /\bby how much\b/gi, special: /\b(?:margins?|yields?)\b/gi },
  { kind: 'share', general: /\b(?:interest|discount|coupon)\b/gi },
  { kind: 'time', general: /\bhow long\b|(?<=\bhow long\b.*)\b(?:lasts?|takes?|waits?)\b/gi },
  {
    kind: 'length',
    general:
      /\bhow (?:long|far|high|tall|wide|deep)\b(?! (?:did|have|has|do|does|will|would) .{1,60}\b(?:fall|fell|drop|rise|rising|rose|gain|los[ei]|slip|climb|grow|shrink|move|slid))/gi,
  },
  { kind: 'mass', general: /\b(?:weigh(?:s|ed|t)?|heavy)\b/gi },
  { kind: 'volume', general: /\b(?:water|litres?|liters?|gallons?)\b/gi },
  { kind: 'energy', general: /\b(?:energy|electricity|GWh|MWh|TWh)\b/gi },
  {
    kind: 'money',
    general:
      /\bhow much (?:did|have|has|do|does|will|would) (?!.{0,40}\b(?:shares?|stock)\b).{1,60}\b(?:lose|lost|raise|borrow|owe|make|earn)\b|\b(?:costs?|price[ds]?|pays?|paid|spends?|spent|money|worth|dollars?|expensive|cheap|charges?)\b/gi,
    special: /\b(?:spending|capex|revenues?|profits?|raised?|valuation|valued)\b/gi,
  },
];

export type Quantities = {
  /** The kinds of unit that answer. */
  readonly kinds: readonly string[];
  /** The question's own words that the unit says. */
  readonly words: readonly string[];
  /** Those that an answer must say itself. */
  readonly special: readonly string[];
};

/** The quantities that a question's words ask for; none where they ask for none by name. */
export function quantitiesAskedFor(question: string): Quantities {
  const found = QUANTITIES.map(({ kind, general, special }) => ({
    kind,
    words: question.match(general) ?? [],
    special: special === undefined ? [] : (question.match(special) ?? []),
  })).filter(({ words, special }) => words.length + special.length > 0);
  return {
    kinds: found.map(({ kind }) => kind),
    words: found.flatMap(({ words }) => words),
    special: found.flatMap(({ special }) => special),
  };
}

const AMOUNT =
  /(\p{Sc})?(?:\d[\d.,]*\p{N}*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)(?:[ -]?(?:thousand|million|billion|trillion|bn|tn|m)\b)?[ -]?(%|\p{L}+(?:-\p{L}+)?)?/giu;

const FRACTION = /\b(?:half|(?:a|one|two|three|four) (?:thirds?|quarters?|fifths?|tenths?))\b/i;

const unitNamed = (unit: string) => UNIT_SYMBOLS.get(unit) ?? UNIT_NAMES.get(unit.toLowerCase());

/** The kinds of unit that stand beside numbers in a text; `share` for percentages and fractions. */
export function kindsIn(text: string): Set<string> {
  const kinds = new Set<string>(FRACTION.test(text) ? ['share'] : []);
  for (const [, sign, unit] of text.matchAll(AMOUNT)) {
    if (sign !== undefined) kinds.add('money');
    if (unit === '%' || unit?.toLowerCase() === 'percent') kinds.add('share');
    const name = unit === undefined ? undefined : (unitNamed(unit) ?? unitNamed(unit.split('-')[0] ?? ''));
    if (name !== undefined) kinds.add(measure(name).kind);
    else if (/^(?:dollars?|euros?|pounds?|yen|yuan|cents?)$/i.test(unit ?? '')) kinds.add('money');
  }
  return kinds;
}
