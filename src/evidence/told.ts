import { isTable } from '../language/tables.ts';
import type { FigureReading, QuoteReading, Sentence } from '../model.ts';
import { datelineOf } from '../reading/dateline.ts';
import { type ReadSentence, readSentence } from '../reading/read.ts';
import type { Time } from '../reading/times.ts';
import { textOf } from '../reading/tree.ts';
import { captionIn } from './told/caption.ts';
import { Cast } from './told/cast.ts';
import { type Candidates, candidatesFor } from './told/choice/candidates.ts';
import { aboutOf } from './told/choice/seen.ts';
import { timeline } from './told/choice/times.ts';
import { conceptIn } from './told/concept.ts';
import { gapAt } from './told/gap.ts';
import type { Measure } from './told/measurable.ts';
import { type Place, placeIn } from './told/place.ts';
import { sourceIn } from './told/source.ts';
import { standingIn } from './told/standing.ts';
import { subjectIn } from './told/subject.ts';
import { thingMeant } from './told/thing.ts';

/** What a sentence tells of one of its figures. */
export type Told = Pick<FigureReading, 'concept' | 'subject' | 'attributedTo' | 'standing' | 'caption'>;

/** A figure by its offsets, with those of the noun that it counts, if any. */
export type Numbered = {
  readonly start: number;
  readonly end: number;
  readonly counted: { readonly start: number; readonly end: number } | null;
  readonly kind: Measure['kind'];
  readonly unit: string | null;
  /** The time that it holds for, as rules have it, and whether that is after the article. */
  readonly when: string | null;
  readonly future: boolean;
};

/** Of a figure that no sentence tells. */
export const UNTOLD: Told = { concept: null, subject: null, attributedTo: null, standing: 'stated', caption: null };

/** Reads what an article tells of its figures: those of the sentence of an index. */
export type Teller = {
  readonly cast: Cast;
  readonly tells: (index: number, figures: readonly Numbered[]) => Looked[];
};

/** What rules make of a figure, and what else it may be. */
export type Looked = { readonly told: Told; readonly candidates: Candidates | null };

/** Of a text with its title, its sentences in order and its quotes, which tell who is spoken of. */
export function teller(
  title: string | null,
  text: string,
  all: readonly Sentence[],
  quotes: readonly QuoteReading[],
  { times, published }: { readonly times: readonly Time[]; readonly published: string | null },
): Teller {
  const dateline = datelineOf(text);
  const sentences = all.map(({ start, text: whole }) => {
    // The rows of a table are no sentence.
    const lead = isTable(whole)
      ? whole.length
      : Math.min(Math.max(0, dateline - start, headOf(text, start, whole)), whole.length);
    return readSentence(whole.slice(lead), start + lead);
  });
  const cast = new Cast(
    title,
    text,
    sentences.filter(({ text: own }) => own !== ''),
    quotes,
  );
  const statedBy = timeline(times, all);
  const last: (Told & Pick<FigureReading, 'when'> & { readonly unit: string | null; readonly index: number })[] = [];
  const tells = (index: number, figures: readonly Numbered[]): Looked[] => {
    const sentence = sentences[index];
    if (sentence === undefined) return [];
    const places = figures.map(({ start, end }) => placeIn(sentence, start, end));
    cast.begin(sentence, places);
    const measures = figures.map(({ counted, kind, unit }): Measure => {
      const at = counted === null ? null : placeIn(sentence, counted.start, counted.end);
      return { counted: at === null ? null : { from: at.from, to: at.to }, kind, unit };
    });
    const read = { sentence, places, measures, cast };
    const stated = statedBy(index);
    const told: Told[] = [];
    figures.forEach((figure, n) => {
      const own = places[n] == null ? UNTOLD : tell(read, n, figure, quotes);
      const before = figures[n - 1];
      const between = before === undefined ? '' : text.slice(before.end, figure.start);
      const same = before !== undefined && CONVERTED.test(between);
      const { concept, subject, attributedTo, standing } = (same ? told[n - 1] : undefined) ?? own;
      // "revenue of $90 million, up 20% compared with $75 million"
      const like = figures.findLastIndex(({ unit }, k) => k < n && k > n - 3 && unit === figure.unit);
      const isCompared = !same && COMPARED.test(between);
      const based = isCompared ? told[like] : undefined;
      // "against 13% in western Europe" is another's.
      const isElsewhere = ELSEWHERE.test(text.slice(figure.end, figure.end + 40));
      // "expects revenue of $5 billion, up from $4 billion": what it was is not what is expected.
      const isOther =
        isElsewhere || (/^(?:forecast|plan)$/.test(based?.standing ?? '') && own.standing !== based?.standing);
      const caption = isCompared && isOther ? null : (based ?? own).caption;
      told.push({
        ...own,
        caption,
        attributedTo,
        standing,
        concept: based?.concept ?? concept,
        subject: based?.subject ?? subject,
      });
    });
    return told.map((one, n) => {
      const { start, end, unit, when, future } = figures[n] ?? { ...sentence, unit: null, when: null, future: false };
      const place = places[n];
      const quote = quotes.find((each) => each.start <= start && end <= each.end);
      const earlier = last.map(({ index: before, ...each }) => ({ ...each, back: index - before })).reverse();
      last.push({ ...one, unit, when, index });
      if (last.length > EARLIER) last.shift();
      if (place == null) return { told: one, candidates: null };
      const about = aboutOf(sentence.tree, one.concept, place);
      const gap = gapAt(sentence.tree, places, n);
      const seen = { ...read, place, at: n, about, gap, when, future, stated, published, quote, earlier };
      return { told: one, candidates: candidatesFor(seen) };
    });
  };
  return { cast, tells };
}

