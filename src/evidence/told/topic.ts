import { once } from '../../once.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { focusOf } from './named.ts';
import type { Names } from './names.ts';

/** What analysts and journalists do with what is not theirs: "we expect", "we raise our target". */
const ASSESSES =
  /\b[Ww]e (?:now |still |also )?(?:see|expect|model|estimate|forecast|rate|trim|lift|keep|think|would|asked|said|had said|reported)\b/;
/** "us at Koldwell": who writes. */
const AUTHOR = /\b(?:(?:[Ww]e|us) at (\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*)*)|\bAt (\p{Lu}[\p{L}\d]*),? we\b)/u;

/** The name of a title that its text has as well, the first that is no common word. */
function entitledBy(title: string, names: Names): string | null {
  const words = title.split(/\s+/);
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(from + 4, words.length); to > from; to--) {
      const part = words.slice(from, to);
      const name = part.join(' ').replace(/(?:['’]s|[:,])$/, '');
      if (!part.every((word) => /^[\p{Lu}\p{N}&]/u.test(word)) || !names.isNamed(name)) continue;
      const isOwner = /['’]s$/.test(words[to - 1] ?? '');
      if (from === 0 || to - from > 1 || isOwner || names.within(name) > 1) return names.full(name);
    }
  return null;
}

/** Whom a text is about as a whole, and who writes it. */
export class Topic {
  /** Whom the title names. */
  readonly entitled: string | null;
  /** Whom the first sentences are about. */
  readonly lead = once(() => this.#focus(0) ?? this.#focus(1) ?? this.#focus(2));
  /** Whom all is about. */
  readonly whole = once(() => this.entitled ?? this.#leading() ?? this.#author());
  /** Whom "we" means. */
  readonly writer = once(() => this.#author() ?? (ASSESSES.test(this.#text) ? null : (this.entitled ?? this.lead())));
  readonly #names: Names;
  readonly #text: string;
  readonly #sentences: readonly ReadSentence[];

  constructor(title: string | null, text: string, sentences: readonly ReadSentence[], names: Names) {
    // "Tarn Securities: raising our target": who writes is not written about.
    const told = title !== null && ASSESSES.test(text) ? /^[^:]{3,60}: (.+)/.exec(title)?.[1] : undefined;
    this.entitled =
      (told === undefined ? null : entitledBy(told, names)) ?? (title === null ? null : entitledBy(title, names));
    this.#names = names;
    this.#text = text;
    this.#sentences = sentences;
  }

  #focus(index: number): string | null {
    const sentence = this.#sentences[index];
    if (sentence === undefined || !this.#names.mayStandIn(sentence.text)) return null;
    return focusOf({ tree: sentence.tree, names: this.#names, figures: [] }, { told: true });
  }

  /** Whom the first sentences are about, if all is: if there is one paragraph, or several that name them, or none begins with others. */
  #leading(): string | null {
    const lead = this.lead();
    if (lead === null) return null;
    const paragraphs = this.#text.split(/\n\s*\n/);
    const naming = paragraphs.filter((part) => part.includes(lead.split(' ')[0] ?? lead));
    const isAll = paragraphs.length < 2 || naming.length > 1 || (lead === this.#focus(0) && !this.#isDigest());
    return isAll ? lead : null;
  }

  /** Do the paragraphs of a text begin with one name after another? */
  #isDigest(): boolean {
    const named = new Set<string>();
    for (const [n, { start }] of this.#sentences.entries()) {
      const isFirst = n === 0 || this.#text.slice(this.#sentences[n - 1]?.end ?? 0, start).includes('\n');
      const name = isFirst ? this.#focus(n) : null;
      if (name !== null && named.add(name).size > 2) return true;
    }
    return false;
  }

  #author(): string | null {
    const at = AUTHOR.exec(this.#text);
    const name = at?.[1] ?? at?.[2];
    return name === undefined ? null : this.#names.full(name);
  }
}
