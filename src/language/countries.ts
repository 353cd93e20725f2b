/** Countries by the adjective that is made of their names: "Chinese exports" are exports of China. */
const TABLE = `american:united states british:britain english:england scottish:scotland irish:ireland welsh:wales french:france
german:germany italian:italy spanish:spain portuguese:portugal dutch:netherlands belgian:belgium swiss:switzerland
austrian:austria swedish:sweden norwegian:norway danish:denmark finnish:finland icelandic:iceland polish:poland czech:czechia
hungarian:hungary romanian:romania greek:greece turkish:turkey russian:russia ukrainian:ukraine chinese:china japanese:japan
korean:korea taiwanese:taiwan indian:india pakistani:pakistan indonesian:indonesia malaysian:malaysia thai:thailand
vietnamese:vietnam filipino:philippines singaporean:singapore australian:australia canadian:canada mexican:mexico
brazilian:brazil argentine:argentina chilean:chile colombian:colombia peruvian:peru egyptian:egypt nigerian:nigeria
kenyan:kenya israeli:israel iranian:iran iraqi:iraq saudi:saudi arabia emirati:emirates qatari:qatar kuwaiti:kuwait
european:europe african:africa asian:asia texan:texas californian:california`;

const PAIRS = [...TABLE.matchAll(/(?<!\p{L})(\p{L}+):([^:]+?)(?=\s\p{L}+:|$)/gu)].map(
  ([, adjective = '', country = '']) => [adjective, country.replace(/\s+/g, ' ')] as const,
);
const COUNTRY = new Map(PAIRS);
const ADJECTIVE = new Map(PAIRS.map(([adjective, country]) => [country, adjective]));

/** The country's name for its adjective, the adjective for its name, lower case; null for other words. */
export const otherNameOfCountry = (word: string): string | null => {
  const lower = word.toLowerCase();
  return COUNTRY.get(lower) ?? ADJECTIVE.get(lower) ?? null;
};

/** Does a word name a country, also by its letters: "Norway", "Dutch", "U.S."? */
export const isCountry = (word: string): boolean =>
  /^(?:U\.?[SK]\.?|E\.?U\.?)$/.test(word) || otherNameOfCountry(word) !== null;
