/** A word of a text, as written. Offsets are UTF-16 code units. */
export type Word = { readonly start: number; readonly end: number; readonly text: string };

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’&-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text as texts alone, where nobody asks for their places. */
export function wordTextsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The words of a text in order: letters and digits, with the apostrophes, hyphens and points inside them. */
export function wordsIn(text: string): Word[] {
  let end = 0;
  return wordTextsIn(text).map((word) => {
    // Between two words stands nothing that a word could begin with.
    const start = text.indexOf(word, end);
    end = start + word.length;
    return { start, end, text: word };
  });
}

/** Does a word stand in a text before an offset, written so, and not as a piece of another? `joins` is what a word may go on with. */
export function hasWord(text: string, word: string, joins = /[\p{L}\p{N}]/u, to = text.length): boolean {
  for (let at = text.indexOf(word); at >= 0 && at + word.length <= to; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!joins.test(text.charAt(at - 1)) && (end === to || !joins.test(text.charAt(end)))) return true;
  }
  return false;
}

/** Words that carry grammar rather than content. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are aren't as at be because been before being below between
  both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for from further
  had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how how's i i'd
  i'll i'm i've if in into is isn't it it's its itself just let's me more most mustn't my myself no nor not now of off on
  once only or other ought our ours ourselves out over own said same says shan't she she'd she'll she's should shouldn't so
  some such than that that's the their theirs them themselves then there there's these they they'd they'll they're they've
  this those through to too under until up upon very was wasn't we we'd we'll we're we've were weren't what what's when
  when's where where's which while who who's whom why why's will with won't would wouldn't you you'd you'll you're you've
  your yours yourself yourselves`.split(/\s+/),
);