/** "Power: Day-ahead prices averaged": a head that begins a paragraph, and is no part of its sentence. */
const HEAD = /^(?:\p{Lu}[\p{L}\d-]{1,24} ){0,2}?\p{L}[\p{L}\d-]{2,24}: (?=\p{Lu}[\p{L}’'-]+ [\p{L}\d])/u;

/** How long the head of a paragraph is that a sentence begins with. */
const headOf = (text: string, start: number, whole: string): number =>
  start === 0 || text.charAt(start - 1) === '\n' ? (HEAD.exec(whole)?.[0].length ?? 0) : 0;

/** "€600 million (approximately $702 million)": the same in other money. */
const CONVERTED = /^\s*\((?:or|about|some)?\s*$/;

/** "22% of sales last year, up from" 9%, "90 MW at first, rising to" 200 MW: what is compared is the same of the same. */
const COMPARED =
  /^[^.;()]{0,60}?,? (?:(?:(?:increas|ris|grow|climb|ramp|fall|dropp|shrink)ing|up|down|compared|higher|lower|more|less|against|(?:an?|the) (?:[\w-]+ )?(?:increase|rise|jump|growth|gain|decline|drop|fall|decrease)) (?:from|with|than|to|against)|against|versus)(?: (?:about|some|just|only|nearly|roughly|around|the))? $/;

/** "against 13%" in western Europe: of another than what it is compared with. */
const ELSEWHERE =
  /^ (?:in|for|at) (?:the )?(?:\p{Ll}+ern )?(?!January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\p{Lu}/u;

/** So many figures before one may tell what it is. */
const EARLIER = 3;

/** A sentence and its figures, by the words that they take. */
type Read = {
  readonly sentence: ReadSentence;
  readonly places: readonly (Place | null)[];
  readonly measures: readonly Measure[];
  readonly cast: Cast;
};

function tell(
  { sentence, places, measures, cast }: Read,
  n: number,
  { start, end, future }: Numbered,
  quotes: readonly QuoteReading[],
): Told {
  const { tree } = sentence;
  const [place, measure] = [places[n], measures[n]];
  if (place == null || measure === undefined) return UNTOLD;
  const quote = quotes.find((each) => each.start <= start && end <= each.end);
  const shortened = gapAt(tree, places, n);
  const gap = shortened?.owner ?? null;
  // "Hanbit took 52% of it, Daesung 27% and Calder 20%": the part of which all are shortened.
  let first = n;
  for (let like = shortened?.like; like != null && like < first; like = gapAt(tree, places, first)?.like) first = like;
  const concept = conceptIn(tree, { places, measures }, n);
  const counted = measure.counted !== null;
  const { name, tied, named } = subjectIn(sentence, { place, concept, gap, counted, kind: measure.kind, places }, cast);
  const standing = standingIn(sentence, place, cast, future);
  const attributedTo = quote?.speaker ?? sourceIn(sentence, place, name, cast);
  return {
    concept:
      concept === null
        ? counted
          ? null
          : thingMeant(cast, tree, place.clause?.subject ?? null)
        : textOf(tree, concept),
    subject: name,
    attributedTo,
    standing,
    caption: captionIn(
      sentence,
      // What the part before tells of its figure, a shortened part tells of its own.
      places[first] ?? place,
      {
        concept,
        // A person's is only what is said to be.
        subject: tied && name !== null && !cast.names.isPerson(name) ? name : null,
        counted: counted || measures[first]?.counted != null,
        claimant: attributedTo,
        standing,
        places,
        kind: measure.kind,
        unit: measure.unit,
        instead: shortened === null ? null : name,
        named,
      },
      cast,
    ),
  };
}
