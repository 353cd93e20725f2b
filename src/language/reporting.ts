/** How a form of a verb of speech stands in its clause: `said`, `says`, `say`, `saying`. */
export type ReportingForm = 'past' | 'present' | 'base' | 'participle';

/**
 * Verbs whose subject speaks or writes, by how firmly they say so: `speech` takes a whole quotation ("X said"), `verdict` a
 * fragment ("X called it"), and `stance` is speech only where a quotation hangs on it ("X hopes").
 */
export type ReportingKind = 'speech' | 'verdict' | 'stance';
export type Reporting = { readonly lemma: string; readonly form: ReportingForm; readonly kind: ReportingKind };

const SPEECH = `
  acknowledge add admit advise advocate affirm agree allege announce answer argue ask assert assure attest bark beg bellow bemoan blog
  boast brag cable caption caution chant charge chide chime claim clarify comment commend complain concede conclude concur confess
  confide confirm contend continue counter crow cry deadpan declare demand deny disagree disclose echo elaborate email emphasise
  emphasize enthuse estimate exclaim explain expound fume gripe grumble gush highlight holler implore insist instruct interject
  interrupt intone joke lament lecture maintain marvel mention message mumble murmur muse mutter note object observe offer opine plead
  pledge posit post pray preach predict proclaim prod profess promise protest question quip rant react read reaffirm reason reassure
  recall recite reckon recommend recount reflect reiterate relate remark remember remind repeat reply report respond retaliate retort
  reveal say scoff scream shout shrug sigh signal sing snap sneer speculate state stress suggest summarise summarize surmise swear
  tease tell testify text theorize thunder tweet underline underscore urge vent venture volunteer vow warn whisper wonder write yell`;
const VERDICT = `
  accuse applaud assail attack bash blame blast blister brand call characterise characterize cite compare condemn criticise criticize
  decry deem defend denounce deride describe dismiss dub hail hype invoke knock label lambast lambaste liken mock paint portray praise
  quote rail rap refer ridicule rip slam term tout trumpet welcome`;
const STANCE = `
  aim believe consider doubt expect express favor favour fear feel hope intend know learn need oppose plan refuse seek speak think
  want wish worry`;
const IRREGULAR: Readonly<Record<string, readonly [past: string, present: string, participle: string]>> = {
  feel: ['felt', 'feels', 'feeling'],
  know: ['knew', 'knows', 'knowing'],
  read: ['read', 'reads', 'reading'],
  say: ['said', 'says', 'saying'],
  seek: ['sought', 'seeks', 'seeking'],
  sing: ['sang', 'sings', 'singing'],
  speak: ['spoke', 'speaks', 'speaking'],
  swear: ['swore', 'swears', 'swearing'],
  tell: ['told', 'tells', 'telling'],
  think: ['thought', 'thinks', 'thinking'],
  write: ['wrote', 'writes', 'writing'],
};

/** Past forms double the last consonant after a stressed short vowel. */
const DOUBLING = new Set('admit blog brag dub plan prod quip rap rip slam snap shrug'.split(' '));

function formsOf(lemma: string): readonly [past: string, present: string, participle: string] {
  const irregular = IRREGULAR[lemma];
  if (irregular !== undefined) return irregular;
  if (DOUBLING.has(lemma)) {
    const doubled = lemma + lemma.slice(-1);
    return [`${doubled}ed`, `${lemma}s`, `${doubled}ing`];
  }
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [`${stem}ied`, `${stem}ies`, `${lemma}ing`];
  }
  if (lemma.endsWith('e')) return [`${lemma}d`, `${lemma}s`, `${lemma.slice(0, -1)}ing`];
  return [`${lemma}ed`, /(?:s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ing`];
}

const FORMS = new Map<string, Reporting>();
for (const [kind, list] of [
  ['stance', STANCE],
  ['verdict', VERDICT],
  ['speech', SPEECH],
] as const) {
  for (const lemma of list.trim().split(/\s+/)) {
    const [past, present, participle] = formsOf(lemma);
    FORMS.set(lemma, { lemma, form: 'base', kind });
    FORMS.set(present, { lemma, form: 'present', kind });
    FORMS.set(participle, { lemma, form: 'participle', kind });
    FORMS.set(past, { lemma, form: 'past', kind });
  }
}

/** The verb of speech that a lower-case word is a form of, or null. */
export function reportingVerb(word: string): Reporting | null {
  return FORMS.get(word) ?? null;
}
