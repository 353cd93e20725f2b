import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const french: Language = {
  tag: 'fr',
  decimal: ',',
  spaced: true,
  scales:
    '2:cents 3:mille 3:millier 3:milliers 6:million 6:millions 9:milliard 9:milliards 9:md 9:mds 9:mrd 6:mio 12:billion 12:billions',
  numerals: spelt({
    ones: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    tens: 'vingt trente quarante cinquante soixante septante quatre-vingts|quatre-vingt nonante',
    join: (ten, one, n) =>
      n > 9 && !/^(?:soixante|quatre-vingts?)$/.test(ten)
        ? []
        : [
            `${ten.replace(/vingts$/, 'vingt')}${(n === 1 || n === 11) && !/vingts?$/.test(ten.slice(5)) ? ` et ` : '-'}${one}`,
          ],
    hundred: 'cent',
    hundreds: 'deux_cents trois_cents quatre_cents cinq_cents six_cents sept_cents huit_cents neuf_cents'.replaceAll(
      '_',
      '-',
    ),
  }),
  vague: '1:un 1:une 9:neuf 12:douzaine',
  fractions:
    '1/2:demi 1/2:demie 1/2:moitié 1/3:tiers 1/4:quart 1/4:quarts 1/5:cinquième 1/5:cinquièmes 1/10:dixième 1/10:dixièmes',
  compounds: '',
  periods: `Q1:premier_trimestre Q2:deuxième_trimestre Q2:second_trimestre Q3:troisième_trimestre Q4:quatrième_trimestre Q1:T1 Q2:T2 Q3:T3 Q4:T4 H1:premier_semestre H1:première_moitié
    H2:second_semestre H2:deuxième_semestre H2:seconde_moitié H2:deuxième_moitié Q1:1er_trimestre Q2:2e_trimestre Q3:3e_trimestre Q4:4e_trimestre half-year:semestre half-year:semestriel`,
  units: `USD:dollar USD:dollars EUR:euro EUR:euros GBP:livre_sterling GBP:livres_sterling GBP:livres JPY:yen JPY:yens CNY:yuan CNY:yuans CHF:francs_suisses KRW:wons INR:roupies
    percent:pour_cent percent:pourcent pp:point_de_pourcentage pp:points_de_pourcentage pp:point pp:points year:année year:années year:annuel* day:journée day:journées
    month:mensuel* ton:tonne ton:tonnes mile:mille mile:milles m2:mètres_carrés m2:mètre_carré m3:mètres_cubes ft2:pieds_carrés gallon:gallons acre:acres`,
  bounds: {
    over: "plus_de plus_d' supérieur*_à au_moins dépass* excédant au-delà_de pas_moins_de quelque_plus_de",
    under: "moins_de moins_d' inférieur*_à au_plus jusqu'à près_de près_d' presque au_maximum pas_plus_de sous_les",
  },
  from: 'contre par_rapport_à',
  since: 'de depuis',
  to: 'à',
  signs: {
    up: "augment* hausse* progress* croiss* croît cru grimp* bond* doubl* tripl* accru* accroî* s'élev* relev* de_plus_que de_plus_qu' supérieur* en_plus envol*",
    down: "baiss* recul* chut* diminu* rédui* réduc* tomb* repli* cédé moins_que moins_qu' de_moins inférieur* déclin* dégringol* abaiss* divis* moins",
    upish:
      'plus au-dessus dépass* ajout* gain* gagn* étend* agrandi* élargi* record* rapid* grand* gross* passer_de passé_de passée_de passés_de passées_de passe_de passent_de monte monté* mont* renforc* améliorer* excéd* haut* port* lev* lèv* nouveau* nouvel* ouvr* prolong*',
    downish:
      'moins en-dessous au-dessous perte* perd* économis* ralenti* petit* faible* sans supprim* manqu* serr* court* sous demi moitié céd* seulement passer_de passé_de passée_de passés_de passées_de passe_de passent_de bas',
    not: "pas jamais aucun aucune rien personne sans ni non_plus ne_*_plus n'*_plus ne_*_ni n'*_ni nul nulle",
    notish:
      "inconnu* inchang* incap* imposs* indispon* insuff* incert* inédit* invend* improb* inactif* inactive* non cess* arrêt* refus* démenti* dément* rejet* échou* échec* manqu* absten* abstenu* sauf except* hormis seul* seulement peu guère interdi* bloqu* annul* plutôt_que lieu évit* empêch* exclu* privé* dépourvu* renonc* tu tue taire secret* délaiss* abandonn* faute suspen* mis_fin met_fin n'*_que ne_*_que",
    affirmed:
      'non_seulement pas_seulement pas_plus_de pas_moins_de plus_personne au_moins du_moins à_moins_que sans_doute sans_précédent',
    level: 'au_moins du_moins à_moins_que',
    past: "dernier dernière passé passée précédent* écoulé* hier il_y_a_un_an l'an_dernier",
    next: 'prochain* suivant* demain à_venir',
  },
  oblique:
    "de d' du des à au aux par selon chez avec pour contre sur dans en entre vers auprès_de d'après envers depuis comme que",
  passive:
    'été_*é été_*ée été_*és été_*ées est_*é_par sont_*és_par *é_par *ée_par *és_par *ées_par *u_par *ue_par *is_par *ise_par',
  contrast: 'tandis_que tandis_qu alors_que alors_qu mais quoique',
  capitals:
    'état états ministère commission conseil bourse gouvernement assemblée sénat banque agence autorité union université cour parlement bureau président ministre direction département internet web',
};
