import { isCountry, otherNameOfCountry } from '../../language/countries.ts';
import { givenName } from '../../language/given-names.ts';
import { isGeneric } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';
import type { QuoteReading } from '../../model.ts';
import { once } from '../../once.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch, type Tree } from '../../reading/tree.ts';
import { Names } from './names.ts';
import { caseOf, isName, nounPhrase, written } from './place.ts';
import { isMove, tells } from './tells.ts';

/** How many sentences back somebody is looked for. */
const BACK = 3;
const PRONOUN = /^(?:it|its|they|their|them|itself)$/;
const OURS = /^(?:we|our|us|ours)$/;
/** "T4e", "HBM4E": a product's or a standard's code, which owns nothing. */
const CODE = /^(?=.*\d)[\p{L}\d-]+$/u;

/** What analysts and journalists do with what is not theirs: "we expect", "we raise our target". */
const ASSESSES =
  /\b[Ww]e (?:now |still |also )?(?:see|expect|model|estimate|forecast|rate|trim|lift|keep|think|would|asked|said|had said|reported)\b/;
/** Nouns of companies, which no place and no public body is called by. */
const BUSINESS = /^(?:company|firm|startup|start-up|business|group|developer)$|maker$/;
const PUBLIC =
  /\b(?:County|City|Commission|Department|Ministry|Council|Court|Bureau|State|Parliament|Senate|Authority)\b/;

const hasGivenName = (name: string): boolean => givenName(name.split(' ')[0] ?? name) !== null;

