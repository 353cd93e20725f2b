import { isVerb } from '../../language/lexicon.ts';
import { singular } from '../../language/nouns.ts';
import { isGeneric } from '../../language/organisations.ts';
import type { Token } from './tokens.ts';

export type Direction = 'up' | 'down';

const words = (direction: Direction, text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => [word, direction] as const);

/** Verbs of change that take their amount straight behind them: "rose 10%", "fell by 9 percent". */
const MOVES: ReadonlyMap<string, Direction> = new Map([
  ...words(
    'up',
    `rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing
    jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains gained gaining advance advances advanced
    rally rallied swell swelled expand expands expanded expanding add adds added adding leap leaps leapt leaped rebound rebounded rebounding spike spiked skyrocketed
    appreciate appreciated improve improved improves widen widened accelerate accelerated up boost boosts boosted boosting raise raises raised raising
    lift lifts lifted lifting hike hikes hiked strengthened`,
  ),
  ...words(
    'down',
    `fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing
    slide slides slid sliding slip slips slipped slipping dip dips dipped dipping tumble tumbles tumbled tumbling plunge plunges plunged plunging
    plummet plummets plummeted plummeting sink sinks sank sunk sinking slump slumps slumped slumping shrink shrinks shrank shrunk shrinking
    contract contracts contracted crash crashed crashing ease eased retreat retreated weaken weakened depreciate depreciated down
    reduce reduces reduced reducing cut cuts cutting lower lowers lowered lowering trim trims trimmed slash slashes slashed slashing lose loses lost losing
    shed sheds shedding narrow narrowed nosedived`,
  ),
]);
/** Verbs that also take a thing of that size ("raised $2 billion", "lost $412 million", "cut 300 jobs"): they tell a change of a share or rate only. */
const TRANSITIVE: ReadonlySet<string> = new Set(
  `add adds added adding raise raises raised raising lift lifts lifted lifting boost boosts boosted boosting lose loses lost losing cut cuts cutting gain gains gained gaining
  shed sheds shedding hike hikes hiked contract contracts contracted advance advances advanced improve improved improves reduce reduces reduced reducing
  slash slashes slashed slashing lower lowers lowered trim trims trimmed lowering drop increase increases expand expands expanded grow`.split(
    /\s+/,
  ),
);
/** Nouns of change: "an increase of 10%", "a 10% increase". */
const NOUNS: ReadonlyMap<string, Direction> = new Map([
  ...words(
    'up',
    'increase increases rise rises jump gain gains growth surge climb hike hikes uptick improvement expansion advance rally spike leap boost upturn raise appreciation',
  ),
  ...words(
    'down',
    'decrease decreases decline declines drop drops fall falls reduction reductions cut cuts slump plunge dip slide loss tumble contraction downturn decrement discount shrinkage depreciation',
  ),
]);
/** Does a noun tell a change ("increase", "drop"), so that what changed stands elsewhere? */
export const isChangeNoun = (word: string): boolean => NOUNS.has(word);

/** Is a word a verb of change in any form? */
export const isMove = (word: string): boolean => MOVES.has(word);
/** Is a word a verb of change in its past form ("slipped"), which is no noun? */
export const isPastMove = (word: string): boolean =>
  MOVES.has(word) && /(?:ed|grew|fell|rose|sank|slid|shrank|shrunk)$/.test(word);

const BEHIND: ReadonlyMap<string, Direction> = new Map([
  ...words('up', 'more higher greater larger bigger up above increase'),
  ...words('down', 'less lower fewer smaller down off below'),
]);

/** Between the verb and its amount. */
const BETWEEN: ReadonlySet<string> = new Set(
  `by a an about around another only just as much many some further nearly almost roughly more less than over at least up down higher lower to within
  approximately an estimated another sharply slightly steadily rapidly quickly modestly marginally significantly even well under in excess of almost`.split(
    /\s+/,
  ),
);

const isAdverb = (word: string) => word.length > 4 && word.endsWith('ly');

export type Change = {
  /** First and last token (exclusive) of the figure, hedge included. */
  readonly from: number;
  readonly to: number;
  /** A share, points, a multiple or a price a share: what changes are told in even by verbs that take objects. */
  readonly relative: boolean;
  readonly money: boolean;
};

/**
 * Which way a figure says that something went *by* it: "rose more than 10%" is up; "rose to $14 million" tells no
 * change by that much, and "raised $2 billion" none at all.
 */
export function directionOf(tokens: readonly Token[], change: Change): Direction | null {
  const { from, to, relative } = change;
  return before(tokens, change) ?? fewer(tokens, from, to) ?? behind(tokens, to, relative);
}

/** "180,000 fewer racks": the comparative between a number and what it counts. */
function fewer(tokens: readonly Token[], from: number, to: number): Direction | null {
  for (let i = from + 1; i < to - 1; i++) {
    const word = tokens[i]?.lower ?? '';
    if (/^(?:fewer|less|more)$/.test(word) && tokens[i + 1]?.lower !== 'than') return word === 'more' ? 'up' : 'down';
  }
  return null;
}

