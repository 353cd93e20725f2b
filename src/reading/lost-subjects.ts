import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Draft, Drafts } from './drafts.ts';
import { FALSE_SUBJECTS, type Rule } from './false-subjects.ts';

/** What may open a clause as well as a phrase. */
const OPENS = /^(?:as|after|before|since|until|till|than)$/;
const FINITE = /^(?:VB[DPZ]|MD)$/;
const PRONOUN = /^(?:WDT|WP|WP\$|WRB)$/;
const RELATIVE = { relation: 'nsubj', class: 'PRON', tag: 'WDT' } as const;
const OPENING = { relation: 'mark', class: 'SCONJ' } as const;

const isThat = (word: Draft | undefined): boolean => word?.text.toLowerCase() === 'that';

const isFiniteVerb = ({ words, under }: Drafts, verb: number): boolean =>
  FINITE.test(words[verb]?.tag ?? '') || under(verb, 'aux', 'cop').some((k) => FINITE.test(words[k]?.tag ?? ''));

/** "a startup that secured $250 million" has an object, and a participle that is passive has none. */
function isTold(drafts: Drafts, verb: number): boolean {
  const { words, under } = drafts;
  const { relation = '', tag = '' } = words[verb] ?? {};
  const isDone = relation === 'acl' && /^VB[DN]$/.test(tag) && under(verb, 'aux').length === 0;
  return isFiniteVerb(drafts, verb) || (isDone && under(verb, 'obj').length > 0);
}

/** The first word of a verb with its auxiliaries. */
const startOf = ({ under }: Drafts, verb: number): number => Math.min(verb, ...under(verb, 'aux', 'cop', 'advmod'));

/** The preposition of a phrase that may as well open a clause. */
const openerOf = ({ words, under }: Drafts, noun: number): Draft | undefined =>
  words[under(noun, 'case').find((k) => OPENS.test(words[k]?.lemma ?? '')) ?? -1];

function toSubject({ words, under }: Drafts, noun: Draft, verb: number): void {
  Object.assign(noun, { head: verb, relation: under(verb, 'aux:pass').length > 0 ? 'nsubj:pass' : 'nsubj' });
  const own = words[verb];
  if (own?.tag === 'VBN' && under(verb, 'aux').length === 0) own.tag = 'VBD';
}

/** Hangs what joins a noun to what stands before on a verb. */
function joinBy({ words, under }: Drafts, noun: number, verb: number): void {
  for (const k of under(noun, 'cc')) Object.assign(words[k] ?? {}, { head: verb });
}

function fromWithin(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const word = words[n];
  const [brought] = under(n, 'case');
  if (word === undefined || brought === undefined || brought > n || n > word.head) return false;
  const at = words.findLastIndex(
    ({ class: kind, relation }, k) =>
      k < brought && k >= brought - 3 && /^(?:NOUN|PROPN)$/.test(kind) && /^(?:obl|nmod)/.test(relation),
  );
  const [whole, opener, verb] = [words[at], openerOf(drafts, at), word.head];
  if (whole === undefined || opener === undefined || under(verb, 'nsubj').length !== 1) return false;
  Object.assign(words[verb] ?? {}, { head: whole.head, relation: 'advcl' });
  Object.assign(opener, { head: verb, ...OPENING });
  toSubject(drafts, whole, verb);
  Object.assign(word, { head: at, relation: 'nmod' });
  return true;
}

function fromPhrase(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const { head = -1, tag = '' } = words[n] ?? {};
  const isPast = tag === 'VBN' && under(n, 'obj').length > 0;
  if (!(FINITE.test(tag) || isPast) || under(n, 'mark', 'aux').length > 0) return false;
  const at = under(head, 'obl').findLast((k) => k < n) ?? -1;
  const [noun, opener] = [words[at], openerOf(drafts, at)];
  const isBeside = words.slice(at + 1, n).every(({ class: kind }) => /^(?:ADP|ADJ|NOUN|PROPN|DET|NUM)$/.test(kind));
  if (noun === undefined || opener === undefined || !isBeside) return false;
  Object.assign(opener, { head: n, ...OPENING });
  toSubject(drafts, noun, n);
  return true;
}

function ofInfinitive({ words, under }: Drafts, n: number): boolean {
  const word = words[n];
  if (word === undefined || !/^VBP?$/.test(word.tag) || under(n, 'aux', 'mark').length > 0) return false;
  const infinitive = under(word.head, 'xcomp').findLast((k) => k < n && under(k, 'mark').length > 0);
  const isThird = [word.head, ...under(word.head, 'aux')].some((k) => /^VB[DZ]$/.test(words[k]?.tag ?? ''));
  if (infinitive === undefined || !isThird) return false;
  word.head = infinitive;
  return true;
}

function ofThat(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const { head = -1 } = words[n] ?? {};
  const opened = words[under(n, 'mark').find((k) => isThat(words[k]) && k < head) ?? -1];
  if (words[head]?.relation !== 'acl:relcl' || opened === undefined || !isTold(drafts, n)) return false;
  Object.assign(opened, RELATIVE);
  return true;
}

function ofWhatIsExpected(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const word = words[n];
  if (word === undefined || !isTold(drafts, n)) return false;
  const expects = (k: number): boolean => STANCE_OF_VERB.has(words[k]?.lemma ?? '') && under(k, 'nsubj').length > 0;
  const taken = under(n, 'aux').find(expects);
  const at = taken ?? startOf(drafts, n) - 1;
  const frame = words[at];
  const isBeside = frame?.head === word.head && frame.relation === 'acl:relcl' && expects(at);
  if (frame === undefined || (taken === undefined && !isBeside)) return false;
  const that = under(n, 'mark').find((k) => isThat(words[k]) && k < at);
  if (that !== undefined) Object.assign(words[that] ?? {}, RELATIVE);
  Object.assign(frame, { head: word.head, relation: 'acl:relcl', class: 'VERB' });
  Object.assign(word, { head: at, relation: 'ccomp' });
  return true;
}

