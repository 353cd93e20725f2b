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
