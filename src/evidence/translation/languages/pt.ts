import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const portuguese: Language = {
  tag: 'pt',
  decimal: ',',
  spaced: true,
  scales:
    '3:mil 3:milhares 6:milhão 6:milhões 6:mi 9:bilhão 9:bilhões 9:bi 12:bilião 12:biliões 12:trilhão 12:trilhões',
  numerals: spelt({
    ones: 'zero um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    join: (ten, one, n) => (n > 9 ? [] : [`${ten} e ${one}`]),
    hundred: 'cem|cento',
    hundreds:
      'duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas seiscentos|seiscentas setecentos|setecentas oitocentos|oitocentas novecentos|novecentas',
  }),
  vague: '1:um 1:uma 12:dúzia',
  fractions:
    '1/2:meio 1/2:meia 1/2:metade 1/3:terço 1/3:terços 1/3:terça_parte 1/4:um_quarto 1/4:quartos 1/4:quarta_parte 1/5:um_quinto 1/5:quintos 1/10:um_décimo 1/10:décimos',
  compounds: '',
  periods: `Q1:primeiro_trimestre Q2:segundo_trimestre Q3:terceiro_trimestre Q4:quarto_trimestre Q1:1T Q2:2T Q3:3T Q4:4T H1:primeiro_semestre H1:primeira_metade H2:segundo_semestre H2:segunda_metade
    half-year:semestre half-year:semestral Q1:1º_trimestre Q2:2º_trimestre Q3:3º_trimestre Q4:4º_trimestre avg:por_meio_de avg:meio_ambiente avg:em_meio_a`,
  units: `USD:dólar USD:dólares EUR:euro EUR:euros GBP:libra GBP:libras JPY:iene JPY:ienes CNY:yuan CNY:yuans CHF:francos_suíços INR:rupias percent:por_cento pp:ponto_percentual pp:pontos_percentuais
    pp:ponto pp:pontos year:anua* day:diári* month:mensa* ton:tonelada ton:toneladas mile:milha mile:milhas m2:metros_quadrados m3:metros_cúbicos ft2:pés_quadrados acre:acre acre:acres
    gallon:galão gallon:galões kilometer:quilômetro kilometer:quilómetro kilometer:quilômetros kilometer:quilómetros`,
  bounds: {
    over: 'mais_de pelo_menos ao_menos superior*_a acima_de no_mínimo não_menos_de supera*',
    under: 'menos_de inferior*_a abaixo_de no_máximo até quase cerca_de_menos não_mais_de perto_de',
  },
  from: 'contra ante frente_a em_relação_a em_comparação_com',
  since: 'de desde dos das do da',
  to: 'para a até aos às',
  signs: {
    up: 'subiu subiram subid* sobe sobem aument* cresc* alta_de elev* dobr* duplic* triplic* mais_que mais_do_que superior* acima mais_alt* dispar* encarec*',
    down: 'caiu caíram caíd* cai caem cair queda* baixou baixa* baixar* redu* diminu* recu* menos inferior* abaixo mais_baix* cort* despenc* encolh* barate*',
    upish:
      'mais acima super* ganh* ampli* expan* maior* recorde* rápid* grand* passou_de passaram_de passa_de melhor* nov* sub* levant* somar* acresc* adicion* abr* prolong*',
    downish:
      'menos perda* perd* economiz* poup* lent* menor* pequen* sem não falt* passou_de passaram_de passa_de metade meio* deix* apenas só escass* curt*',
    not: 'não…nenhum* não…nada não…ninguém não…nunca não…tampouco não nunca jamais nenhum nenhuma nada ninguém sem',
    notish:
      'nem tampouco desconhec* inalter* incap* impos* indispon* insuf* incert* inédit* improv* inativ* deix* cess* recus* desment* fracass* falh* falt* abst* absteve exceto salvo apenas só poucos poucas pouco proib* bloque* cancel* ainda lugar evit* imped* excl* renunc* abandon* suspend* sigilo* segred* parou pararam parad* nega negou negam negar*',
    affirmed:
      'não_só não_apenas não_mais_de não_menos_de não_somente nada_mais pelo_menos ao_menos a_menos_que sem_precedentes',
    level: 'pelo_menos ao_menos',
    past: 'passado passada último última anterior* ontem há_um_ano',
    next: 'próximo próxima seguinte* amanhã que_vem',
  },
  oblique:
    'de do da dos das ao à aos às por pelo pela segundo com para contra desde em no na entre ante sobre junto_a conforme como que',
  passive:
    'foi_*ado foi_*ada foi_*ido foi_*ida foram_*ados foram_*adas foram_*idos sido_*ado sido_*ada sido_*ido *ado_por *ada_por *ido_por *ida_por *ado_pela *ada_pela *ado_pelo *ada_pelo',
  contrast: 'enquanto_que enquanto mas embora porém',
  capitals:
    'estado estados ministério comissão conselho bolsa governo congresso senado banco agência autoridade união universidade tribunal parlamento presidente ministro departamento internet web',
};
