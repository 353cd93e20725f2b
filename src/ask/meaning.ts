/**
 * Quantities that people ask for by a word of their own, and the kind of unit that answers. The general words are said by the
 * unit itself: "what does it cost" is answered by dollars. The others are not: not every dollar is revenue.
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
  { kind: 'time', general: /\bhow long\b|\b(?:lasts?|takes?|waits?)\b(?<=\bhow long\b.{0,200})/gi },
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
};

/** The quantities that a question's words ask for; none where they ask for none by name. */
export function quantitiesAskedFor(asked: string): Quantities {
  // What a price is for is no quantity that is asked for.
  const question = asked.replace(/\bper \p{L}+/giu, ' ');
  const found = QUANTITIES.map(({ kind, general, special }) => ({
    kind,
    words: question.match(general) ?? [],
    special: special === undefined ? [] : (question.match(special) ?? []),
  })).filter(({ words, special }) => words.length + special.length > 0);
  return {
    kinds: found.map(({ kind }) => kind),
    words: found.flatMap(({ words }) => words),
  };
}