function ofJoinedNoun(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const [word, noun] = [words[n], words[words[n]?.head ?? -1]];
  if (word === undefined || noun === undefined || word.head >= startOf(drafts, n) || !isTold(drafts, n)) return false;
  if (!/^(?:conj|parataxis)/.test(noun.relation) || words[noun.head]?.class !== 'VERB') return false;
  const isParted = words
    .slice(word.head + 1, n)
    .some((each) => PRONOUN.test(each.tag) || each.class === 'PUNCT' || isThat(each));
  if (isParted || under(word.head, 'case').length > 0) return false;
  joinBy(drafts, word.head, n);
  Object.assign(word, { head: noun.head, relation: noun.relation });
  toSubject(drafts, noun, n);
  return true;
}

function ofLastNoun(drafts: Drafts, n: number): boolean {
  const { words, under } = drafts;
  const at = startOf(drafts, n) - 1;
  const last = words[at];
  if (last?.relation !== 'conj' || last.head >= at || last.head === n || !isTold(drafts, n)) return false;
  const isJoined = under(n, 'cc').length === 0 && under(at, 'cc').length > 0;
  if (!isJoined || at + 1 >= n || !/^(?:NOUN|PROPN|NUM|SYM)$/.test(last.class)) return false;
  joinBy(drafts, at, n);
  toSubject(drafts, last, n);
  return true;
}

/** Of a verb that has no subject. */
const ofVerb =
  (mends: Rule['mends']): Rule['mends'] =>
  (drafts, n) =>
    drafts.words[n]?.class === 'VERB' && drafts.under(n, 'nsubj', 'csubj', 'expl').length === 0 && mends(drafts, n);

/** What a preposition brings is nobody's subject, a relative clause has a pronoun or a subject of its own, and what joins two verbs stands before the second. */
export const RULES: readonly Rule[] = [
  ...FALSE_SUBJECTS,
  {
    name: 'what is of a noun does nothing in its place',
    relation: /^nsubj/,
    mends: fromWithin,
    examples: { 'Holm opened the mill after orders from builders doubled.': 'orders nsubj doubled' },
    not: { 'The maker of pumps in Lund doubled its output.': 'maker nsubj doubled' },
  },
  {
    name: 'what "as" brings right before a verb does what that tells',
    relation: /^advcl$/,
    mends: ofVerb(fromPhrase),
    examples: {
      'Holm shut its mill in Lund as costs in Sweden doubled.': 'costs nsubj doubled',
      'The deal comes as funding for startups reached $270 billion in a year.': 'funding nsubj reached',
    },
    not: { 'The talks began after a year of losses that hurt Holm.': 'year obl began' },
  },
  {
    name: 'a base form goes on with an infinitive, and never with "is"',
    relation: /^conj$/,
    mends: ofVerb(ofInfinitive),
    examples: { 'Demand is expected to rise to 5% this year and surpass 10% by 2030.': 'surpass conj rise' },
    not: { 'Output rose to 9 tons and doubled within a year.': 'doubled conj rose' },
  },
  {
    name: '"that" is what a verb within tells of, and opens no clause there',
    relation: /^ccomp$/,
    mends: ofVerb(ofThat),
    examples: {
      'Veldt plans a mill that it believes will employ 300 people.': 'that nsubj employ',
      'The fund backed a mill that its owners hope will open in May.': 'that nsubj open',
    },
    not: { 'Holm said that a mill which it owns will open in May.': 'mill nsubj open' },
  },
  {
    name: 'what somebody expects of a noun is told within what they expect',
    relation: /^acl:relcl$/,
    mends: ofVerb(ofWhatIsExpected),
    examples: {
      'Holm leased land for a campus that it expects will support 85 megawatts.': 'support ccomp expects',
      'The first hall, which Holm expects will open in May, draws 40 megawatts.': 'open ccomp expects',
    },
    not: { 'Holm makes a pump that lasts 20 years.': 'lasts acl:relcl pump' },
  },
  {
    name: 'behind "and", no pronoun makes a verb tell of its noun by the way',
    relation: /^acl/,
    mends: ofVerb(ofJoinedNoun),
    examples: {
      'In May Halden raised $500 million, and startup Calder brought in $250 million.': 'startup nsubj brought',
    },
    not: {
      'Holm runs two mills and a quarry supplied by rail.': 'supplied acl quarry',
      'Holm runs two mills and a quarry that feeds them.': 'feeds acl:relcl quarry',
    },
  },
  {
    name: 'the one "and" stands before what is told last',
    relation: /^conj$/,
    mends: ofVerb(ofLastNoun),
    examples: { 'The council approved 29 tariffs and 77 are pending.': '77 nsubj pending' },
    not: { 'Holm shipped pumps and valves and 12 were returned.': 'valves conj pumps' },
  },
];

/** Gives finite verbs the subject, and the verb that they go on with, which the network hung elsewhere. */
export function mendLostSubjects(drafts: Drafts): void {
  for (const [n, word] of drafts.words.entries()) {
    if (drafts.words[word.head] === undefined) continue;
    RULES.find(({ relation, mends }) => relation.test(word.relation) && mends(drafts, n));
  }
}
