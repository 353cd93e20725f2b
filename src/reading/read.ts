import { sentencesIn } from '../language/sentences.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { datelineOf } from './dateline.ts';
import { parse } from './parse.ts';
import type { Tree } from './tree.ts';

/** Of everything that makes a reading: another number where the same text is read otherwise. */
export const READING_VERSION = 24;

/** How many sentences are kept: the article in hand, which figures, quotes and the gate look at one after the other. */
const KEPT = 256;
const recent = new Map<string, ReadSentence>();

/** A sentence as every stage sees it. Its tree, without the dateline, is made when it is first asked for, since most sentences are never looked at closely. */
export class ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  #tree: Tree | null = null;
  #clauses: readonly Clause[] | null = null;

  readonly #beside: readonly Tree[];
  constructor(text: string, start: number, beside: readonly Tree[] = []) {
    this.text = text;
    this.#beside = beside;
    this.start = start;
    this.end = start + text.length;
  }

  get tree(): Tree {
    if (this.#tree === null) {
      const lead = datelineOf(this.text);
      this.#tree = parse(this.text.slice(lead), this.start + lead, this.#beside);
    }
    return this.#tree;
  }

  get clauses(): readonly Clause[] {
    this.#clauses ??= clausesOf(this.tree);
    return this.#clauses;
  }
}

/** A sentence of a text, which begins there at `start`. Whoever asks for the same soon after gets the same reading. */
export function readSentence(text: string, start = 0): ReadSentence {
  const known = recent.get(text);
  if (known?.start === start) return known;
  const made = new ReadSentence(text, start);
  if (known === undefined && recent.size >= KEPT) for (const [oldest] of recent) if (recent.delete(oldest)) break;
  recent.set(text, made);
  return made;
}

/** The sentences of a text, in order. */
export function read(text: string): ReadSentence[] {
  return sentencesIn(text).map((sentence) => readSentence(sentence.text, sentence.start));
}
