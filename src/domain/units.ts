import { isCurrency } from './currencies.ts';

/**
 * Units of measure: what they are called, how they are written, and what they come to in the base unit of their kind.
 * A row is the name (singular, British spelling for metric ones), its kind, its factor, its other names in lower case
 * (regular plurals are understood), and its symbols as written, where case matters. `prefixes` says which families of
 * decimal or binary prefixes it takes. Factors are by the SI brochure (9th edition), NIST SP 811 for the others.
 */
export type Unit = {
  readonly name: string;
  /** What is measured. Units of one kind can be converted into each other. */
  readonly kind: string;
  /** How many of the kind's base unit one is. */
  readonly factor: number;
  /** Added after the factor: kelvins at zero degrees. */
  readonly offset?: number;
};

type Prefixes = 'metric' | 'large' | 'small' | 'data';
type Row = readonly [
  name: string,
  kind: string,
  factor: number,
  names?: string,
  symbols?: string,
  prefixes?: readonly Prefixes[],
];

const LARGE: readonly (readonly [prefix: string, symbol: string, factor: number])[] = [
  ['kilo', 'k', 1e3],
  ['mega', 'M', 1e6],
  ['giga', 'G', 1e9],
  ['tera', 'T', 1e12],
  ['peta', 'P', 1e15],
  ['exa', 'E', 1e18],
  ['zetta', 'Z', 1e21],
  ['yotta', 'Y', 1e24],
];
const SMALL: readonly (readonly [string, string, number])[] = [
  ['deci', 'd', 1e-1],
  ['centi', 'c', 1e-2],
  ['milli', 'm', 1e-3],
  ['micro', 'µ', 1e-6],
  ['nano', 'n', 1e-9],
  ['pico', 'p', 1e-12],
  ['femto', 'f', 1e-15],
  ['atto', 'a', 1e-18],
];
const BINARY: readonly (readonly [string, string, number])[] = [
  ['kibi', 'Ki', 2 ** 10],
  ['mebi', 'Mi', 2 ** 20],
  ['gibi', 'Gi', 2 ** 30],
  ['tebi', 'Ti', 2 ** 40],
  ['pebi', 'Pi', 2 ** 50],
];
const FAMILIES: Readonly<Record<Prefixes, typeof LARGE>> = {
  large: LARGE,
  small: SMALL,
  metric: [...LARGE, ...SMALL],
  data: [...LARGE, ...BINARY],
};

