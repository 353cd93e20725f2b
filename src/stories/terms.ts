import { stem } from '../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';

/** What an article is about, as weighted terms: stems, figures, and pairs of these that stand side by side in a title. */
export type Terms = ReadonlyMap<string, number>;

/** How much of a body is read: an event is told at the top. */
const BODY_CHARACTERS = 2500;
/** Pairs say what their words say, and a little more; those of a body would be without number. */
const PAIR = 0.5;
const BODY = 0.5;
const BODY_TERMS = 40;

const FORMS = 50_000;
const forms = new Map<string, string>();

/** Stemming again and again is what reading costs most: a bounded memory of the forms met. */
function stemmed(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  if (forms.size >= FORMS) forms.clear();
  const found = stem(word);
  forms.set(word, found);
  return found;
}

function count(text: string, pair: number): Map<string, number> {
  const counts = new Map<string, number>();
  let before: string | null = null;
  // "Data-centre" is "data centre".
  for (const { text: word } of wordsIn(text.replaceAll('-', ' '))) {
    const plain = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
    if (plain.length < 2 || STOP_WORDS.has(plain)) {
      before = null;
      continue;
    }
    const term = stemmed(plain);
    counts.set(term, (counts.get(term) ?? 0) + 1);
    if (before !== null && pair > 0) {
      const both = `${before} ${term}`;
      counts.set(both, (counts.get(both) ?? 0) + pair);
    }
    before = term;
  }
  return counts;
}

/** The terms of an article: those of its title weigh 1, those of the top of its body by how often they stand there. */
export function termsOf(title: string, text: string): Terms {
  const terms = new Map([...count(title, PAIR)].map(([term, times]) => [term, Math.min(1, times)]));
  // The sort is stable: of words as frequent the earlier, which stand nearer to the news.
  const body = [...count(text.slice(0, BODY_CHARACTERS), 0)].sort((a, b) => b[1] - a[1]).slice(0, BODY_TERMS);
  for (const [term, times] of body) {
    terms.set(term, (terms.get(term) ?? 0) + BODY * Math.log2(1 + times));
  }
  return terms;
}

const ORDINALS: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4' };
const QUARTER = /\b(?:(first|second|third|fourth)[ -](?:fiscal[ -])?quarter|Q([1-4])\b)/gi;
const PERIOD_CHARACTERS = 300;

/** The quarters that a title and the opening of its text are about: results of one are another event than those of the next. */
export function quartersOf(title: string, text: string): ReadonlySet<string> {
  const opening = `${title}\n${text.slice(0, PERIOD_CHARACTERS)}`;
  return new Set(
    Array.from(opening.matchAll(QUARTER), ([, word, digit]) => digit ?? ORDINALS[word?.toLowerCase() ?? ''] ?? ''),
  );
}
