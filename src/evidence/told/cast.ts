import { givenName } from '../../language/given-names.ts';
import { isGeneric } from '../../language/organisations.ts';
import type { QuoteReading } from '../../model.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { Names } from './names.ts';
import { caseOf, isName } from './place.ts';
import { tells } from './tells.ts';

/** How many sentences back somebody is looked for. */
const BACK = 3;
const PRONOUN = /^(?:it|its|they|their|them|itself)$/;
const OURS = /^(?:we|our|us|ours)$/;
/** "T4e", "HBM4E": a product's or a standard's code, which owns nothing. */
const CODE = /^(?=.*\d)[\p{L}\d-]+$/u;

const hasGivenName = (name: string): boolean => givenName(name.split(' ')[0] ?? name) !== null;

/** Whom a text speaks of: what "it", "we" and "the company" mean in each of its sentences. */
export class Cast {
  readonly names: Names;
  /** Whom all is about. */
  readonly topic: string | null;
  readonly #sentences: readonly ReadSentence[];
  readonly #quotes: readonly QuoteReading[];
  readonly #text: string;
  #at = 0;
  #figures: readonly (Stretch | null)[] = [];
  readonly #foci = new Map<number, string | null>();

  constructor(title: string | null, text: string, sentences: readonly ReadSentence[], quotes: readonly QuoteReading[]) {
    this.names = new Names(
      quotes.flatMap(({ speaker, role }) =>
        speaker !== null && (role !== null || hasGivenName(speaker)) ? [speaker] : [],
      ),
      text.slice(sentences[0]?.start ?? 0),
    );
    this.#sentences = sentences;
    this.#quotes = quotes;
    this.#text = text;
    this.topic = (title === null ? null : this.#entitled(title)) ?? this.#focus(0, true) ?? this.#author();
  }

  /** Turns to a sentence; `figures` are the stretches of its figures, which hold no names. */
  begin(sentence: ReadSentence, figures: readonly (Stretch | null)[]): void {
    this.#at = this.#sentences.indexOf(sentence);
    this.#figures = figures;
  }

  /** Is a word one of a figure's of this sentence? */
  isNumbered(n: number): boolean {
    return this.#figures.some((place) => place !== null && n >= place.from && n < place.to);
  }

  /** Whoever spoke last by name before the sentence, or is the first to. */
  get person(): string | null {
    const { start = 0, end = 0 } = this.#sentences[this.#at] ?? {};
    const named = this.#quotes.filter(({ speaker }) => speaker !== null);
    const spoke = named.findLast((quote) => quote.start < end && quote.start < start) ?? named[0];
    return spoke?.speaker ?? null;
  }

  /** The name, in full, that a word heads. */
  nameAt(tree: Tree, n: number): string | null {
    const name = this.names.at(tree, n, this.#figures);
    return name === null ? null : this.names.full(name);
  }

  /** The name of a title that its text has as well, the first that is no common word. */
  #entitled(title: string): string | null {
    const words = title.split(/\s+/);
    for (let from = 0; from < words.length; from++)
      for (let to = Math.min(from + 4, words.length); to > from; to--) {
        const part = words.slice(from, to);
        const name = part.join(' ').replace(/(?:['’]s|[:,])$/, '');
        if (!part.every((word) => /^[\p{Lu}\p{N}&]/u.test(word)) || !this.names.isNamed(name)) continue;
        if (from === 0 || this.names.within(name) > 1) return this.names.full(name);
      }
    return null;
  }

  /** Whom a sentence is about: its first subject that is a name or a name's; `own` leaves out who only tells it. */
  #focus(index: number, own = false): string | null {
    const known = own ? undefined : this.#foci.get(index);
    if (known !== undefined) return known;
    const tree = this.#sentences[index]?.tree;
    let found: string | null = null;
    for (let n = 0; tree !== undefined && found === null && n < tree.words.length; n++) {
      const { relation = '', head = -1 } = tree.words[n] ?? {};
      const told = tells(tree.words[head]?.lemma ?? '');
      if (/^nsubj/.test(relation) && !(own && told)) found = this.#named(tree, n);
    }
    if (!own) this.#foci.set(index, found);
    return found;
  }

  /** The name of a word or of its owner, where it is no person. */
  #named(tree: Tree, n: number): string | null {
    const name = this.names.at(tree, n, tree === this.#sentences[this.#at]?.tree ? this.#figures : []);
    if (name !== null) return this.names.isPerson(name) ? null : this.names.full(name);
    for (const child of dependents(tree, n, 'nmod:poss', 'compound', 'appos')) {
      // "net income (GAAP)"
      if (tree.words[child - 1]?.text === '(') continue;
      const owner = this.#named(tree, child);
      const called = tree.words[child]?.relation === 'appos';
      if (owner !== null && (called ? /^nsubj/.test(tree.words[n]?.relation ?? '') : !CODE.test(owner))) return owner;
    }
    for (const child of dependents(tree, n, 'nmod')) {
      const owner =
        /^(?:of|at|for|by|from)$/.test(caseOf(tree, child)) && isName(tree, child) ? this.#named(tree, child) : null;
      if (owner !== null && !CODE.test(owner)) return owner;
    }
    return null;
  }

  /** Whom "it" and "the company" mean: the subject of this sentence, of one before, or of all. */
  spoken(): string | null {
    return this.#focus(this.#at) ?? this.before();
  }

  /** Whom the sentences before this one in its paragraph are about; else whom all is about. */
  before(): string | null {
    for (let n = this.#at - 1; n >= Math.max(0, this.#at - BACK); n--) {
      const [one, next] = [this.#sentences[n], this.#sentences[n + 1]];
      if (one === undefined || next === undefined || this.#text.slice(one.end, next.start).includes('\n')) break;
      const found = this.#focus(n);
      if (found !== null) return found;
    }
    return this.topic ?? (this.#at > 0 ? this.#focus(this.#at - 1) : null);
  }

  /** Whose words a figure stands in: the organisation of whoever is quoted there. */
  #ours(start: number): string | null {
    const quote = this.#quotes.find((each) => each.start <= start && start < each.end);
    if (quote !== undefined) return quote.organisation === null ? this.before() : this.names.full(quote.organisation);
    return this.#author() ?? this.topic;
  }

  /** "us at Koldwell": who writes. */
  #author(): string | null {
    const at = /\b(?:[Ww]e|us) at (\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*)*)/u.exec(this.#text)?.[1];
    return at === undefined ? null : this.names.full(at);
  }

  /** Does a word stand for somebody named elsewhere: a pronoun, "the company"? */
  isAnaphor(tree: Tree, n: number): boolean {
    const { text = '', lemma = '' } = tree.words[n] ?? {};
    const low = text.toLowerCase();
    return this.nameAt(tree, n) === null && (PRONOUN.test(low) || OURS.test(low) || isGeneric(lemma));
  }

  /** Is whoever a word means the word itself, by name or not, and no owner of it? */
  isSelf(tree: Tree, n: number): boolean {
    return this.nameAt(tree, n) !== null || this.isAnaphor(tree, n);
  }

  /** Who or what is meant by a word, as far as it stands for a company, a product, a place: a name, a pronoun, "the company", an owner. */
  meant(tree: Tree, n: number | null): string | null {
    const word = tree.words[n ?? -1];
    if (n === null || word === undefined) return null;
    const named = this.#named(tree, n);
    if (named !== null) return named;
    const low = word.text.toLowerCase();
    if (OURS.test(low)) return this.#ours(word.start);
    if (PRONOUN.test(low)) return this.spoken();
    for (const child of dependents(tree, n, 'nmod:poss')) {
      const owner = this.meant(tree, child);
      if (owner !== null) return owner;
    }
    const the = dependents(tree, n, 'det').some((at) => /^(?:the|this)$/.test(tree.words[at]?.lemma ?? ''));
    return the && isGeneric(word.lemma) ? this.spoken() : null;
  }
}
