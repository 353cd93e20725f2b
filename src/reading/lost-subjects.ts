import { STANCE_OF_VERB } from './clauses/stance.ts';
import type { Draft, Drafts } from './drafts.ts';

/** What may open a clause as well as a phrase. */
const OPENS = /^(?:as|after|before|since|until|till|than)$/;
const FINITE = /^(?:VB[DPZ]|MD)$/;
const PRONOUN = /^(?:WDT|WP|WP\$|WRB)$/;

const isFiniteVerb = ({ words, under }: Drafts, verb: number): boolean =>
  FINITE.test(words[verb]?.tag ?? '') || under(verb, 'aux', 'cop').some((k) => FINITE.test(words[k]?.tag ?? ''));

const hasSubject = ({ under }: Drafts, verb: number): boolean => under(verb, 'nsubj', 'csubj', 'expl').length > 0;

/** The first word of a verb with its auxiliaries. */
const startOf = ({ under }: Drafts, verb: number): number => Math.min(verb, ...under(verb, 'aux', 'cop', 'advmod'));

function toSubject({ words, under }: Drafts, word: Draft, verb: number): void {
  Object.assign(word, { head: verb, relation: under(verb, 'aux:pass').length > 0 ? 'nsubj:pass' : 'nsubj' });
  const own = words[verb];
  if (own?.tag === 'VBN' && under(verb, 'aux').length === 0) own.tag = 'VBD';
}

/** "a campus that the firm expects will support 85 megawatts": what the firm expects, of the campus. */
function reframe({ words, under }: Drafts, n: number, start: number): boolean {
  const word = words[n];
  const governor = words[word?.head ?? -1];
  const opened = under(n, 'mark').find((k) => words[k]?.text.toLowerCase() === 'that' && k < (word?.head ?? -1));
  if (word?.relation === 'ccomp' && governor?.relation === 'acl:relcl' && opened !== undefined) {
    Object.assign(words[opened] ?? {}, { relation: 'nsubj', class: 'PRON', tag: 'WDT' });
    return true;
  }
  const taken = under(n, 'aux').find((k) => STANCE_OF_VERB.has(words[k]?.lemma ?? '') && under(k, 'nsubj').length > 0);
  const at = taken ?? start - 1;
  const frame = words[at];
  if (word === undefined || word.relation === 'ccomp' || frame === undefined || !STANCE_OF_VERB.has(frame.lemma))
    return false;
  const beside = frame.head === word.head && frame.relation === 'acl:relcl' && under(at, 'nsubj').length > 0;
  if (taken === undefined && !beside) return false;
  const that = under(n, 'mark').find((k) => words[k]?.text.toLowerCase() === 'that' && k < at);
  if (that !== undefined) Object.assign(words[that] ?? {}, { relation: 'nsubj', class: 'PRON', tag: 'WDT' });
  Object.assign(frame, { head: word.head, relation: 'acl:relcl', class: 'VERB' });
  Object.assign(word, { head: at, relation: 'ccomp' });
  return true;
}

/**
 * Gives finite verbs the subject, and the verb that they go on with, which the network hung elsewhere, by rules of English: what a preposition brings
 * is nobody's subject, a relative clause has a pronoun or a subject of its own, what joins two verbs stands before the second of them, and a
 * base form goes on with an infinitive.
 */
