import { stem } from '../language/stem.ts';
import { STOP_WORDS, wordsIn } from '../language/words.ts';

/** What an article is about, as weighted terms: stems, and pairs of stems that stand side by side. */
export type Terms = ReadonlyMap<string, number>;

/** How much of a body is read: an event is told at the top. */
const BODY_CHARACTERS = 4000;
const BODY_TERMS = 40;
const PAIR = 0.5;
const BODY = 0.5;

function stemsOf(text: string): (string | null)[] {
  return wordsIn(text).map(({ text: word }) => {
    const plain = word
      .toLowerCase()
      .replace(/['’]s$|['’]$/, '')
      .replaceAll('’', "'");
    return plain.length < 2 || STOP_WORDS.has(plain) ? null : stem(plain);
  });
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let before: string | null = null;
  for (const word of stemsOf(text)) {
    if (word !== null) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (before !== null) counts.set(`${before} ${word}`, (counts.get(`${before} ${word}`) ?? 0) + PAIR);
    }
    before = word;
  }
  return counts;
}

/** The terms of an article: all of its title, and the most frequent of its body, which weigh less. */
export function termsOf(title: string, text: string): Terms {
  const terms = count(title);
  const body = [...count(text.slice(0, BODY_CHARACTERS))].sort((a, b) => b[1] - a[1]).slice(0, BODY_TERMS);
  for (const [term, times] of body) terms.set(term, (terms.get(term) ?? 0) + BODY * Math.log2(1 + times));
  return terms;
}