const ROWS: readonly Row[] = [
  // shares and changes
  ['percentage', 'ratio', 0.01, 'percent|per cent|percents|pct|percentage|percentages', '%|％|﹪'],
  ['fraction', 'ratio', 1],
  ['percentage point', 'points', 1, 'percent point|per cent point|ppt|ppts|pp', 'pp|pps|p.p.'],
  ['basis point', 'points', 0.01, 'bps|bp', 'bps|bp'],
  ['per mille', 'ratio', 0.001, '', '‰'],
  ['times', 'multiple', 1, 'fold|-fold', 'x|×'],
  // time
  ['second', 'time', 1, 'sec|secs', 's|sec|secs', ['small']],
  ['minute', 'time', 60, 'min|mins', 'min|mins'],
  ['hour', 'time', 3600, 'hr|hrs', 'h|hr|hrs'],
  ['day', 'time', 86_400, 'calendar day|business day|working day'],
  ['week', 'time', 604_800, 'wk|wks'],
  ['fortnight', 'time', 1_209_600],
  ['month', 'time', 2_629_800, 'calendar month|mos'],
  ['quarter', 'time', 7_889_400],
  ['year', 'time', 31_557_600, 'yr|yrs|calendar year', 'yr|yrs'],
  ['megayear', 'time', 31_557_600e6, 'mya', 'Ma|Myr'],
  ['gigayear', 'time', 31_557_600e9, 'gigaannum', 'Ga|Gyr'],
  ['decade', 'time', 315_576_000],
  ['century', 'time', 3_155_760_000],
  ['millennium', 'time', 31_557_600_000, 'millennia|millenium'],
  // power and energy
  ['watt', 'power', 1, '', 'W', ['metric']],
  ['horsepower', 'power', 745.7, 'bhp|brake horsepower|hp|metric horsepower', 'hp|bhp|HP|PS'],
  ['volt-ampere', 'apparent power', 1, 'volt ampere|voltampere', 'VA', ['large']],
  ['watt hour', 'energy', 3600, 'watt-hour', 'Wh', ['large']],
  ['joule', 'energy', 1, '', 'J', ['metric']],
  ['calorie', 'energy', 4.184, '', 'cal'],
  ['kilocalorie', 'energy', 4184, '', 'kcal|Cal'],
  ['electronvolt', 'energy', 1.602176634e-19, 'electron volt|electron-volt', 'eV', ['metric']],
  ['British thermal unit', 'energy', 1055.06, 'btu', 'BTU|Btu'],
  ['million British thermal units', 'energy', 1055.06e6, 'mmbtu|million btu', 'MMBtu|mmBtu|MMBTU'],
  ['therm', 'energy', 105_506_000],
  ['ton of oil equivalent', 'energy', 41.868e9, 'tons of oil equivalent|tonnes of oil equivalent', 'toe|Mtoe'],
  ['joule second', 'action', 1, '', 'Js|J·s'],
  // electricity and fields
  ['volt', 'voltage', 1, '', 'V', ['metric']],
  ['ampere', 'current', 1, 'amp', 'A', ['metric']],
  ['ampere hour', 'charge', 3600, 'ampere-hour|amp hour|amp-hour', 'Ah', ['metric']],
  ['coulomb', 'charge', 1],
  ['ohm', 'resistance', 1, '', 'Ω|Ω', ['metric']],
  ['farad', 'capacitance', 1, '', '', ['small']],
  ['henry', 'inductance', 1],
  ['tesla', 'magnetic field', 1, '', ''],
  ['gauss', 'magnetic field', 1e-4],
  ['weber', 'flux', 1],
  ['siemens', 'conductance', 1],
  ['hertz', 'frequency', 1, 'cycles per second', 'Hz', ['metric']],
  ['decibel', 'level', 1, '', 'dB|dBA|dBm'],
  ['lumen', 'luminous flux', 1, '', 'lm'],
  ['lux', 'illuminance', 1, '', 'lx'],
  ['candela', 'luminous intensity', 1, '', 'cd'],
  ['candela second', 'luminous energy', 1, '', 'cds'],
  ['nit', 'luminance', 1],
  // heat
  ['kelvin', 'temperature', 1, 'degree kelvin|degrees kelvin', '', ['small']],
  [
    'degree Celsius',
    'temperature',
    1,
    'degree celsius|degrees celsius|degree centigrade|degrees centigrade|celsius|centigrade|degree c|degrees c|deg c|° celsius|°celsius',
    '°C|° C|℃|ºC|˚C|degC',
  ],
  [
    'degree Fahrenheit',
    'temperature',
    5 / 9,
    'degree fahrenheit|degrees fahrenheit|fahrenheit|degree f|degrees f|deg f|° fahrenheit|°fahrenheit',
    '°F|° F|℉|ºF|˚F|degF',
  ],
  // angle
  ['degree', 'angle', Math.PI / 180, 'deg', '°|º|˚'],
  ['radian', 'angle', 1, '', 'rad'],
  ['arcminute', 'angle', Math.PI / 10_800, 'minute of arc|minutes of arc'],
  ['arcsecond', 'angle', Math.PI / 648_000, 'second of arc|seconds of arc'],
  ['turn', 'angle', 2 * Math.PI],
  // length
  ['metre', 'length', 1, 'meter', 'm', ['metric']],
  ['micrometre', 'length', 1e-6, 'micron', 'um'],
  ['ångström', 'length', 1e-10, 'angstrom', 'Å|Å'],
  ['inch', 'length', 0.0254, 'inches', 'in|″'],
  ['foot', 'length', 0.3048, 'feet', 'ft|′'],
  ['yard', 'length', 0.9144, '', 'yd|yds'],
  ['mile', 'length', 1609.344, 'statute mile', 'mi'],
  ['nautical mile', 'length', 1852, '', 'nmi|NM'],
  ['furlong', 'length', 201.168],
  ['fathom', 'length', 1.8288],
  ['league', 'length', 4828.032],
  ['light-year', 'length', 9.4607e15, 'light year|lightyear', 'ly'],
  ['astronomical unit', 'length', 1.495978707e11, '', 'AU'],
  ['parsec', 'length', 3.0857e16, '', 'pc', ['large']],
  // area
  [
    'square metre',
    'area',
    1,
    'square meter|metre squared|metres squared|meter squared|meters squared|sq metre|sq meter|sqm',
    'sqm|sq m|sq. m|m2|m²|m^2',
  ],
  [
    'square kilometre',
    'area',
    1e6,
    'square kilometer|kilometre squared|kilometer squared|kilometres squared|kilometers squared',
    'sq km|sq. km|km2|km²|km^2|km squared',
  ],
  ['square centimetre', 'area', 1e-4, 'square centimeter', 'sq cm|sq. cm|cm2|cm²|cm^2'],
  ['square millimetre', 'area', 1e-6, 'square millimeter', 'sq mm|sq. mm|mm2|mm²|mm^2'],
  [
    'square foot',
    'area',
    0.09290304,
    'square feet|sqft|foot squared|feet squared',
    'sq ft|sq. ft|sqft|ft2|ft²|ft^2|SF',
  ],
  ['square inch', 'area', 0.00064516, 'square inches', 'sq in|sq. in|in2|in²'],
  ['square yard', 'area', 0.83612736, '', 'sq yd'],
  ['square mile', 'area', 2_589_988.110336, '', 'sq mi|sq. mi|mi2|mi²'],
  ['acre', 'area', 4046.8564224],
  ['hectare', 'area', 10_000, '', 'ha'],
  // volume
  ['litre', 'volume', 1e-3, 'liter', 'L|l|ℓ', ['small']],
  ['kilolitre', 'volume', 1, 'kiloliter', 'kL|kl'],
  ['megalitre', 'volume', 1e3, 'megaliter', 'ML'],
  ['gigalitre', 'volume', 1e6, 'gigaliter', 'GL'],
  ['cubic metre', 'volume', 1, 'cubic meter|metres cubed|meters cubed|metre cubed|meter cubed', 'cu m|m3|m³|m^3|cbm'],
  ['cubic kilometre', 'volume', 1e9, 'cubic kilometer|kilometres cubed|kilometers cubed', 'km3|km³|km^3|km cubed'],
  ['cubic centimetre', 'volume', 1e-6, 'cubic centimeter', 'cc|cm3|cm³|cm^3'],
  ['cubic millimetre', 'volume', 1e-9, 'cubic millimeter', 'mm3|mm³|mm^3'],
  ['cubic foot', 'volume', 0.028316846592, 'cubic feet', 'cu ft|cu. ft|ft3|ft³|cf'],
  ['cubic inch', 'volume', 1.6387064e-5, 'cubic inches', 'cu in|in3|in³'],
  ['cubic yard', 'volume', 0.764554857984, '', 'cu yd|yd3|yd³'],
  ['cubic mile', 'volume', 4.168181825e9],
  ['acre-foot', 'volume', 1233.48184, 'acre foot|acre feet|acre-feet'],
  ['gallon', 'volume', 0.003785411784, 'us gallon|u.s. gallon', 'gal|gals'],
  ['imperial gallon', 'volume', 0.00454609],
  ['quart', 'volume', 0.000946352946, '', 'qt'],
  ['pint', 'volume', 0.000473176473, '', 'pt'],
  ['cup', 'volume', 0.0002365882365],
  ['tablespoon', 'volume', 1.478676478125e-5, 'tbsp', 'tbsp|Tbsp'],
  ['teaspoon', 'volume', 4.92892159375e-6, 'tsp', 'tsp'],
  ['fluid ounce', 'volume', 2.95735295625e-5, '', 'fl oz|fl. oz'],
  ['barrel', 'volume', 0.158987294928, '', 'bbl|bbls'],
  ['bushel', 'volume', 0.03523907016688, '', 'bu'],
  // mass
  ['gram', 'mass', 1, 'gramme', 'g', ['small']],
  ['kilogram', 'mass', 1e3, 'kilogramme|kilo', 'kg|kgs|Kg'],
  ['metric ton', 'mass', 1e6, 'tonne|metric tonne', 't|mt'],
  ['kilotonne', 'mass', 1e9, 'kiloton|kilotons', 'kt'],
  ['megatonne', 'mass', 1e12, 'megaton|megatons', 'Mt'],
  ['gigatonne', 'mass', 1e15, 'gigaton|gigatons', 'Gt'],
  ['ton', 'mass', 907_184.74, 'short ton'],
  ['long ton', 'mass', 1_016_046.9088],
  ['pound', 'mass', 453.59237, 'pound-mass', 'lb|lbs'],
  ['ounce', 'mass', 28.349523125, '', 'oz'],
  ['troy ounce', 'mass', 31.1034768],
  ['stone', 'mass', 6350.29318],
  ['carat', 'mass', 0.2],
  ['grain', 'mass', 0.06479891],
  ['dram', 'mass', 1.7718451953125, 'drachma|drachm'],
  [
    'tonne of CO2 equivalent',
    'emissions',
    1,
    'tonnes of co2 equivalent|tonne of co2 equivalent|tons of co2 equivalent|metric tons of co2 equivalent|tonnes of carbon dioxide equivalent|metric tons of carbon dioxide equivalent|tons of carbon dioxide equivalent',
    'tCO2e|tCO2eq|tCO2-eq',
  ],
  [
    'tonne of CO2',
    'emissions',
    1,
    'tonnes of co2|tons of co2|ton of co2|metric tons of co2|metric ton of co2|tonnes of carbon dioxide|tonne of carbon dioxide|tons of carbon dioxide|metric tons of carbon dioxide|metric tonnes of co2',
    'tCO2',
  ],
  ['kilotonne of CO2 equivalent', 'emissions', 1e3, '', 'ktCO2e|kt CO2e'],
  ['megatonne of CO2 equivalent', 'emissions', 1e6, '', 'MtCO2e|Mt CO2e'],
  ['gigatonne of CO2 equivalent', 'emissions', 1e9, '', 'GtCO2e|Gt CO2e'],
  ['gigatonne of CO2', 'emissions', 1e9, '', 'GtCO2|Gt CO2'],
  ['megatonne of CO2', 'emissions', 1e6, '', 'MtCO2|Mt CO2'],
  ['mole', 'amount of substance', 1, '', 'mol|mmol'],
  // force and pressure
  ['newton', 'force', 1, '', 'N', ['large']],
  ['newton metre', 'torque', 1, 'newton meter|newton-metre|newton-meter', 'Nm|N·m'],
  [
    'pound foot',
    'torque',
    1.3558179483314,
    'pound-foot|pound-feet|pound feet|foot-pound|foot pound|pound-feet of torque',
    'lb-ft|lb ft|ft-lb',
  ],
  ['pound-force', 'force', 4.4482216152605, 'pounds of force|pound of force|pounds of thrust|pound of thrust', 'lbf'],
  ['pascal', 'pressure', 1, '', 'Pa', ['metric']],
  ['bar', 'pressure', 1e5, 'millibar'],
  ['millibar', 'pressure', 100, '', 'mbar'],
  ['atmosphere', 'pressure', 101_325, '', 'atm'],
  ['pound per square inch', 'pressure', 6894.757293168, 'pounds per square inch|psi', 'psi|PSI'],
  ['kilopound per square inch', 'pressure', 6_894_757.293168, '', 'ksi'],
  ['millimetre of mercury', 'pressure', 133.322387415, '', 'mmHg|mm Hg'],
  // speed and flow
  ['kilometre per hour', 'length/time', 1000 / 3600, '', 'km/h|kph|kmh|kmph|km/hr|kmp/h|KPH'],
  ['mile per hour', 'length/time', 1609.344 / 3600, 'mph', 'mph|MPH|mi/h'],
  ['mile per gallon', 'length/volume', 1609.344 / 0.003785411784, 'mpg', 'mpg|MPG'],
  ['metre per second', 'length/time', 1, '', 'm/s|mps'],
  ['knot', 'length/time', 1852 / 3600, '', 'kn|kts'],
  ['Mach', 'Mach', 1],
  ['revolution per minute', 'rotation', 1, 'revolutions per minute', 'rpm|RPM'],
  ['beat per minute', 'rhythm', 1, '', 'bpm|BPM'],
  ['barrel per day', 'volume/time', 0.158987294928 / 86_400, 'bpd|barrels-per-day', 'bpd|b/d|bbl/d'],
  ['barrel of oil equivalent', 'energy', 6.1178632e9, 'barrels of oil equivalent', 'boe'],
  [
    'barrel of oil equivalent per day',
    'power',
    6.1178632e9 / 86_400,
    'barrels of oil equivalent per day',
    'boe/d|boepd|boed',
  ],
  ['ton per day', 'mass/time', 907_184.74 / 86_400, 'tpd', 'tpd|t/d'],
  ['cubic foot per second', 'volume/time', 0.028316846592, '', 'cfs'],
  ['cubic foot per minute', 'volume/time', 0.028316846592 / 60, '', 'cfm|CFM'],
  // concentration and dose
  ['part per million', 'concentration', 1e-6, 'parts per million|ppm', 'ppm'],
  ['part per billion', 'concentration', 1e-9, 'parts per billion|ppb', 'ppb'],
  ['part per trillion', 'concentration', 1e-12, 'parts per trillion', 'ppt'],
  ['gray', 'dose', 1, '', 'Gy', ['small']],
  ['sievert', 'dose equivalent', 1, '', 'Sv', ['small']],
  ['becquerel', 'activity', 1, '', 'Bq', ['large']],
  ['curie', 'activity', 3.7e10],
  ['inverse femtobarn', 'integrated luminosity', 1, '', 'fb-1|fb−1|fb^-1|fb⁻¹'],
  ['inverse second', 'rate', 1, '', 's-1|s−1|s^-1|s⁻¹'],
  ['sigma', 'sigma', 1, '', 'σ'],
  ['international unit', 'biological activity', 1, '', 'IU'],
  // data
  ['bit', 'data', 1 / 8, '', 'bit|bits', ['data']],
  ['byte', 'data', 1, '', 'B', ['data']],
  ['baud', 'baud', 1, '', 'Bd'],
  ['pixel', 'pixel', 1, '', 'px', ['large']],
  ['megapixel', 'pixel', 1e6, '', 'MP'],
  ['frame per second', 'frame/time', 1, 'frames per second|fps', 'fps|FPS'],
  ['dot per inch', 'dot/length', 1 / 0.0254, 'dots per inch|dpi', 'dpi|DPI|ppi'],
  ['qubit', 'qubit', 1],
  ['transfer per second', 'transfer/time', 1, 'transfers per second', 'T/s', ['large']],
  // computing
  [
    'FLOPS',
    'computing rate',
    1,
    'flops|flops per second|flop/s|floating point operations per second|floating-point operations per second',
    'FLOPS|FLOP/s|flop/s|Flops|FLOPs/s',
    ['large'],
  ],
  ['FLOP', 'computing', 1, 'flop|floating point operation|floating-point operation', 'FLOP|FLOPs', ['large']],
  ['TOPS', 'integer rate', 1e12, '', 'TOPS|tops'],
  ['GPU', 'GPU', 1, 'gpu|gpus|graphics processor|graphics processing unit|graphics card'],
  ['GPU-hour', 'GPU·time', 3600, 'gpu hour|gpu hours|gpu-hour|gpu-hours|gpuhour'],
  ['CPU', 'CPU', 1, 'cpu|cpus|central processing unit'],
  ['TPU', 'TPU', 1, 'tpu|tpus'],
  ['NPU', 'NPU', 1, 'npu|npus'],
  ['vCPU', 'vCPU', 1, 'vcpu|vcpus'],
  ['core-hour', 'core·time', 3600, 'core hour|core-hour'],
  ['chip-hour', 'chip·time', 3600, 'chip hour|chip-hour'],
  ['token per second', 'token/time', 1, '', 'tok/s|tokens/s|tps'],
  ['query per second', 'query/time', 1, 'queries per second', 'QPS|qps'],
  ['input/output operation per second', 'operation/time', 1, '', 'IOPS'],
  ['PUE', 'PUE', 1, 'pue'],
  // groups
  ['dozen', 'count', 12, 'dozen|dozens|dz|dzs|doz|dozs'],
  ['gross', 'count', 144],
  ['point', 'point', 1, 'pts', 'pts'],
];

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

