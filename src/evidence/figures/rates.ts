import { endsNounPhrase } from '../../language/lexicon.ts';
import { isPlural } from '../../language/nouns.ts';
import type { Measure } from './measure.ts';
import { isDash, named, nounAt, symbol } from './measures.ts';
import type { Token } from './tokens.ts';

/** Numbers below the line: "per million tokens", "per 1,000 people", "/1M tokens". */
const SCALES: Readonly<Record<string, string>> = {
  hundred: 'hundred',
  '100': 'hundred',
  thousand: 'thousand',
  '1,000': 'thousand',
  '10,000': 'ten thousand',
  '100,000': 'hundred thousand',
  '1000': 'thousand',
  '1K': 'thousand',
  million: 'million',
  '1,000,000': 'million',
  '1M': 'million',
  billion: 'billion',
};
/** What rates are told by with "a" and "each": "$98 a share". Behind another noun "a" begins a new phrase. */
const WITH_ARTICLE: ReadonlySet<string> = new Set(
  `share hour day week month quarter year minute second decade barrel gallon litre liter ton tonne pound ounce kilo kilogram kilowatt
  megawatt gigawatt kilowatt-hour megawatt-hour mile kilometre kilometer piece head person night unit token bushel acre plate bottle
  seat ticket copy metre meter foot hectare terabyte gigabyte petabyte lorry truck dozen customer user student employee visit trip game word page chip gpu card server rack kwh mwh`.split(
    /\s+/,
  ),
);
/** "$13 billion a year earlier" compares; it is no rate. */
const COMPARES: ReadonlySet<string> = new Set([
  'earlier',
  'ago',
  'before',
  'later',
  'after',
  'previously',
  'afterwards',
  'afterward',
  'thereafter',
  'hence',
]);

/** "per diluted share" is by the share. */
const OF_KIND: ReadonlySet<string> = new Set(['diluted', 'basic', 'ordinary', 'common', 'adjusted']);

const compares = (tokens: readonly Token[], at: number): boolean =>
  COMPARES.has(tokens[at]?.lower ?? '') &&
  !(tokens[at]?.lower === 'before' && OF_MONEY.test(tokens[at + 1]?.lower ?? ''));
/** "$363 million a year before discounts" is a rate. */
const OF_MONEY = /^(?:tax|taxes|interest|discounts?|costs?|fees?|expenses|incentives|subsidies|depreciation|bonuses)$/;

function scaleAt(tokens: readonly Token[], at: number): { name: string; to: number } | null {
  const [first, next] = [tokens[at], tokens[at + 1]];
  const glued = next?.gap === 'none' && first?.kind === 'literal' ? `${first.text}${next.text}` : '';
  if (Object.hasOwn(SCALES, glued)) return { name: SCALES[glued] ?? '', to: at + 2 };
  const one = first?.text === '1' || first?.lower === 'one' ? at + 1 : at;
  const word = tokens[one]?.lower ?? '';
  return Object.hasOwn(SCALES, word) ? { name: SCALES[word] ?? '', to: one + 1 } : null;
}

/** Spans that something is reckoned by. */
export const TIME = /^(?:second|minute|hour|day|week|month|quarter|year)$/;

/** A counted noun below the line, with a noun that goes before it in one word: "per wafer-start". */
function compound(tokens: readonly Token[], at: number): Measure | null {
  const noun = nounAt(tokens, at);
  if (noun === null) return null;
  const next = tokens[noun.to];
  const joined = isDash(next) && next?.gap === 'none' ? nounAt(tokens, noun.to + 1) : null;
  return joined === null ? noun : { ...joined, name: `${noun.name}-${joined.name}` };
}

/** "per million input tokens": the noun behind the one that says of which kind. */
function lastOfTwo(tokens: readonly Token[], at: number): Measure | null {
  const [kind, noun] = [nounAt(tokens, at), nounAt(tokens, at + 1)];
  return kind !== null && noun !== null && !isPlural(tokens[at]?.lower ?? '') && isPlural(tokens[at + 1]?.lower ?? '')
    ? noun
    : null;
}

/**
 * What a rate is per, behind a unit: "per share", "a year", "an hour", "/hour", "-a-share", "for each share",
 * "per GPU-hour", "per million tokens".
 */
export function rateAt(tokens: readonly Token[], at: number): Measure | null {
  if (tokens[at] === undefined || tokens[at]?.gap === 'line') return null;
  let i = isDash(tokens[at]) ? at + 1 : at;
  const word = tokens[i]?.lower ?? '';
  const article = /^(?:an?|each|every|for)$/.test(word);
  if (word === 'for' && !/^(?:each|every)$/.test(tokens[i + 1]?.lower ?? '')) return null;
  if (!article && word !== 'per' && !(word === '/' && tokens[i]?.gap === 'none')) return null;
  i += word === 'for' ? 2 : 1;
  if (isDash(tokens[i])) i++;
  const scale = article ? null : scaleAt(tokens, i);
  if (scale !== null) i = scale.to;
  else if (tokens[i]?.lower === 'one') i++;
  if (scale === null && OF_KIND.has(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'share') i++;
  const token = tokens[i];
  if (token === undefined || token.gap === 'line') return null;
  if (token.lower === 'annum') return { to: i + 1, name: 'year', factor: 1, money: false };
  if (token.lower === 'capita') return { to: i + 1, name: 'person', factor: 1, money: false };
  if (article && !WITH_ARTICLE.has(token.lower)) return null;
  // "To each of 31 stations a second line": another one.
  const next = tokens[i + 1];
  if (
    article &&
    token.lower === 'second' &&
    next?.kind === 'word' &&
    next.gap !== 'line' &&
    !endsNounPhrase(next.lower)
  )
    return null;
  const unit =
    (scale === null ? null : lastOfTwo(tokens, i)) ??
    named(tokens, i) ??
    (article ? null : symbol(tokens, i)) ??
    compound(tokens, i);
  if (unit === null || (article && compares(tokens, unit.to))) return null;
  const whole = timed(tokens, unit);
  return scale === null ? whole : { ...whole, name: `${scale.name} ${whole.name}` };
}

/** "per megawatt-day", "per kW-month": what is paid for so long. */
function timed(tokens: readonly Token[], unit: Measure): Measure {
  const [dash, time] = [tokens[unit.to], tokens[unit.to + 1]];
  const joined = isDash(dash) && dash?.gap === 'none' && time?.gap === 'none' && TIME.test(time.lower);
  return joined && !TIME.test(unit.name) ? { ...unit, to: unit.to + 2, name: `${unit.name} ${time.lower}` } : unit;
}