export function mendLostSubjects(drafts: Drafts): void {
  const { words, under } = drafts;
  words.forEach((word, n) => {
    const governor = words[word.head];
    if (governor === undefined) return;
    // "as funding for startups reached $270 billion": it is the funding that reached.
    const [brought] = under(n, 'case');
    if (/^nsubj/.test(word.relation) && brought !== undefined && brought < n && n < word.head) {
      const opened = words.findLastIndex(
        ({ class: kind, relation }, k) =>
          k < brought && /^(?:NOUN|PROPN)$/.test(kind) && /^(?:obl|nmod)/.test(relation) && k >= brought - 3,
      );
      const opener = under(opened, 'case').find((k) => OPENS.test(words[k]?.lemma ?? ''));
      const whole = words[opened];
      if (whole !== undefined && opener !== undefined && under(word.head, 'nsubj').length === 1) {
        const verb = word.head;
        Object.assign(governor, { head: whole.head, relation: 'advcl' });
        Object.assign(words[opener] ?? {}, { head: verb, relation: 'mark', class: 'SCONJ' });
        toSubject(drafts, whole, verb);
        Object.assign(word, { head: opened, relation: 'nmod' });
      }
      return;
    }
    if (word.class !== 'VERB' || hasSubject(drafts, n)) return;
    // "as lending for cold stores reached $14 billion": what "as" brings right before a verb does what that tells.
    const isPast = word.tag === 'VBN' && under(n, 'obj').length > 0;
    if (word.relation === 'advcl' && (FINITE.test(word.tag) || isPast) && under(n, 'mark', 'aux').length === 0) {
      const before = under(word.head, 'obl').findLast((k) => k < n);
      const opener = under(before ?? -1, 'case').find((k) => OPENS.test(words[k]?.lemma ?? ''));
      const noun = words[before ?? -1];
      const beside = words
        .slice((before ?? n) + 1, n)
        .every(({ class: kind }) => /^(?:ADP|ADJ|NOUN|PROPN|DET|NUM)$/.test(kind));
      if (noun !== undefined && opener !== undefined && beside) {
        Object.assign(words[opener] ?? {}, { head: n, relation: 'mark', class: 'SCONJ' });
        toSubject(drafts, noun, n);
        return;
      }
    }
    // "is estimated to rise to 5% and surpass 10%": a base form goes on with an infinitive, and never with "is".
    if (word.relation === 'conj' && /^VBP?$/.test(word.tag) && under(n, 'aux', 'mark').length === 0) {
      const infinitive = under(word.head, 'xcomp').findLast((k) => k < n && under(k, 'mark').length > 0);
      const third = [word.head, ...under(word.head, 'aux', 'aux:pass')].some(
        (k) => words[k]?.tag === 'VBZ' || words[k]?.tag === 'VBD',
      );
      if (infinitive !== undefined && third) word.head = infinitive;
      return;
    }
    // "a startup that secured $250 million" has an object, and a participle that is passive has none.
    const isDone = word.relation === 'acl' && /^VB[DN]$/.test(word.tag) && under(n, 'aux').length === 0;
    if (!isFiniteVerb(drafts, n) && !(isDone && under(n, 'obj').length > 0)) return;
    const start = startOf(drafts, n);
    if (/^(?:acl:relcl|ccomp)$/.test(word.relation) && reframe(drafts, n, start)) return;
    // "and startup Axelera brought in $250 million": no pronoun makes this tell of the startup by the way.
    if (/^acl/.test(word.relation) && word.head < start && /^(?:conj|parataxis)/.test(governor.relation)) {
      const between = words.slice(word.head + 1, n);
      const above = words[governor.head];
      if (above?.class !== 'VERB' || under(word.head, 'case').length > 0) return;
      if (between.some(({ tag, class: kind, text }) => PRONOUN.test(tag) || kind === 'PUNCT' || /^that$/i.test(text)))
        return;
      const noun = word.head;
      Object.assign(word, { head: governor.head, relation: governor.relation });
      for (const k of under(noun, 'cc')) Object.assign(words[k] ?? {}, { head: n });
      toSubject(drafts, governor, n);
      return;
    }
    // "approved 29 tariffs and 77 are pending": the one "and" stands before what is pending.
    const last = words[start - 1];
    if (
      word.relation === 'conj' &&
      last?.relation === 'conj' &&
      last.head < start - 1 &&
      last.head !== n &&
      /^(?:NOUN|PROPN|NUM|SYM)$/.test(last.class) &&
      under(n, 'cc').length === 0 &&
      under(start - 1, 'cc').length > 0 &&
      start < n
    ) {
      for (const k of under(start - 1, 'cc')) Object.assign(words[k] ?? {}, { head: n });
      toSubject(drafts, last, n);
    }
  });
}
