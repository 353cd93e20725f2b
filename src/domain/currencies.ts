/**
 * Money as ISO 4217 names it, with the ways in which English writes it. A row is the code, the currency's names (the
 * singular first, plurals that are not regular beside it), the nations that tell it from its namesakes, and its signs.
 * Codes that were withdrawn are kept where older text still has them.
 */
const ROWS = `
AED | dirham | uae, emirati, emirates, united arab emirates | dh, dhs, د.إ
AFN | afghani | afghan | ؋
ALL | lek, leke | albanian |
AMD | dram | armenian | ֏
ANG | guilder | antillean, netherlands antillean |
AOA | kwanza | angolan | Kz
ARS | peso | argentine, argentinian, argentina | AR$, ARS$
ATS | schilling | austrian |
AUD | dollar | australian, australia, aussie, aud | A$, AU$, AUD$
AWG | florin | aruban |
AZN | manat | azerbaijani, azeri | ₼
BAM | mark | bosnian, convertible |
BBD | dollar | barbadian, barbados | Bds$, BBD$
BDT | taka | bangladeshi, bangladesh | ৳, Tk
BEF | franc | belgian |
BGN | lev, leva | bulgarian | лв
BHD | dinar | bahraini, bahrain | BD
BIF | franc | burundian, burundi | FBu
BMD | dollar | bermudan, bermudian, bermuda | BD$
BND | dollar | brunei | B$
BOB | boliviano | bolivian |
BRL | real, reais, reals | brazilian, brazil | R$, BRL$
BSD | dollar | bahamian, bahamas |
BTC | bitcoin | | ₿
BTN | ngultrum | bhutanese |
BWP | pula | botswanan, botswana |
BYN | ruble, rouble | belarusian, belarus |
BZD | dollar | belize, belizean | BZ$
CAD | dollar, loonie | canadian, canada, cad | C$, CA$, CDN$, CAD$, Can$
CDF | franc | congolese |
CHF | franc | swiss, switzerland | Fr, SFr, SFr., CHF
CLP | peso | chilean, chile | CLP$
CNY | yuan, yuan renminbi, renminbi, rmb, kuai | chinese, china | RMB, 元, CN¥, CNY¥, RMB¥
COP | peso | colombian, colombia | COL$, COP$
CRC | colon, colón, colones | costa rican, costa rica | ₡
CUP | peso | cuban, cuba |
CVE | escudo | cape verdean, cape verde |
CZK | koruna, koruny, korun, crown | czech | Kč
DEM | mark, deutsche mark, deutschmark, deutschemark, d-mark | german, west german | DM
DJF | franc | djiboutian, djibouti |
DKK | krone, kroner, crown | danish, denmark | Dkr, DKr
DOP | peso | dominican | RD$
DZD | dinar | algerian, algeria |
EGP | pound | egyptian, egypt | E£, EGP£, LE
ERN | nakfa | eritrean |
ESP | peseta | spanish, spain | Pta, Ptas
ETB | birr | ethiopian, ethiopia | Br
ETH | ether | |
EUR | euro | european | €
FIM | markka, markkaa | finnish, finland | Fmk
FJD | dollar | fijian, fiji | FJ$
FKP | pound | falkland islands, falklands |
FRF | franc | french, france | FFr
GBP | pound, pound sterling, pounds sterling, sterling, quid, gbp | british, uk, u.k., english, sterling | £, GB£, GBP£, UK£
GEL | lari | georgian | ₾
GHS | cedi | ghanaian, ghana | GH₵, GH¢
GIP | pound | gibraltar |
GMD | dalasi | gambian |
GNF | franc | guinean, guinea |
GRD | drachma | greek |
GTQ | quetzal, quetzales | guatemalan |
GYD | dollar | guyanese, guyana | GY$
HKD | dollar | hong kong | HK$, HKD$
HNL | lempira | honduran |
HRK | kuna | croatian |
HTG | gourde | haitian |
HUF | forint | hungarian, hungary | Ft
IDR | rupiah | indonesian, indonesia | Rp
IEP | pound, punt | irish | IR£
ILS | shekel, new shekel, sheqel, nis | israeli, israel | ₪, NIS
INR | rupee | indian, india | ₹, Rs, Rs., INR₹
IQD | dinar | iraqi, iraq |
IRR | rial, toman | iranian, iran |
ISK | krona, kronur, króna, crown | icelandic, iceland | ISK
ITL | lira, lire | italian, italy |
JMD | dollar | jamaican, jamaica | J$
JOD | dinar | jordanian, jordan |
JPY | yen | japanese, japan | ¥, JP¥, JPY¥, 円
KES | shilling | kenyan, kenya | KSh, KShs, Ksh
KGS | som | kyrgyz |
KHR | riel | cambodian | ៛
KMF | franc | comorian |
KPW | won | north korean |
KRW | won | south korean, korean, korea | ₩
KWD | dinar | kuwaiti, kuwait | KD
KYD | dollar | cayman, cayman islands | CI$
KZT | tenge | kazakh, kazakhstani | ₸
LAK | kip | lao, laotian | ₭
LBP | pound, lira | lebanese, lebanon | L£
LKR | rupee | sri lankan, sri lanka | LKR, ரூ, SLRs
LRD | dollar | liberian, liberia | L$
LSL | loti, maloti | lesotho |
LTL | litas | lithuanian |
LVL | lats | latvian |
LYD | dinar | libyan, libya |
MAD | dirham | moroccan, morocco |
MDL | leu, lei | moldovan, moldova |
MGA | ariary | malagasy |
MKD | denar | macedonian |
MMK | kyat | myanmar, burmese |
MNT | tugrik, tögrög, togrog | mongolian | ₮
MOP | pataca | macanese, macau | MOP$
MRU | ouguiya | mauritanian |
MUR | rupee | mauritian, mauritius |
MVR | rufiyaa | maldivian |
MWK | kwacha | malawian, malawi |
MXN | peso | mexican, mexico | Mex$, MX$, MXN$, Mx$
MYR | ringgit | malaysian, malaysia | RM
MZN | metical, meticais | mozambican |
NAD | dollar | namibian, namibia | N$
NGN | naira | nigerian, nigeria | ₦
NIO | cordoba, córdoba | nicaraguan |
NLG | guilder | dutch, netherlands, netherlands' |
NOK | krone, kroner, crown | norwegian, norway | NKr, Nkr
NPR | rupee | nepalese, nepali, nepal |
NZD | dollar, kiwi dollar | new zealand, nz, kiwi | NZ$, NZD$
OMR | rial | omani, oman |
PAB | balboa | panamanian |
PEN | sol, soles | peruvian, peru | S/, S/.
PGK | kina | papua new guinean |
PHP | peso | philippine, filipino, philippines | ₱, PHP₱
PKR | rupee | pakistani, pakistan |
PLN | zloty, zloties, złoty, złotych, zlotych | polish, poland | zł
PTE | escudo | portuguese, portugal |
PYG | guarani, guaraní | paraguayan | ₲
QAR | riyal, rial | qatari, qatar | QR
RON | leu, lei | romanian, romania |
RSD | dinar | serbian, serbia |
RUB | ruble, rouble | russian, russia | ₽
RWF | franc | rwandan, rwanda | RF
SAR | riyal, rial | saudi, saudi arabian | SR
SBD | dollar | solomon islands |
SCR | rupee | seychellois, seychelles |
SDG | pound | sudanese, sudan |
SEK | krona, kronor, krone, crown | swedish, sweden | SKr, Skr
SGD | dollar | singapore, singaporean, sing | S$, SG$, SGD$
SHP | pound | saint helena, st. helena |
SKK | koruna, crown | slovak |
SLE | leone | sierra leonean |
SOS | shilling | somali, somalia |
SRD | dollar | surinamese, suriname |
SSP | pound | south sudanese |
STN | dobra | são tomé |
SVC | colon, colón, colones | salvadoran |
SYP | pound | syrian, syria |
SZL | lilangeni, emalangeni | swazi |
THB | baht | thai, thailand | ฿
TJS | somoni | tajik, tajikistani |
TMT | manat | turkmen, turkmenistani |
TND | dinar | tunisian, tunisia |
TOP | paanga, paʻanga | tongan | T$
TRY | lira, lire | turkish, turkey, new turkish | ₺, TL
TTD | dollar | trinidadian, trinidad and tobago | TT$
TWD | dollar | taiwan, taiwanese, new taiwan, nt, twd | NT$, NTD$, TWD$, NTD
TZS | shilling | tanzanian, tanzania | TSh
UAH | hryvnia, hryvnias, hryvnya | ukrainian, ukraine | ₴
UGX | shilling | ugandan, uganda | USh
USD | dollar, usd, buck, greenback | us, u.s., united states, american, u.s, the us | $, US$, U.S.$, USD$, U.S. $, u.s $, USD
USDC | usdc | |
USDT | usdt, tether | |
UYU | peso | uruguayan, uruguay | $U
UZS | som, sum | uzbek, uzbekistani |
VES | bolivar, bolívar, bolivares | venezuelan, venezuela | Bs
VND | dong | vietnamese, vietnam | ₫
VUV | vatu | vanuatu |
WST | tala | samoan | WS$
XAF | franc, cfa franc | central african cfa, cfa, central african | FCFA
XCD | dollar | east caribbean | EC$
XDR | special drawing right, sdr | imf |
XOF | franc | west african cfa, west african | CFA
XPF | franc | cfp, pacific |
YER | rial | yemeni, yemen |
ZAR | rand | south african, south africa | R
ZMW | kwacha | zambian, zambia | ZK
ZWL | dollar | zimbabwean, zimbabwe | Z$
`;

