/** Verbs whose past forms no ending tells: base, past, participle; alternatives joined by a slash. */
const VERBS = `
arise arose arisen;awake awoke awoken;be was/were been;bear bore borne/born;beat beat beaten;become became become;begin began begun;
bend bent bent;bet bet bet;bid bid bid;bind bound bound;bite bit bitten;bleed bled bled;blow blew blown;break broke broken;breed bred bred;
bring brought brought;broadcast broadcast broadcast;build built built;burn burnt burnt;burst burst burst;buy bought bought;cast cast cast;
catch caught caught;choose chose chosen;cling clung clung;come came come;cost cost cost;creep crept crept;cut cut cut;deal dealt dealt;
dig dug dug;do did done;draw drew drawn;dream dreamt dreamt;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;
feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled;fly flew flown;forbid forbade forbidden;
forecast forecast forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got got/gotten;
give gave given;go went gone;grind ground ground;grow grew grown;hang hung hung;have had had;hear heard heard;hide hid hidden;hit hit hit;
hold held held;hurt hurt hurt;keep kept kept;know knew known;lay laid laid;lead led led;lean leant leant;leap leapt leapt;
learn learnt learnt;leave left left;lend lent lent;let let let;lie lay lain;light lit lit;lose lost lost;make made made;mean meant meant;
meet met met;mislead misled misled;mistake mistook mistaken;offset offset offset;outbid outbid outbid;outdo outdid outdone;
outgrow outgrew outgrown;outrun outran outrun;outsell outsold outsold;outspend outspent outspent;overcome overcame overcome;
overhear overheard overheard;override overrode overridden;oversee oversaw overseen;overtake overtook overtaken;
overthrow overthrew overthrown;overrun overran overrun;overshoot overshot overshot;pay paid paid;prove proved proven;put put put;quit quit quit;read read read;
rebuild rebuilt rebuilt;repay repaid repaid;resell resold resold;reset reset reset;rethink rethought rethought;retell retold retold;
rerun reran rerun;rewrite rewrote rewritten;rid rid rid;ride rode ridden;ring rang rung;rise rose risen;run ran run;say said said;
see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken;shed shed shed;shine shone shone;
shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;
slide slid slid;speak spoke spoken;speed sped sped;spend spent spent;spin spun spun;split split split;spread spread spread;
spring sprang sprung;stand stood stood;steal stole stolen;stick stuck stuck;strike struck struck;strive strove striven;swear swore sworn;
sweep swept swept;swell swelled swollen;swim swam swum;swing swung swung;take took taken;teach taught taught;tear tore torn;
tell told told;think thought thought;throw threw thrown;thrust thrust thrust;slit slit slit;undergo underwent undergone;underlie underlay underlain;
understand understood understood;undertake undertook undertaken;undo undid undone;unwind unwound unwound;uphold upheld upheld;
upset upset upset;wake woke woken;wear wore worn;weave wove woven;win won won;wind wound wound;withdraw withdrew withdrawn;
withhold withheld withheld;withstand withstood withstood;write wrote written`;

const IRREGULAR = new Map<string, string>();
const PARTICIPLES = new Map<string, string>();
const UNCHANGED = new Set<string>();
for (const row of VERBS.trim().split(/;\s*/)) {
  const [base = '', ...forms] = row.split(' ');
  PARTICIPLES.set(base, forms.at(-1)?.split('/')[0] ?? base);
  if (forms[0] === base) UNCHANGED.add(base);
  for (const form of forms.flatMap((one) => one.split('/'))) if (!IRREGULAR.has(form)) IRREGULAR.set(form, base);
}
for (const [form, base] of Object.entries({
  is: 'be',
  are: 'be',
  am: 'be',
  being: 'be',
  been: 'be',
  "'s": 'be',
  "'re": 'be',
  "'m": 'be',
  has: 'have',
  "'ve": 'have',
  "'d": 'would',
  does: 'do',
  "n't": 'not',
  wo: 'will',
  ca: 'can',
  sha: 'shall',
  "'ll": 'will',
  goes: 'go',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  better: 'good',
  best: 'good',
  worse: 'bad',
  worst: 'bad',
  more: 'more',
  most: 'most',
  less: 'less',
  least: 'least',
  further: 'far',
  farther: 'far',
}))
  IRREGULAR.set(form, base);

