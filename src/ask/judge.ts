import { contentOf } from '../domain/same-figure.ts';
import { DAY_MS } from '../durations.ts';
import { pointsBack } from '../language/stand.ts';
import { wordTextsIn } from '../language/words.ts';
import type { Article, Evidence, Figure, Quote } from '../model.ts';
import { type Act, speaksOfAct } from './act.ts';
import { AHEAD, clauseOf, inPeriod, isAhead, kindOf, perFits } from './fits.ts';
import { type Given, isGiven } from './given.ts';
import { heldFits } from './held.ts';
import type { Index } from './index-of.ts';
import { kindsIn, meaningsIn } from './meaning.ts';
import type { Name } from './names.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import { type AskedTerm, termsOf } from './terms.ts';
import { COMES, holds, tells } from './wants.ts';

/** A passage with how well it answers. */
export type Candidate<T extends Article> = {
  readonly passage: Passage<T>;
  /** The number that answers, where one is asked for. */
  readonly figure: Figure | null;
  /** A number that would answer but was taken back since. */
  readonly withdrawn: Figure | null;
  /** How much of what is asked for stands in and around it, 0 to 1. */
  readonly fit: number;
  /** `fit` with what else makes a good answer: new, short, understood alone. */
  readonly worth: number;
  /** Names of the question that stand beside the sentence or in the title, not in it. */
  readonly unnamed: number;
  /** Every name of the question is near, most of it is said there, and what it wants (a number, a cause) stands there. */
  readonly answers: boolean;
};

/** A word that nobody uses tells that it is another's word, not that it matters most. */
const RAREST = 2;
/** Who and where is asked for counts however often they are named. */
const NAMED = 2;
/** An amount that the question gives tells which of its kind is meant. */
const GIVEN = 1.5;
/** What a sentence loses that does not speak of the act that is asked after. */
const OTHER_ACT = 0.2;
/** What a term is worth where it stands: by its unit, by another word of its meaning, in another clause, beside the sentence, in the title, elsewhere. */
const WORTH = { kind: 0.75, meaning: 0.8, apart: 0.85, leaned: 0.7, beside: 0.55, title: 0.5, article: 0.15 } as const;
/** How much of what is asked an answer says itself or beside it, whatever its article is about. */
const SAID = 0.5;
const LONG = 360;

/** What may be a level of something is no change of it, and what was taken back is nothing. */
const stands = ({ standing }: Figure): boolean =>
  standing !== 'withdrawn' && standing !== 'denied' && standing !== 'question';

const hasWay = (ways: Name['ways'], terms: ReadonlySet<string>): boolean =>
  ways.some((way) => way.length > 0 && way.every((term) => terms.has(term)));

export type Known = {
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Figures that a later article took back. */
  readonly withdrawn: { has(figure: Figure): boolean };
  readonly names: readonly Name[];
  readonly topic: readonly AskedTerm[];
  /** Words that the articles write as names alone, as stems. */
  isName(word: string): boolean;
};

