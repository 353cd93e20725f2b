import type { Token } from './tokens.ts';

/** Words for a share or number of what was named before. */
export const QUANTITY: ReadonlySet<string> = new Set(
  'half third quarter most some all both each neither none one many few several part much majority rest other others percent total'.split(
    ' ',
  ),
);

/** 0: it is so or was so; 1: it is planned, due or foreseen; 2: it may be, is hoped for or thought about. */
export type Mood = 0 | 1 | 2;

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
  /** Says who says it ("the firm said"). */
  readonly reporting: boolean;
};

const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose', 'that', 'where']);
const SUBORDINATE: ReadonlySet<string> = new Set(
  'because although though while whereas when if unless since as after before until once whether so'.split(' '),
);
const BREAK: ReadonlySet<string> = new Set([',', ';', ':', '—', '–', '(', ')', '-', '--', '.', '"', '“', '”']);
const NEGATION: ReadonlySet<string> = new Set(
  "not n't n’t no never neither nor none nobody nothing without cannot hardly barely nowhere".split(' '),
);
/** Verbs of saying, showing and thinking. */
export const REPORT: ReadonlySet<string> = new Set(
  'say tell report note add remark announce declare comment argue claim insist stress write state acknowledge admit show reveal indicate suggest find disclose announce warn explain confirm according predict estimate expect believe think forecast reckon'.split(
    ' ',
  ),
);
const SAYS: ReadonlySet<string> = new Set(
  'say tell argue claim insist state warn explain write remark comment declare announce'.split(' '),
);
const PLANNED: ReadonlySet<string> = new Set(
  'plan expect intend aim forecast project predict schedule slate set due likely agree anticipate promise pledge vow commit estimate prepare'.split(
    ' ',
  ),
);
const POSSIBLE: ReadonlySet<string> = new Set(
  'like may might could consider hope seek want propose wish try mull weigh explore possibly perhaps potentially'.split(
    ' ',
  ),
);
const POSSIBLY: ReadonlySet<string> = new Set(['may', 'might', 'could', 'possibly', 'perhaps', 'potentially']);
const FUTURE: ReadonlySet<string> = new Set(['will', 'shall', 'would', "'ll", '’ll', 'wo', 'should']);
const BE: ReadonlySet<string> = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'s", '’s', "'re", 'get']);
const PRONOUN: ReadonlySet<string> = new Set(
  'it they he she we i you this these those that its their his her our my'.split(' '),
);

const nominal = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN';
const verbal = ({ pos }: Pick<Token, 'pos'>): boolean => pos === 'VERB' || pos === 'AUX';

/** Is the word at `n` a verb of its clause, rather than part of a noun phrase ("operating profit", "the planned site")? */
function isVerb(tokens: readonly Token[], n: number): boolean {
  const token = tokens[n];
  if (token === undefined || !verbal(token)) return false;
  if (token.pos === 'AUX') return true;
  const before = tokens[n - 1];
  const after = tokens[n + 1];
  if (before?.low === 'than' || (before?.low === 'as' && token.low !== token.lemma)) return false;
  if (token.pos === 'VERB' && (before?.low === "'s" || before?.low === '’s')) return false;
  const closed =
    before !== undefined &&
    (before.pos === 'DET' ||
      before.pos === 'ADJ' ||
      before.low === "'s" ||
      before.low === '’s' ||
      before.pos === 'NUM');
  if (closed && after !== undefined && (nominal(after) || after.pos === 'ADJ')) return false;
  if (closed && before?.pos === 'DET' && !RELATIVE.has(before.low)) return false;
  const opens = before === undefined || before.pos === 'PUNCT' || before.pos === 'CCONJ' || before.pos === 'SCONJ';
  if (opens && token.low === token.lemma && after?.pos === 'NOUN') {
    const rest = tokens.slice(n + 2);
    const end = rest.findIndex(({ pos }) => pos === 'PUNCT');
    if (rest.slice(0, end < 0 ? rest.length : end).some((other) => verbal(other) && other.low !== other.lemma))
      return false;
  }
  const compound = before?.pos === 'NOUN' && tokens[n - 2]?.pos === 'DET' && token.low === token.lemma;
  if (compound && tokens.slice(0, n - 2).some(({ pos }) => verbal({ pos }))) return false;
  return true;
}

/** A run of tokens between two marks or joining words. */
type Segment = { readonly tokens: Token[]; readonly opens: string; readonly verbs: number[] };

