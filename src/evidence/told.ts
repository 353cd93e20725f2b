import { isTable } from '../language/tables.ts';
import type { FigureReading, QuoteReading, Sentence } from '../model.ts';
import { datelineOf } from '../reading/dateline.ts';
import { type ReadSentence, readSentence } from '../reading/read.ts';
import type { Time } from '../reading/times.ts';
import { textOf } from '../reading/tree.ts';
import { Cast } from './told/cast.ts';
import { candidatesFor, captionsOf, type Ruled, ruled } from './told/choice/candidates.ts';
import { type Choose, chosen } from './told/choice/choose.ts';
import { aboutOf, type Seen } from './told/choice/seen.ts';
import { isStanding } from './told/choice/standings.ts';
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
export type Told = Pick<FigureReading, 'concept' | 'subject' | 'attributedTo' | 'standing' | 'when' | 'caption'>;

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
  readonly direction: FigureReading['direction'];
};

/** Of a figure that no sentence tells. */
export const UNTOLD: Told = {
  concept: null,
  subject: null,
  attributedTo: null,
  standing: 'stated',
  when: null,
  caption: null,
};

/** Reads what an article tells of its figures: those of the sentence of an index. */
export type Teller = {
  readonly cast: Cast;
  readonly tells: (index: number, figures: readonly Numbered[]) => Told[];
};

/** Of a text with its title, its sentences in order and its quotes, which tell who is spoken of. */
export function teller(
  title: string | null,
  text: string,
  all: readonly Sentence[],
  quotes: readonly QuoteReading[],
  { times, published }: { readonly times: readonly Time[]; readonly published: string | null },
  choose: Choose = chosen,
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
  const last: (Omit<Told, 'caption'> & {
    readonly unit: string | null;
    readonly index: number;
    readonly end: number;
  })[] = [];
  const tells = (index: number, figures: readonly Numbered[]): Told[] => {
    const sentence = sentences[index];
    if (sentence === undefined) return [];
    const places = figures.map(({ start, end }) => placeIn(sentence, start, end));
    cast.begin(sentence, places);
    const measures = figures.map(({ counted, kind, unit }): Measure => {
      const at = counted === null ? null : placeIn(sentence, counted.start, counted.end);
      return { counted: at === null ? null : { from: at.from, to: at.to }, kind, unit };
    });
    const byRule = ruledIn(text, { sentence, places, measures, cast }, figures, quotes);
    const stated = statedBy(index);
    return figures.map((figure, n) => {
      const { start, end, when, future, direction, unit } = figure;
      const rule = { ...(byRule[n] ?? UNTOLD), when, unit };
      const place = places[n];
      if (place == null) return UNTOLD;
      const quote = quotes.find((each) => each.start <= start && end <= each.end);
      const earlier = last
        .map(({ index: before, end: to, ...each }) => ({
          ...each,
          back: index - before,
          between: index === before ? text.slice(to, start) : null,
        }))
        .reverse();
      const gap = gapAt(sentence.tree, places, n);
      const seen = {
        sentence,
        places,
        measures,
        cast,
        place,
        at: n,
        about: -1,
        gap,
        when,
        future,
        direction,
        stated,
        published,
        quote,
        earlier,
      };
      const pick = (field: Ruled, at: Seen): string | null =>
        choose(field, ruled(field, candidatesFor(field, at), rule[field]), figure, rule);
      const concept = pick('concept', seen);
      const known = { ...seen, about: aboutOf(sentence.tree, concept, place) };
      const [standing, subject] = [pick('standing', known), pick('subject', known)];
      const own = {
        concept,
        subject,
        attributedTo: rule.attributedTo,
        standing: isStanding(standing) ? standing : 'stated',
        when: pick('when', known),
      };
      const caption = choose('caption', captionsOf(known, { ...own, byRule: rule }), figure, rule);
      last.push({ ...own, when: when ?? own.when, unit, index, end });
      if (last.length > EARLIER) last.shift();
      return { ...own, caption };
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

/** So many figures before one may tell what it is. */
const EARLIER = 3;

/** A sentence and its figures, by the words that they take. */
type Read = {
  readonly sentence: ReadSentence;
  readonly places: readonly (Place | null)[];
  readonly measures: readonly Measure[];
  readonly cast: Cast;
};

/** What rules make of a figure. */
type ByRule = Omit<Told, 'when' | 'caption'>;

/** What rules make of the figures of a sentence. */
function ruledIn(text: string, read: Read, figures: readonly Numbered[], quotes: readonly QuoteReading[]): ByRule[] {
  const told: ByRule[] = [];
  figures.forEach((figure, n) => {
    const own = read.places[n] == null ? UNTOLD : ruledAt(read, n, figure, quotes);
    const before = figures[n - 1];
    const between = before === undefined ? '' : text.slice(before.end, figure.start);
    const same = before !== undefined && CONVERTED.test(between);
    const { concept, subject, attributedTo, standing } = (same ? told[n - 1] : undefined) ?? own;
    // "revenue of $90 million, up 20% compared with $75 million"
    const like = figures.findLastIndex(({ unit }, k) => k < n && k > n - 3 && unit === figure.unit);
    const based = !same && COMPARED.test(between) ? told[like] : undefined;
    told.push({ attributedTo, standing, concept: based?.concept ?? concept, subject: based?.subject ?? subject });
  });
  return told;
}

function ruledAt(
  { sentence, places, measures, cast }: Read,
  n: number,
  { start, end, future }: Numbered,
  quotes: readonly QuoteReading[],
): ByRule {
  const { tree } = sentence;
  const [place, measure] = [places[n], measures[n]];
  if (place == null || measure === undefined) return UNTOLD;
  const quote = quotes.find((each) => each.start <= start && end <= each.end);
  const gap = gapAt(tree, places, n)?.owner ?? null;
  const concept = conceptIn(tree, { places, measures }, n);
  const counted = measure.counted !== null;
  const subject = subjectIn(sentence, { place, concept, gap, counted, kind: measure.kind, places }, cast);
  const meant = concept === null && !counted ? thingMeant(cast, tree, place.clause?.subject ?? null) : null;
  return {
    concept: concept === null ? meant : textOf(tree, concept),
    subject,
    attributedTo: quote?.speaker ?? sourceIn(sentence, place, subject, cast),
    standing: standingIn(sentence, place, cast, future),
  };
}
