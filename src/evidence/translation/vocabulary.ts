import { alternatives, finder, type Language, pairs } from './language.ts';
import { german } from './languages/de.ts';
import { english } from './languages/en.ts';
import { spanish } from './languages/es.ts';
import { french } from './languages/fr.ts';
import { italian } from './languages/it.ts';
import { japanese } from './languages/ja.ts';
import { dutch } from './languages/nl.ts';
import { portuguese } from './languages/pt.ts';
import { chinese } from './languages/zh.ts';

const LANGUAGES = [english, german, french, spanish, portuguese, italian, dutch, japanese, chinese];

/** Units that ECMA-402 sanctions and news tells of. */
const SANCTIONED = [
  'acre',
  'bit',
  'byte',
  'celsius',
  'centimeter',
  'day',
  'foot',
  'gallon',
  'gigabit',
  'gigabyte',
  'hectare',
  'hour',
  'kilogram',
  'kilometer',
  'liter',
  'megabyte',
  'meter',
  'mile',
  'millimeter',
  'millisecond',
  'minute',
  'month',
  'percent',
  'petabyte',
  'second',
  'terabyte',
  'week',
  'year',
];
/** Units as signs, which all languages share. */
const SYMBOLS = `percent:% percent:％ kilometer:km meter:m millimeter:mm liter:l kilogram:kg ton:t hectare:ha celsius:°C gigabyte:GB terabyte:TB petabyte:PB
  gigabit:Gbit hertz:Hz megahertz:MHz gigahertz:GHz kV:kV USD:$ USD:US$ EUR:€ GBP:£ JPY:¥ JPY:￥ USD:USD EUR:EUR GBP:GBP JPY:JPY CNY:CNY CHF:CHF`;
/** Powers of ten before a watt, an hour behind it: every language writes them nearly alike. */
const WATTS: readonly (readonly [sign: string, prefix: string, characters: string])[] = [
  ['k', 'kilo|quilo', 'キロ|千'],
  ['M', 'm[eé]ga', 'メガ|兆'],
  ['G', 'gi[gc]a|giga', 'ギガ|吉'],
  ['T', 't[eé]ra', 'テラ|太'],
];

type Unit = { readonly key: string; readonly pattern: RegExp };

/** A language made ready to be read. */
export type Vocabulary = {
  readonly language: Language;
  /** What a word of a number means. */
  readonly scales: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
  readonly vague: ReadonlyMap<string, number>;
  readonly words: RegExp;
  /** Months and weekdays by name, `M1` to `M12` and `D1` (Monday) to `D7`. */
  readonly days: readonly (readonly [key: string, pattern: RegExp])[];
  readonly periods: readonly (readonly [key: string, pattern: RegExp])[];
  /** Sticky: what may stand right behind a number. */
  readonly units: readonly Unit[];
  /** Units of time wherever they are told. */
  readonly times: readonly Unit[];
  readonly watts: readonly Unit[];
};

const bound = (words: string, spaced: boolean): string =>
  spaced ? `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])` : `(?:${words})`;

function unitNames(language: Language): (readonly [string, string])[] {
  const own = SANCTIONED.flatMap((unit) => {
    const format = new Intl.NumberFormat(language.tag, { style: 'unit', unit, unitDisplay: 'long' });
    return [1, 2, 3_000_000].flatMap((count) =>
      format
        .formatToParts(count)
        .flatMap(({ type, value }) => (type === 'unit' ? [[unit, value.trim()] as const] : [])),
    );
  });
  return [...own.map(([unit, name]) => [unit, name.replace(/\s+/g, '_')] as const), ...pairs(language.units)];
}

function wattsOf(language: Language): Unit[] {
  const { spaced } = language;
  return WATTS.flatMap(([sign, prefix, characters]) => {
    const watt = spaced ? `(?:${prefix})[\\s-]?(?:watts?|vatios?|wattios?)` : `(?:${characters})(?:ワット|瓦)`;
    const hour = spaced ? '(?:[\\s\\u00a0-]?(?:heures?|hours?|horas?|ora|ore|uren|uur|stunden?))' : '(?:時|时)';
    const edge = spaced ? '(?![\\p{L}])' : '';
    return [
      { key: `${sign}Wh`, pattern: new RegExp(`(?:${watt}${hour}${edge})|(?<![A-Za-z])${sign}Wh(?![A-Za-z])`, 'iuy') },
      {
        key: `${sign}W`,
        pattern: new RegExp(`(?:${watt}n?${edge}(?!${hour}))|(?<![A-Za-z])${sign}W(?![A-Za-z])`, 'iuy'),
      },
    ];
  });
}

