import type { Language } from '../language.ts';
import { spelt } from '../numerals.ts';

export const english: Language = {
  tag: 'en',
  decimal: '.',
  spaced: true,
  scales:
    '2:hundred 3:thousand 3:thousands 6:million 6:millions 6:mn 9:billion 9:billions 9:bn 12:trillion 12:tn 12:trillions',
  numerals: spelt({
    ones: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    join: (ten, one, n) => (n > 9 ? [] : [`${ten}-${one}`, `${ten} ${one}`]),
    hundred: 'a_hundred',
  }),
  vague: '1:one 2:second 3:third 4:fourth 5:fifth 6:sixth 7:seventh 8:eighth 9:ninth 10:tenth 12:dozen',
  fractions:
    '1/2:half 1/2:halves 1/3:third_of 1/3:thirds 1/3:a_third 1/3:one_third 1/4:a_quarter 1/4:quarters 1/4:quarter_of 1/5:fifths 1/5:a_fifth 1/10:a_tenth 1/10:tenths',
  compounds: '',
  periods: `Q1:first_quarter Q2:second_quarter Q3:third_quarter Q4:fourth_quarter Q1:Q1 Q2:Q2 Q3:Q3 Q4:Q4 H1:first_half H2:second_half H1:H1 H2:H2
    half-year:half-year`,
  units: `USD:dollar USD:dollars EUR:euro EUR:euros GBP:pound_sterling GBP:pounds JPY:yen CNY:yuan CHF:francs KRW:won INR:rupees percent:per_cent pp:percentage_point
    pp:percentage_points pp:point pp:points kilometer:kilometre kilometer:kilometres meter:metre meter:metres liter:litre liter:litres ton:ton ton:tons ton:tonne
    ton:tonnes m2:square_metres m2:square_meters m2:square_metre ft2:square_feet m3:cubic_metres m3:cubic_meters`,
  bounds: {
    over: 'more_than over above at_least exceeding no_fewer_than no_less_than upwards_of as_much_as',
    under:
      'less_than fewer_than under below up_to at_most no_more_than not_more_than nearly almost just_under a_maximum_of',
  },
  from: 'from against compared_with compared_to',
  since: '',
  to: 'to',
  signs: {
    up: 'rose rise rises risen rising increase* grew grow grows grown growing climb* jump* surge* surging soar* gained gains doubl* tripl* higher lift* more_than_in more_than_the more_than_a',
    down: 'fell fall falls fallen falling drop* declin* decreas* shrank shrink* shrunk slip* reduc* cut cuts cutting lower lowered lowers plung* slump* slid less_than_in less_than_the less_than_a',
    upish:
      'dear* expensive costl* times raise* raising as_much twice more above over up add* expand* expan* gain* boost* exceed* beat* extra addition* faster greater build* larg* long* record high* improv* profit* accelerat* widen* extend* advanc* open* better best outpac* surpass* rebound* recover* strong* swell* mount* upgrad* newer',
    downish:
      'unless less fewer down below under short* loss* lost lose* sav* slow* cheap* eas* halv* trim* remov* without stop* lack* halt* discount* narrow* delay* retreat* sank sink* tumbl* dip* slash* shed* weigh* worse* worst low* squeez*',
    not: "not *n't no never none neither nor nobody nothing cannot without",
    notish:
      'stop* ceas* halt* refus* fail* lack* abstain* unlikely undisclosed unknown unclear unchanged unable unpaid unused unsold unavailable uncertain unfinished unprecedented unnamed unproven untested inactive incomplete insufficient except* all_but only few hardly barely avoid* prevent* declin*_to withh* yet miss* absen* instead rather_than ban banned bans prohibit* block* cancel* den* reject* forbid* idle spar* exclud* exempt* free_of secret* drop* suspend*',
    affirmed: 'not_only no_longer_than no_more_than no_less_than no_fewer_than not_more_than',
    level:
      'fall_due falls_due fell_due fall_short falls_short fell_short fall_behind falls_behind fell_behind fall_through fell_through fall_apart fell_apart fall_silent fell_silent drop_out drops_out dropped_out dropping_out drop_off dropped_off cut_off cuts_off lower_house no_longer no_more',
    past: 'last_year last_month last_week last_quarter previous yesterday a_year_earlier a_year_ago',
    next: 'next_year next_month next_week next_quarter coming tomorrow',
  },
  oblique:
    'of from by to with at for in near on against among between through via towards under over about than like according_to into',
  passive: 'will_be_*ed_by was_*ed were_*ed is_*ed are_*ed been_*ed was_sold was_bought was_sued was_hit was_built',
  contrast: 'while whereas but although though',
  capitals: '',
};
