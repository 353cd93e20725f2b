import type { Hedge } from '../../model.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * What makes a number less than exact. "nearly" and "almost" are about it (a reader takes them for the number), "just
 * under" is less than it; "as many as" and "up to" are bounds from above, "as few as" one from below.
 */
const BEFORE: Readonly<Record<Exclude<Hedge, '='>, string>> = {
  '~': `about|around|round|approximately|approx|approx.|roughly|some|nearly|almost|circa|ca.|an estimated|estimated|close to|near|in the region of
    |in the neighborhood of|in the neighbourhood of|in the vicinity of|in the ballpark of|on the order of|in the order of|of the order of
    |somewhere around|more or less|~|≈|∼|virtually|practically|not quite|approaching|nearing|an average of|or so|effectively|the equivalent of about`,
  '<': `less than|fewer than|lower than|smaller than|under|below|up to|upto|as much as|as many as|as high as|as long as|as far as|as large as|as big as
    |at most|at the most|no more than|no greater than|not above|not over|nothing more than|no higher than|no larger than|not exceeding|a maximum of|maximum of|max|max.|maximum
    |just under|just below|a little under|slightly less than|slightly under|slightly below|well under|well below|just shy of|shy of
    |a little less than|short of|just short of|within|<|≤|inside|beneath|no later than|no longer than|sub`,
  '>': `more than|over|above|at least|greater than|higher than|larger than|bigger than|in excess of|exceeding|upwards of|upward of|no less than
    |no fewer than|a minimum of|minimum of|min.|minimum|just over|just above|a little over|a little more than|slightly over|slightly above
    |slightly more than|well over|well above|far more than|much more than|north of|beyond|>|≥|at the very least|as few as|as little as|as low as|better than|nothing less than|no lower than
    |no smaller than|no shorter than|not below|not under`,
};

/** Verbs that say the number is passed: they set the hedge, and stay outside the figure. */
const PASSING: Readonly<Record<string, Hedge | undefined>> = Object.fromEntries([
  ...'exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top tops topped topping'
    .split(' ')
    .map((verb) => [verb, '>' as const]),
  ...'undercut undercuts approaches approached'.split(' ').map((verb) => [verb, '<' as const]),
]);