/** Who is meant when a name that several nations share stands alone: the one that international news means by it. */
const BARE: Readonly<Record<string, string>> = {
  dollar: 'USD',
  pound: 'GBP',
  franc: 'CHF',
  rupee: 'INR',
  peso: 'MXN',
  krone: 'NOK',
  krona: 'SEK',
  crown: 'CZK',
  koruna: 'CZK',
  won: 'KRW',
  mark: 'DEM',
  guilder: 'NLG',
  lira: 'TRY',
  dinar: 'KWD',
  dirham: 'AED',
  riyal: 'SAR',
  rial: 'IRR',
  ruble: 'RUB',
  rouble: 'RUB',
  shilling: 'KES',
  leu: 'RON',
  manat: 'AZN',
  kwacha: 'ZMW',
  escudo: 'PTE',
  som: 'UZS',
  colon: 'CRC',
  colón: 'CRC',
};

/** Names that are too common as other words to mean money without their nation. */
const NEEDS_NATION: ReadonlySet<string> = new Set([
  'crown',
  'sol',
  'sum',
  'som',
  'real',
  'pacific',
  'colon',
  'drachma',
]);

/** Hundredths (and other parts) of a currency by their names, with the currency that the bare name means. */
const PARTS: readonly { readonly names: readonly string[]; readonly code: string; readonly factor: number }[] = [
  { names: ['cent', 'cents', '¢'], code: 'USD', factor: 0.01 },
  { names: ['euro cent', 'euro cents', 'eurocent', 'eurocents'], code: 'EUR', factor: 0.01 },
  { names: ['us cent', 'us cents', 'u.s. cent', 'u.s. cents', 'american cents'], code: 'USD', factor: 0.01 },
  { names: ['australian cent', 'australian cents'], code: 'AUD', factor: 0.01 },
  { names: ['canadian cent', 'canadian cents'], code: 'CAD', factor: 0.01 },
  { names: ['penny', 'pennies'], code: 'USD', factor: 0.01 },
  { names: ['pence'], code: 'GBP', factor: 0.01 },
  { names: ['paisa', 'paise'], code: 'INR', factor: 0.01 },
  { names: ['kopeck', 'kopecks', 'kopek', 'kopeks'], code: 'RUB', factor: 0.01 },
  { names: ['mao', 'jiao'], code: 'CNY', factor: 0.1 },
];

