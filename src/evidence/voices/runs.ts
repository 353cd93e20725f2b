import { isCurrency } from '../../domain/currencies.ts';
import { isCalendar } from '../../language/calendar.ts';
import { givenName } from '../../language/given-names.ts';
import { isFunctionWord } from '../../language/lexicon.ts';
import { isDemonym, isOrganisationWord } from '../../language/organisations.ts';
import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { isWord } from '../../reading/network/network.ts';
import type { Stretch, Tree } from '../../reading/tree.ts';
import { isNoName, isTitle } from '../told/capitals.ts';
import { isQuoted, lowAt, type Narration, textAt } from './narration.ts';
import { type NameSpan, settled, spansOf } from './spans.ts';

/** A name where it stands: `from` is where its title begins, `nameFrom` the name itself. */
export type Run = Stretch & {
  readonly sentence: number;
  readonly nameFrom: number;
  /** The word of the name that the others hang on. */
  readonly head: number;
  readonly name: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
};

/** Which of the spans that a name may take it takes. */
export type Choose = (spans: readonly NameSpan[]) => NameSpan | undefined;

/** Small words inside names: Ursula von der Leyen, Mariam bint Saleh. */
const PARTICLE =
  /^(?:de|da|di|del|della|dos|das|du|van|von|der|den|ter|ten|la|le|bin|bint|binti|ibn|ould|ole|al|el|y|e|zu|af|av)$/;
/** Offices in letters, which name nobody. */
const OFFICE = /^(?:ceo|cfo|coo|cto|cio|ciso|mps?|mep)$/;
/** A longer line is no headline. */
const LONGEST_LINE = 180;