/** Whom a text speaks of: what "it", "we" and "the company" mean in each of its sentences. */
export class Cast {
  readonly names: Names;
  /** Whom the title names. */
  readonly entitled: string | null;
  /** Whom the first sentences are about. */
  readonly #lead = once(() => this.#focus(0, true) ?? this.#focus(1, true) ?? this.#focus(2, true));
  readonly #topic = once(() => this.entitled ?? this.#leading() ?? this.#author());
  /** Who writes, so whom "we" means. */
  readonly #own = once(() => this.#author() ?? (ASSESSES.test(this.#text) ? null : (this.entitled ?? this.#lead())));
  readonly #sentences: readonly ReadSentence[];
  readonly #quotes: readonly QuoteReading[];
  readonly #text: string;
  #at = 0;
  #figures: readonly (Stretch | null)[] = [];
  readonly #foci = new Map<number, string | null>();
  /** Whom `before` finds for the sentence that is read, once it was asked. */
  #before: { readonly name: string | null } | null = null;

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
    this.entitled = title === null ? null : this.#entitled(title);
  }

  /** Whom all is about. */
  get topic(): string | null {
    return this.#topic();
  }

  /** Turns to a sentence; `figures` are the stretches of its figures, which hold no names. */
  begin(sentence: ReadSentence, figures: readonly (Stretch | null)[]): void {
    this.#at = this.#sentences.indexOf(sentence);
    this.#figures = figures;
    this.#before = null;
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

  /** "Gross margin is the debate. It slipped to 54%.": the noun of the sentence before, in its paragraph, that a pronoun stands for; null for names. */
  thingMeant(tree: Tree, n: number | null): string | null {
    const [one, here] = [this.#sentences[this.#at - 1], this.#sentences[this.#at]];
    const verb = tree.words[tree.words[n ?? -1]?.head ?? -1];
    if (n === null || one === undefined || here === undefined || !isMove(verb?.lemma ?? '')) return null;
    const first = tree.words.slice(0, n).every(({ relation }) => !/^nsubj/.test(relation));
    if (!first || !/^(?:it|they)$/i.test(tree.words[n]?.text ?? '')) return null;
    if (this.#text.slice(one.end, here.start).includes('\n')) return null;
    const root = one.tree.words.findIndex(({ head }) => head < 0);
    const subject = dependent(one.tree, root, 'nsubj');
    const word = one.tree.words[subject ?? -1];
    if (subject === null || word === undefined || this.nameAt(one.tree, subject) !== null) return null;
    const plural = /^NNP?S$/.test(word.tag);
    if (!/^NN/.test(word.tag) || plural !== /^they$/i.test(tree.words[n]?.text ?? '')) return null;
    if (isPersonalNoun(word.lemma) || isGeneric(word.lemma)) return null;
    return written(one.tree, nounPhrase(one.tree, subject, null, /^(?:of|for|in)$/));
  }

  /** The sentence behind the one that is read, in its paragraph; empty where there is none. */
  get next(): string {
    const [one, next] = [this.#sentences[this.#at], this.#sentences[this.#at + 1]];
    return one === undefined || next === undefined || this.#text.slice(one.end, next.start).includes('\n')
      ? ''
      : next.text;
  }

  /** The person that a word names or stands for: "Ada Brandt", "she", "I" in somebody's words. */
  personAt(tree: Tree, n: number | null): string | null {
    const { text = '', start = 0 } = tree.words[n ?? -1] ?? {};
    if (n === null || text === '') return null;
    if (text === 'I') {
      const quote = this.#quotes.find((each) => each.start <= start && start < each.end);
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

  /** Whom the first sentences are about, if all is: if there is one paragraph, or several that name them, or none begins with others. */
  #leading(): string | null {
    const lead = this.#lead();
    if (lead === null) return null;
    const paragraphs = this.#text.split(/\n\s*\n/);
    const naming = paragraphs.filter((part) => part.includes(lead.split(' ')[0] ?? lead));
    const isAll = paragraphs.length < 2 || naming.length > 1 || (lead === this.#focus(0, true) && !this.#isDigest());
    return isAll ? lead : null;
  }

  /** Do the paragraphs of a text begin with one name after another? */
  #isDigest(): boolean {
    const named = new Set<string>();
    for (const [n, { start }] of this.#sentences.entries()) {
      const first = n === 0 || this.#text.slice(this.#sentences[n - 1]?.end ?? 0, start).includes('\n');
      const name = first ? this.#focus(n, true) : null;
      if (name !== null && named.add(name).size > 2) return true;
    }
    return false;
  }

  /** The name of a title that its text has as well, the first that is no common word. */
  #entitled(title: string): string | null {
    const words = title.split(/\s+/);
    for (let from = 0; from < words.length; from++)
      for (let to = Math.min(from + 4, words.length); to > from; to--) {
        const part = words.slice(from, to);
        const name = part.join(' ').replace(/(?:['’]s|[:,])$/, '');
        if (!part.every((word) => /^[\p{Lu}\p{N}&]/u.test(word)) || !this.names.isNamed(name)) continue;
        // "Orbis's Lyon Works" names two.
        if (/['’]s /.test(name)) continue;
        const isOwner = /['’]s$/.test(words[to - 1] ?? '');
        if (from === 0 || to - from > 1 || isOwner || this.names.within(name) > 1) return this.names.full(name);
      }
    return null;
  }

  /** Whom a sentence is about: its first subject that is a name or a name's; `own` leaves out who only tells it. */
  #focus(index: number, own = false): string | null {
    const known = own ? undefined : this.#foci.get(index);
    if (known !== undefined) return known;
    const tree = this.#sentences[index]?.tree;
    const figures = own || index !== this.#at ? [] : this.#figures;
    let found: string | null = null;
    for (let n = 0; tree !== undefined && found === null && n < tree.words.length; n++) {
      const { relation = '', head = -1 } = tree.words[n] ?? {};
      const told = tells(tree.words[head]?.lemma ?? '');
      if (/^(?:nsubj|dislocated)/.test(relation) && !(own && told)) found = this.#named(tree, n, true, figures);
    }
    // "At Almazara Verde, 40 workers were sent home"
    if (tree !== undefined && found === null && /^At$/.test(tree.words[0]?.text ?? ''))
      found = isName(tree, 1) ? this.#named(tree, 1, true, figures) : null;
    if (!own) this.#foci.set(index, found);
    return found;
  }

  /** Where the figures of a tree stand that is being read. */
  #figuresIn(tree: Tree): readonly (Stretch | null)[] {
    return tree === this.#sentences[this.#at]?.tree ? this.#figures : [];
  }

  /** The name of a word or of its owner, where it is no person. */
  #named(tree: Tree, n: number, about = false, figures = this.#figuresIn(tree)): string | null {
    const name = this.names.at(tree, n, figures);
    if (name !== null) return this.names.isPerson(name) ? null : this.names.full(name);
    for (const child of dependents(tree, n, 'nmod:poss', 'compound', 'appos')) {
      // "net income (GAAP)"
      if (tree.words[child - 1]?.text === '(') continue;
      const owner = this.#named(tree, child, false, figures);
      const called = tree.words[child]?.relation === 'appos';
      // "the four clouds, Maro, Veldt and Tarn" are none of them.
      if (called && tree.words[n]?.tag === 'NNS' && dependent(tree, child, 'conj') !== null) continue;
      // "U.S. capacity" lies there, and is its owners'.
      if (owner !== null && tree.words[child]?.relation === 'compound' && isCountry(owner)) continue;
      if (owner !== null && (called ? /^nsubj/.test(tree.words[n]?.relation ?? '') : !CODE.test(owner))) return owner;
    }
    for (const child of about && isPersonalNoun(tree.words[n]?.lemma ?? '') ? [] : dependents(tree, n, 'nmod')) {
      const owner =
        /^(?:of|at|for|by|from)$/.test(caseOf(tree, child)) && isName(tree, child)
          ? this.#named(tree, child, false, figures)
          : null;
      if (owner !== null && !CODE.test(owner)) return owner;
    }
    return null;
  }

  /** Whom the sentences before this one in its paragraph are about; else whom all is about; of those that fit only. */
  before(fits: ((name: string) => boolean) | null = null): string | null {
    if (fits !== null) return this.#fitting(fits);
    this.#before ??= { name: this.#fitting(() => true) };
    return this.#before.name;
  }

  #fitting(fits: (name: string) => boolean): string | null {
    for (let n = this.#at - 1; n >= Math.max(0, this.#at - BACK); n--) {
      const [one, next] = [this.#sentences[n], this.#sentences[n + 1]];
      if (one === undefined || next === undefined || this.#text.slice(one.end, next.start).includes('\n')) break;
      const found = this.#focus(n);
      if (found !== null && fits(found)) return found;
    }
    // "This story has been corrected to say that the fund's stake is 24%": before anybody is named.
    const others = [() => this.topic, this.#at > 0 ? () => this.#focus(this.#at - 1) : this.#lead];
    for (const other of others) {
      const name = other();
      if (name !== null && fits(name)) return name;
    }
    return null;
  }

  /** The only name of no person in the sentence before this one in its paragraph; null where it has none, or several. */
  get sole(): string | null {
    const [one, here] = [this.#sentences[this.#at - 1], this.#sentences[this.#at]];
    if (one === undefined || here === undefined || this.#text.slice(one.end, here.start).includes('\n')) return null;
    const named = one.tree.words.flatMap((_, n) => {
      const name = isName(one.tree, n) ? this.nameAt(one.tree, n) : null;
      return name === null || this.names.isPerson(name) ? [] : [name];
    });
    const [only, ...others] = new Set(named);
    return only === undefined || others.length > 0 ? null : only;
  }

  /** Whom "its" means, and "the operator": the subject above it, another who was named before it, or whoever was spoken of. */
  #antecedent(tree: Tree, n: number, noun: string | null): string | null {
    const fits = (name: string): boolean => noun === null || !BUSINESS.test(noun) || !PUBLIC.test(name);
    const called = noun === null ? null : this.#described(noun);
    if (called !== null) return called;
    let own: string | null = null;
    for (let at = tree.words[n]?.head ?? -1, below = n, steps = 0; at >= 0 && steps < 12; steps++) {
      const subject = dependents(tree, at, 'nsubj').find((k) => k !== below && k < n);
      const human = subject !== undefined && isPersonalNoun(tree.words[subject]?.lemma ?? '');
      const name = subject === undefined || human ? null : this.meant(tree, subject);
      // "Both airlines lease their jets"
      const several =
        noun === null &&
        (tree.words[subject ?? -1]?.tag === 'NNS' ||
          dependents(tree, subject ?? -1, 'conj').some((k) => isName(tree, k) && k < n));
      if (
        several &&
        (name === null || tree.words[subject ?? -1]?.tag !== 'NNS') &&
        /^the(?:y|ir|m)$/i.test(tree.words[n]?.text ?? '')
      )
        return null;
      if (name !== null && fits(name)) {
        if (noun === null) return name;
        own ??= name;
      }
      [below, at] = [at, tree.words[at]?.head ?? -1];
    }
    if (own !== null && /^nsubj/.test(tree.words[n]?.relation ?? '')) return own;
    if (own !== null) {
      // Nobody calls the subject of the sentence "the operator" behind its verb.
      const others = tree.words.flatMap((_, k) => {
        const name =
          k < n && isName(tree, k) && caseOf(tree, k) !== 'near' ? this.names.at(tree, k, this.#figures) : null;
        const full =
          name === null || this.names.isPerson(name) || otherNameOfCountry(name) !== null
            ? null
            : this.names.full(name);
        return full === null || full === own || !fits(full) ? [] : [full];
      });
      return others.at(-1) ?? own;
    }
    const first = this.#focus(this.#at);
    return first !== null && fits(first) ? first : (this.before(fits) ?? (noun === null ? null : this.#recent(fits)));
  }

  /** Whom the text has called by a noun: "the growers' union ASAGRO", "Tarn Power, a utility". */
  #described(noun: string): string | null {
    for (let at = this.#at; at >= 0; at--) {
      const sentence = this.#sentences[at];
      // "companies", "utilities": all but a noun's last letter stands in its plural, too.
      if (sentence === undefined || !sentence.text.toLowerCase().includes(noun.slice(0, -1))) continue;
      const { tree } = sentence;
      for (const [n, word] of tree.words.entries()) {
        if (word.lemma !== noun || word.class !== 'NOUN') continue;
        const beside = [
          ...dependents(tree, n, 'appos'),
          ...(/^(?:appos|compound)/.test(word.relation) ? [word.head] : []),
        ];
        const name = beside
          .map((k) => (isName(tree, k) ? this.names.at(tree, k) : null))
          .find((found) => found !== null);
        if (name != null && !this.names.isPerson(name)) return this.names.full(name);
      }
    }
    return null;
  }

  /** Whoever that fits was the last to do something, in a main clause or another. */
  #recent(fits: (name: string) => boolean): string | null {
    for (let n = this.#at - 1; n >= 0; n--) {
      const { tree } = this.#sentences[n] ?? {};
      const doers = tree?.words.flatMap(({ relation }, k) => {
        const name = /^nsubj/.test(relation) && isName(tree, k) ? this.#named(tree, k) : null;
        return name !== null && fits(name) ? [name] : [];
      });
      if (doers?.[0] !== undefined) return doers.at(-1) ?? null;
    }
    return null;
  }

  /** Whose words a figure stands in: the organisation of whoever is quoted there. */
  #ours(start: number): string | null {
    const quote = this.#quotes.find((each) => each.start <= start && start < each.end);
    if (quote !== undefined) return quote.organisation === null ? this.before() : this.names.full(quote.organisation);
    return this.#own();
  }

  /** "us at Koldwell": who writes. */
  #author(): string | null {
    const at = /\b(?:(?:[Ww]e|us) at (\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*)*)|[Aa]t (\p{Lu}[\p{L}\d]*),? we\b)/u.exec(
      this.#text,
    );
    const name = at?.[1] ?? at?.[2];
    return name === undefined ? null : this.names.full(name);
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
    if (PRONOUN.test(low)) return this.#antecedent(tree, n, null);
    for (const child of dependents(tree, n, 'nmod:poss')) {
      const owner = this.meant(tree, child);
      if (owner !== null) return owner;
    }
    const the = dependents(tree, n, 'det').some((at) => /^(?:the|this)$/.test(tree.words[at]?.lemma ?? ''));
    // "the utilities" are several, "the grid operator" is told apart by its kind.
    const other = word.tag === 'NNS' || (!BUSINESS.test(word.lemma) && dependent(tree, n, 'compound') !== null);
    return the && !other && isGeneric(word.lemma) ? this.#antecedent(tree, n, word.lemma) : null;
  }
}
