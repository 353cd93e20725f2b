import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const italian: Language = {
  tag: 'it',
  decimal: ',',
  spaced: true,
  scales: '3:mila 3:mille 3:migliaia 6:milione 6:milioni 6:mln 9:miliardo 9:miliardi 9:mld 12:bilione 12:bilioni',
  numerals: spelt({
    ones: 'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    join: (ten, one, n) =>
      n > 9 ? [] : [`${n === 1 || n === 8 ? ten.slice(0, -1) : ten}${one}`, ...(n === 3 ? [`${ten}tré`] : [])],
    thousand: 'mila',
    hundred: 'cento',
    hundreds: 'duecento trecento quattrocento cinquecento seicento settecento ottocento novecento',
  }),
  vague: '1:un 1:uno 1:una 6:sei 12:dozzina',
  fractions:
    '1/2:mezzo 1/2:mezza 1/2:metà 1/3:terzo 1/3:terzi 1/4:quarto 1/4:quarti 1/5:quinto 1/5:quinti 1/10:decimo 1/10:decimi',
  compounds: '',
  periods: `Q1:primo_trimestre Q2:secondo_trimestre Q3:terzo_trimestre Q4:quarto_trimestre H1:primo_semestre H1:prima_metà H2:secondo_semestre H2:seconda_metà Q1:Q1 Q2:Q2 Q3:Q3 Q4:Q4 half-year:semestre
    half-year:semestrale avg:per_mezzo_di`,
  units: `USD:dollaro USD:dollari EUR:euro GBP:sterlina GBP:sterline JPY:yen CNY:yuan CHF:franchi_svizzeri INR:rupie percent:per_cento percent:percento pp:punto_percentuale pp:punti_percentuali
    pp:punto pp:punti year:annu* year:annal* day:giornalier* day:quotidian* month:mensil* ton:tonnellata ton:tonnellate mile:miglio mile:miglia m2:metri_quadrati m2:metri_quadri m3:metri_cubi
    ft2:piedi_quadrati acre:acri acre:acro gallon:galloni`,
  bounds: {
    over: 'più_di oltre almeno superior*_a sopra_i non_meno_di supera*',
    under: 'meno_di inferior*_a sotto_i al_massimo fino_a quasi non_più_di',
  },
  from: "contro rispetto_a rispetto_al rispetto_allo rispetto_all' rispetto_alla rispetto_ai rispetto_agli rispetto_alle di_fronte_a",
  since: "da dal dai dalle dall' dalla",
  to: "a ai al alle all' agli alla",
  signs: {
    up: 'salit* salì salgono aument* cresc* cresciut* rialz* raddoppi* triplic* increment* più_che più_di_quanto più_alt* superior* sopra balz*',
    down: 'scend* sces* scese calo cali cala calano calat* calò diminu* ridu* ridott* ribass* flession* meno inferior* sotto più_bass* crollo croll* tagli* dimezz* abbass*',
    upish:
      'sale più oltre super* aggiun* guadagn* ampli* espan* maggior* record* veloc* grand* passato_da passata_da passati_da passate_da passa_da miglior* nuov* alza* alz* port* prolung* apr* rapid*',
    downish:
      'meno perdit* perd* pers* risparmi* lent* minor* piccol* senza non manc* passato_da passata_da passati_da passate_da passa_da metà mezz* cess* solo bass* cort* scars*',
    not: 'non…nessun* non…nulla non…niente non…mai non…né non mai nessun nessuno nessuna niente nulla senza',
    notish:
      'né sconosc* ignot* invariat* incap* imposs* indispon* insuff* incert* inedit* invendut* improb* inattiv* smett* smess* cess* ferm* rifiut* smentit* smentisc* fallit* manc* asten* astenut* tranne eccetto salvo solo soltanto appena poco pochi poche viet* blocc* annull* ancora anziché invece evit* imped* esclu* rinunc* abbandon* sospe* segret* nega negato negano negare',
    affirmed: 'non_solo non_più_di non_meno_di non_soltanto nulla_osta almeno per_lo_meno a_meno_che senza_precedenti',
    level: 'per_lo_meno a_meno_che',
    past: 'scorso scorsa passato passata precedente ieri un_anno_fa ultimo_anno',
    next: 'prossimo prossima successivo domani seguente',
  },
  oblique:
    "di del dello della dei degli delle d' dell' a al allo alla ai agli alle all' da dal dallo dalla dai dagli dalle dall' per secondo con contro su sul sulla in nel nella tra fra presso verso come che",
  passive:
    'stato_*ato stata_*ata stati_*ati state_*ate stato_*uto stata_*uta viene_*ato venne_*ato *ato_da *ata_da *ati_da *ate_da *uto_da *uta_da stata_acquis* *ato_dal* *ata_dal* *ita_da *ito_da',
  contrast: 'mentre ma però invece benché',
  capitals:
    'stato stati ministero commissione consiglio borsa governo congresso senato banca agenzia autorità unione università corte parlamento ufficio presidente ministro dipartimento internet web',
};