/** The past participle of a verb by its base form: "bought", "owned", "planned". */
export function participleOf(base: string): string {
  const irregular = PARTICIPLES.get(base);
  if (irregular !== undefined) return irregular;
  // "forgone", "overtaken": a prefix keeps its verb's form.
  const [, prefix = '', verb = ''] = /^(for|under|over|out|with|mis|fore)(.{2,})$/.exec(base) ?? [];
  const inner = PARTICIPLES.get(verb);
  if (inner !== undefined) return `${prefix}${inner}`;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (/put$/.test(base)) return base;
  // The last syllable is doubled where it bears the stress: "controlled", but "offered".
  const doubled = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(base) || /(?:mit|[^f]fer|cur|pel|plan|trol|allot)$/.test(base);
  return `${base}${doubled ? (base.at(-1) ?? '') : ''}ed`;
}

/** Does a verb, by its base form, have the same form in the past: "cut", "put"? */
export const isUnchanged = (base: string): boolean => UNCHANGED.has(base);

/** Is this a word that people write? Tells apart "hop" and "hope" behind "hoping". */
export type Known = (word: string) => boolean;

const VOWEL = /[aeiou]/;
const SYLLABLES = /[aeiouy]+/g;

/** The base behind an ending that begins with a vowel (-ed, -ing, -er, -est). */
function behind(stem: string, known: Known): string {
  const last = stem.at(-1) ?? '';
  if (last === 'i') return `${stem.slice(0, -1)}y`;
  const before = stem.at(-2) ?? '';
  // "added"
  if (last === before && stem.length < 4) return stem;
  if (last === before && !/[lsfz]/.test(last)) return stem.slice(0, -1);
  if (last === before) return known(stem) || !known(stem.slice(0, -1)) ? stem : stem.slice(0, -1);
  // A short word would have doubled its consonant: "rating" is of "rate", not of "rat".
  const short = (stem.match(SYLLABLES) ?? []).length === 1;
  const closed = !VOWEL.test(last) && !/[wxy]/.test(last) && VOWEL.test(before) && !VOWEL.test(stem.at(-3) ?? 'b');
  if (short && closed) return `${stem}e`;
  if (/[cvuz]$/.test(stem) || /[^aeiou]l$/.test(stem)) return `${stem}e`;
  if (/(?:[^aeiou]s|[rnl]g|dg|at)$/.test(stem) && known(`${stem}e`)) return `${stem}e`;
  return !known(stem) && known(`${stem}e`) ? `${stem}e` : stem;
}

function verbBase(low: string, tag: string, known: Known): string {
  // "Agreed", "guaranteeing": a verb that ends in "ee" loses nothing before its ending.
  if (tag === 'VBG' && low.endsWith('eeing')) return low.slice(0, -3);
  if (tag === 'VBG' && low.endsWith('ing') && low.length > 4) return behind(low.slice(0, -3), known);
  if ((tag === 'VBD' || tag === 'VBN') && low.endsWith('eed')) return low.slice(0, -1);
  if ((tag === 'VBD' || tag === 'VBN') && low.endsWith('ed') && low.length > 3) return behind(low.slice(0, -2), known);
  if (tag !== 'VBZ' || !low.endsWith('s')) return low;
  if (low.endsWith('ies') && low.length > 4) return `${low.slice(0, -3)}y`;
  return /(?:ch|sh|ss|x|zz|o)es$/.test(low) ? low.slice(0, -2) : low.slice(0, -1);
}

/** The base form of a word of that Penn tag. */
export function lemmaOf(text: string, tag: string, known: Known, singular: (noun: string) => string): string {
  const low = text.toLowerCase().replace(/’/g, "'");
  if (tag.startsWith('NNP') || tag === 'CD') return low;
  if (tag === 'NNS') return singular(low);
  if (low === "'s" && tag === 'POS') return "'s";
  if (/^(?:VB|MD|JJ[RS]|RB)/.test(tag)) {
    const irregular = IRREGULAR.get(low);
    // "Lay" is a base as well as a past form, "froze" none, whatever the tag.
    const isBase = tag === 'VB' || (tag === 'VBP' && (PARTICIPLES.has(low) || !PARTICIPLES.has(irregular ?? '')));
    if (irregular !== undefined && (!isBase || irregular === 'be' || low.startsWith("'"))) return irregular;
    if (tag === 'JJR' && low.endsWith('er') && low.length > 4) return behind(low.slice(0, -2), known);
    if (tag === 'JJS' && low.endsWith('est') && low.length > 5) return behind(low.slice(0, -3), known);
    return verbBase(low, tag, known);
  }
  return low;
}
