import { MONEY_NAMES, type Money, SIGNS } from '../../domain/currencies.ts';
import { UNIT_NAMES, UNIT_SYMBOLS } from '../../domain/units.ts';
import { endsNounPhrase } from '../../language/lexicon.ts';
import { singular } from '../../language/nouns.ts';
import type { Meaning, Measure } from './measure.ts';
import { codeOf, moneyMeaning } from './signs.ts';
import { type Token, tokensOf } from './tokens.ts';

type Entry = { readonly words: readonly string[]; readonly meaning: Meaning };

/** Names by their first word, the longest first, so that "metric tons of CO2" is found before "metric tons". */
function index(names: Iterable<readonly [string, Meaning]>): ReadonlyMap<string, readonly Entry[]> {
  const byWord = new Map<string, Entry[]>();
  for (const [name, meaning] of names) {
    const words = tokensOf(name)
      .map(({ lower }) => lower)
      .filter((word) => word !== '-');
    const first = words[0];
    if (first === undefined) continue;
    byWord.set(first, [...(byWord.get(first) ?? []), { words, meaning }]);
  }
  for (const entries of byWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

/** Names of units that are other words as a rule, and those that are read elsewhere: parts, multiples, dozens. */
const OTHER_WORDS =
  /^(?:fraction|fractions|times?|dozens?|dozs?|dzs?|leagues?|bars?|grays?|grains?|moles?|stones|henr(?:y|ies)|webers?|nits?|quarters?)$/;
const POUND = /^pounds?$/;

const NAMES = index([
  ...[...MONEY_NAMES]
    .filter(([name]) => !POUND.test(name))
    .map(([name, money]) => [name, moneyMeaning(money)] as const),
  ...[...UNIT_NAMES]
    .filter(([name]) => !OTHER_WORDS.test(name))
    .map(([name, unit]) => [name, { name: unit, factor: 1, money: false }] as const),
  ...['quarter', 'quarters'].map((name) => [name, { name: 'quarter', factor: 1, money: false }] as const),
]);

export const isDash = (token: Token | undefined) => token?.text === '-' || token?.text === '‑' || token?.text === '–';

/** A name of money or of a unit that begins at a token; hyphens between its words do not matter. */
export function named(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first === undefined) return null;
  for (const { words, meaning } of NAMES.get(first.lower) ?? []) {
    let i = at;
    const fits = words.every((word, n) => {
      if (n > 0 && isDash(tokens[i]) && word !== tokens[i]?.lower) i++;
      const token = tokens[i++];
      return token?.lower === word && (n === 0 || token.gap !== 'line');
    });
    if (fits) return { to: i, ...meaning };
  }
  return null;
}

/** Symbols that are also words, letters or signs of something else unless they touch their number. */
const TOUCHING: ReadonlySet<string> = new Set(
  's d A C F B cal Cal rad at as pt ha bu mt NM AU PS MA PA Pa pa nm2 bit min sec cd lm kn IU cf SF MP pp TA EV x × ′'.split(
    ' ',
  ),
);
/** Pieces after which a symbol may go on behind a space: "sq ft", "Mt CO2e". */
const OPEN = /^(?:sq|sq\.|cu|cu\.|fl|fl\.|km|°|m|mm|Mt|Gt|kt|deg)$/;
const PIECE = /^[%°º˚℃℉‰′″Ω/·^²³⁻¹−\p{L}-]/u;

/** A symbol: tokens from `at` that together spell one, the longest run of them. */
export function symbol(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first === undefined || first.text.length > 6 || !PIECE.test(first.text)) return null;
  let text = '';
  let best: Measure | null = null;
  for (let i = at; i < at + 6; i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.text.length > 8 ||
      (i > at && token.gap !== 'none' && !(token.gap === 'space' && OPEN.test(text)))
    )
      break;
    text += (i > at && token.gap === 'space' ? ' ' : '') + token.text;
    const name = UNIT_SYMBOLS.get(text);
    if (name !== undefined) best = { to: i + 1, name, factor: 1, money: false };
  }
  if (best === null) return null;
  // What goes on in letters or digits is no symbol: "5Gx", "24703 L-202".
  const [next, after] = [tokens[best.to], tokens[best.to + 1]];
  const goesOn = next?.gap === 'none' && (next.kind === 'word' || next.kind === 'literal');
  const tied =
    isDash(next) && next?.gap === 'none' && after?.kind === 'literal' && after.gap === 'none' && first.kind === 'word';
  return goesOn || tied ? null : best;
}

const POWERS: Readonly<Record<string, string>> = { '2': 'square', '²': 'square', '3': 'cubic', '³': 'cubic' };

/** A power behind a unit: "m^2", "s2". */
function raised(tokens: readonly Token[], unit: Measure): Measure {
  const at = tokens[unit.to]?.text === '^' ? unit.to + 1 : unit.to;
  const power = tokens[at]?.gap === 'none' ? POWERS[tokens[at]?.text ?? ''] : undefined;
  return power === undefined ? unit : { ...unit, to: at + 1, name: `${power} ${unit.name}` };
}

/** A symbol with a power that the table does not hold: "J²", "m^2". */
function poweredSymbol(tokens: readonly Token[], at: number): Measure | null {
  const token = tokens[at];
  const name = token?.kind === 'word' ? UNIT_SYMBOLS.get(token.text) : undefined;
  if (name === undefined) return null;
  const unit = { to: at + 1, name, factor: 1, money: false };
  const power = raised(tokens, unit);
  const next = tokens[power.to];
  return power === unit || (next?.gap === 'none' && next.kind !== 'sign') ? null : power;
}