const CONTRARY = { '<': '>', '>': '<', '~': '~', '=': '=' } as const satisfies Record<Hedge, Hedge>;
const DENIES = /^(?:not|never|cannot|can['’]t|n['’]t|won['’]t|mustn['’]t|needn['’]t)$/;

/** "never more than 34%", "must not exceed 1.45": a bound that is denied is its contrary. */
const isDenied = (tokens: readonly Token[], at: number): boolean => DENIES.test(tokens[at - 1]?.lower ?? '');

/** "Passed 38°C", "passed 6 billion": an amount; a law or a village is passed too. */
const PASSED = /^pass(?:es|ed|ing)?$/;

const AFTER: Readonly<Record<Exclude<Hedge, '='>, string>> = {
  '~': 'or so|or thereabouts|give or take|odd|ish|approximately|more or less',
  '<': 'or less|or shorter|or fewer|or under|or below|or lower|or earlier|at most|at the most|max|maximum|tops',
  '>': 'or more|or longer|or above|or over|or higher|or greater|or better|or older|and above|and over|and up|and upwards|at least|plus|+|minimum',
};

type Phrase = { readonly words: readonly string[]; readonly hedge: Hedge };

function phrases(
  table: Readonly<Record<string, string>>,
  end: 'first' | 'last',
): ReadonlyMap<string, readonly Phrase[]> {
  const byWord = new Map<string, Phrase[]>();
  for (const [hedge, texts] of Object.entries(table)) {
    if (hedge !== '~' && hedge !== '<' && hedge !== '>') continue;
    for (const text of texts.split('|')) {
      const words = tokensOf(text.trim()).map(({ lower }) => lower);
      const key = words.at(end === 'first' ? 0 : -1) ?? '';
      byWord.set(key, [...(byWord.get(key) ?? []), { words, hedge }]);
    }
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

const BY_LAST = phrases(BEFORE, 'last');
const BY_FIRST = phrases(AFTER, 'first');

/** Words that may stand between a hedge and its number without changing either. */
const THROUGH: ReadonlySet<string> = new Set(
  `a an the another additional extra further total record whopping staggering mere full combined estimated reported its their of by
  only just roughly about around some another`.split(/\s+/),
);

export type Hedged = { readonly hedge: Hedge /** First token of what belongs to the figure. */; readonly from: number };

/** "over 3 years" mostly tells how long; "for over 3 years" and "well over 3 years" tell more than that. */
const LONGER: ReadonlySet<string> = new Set(
  `for of is was are were in after takes took take lasted last well just aged be been has have with to`.split(' '),
);

/** Verbs and nouns that "over" leads from to what they are about: "negotiate over 420 job cuts". */
const ABOUT =
  /^(?:negotiat(?:e|es|ed|ing|ions?)|argu(?:e|es|ed|ing|ments?)|clash(?:es|ed|ing)?|disputes?|quarrel\w*|rows?|feuds?|resign(?:s|ed|ing)?|quit|quits|protest(?:s|ed|ing)?|str(?:ike|ikes|iking|uck)|bargain(?:s|ed|ing)?|apologi[sz]\w+|complain(?:s|ed|ing|ts?)?|disagree\w*|concerns?|worr(?:y|ies|ied)|anger|outcry|lawsuits?|talks|options?|rights?|fights?|battles?|inquir(?:y|ies)|probes?)$/;
/** Verbs whose "over" goes with what is chosen, cleared or spread: "chose it over two rivals", "spread it over three cities". */
const PREFERS =
  /^(?:cho(?:se|sen|oses?|osing)|prefer\w*|pick(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|clear(?:s|ed|ing)?|spread(?:s|ing)?|distribut\w+|scatter\w*|talks)$/;
/** "Hand over 1,500 euros", "turned over 410 million euros": the verb's own. */
const WITH_OVER = /^(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|sign(?:s|ed|ing)?)$/;
/** Verbs that have whom they are done to between them and their "over": "fined it 120 million pounds over two outages". */
const BLAMES =
  /^(?:fin(?:e|es|ed|ing)|su(?:e|es|ed|ing)|charg(?:e|es|ed|ing)|criticis\w+|criticiz\w+|penali[sz]\w+|warn(?:s|ed|ing)?|censur\w+|attack(?:s|ed|ing)?|rebuk\w+|sanction(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|fir(?:ed|es|ing)|sack(?:s|ed|ing)?|investigat\w+|accus\w+|blam(?:e|es|ed|ing)|penalty|fines?)$/;
const REACH = 10;

/** Leads the "over" at `at` to what something is about, rather than past a number? */
function leadsTo(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 1]?.lower ?? '';
  if (ABOUT.test(word) || PREFERS.test(word)) return true;
  const before = tokens.slice(Math.max(0, at - REACH), at - 1);
  const from = before.findLastIndex(({ text }) => /^[.;:!?]$/.test(text));
  return before.slice(from + 1).some(({ lower }) => BLAMES.test(lower) || PREFERS.test(lower));
}

/** Verbs that "up" belongs to. */
const WITH_UP =
  /^(?:add(?:s|ed|ing)?|sum(?:s|med)?|amount(?:s|ed)?|go(?:es|ne|ing)?|went|mov(?:es?|ed|ing)|edg(?:es?|ed|ing)|inch(?:es|ed)?|crept|tick(?:s|ed)|nudg(?:es?|ed|ing))$/;
const PUSHES = /^(?:push(?:es|ed|ing)?|drives?|drove|driv(?:en|ing))$/;

function phraseBefore(tokens: readonly Token[], at: number): { phrase: Phrase; from: number } | null {
  for (const phrase of BY_LAST.get(tokens[at - 1]?.lower ?? '') ?? []) {
    const from = at - phrase.words.length;
    if (from < 0) continue;
    // "in its latest round of 1.8 billion euros"
    if (phrase.words[0] === 'round' && tokens[at]?.lower === 'of') continue;
    const fits = phrase.words.every(
      (word, n) => tokens[from + n]?.lower === word && (n === 0 || tokens[from + n]?.gap !== 'line'),
    );
    // "adds up to $8 million" sums, "moves up to $8 million" and "pushed costs up to $8 million" end there.
    if (
      phrase.words[0] === 'up' &&
      (WITH_UP.test(tokens[from - 1]?.lower ?? '') ||
        tokens.slice(Math.max(0, from - 4), Math.max(0, from - 1)).some(({ lower }) => PUSHES.test(lower)))
    )
      continue;
    if (fits && tokens[at]?.gap !== 'line') return { phrase, from };
  }
  return null;
}

/** The hedge before a number that begins at a token, of what its unit measures. */
export function hedgeBefore(tokens: readonly Token[], at: number, of: 'time' | 'money' | 'count' | 'other'): Hedged {
  const [duration, money] = [of === 'time', of === 'money'];
  let i = at;
  for (let n = 0; n < 3; n++) {
    const found = phraseBefore(tokens, i);
    if (found !== null) {
      const { phrase, from } = found;
      const lone = phrase.words.length === 1 ? phrase.words[0] : undefined;
      const word = tokens[i]?.lower ?? '';
      const about =
        i < at &&
        (/^(?:over|under|above|below)$/.test(lone ?? '')
          ? /^(?:an?|the|its|their)$/.test(word)
          : lone === 'about' && /^(?:its|their|his|her)$/.test(word));
      // "larger than the 31 GW", "exceeding the $9 billion": set against one that is known.
      const against = tokens[i]?.lower === 'the' && i < at && phrase.hedge !== '~';
      // "4% less than two valuations", "three points below 60%": set against it by so much.
      const byMuch =
        /^(?:%|percent|points?)$/.test(tokens[from - 1]?.lower ?? '') &&
        /^(?:less|more|lower|higher|below|above)$/.test(phrase.words[0] ?? '');
      if (about || against || byMuch) return { hedge: '=', from: at };
      if (lone === 'over' && WITH_OVER.test(tokens[from - 1]?.lower ?? '')) return { hedge: '=', from: at };
      if (lone === 'over' && !money && leadsTo(tokens, from)) return { hedge: '=', from: at };
      if (duration && lone === 'over' && !LONGER.has(tokens[from - 1]?.lower ?? '')) return { hedge: '=', from: at };
      // Of two hedges the bound tells more: "up to about 40", "an estimated more than 40".
      const outer = phraseBefore(tokens, from);
      // "over approximately two years" tells how long.
      const lasts =
        duration && outer?.phrase.words.join() === 'over' && !LONGER.has(tokens[outer.from - 1]?.lower ?? '');
      if (outer !== null && !lasts && phrase.hedge === '~') return { hedge: outer.phrase.hedge, from: outer.from };
      // "more than roughly", "only about": what softens the hedge further out stands inside the figure too.
      const denied = phrase.words.at(-1) === 'than' && isDenied(tokens, from);
      return denied ? { hedge: CONTRARY[phrase.hedge], from: from - 1 } : { hedge: phrase.hedge, from };
    }
    const verb = tokens[i - 1]?.lower ?? '';
    // "On top of six developers" adds to them.
    if (verb === 'of' && tokens[i - 2]?.lower === 'top') break;
    const passing = PASSING[verb] ?? (PASSED.test(verb) && !duration && of !== 'count' ? '>' : undefined);
    if (passing !== undefined && tokens[i]?.gap !== 'line' && tokens[i]?.lower !== 'the')
      return { hedge: isDenied(tokens, i - 1) ? CONTRARY[passing] : passing, from: at };
    if (!THROUGH.has(verb) || tokens[i]?.gap === 'line') break;
    i--;
  }
  return { hedge: '=', from: at };
}

/** The hedge behind a number or its unit: "or more", "-plus", "+". */
export function hedgeAfter(tokens: readonly Token[], at: number): { hedge: Hedge; to: number } | null {
  const dash = /^[-‑]$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  const first = tokens[dash];
  if (first === undefined || first.gap === 'line') return null;
  for (const { words, hedge } of BY_FIRST.get(first.lower) ?? []) {
    if (!words.every((word, n) => tokens[dash + n]?.lower === word && (n === 0 || tokens[dash + n]?.gap !== 'line')))
      continue;
    const to = dash + words.length;
    // "1,200 jobs and up to 5,000"
    if (words.at(-1) === 'up' && tokens[to]?.lower === 'to') continue;
    if (/^(?:odd|ish)$/.test(first.lower) && dash === at && first.gap !== 'none') continue;
    // "five plus two", "at least" before the next number.
    const next = tokens[to];
    if (/^(?:plus|\+|at|max|maximum|approximately|minimum)$/.test(first.lower) && next?.kind === 'literal') continue;
    if (
      /^(?:plus|minimum|maximum|max)$/.test(first.lower) &&
      dash === at &&
      next?.kind === 'word' &&
      next.gap !== 'line'
    )
      continue;
    return { hedge, to };
  }
  return null;
}
