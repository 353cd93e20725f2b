import { givenName } from '../../language/given-names.ts';
import { isBody, isGeneric } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { QuoteReading } from '../../model.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { isApart, isBusiness, isTheirs, mayMean } from './antecedents.ts';
import { describedAs } from './described.ts';
import { bodiesBefore, doersIn, focusOf, namedBy, personActing, type Scene } from './named.ts';
import { Names } from './names.ts';
import { isName } from './place.ts';
import { Topic } from './topic.ts';

/** How many sentences back somebody is looked for. */
const BACK = 3;
const PRONOUN = /^(?:it|its|they|their|them|itself)$/;
const OURS = /^(?:we|our|us|ours)$/;
/** Whom a text speaks of: what "it", "we" and "the company" mean in each of its sentences. */
export class Cast {
  readonly names: Names;
  readonly #topic: Topic;
  readonly #sentences: readonly ReadSentence[];
  readonly #quotes: readonly QuoteReading[];
  readonly #text: string;
  #at = 0;
  #figures: readonly (Stretch | null)[] = [];
  readonly #foci = new Map<number, string | null>();
  /** Whom `before` finds for the sentence that is read, once it was asked. */
  #before: { readonly name: string | null } | null = null;

  constructor(title: string | null, text: string, sentences: readonly ReadSentence[], quotes: readonly QuoteReading[]) {
    const people = quotes.flatMap(({ speaker, role }) =>
      speaker !== null && (role !== null || givenName(speaker.split(' ')[0] ?? speaker) !== null) ? [speaker] : [],
    );
    this.names = new Names(people, text.slice(sentences[0]?.start ?? 0));
    this.#sentences = sentences;
    this.#quotes = quotes;
    this.#text = text;
    this.#topic = new Topic(title, text, sentences, this.names);
  }

  /** Whom all is about, or else who is named first: whose the tables are. */
  get opener(): string | null {
    return this.#topic.whole() ?? this.#focus(0);
  }

  /** Turns to a sentence; `figures` are the stretches of its figures, which hold no names. */
  begin(sentence: ReadSentence, figures: readonly (Stretch | null)[]): void {
    this.#at = this.#sentences.indexOf(sentence);
    this.#figures = figures;
    this.#before = null;
  }

  /** Does a sentence have another behind it in its paragraph? */
  #joined(index: number): boolean {
    const [one, next] = [this.#sentences[index], this.#sentences[index + 1]];
    return one !== undefined && next !== undefined && !this.#text.slice(one.end, next.start).includes('\n');
  }

  /** Is a word one of a figure's of this sentence? */
  isNumbered(n: number): boolean {
    return this.#figures.some((place) => place !== null && n >= place.from && n < place.to);
  }

  /** Whoever spoke last by name before the sentence, or is the first to. */
  get person(): string | null {
    for (let n = this.#at - 1; n >= Math.max(0, this.#at - BACK); n--) {
      const { tree, text = '' } = this.#sentences[n] ?? {};
      const named = tree === undefined || !this.names.mayStandIn(text) ? null : personActing(this.#scene(tree));
      if (named !== null) return named;
    }
    const { start = 0 } = this.#sentences[this.#at] ?? {};
    const named = this.#quotes.filter(({ speaker }) => speaker !== null);
    return (named.findLast((quote) => quote.start < start) ?? named[0])?.speaker ?? null;
  }

  /** The sentence before the one that is read, in its paragraph. */
  get previous(): ReadSentence | null {
    return this.#joined(this.#at - 1) ? (this.#sentences[this.#at - 1] ?? null) : null;
  }

  /** The sentence behind the one that is read, in its paragraph; empty where there is none. */
  get next(): string {
    return this.#joined(this.#at) ? (this.#sentences[this.#at + 1]?.text ?? '') : '';
  }

  #quoteAt(start: number): QuoteReading | undefined {
    return this.#quotes.find((quote) => quote.start <= start && start < quote.end);
  }