function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment = { tokens: [], opens: '', verbs: [] };
  const open = (opens: string): void => {
    if (current.tokens.length > 0) segments.push(current);
    current = { tokens: [], opens, verbs: [] };
  };
  tokens.forEach((token, n) => {
    const next = tokens[n + 1];
    const hyphen = token.low === '-' && token.start === (tokens[n - 1]?.end ?? -1) && token.end === next?.start;
    if (BREAK.has(token.low) && !hyphen) {
      open(token.low);
      return;
    }
    const noun = n > 0 && nominal(tokens[n - 1] ?? token);
    const joins =
      (token.pos === 'CCONJ' && current.tokens.length > 0) ||
      (RELATIVE.has(token.low) && (noun || current.verbs.length > 0 || current.tokens.length === 0)) ||
      (SUBORDINATE.has(token.low) &&
        (token.pos === 'SCONJ' || token.pos === 'ADV' || token.pos === 'PRON' || token.low === 'because'));
    if (joins) {
      open(token.low);
      if (token.pos !== 'CCONJ') current.tokens.push(token);
      return;
    }
    if (isVerb(tokens, n)) {
      const last = current.verbs.at(-1);
      const previous = current.tokens.at(-1);
      const together =
        last !== undefined &&
        chained(current.tokens.slice(last + 1)) &&
        !(token.pos === 'AUX' && previous?.pos === 'VERB');
      const reported = last !== undefined && REPORT.has(current.tokens[last]?.lemma ?? '');
      if (last !== undefined && !together && previous !== undefined && reported) {
        const from = last + 1;
        const rest = current.tokens.splice(from);
        open('said');
        current.tokens.push(...rest);
      } else if (last !== undefined && !together && RELATIVE.has(current.opens) && finite(token)) {
        open('resumes');
      }
      current.verbs.push(current.tokens.length);
    }
    current.tokens.push(token);
  });
  open('');
  return segments;
}

/** Do only helpers stand between two verbs, so that they are one group? */
function chained(between: readonly Token[]): boolean {
  return (
    between.every(
      ({ pos, low }) =>
        pos === 'AUX' || pos === 'VERB' || pos === 'ADV' || pos === 'PART' || low === 'to' || NEGATION.has(low),
    ) || between.at(-1)?.low === 'to'
  );
}

function finite({ pos, low }: Token): boolean {
  return pos === 'AUX' || !low.endsWith('ing');
}

