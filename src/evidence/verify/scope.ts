import { type Clause, QUANTITY } from './clauses.ts';
import type { Parsed, Prepared } from './prepare.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A clause of a source with what it speaks of, by nearness: what a claim's words are looked for in. */
export type Scope = {
  readonly prepared: Prepared;
  readonly parsed: Parsed;
  readonly clause: Clause;
  /** The subject with what its pronouns and "the company" stand for. */
  readonly subject: ReadonlySet<string>;
  /** Is there a name among what the subject stands for? */
  readonly named: boolean;
  /** The clause with its subject. */
  readonly clauseKeys: ReadonlySet<string>;
  /** What its pronouns and general nouns may stand for. */
  readonly backKeys: ReadonlySet<string>;
  /** The sentence before, where the clause points back to it. */
  readonly linkedKeys: ReadonlySet<string>;
  readonly sentenceKeys: ReadonlySet<string>;
  /** The sentences next to it, the title, and the names of the first sentence. */
  readonly nearKeys: ReadonlySet<string>;
  /** The passage: some sentences either way. */
  readonly passageKeys: ReadonlySet<string>;
};

const PRONOUN: ReadonlySet<string> = new Set(
  'it they he she its their his her them him this these those itself themselves we i our my'.split(' '),
);
/** Nouns that stand for somebody named before, with "the" or "its" ahead of them. */
export const BODY: ReadonlySet<string> = new Set(
  `company firm group maker operator provider developer startup start-up lab laboratory utility carrier bank lender agency
  regulator ministry department commission court government state county city country customer supplier partner owner
  buyer seller vendor broker designer producer manufacturer executive analyst chief chair chairman director founder
  president minister official researcher fund chipmaker rival backer investor`.split(/\s+/),
);

/** Those, and nouns that stand for something named before. */
export const GENERIC: ReadonlySet<string> = new Set([
  ...BODY,
  ...`project plan deal contract agreement lease purchase sale campus site plant facility center centre building hall system
  chip machine cable link report study survey move decision order program programme round offering investment price cost
  total work vote ruling`.split(/\s+/),
]);

const nominal = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN';

function keysOf(tokens: Iterable<Token>): Set<string> {
  const keys = new Set<string>();
  for (const { keys: own } of tokens) for (const key of own) keys.add(key);
  return keys;
}

/** Is the subject a mere quantity ("about half went to chips"), whose noun was named before? */
function elliptical({ heads, verbs, tokens, reporting }: Clause): boolean {
  const first = verbs[0];
  if (first === undefined || (reporting && heads.length > 0) || !heads.every(({ lemma }) => QUANTITY.has(lemma)))
    return false;
  return tokens.some(({ start, low, pos }) => start < first.start && (QUANTITY.has(low) || pos === 'NUM'));
}

/** Does a phrase point back: a pronoun, or a general noun with a determiner? */
export function pointsBack(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, n) =>
      PRONOUN.has(token.low) ||
      (nominal(token) &&
        GENERIC.has(token.lemma) &&
        tokens.slice(Math.max(0, n - 3), n).some(({ pos }) => pos === 'DET')),
  );
}

type Cached = {
  readonly subjects: Map<number, readonly Token[]>;
  readonly scopes: Map<number, readonly Scope[]>;
  title?: readonly Token[];
};
const cache = new WeakMap<Prepared, Cached>();

function cached(prepared: Prepared): Cached {
  const known = cache.get(prepared);
  if (known !== undefined) return known;
  const made: Cached = { subjects: new Map(), scopes: new Map() };
  cache.set(prepared, made);
  return made;
}

const NONE: ReadonlySet<string> = new Set();
const DEEPEST = 4;
const PASSAGE = 5;

/** Who and what the sentence is about: the subjects of its clauses, pronouns replaced by what they stand for. */
function subjectsOf(prepared: Prepared, index: number, depth = 0): readonly Token[] {
  const { subjects } = cached(prepared);
  const known = subjects.get(index);
  if (known !== undefined) return known;
  const parsed = prepared.parsed(index);
  if (parsed === null) return [];
  const own = parsed.clauses.flatMap(({ subject }) => subject);
  const back =
    depth < DEEPEST && (pointsBack(own) || parsed.clauses.some(elliptical))
      ? subjectsOf(prepared, index - 1, depth + 1)
      : [];
  const made = [...new Set([...own.filter(nominal), ...back])];
  subjects.set(index, made);
  return made;
}

/** What the pronouns and general nouns of a clause may stand for. */
function antecedents(prepared: Prepared, parsed: Parsed, clause: Clause): readonly Token[] {
  if (!pointsBack([...clause.tokens, ...clause.subject]) && !elliptical(clause)) return [];
  const earlier: Token[] = [];
  for (const other of parsed.clauses) {
    if (other === clause) break;
    earlier.push(...other.subject.filter(nominal), ...other.tokens.filter(nominal));
  }
  return [...earlier, ...subjectsOf(prepared, parsed.index - 1)];
}

/** The clauses of a sentence with their scopes. */
export function scopesOf(prepared: Prepared, index: number): readonly Scope[] {
  const { scopes } = cached(prepared);
  const known = scopes.get(index);
  if (known !== undefined) return known;
  const parsed = prepared.parsed(index);
  if (parsed === null) return [];
  const linked = keysOf(prepared.parsed(index - 1)?.tokens ?? []);
  const all = parsed.clauses.map((clause) => antecedents(prepared, parsed, clause));
  const sentenceKeys = keysOf([...parsed.tokens, ...all.flat()]);
  const around = [index - 2, index - 1, index + 1].flatMap((n) => prepared.parsed(n)?.tokens ?? []);
  const passage = Array.from({ length: 2 * PASSAGE + 1 }, (_, n) => index - PASSAGE + n);
  const passageKeys = keysOf(passage.flatMap((n) => prepared.parsed(n)?.tokens ?? []));
  const state = cached(prepared);
  state.title ??= [
    ...tokensOf(prepared.source.title ?? '', 0),
    ...(prepared.parsed(0)?.tokens.filter(({ pos }) => pos === 'PROPN') ?? []),
  ];
  const nearKeys = keysOf([...around, ...subjectsOf(prepared, index - 1), ...state.title]);
  const made = parsed.clauses.map((clause, n): Scope => {
    const back = all[n] ?? [];
    const replaced = !clause.heads.some(({ pos }) => pos === 'PROPN');
    const subject =
      replaced && (pointsBack(clause.subject) || elliptical(clause)) ? [...clause.subject, ...back] : clause.subject;
    return {
      prepared,
      parsed,
      clause,
      subject: keysOf(subject),
      named: subject.some(({ pos }) => pos === 'PROPN'),
      clauseKeys: keysOf([...clause.tokens, ...clause.subject]),
      backKeys: keysOf(back),
      linkedKeys: back.length > 0 ? linked : NONE,
      sentenceKeys,
      nearKeys,
      passageKeys,
    };
  });
  scopes.set(index, made);
  return made;
}

/** Is the word there: itself, a synonym, another form or an alias of it? */
export function within(token: Token, keys: ReadonlySet<string>): boolean {
  return token.keys.some((key) => keys.has(key));
}
