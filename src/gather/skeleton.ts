/** A noncharacter of Unicode, which no document means. */
const MARK = '\ufdd0';
const MARKS = new RegExp(`${MARK}(\\d+);`, 'g');

/** Whether a text holds what marks are made of. */
export const hasMark = (text: string): boolean => text.includes(MARK);

/** What stood where the marks are, `texts` by the number in their mark. */
export function restored(text: string, texts: readonly string[]): string {
  return hasMark(text) ? text.replace(MARKS, (_, number: string) => texts[Number(number)] ?? '') : text;
}

/** How far a skeleton is made. */
export type Place = { readonly kept: number; readonly texts: number; readonly copied: number };

/**
 * A document without the elements that nobody reads, and with a mark in the place of each long text: a strict reader goes letter by letter, and
 * most letters are prose. It is made from the start to the end; places are in UTF-16 units of the document.
 */
export class Skeleton {
  readonly texts: string[] = [];
  readonly #document: string;
  readonly #kept: string[] = [];
  #copied = 0;

  constructor(document: string) {
    this.#document = document;
  }

  get place(): Place {
    return { kept: this.#kept.length, texts: this.texts.length, copied: this.#copied };
  }

  /** A mark stands for what was found from there to there. */
  lift(found: string, from: number, to: number): void {
    this.#kept.push(this.#document.slice(this.#copied, from), `${MARK}${this.texts.push(found) - 1};`);
    this.#copied = to;
  }

  leaveOut(from: number, to: number): void {
    this.#kept.push(this.#document.slice(this.#copied, from));
    this.#copied = to;
  }

  /** Leaves out what begins at `from`, where the skeleton was made as far as `place`. */
  takeBack({ kept, texts, copied }: Place, from: number, to: number): void {
    this.#kept.length = kept;
    this.texts.length = texts;
    this.#copied = copied;
    this.leaveOut(from, to);
  }

  whole(): string {
    return this.#kept.join('') + this.#document.slice(this.#copied);
  }
}
