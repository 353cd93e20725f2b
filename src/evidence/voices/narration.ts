import { proseIn } from '../../language/sentences.ts';
import { type ReadSentence, readSentence } from '../../reading/read.ts';
import type { Tree } from '../../reading/tree.ts';
import type { Marked } from '../quotes/marks.ts';
import type { Paragraph } from '../quotes/paragraphs.ts';

/** Where a quotation stands in the narration: its sentence, the word of its opening mark, and the one behind its closing mark. */
export type Spot = { readonly sentence: number; readonly from: number; readonly to: number };

/** A text as its narrator tells it: what is quoted is blanked, so that each quotation is one thing in the sentence that holds it. */
export type Narration = {
  readonly text: string;
  readonly marked: readonly Marked[];
  readonly sentences: readonly ReadSentence[];
  /** Where each quotation stands; null for one that no sentence holds. */
  readonly spots: readonly (Spot | null)[];
  /** Of each sentence, the paragraph that it stands in. */
  readonly paragraphs: readonly number[];
  /** Of each sentence, which of its words are a quotation's. */
  readonly quoted: readonly (readonly boolean[])[];
};

/** What is quoted in so few characters is a part of the sentence around it, and is read with it. */
const FEW = 60;

/** As long as what is said, with no sentence of its own inside: its first word, and the mark that it ends with. */
function blanked(said: string): string {
  if (said.length < 4) return said;
  if (said.length <= FEW && !/[.!?\n"“”]/.test(said.slice(0, -1))) return said;
  const first = /^\p{Lu}/u.test(said) ? 'Yes' : (/^[\p{L}’' ]{3,40}(?= )/u.exec(said)?.[0] ?? 'so');
  const end = said.at(-1) ?? '';
  return `${first.padEnd(said.length - 1)}${/[.!?,]/.test(end) ? end : ' '}`;
}

export function narrationOf(text: string, marked: readonly Marked[], paragraphs: readonly Paragraph[]): Narration {
  let [told, at] = ['', 0];
  for (const { start, end } of marked) {
    told += text.slice(at, start) + blanked(text.slice(start, end));
    at = end;
  }
  told += text.slice(at);
  const sentences = proseIn(told).map((sentence) => readSentence(sentence.text, sentence.start));
  const quoted = sentences.map((): boolean[] => []);
  let s = 0;
  const spots = marked.map(({ outerStart, outerEnd }): Spot | null => {
    while ((sentences[s]?.end ?? Number.POSITIVE_INFINITY) <= outerStart) s++;
    const words = sentences[s]?.tree.words;
    if (words === undefined) return null;
    const first = words.findIndex(({ end }) => end > outerStart);
    const from = first < 0 ? words.length : first;
    let to = from;
    while ((words[to]?.start ?? Number.POSITIVE_INFINITY) < outerEnd) to++;
    for (let n = from; n < to; n++) (quoted[s] ?? [])[n] = true;
    return { sentence: s, from, to };
  });
  let p = 0;
  const places = sentences.map(({ start }) => {
    while (p < paragraphs.length - 1 && (paragraphs[p]?.end ?? 0) <= start) p++;
    return p;
  });
  return { text, marked, sentences, spots, paragraphs: places, quoted };
}

/** Is a word of a sentence a quotation's? */
export const isQuoted = ({ quoted }: Narration, s: number, n: number): boolean => quoted[s]?.[n] === true;

/** A word as its tree has it, by its place; "" for none. */
export const textAt = (tree: Tree | undefined, n: number): string => tree?.words[n]?.text ?? '';
export const lowAt = (tree: Tree | undefined, n: number): string => textAt(tree, n).toLowerCase();