  /** The person that a word names or stands for: "Ada Brandt", "she", "I" in somebody's words. */
  personAt(tree: Tree, n: number | null): string | null {
    const { text = '', start = 0 } = tree.words[n ?? -1] ?? {};
    if (n === null || text === '') return null;
    if (text === 'I') {
      const quote = this.#quoteAt(start);
      return quote?.organisation == null ? (quote?.speaker ?? null) : this.names.full(quote.organisation);
    }
    if (/^(?:he|she)$/i.test(text)) return this.person;
    const name = this.names.at(tree, n, this.#figures);
    return name !== null && this.names.isPerson(name) ? this.names.full(name) : null;
  }

  /** The name, in full, that a word heads. */
  nameAt(tree: Tree, n: number): string | null {
    const name = this.names.at(tree, n, this.#figures);
    return name === null ? null : this.names.full(name);
  }

  /** Whom a sentence is about, by its place among all. */
  #focus(index: number): string | null {
    const known = this.#foci.get(index);
    if (known !== undefined) return known;
    const sentence = this.#sentences[index];
    const isTold = sentence !== undefined && this.names.mayStandIn(sentence.text);
    const found = isTold ? focusOf(this.#scene(sentence.tree), {}) : null;
    this.#foci.set(index, found);
    return found;
  }

  /** The figures of a tree are known while it is being read. */
  #scene(tree: Tree): Scene {
    const isRead = tree === this.#sentences[this.#at]?.tree;
    return { tree, names: this.names, figures: isRead ? this.#figures : [] };
  }

  /** Whom the sentences before this one in its paragraph are about; else whom all is about; of those that fit only. */
  before(fits: ((name: string) => boolean) | null = null): string | null {
    if (fits !== null) return this.#fitting(fits);
    this.#before ??= { name: this.#fitting(() => true) };
    return this.#before.name;
  }

  #fitting(fits: (name: string) => boolean): string | null {
    for (let n = this.#at - 1; n >= Math.max(0, this.#at - BACK); n--) {
      if (!this.#joined(n)) break;
      const found = this.#focus(n);
      if (found !== null && fits(found)) return found;
    }
    // "This story has been corrected to say that the fund's stake is 24%": before anybody is named.
    const others = [this.#topic.whole, this.#at > 0 ? () => this.#focus(this.#at - 1) : this.#topic.lead];
    for (const other of others) {
      const name = other();
      if (name !== null && fits(name)) return name;
    }
    return null;
  }

  /** Whom "its" means, and "the operator": the subject above it, another who was named before it, or whoever was spoken of. */
  #antecedent(tree: Tree, n: number, noun: string | null): string | null {
    const isThey = noun === null && isTheirs(tree.words[n]?.text ?? '');
    const fits = mayMean(this.names, tree.words[n]?.text ?? '', noun);
    // "the company" may be any of those that are called so, "the utility" is the one that is.
    const isAny = noun === null || /^(?:company|firm|group)$/.test(noun);
    const called = isAny ? null : describedAs(noun, this.#sentences.slice(0, this.#at + 1), this.names);
    if (called !== null) return called;
    let own: string | null = null;
    for (let at = tree.words[n]?.head ?? -1, below = n, steps = 0; at >= 0 && steps < 12; steps++) {
      const subject = dependents(tree, at, 'nsubj').find((k) => k !== below && k < n);
      // "are made by Corran on its line"
      const agent = dependents(tree, at, 'obl:agent').find((k) => k !== below && k < n);
      const maker = noun === null && agent !== undefined ? this.meant(tree, agent) : null;
      if (maker !== null) return maker;
      const human = subject !== undefined && isPersonalNoun(tree.words[subject]?.lemma ?? '');
      const name = subject === undefined || human ? null : this.meant(tree, subject);
      // "Both airlines lease their jets"
      const isPlural = tree.words[subject ?? -1]?.tag === 'NNS';
      const isSeveral = dependents(tree, subject ?? -1, 'conj').some((k) => isName(tree, k) && k < n);
      if (isThey && (isPlural ? name === null : isSeveral)) return null;
      if (name !== null && fits(name)) {
        if (noun === null) return name;
        own ??= name;
      }
      [below, at] = [at, tree.words[at]?.head ?? -1];
    }
    if (own !== null && /^nsubj/.test(tree.words[n]?.relation ?? '')) return own;
    // Nobody calls the subject of the sentence "the operator" behind its verb.
    if (own !== null) return bodiesBefore(this.#scene(tree), n).findLast((name) => name !== own && fits(name)) ?? own;
    // Nobody is meant who is named only behind the word.
    const first = focusOf(this.#scene(tree), { until: n });
    return first !== null && fits(first) ? first : (this.before(fits) ?? (noun === null ? null : this.#recent(fits)));
  }

  /** Whoever that fits was the last to do something, in a main clause or another. */
  #recent(fits: (name: string) => boolean): string | null {
    for (let n = this.#at - 1; n >= 0; n--) {
      const sentence = this.#sentences[n];
      if (sentence === undefined || !this.names.mayStandIn(sentence.text)) continue;
      const doer = doersIn(this.#scene(sentence.tree)).findLast(fits);
      if (doer !== undefined) return doer;
    }
    return null;
  }

  /** Whose words a figure stands in: the organisation of whoever is quoted there. */
  #ours(start: number): string | null {
    const quote = this.#quoteAt(start);
    if (quote !== undefined) return quote.organisation === null ? null : this.names.full(quote.organisation);
    return this.#topic.writer();
  }

  /** Whom the title names. */
  get entitled(): string | null {
    return this.#topic.entitled;
  }

  /** Does a word mean whoever writes, of whom nothing is known? */
  isUnknownWriter(tree: Tree, n: number): boolean {
    const isOurs = (at: number): boolean => OURS.test(tree.words[at]?.text.toLowerCase() ?? '');
    return (isOurs(n) || dependents(tree, n, 'nmod:poss').some(isOurs)) && this.meant(tree, n) === null;
  }

  /** Does a word stand for somebody named elsewhere: a pronoun, "the company"? */
  isAnaphor(tree: Tree, n: number): boolean {
    const { text = '', lemma = '' } = tree.words[n] ?? {};
    const low = text.toLowerCase();
    return this.nameAt(tree, n) === null && (PRONOUN.test(low) || OURS.test(low) || isGeneric(lemma));
  }

  /** Who or what is meant by a word, as far as it stands for a company, a product, a place: a name, a pronoun, "the company", an owner. */
  meant(tree: Tree, n: number | null): string | null {
    const word = tree.words[n ?? -1];
    if (n === null || word === undefined) return null;
    const named = namedBy(this.#scene(tree), n);
    if (named !== null) return named;
    const low = word.text.toLowerCase();
    if (OURS.test(low)) return this.#ours(word.start);
    if (PRONOUN.test(low)) return this.#antecedent(tree, n, null);
    // "Corran, whose members": the noun that the clause tells more of.
    const clause = low === 'whose' ? tree.words[tree.words[word.head]?.head ?? -1] : undefined;
    if (clause?.relation === 'acl:relcl') return namedBy(this.#scene(tree), clause.head);
    for (const child of dependents(tree, n, 'nmod:poss')) {
      const owner = this.meant(tree, child);
      // "California's utility regulator" is not California.
      if (owner !== null && !(isBody(word.lemma) && this.names.isPlace(owner))) return owner;
    }
    const the = dependents(tree, n, 'det').some((at) => /^(?:the|this)$/.test(tree.words[at]?.lemma ?? ''));
    // "the utilities" are several, "the grid operator" is told apart by its kind.
    const other = word.tag === 'NNS' || (!isBusiness(word.lemma) && dependent(tree, n, 'compound') !== null);
    return the && !other && !isApart(tree, n) && isGeneric(word.lemma) ? this.#antecedent(tree, n, word.lemma) : null;
  }
}