const UNITS = new Map<string, Unit>();
const names = new Map<string, string>();
const symbols = new Map<string, string>();

function add(row: Row): void {
  const [name, kind, factor, others = '', signs = '', families = []] = row;
  UNITS.set(name, { name, kind, factor });
  for (const other of [name.toLowerCase(), ...others.split('|').filter((text) => text !== '')]) {
    if (!names.has(other)) names.set(other, name);
    if (!names.has(plurals(other))) names.set(plurals(other), name);
  }
  for (const sign of signs.split('|')) if (sign !== '' && !symbols.has(sign)) symbols.set(sign, name);
  for (const family of families) {
    for (const [prefix, sign, size] of FAMILIES[family]) {
      const spelt = others.split('|').filter((text) => /^[a-z][a-z -]{3,}$/.test(text));
      const glue = /^[A-Z]{2}/.test(name) ? `${prefix}${name}` : `${prefix}${name}`;
      const written = signs.split('|').filter((text) => text !== '' && !/^(?:bits|secs?)$/.test(text));
      add([
        glue,
        kind,
        factor * size,
        spelt.map((text) => `${prefix}${text}`).join('|'),
        written.flatMap((text) => (sign === 'µ' ? [`µ${text}`, `μ${text}`, `u${text}`] : [`${sign}${text}`])).join('|'),
      ]);
    }
  }
}
for (const row of ROWS) add(row);
// Temperatures have another zero, and speeds in bits are written in their own way.
UNITS.set('degree Celsius', { name: 'degree Celsius', kind: 'temperature', factor: 1, offset: 273.15 });
UNITS.set('degree Fahrenheit', {
  name: 'degree Fahrenheit',
  kind: 'temperature',
  factor: 5 / 9,
  offset: 459.67 * (5 / 9),
});
for (const [prefix, sign, size] of LARGE) {
  const bits = `${prefix}bit per second`;
  UNITS.set(bits, { name: bits, kind: 'data/time', factor: size / 8 });
  const upper = sign.toUpperCase();
  for (const text of [`${sign}bps`, `${upper}bps`, `${sign}b/s`, `${upper}b/s`, `${sign}bit/s`, `${upper}bit/s`])
    symbols.set(text, bits);
  symbols.set(`${upper}b`, `${prefix}bit`);
  symbols.set(`${upper}B`, `${prefix}byte`);
  const bytes = `${prefix}byte per second`;
  UNITS.set(bytes, { name: bytes, kind: 'data/time', factor: size });
  for (const text of [`${upper}B/s`, `${sign}B/s`, `${upper}Bps`, `${sign}Bps`]) symbols.set(text, bytes);
  // Power is often written in capitals or all small by those who do not mind the case.
  if (size >= 1e3) {
    symbols.set(`${upper}W`, `${prefix}watt`);
    symbols.set(`${upper}WH`, `${prefix}watt hour`);
    symbols.set(`${sign}wh`, `${prefix}watt hour`);
    if (sign !== 'M') symbols.set(`${sign.toLowerCase()}w`, `${prefix}watt`);
    symbols.set(`${sign.toLowerCase()}wh`, `${prefix}watt hour`);
    symbols.set(`${sign.toLowerCase()}hz`, `${prefix}hertz`);
  }
}
symbols.set('mb', 'megabit');
symbols.set('gb', 'gigabyte');
symbols.set('tb', 'terabyte');
symbols.set('kb', 'kilobyte');
symbols.set('mW', 'milliwatt');
symbols.set('mcg', 'microgram');
symbols.set('KG', 'kilogram');
symbols.set('KM', 'kilometre');
symbols.set('Km', 'kilometre');
symbols.set('ML', 'megalitre');

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

/** Are they one unit by another name or spelling? */
export function sameUnit(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  const [left, right] = [measure(a), measure(b)];
  return left.kind === right.kind && left.factor === right.factor && left.offset === right.offset;
}

/** A value in another unit of the same kind; null where there is no way from one to the other. */
export function convert(value: number, from: string | null, to: string | null): number | null {
  const [left, right] = [measure(from), measure(to)];
  if (left.kind !== right.kind) return null;
  if (left.factor === right.factor && left.offset === right.offset) return value;
  return (value * left.factor + (left.offset ?? 0) - (right.offset ?? 0)) / right.factor;
}