/** "up 800 watts from its predecessor" */
function isStep(tokens: readonly Token[], at: number, to: number): boolean {
  return /^[,(]$/.test(tokens[at - 1]?.text ?? '') && /^(?:from|on|over)$/.test(tokens[to]?.lower ?? '');
}

/** "pared losses to 4%", "extended its gains to 6%" */
function standing(tokens: readonly Token[], to: number): Direction | null {
  const noun = tokens[to - 1]?.lower ?? '';
  // "is expected to fall to 9.5%"
  if (/^(?:to|will|would|may|might|could|can|should|must)$/.test(tokens[to - 2]?.lower ?? '')) return null;
  return /^(?:losses|gains|declines|drop|slide|rally|fall|advance)$/.test(noun) ? (NOUNS.get(noun) ?? 'down') : null;
}

function before(tokens: readonly Token[], { from, to, relative, money }: Change): Direction | null {
  let i = from - 1;
  let by = false;
  for (let n = 0; n < 6 && i >= 0; n++, i--) {
    const token = tokens[i];
    if (token === undefined || tokens[i + 1]?.gap === 'line') return null;
    const word = token.lower;
    if (word === 'to' && relative) return standing(tokens, i);
    if (word === 'to' || word === 'at' || word === 'from') return null;
    const noun = word === 'of' ? nounBefore(tokens, i) : null;
    if (noun !== null) return noun;
    const move = MOVES.get(word);
    if (move !== undefined) {
      // "the 5 percent drop" has its noun behind; "up to" and "as much as" are hedges.
      if (word === 'up' && tokens[i + 1]?.lower === 'to') return null;
      // "shot down seven miles off the coast"
      if (/^(?:up|down)$/.test(word) && !relative && !money && !by && !isStep(tokens, i, to)) return null;
      if (relative || by || !TRANSITIVE.has(word)) return acted(tokens, i) ? move : null;
      return null;
    }
    if (word === 'by') {
      // "raised by three companies": who does it.
      if (isGeneric(singular(tokens[to - 1]?.lower ?? ''))) return null;
      by = true;
    } else if (!BETWEEN.has(word) && !isAdverb(word)) break;
  }
  return by || relative ? objectBefore(tokens, from, by) : null;
}

/** "down" and "up" as adverbs of a verb of another kind ("set up 5 sites", "laid down 3 rules") tell no change. */
function acted(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower;
  if (word !== 'up' && word !== 'down') return true;
  return !/^(?:eat|eats|ate|eaten|eating|used?|uses|using|swallow|swallows|swallowed|soak|soaks|soaked|set|sets|setting|made|make|makes|making|take|takes|took|put|puts|give|gave|open|opened|sign|signed|buy|bought|line|lined|end|ended|pick|picked|show|showed|speed|clean|come|came|build|built|lay|laid|shut|break|broke|turn|turned|start|started|back|backed|round|gobbled|snapped|cough|coughed|rack|racked|racking|hold|held)$/.test(
    tokens[at - 1]?.lower ?? '',
  );
}

function nounBefore(tokens: readonly Token[], of: number): Direction | null {
  for (let i = of - 1; i >= Math.max(0, of - 2); i--) {
    const word = tokens[i]?.lower ?? '';
    const noun = NOUNS.get(word);
    if (noun !== undefined && word !== 'loss') return noun;
  }
  return null;
}

/** "The contract may be extended by two years": behind an article nothing contracts. */
const isNamedOnly = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|an?|its|their|this|that|each|new)$/.test(tokens[at - 1]?.lower ?? '');

/** "cut its costs by 10%", "raised prices 4%": the verb stands before its object, in the same clause. */
function objectBefore(tokens: readonly Token[], from: number, by: boolean): Direction | null {
  const reach = by ? 12 : 8;
  for (let i = from - 1; i >= Math.max(0, from - reach); i--) {
    const token = tokens[i];
    // Names of products go with it: "cut H100 prices 44%".
    const named = token?.kind === 'word' || (token?.kind === 'literal' && token.gap === 'none');
    if (token === undefined || tokens[i + 1]?.gap === 'line' || (!named && !/^[-'’.]$/.test(token.text))) return null;
    if (!by && /^(?:to|at|from|of|and|that|which|for|in|than)$/.test(token.lower)) return null;
    if (/^(?:that|which|who|because|while|and|but)$/.test(token.lower)) return null;
    const move = isNamedOnly(tokens, i) ? undefined : MOVES.get(token.lower);
    if (move !== undefined && token.lower !== 'up' && token.lower !== 'down') return move;
    // Another verb's object; further off than a name and a noun only a plain object is.
    if (!by && from - i > 4 && isVerb(token.lower)) return null;
  }
  return null;
}

/** "a 24% month-on-month increase": where what stands behind it goes on. */
function pastSpans(tokens: readonly Token[], to: number): number {
  const [span, first, on, second, same] = tokens.slice(to, to + 5);
  const isHyphen = (token: Token | undefined): boolean => /^[-‑–]$/.test(token?.text ?? '');
  const against = isHyphen(first) && isHyphen(second) && /^(?:on|over|to)$/.test(on?.lower ?? '');
  return against && span?.lower === same?.lower ? to + 5 : to;
}

function behind(tokens: readonly Token[], end: number, relative: boolean): Direction | null {
  const to = pastSpans(tokens, end);
  for (let i = to; i < to + 4; i++) {
    const token = tokens[i];
    if (token === undefined || token.gap === 'line') return null;
    if (token.kind !== 'word') {
      if (/^[-‑]$/.test(token.text)) continue;
      return null;
    }
    const comparative = i === to ? BEHIND.get(token.lower) : undefined;
    if (comparative !== undefined)
      return relative || /^(?:more|less|higher|lower|fewer)$/.test(token.lower) ? comparative : null;
    const noun = NOUNS.get(token.lower);
    // "a $6.5 billion expansion" is one of that size.
    if (noun !== undefined) return relative || !/^(?:loss|expansion)$/.test(token.lower) ? noun : null;
    if (
      /^(?:of|in|on|at|to|and|or|from|for|by|a|an|the|that|with|as|than|is|was|were|are|has|have|had|will|would|its|their|his|her|said|after|since|per|which|who|when|while)$/.test(
        token.lower,
      )
    )
      return null;
  }
  return null;
}