/** Makes the judge of a question's passages: how much of what is asked stands there, and whether what is wanted does. */
export function createJudge<T extends Article>(question: Question, index: Index<T>, newest: number, known: Known) {
  const meanings = new Map<string, readonly string[]>();
  const weightOf = (term: string): number => Math.min(RAREST, index.idf(term));
  const topic = known.topic.map(({ term, share }) => ({
    term,
    weight: share * weightOf(term),
    meanings: meaningsIn(term, meanings),
    content: contentOf(term),
  }));
  const names = known.names.map((name) => ({ name, weight: NAMED }));
  const ofRole = question.role === null || question.wants !== 'person' ? 0 : NAMED;
  const total =
    [...topic, ...names].reduce((sum, { weight }) => sum + weight, ofRole + GIVEN * question.given.length) || 1;
  const given = new Set(known.names.flatMap(({ ways }) => ways.flat()));

  const isOther = (subject: string | null, name: Name): boolean => {
    if (subject === null) return false;
    const terms = new Set(termsOf(subject));
    if (hasWay(name.ways, terms) || name.ways.some((way) => way.some((term) => terms.has(term)))) return false;
    return [...terms].every((term) => !given.has(term));
  };

  const owned = new Map<string, boolean>();
  /** A company's own page says "we"; that of a paper names itself where it counts. */
  const isOwn = ({ id, text }: Article): boolean => {
    const known = owned.get(id) ?? /\b(?:[Ww]e|[Oo]ur)\b/.test(text.replace(/["“][^"”]{0,600}["”]/gu, ''));
    owned.set(id, known);
    return known;
  };
  const publishers = new Map<string, ReadonlySet<string>>();
  const publisherOf = ({ publisher }: Article): ReadonlySet<string> => {
    const terms = publishers.get(publisher) ?? new Set(termsOf(publisher));
    publishers.set(publisher, terms);
    return terms;
  };

  /** "The deal", where it is a deal that was asked about. */
  const speaksOf = (text: string): boolean =>
    Array.from(text.matchAll(/\b(?:the|this|that)\s(\p{Ll}+)/giu), ([, noun = '']) => noun).some((noun) =>
      topic.some(({ term }) => termsOf(noun).includes(term)),
    );

  /** Does another than the one asked for do what the sentence tells? Its first word is a name that the question does not give. */
  const opensWithOther = (text: string): boolean => {
    const [first = '', second = ''] = wordTextsIn(text);
    const word = first.toLowerCase().replace(/['’]s?$/, '');
    if (!known.isName(word) || !/^\p{Lu}/u.test(first)) return false;
    return !termsOf(`${first} ${second}`).some((term) => given.has(term));
  };

  return (passage: Passage<T>): Candidate<T> => {
    const { indexed, at } = passage;
    const sentence = indexed.sentences[at];
    const text = sentence?.text ?? '';
    const own = sentence?.terms ?? new Set<string>();
    const evidence = known.evidence.get(indexed.article.id);
    const within = <E extends { readonly start: number; readonly end: number }>(all: readonly E[]): E[] =>
      all.filter(({ start, end }) => start < (sentence?.end ?? 0) && end > (sentence?.start ?? 0));
    const figures = within<Figure>(evidence?.figures ?? []);
    const quotes = within<Quote>(evidence?.quotes ?? []);

    const ofSentence = termsNear(text, own);
    const leansBack = pointsBack(text);
    const previous = indexed.sentences[at - 1];
    const ofPrevious = leansBack && previous !== undefined ? meaningsIn(previous.text, meanings) : new Set<string>();

    /** How near a name is: 1 in the sentence, less beside it or in the title where nobody else is spoken of, 0 nowhere. */
    const nearnessOf = (name: Name, figure: Figure | null): number => {
      const { ways } = name;
      const subject = new Set(termsOf(figure?.subject ?? ''));
      if (figure !== null && hasWay(ways, subject)) return 1;
      const short = ways.some(
        (way) =>
          way.length > 1 && hasWay([way], indexed.terms) && way.some((term) => own.has(term) && known.isName(term)),
      );
      if (hasWay(ways, own) || short) {
        // "Hartwell asks 30%; Seikou a quarter": the number is that of whoever its own clause names.
        const elsewhere =
          figure !== null &&
          isOther(figure.subject, name) &&
          !hasWay(ways, new Set(termsOf(clauseOf(text, figure.start - (sentence?.start ?? 0))))) &&
          text.includes(figure.subject ?? '\n');
        return elsewhere ? WORTH.title : 1;
      }
      if (
        quotes.some(({ organisation, speaker }) =>
          hasWay(ways, new Set(termsOf(`${organisation ?? ''} ${speaker ?? ''}`))),
        )
      )
        return 0.9;
      const before = indexed.sentences.slice(Math.max(0, at - 2), at);
      const leans = leansBack || /\bthere\b/i.test(text) || (question.wants === 'person' && COMES.test(text));
      if (leans && before.some(({ terms }) => hasWay(ways, terms))) return 0.8;
      const isOurs = hasWay(ways, publisherOf(indexed.article)) && isOwn(indexed.article);
      if (isOurs && !wordTextsIn(figure?.subject ?? '').some((word) => known.isName(word.toLowerCase()))) return 0.8;
      const other = figure !== null && isOther(figure.subject, name);
      if (other && (!hasWay(ways, indexed.title) || text.includes(figure.subject ?? '\n'))) return 0;
      if (question.wants !== 'person' && opensWithOther(text)) return 0;
      const isBare = /^(?:\p{Lu}\p{Ll}+ )?\p{Ll}+ /u.test(text);
      if (isBare && before.at(-1)?.terms !== undefined && hasWay(ways, before.at(-1)?.terms ?? own)) return 0.8;
      // A product is named where it is meant; and of two that are asked for, one at least is.
      if (/\d/.test(name.text) || (names.length > 1 && !question.anyName && !pointsBack(text) && !speaksOf(text)))
        return 0;
      const first = indexed.sentences.findIndex(({ terms }) => hasWay(ways, terms));
      if (first > at) return 0;
      if (hasWay(ways, indexed.title)) return WORTH.beside;
      return first >= 0 && first < 2 ? WORTH.title : 0;
    };

    const nearnessOfGiven = (given: Given): number => {
      if (figures.some((figure) => isGiven(given, figure))) return 1;
      const [first, last] = [indexed.sentences[at - 1] ?? sentence, indexed.sentences[at + 1] ?? sentence];
      const all = (evidence?.figures ?? []).filter((figure) => isGiven(given, figure));
      if (all.some(({ start }) => start >= (first?.start ?? 0) && start < (last?.end ?? 0))) return WORTH.beside;
      return all.length > 0 ? WORTH.article : 0;
    };

    const nearnessOfAct = (act: Act): number => {
      if (speaksOfAct(act, own, ofSentence.meanings)) return 1;
      const before = indexed.sentences[at - 1];
      if (before !== undefined && speaksOfAct(act, before.terms, meaningsIn(before.text, meanings)))
        return WORTH.beside;
      return speaksOfAct(act, indexed.title, meaningsIn(indexed.article.title, meanings)) ? WORTH.title : 0;
    };

    const judged = (figure: Figure | null): Candidate<T> => {
      const clause =
        figure === null || sentence === undefined
          ? own
          : new Set(termsOf(clauseOf(text, figure.start - sentence.start)));
      const concept = new Set(figure === null ? [] : termsOf(`${figure.concept ?? ''} ${figure.unitText ?? ''}`));
      const content = contentOf(figure === null ? '' : `${figure.concept ?? ''} ${figure.unitText ?? ''}`);
      const kinds = figure === null ? kindsIn(text) : new Set([kindOf(figure.unit)]);
      const ofKind = question.kinds.some((kind) => kinds.has(kind));
      const hasRole =
        question.role !== null &&
        (question.role.said.test(text) ||
          (COMES.test(text) && previous !== undefined && question.role.said.test(previous.text)) ||
          quotes.some(({ role }) => role !== null && question.role?.said.test(role)));
      let sum = hasRole ? ofRole : 0;
      let about = 0;
      let ofQuantity = question.quantity.size === 0;
      let ofMeasure = question.measure === null;
      for (const { term, weight, meanings: meant, content: asked } of topic) {
        const alike = !meant.isDisjointFrom(ofSentence.meanings);
        const isSaid = own.has(term) || alike || (leansBack && indexed.sentences[at - 1]?.terms.has(term) === true);
        // A margin over a rate is told in basis points.
        ofQuantity ||= question.quantity.has(term) && (isSaid || figure?.unit === 'basis point');
        ofMeasure ||= question.measure === term && (concept.has(term) || clause.has(term) || alike || ofKind);
        if (concept.has(term) || clause.has(term)) sum += weight;
        else if (asked.size > 0 && [...asked].every((word) => content.has(word))) sum += weight;
        else if (own.has(term)) sum += (figure === null ? 1 : WORTH.apart) * weight;
        // What is asked for by its kind is said by its unit: gigawatts are power, dollars a cost.
        else if (alike) sum += WORTH.meaning * weight;
        // Who pays whom is told by a verb.
        else if (ofKind && question.quantities.has(term))
          sum += (names.length > 1 ? WORTH.beside : WORTH.kind) * weight;
        else if (question.ahead && AHEAD.has(term) && isAhead(figure, text)) sum += WORTH.meaning * weight;
        // What leans on the sentence before it is shown with it.
        else if (leansBack && previous?.terms.has(term)) sum += WORTH.leaned * weight;
        else if (!meant.isDisjointFrom(ofPrevious)) sum += WORTH.beside * weight;
        else if (indexed.sentences[at - 1]?.terms.has(term) || indexed.sentences[at + 1]?.terms.has(term))
          sum += WORTH.beside * weight;
        else if (indexed.title.has(term)) about += WORTH.title * weight;
        else if (indexed.terms.has(term)) about += WORTH.article * weight;
      }
      let reached = 0;
      let unnamed = 0;
      for (const { name, weight } of names) {
        const nearness = nearnessOf(name, figure);
        sum += nearness * weight;
        if (nearness > 0) reached += 1;
        if (nearness < 1) unnamed += 1;
      }
      for (const given of question.given) sum += GIVEN * nearnessOfGiven(given);
      const act = question.act === null ? 1 : nearnessOfAct(question.act);
      // Of a number that nothing else names the verb tells what it is.
      const isNamed = question.counted !== null || question.kinds.length > 0 || question.measure !== null;
      const near = question.anyName ? reached > 0 : reached === names.length;
      const fit = (sum + about) / total;
      const kind = question.wants !== 'number' || question.kinds.length === 0 || ofKind;
      const counts =
        question.counted === null ||
        figure === null ||
        content.has([...contentOf(question.counted)][0] ?? question.counted) ||
        concept.has(question.counted) ||
        (figure.unit === null && countsSoon(text.slice(figure.end - (sentence?.start ?? 0)), question.counted));
      const per = question.per === null || figure === null || perFits(figure, question.per, text, evidence);
      const held = question.holds.every((asked) =>
        heldFits(asked, {
          figure,
          text,
          around: `${indexed.article.title}. ${indexed.sentences[0]?.text ?? ''}`,
          published: indexed.article.published,
        }),
      );
      const ahead = isAhead(figure, text);
      const age = (newest - Date.parse(indexed.article.published ?? '1970-01-01')) / (30 * DAY_MS);
      const worth =
        fit -
        Math.min(12, age) * (question.now ? 0.05 : 0.02) -
        unnamed * 0.05 -
        (pointsBack(text) ? 0.05 : 0) -
        (text.length > LONG ? 0.15 : 0) -
        (text.endsWith('?') ? 0.3 : 0) -
        (ofMeasure ? 0 : 0.1) -
        (1 - act) * OTHER_ACT -
        (question.wants === 'number' && ahead !== question.ahead ? 0.1 : 0) -
        (figure?.direction != null && !question.kinds.includes('share') ? 0.1 : 0) +
        (tells(question, text) ? 0.25 : 0);
      return {
        passage,
        figure,
        withdrawn: null,
        fit,
        worth,
        unnamed,
        answers:
          near &&
          kind &&
          counts &&
          per &&
          held &&
          inPeriod(question, indexed.article, text) &&
          ofQuantity &&
          (act > 0 || (question.wants === 'number' && isNamed)) &&
          !(figure !== null && question.given.some((given) => isGiven(given, figure))) &&
          sum / total >= SAID &&
          holds(question, {
            text,
            before: indexed.sentences[at - 1]?.text ?? '',
            figure,
            quotes,
            given,
            named: known.names,
            published: indexed.article.published,
            isName: known.isName,
          }),
      };
    };

    if (question.wants !== 'number') return judged(null);
    const standing = figures.filter((figure) => stands(figure) && !known.withdrawn.has(figure));
    const best = standing.map(judged).toSorted((a, b) => Number(b.answers) - Number(a.answers) || b.worth - a.worth)[0];
    const gone = figures
      .filter((figure) => known.withdrawn.has(figure))
      .map((figure) => ({ ...judged(figure), withdrawn: figure }))
      .find(({ answers, worth }) => answers && (best?.answers !== true || worth >= best.worth));
    if (gone !== undefined) return { ...gone, figure: null, answers: false };
    return best ?? { ...judged(null), answers: false };
  };

  /** Does what is counted follow on a number: "24,500 of the accelerators", but not of somebody's accelerators? */
  function countsSoon(behind: string, counted: string): boolean {
    const words = behind.trim().split(/\s+/).slice(0, 5);
    return words.some((word) => !/['’]s?$/.test(word) && termsOf(word).includes(counted));
  }

  function termsNear(text: string, terms: ReadonlySet<string>) {
    return { terms, meanings: meaningsIn(text, meanings) };
  }
}