/** A noun that is counted, or that something is counted by. */
export function nounAt(tokens: readonly Token[], at: number): Measure | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.gap === 'line' || endsNounPhrase(token.lower)) return null;
  return { to: at + 1, name: singular(token.lower), factor: 1, money: false };
}

/** "/h", "/s2", "/m^2 per year" behind a unit. */
function quotient(tokens: readonly Token[], unit: Measure): Measure {
  const slash = tokens[unit.to];
  if (slash?.text !== '/' || slash.gap !== 'none') return unit;
  const below =
    poweredSymbol(tokens, unit.to + 1) ??
    symbol(tokens, unit.to + 1) ??
    named(tokens, unit.to + 1) ??
    nounAt(tokens, unit.to + 1);
  return below === null ? unit : { ...unit, to: below.to, name: `${unit.name} per ${raised(tokens, below).name}` };
}

/** Signs of money that stand behind their amount as a word does: "100元", "250 kr", "40 zł". */
function signBehind(tokens: readonly Token[], at: number): Measure | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.text === 'p' && token.gap === 'none' && !isDash(token))
    return { to: at + 1, name: 'GBP', factor: 0.01, money: true };
  if (token.text === 'kr') return { to: at + 1, name: 'SEK', factor: 1, money: true };
  const money: Money | undefined = SIGNS.get(token.text);
  if (money === undefined || (token.kind === 'word' && /^[\x20-\x7e]+$/.test(token.text))) return null;
  // The sign belongs to the amount behind it when it stands nearer to that one: "10 $5 bills", "$20.00 $37.30".
  const next = tokens[at + 1];
  const owned =
    next?.kind === 'literal' && token.gap === 'space' && (next.gap === 'none' || tokens[at - 1]?.gap === 'space');
  return owned ? null : { to: at + 1, ...moneyMeaning(money) };
}

/** "970,000 gross square feet", "40 storage cubic metres": what sort of size it is stands between the number and its unit. */
function qualified(tokens: readonly Token[], at: number): Measure | null {
  const first = tokens[at];
  if (first?.kind !== 'word' || endsNounPhrase(first.lower)) return null;
  const unit = tokens[at + 1]?.gap === 'line' ? null : named(tokens, at + 1);
  return unit !== null && /^(?:square|cubic) /.test(unit.name) ? unit : null;
}

/** "20 (kg)" */
function bracketed(tokens: readonly Token[], at: number): Measure | null {
  if (!/^[([{<]$/.test(tokens[at]?.text ?? '')) return null;
  const inner = symbol(tokens, at + 1);
  return inner !== null && /^[)\]}>]$/.test(tokens[inner.to]?.text ?? '') ? { ...inner, to: inner.to + 1 } : null;
}

/** `10" long`: a mark of inches is one of quotation unless a dimension is told. */
function inchMark(tokens: readonly Token[], at: number): Measure | null {
  const dimension = /^(?:long|wide|tall|high|thick|deep|diameter|x|by|display|screen|laptop|tablet|monitor)$/;
  return /^["”″]$/.test(tokens[at]?.text ?? '') && dimension.test(tokens[at + 1]?.lower ?? '')
    ? { to: at + 1, name: 'inch', factor: 1, money: false }
    : null;
}

/**
 * The unit that stands at a token, behind its number. Symbols go with digits alone (`digits`); a number in words takes
 * a unit by its name.
 */
export function measureAt(tokens: readonly Token[], at: number, digits: boolean): Measure | null {
  const first = tokens[at];
  if (first === undefined || first.gap === 'line') return null;
  const hyphened = isDash(first) && (tokens[at + 1]?.gap === first.gap || tokens[at + 1]?.gap === 'none');
  const from = hyphened ? at + 1 : at;
  const start = tokens[from];
  if (start === undefined || start.gap === 'line') return null;
  const money = hyphened ? null : signBehind(tokens, from);
  if (money !== null) return money;
  if (start.kind === 'word') {
    const code = codeOf(start.text);
    const owned = tokens[from + 1]?.kind === 'literal' && tokens[from + 1]?.gap === 'none';
    if (code !== null && !owned && (start.gap !== 'none' || hyphened || /^[A-Z]{3,4}$/.test(start.text))) {
      const doubled = tokens[from + 1]?.text === '$' && tokens[from + 1]?.gap === 'none';
      return { to: doubled ? from + 2 : from + 1, ...code };
    }
  }
  const name = qualified(tokens, from) ?? named(tokens, from);
  const next = name === null ? undefined : tokens[name.to];
  if (name !== null && !(next?.gap === 'none' && next.kind !== 'sign')) return quotient(tokens, name);
  if (!digits) return null;
  const found =
    poweredSymbol(tokens, from) ?? symbol(tokens, from) ?? bracketed(tokens, from) ?? inchMark(tokens, from);
  if (found === null) return null;
  const shy = TOUCHING.has(start.text) && found.to === from + 1;
  if (shy && (start.gap !== 'none' || hyphened)) return null;
  if (hyphened && start.text.length < 2) return null;
  if (found.name === 'times' && tokens[found.to]?.kind === 'literal') return null;
  return quotient(tokens, found);
}