export type Money = {
  /** ISO 4217 code. */
  readonly code: string;
  /** What one of what was written is worth in the currency: 0.01 for a cent. */
  readonly factor: number;
};

export type Currency = {
  readonly code: string;
  readonly names: readonly string[];
  readonly nations: readonly string[];
  readonly signs: readonly string[];
};

const cells = (cell = '') =>
  cell
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

export const CURRENCIES: readonly Currency[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', names, nations, signs] = row.split('|').map((cell) => cell.trim());
    return { code, names: cells(names), nations: cells(nations), signs: cells(signs) };
  });

const CODES: ReadonlySet<string> = new Set(CURRENCIES.map(({ code }) => code));

/** Is it an ISO 4217 code (or one of the few well-known ones beside the standard)? */
export const isCurrency = (unit: string): boolean => CODES.has(unit);

/** Signs and codes that stand before or after an amount, as written: `$`, `NT$`, `Rs`, `USD`. */
export const SIGNS: ReadonlyMap<string, Money> = new Map(
  CURRENCIES.flatMap(({ code, signs }) => [code, ...signs].map((sign) => [sign, { code, factor: 1 }] as const)),
);

const plural = (name: string) =>
  /(?:s|x|z)$|^(?:yuan|yen|won|baht|rmb|renminbi|rand)$/.test(name) ? name : `${name}s`;

/** Names of currencies in lower case, singular and plural, with their nations and alone: `swiss francs`, `dollars`. */
export const MONEY_NAMES: ReadonlyMap<string, Money> = new Map([
  ...CURRENCIES.flatMap(({ code, names, nations }) =>
    names.flatMap((name) => {
      const written = [name, plural(name)].filter((form) => !(form !== name && names.includes(form)));
      const owned = nations.flatMap((nation) => written.map((form) => `${nation} ${form}`));
      const own = (BARE[names[0] ?? ''] ?? code) === code && !NEEDS_NATION.has(name);
      return [...owned, ...(own ? written : [])].map((form) => [form, { code, factor: 1 }] as const);
    }),
  ),
  ...PARTS.flatMap(({ names, code, factor }) => names.map((name) => [name, { code, factor }] as const)),
]);
