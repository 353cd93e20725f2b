import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const dutch: Language = {
  tag: 'nl',
  decimal: ',',
  spaced: true,
  scales:
    '2:honderd 3:duizend 3:duizenden 6:miljoen 6:miljoenen 6:mln 9:miljard 9:miljarden 9:mld 12:biljoen 12:biljoenen',
  numerals: spelt({
    ones: 'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    join: (ten, one, n) =>
      n > 9 ? [] : [`${n === 1 ? 'een' : one}${/e$/.test(n === 1 ? 'n' : one) ? 'ën' : 'en'}${ten}`],
    thousand: 'duizend',
    hundred: 'eenhonderd',
    hundreds: 'tweehonderd driehonderd vierhonderd vijfhonderd zeshonderd zevenhonderd achthonderd negenhonderd',
  }),
  vague: '1:een 1:één 1:eén 2:beide 2:beiden 12:dozijn',
  fractions: '1/2:half 1/2:halve 1/2:helft 1/3:derde 1/4:kwart 1/5:vijfde 1/10:tiende 3/4:driekwart',
  compounds: 'jaar jarig maand dag weken weekse uur voudig maal',
  periods: `Q1:eerste_kwartaal Q2:tweede_kwartaal Q3:derde_kwartaal Q4:vierde_kwartaal H1:eerste_halfjaar H1:eerste_helft H2:tweede_halfjaar H2:tweede_helft Q1:Q1 Q2:Q2 Q3:Q3 Q4:Q4 Q1:K1 Q2:K2 Q3:K3
    Q4:K4 half-year:halfjaar half-year:halfjaarlijks`,
  units: `USD:dollar USD:dollars EUR:euro EUR:euro's GBP:pond JPY:yen CNY:yuan CHF:frank INR:roepies percent:procent pp:procentpunt pp:procentpunten pp:punt pp:punten hour:uren hour:uurs day:dagen
    week:weekse week:wekelijks* month:maandelijks* month:maands year:jarig year:jarige year:jaren year:jaarlijks* day:dagelijks* ton:ton ton:tonnen mile:mijl m2:vierkante_meter m3:kubieke_meter
    ft2:vierkante_voet acre:acres acre:acre`,
  bounds: {
    over: 'meer_dan ruim minstens ten_minste tenminste boven_de niet_minder_dan',
    under: 'minder_dan onder_de hoogstens ten_hoogste maximaal tot_wel bijna niet_meer_dan haast krap',
  },
  from: 'ten_opzichte_van tegenover',
  since: 'van tegen vanaf',
  to: 'naar tot op',
  signs: {
    up: 'steeg stegen gestegen stijg* groei* gegroeid toegenomen neemt_toe nam_toe toename verhoog* verdubbel* verdrievoudig* meer_dan hoger* klom opgeklommen duurder*',
    down: 'daal* gedaald zakt* gezakt viel_terug afgenomen neemt_af nam_af afname verlaag* vermind* verlag* kromp* krimp* minder_dan lager* goedkoper* halveer* gehalveerd inkromp* gekort teruggang terugval',
    upish:
      'meer boven extra winst* overtr* groter* groot* record* sneller uitbrei* uitgebreid verbeter* op toe* nieuw* hoog* verhef* tilde* ging* naar verleng* open*',
    downish:
      'minder onder verlies* verlor* bespaar* bespar* traag* klein* laag* zonder niet geen af terug* krap* kort* half helft tekort* ging* naar slechts',
    not: 'niet geen nooit niemand niets zonder',
    notish:
      'noch onbekend* onduidel* onver* onvold* onmog* onwaar* onbe* stop* gestopt gestaakt staak* staakte* weiger* afgewezen ontk* nalat* mislukt* faal* gebrek* onthoud* onthield* onthouden behalve uitgezonderd op_na alleen slechts nauwelijks weinig verbod* verbied* blokk* geschrapt ingetrokken plaats_van verzw* geheim* voorkom* vermed* vermij* uitgesl* uitsluit* afgezien',
    affirmed: 'niet_alleen niet_meer_dan niet_minder_dan niet_langer_dan ten_minste',
    level: 'niet_meer geen_*_meer',
    past: 'vorig* afgelopen vorige* gisteren een_jaar_eerder verleden',
    next: 'volgend* komend* morgen aanstaand*',
  },
  oblique: 'van aan bij door volgens met voor tegen uit naar in op tussen over om jegens dan als tot',
  passive: 'werd werden wordt worden geworden',
  contrast: 'terwijl maar hoewel echter',
  capitals:
    'ministerie commissie raad beurs kabinet congres senaat bank autoriteit unie universiteit parlement president minister internet web',
};
