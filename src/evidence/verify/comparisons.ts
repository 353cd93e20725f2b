import { opposed } from '../../language/meaning.ts';
import type { Stated } from './content.ts';
import { type Fault, fault } from './fault.ts';
import type { Scope } from './scope.ts';
import { nominal } from './segments.ts';
import { meets, type Token } from './tokens.ts';

/** What is set against what: the word that says how they differ, and the words on both sides of it. */
type Comparison = { readonly by: Token; readonly left: readonly Token[]; readonly right: readonly Token[] };

/** Classes of words that compare, with and without "than". */
const DEGREES: ReadonlySet<string> = new Set(
  'more less fast slow cheap expensive large small early late strong weak'.split(' '),
);
/** Verbs and prepositions that compare by themselves: what is more stands before them, or what is less. */
const EXCEEDS = /^(?:exceed|surpass|outpace|outstrip|outdo|above|top|beat)$/;
const TRAILS = /^(?:below|under|trail|lag|beneath)$/;

const degree = ({ classes }: Token): boolean => classes.some((name) => DEGREES.has(name));

/** The words up to the next mark. */
function untilMark(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ pos }) => pos === 'PUNCT');
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** "Twice as many as". */
function asIn(tokens: readonly Token[]): Comparison | null {
  const first = tokens.findIndex(({ low }) => low === 'as');
  const second = tokens.findIndex(({ low }, n) => low === 'as' && n > first + 1);
  const by = tokens[first];
  if (
    first < 0 ||
    second < 0 ||
    by === undefined ||
    !/^(?:many|much|fast|large|long|high|big)$/.test(tokens[first + 1]?.low ?? '')
  )
    return null;
  return tokens[second + 1]?.pos === 'NUM'
    ? null
    : { by, left: tokens.slice(0, first), right: untilMark(tokens.slice(second + 1)) };
}

function comparisonOf(tokens: readonly Token[]): Comparison | null {
  const than = tokens.findIndex(
    ({ low }, n) => low === 'than' && tokens[n + 1]?.pos !== 'NUM' && tokens[n + 1]?.pos !== 'SYM',
  );
  const verb = tokens.findIndex(
    ({ lemma, pos }, n) =>
      (EXCEEDS.test(lemma) || TRAILS.test(lemma)) &&
      (pos === 'VERB' || tokens[n - 1]?.pos === 'AUX') &&
      tokens[n + 1]?.pos !== 'NUM' &&
      tokens[n + 1]?.pos !== 'SYM',
  );
  const as = asIn(tokens);
  if (than < 0 && as !== null) return as;
  const at = than > 0 ? than : verb;
  if (at < 0) return null;
  const by = than > 0 ? tokens.slice(0, than).findLast(degree) : tokens[verb];
  return by === undefined ? null : { by, left: tokens.slice(0, at), right: untilMark(tokens.slice(at + 1)) };
}

const contrary = (left: Token, right: Token): boolean =>
  opposed(left.classes, right.classes) ||
  (EXCEEDS.test(left.lemma) && TRAILS.test(right.lemma)) ||
  (TRAILS.test(left.lemma) && EXCEEDS.test(right.lemma));

/** How a claim's comparison stands to the source's: told from the same side, from the other, or wrong. */
type Standing = { readonly sides: 'same' | 'other' | 'wrong'; readonly given: Comparison; readonly found: Comparison };

function standingOf({ clause, sentence }: Stated, scope: Scope): Standing | null {
  const found = comparisonOf(scope.parsed.tokens);
  if (found === null) return null;
  const whole = comparisonOf(sentence);
  const single = clause.tokens.find((token) => meets(token, found.by) || contrary(token, found.by));
  const given = whole ?? (single && { by: single, left: [...clause.subject], right: [] });
  if (!given) return null;
  const among = (token: Token, tokens: readonly Token[]): boolean => tokens.some((other) => meets(token, other));
  const names = given.left.some(({ pos }) => pos === 'PROPN') && found.right.some(({ pos }) => pos === 'PROPN');
  const only = (tokens: readonly Token[], here: readonly Token[], there: readonly Token[]): boolean =>
    tokens.some(
      (token) =>
        (names ? token.pos === 'PROPN' : nominal(token) || (token.pos === 'ADJ' && !degree(token))) &&
        among(token, here) &&
        !among(token, there),
    );
  const topic = clause.heads.filter((head) => given.left.includes(head));
  const sidesOf = (left: readonly Token[]): readonly [boolean, boolean] => [
    only(left, found.right, found.left) || only(given.right, found.left, found.right),
    only(left, found.left, found.right) || only(given.right, found.right, found.left),
  ];
  const byTopic = sidesOf(topic);
  const [crossed, straight] = byTopic[0] !== byTopic[1] ? byTopic : sidesOf(given.left);
  if (crossed === straight) return null;
  const turned = contrary(given.by, found.by);
  if (!turned && !meets(given.by, found.by)) return null;
  return { sides: crossed === turned ? (crossed ? 'other' : 'same') : 'wrong', given, found };
}

/** Words that compare from the other side what the source compares, and so are no opposites of its words. */
export function turnedIn(stated: Stated, scope: Scope): readonly Token[] {
  const standing = standingOf(stated, scope);
  return standing?.sides === 'other'
    ? stated.sentence.filter((token) => degree(token) || token === standing.given.by)
    : [];
}

/** Does the source set one thing against another at all, here or in a sentence next to it? */
function compares({ prepared, parsed }: Scope): boolean {
  return [0, -1, 1].some(
    (step) =>
      prepared
        .parsed(parsed.index + step)
        ?.tokens.some(
          (token) => degree(token) || COMPARES.test(token.low) || /^(?:most|least|[a-z]{3,}est)$/.test(token.low),
        ) === true,
  );
}

const COMPARES =
  /^(?:than|twice|double|half|triple|times|exceeds?|exceeded|surpass\w*|above|below|up|down|as|compared|versus)$/;

/** "More than" told of what the source compares with nothing. */
export function comparisonFaults({ clause: { tokens } }: Stated, scope: Scope): Fault[] {
  const given = tokens.some(({ low }) => low === 'than') ? comparisonOf(tokens) : null;
  return given === null || compares(scope) ? [] : [fault('statement', given.by.text, null, 1)];
}
