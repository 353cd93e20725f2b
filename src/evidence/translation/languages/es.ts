import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const spanish: Language = {
  tag: 'es',
  decimal: ',',
  spaced: true,
  scales: '3:mil 3:miles 6:millón 6:millones 9:millardo 9:millardos 9:mm 12:billón 12:billones',
  numerals: spelt({
    ones: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    join: (ten, one, n) => {
      if (n > 9) return [];
      const accented = one
        .replace(/^dos$/, 'dós')
        .replace(/^tres$/, 'trés')
        .replace(/^seis$/, 'séis');
      return ten === 'veinte'
        ? [`veinti${accented}`, `veinti${one}`, ...(n === 1 ? ['veintiún'] : [])]
        : [`${ten} y ${one}`];
    },
    hundred: 'cien|ciento',
    hundreds:
      'doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas',
  }),
  vague: '1:un 1:una 1:uno 12:docena',
  fractions:
    '1/2:medio 1/2:media 1/2:mitad 1/3:tercio 1/3:tercios 1/3:tercera_parte 1/3:terceras_partes 1/4:cuarto 1/4:cuartos 1/4:cuarta_parte 1/4:cuartas_partes 1/5:quinto 1/5:quinta_parte 1/10:décima_parte',
  compounds: '',
  periods: `Q1:primer_trimestre Q2:segundo_trimestre Q3:tercer_trimestre Q4:cuarto_trimestre Q1:1T Q2:2T Q3:3T Q4:4T Q1:T1 Q2:T2 Q3:T3 Q4:T4 H1:primer_semestre H1:primera_mitad H1:primera_mitad
    H2:segundo_semestre H2:segunda_mitad half-year:semestre half-year:semestral avg:de_media avg:en_media avg:media_de avg:media_diaria avg:medio_ambiente avg:por_medio_de avg:en_medio_de`,
  units: `USD:dólar USD:dólares EUR:euro EUR:euros GBP:libra GBP:libras JPY:yen JPY:yenes CNY:yuan CNY:yuanes CHF:francos_suizos KRW:wones INR:rupias percent:por_ciento percent:por_cien
    pp:punto_porcentual pp:puntos_porcentuales pp:punto pp:puntos pp:puntos_básicos year:anual* day:diari* month:mensual* ton:tonelada ton:toneladas mile:milla mile:millas m2:metros_cuadrados
    m3:metros_cúbicos ft2:pies_cuadrados acre:acre acre:acres gallon:galón gallon:galones`,
  bounds: {
    over: 'más_de al_menos superior*_a por_encima_de como_mínimo no_menos_de supera* por_lo_menos',
    under: 'menos_de inferior*_a por_debajo_de como_máximo hasta casi cerca_de no_más_de',
  },
  from: 'desde frente_a respecto_a en_comparación_con',
  since: 'de del contra',
  to: 'a hasta al',
  signs: {
    up: 'subió subieron subid* sube suben aument* crec* increment* alza* duplic* triplic* trepó dispar* más_que elev* superior* por_encima más_alt* encarec*',
    down: 'cayó cayeron caíd* cae caen caer bajó bajaron bajad* baja bajan bajar redu* disminu* descen* retroce* menos inferior* por_debajo más_baj* recort* desplom* hund* abarat*',
    upish:
      'más encima sup* añad* gan* ampli* expan* mayor* récord* rápid* grand* pasó pasaron mejor* nuev* sub* levant* rec* rapid* exced* sum* abr* prolong*',
    downish:
      'menos debajo pérdida* pierd* perd* ahorr* lent* meno* pequeñ* sin no suprim* falt* pasó pasaron mitad medi* ced* deja* solo sólo escas* cort*',
    not: 'no…ningun* no…ningún no…nada no…nadie no…nunca no…tampoco no nunca jamás ningún ninguna ninguno nada nadie sin',
    notish:
      'ni tampoco descono* inalter* incap* impos* indispon* insuf* inciert* inédit* invend* improb* inactiv* dej* ces* detuv* deten* rechaz* niega* desmint* desment* fracas* falt* abst* salvo excepto solo sólo apenas pocos pocas poco prohib* bloque* cancel* todavía aún lugar evit* impid* impedi* excl* sino renunci* callar* ocult* secret* abandon* suspend* negó negaron negar* negado',
    affirmed:
      'no_solo no_sólo no_más_de no_menos_de no_obstante nada_más al_menos por_lo_menos a_menos_que cuando_menos sin_embargo sin_precedentes',
    level: 'al_menos por_lo_menos a_menos_que',
    past: 'pasado pasada último última anterior* ayer hace_un_año',
    next: 'próximo próxima siguiente* mañana que_viene',
  },
  oblique: 'de del a al por según con para contra desde en entre ante sobre hacia a_través_de como que',
  passive:
    'fue_*ado fue_*ada fue_*ido fue_*ida fueron_*ados fueron_*adas fueron_*idos fueron_*idas sido_*ado sido_*ada sido_*ido sido_*ida *ado_por *ada_por *ido_por *ida_por',
  contrast: 'mientras_que mientras pero aunque sino',
  capitals:
    'estado estados ministerio comisión consejo bolsa gobierno congreso senado banco agencia autoridad unión universidad tribunal parlamento oficina presidente ministro departamento internet web',
};