function unitsOf(language: Language): Unit[] {
  const { spaced } = language;
  const byKey = Map.groupBy(unitNames(language), ([key]) => key);
  const named = [...byKey].map(([key, names]) => ({
    key,
    length: Math.max(...names.map(([, name]) => name.length)),
    pattern: new RegExp(
      bound(alternatives([...new Set(names.map(([, name]) => name))], spaced), spaced).replace(/^\(\?<!.*?\)\(/, '('),
      'iuy',
    ),
  }));
  const symbols = [...Map.groupBy(pairs(SYMBOLS), ([key]) => key)].map(([key, signs]) => ({
    key,
    pattern: new RegExp(
      `(?:${alternatives(
        signs.map(([, sign]) => sign.replace('$', '$')),
        false,
      )})(?![A-Za-z])`,
      'uy',
    ),
  }));
  return [...named.toSorted((a, b) => b.length - a.length), ...symbols];
}

function daysOf({ tag, spaced }: Language): (readonly [string, RegExp])[] {
  const name = (at: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(at).replace(/-/g, '_');
  const months = Array.from(
    { length: 12 },
    (_, n) => [`M${n + 1}`, name(new Date(Date.UTC(2026, n, 15)), { month: 'long' })] as const,
  );
  // A Monday first.
  const weekdays = Array.from(
    { length: 7 },
    (_, n) => [`D${n + 1}`, name(new Date(Date.UTC(2026, 10, 23 + n)), { weekday: 'long' })] as const,
  );
  return [...months, ...weekdays].map(([key, word]) => {
    const forms = spaced
      ? `${word} ${tag === 'de' ? `${word}s` : ''} ${word === 'May' ? '' : ''}`
      : characterForms(key, word);
    // "May" is a month with its capital alone; months that are short words elsewhere have none.
    const flags = tag === 'en' || tag === 'de' ? 'gu' : 'giu';
    return [key, new RegExp(finder(forms, spaced).source, flags)] as const;
  });
}

const WEEKDAYS = '一二三四五六日';
/** "11月" and "十一月"; "月曜日", "月曜", "(月)", "星期一", "周一". */
function characterForms(key: string, word: string): string {
  const n = Number(key.slice(1));
  if (key.startsWith('M')) return `${word} ${n}月`;
  const chinese = `星期${WEEKDAYS[n - 1]} 周${WEEKDAYS[n - 1]} 礼拜${WEEKDAYS[n - 1]}${n === 7 ? ' 星期天 周天' : ''}`;
  return word.endsWith('曜日') ? `${word} ${word.slice(0, 2)}` : chinese;
}

function prepare(language: Language): Vocabulary {
  const { spaced } = language;
  const scales = new Map(pairs(language.scales).map(([exponent, word]) => [word, 10 ** Number(exponent)]));
  const fractions = new Map(
    pairs(language.fractions).map(([key, word]) => {
      const [over = 1, under = 1] = key.split('/').map(Number);
      return [word.replaceAll('_', ' '), over / under] as const;
    }),
  );
  const vague = new Map(pairs(language.vague).map(([value, word]) => [word, Number(value)]));
  const numerals = [...language.numerals.keys()].map((word) => word.replaceAll(' ', '_'));
  const all = alternatives(
    [...numerals, ...scales.keys(), ...[...fractions.keys()].map((word) => word.replaceAll(' ', '_')), ...vague.keys()],
    spaced,
  );
  const compound = language.compounds === '' ? '' : `|(?=(?:${language.compounds.split(' ').join('|')}))`;
  const units = unitsOf(language);
  return {
    language,
    scales,
    fractions,
    vague,
    words: new RegExp(spaced ? `(?<![\\p{L}\\p{N}])(?:${all})(?:(?![\\p{L}])${compound})` : '(?!)', 'giu'),
    days: daysOf(language),
    periods: pairs(language.periods).map(([key, word]) => [key, finder(word, spaced)] as const),
    units,
    times: units.filter(({ key }) => /^(?:hour|day|week|month|year|minute)$/.test(key)),
    watts: wattsOf(language),
  };
}

const prepared = new Map<string, Vocabulary>();

/** What is known of a language (BCP 47, region or none); null where a translation into it cannot be checked. */
export function vocabularyOf(tag: string): Vocabulary | null {
  const primary = tag.split('-', 1)[0]?.toLowerCase() ?? '';
  const known = prepared.get(primary);
  if (known !== undefined) return known;
  const language = LANGUAGES.find((each) => each.tag === primary);
  if (language === undefined) return null;
  const made = prepare(language);
  prepared.set(primary, made);
  return made;
}
