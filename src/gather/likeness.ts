/** Scripts that are written without spaces between words: pairs of their letters stand for words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A text as letters and digits alone: what is the same however it is spaced, cased and marked. */
export function plainForm(text: string): string {
  // What most texts have between their words goes first: looking characters up by their properties takes twice as long as all the rest.
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\x00-\x2f\x3a-\x60\x7b-\x7f\u2010-\u2027]+/g, ' ');
  return (/[^a-z0-9 ]/.test(words) ? words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ') : words).trim();
}

/** The words of a text that tell something, in any language: those of four letters and more, names in capitals, numbers. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [run] of text.normalize('NFKC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (UNSPACED.test(run)) {
      for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
    } else if (run.length >= 4 || /\p{N}|^\p{Lu}{2,}$/u.test(run)) words.add(run.toLowerCase());
  }
  return words;
}

/** The share of the telling words of `some` that `all` has too, 0 to 1; null where `some` has none. */
export function shareIn(some: string, all: string): number | null {
  const [wanted, there] = [tellingWords(some), tellingWords(all)];
  if (wanted.size === 0) return null;
  return [...wanted].filter((word) => there.has(word)).length / wanted.size;
}

/** Whether two titles are variants of one: each has half of the other's telling words. */
export function areAlike(one: string, other: string): boolean {
  return (shareIn(one, other) ?? 0) >= 0.5 && (shareIn(other, one) ?? 0) >= 0.5;
}

const RUN = 40;

/** Whether a run of `part`, from its start, its middle or further on, stands in `whole`. Less than half a line tells nothing. */
export function hasRunOf(part: string, whole: string): boolean {
  const [given, text] = [plainForm(part), plainForm(whole)];
  if (given.length < RUN / 2) return false;
  const starts = [0, 1, 2, 3].map((n) => Math.floor((Math.max(0, given.length - RUN) * n) / 3));
  return starts.some((start) => text.includes(given.slice(start, start + RUN)));
}
