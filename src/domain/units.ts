import { isCurrency } from './currencies.ts';
import { FAMILIES, LARGE, LOOSE_SYMBOLS, ROWS, type Row } from './unit-table.ts';

export type Unit = {
  readonly name: string;
  /** What is measured. Units of one kind can be converted into each other. */
  readonly kind: string;
  /** How many of the kind's base unit one is. */
  readonly factor: number;
  /** Added after the factor: the kelvins at zero degrees. */
  readonly offset?: number;
};

const plural = (name: string): string => {
  if (/(?:s|x|z|ch|sh)$/.test(name)) return name;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
};

/** `metre per second` -> `metres per second`: the head is what takes the plural. */
const plurals = (name: string): string => {
  const [head = '', ...rest] = name.split(/ (?=per |of )/);
  return [plural(head), ...rest].join(' ');
};

const cells = (cell: string) => cell.split('|').filter((text) => text !== '');

const UNITS = new Map<string, Unit>();
const names = new Map<string, string>();
const symbols = new Map<string, string>();

/** The first row that claims a name or a symbol has it. */
function add([name, kind, factor, others = '', signs = '', families = []]: Row): void {
  UNITS.set(name, { name, kind, factor });
  for (const other of [name.toLowerCase(), ...cells(others)]) {
    if (!names.has(other)) names.set(other, name);
    if (!names.has(plurals(other))) names.set(plurals(other), name);
  }
  for (const sign of cells(signs)) if (!symbols.has(sign)) symbols.set(sign, name);
  const spelt = cells(others).filter((text) => /^[a-z][a-z -]{3,}$/.test(text));
  const short = cells(signs).filter((text) => !/^(?:bits|secs?)$/.test(text));
  for (const [prefix, sign, size] of families.flatMap((family) => FAMILIES[family])) {
    // Micro is written by three letters: the sign of its own, the Greek one, and u.
    const written = sign === 'µ' ? ['µ', 'μ', 'u'] : [sign];
    const signsOf = short.flatMap((text) => written.map((each) => `${each}${text}`));
    add([
      `${prefix}${name}`,
      kind,
      factor * size,
      spelt.map((text) => `${prefix}${text}`).join('|'),
      signsOf.join('|'),
    ]);
  }
}

/** Bits and bytes, and what goes by the second, have symbols by case alone, and their prefixes in either. */
function addData(): void {
  for (const [prefix, sign, size] of LARGE) {
    const upper = sign.toUpperCase();
    for (const [unit, letter, bytes] of [
      ['bit', 'b', 1 / 8],
      ['byte', 'B', 1],
    ] as const) {
      const rate = `${prefix}${unit} per second`;
      UNITS.set(rate, { name: rate, kind: 'data/time', factor: size * bytes });
      symbols.set(`${upper}${letter}`, `${prefix}${unit}`);
      for (const first of [sign, upper]) for (const per of ['ps', '/s']) symbols.set(`${first}${letter}${per}`, rate);
      if (unit === 'bit') for (const first of [sign, upper]) symbols.set(`${first}bit/s`, rate);
    }
  }
}

/** "800 GWH", "50 kwh", "3 ghz", "500 mw": power, energy and frequency by those who do not mind the case. */
function addLooseCase(): void {
  const put = (symbol: string, unit: string) => {
    if (!symbols.has(symbol)) symbols.set(symbol, unit);
  };
  for (const [prefix, sign] of LARGE) {
    const small = sign.toLowerCase();
    for (const [unit, letters] of [
      ['watt', 'W'],
      ['watt hour', 'Wh'],
      ['hertz', 'Hz'],
    ] as const) {
      put(`${sign.toUpperCase()}${letters.toUpperCase()}`, `${prefix}${unit}`);
      put(`${small}${letters.toLowerCase()}`, `${prefix}${unit}`);
    }
  }
}

for (const row of ROWS) add(row);
addData();
addLooseCase();
for (const [symbol, unit] of Object.entries(LOOSE_SYMBOLS)) symbols.set(symbol, unit);
// Temperatures have zeros of their own.
UNITS.set('degree Celsius', { name: 'degree Celsius', kind: 'temperature', factor: 1, offset: 273.15 });
UNITS.set('degree Fahrenheit', {
  name: 'degree Fahrenheit',
  kind: 'temperature',
  factor: 5 / 9,
  offset: 459.67 * (5 / 9),
});

/** Names of units in lower case, singular and plural, with the unit's name. */
export const UNIT_NAMES: ReadonlyMap<string, string> = names;
/** Symbols of units as written (`GW`, `km/h`, `°C`), with the unit's name. */
export const UNIT_SYMBOLS: ReadonlyMap<string, string> = symbols;

/** The unit of a name as `UNIT_NAMES` and `UNIT_SYMBOLS` give it; undefined for money and counted nouns. */
export const unitOf = (name: string): Unit | undefined => UNITS.get(name);

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** One side of "X per Y": its kind, and its factor; `USD` and counted nouns are kinds of their own. */
function part(text: string): Unit {
  const known = UNITS.get(text);
  if (known !== undefined) return known;
  const [first = '', ...rest] = text.split(' ');
  // What is held for so long: "megawatt day", "kilowatt month".
  const time = rest.length === 1 ? UNITS.get(rest[0] ?? '') : undefined;
  const held = UNITS.get(first);
  if (held !== undefined && time?.kind === 'time')
    return { name: text, kind: `${held.kind}·time`, factor: held.factor * time.factor };
  const scale = SCALES[first];
  if (scale !== undefined && rest.length > 0) {
    const inner = part(rest.join(' '));
    return { ...inner, name: text, factor: inner.factor * scale };
  }
  return { name: text, kind: isCurrency(text) ? `money ${text}` : `count ${text}`, factor: 1 };
}

/** The kind and factor of a normalised unit, "X per Y" taken apart. */
export function measure(unit: string | null): Unit {
  if (unit === null) return { name: '', kind: 'number', factor: 1 };
  const whole = UNITS.get(unit);
  if (whole !== undefined) return whole;
  const [head = '', ...rest] = unit.split(' per ').map(part);
  if (typeof head === 'string') return { name: unit, kind: `count ${unit}`, factor: 1 };
  return rest.reduce(
    (left, right) => ({ name: unit, kind: `${left.kind}/${right.kind}`, factor: left.factor / right.factor }),
    head,
  );
}

/** Can figures in these units be compared (GW and MW, percentage and fraction; not USD and EUR)? */
export const sameKind = (a: string | null, b: string | null): boolean => measure(a).kind === measure(b).kind;

/** A value in another unit of the same kind; null where there is no way from one to the other. */
export function convert(value: number, from: string | null, to: string | null): number | null {
  const [left, right] = [measure(from), measure(to)];
  if (left.kind !== right.kind) return null;
  if (left.factor === right.factor && left.offset === right.offset) return value;
  return (value * left.factor + (left.offset ?? 0) - (right.offset ?? 0)) / right.factor;
}
