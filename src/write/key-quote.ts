import type { Evidence, Quote, Story, Verified } from '../model.ts';
import type { TermReader } from './terms.ts';
import type { TermWeights } from './weigh.ts';

/** A quote that says something is a sentence, not a word, and short enough to be read at a glance. */
const LENGTH = { least: 40, most: 240 };
/** What press offices say. */
const HOLLOW =
  /\b(?:excited|thrilled|proud|pleased|delighted|honou?red|humbled|grateful|look(?:ing)?\sforward|commit(?:ted\sto|ment\sto)|dedicated\sto|thoughts\sand\sprayers|hearts?\s(?:go|goes)\sout|no\scomment|deeply\s(?:saddened|sorry))\b/iu;
/** Without its question or its neighbour it says nothing. */
const LEANS = /^(?:and|but|so|because|or|yes|no|well|that['’]s|this\sis|it\swas|it['’]s|he|she|they|you\sknow)\b/iu;
/** What somebody's role and place add: words of somebody whom the reader can weigh. */
const KNOWN = { role: 1.3, organisation: 1.1 };

/** The quotes of a story that say most of what it is about, at most one of a speaker; nothing of an altered copy. */
export function keyQuotes(
  story: Story,
  evidence: ReadonlyMap<string, Evidence>,
  weights: TermWeights,
  termsOf: TermReader,
  count: number,
  isKnown: (quote: Quote) => boolean,
): Verified<Quote>[] {
  const quotes = story.articles
    .filter(({ role }) => role !== 'copy')
    .flatMap(({ article }) => evidence.get(article)?.quotes ?? [])
    .filter((quote) => !isKnown(quote) && !HOLLOW.test(quote.text))
    .filter(({ text, speaker }) => {
      const whole = /^[\p{Lu}\d$€£¥]/u.test(text) && /[.!,]?$/u.test(text);
      return (
        speaker !== null && whole && text.length >= LENGTH.least && text.length <= LENGTH.most && !text.includes('\n')
      );
    })
    .map((quote) => {
      const terms = [...termsOf(quote.text)];
      const sum = terms.reduce((total, [term, telling]) => total + weights(term) * telling, 0);
      const leans = LEANS.test(quote.text) ? 0.3 : 1;
      const known = (quote.role === null ? 1 : KNOWN.role) * (quote.organisation === null ? 1 : KNOWN.organisation);
      return { quote, value: (sum / Math.sqrt(quote.text.length)) * leans * known };
    })
    .sort((a, b) => b.value - a.value);
  const speakers = new Set<string | null>();
  const chosen: Verified<Quote>[] = [];
  for (const { quote } of quotes) {
    if (chosen.length >= count) break;
    if (speakers.has(quote.speaker)) continue;
    speakers.add(quote.speaker);
    chosen.push(quote);
  }
  return chosen;
}
