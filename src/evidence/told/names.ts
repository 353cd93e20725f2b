import { givenName } from '../../language/given-names.ts';
import { isFunctionWord } from '../../language/lexicon.ts';
import { isGeneric } from '../../language/organisations.ts';
import { isWord } from '../../reading/network/network.ts';
import { type Stretch, type Tree, textOf } from '../../reading/tree.ts';
import { isFirst, isName } from './place.ts';

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[1-4]|fy\d*)\.?$/i;
/** What a company's name ends in and nothing is called by alone, and units. */
const NO_NAME =
  /^(?:(?:non-)?GAAP|EBITDA|EBIT|EPS|AI|IT|GPUs?|CPUs?|TPUs?|HBM\d?E?|DRAM|NAND|SSD|LLM|API|IPO|ESG|Inc|Corp|Ltd|LLC|Plc|Co|AG|SE|NV|.{0,1}|[kKMGTP]?[BWbV]h?|[MG]Hz)\.?$/;
const RUN = /\p{Lu}[\p{L}\p{M}\d’'-]*(?: (?:& )?\p{Lu}[\p{L}\p{M}\d-]*)+/gu;

const isPartOfWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Does a word stand in a text, written so? */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + word.length])) return true;
  return false;
}

/** The names of a text: which words are names, who is a person, and who each is in full. */
export class Names {
  readonly #text: string;
  readonly #full = new Map<string, string>();
  readonly #people: ReadonlySet<string>;
  readonly #common = new Map<string, boolean>();

  /** `people` are known to be persons; `text` tells which words it writes in lower case as well, so that no name is one of them. */
  constructor(people: readonly string[], text: string) {
    this.#text = text;
    this.#people = new Set(people.flatMap((name) => [name, ...name.split(' ').filter((part) => part.length > 2)]));
    // What is named in full is called by its first word later, a person by the last.
    for (const [name] of text.matchAll(RUN)) {
      const words = name.split(' ');
      const short = (this.isPerson(name) ? words.at(-1) : words[0]) ?? name;
      const fits = short.length > 3 && !this.#full.has(short) && !words.some((word) => CALENDAR.test(word));
      if (fits && !this.isCommon(short) && !isFunctionWord(short.toLowerCase())) this.#full.set(short, name);
    }
  }

  isPerson(name: string): boolean {
    const [first = '', second] = name.split(' ');
    return this.#people.has(name) || (second !== undefined && givenName(first) !== null);
  }

  isCommon(name: string): boolean {
    const known = this.#common.get(name);
    if (known !== undefined) return known;
    const low = name.toLowerCase();
    const common = /^\p{Ll}{3,}$/u.test(low) && hasWord(this.#text, low);
    this.#common.set(name, common);
    return common;
  }

  full(name: string): string {
    return this.#full.get(name) ?? name;
  }

  /** Does the text have what a title gives as a name of no person, with a capital that not its place alone gives it? */
  isNamed(name: string): boolean {
    const low = name.toLowerCase();
    if (!/^\p{Lu}[\p{L}\d]/u.test(name) || this.isCommon(name) || this.isPerson(name) || /\d/.test(name)) return false;
    if (isFunctionWord(low) || !this.#text.includes(name)) return false;
    return this.within(name, /[\p{Ll}\d,] $/u) > 0 || !isWord(low);
  }

  /** How often the text has a name, or one that begins with it, where not the mere beginning of a sentence gives it its capital. */
  within(name: string, before = /[\p{L}\d,’'] $/u): number {
    let count = 0;
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + 1))
      if (before.test(this.#text.slice(Math.max(0, at - 2), at))) count++;
    return count;
  }

  /** May a word with a capital be a name, or a part of one? What begins a sentence has its capital anyway. */
  #isNamed(tree: Tree, n: number): boolean {
    const { text = '', class: kind = '' } = tree.words[n] ?? {};
    if (!/^\p{Lu}/u.test(text) || CALENDAR.test(text) || /^(?:DET|PRON|ADP|AUX|NUM|CCONJ|SCONJ)$/.test(kind))
      return false;
    if (!isFirst(tree, n)) return true;
    const low = text.toLowerCase();
    if (this.isCommon(low) || isFunctionWord(low)) return false;
    return (
      !isWord(low) ||
      this.within(text) > 0 ||
      (kind === 'PROPN' && (isName(tree, n + 1) || tree.words[n + 1]?.text === '&'))
    );
  }

  /** The name that a word heads, as written; null for what is none, days and months, and for the words of `figures`. */
  at(tree: Tree, n: number, figures: readonly (Stretch | null)[] = []): string | null {
    const { class: kind = '', relation = '', head = -1 } = tree.words[n] ?? {};
    if (!/^(?:PROPN|NOUN)$/.test(kind) || !this.#isNamed(tree, n)) return null;
    if (figures.some((place) => place !== null && n >= place.from && n < place.to)) return null;
    if (/^(?:flat|compound)/.test(relation) && Math.abs(head - n) < 4 && this.#isNamed(tree, head)) return null;
    const joins = (at: number): boolean => /^(?:&|-)$/.test(tree.words[at]?.text ?? '');
    let [from, to] = [n, n + 1];
    while (this.#isNamed(tree, from - 1) || (joins(from - 1) && this.#isNamed(tree, from - 2))) from--;
    while (this.#isNamed(tree, to) || (joins(to) && this.#isNamed(tree, to + 1))) to++;
    const name = textOf(tree, { from, to }).replace(/\s+/g, ' ');
    // "the Company", as filings write it
    return NO_NAME.test(name) || this.isCommon(name) || isGeneric(name.toLowerCase()) ? null : name;
  }
}
