import { isCalendar, isShortMonth } from '../../language/calendar.ts';
import { isUnchanged } from '../../reading/lemma.ts';
import { type Group, groupsOf } from './groups.ts';
import { governedBy, type Mood, moodOf } from './mood.ts';
import { BE, NEGATION, nominal, RELATIVE, REPORT, SUBORDINATE, segmentsOf, verbal } from './segments.ts';
import type { Token } from './tokens.ts';

/** "have yet to approve": not done so far. */
const isYetTo = (tokens: readonly Token[], n: number): boolean =>
  tokens[n]?.low === 'yet' && tokens[n + 1]?.low === 'to';

/** Words for a share or number of what was named before. */
export const QUANTITY: ReadonlySet<string> = new Set(
  'half third quarter most some all both each neither none every one many few several part much majority rest other others percent total'.split(
    ' ',
  ),
);

/** A predicate with what belongs to it, as far as word order and word classes tell. */
export type Clause = {
  readonly tokens: readonly Token[];
  /** The noun phrases before the verb, those of a clause that this one continues included. */
  readonly subject: readonly Token[];
  /** The nouns that the subject is about: the last of each phrase, names in full. */
  readonly heads: readonly Token[];
  /** The verbs, the main one last. */
  readonly verbs: readonly Token[];
  /** The phrase after "by" of a passive. */
  readonly agent: readonly Token[];
  readonly passive: boolean;
  readonly negations: number;
  readonly mood: Mood;
  /** The same by the verb that it depends on ("fears that"). */
  readonly governed: Mood;
  /** Says who says it ("the firm said"). */
  readonly reporting: boolean;
};

const SAYS: ReadonlySet<string> = new Set(
  'say tell argue claim insist state warn explain write remark comment declare announce'.split(' '),
);
export const PRONOUN: ReadonlySet<string> = new Set(
  'it they he she we i you this these those that its their his her our my'.split(' '),
);

const isTimed = (low: string): boolean => /^(?:19|20)\d\d$/.test(low) || isCalendar(low) || isShortMonth(low);

/** The noun phrases of the tokens before the verb, a leading adverbial ("In October") left out where another follows. */
function subjectOf(before: readonly Token[]): Token[] {
  let from = 0;
  while (before[from]?.pos === 'ADV' || before[from]?.pos === 'SCONJ' || before[from]?.pos === 'CCONJ') from++;
  if (before[from]?.pos === 'ADP') {
    const next = before.findIndex(
      ({ pos, low }, n) => n > from + 1 && (pos === 'DET' || (pos === 'PRON' && PRONOUN.has(low))),
    );
    const timed = isTimed(before[from + 1]?.low ?? '') ? from + 2 : before.length;
    from = next < 0 ? timed : next;
  }
  return before
    .slice(from)
    .filter(
      (token) =>
        nominal(token) ||
        token.pos === 'ADJ' ||
        token.pos === 'PRON' ||
        token.pos === 'NUM' ||
        token.pos === 'DET' ||
        token.pos === 'ADP' ||
        token.pos === 'CCONJ' ||
        token.pos === 'VERB' ||
        token.pos === 'PART' ||
        token.low === '-',
    );
}

/** The last noun of the first phrase and of those joined to it, of all phrases of an antecedent; a name with all its parts. */
function headsOf(subject: readonly Token[], antecedent = false): Token[] {
  const heads: Token[] = [];
  let run: Token[] = [];
  const close = (): void => {
    const last = run.at(-1);
    if (last !== undefined) heads.push(...(last.pos === 'PROPN' ? run.filter(({ pos }) => pos === 'PROPN') : [last]));
    run = [];
  };
  for (const token of subject) {
    if (nominal(token)) run.push(token);
    else if (token.low === "'s" || token.low === '’s' || token.low === "'" || token.low === '’') run = [];
    else if (token.pos === 'ADP' && !antecedent) break;
    else if (token.pos === 'CCONJ' || token.pos === 'DET' || token.pos === 'ADP') close();
    else if (
      token.pos === 'PRON' &&
      run.length === 0 &&
      PRONOUN.has(token.low) &&
      !['its', 'their', 'his', 'her', 'our', 'my'].includes(token.low)
    ) {
      heads.push(token);
    }
  }
  close();
  return heads;
}

/** The clauses of a sentence, in the order of their verbs; a sentence without a verb is one clause. */
export function clausesOf(sentence: readonly Token[]): Clause[] {
  return build(groupsOf(segmentsOf(sentence)));
}

