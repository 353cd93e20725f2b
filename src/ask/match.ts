import { certainty } from '../evidence/compare/fields.ts';
import type { Graph } from '../evidence/compare/graph.ts';
import { isGeneric } from '../language/organisations.ts';
import type { Article, Figure } from '../model.ts';
import { ALIKE, has, likeOf, SAME, saidByFigure, sameMeasure, termsOfNode } from './alike.ts';
import { leansBack, levelAround, saidIn } from './around.ts';
import type { Asked, Part } from './asked.ts';
import { before } from './before.ts';
import { deedIn, isTurned, type Likeness } from './deed.ts';
import { kindOf } from './fits.ts';
import type { Indexed } from './index-of.ts';
import { fitOf, isOffered, type Level, lacks, type Weakest, WORTH, weakestOf } from './levels.ts';
import { mentions } from './mentions.ts';
import { clausesAround, type Scene } from './scene.ts';
import { CAPITAL } from './spelling.ts';
import { termsOf } from './terms.ts';
import { BARE_AMOUNT } from './wanted.ts';

export type Match = {
  /** How much of what is asked is said, and how near, 0 to 1. */
  readonly fit: number;
  /** How well the verb that is asked after, or what is counted, is said with the answer, 0 to 1. */
  readonly anchor: number;
  /** How well what answers stands in the role that is asked for, -1 to 1. */
  readonly role: number;
  readonly weakest: Weakest;
  /** Names that stand beside the sentence alone. */
  readonly unnamed: number;
  /** What else the number measures than is asked for: revenue is no price. */
  readonly measures: string | null;
  /** Does somebody do there to what is asked about what that is asked to do: shorten the queue that shrank? */
  readonly causes: boolean;
  /** Why it tells of another thing; null where nothing speaks against it. */
  readonly conflict: string | null;
};

/** What a name counts for where the number is told of another. */
const OTHERS = 0.5;
/** A party that only the sentences before name. */
const PARTY = /\b[Tt]h(?:e|is) (\p{Ll}[\p{Ll}-]{0,20})/gu;
/** Levels of a name that the sentence takes from elsewhere, unless it tells of another. */
const BESIDE = /^(?:sentence|previous|lead|title)$/;

/** How a sentence says what is asked: `slot` is the node that would answer, null where the whole sentence does. */
export class Matcher implements Likeness {
  readonly #asked: Asked;
  readonly #indexed: Indexed<Article>;
  readonly #at: number;
  readonly #graph: Graph;
  /** Whether one of the names is enough, where several are compared. */
  readonly #anyName: boolean;
  readonly #figures: readonly Figure[];
  readonly #leans: boolean;
  /** Whose number is asked for, where nobody else is named: "Tessel's revenue", "does Tessel employ". */
  readonly #owner: Part | null;
  /** For each part, how alike each node of the sentence is, and which of them mean it. */
  readonly #likes: readonly (readonly number[])[];
  readonly #means: (readonly boolean[] | undefined)[] = [];
  readonly #scene: Scene;

