import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const german: Language = {
  tag: 'de',
  decimal: ',',
  spaced: true,
  scales:
    '2:hundert 3:tausend 3:tausende 3:tsd 6:mio 6:million 6:millionen 9:mrd 9:milliarde 9:milliarden 12:billion 12:billionen 12:bio',
  numerals: spelt({
    ones: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
    join: (ten, one, n) => (n > 9 ? [] : [`${n === 1 ? 'ein' : one}und${ten}`]),
    thousand: 'tausend',
    hundred: 'einhundert',
    hundreds: 'zweihundert dreihundert vierhundert fünfhundert sechshundert siebenhundert achthundert neunhundert',
  }),
  vague: '1:ein 1:eine 1:einen 1:einem 1:einer 1:eines 1:eins 2:beide 2:beiden 12:dutzend',
  fractions:
    '1/2:halb 1/2:halbe 1/2:halben 1/2:halber 1/2:halbes 1/2:hälfte 1/3:drittel 1/3:dritteln 1/4:viertel 1/4:vierteln 1/5:fünftel 1/10:zehntel 3/4:dreiviertel',
  compounds: 'jahr jähr monat tag täg woch wöch stund stünd fach mal',
  periods: `Q1:ersten_quartal Q1:erste_quartal Q2:zweiten_quartal Q2:zweite_quartal Q3:dritten_quartal Q3:dritte_quartal Q4:vierten_quartal Q4:vierte_quartal
    Q1:ersten_quartals Q2:zweiten_quartals Q3:dritten_quartals Q4:vierten_quartals Q1:Q1 Q2:Q2 Q3:Q3 Q4:Q4 H1:ersten_halbjahr H1:erste_halbjahr H1:ersten_jahreshälfte
    H1:erste_hälfte H1:ersten_hälfte H2:zweite_hälfte H2:zweiten_hälfte H2:zweiten_halbjahr H2:zweite_halbjahr H2:zweiten_jahreshälfte half-year:halbjahr half-year:halbjährlich H1:H1 H2:H2`,
  units: `USD:dollar EUR:euro GBP:pfund JPY:yen CNY:yuan CHF:franken KRW:won INR:rupien percent:prozent pp:prozentpunkt pp:prozentpunkte pp:prozentpunkten pp:punkt pp:punkte pp:punkten
    hour:stündig* day:tagen day:tage day:täg* week:wochen week:wöch* month:monaten month:monats* year:jahren year:jahres* year:jährig* ton:tonne ton:tonnen
    kilometer:kilometern meter:metern liter:litern m2:quadratmeter m2:quadratmetern m3:kubikmeter m3:kubikmetern ft2:quadratfuß acre:acres mile:meilen`,
  bounds: {
    over: 'mehr_als über mindestens wenigstens gut oberhalb_von nicht_weniger_als jenseits_von',
    under: 'weniger_als unter höchstens maximal bis_zu knapp fast nahezu beinahe nicht_mehr_als unterhalb_von',
  },
  from: 'gegenüber nach verglichen_mit',
  since: 'von statt gegen',
  to: 'auf',
  signs: {
    up: 'hob hoben hebt stieg stiegen gestiegen steig* anstieg* ansteig* angestieg* erhöh* wuchs wuchsen gewachsen wächst wachs* zunahm* zunehm* zunimmt zugenommen kletter* verdoppel* verdreifach* mehr angehob* angezog* zulegt* zugelegt höher* teurer vermehr*',
    down: 'sank sanken gesunken sinkt sinken fiel fielen gefallen fällt fallen abgenommen rückgang* zurückg* gesenkt senkt senken senkung* verringer* reduzier* kürzt* gekürzt kürzung* schrumpf* geschrumpft nachg* niedriger* weniger billiger einbruch einbr* eingebrochen halbier*',
    upish:
      'mehr zusätzlich* ausbau* gewinn* übertr* übersteig* größer* höch* rekord* schneller nahm_* zunehm* aufst* aufgestockt weiter* verbesser* neuer* verlänger* eröffn* ergänz*',
    downish:
      'weniger unter verlust* verlor* verliert einspar* spar* gespart langsam* klein* nied* günstig* minus ohne nicht kein* schlechter* eng* kurz* knapp* nachlass* halb* streich* gestrichen abbau* mangel* nur',
    not: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne',
    notish:
      'unbekannt* unklar* unver* unge* unzu* unmögl* unwahr* unfäh* unab* unvoll* unbe* ungew* offen stopp* gestoppt einstell* eingestellt beend* verweiger* ablehn* abgelehnt lehn* bestr* bestreit* dementier* versäum* fehl* mangel* enthält_sich enthielt* enthalt* außer ausgenommen bis_auf nur kaum wenig wenige* verbot* verbiet* untersag* blockier* gestrichen abgesagt stillsteh* anstatt stattdessen verschw* verschwieg* geheim* vermied* vermeid* verhinder* ausgeschlossen ausschließ* verzicht* gescheitert scheiter* bislang befreit* aufhör* hört* zurückgehalten',
    affirmed: 'nicht_nur nicht_länger_als nicht_mehr_als nicht_weniger_als',
    level:
      'stieg…aus…aus stiegen…aus…aus steigt…aus…aus steigen…aus…aus ausgestiegen nicht_mehr kein*_mehr nichts_mehr mehrere mehr_oder_weniger',
    past: 'vergangen* vorig* letzten_jahr letzten_monat letzte_woche letztes_jahr letzten_quartal vorjahr* vormonat* vorwoche gestern',
    next: 'kommend* nächst* künftig* morgen',
  },
  oblique:
    'von vom an am bei durch laut mit zu zum zur für gegen aus nach gegenüber zwischen über um auf in im neben wie als dem den zufolge des',
  passive: 'wurde wurden worden wird…ge*t wird…ge*en wird…ver*t wird…be*t werden…ge*t werden…ge*en',
  contrast: 'während wogegen wohingegen aber doch jedoch obwohl hingegen dagegen',
  capitals: '',
};
