import type { Token } from './tokens.ts';

export const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose', 'that', 'where']);
export const SUBORDINATE: ReadonlySet<string> = new Set(
  'because although though while whereas when if unless since as after before until once whether so'.split(' '),
);
const BREAK: ReadonlySet<string> = new Set([',', ';', ':', '—', '–', '(', ')', '-', '--', '.', '"', '“', '”']);
export const BE: ReadonlySet<string> = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  '’s',
  "'re",
  'get',
]);

/** Words that deny. */
export const NEGATION: ReadonlySet<string> = new Set(
  "not n't n’t no never neither nor none nobody nothing without cannot hardly barely nowhere".split(' '),
);
/** Verbs of saying, showing and thinking. */
export const REPORT: ReadonlySet<string> = new Set(
  'say tell report note add remark announce declare comment argue claim insist stress write state acknowledge admit show reveal indicate suggest find disclose announce warn explain confirm according predict estimate expect believe think forecast reckon'.split(
    ' ',
  ),
);

export const nominal = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN';
export const verbal = ({ pos }: Pick<Token, 'pos'>): boolean => pos === 'VERB' || pos === 'AUX';

/** Does a mark at `n` join the words on both sides of it into one? */
function isHyphen(tokens: readonly Token[], n: number): boolean {
  const mark = tokens[n];
  return mark?.low === '-' && mark.start === tokens[n - 1]?.end && mark.end === tokens[n + 1]?.start;
}

/** Articles that stand for a noun as well ("each gets an hour"). */
const ALONE: ReadonlySet<string> = new Set(
  'each all both some most many this that these those neither none any another'.split(' '),
);

/** Is the word at `n` a verb of its clause, rather than part of a noun phrase ("operating profit", "the planned site")? */
function isVerb(tokens: readonly Token[], n: number): boolean {
  const token = tokens[n];
  if (token === undefined || !verbal(token)) return false;
  if (token.pos === 'AUX') return true;
  const before = tokens[n - 1];
  const after = tokens[n + 1];
  // The parts of "start-up" and "so-called".
  if (isHyphen(tokens, n + 1) || isHyphen(tokens, n - 1)) return false;
  if (before?.low === 'than' || (before?.low === 'as' && token.low !== token.lemma)) return false;
  if (token.pos === 'VERB' && (before?.low === "'s" || before?.low === '’s')) return false;
  const closed =
    before !== undefined &&
    ((before.pos === 'DET' && !ALONE.has(before.low)) ||
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

const NOMINATIVE: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she', 'we']);

/** A run of tokens between two marks or joining words. */
export type Segment = { readonly tokens: Token[]; readonly opens: string; readonly verbs: number[] };

/** A sentence cut at its marks and joining words, with where the verbs of each piece are. */
export function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment = { tokens: [], opens: '', verbs: [] };
  const open = (opens: string): void => {
    if (current.tokens.length > 0) segments.push(current);
    current = { tokens: [], opens, verbs: [] };
  };
  tokens.forEach((token, n) => {
    if (BREAK.has(token.low) && !isHyphen(tokens, n)) {
      open(token.low);
      return;
    }
    const next = tokens[n + 1];
    const noun = n > 0 && nominal(tokens[n - 1] ?? token);
    const joins =
      (token.pos === 'CCONJ' && current.tokens.length > 0) ||
      (RELATIVE.has(token.low) && (noun || current.verbs.length > 0 || current.tokens.length === 0)) ||
      (SUBORDINATE.has(token.low) &&
        (token.pos === 'SCONJ' ||
          token.pos === 'ADV' ||
          token.pos === 'PRON' ||
          /^(?:because|unless|whether|if|although|though|until|whereas)$/.test(token.low)));
    // "Fell after bookings missed": with a verb of its own, whatever the tagger takes it for.
    const clausal =
      token.pos === 'ADP' &&
      /^(?:after|before|since|as|until)$/.test(token.low) &&
      current.verbs.length > 0 &&
      opensClause(tokens, n);
    if (joins || clausal) {
      open(token.low);
      if (token.pos !== 'CCONJ') current.tokens.push(token);
      return;
    }
    const subject = token.pos === 'PRON' && NOMINATIVE.has(token.low) && noun && next !== undefined && verbal(next);
    const told = REPORT.has(current.tokens[current.verbs.at(-1) ?? -1]?.lemma ?? '');
    // "the power they reserve"
    if (subject && current.verbs.length > 0 && !told) open('that');
    if (isVerb(tokens, n)) {
      const before = tokens[n - 1];
      const gerund = /ing$/.test(token.low) && (before?.pos === 'ADP' || before?.pos === 'SCONJ');
      if (gerund && current.verbs.length > 0 && current.tokens.at(-1) === before) {
        current.tokens.pop();
        open('gerund');
        current.tokens.push(before);
      }
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

/** Has what follows a noun and a finite verb before the next mark? */
function opensClause(tokens: readonly Token[], n: number): boolean {
  const after = tokens.slice(n + 1, n + 9);
  const end = after.findIndex(({ low, pos }) => BREAK.has(low) || pos === 'CCONJ' || pos === 'SCONJ');
  const rest = end < 0 ? after : after.slice(0, end);
  const verb = rest.findIndex(
    (token, k) => verbal(token) && finite(token) && isVerb(tokens, n + 1 + k) && rest[k - 1]?.low !== 'to',
  );
  return verb > 0 && rest.slice(0, verb).some((token) => nominal(token) || token.pos === 'PRON');
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
