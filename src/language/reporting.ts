/** How a form of a verb of speech stands in its clause: `said`, `says`, `say`, `saying`. */
export type ReportingForm = 'past' | 'present' | 'base' | 'participle';

/**
 * Verbs whose subject speaks or writes, by how firmly they say so: `speech` takes a whole quotation ("X said"), `verdict` a
 * fragment ("X called it"), and `stance` is speech only where a quotation hangs on it ("X hopes").
 */
export type ReportingKind = 'speech' | 'verdict' | 'stance';
export type Reporting = { readonly lemma: string; readonly form: ReportingForm; readonly kind: ReportingKind };

const SPEECH = `
  acknowledge add admit advise advocate affirm agree allege announce answer argue ask assert assure attest boast cable caution
  chant chide claim clarify comment complain concede conclude concur confess confide confirm contend continue counter cry declare
  demand deny disclose echo email elaborate emphasize emphasise exclaim explain expound fume gripe grumble gush insist interject
  joke lament maintain mention mumble murmur muse mutter note object observe offer opine plead pledge post predict preach proclaim
  promise protest quip rant reaffirm reason reassure recall recite reckon recommend recount reflect reiterate relate remark
  remember remind repeat reply report respond retort reveal sa scoff scream shout shrug sigh signal sneer snap speculate state
  stress suggest summarize summarise surmise swear tease testify question text thunder tweet urge volunteer vow warn whisper wonder yell
  chime charge react retaliate bemoan enthuse implore beg bark marvel posit venture caution theorize prod interrupt instruct sum underscore
  underline highlight vent brag pray profess crow sing commend lecture intone deadpan bellow holler blog caption message`;
const IRREGULAR: Readonly<Record<string, readonly [past: string, present: string, participle: string]>> = {
  say: ['said', 'says', 'saying'],
  tell: ['told', 'tells', 'telling'],
  write: ['wrote', 'writes', 'writing'],
  swear: ['swore', 'swears', 'swearing'],
  speak: ['spoke', 'speaks', 'speaking'],
  read: ['read', 'reads', 'reading'],
  sing: ['sang', 'sings', 'singing'],
  think: ['thought', 'thinks', 'thinking'],
  feel: ['felt', 'feels', 'feeling'],
  hold: ['held', 'holds', 'holding'],
};
const VERDICT = `
  accuse applaud attack blame blast brand call characterize characterise cite condemn criticize criticise decry denounce deride
  describe dismiss dub hail invoke label lambast lambaste liken mock praise quote rail refer ridicule slam
  term tout trumpet welcome deem hype paint portray defend declare rip blister assail bash knock compare rap`;
const STANCE = `believe expect fear feel hope see think want wish worry consider favor favour oppose need seek learn intend plan know
  doubt call aim refuse express speak address open begin start go`;

/** Past forms double the last consonant after a stressed short vowel. */
const DOUBLING = new Set('admit blog brag chat dub plan quip rap rip snap slam shrug sum tag'.split(' '));
const NOT_VERBS = new Set(['sa', 'see', 'go', 'begin']);

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
  ['speech', `${SPEECH} say tell write read`],
] as const) {
  for (const lemma of list.trim().split(/\s+/)) {
    if (NOT_VERBS.has(lemma)) continue;
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