  constructor(
    asked: Asked,
    indexed: Indexed<Article>,
    at: number,
    scene: Scene,
    figures: readonly Figure[],
    anyName: boolean,
  ) {
    this.#figures = figures;
    this.#anyName = anyName;
    this.#leans = leansBack(indexed.sentences[at]?.text ?? '');
    this.#asked = asked;
    const { parts, doer } = asked;
    const [owner = null, ...others] = parts.filter(({ kind }) => kind === 'name');
    this.#owner = others.length === 0 && (doer === owner || doer?.kind === 'focus') ? owner : null;
    this.#indexed = indexed;
    this.#at = at;
    this.#graph = scene.graph;
    this.#scene = scene;
    this.#likes = asked.parts.map((part) =>
      scene.graph.nodes.map((other, n) => {
        const like = likeOf(part, other, indexed.terms);
        return like < ALIKE && isTurned(part, scene.graph, n) ? ALIKE : like;
      }),
    );
  }

  /** Which nodes of the sentence mean a part by another word: "it", "the company". */
  #meansOf(p: number): readonly boolean[] {
    const known = this.#means[p];
    if (known !== undefined) return known;
    const part = this.#asked.parts[p];
    const made = part === undefined || !this.#isMentioned(part, p) ? [] : this.#meaning(part);
    this.#means[p] = made;
    return made;
  }

  of(part: number, node: number): number {
    return this.#likes[part]?.[node] ?? 0;
  }

  means(part: number, node: number): boolean {
    return this.#meansOf(part)[node] === true;
  }

  /** What stands neither here nor in the sentences before is meant by nothing. */
  #isMentioned(part: Part, p: number): boolean {
    const isHere = this.#likes[p]?.some((like) => like >= SAME) === true;
    return isHere || before(this.#indexed, this.#at).some((n) => mentions(part, this.#indexed, n));
  }

  #meaning(part: Part): readonly boolean[] {
    const { graphs, referents, at } = this.#scene.around();
    const ids = new Set(
      graphs.flatMap((graph, g) =>
        graph.nodes.flatMap((node, n) =>
          likeOf(part, node, this.#indexed.terms) >= SAME ? [referents.of({ graph: g, node: n })] : [],
        ),
      ),
    );
    return this.#graph.nodes.map(
      (_, n) => ids.size > 0 && [...referents.meaningOf({ graph: at, node: n })].some((id) => ids.has(id)),
    );
  }

  #levelOf(part: Part, p: number, region: readonly number[], figure: Figure | null): Level {
    const likes = this.#likes[p] ?? [];
    const near = Math.max(
      0,
      figure === null ? 0 : saidByFigure(part, figure, this.#graph.read.text),
      ...region.map((n) => likes[n] ?? 0),
    );
    const far = Math.max(0, ...likes);
    if (near >= SAME) return 'clause';
    const means = this.#meansOf(p);
    if (region.some((n) => means[n] === true)) return 'meant';
    if (far >= SAME) return 'sentence';
    if (near >= ALIKE) return 'like';
    if (means.some((each) => each)) return 'meantFar';
    if (far >= ALIKE) return 'likeFar';
    if (saidIn(part, this.#indexed.sentences[this.#at]?.terms ?? new Set())) return 'sentence';
    return levelAround(part, this.#indexed, this.#at, this.#leans);
  }

  /** `least` is what its verb and what it counts are said by the unit alone. */
  matchOf(slot: number | null, figure: Figure | null, least: number): Match {
    const graph = this.#graph;
    const { parts, past } = this.#asked;
    const region = slot === null ? [...graph.nodes.keys()] : clausesAround(graph, slot);
    const focus = parts.find(({ kind }) => kind === 'focus');
    let unnamed = 0;
    const anchors = parts.filter(({ kind }) => kind === 'verb' || kind === 'focus');
    let anchor = anchors.length === 0 ? 1 : 0;
    let conflict: string | null = null;
    const worths: number[] = [];
    const offered: number[] = [];
    parts.forEach((part, p) => {
      const found = this.#levelOf(part, p, region, figure);
      // Which of it is asked for must be said where it is.
      const level = part.tells && found === 'lead' ? 'article' : found;
      // "Hartwell asks 30%; Seikou a quarter": the number is that of whoever its own clause names.
      const isOthers =
        part.kind === 'name' &&
        figure !== null &&
        BESIDE.test(level) &&
        this.#isOther(figure, parts, region, level === 'title');
      if (
        (isOthers && level !== 'sentence') ||
        (figure !== null && part === this.#owner && this.#isAnothers(figure, part))
      )
        conflict ??= `of ${figure.subject}`;
      const isAnchor = part.kind === 'verb' || part.kind === 'focus';
      const said = WORTH[part.kind][level] * (isOthers ? OTHERS : 1);
      const worth = isAnchor ? Math.max(least, said) : said;
      worths.push(worth);
      if (isOffered(part, this.#anyName)) {
        offered.push(worth);
        return;
      }
      if (isAnchor) anchor = Math.max(anchor, said);
      if (part.kind === 'name' && worth < 0.85) unnamed += 1;
      if (lacks(part, level)) conflict ??= `nothing of ${part.node.text}`;
      if (
        part.tells &&
        figure?.concept != null &&
        focus !== undefined &&
        saidByFigure(focus, figure, this.#graph.read.text) === 1 &&
        !this.#isToldOf(part, figure) &&
        /^(?:clause|sentence)$/.test(level)
      )
        conflict ??= `not of ${part.node.text}`;
      if (part.by !== null && !new RegExp(`\\b${part.by}\\b`, 'i').test(graph.read.text)) conflict ??= `not ${part.by}`;
    });
    if (offered.length > 0 && Math.max(...offered) < ALIKE) conflict ??= 'none of the names';
    const deed = deedIn(this.#asked, graph, region, slot, figure !== null, this);
    conflict ??= deed.conflict;
    const [measured] = figure?.concept == null ? [] : (BARE_AMOUNT.exec(figure.concept) ?? []);
    const measures = measured === undefined || parts.some((part) => sameMeasure(part, measured)) ? null : measured;
    const told = region.map((n) => graph.clauseOf.get(n)).find((clause) => clause !== undefined);
    if (slot !== null && past && told !== undefined && certainty(told) < 2) conflict ??= 'not told as a fact';
    return {
      weakest: weakestOf(parts, worths, this.#anyName),
      fit: fitOf(parts, worths, this.#anyName),
      anchor,
      role: deed.role,
      unnamed,
      measures,
      causes: deed.causes,
      conflict,
    };
  }

  /** Does what tells which it is stand with this figure, or with another of its kind in the sentence? */
  #isToldOf(part: Part, figure: Figure): boolean {
    return this.#figures.some(
      (each) =>
        kindOf(each.unit).split(' ')[0] === kindOf(figure.unit).split(' ')[0] &&
        saidByFigure(part, each, this.#graph.read.text) > 0,
    );
  }

  /** Does a sentence tell a figure of "the company", which is another than the one that is asked about, or may be? */
  #isAnothers({ subject }: Figure, part: Part): boolean {
    if (subject === null || !/^\p{Lu}/u.test(subject)) return false;
    const { text } = this.#graph.read;
    const isUnnamed = Array.from(text.matchAll(PARTY), ([, noun = '']) => noun).some(isGeneric);
    return isUnnamed && !text.includes(subject) && !saidIn(part, new Set(termsOf(subject)));
  }

  /** Is a figure told of somebody whom the question does not name, and the sentence does? */
  #isOther({ subject, unit }: Figure, parts: readonly Part[], region: readonly number[], inTitle: boolean): boolean {
    // Who tells of it is named outside of its clause.
    if (subject === null || kindOf(unit) === 'time') return false;
    const terms = new Set(termsOf(subject));
    // Where another of the question's names is told, the title's says only what it is all about.
    const isSaid = parts.some(
      ({ kind }, p) => kind === 'name' && region.some((n) => (this.#likes[p]?.[n] ?? 0) >= SAME),
    );
    if (inTitle && isSaid) return false;
    // "Pinecrest" where the article has "Pinecrest Switchgear", be it taken for a name or for the word that begins the sentence.
    const isTold = region
      .flatMap((n) => this.#graph.nodes[n] ?? [])
      .some((node) =>
        inTitle ? CAPITAL.test(node.text) && has(terms, [...termsOfNode(node)]) : node.text.includes(subject),
      );
    if (!isTold) return false;
    return !parts.some((part) => part.terms.some((term) => terms.has(term)));
  }
}