/** "Rand Paul Scores Direct Hit on Rubio": a line whose capitals are a headline's tells nothing of which words are names. */
function isHeadline(line: string): boolean {
  const words = (line.match(/[\p{L}’'-]+/gu) ?? []).filter((word) => word.length > 3);
  const share = words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
  return /^\s*\p{Lu}/u.test(line) && words.length > 4 && share > (/[.:;,]\s*$/.test(line) ? 0.88 : 0.75);
}

/** The line that a sentence stands in, without what is quoted there; "" for a long one. */
function lineOf({ text, marked }: Narration, { start, end }: { readonly start: number; readonly end: number }): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const behind = text.indexOf('\n', end);
  const to = behind < 0 ? text.length : behind;
  if (to - from > LONGEST_LINE) return '';
  let [line, at] = ['', from];
  for (const { outerStart, outerEnd } of marked) {
    if (outerStart < at || outerStart >= to) continue;
    line += text.slice(at, outerStart);
    at = outerEnd;
  }
  return line + text.slice(at, Math.max(at, to));
}

/** What a text says of its capitals: the words that it writes small as well, and those that it writes large inside a sentence. */
type Capitals = { readonly small: ReadonlySet<string>; readonly large: ReadonlySet<string> };

const capitalsOf = (text: string): Capitals => ({
  small: new Set(text.match(/(?<![\p{L}\d])\p{Ll}[\p{L}’'-]*/gu) ?? []),
  large: new Set(Array.from(text.matchAll(/(?<=[\p{Ll}\d,] )\p{Lu}[\p{L}\d]*/gu), ([word]) => word)),
});

/** Which words of a sentence are names. */
class Capitalised {
  readonly #narration: Narration;
  readonly #tree: Tree;
  readonly #s: number;
  readonly #capitals: Capitals;

  constructor(narration: Narration, s: number, tree: Tree, capitals: Capitals) {
    this.#narration = narration;
    this.#tree = tree;
    this.#s = s;
    this.#capitals = capitals;
  }

  isQuoted(n: number): boolean {
    return isQuoted(this.#narration, this.#s, n);
  }

  /** Does a word begin its sentence, or the one behind a quotation that was one? */
  opens(n: number): boolean {
    let k = n - 1;
    while (k >= 0 && (this.isQuoted(k) || /^\p{P}$/u.test(textAt(this.#tree, k)))) k--;
    return k < 0 || (this.isQuoted(n - 1) && /[.!?]/.test(textAt(this.#tree, n - 2)));
  }

  /** "Nairobi-based", "Dublin-area": no name, but what has one in it. */
  #isAdjective(n: number): boolean {
    const [word, hyphen, tail] = this.#tree.words.slice(n, n + 3);
    const glued = hyphen?.text === '-' && word?.end === hyphen.start && hyphen.end === tail?.start;
    return glued && /^\p{Ll}{4,}$/u.test(tail.text) && isWord(tail.text);
  }

  isName(n: number): boolean {
    const word = this.#tree.words[n];
    if (word === undefined || this.isQuoted(n) || !/^\p{Lu}/u.test(word.text) || this.#isAdjective(n)) return false;
    const { text, class: kind } = word;
    const low = text.toLowerCase();
    if (/^(?:PRON|AUX|CCONJ|SCONJ|DET|INTJ)$/.test(kind) && text.length < 5) return false;
    if (isCalendar(low) || low === 'i' || OFFICE.test(low)) return false;
    const isMoney = isCurrency(text) && this.#tree.words[n + 1]?.class === 'NUM';
    // "Helio AI" has in its name what is none alone.
    if (isMoney || (text.length > 1 && isNoName(text)))
      return isOrganisationWord(low) && /^\p{Lu}/u.test(textAt(this.#tree, n - 1));
    if (!this.opens(n)) return !isFunctionWord(low) || kind === 'PROPN';
    if (isFunctionWord(low)) return false;
    if (this.#capitals.large.has(text) || givenName(low) !== null) return true;
    if (/^\p{Lu}/u.test(textAt(this.#tree, n + 1)) && !this.isQuoted(n + 1))
      return /^(?:PROPN|NOUN|ADJ|X)$/.test(kind) || !isWord(low);
    if (this.#capitals.small.has(low)) return false;
    return kind === 'PROPN' || (!isWord(low) && /^(?:NOUN|ADJ)$/.test(kind));
  }

  /** "al-Masri" */
  isParticled(n: number): boolean {
    const [word, hyphen] = this.#tree.words.slice(n, n + 2);
    const glued = hyphen?.text === '-' && word?.end === hyphen.start;
    return glued && !this.isQuoted(n) && PARTICLE.test(word.text) && this.isName(n + 2);
  }

  /** Where what goes on a name at `to` ends; null where nothing does. */
  goesOn(from: number, to: number): number | null {
    if (this.isName(to)) return to + 1;
    if (this.isParticled(to)) return to + 3;
    const { words } = this.#tree;
    const [before, word, next] = words.slice(to - 1, to + 2);
    if (before === undefined || word === undefined) return null;
    const glued = before.end === word.start;
    if (word.text === '-' && glued && next?.start === word.end && /^\p{L}/u.test(next.text)) return to + 2;
    // "J. Marsh", "Wm. de Groot"
    const isInitial = word.text === '.' && glued && /^\p{Lu}\p{Ll}?$/u.test(before.text);
    if (isInitial && (this.isName(to + 1) || PARTICLE.test(next?.text ?? ''))) return to + 1;
    // "N'Diaye"
    if (/^[’']$/.test(word.text) && glued && this.isName(to + 1) && next?.start === word.end) return to + 2;
    if (word.text === '&' && this.isName(to + 1)) return to + 2;
    if (word.class === 'NUM' && before.text === 'Local') return to + 1;
    if (PARTICLE.test(word.text)) {
      let k = to + 1;
      while (PARTICLE.test(textAt(this.#tree, k))) k++;
      if (textAt(this.#tree, k) === '-' && words[k - 1]?.end === words[k]?.start) k++;
      if (this.isName(k)) return k + 1;
    }
    // 'Padraic "Packie" Ruane'
    if (this.isQuoted(to) && !this.isQuoted(to - 1)) {
      let k = to;
      while (this.isQuoted(k)) k++;
      if (k - to < 5 && this.isName(k)) return k + 1;
    }
    // "University of Oslo"
    if (/^(?:of|for)$/.test(word.text) && isOrganisationWord(before.text)) {
      const k = next?.text === 'the' ? to + 2 : to + 1;
      if (this.isName(k)) return k + 1;
    }
    // "Southern Teachers' Union"
    const isPlural = /^[’']$/.test(word.text) && /s$/.test(before.text) && next?.start !== word.end && to > from;
    const isBody = [1, 2, 3].some((k) => this.isName(to + k) && isOrganisationWord(textAt(this.#tree, to + k)));
    return isPlural && this.isName(to + 1) && isBody ? to + 2 : null;
  }
}

/** Where each name of a sentence may begin and end. */
function stretchesIn(words: Capitalised, tree: Tree): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < tree.words.length; from++) {
    if (!words.isName(from) && !words.isParticled(from)) continue;
    let to = words.isName(from) ? from + 1 : from + 3;
    for (let next = words.goesOn(from, to); next !== null; next = words.goesOn(from, to)) to = next;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}

/** The names that a text may have, with all spans that each may take: sentence by sentence, in order. */
export function namesIn(narration: Narration): { readonly sentence: number; readonly spans: readonly NameSpan[] }[] {
  const capitals = capitalsOf(narration.text);
  const found = narration.sentences.flatMap((sentence, s) => {
    if (isTitle(sentence.text) || isHeadline(lineOf(narration, sentence))) return [];
    const { tree } = sentence;
    const words = new Capitalised(narration, s, tree, capitals);
    return stretchesIn(words, tree).map((stretch) => ({
      sentence: s,
      tree,
      stretch,
      opens: words.opens(stretch.from),
    }));
  });
  const whole = new Set(found.map(({ tree, stretch }) => nameIn(tree, stretch)));
  return found.map(({ sentence, tree, stretch, opens }) => ({ sentence, spans: spansOf(tree, stretch, opens, whole) }));
}

const nameIn = (tree: Tree, { from, to }: Stretch): string =>
  tree.text.slice((tree.words[from]?.start ?? 0) - tree.start, (tree.words[to - 1]?.end ?? 0) - tree.start);

/** The word of a stretch that the others hang on. */
function headOf(tree: Tree, { from, to }: Stretch): number {
  for (let n = from; n < to; n++) {
    const { head = -1, class: kind = '' } = tree.words[n] ?? {};
    if ((head < from || head >= to) && kind !== 'PUNCT') return n;
  }
  return to - 1;
}

/** "Breitbart News Executive Chairman Stephen Bannon": whose chairman he is has a name as well. Where it ends; `from` for none. */
function endOfHouse(tree: Tree, from: number, to: number): number {
  let end = from;
  const isOffice = (low: string): boolean =>
    isRoleNoun(low) || isRoleModifier(low) || isHonorific(low.replace('.', ''));
  while (end < to && !isOffice(lowAt(tree, end))) end++;
  return end === to || isDemonym(textAt(tree, from)) || (end === from + 1 && isWord(lowAt(tree, from))) ? from : end;
}

/** The names of a text in order, each with the title before it. */
export function runsIn(narration: Narration, choose: Choose): Run[] {
  return namesIn(narration).flatMap(({ sentence, spans }): Run[] => {
    const tree = narration.sentences[sentence]?.tree;
    const whole = spans[0]?.within;
    const span = choose(spans);
    if (tree === undefined || whole === undefined || span === undefined) return [];
    const run = (from: number, nameFrom: number, to: number): Run => {
      const [start, end] = [tree.words[nameFrom]?.start ?? 0, tree.words[to - 1]?.end ?? 0];
      const title = nameFrom > from ? nameIn(tree, { from, to: nameFrom }) : '';
      const name = settled(narration.text.slice(start, end));
      return { sentence, from, nameFrom, to, head: headOf(tree, { from: nameFrom, to }), name, title, start, end };
    };
    // "The Company": a word that only its place in a contract makes large.
    const isRole = whole.to === whole.from + 1 && isRoleNoun(lowAt(tree, whole.from));
    if (
      isRole &&
      givenName(lowAt(tree, whole.from)) === null &&
      /^(?:the|an?|our|its|their|his|her)$/.test(lowAt(tree, whole.from - 1))
    )
      return [];
    const house = endOfHouse(tree, whole.from, span.from);
    const own = run(whole.from, span.from, span.to);
    return house > whole.from ? [run(whole.from, whole.from, house), own] : [own];
  });
}
