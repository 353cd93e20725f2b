import { contentOf } from '../domain/same-figure.ts';
import { sharedKeys } from '../evidence/compare/align.ts';
import type { Node } from '../evidence/compare/graph.ts';
import { meaningsOf } from '../evidence/compare/keys.ts';
import { sameName } from '../evidence/compare/refer.ts';
import { classesOf } from '../language/meaning.ts';
import { wordTextsIn } from '../language/words.ts';
import type { Figure } from '../model.ts';
import type { Part } from './asked.ts';
import { type Terms, termsOf } from './terms.ts';

/** From here on it is the same word or name; from here on another of its meaning. */
export const SAME = 0.75;
export const ALIKE = 0.5;

/** "H200": what tells a product. */
const CODE = /[\p{L}\p{N}-]{0,60}\d[\p{L}\p{N}-]*/gu;

export const has = (terms: Terms, words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => terms.has(word));

const known = new WeakMap<Node, ReadonlySet<string>>();

/** The words of a node as terms. */
export function termsOfNode(node: Node): ReadonlySet<string> {
  const terms = known.get(node) ?? new Set(termsOf(node.text));
  known.set(node, terms);
  return terms;
}

/** Who has a thing and who runs it are two, though both may be in control of it. */
const isHad = ({ keys }: Node): boolean => keys.has('=own') || keys.has('=owner');
const isRun = ({ keys }: Node): boolean => keys.has('#operate') && !keys.has('#own');

/** Could a word of a text, whose terms are these, be what the question speaks of, from 0 (no) to 1 (the same)? */
export function likeOf({ node, ways, terms: asked, kind }: Part, other: Node, text: Terms): number {
  if (other.kind === 'figure' || other.kind === 'time' || other.kind === 'pronoun') return 0;
  if (kind === 'name') {
    // A product is told by its number: "Helio B300" is no Helio.
    if (!(node.text.match(CODE) ?? []).every((code) => other.text.includes(code))) return 0;
    const terms = termsOfNode(other);
    if (ways.some((way) => has(terms, way))) return 1;
    // "Corvid AI" has no more to do with other AI than with other firms.
    if (asked.some((term) => terms.has(term)) && !ways.flat().some((term) => terms.has(term))) return 0;
    // A part of a name is that name where the article has it in full.
    if (ways.every((way) => way.length > 1) && (other.kind !== 'name' || !ways.some((way) => has(text, way)))) return 0;
  }
  if (node.kind === 'name' && other.kind === 'name') return sameName(node, other) ? 1 : 0;
  if ((isHad(node) && isRun(other)) || (isRun(node) && isHad(other))) return 0;
  const like = sharedKeys(node, other);
  return (node.kind === 'name') === (other.kind === 'name') ? like : Math.max(like - 0.2, 0);
}

type Words = {
  readonly terms: ReadonlySet<string>;
  readonly content: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
};

const wordsOf = new WeakMap<Figure, Words>();

/** What a figure is of, and its unit, in words, stems and meanings. */
function wordsAt(figure: Figure): Words {
  const known = wordsOf.get(figure);
  if (known !== undefined) return known;
  const text = `${figure.concept ?? ''} ${figure.unitText ?? ''} ${figure.unit ?? ''}`;
  const words = wordTextsIn(text.toLowerCase());
  const made = {
    terms: new Set(termsOf(text)),
    content: contentOf(text),
    classes: new Set(words.flatMap((word) => [...classesOf(word), ...classesOf(word.replace(/s$/, ''))])),
  };
  wordsOf.set(figure, made);
  return made;
}

/** How a figure's own words say a part; whose it is counts where its sentence, `text`, says it. */
export function saidByFigure({ node, terms, ways }: Part, figure: Figure, text: string): number {
  const { unit, subject } = figure;
  const own = wordsAt(figure);
  const all = subject === null || !text.includes(subject) ? own.terms : own.terms.union(new Set(termsOf(subject)));
  if (ways.some((way) => has(all, way)) || has(all, terms)) return 1;
  if (node.kind === 'name') return 0;
  // A margin over a rate is told in basis points.
  if (unit === 'basis point' && /^(?:margin|spread|interest)$/.test(node.lemma)) return 1;
  const content = contentOf(node.text);
  if (content.size > 0 && has(own.content, [...content])) return 0.8;
  return meaningsOf(node.keys).some((name) => own.classes.has(name)) ? ALIKE : 0;
}

/** Do a word of the question and a measure mean the same: what is paid is a price? */
export const sameMeasure = ({ node }: Part, measured: string): boolean => {
  const classes = new Set(classesOf(measured.toLowerCase().replace(/s$/, '')));
  return (
    meaningsOf(node.keys).some((name) => classes.has(name)) || !contentOf(node.text).isDisjointFrom(contentOf(measured))
  );
};