/** Does a noun phrase follow at once, so that the verb does something rather than report it ("added sites")? */
function hasObject(after: readonly Token[]): boolean {
  const from = after.findIndex((token) => !verbal(token) && token.pos !== 'PART' && token.pos !== 'ADV');
  for (const token of from < 0 ? [] : after.slice(from, from + 4)) {
    if (token.pos === 'ADP' || token.pos === 'SCONJ' || token.low === 'that' || verbal(token)) return false;
    if (token.pos === 'NOUN' || token.pos === 'NUM') return true;
  }
  return false;
}

/** The nouns of the phrase after "by". */
function agentAfter(tokens: readonly Token[]): Token[] {
  const end = tokens.findIndex(({ pos }, n) => n > 0 && (pos === 'ADP' || verbal({ pos })));
  return (end < 0 ? tokens : tokens.slice(0, end)).filter(nominal).slice(0, 6);
}

/** "will begin in May and end in June": the mood of the verb before, for one that has nothing but its base form. */
function shared({ opens, before, verbs }: Group, previous: Clause | undefined): Mood | null {
  const [first] = verbs;
  const isBare = /^(?:and|or|but)$/.test(opens) && first?.pos === 'VERB' && first.low === first.lemma;
  return isBare && previous !== undefined && previous.mood > 0 && !before.some(nominal) ? previous.mood : null;
}

function build(groups: readonly Group[]): Clause[] {
  const clauses: Clause[] = [];
  groups.forEach((group, n) => {
    const main = group.verbs.filter(({ pos }) => pos === 'VERB');
    const verbs = main.length > 0 ? main : group.verbs;
    const reporting = verbs.some((verb) => SAYS.has(verb.lemma) || (REPORT.has(verb.lemma) && !hasObject(group.after)));
    const own = subjectOf(group.before.filter(({ low }) => !RELATIVE.has(low) && !SUBORDINATE.has(low)));
    const previous = clauses.at(-1);
    const enclosing = clauses.at(-2);
    const resumes = group.opens === 'resumes' || RELATIVE.has(groups[n - 1]?.opens ?? '');
    const carrier = resumes ? (enclosing ?? previous) : previous;
    let subject = own;
    let antecedent = false;
    if (group.opens === 'gerund') subject = [];
    else if (!own.some((token) => nominal(token) || PRONOUN.has(token.low) || QUANTITY.has(token.low))) {
      if (reporting && group.opens !== 'and' && group.after.some(nominal))
        subject = group.after.filter((token) => nominal(token) || token.pos === 'PRON').slice(0, 6);
      else if (RELATIVE.has(group.opens)) {
        subject = [...group.antecedent];
        antecedent = true;
      } else subject = [...(carrier?.subject ?? [])];
    }
    const be = group.tokens.findIndex(({ low, lemma, pos }) => pos === 'AUX' && (BE.has(low) || BE.has(lemma)));
    const lastVerb = verbs.at(-1);
    const participle =
      lastVerb !== undefined &&
      lastVerb.pos === 'VERB' &&
      (lastVerb.low !== lastVerb.lemma || (isUnchanged(lastVerb.low) && be >= 0)) &&
      !lastVerb.low.endsWith('ing') &&
      !lastVerb.low.endsWith('s');
    const last = lastVerb === undefined ? 0 : group.tokens.indexOf(lastVerb);
    const by = group.tokens.findIndex(({ low }, at) => low === 'by' && at > last);
    const agent = by > 0 ? agentAfter(group.tokens.slice(by + 1)) : [];
    const governor = group.opens === 'said' || group.opens === 'that' ? previous?.verbs.at(-1) : undefined;
    const direct = governor !== undefined && previous?.tokens.at(-1) === governor;
    const heads = headsOf(subject, antecedent);
    clauses.push({
      tokens: group.tokens,
      subject,
      heads: heads.length > 0 ? heads : subject.filter(nominal),
      verbs,
      agent,
      passive: participle && (be >= 0 || (by > 0 && !group.tokens.some(({ pos }) => pos === 'AUX'))),
      negations: group.tokens.filter((token, n) => NEGATION.has(token.low) || isYetTo(group.tokens, n)).length,
      mood: shared(group, carrier) ?? moodOf(group.tokens, group.verbs),
      governed: group.opens === 'whether' ? 2 : direct ? governedBy(governor) : 0,
      reporting,
    });
  });
  const [first, second] = clauses;
  if (first !== undefined && first.subject.length === 0 && second !== undefined) {
    return [{ ...first, subject: second.subject, heads: second.heads }, ...clauses.slice(1)];
  }
  return clauses;
}
