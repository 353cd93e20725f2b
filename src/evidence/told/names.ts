import { givenName } from '../../language/given-names.ts';
import { dependents, type Tree, textOf } from '../../reading/tree.ts';
import { caseOf, isName, isNoun } from './place.ts';

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[1-4])\.?$/i;
const COMPANY =
  /^(?:company|firm|group|chipmaker|startup|maker|vendor|operator|utility|bank|developer|provider|lender|builder|supplier|business|carrier|lab|manufacturer|foundry|retailer)$/;

const isPartOfWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Does a word stand in a text, written so? */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + word.length])) return true;
  return false;
}

/** Whom a text has spoken of up to a sentence: what "it" and "the company" mean, and who each name is in full. */
export class Cast {
  /** The company, product or place that was last spoken of as a subject, and the first of all. */
  last: string | null = null;
  topic: string | null = null;
  /** What is named first in any other place than behind a preposition. */
  first: string | null = null;
  person: string | null = null;
  readonly #full = new Map<string, string>();
  readonly #people: ReadonlySet<string>;
  readonly #text: string;
  readonly #common = new Map<string, boolean>();

  /** `text` tells which words it writes in lower case as well, so that they are no names at the front of a sentence. */
  constructor(people: readonly string[], text: string) {
    this.#text = text;
    this.#people = new Set(people.flatMap((name) => [name, name.split(' ').at(-1) ?? name]));
  }

  /** A title begins with whom it is about, in words that its text writes as a name as well. */
  entitle(title: string, text: string): void {
    const words = title.split(/\s+/).slice(0, 5);
    for (let n = words.length; n > 0; n--) {
      const name = words
        .slice(0, n)
        .join(' ')
        .replace(/(?:['’]s|[:,])$/, '');
      if (!/^[\p{Lu}\p{N}]/u.test(name) || this.isCommon(name) || this.isPerson(name) || !text.includes(name)) continue;
      if (words.slice(0, n).some((word) => !/^[\p{Lu}\p{N}&]/u.test(word))) continue;
      this.topic = name;
      return;
    }
  }

  isPerson(name: string): boolean {
    const [first = '', second] = name.split(' ');
    return this.#people.has(name) || (second !== undefined && givenName(first) !== null);
  }

  full(name: string): string {
    return this.#full.get(name) ?? name;
  }

  /** The name that a word heads, unless it is a common word with a capital. */
  nameAt(tree: Tree, n: number): string | null {
    const name = nameAt(tree, n);
    return name === null || this.isCommon(name) ? null : name;
  }

  isCommon(name: string): boolean {
    const known = this.#common.get(name);
    if (known !== undefined) return known;
    const low = name.toLowerCase();
    const common = /^\p{Ll}{3,}$/u.test(low) && hasWord(this.#text, low);
    this.#common.set(name, common);
    return common;
  }

  /** Takes in the names and the subjects of a sentence that has been told. */
  read(tree: Tree): void {
    tree.words.forEach((_, n) => {
      const name = this.nameAt(tree, n);
      if (name === null) return;
      const person = this.isPerson(name);
      const short = person ? name.split(' ').at(-1) : name.split(' ')[0];
      if (short !== undefined && short !== name && short.length > 3 && !this.#full.has(short))
        this.#full.set(short, name);
      if (person) this.person = this.full(name);
      else if (/^nsubj/.test(tree.words[n]?.relation ?? '')) {
        this.last = this.full(name);
        this.topic ??= this.last;
      } else if (!/^(?:obl|nmod)$/.test(tree.words[n]?.relation ?? '')) this.first ??= this.full(name);
    });
  }

  /** What "it" and "the company" mean: a subject of the same sentence that is named, what was last spoken of, or what all is about. */
  spoken(tree: Tree | null): string | null {
    for (let n = 0; tree !== null && n < tree.words.length; n++) {
      const name = /^nsubj/.test(tree.words[n]?.relation ?? '') ? this.nameAt(tree, n) : null;
      if (name !== null && !this.isPerson(name)) return this.full(name);
    }
    return tree === null ? (this.topic ?? this.last ?? this.first) : (this.last ?? this.topic ?? this.first);
  }

  /** Who or what is meant by a word, as far as it stands for a company, a product, a place: a name, a pronoun, "the company", an owner. */
  meant(tree: Tree, n: number | null): string | null {
    const word = tree.words[n ?? -1];
    if (n === null || word === undefined) return null;
    const name = this.nameAt(tree, n);
    if (name !== null) return this.isPerson(name) ? null : this.full(name);
    if (word.class === 'PRON')
      return /^(?:it|its|they|their|we|our|itself)$/.test(word.text.toLowerCase()) ? this.spoken(tree) : null;
    for (const child of dependents(tree, n, 'nmod:poss', 'compound', 'appos')) {
      const owner = this.meant(tree, child);
      if (owner !== null) return owner;
    }
    for (const child of dependents(tree, n, 'nmod')) {
      const owner =
        /^(?:of|at|for|by)$/.test(caseOf(tree, child)) && isName(tree, child) ? this.meant(tree, child) : null;
      if (owner !== null) return owner;
    }
    const the = dependents(tree, n, 'det').some((at) => /^(?:the|this)$/.test(tree.words[at]?.lemma ?? ''));
    return the && COMPANY.test(word.lemma) ? this.spoken(tree) : null;
  }
}

/** The name that a word heads, as written; null for what is none, days and months. */
export function nameAt(tree: Tree, n: number): string | null {
  const word = tree.words[n];
  if (
    word?.class !== 'PROPN' ||
    (n === 0 && /^NNS?$/.test(word.tag)) ||
    (n === 0 && word.tag === 'NNPS' && !isName(tree, 1)) ||
    CALENDAR.test(word.text) ||
    !/\p{Lu}/u.test(word.text)
  )
    return null;
  if (/^(?:flat|compound)/.test(word.relation) && isName(tree, word.head)) return null;
  const isPart = (at: number): boolean =>
    (isName(tree, at) || (at > 0 && isNoun(tree, at) && /^\p{Lu}/u.test(tree.words[at]?.text ?? ''))) &&
    !CALENDAR.test(tree.words[at]?.text ?? '');
  let [from, to] = [n, n + 1];
  const joins = (at: number): boolean =>
    /^(?:&|-|'s|’s)$/.test(tree.words[at]?.text ?? '') && !/^['’]s$/.test(tree.words[at]?.text ?? '');
  while (isPart(from - 1) || (joins(from - 1) && isPart(from - 2))) from--;
  while (isPart(to) || (joins(to) && isPart(to + 1))) to++;
  return textOf(tree, { from, to }).replace(/\s+/g, ' ');
}
