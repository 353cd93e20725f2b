import { isCurrency } from '../../domain/currencies.ts';
import { isCountry } from '../../language/countries.ts';
import { givenName } from '../../language/given-names.ts';
import { isFunctionWord } from '../../language/lexicon.ts';
import { isGeneric, isOrganisationWord } from '../../language/organisations.ts';
import { isHonorific, isPersonalNoun, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { hasWord } from '../../language/words.ts';
import { isWord } from '../../reading/network/network.ts';
import { tokensIn } from '../../reading/tokens.ts';
import { type Stretch, type Tree, textOf } from '../../reading/tree.ts';
import { BODY_OF, isDerived, isNoName, isTitle, isWhen } from './capitals.ts';
import { isSaidToBe, type Kind, personsIn } from './kinds.ts';
import { isFirst, isName } from './place.ts';
import { isMove } from './tells.ts';

const RUN = /(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}\d’'-]{0,60}(?: (?:& )?\p{Lu}[\p{L}\p{M}\d-]{0,60})+/gu;

/** A word with a capital behind one without, or behind another of a list. */
const MIDDLE = /(?<=(?:^|[\s(“"])[\p{Ll}\d](?:[^\s\p{Lu}]{0,30}[\p{L}\d,])?\s["“(]?|\p{L},\s)(\p{Lu}[\p{L}\d]*)/gu;

/** What stands behind a company's name in full, and is left out where it is called by it again. */
const FORM = /^(?:Corporation|Company|Limited|Incorporated|Holdings|Group)$/;

/** "Repeater, the broadcaster, pays" */
const isDefinite = (tree: Tree, n: number): boolean => /^(?:the|an?)$/.test(tree.words[n]?.text ?? '');

/** The names of a text: which words are names, who is a person, and who each is in full. */
export class Names {
  readonly #text: string;
  readonly #full = new Map<string, string>();
  readonly #people: ReadonlySet<string>;
  readonly #common = new Map<string, boolean>();
  readonly #said = new Map<string, boolean>();
  /** Which words of a sentence may be names, as far as it was asked. */
  readonly #named = new WeakMap<Tree, boolean[]>();
  /** What bodies are for or where they are, by the words behind their "of". */
  readonly #inner = new Set<string>();
  /** Words that a name begins with, and that not their place in a sentence alone gives a capital. */
  readonly #begins = new Set<string>();

  /** `people` are known to be persons; `text` tells which words it writes in lower case as well, so that no name is one of them. */
  constructor(people: readonly string[], text: string) {
    this.#text = text;
    const runs = new Set(
      text.split('\n').flatMap((line) => (isTitle(line) ? [] : Array.from(line.matchAll(RUN), ([run]) => run))),
    );
    const titled = [...runs].flatMap((run) => {
      const words = run.split(' ');
      const role = words.findLastIndex((word) => isRoleNoun(word.toLowerCase()));
      return role >= 0 && words.length - role > 2 ? [words.slice(role + 1).join(' ')] : [];
    });
    this.#people = new Set(
      [...people, ...titled, ...personsIn(text)].flatMap((name) => [
        name,
        ...name.split(' ').filter((part) => part.length > 2),
      ]),
    );
    for (const [, word = ''] of text.matchAll(MIDDLE)) this.#begins.add(word);
    for (const { 0: whole, groups } of text.matchAll(BODY_OF)) {
      const { body = '', what = '' } = groups ?? {};
      const bare = body.replace(/^The /, '');
      if (!this.#full.has(bare)) this.#full.set(bare, whole.replace(/^The /, ''));
      if (this.within(what) === this.within(what, /[fr] $/u)) this.#inner.add(what);
    }
    // What is named in full is called by its first word later, a person by the last.
    for (const run of runs) {
      // "Sweden NOK 8 billion"
      const whole = run.replace(/ [A-Z]{3}$/, (code) => (isCurrency(code.trim()) ? '' : code));
      // "Tarn Power CEO Ada Brandt": whose chief somebody is ends before what they are.
      const parts = whole.split(' ');
      const role = parts.findIndex((word) => isRoleNoun(word.toLowerCase()));
      const isOfRole = (word: string): boolean => isRoleNoun(word.toLowerCase()) || isRoleModifier(word.toLowerCase());
      const words =
        role > 0 ? parts.slice(0, role) : parts.slice(role < 0 ? 0 : parts.findIndex((word) => !isOfRole(word)));
      const name = words.join(' ');
      const opening = (words[0] ?? name).toLowerCase();
      // "Strong AI and grid demand": an initial that only the sentence's beginning gives.
      const isOrdinary = isWord(opening) && words.slice(1).every((word) => isNoName(word));
      if (!isFunctionWord(opening) && !isOrdinary) this.#begins.add(words[0] ?? name);
      const short = (this.isPerson(name) ? words.at(-1) : words[0]) ?? name;
      // Whoever is called by the short name first has that for the full one: "Maro" is no "Maro One", its chip.
      const isLater = (): boolean =>
        short === name || !hasWord(text, short, undefined, Math.max(0, text.indexOf(name)));
      const fits = short.length > 3 && !this.#full.has(short) && !words.some(isWhen) && isLater();
      if (fits && !this.isCommon(short) && !isFunctionWord(short.toLowerCase())) this.#full.set(short, name);
      const plain = words.slice(0, -1).join(' ');
      if (words.length > 2 && FORM.test(words.at(-1) ?? '') && !this.#full.has(plain)) this.#full.set(plain, name);
    }
  }

  /** May a name stand in a sentence, by its words alone? Where none may, no tree has one. */
  mayStandIn(text: string): boolean {
    const words = tokensIn(text);
    const first = /^["“‘]$/.test(words[0]?.text ?? '') ? 1 : 0;
    return words.some(({ text: word }, n) => {
      if (!/^\p{Lu}/u.test(word) || isWhen(word)) return false;
      const low = word.toLowerCase();
      return n !== first || !(this.isCommon(low) || isFunctionWord(low));
    });
  }

  isPerson(name: string): boolean {
    const [first = '', second] = name.split(' ');
    if (this.#people.has(name)) return true;
    // "Chairman Wen Jui-lin"
    const titled =
      (isHonorific(first) || isPersonalNoun(first.toLowerCase())) && !isOrganisationWord(name.split(' ').at(-1) ?? '');
    return second !== undefined && (titled || givenName(first) !== null);
  }

  /** Is something called by a name a place, by what the text says of it? */
  isPlace(name: string): boolean {
    return isCountry(name) || this.#isSaid('place', name);
  }

  /** Is somebody called by a name one of those whose trade is to count and foresee what others have? */
  isWatcher(name: string): boolean {
    return this.#isSaid('watcher', name) || this.#isSaid('watcher', name.split(' ')[0] ?? name);
  }

  #isSaid(kind: Kind, name: string): boolean {
    const key = `${kind} ${name}`;
    const said = this.#said.get(key) ?? isSaidToBe(kind, this.#text, name);
    this.#said.set(key, said);
    return said;
  }

  isCommon(name: string): boolean {
    const known = this.#common.get(name);
    if (known !== undefined) return known;
    const low = name.toLowerCase();
    const common = /^\p{Ll}{3,}$/u.test(low) && hasWord(this.#text, low);
    this.#common.set(name, common);
    return common;
  }

  /** Does the text have a name that begins with a word? */
  begins(word: string): boolean {
    return this.#begins.has(word);
  }

  full(name: string): string {
    const plain = name.replace(/,? (?:Inc|Corp|Ltd|LLC|Plc|PLC|AG|SE|NV|GmbH|S\.A)\.?$/, '');
    return this.#full.get(plain) ?? plain;
  }

  /** Does the text have what a title gives as a name of no person, with a capital that not its place alone gives it? */
  isNamed(name: string): boolean {
    const low = name.toLowerCase();
    if (!/^\p{Lu}[\p{L}\d]/u.test(name) || this.isCommon(name) || this.isPerson(name) || /\d/.test(name)) return false;
    if (isFunctionWord(low) || isNoName(name) || !this.#text.includes(name) || this.#inner.has(name)) return false;
    return this.begins(name.split(' ')[0] ?? name) || (!isWord(low) && !isDerived(low));
  }

  /** How often the text has a name, or one that begins with it, where not the mere beginning of a sentence gives it its capital. */
  within(name: string, before = /[\p{L}\d,’'] $/u): number {
    if (name === '') return 0;
    let count = 0;
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + 1))
      if (before.test(this.#text.slice(Math.max(0, at - 2), at))) count++;
    return count;
  }

  /** May a word with a capital be a name, or a part of one? */
  #isNamed(tree: Tree, n: number): boolean {
    if (n < 0 || n >= tree.words.length) return false;
    const known = this.#named.get(tree) ?? [];
    if (known.length === 0) this.#named.set(tree, known);
    known[n] ??= this.#mayBeNamed(tree, n);
    return known[n];
  }

  /** What begins a sentence has its capital anyway. */
  #mayBeNamed(tree: Tree, n: number): boolean {
    const { text = '', class: kind = '' } = tree.words[n] ?? {};
    if (!/^\p{Lu}/u.test(text) || isWhen(text) || /^(?:DET|PRON|ADP|AUX|NUM|CCONJ|SCONJ)$/.test(kind)) return false;
    if (!isFirst(tree, n)) return true;
    const low = text.toLowerCase();
    if (this.isCommon(low) || isFunctionWord(low)) return false;
    if (this.#people.has(text) || this.#full.has(text)) return true;
    const next = tree.words[n + 1]?.text ?? '';
    if (
      this.begins(text) ||
      (kind === 'PROPN' &&
        (isName(tree, n + 1) ||
          /^(?:&|['’]s)$/.test(next) ||
          (next === 'and' && isName(tree, n + 2)) ||
          (next === ',' && (isDefinite(tree, n + 2) || tree.words[n + 2]?.text === 'who'))))
    )
      return true;
    if (isDerived(low) || tree.words[n]?.tag === 'NNS') return false;
    // "Labyrinth denied it": no common noun of one thing does anything without an article.
    const { relation = '', head = -1 } = tree.words[n] ?? {};
    const verb = tree.words[head];
    const acts =
      kind === 'PROPN' &&
      !low.endsWith('s') &&
      relation === 'nsubj' &&
      verb?.class === 'VERB' &&
      head - n < 3 &&
      !isMove(verb.lemma);
    return acts || !isWord(low);
  }

  /** The name that a word heads, as written; null for what is none, days and months, and for the words of `figures`. */
  at(tree: Tree, n: number, figures: readonly (Stretch | null)[] = []): string | null {
    const { class: kind = '', relation = '', head = -1 } = tree.words[n] ?? {};
    if (!/^(?:PROPN|NOUN)$/.test(kind) || !this.#isNamed(tree, n)) return null;
    if (figures.some((place) => place !== null && n >= place.from && n < place.to)) return null;
    if (/^(?:flat|compound)/.test(relation) && Math.abs(head - n) < 4 && this.#isNamed(tree, head)) return null;
    const joins = (at: number): boolean => /^(?:&|-)$/.test(tree.words[at]?.text ?? '');
    let [from, to] = [n, n + 1];
    const isFree = (at: number): boolean =>
      !figures.some((place) => place !== null && at >= place.from && at < place.to);
    const isGlued = (at: number): boolean =>
      tree.words[at]?.text === '-' && /^\p{Lu}\p{Ll}/u.test(tree.words[at - 1]?.text ?? '');
    // "Three Pines Island"
    const isNumber = (at: number): boolean =>
      tree.words[at]?.class === 'NUM' && /^\p{Lu}\p{Ll}+$/u.test(tree.words[at]?.text ?? '') && !isFirst(tree, at);
    const reaches = (at: number): boolean => isFree(at) && (this.#isNamed(tree, at) || isNumber(at));
    while (reaches(from - 1) || (joins(from - 1) && reaches(from - 2))) from--;
    if (isGlued(from - 1)) from -= 2;
    // "Wen Jui-lin"
    const isSyllable = (at: number): boolean =>
      tree.words[at - 1]?.text === '-' && /^\p{Ll}/u.test(tree.words[at]?.text ?? '');
    const goesOn = (at: number): boolean => this.#isNamed(tree, at) || (isName(tree, at) && isSyllable(at));
    // "Operator Cloudmere", "Spokesman Derek Hahn": what begins a sentence has its capital anyway.
    const low = tree.words[from]?.text.toLowerCase() ?? '';
    if (
      from < n &&
      isFirst(tree, from) &&
      (isRoleNoun(low) || isGeneric(low)) &&
      this.begins(tree.words[from + 1]?.text ?? '')
    )
      from++;
    while ((isFree(to) && goesOn(to)) || (joins(to) && goesOn(to + 1))) to++;
    // "Tarn Power CEO Ada Brandt" are two.
    const isRole = (at: number): boolean => at > from && isRoleNoun((tree.words[at]?.text ?? '').toLowerCase());
    for (let at = to - 1; at > from; at--)
      if (isRole(at) && at < to - 1 && !isRole(at + 1)) {
        if (n > at) from = at + 1;
        else to = at;
      }
    const name = textOf(tree, { from, to }).replace(/\s+/g, ' ');
    // "the Company", as filings write it
    return isNoName(name) || this.isCommon(name) || isGeneric(name.toLowerCase()) ? null : name;
  }
}