const TIMED =
  /^(?:(?:19|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*)$/;

/** The noun phrases of the tokens before the verb, a leading adverbial ("In October") left out where another follows. */
function subjectOf(before: readonly Token[]): Token[] {
  let from = 0;
  while (before[from]?.pos === 'ADV' || before[from]?.pos === 'SCONJ' || before[from]?.pos === 'CCONJ') from++;
  if (before[from]?.pos === 'ADP') {
    const next = before.findIndex(
      ({ pos, low }, n) => n > from + 1 && (pos === 'DET' || (pos === 'PRON' && PRONOUN.has(low))),
    );
    const timed = TIMED.test(before[from + 1]?.low ?? '') ? from + 2 : before.length;
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

/** The last noun of the first phrase and of those joined to it; a name with all its parts. */
function headsOf(subject: readonly Token[]): Token[] {
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
    else if (token.pos === 'ADP') break;
    else if (token.pos === 'CCONJ' || token.pos === 'DET') close();
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

function moodOf(tokens: readonly Token[], verbs: readonly Token[], governed: boolean): Mood {
  const due = tokens.some(
    ({ low, lemma }, n) =>
      (lemma === 'be' || BE.has(low)) && tokens[n + 1]?.low === 'to' && tokens[n + 2]?.pos === 'VERB',
  );
  const infinitive = tokens.some(({ low }, n) => low === 'to' && verbal(tokens[n + 1] ?? { pos: '' }));
  if (tokens.some(({ low, pos }) => POSSIBLY.has(low) && pos !== 'PROPN' && pos !== 'NOUN')) return 2;
  if (infinitive && verbs.slice(0, -1).some(({ lemma }) => POSSIBLE.has(lemma))) return 2;
  if (tokens.some(({ low, pos }) => FUTURE.has(low) && pos === 'AUX')) return 1;
  if (governed || due) return 1;
  if (infinitive && tokens.some(({ lemma, low }) => PLANNED.has(lemma) || PLANNED.has(low))) return 1;
  return 0;
}

type Group = {
  readonly tokens: Token[];
  readonly before: Token[];
  readonly opens: string;
  readonly verbs: Token[];
  readonly after: Token[];
  /** What a relative pronoun at its head stands for. */
  readonly antecedent: readonly Token[];
};

/** The nouns nearest before a relative pronoun: those after the verb, else those of the whole clause so far. */
function antecedentIn(group: Group | undefined): readonly Token[] {
  const objects = group?.after.filter(nominal) ?? [];
  return (objects.length > 0 ? objects : (group?.tokens.filter(nominal) ?? [])).slice(-6);
}

/** Segments without a verb joined to those they belong to, and what a relative clause interrupts made whole again. */
function groupsOf(segments: readonly Segment[]): Group[] {
  const groups: Group[] = [];
  let pending: Group | null = null;
  for (const { tokens, opens, verbs } of segments) {
    const first = verbs[0];
    const last = groups.at(-1);
    if (first === undefined) {
      if (pending === null && last !== undefined && !RELATIVE.has(opens)) {
        last.tokens.push(...tokens);
        last.after.push(...tokens);
      } else if (pending === null)
        pending = { tokens: [...tokens], before: [...tokens], opens, verbs: [], after: [], antecedent: [] };
      else {
        pending.tokens.push(...tokens);
        pending.before.push(...tokens);
      }
      continue;
    }
    const found = verbs.flatMap((n) => tokens[n] ?? []);
    if (pending !== null && RELATIVE.has(opens)) {
      groups.push(pending);
      pending = null;
    }
    const enclosing = groups.at(-2);
    const resumed =
      enclosing !== undefined && last !== undefined && RELATIVE.has(last.opens) && first === 0 && opens !== 'and';
    if (pending === null && resumed && (opens === 'resumes' || enclosing.verbs.length === 0)) {
      enclosing.tokens.push(...tokens);
      enclosing.verbs.push(...found);
      enclosing.after.push(...tokens.slice(first + 1));
      continue;
    }
    groups.push({
      tokens: [...(pending?.tokens ?? []), ...tokens],
      before: [...(pending?.before[0]?.pos === 'ADP' ? [] : (pending?.before ?? [])), ...tokens.slice(0, first)],
      opens: pending?.opens ?? opens,
      verbs: found,
      after: tokens.slice(first + 1),
      antecedent: antecedentIn(groups.at(-1)),
    });
    pending = null;
  }
  if (pending !== null) groups.push(pending);
  return groups;
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

function build(groups: readonly Group[]): Clause[] {
  const clauses: Clause[] = [];
  groups.forEach((group, n) => {
    const main = group.verbs.filter(({ pos }) => pos === 'VERB');
    const verbs = main.length > 0 ? main : group.verbs;
    const reporting = verbs.some((verb) => SAYS.has(verb.lemma) || (REPORT.has(verb.lemma) && !hasObject(group.after)));
    const own = subjectOf(group.before.filter(({ low }) => !RELATIVE.has(low) && !SUBORDINATE.has(low)));
    const previous = clauses.at(-1);
    const enclosing = clauses.at(-2);
    let subject = own;
    if (!own.some((token) => nominal(token) || PRONOUN.has(token.low) || QUANTITY.has(token.low))) {
      if (reporting && group.opens !== 'and' && group.after.some(nominal))
        subject = group.after.filter((token) => nominal(token) || token.pos === 'PRON').slice(0, 6);
      else if (RELATIVE.has(group.opens)) {
        subject = [...group.antecedent];
      } else if (group.opens === 'resumes' || (enclosing !== undefined && RELATIVE.has(groups[n - 1]?.opens ?? '')))
        subject = [...((enclosing ?? previous)?.subject ?? [])];
      else subject = [...(previous?.subject ?? [])];
    }
    const be = group.tokens.findIndex(({ low, lemma, pos }) => pos === 'AUX' && (BE.has(low) || BE.has(lemma)));
    const lastVerb = verbs.at(-1);
    const participle =
      lastVerb !== undefined &&
      lastVerb.pos === 'VERB' &&
      lastVerb.low !== lastVerb.lemma &&
      !lastVerb.low.endsWith('ing') &&
      !lastVerb.low.endsWith('s');
    const by = group.tokens.findIndex(({ low }, at) => low === 'by' && at > 0);
    const agent =
      by > 0
        ? group.tokens
            .slice(by + 1)
            .filter(nominal)
            .slice(0, 6)
        : [];
    const forecasting =
      previous?.verbs.some(({ lemma }) =>
        ['expect', 'predict', 'forecast', 'estimate', 'plan', 'hope'].includes(lemma),
      ) === true && group.opens === 'said';
    clauses.push({
      tokens: group.tokens,
      subject,
      heads: headsOf(subject).length > 0 ? headsOf(subject) : subject.filter(nominal),
      verbs,
      agent,
      passive: participle && (be >= 0 || (by > 0 && !group.tokens.some(({ pos }) => pos === 'AUX'))),
      negations: group.tokens.filter(({ low }) => NEGATION.has(low)).length,
      mood: moodOf(group.tokens, group.verbs, forecasting),
      reporting,
    });
  });
  const [first, second] = clauses;
  if (first !== undefined && first.subject.length === 0 && second !== undefined) {
    return [{ ...first, subject: second.subject, heads: second.heads }, ...clauses.slice(1)];
  }
  return clauses;
}
