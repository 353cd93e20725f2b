import { z } from 'zod';

/** A piece of an article's text: `article.text.slice(start, end) === text`. */
export const Span = z.object({ article: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() });
export type Span = z.infer<typeof Span>;

export const Hedge = z.enum(['=', '~', '<', '>']);
export type Hedge = z.infer<typeof Hedge>;

/** How a text tells a number; `withdrawn` is what is told only as former, corrected or superseded. */
export const Standing = z.enum(['stated', 'forecast', 'plan', 'conditional', 'denied', 'withdrawn', 'question']);
export type Standing = z.infer<typeof Standing>;

/** A number as a text states it, normalised. `docs/contracts.md` gives the rules of each field. */
export const FigureReading = z.object({
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  hedge: Hedge,
  direction: z.enum(['up', 'down']).nullable(),
  unit: z.string().nullable(),
  unitText: z.string().nullable(),
  concept: z.string().nullable(),
  /** Whose it is: a company, a product, a place, as the text names it. */
  subject: z.string().nullable().default(null),
  when: z.string().nullable(),
  attributedTo: z.string().nullable(),
  standing: Standing.default('stated'),
  /** What a reader is shown beside it, in the words of its sentence and the subject's name. */
  caption: z.string().nullable().default(null),
});
export type FigureReading = z.infer<typeof FigureReading>;

/** Somebody's words between quotation marks, the marks outside the span. */
export const QuoteReading = z.object({
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
});
export type QuoteReading = z.infer<typeof QuoteReading>;

/** A figure of an article. */
export const Figure = FigureReading.extend({ article: z.string() });
export type Figure = z.infer<typeof Figure>;

export const Quote = QuoteReading.extend({ article: z.string() });
export type Quote = z.infer<typeof Quote>;

/** A sentence that is published, with the spans it rests on. */
export const Point = z.object({ text: z.string(), cites: z.array(Span) });
export type Point = z.infer<typeof Point>;

/** A sentence of an article. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string };

/** All that was mined from one article, once. */
export type Evidence = {
  readonly article: string;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Verified<Figure>[];
  readonly quotes: readonly Verified<Quote>[];
};

declare const verified: unique symbol;
/**
 * What passed the gate. The brand is given in `evidence/verify.ts` and nowhere else, so that a Debrief or an Answer
 * cannot hold a figure, a quote or a point that was not verified against the article it stands in.
 */
export type Verified<T> = T & { readonly [verified]: true };

export const ReasonKind = z.enum([
  'figure',
  'unit',
  'direction',
  'time',
  'subject',
  'quote',
  'speaker',
  'name',
  'statement',
]);
export type ReasonKind = z.infer<typeof ReasonKind>;

/** Why the gate refused: what the claim gave, and what the sources have instead (null: nothing of the kind). */
export const Reason = z.object({ kind: ReasonKind, given: z.string(), found: z.string().nullable() });
export type Reason = z.infer<typeof Reason>;

/** What a writer proposed and the gate refused. */
export const Dropped = z.object({ text: z.string(), story: z.string().nullable(), reasons: z.array(Reason) });
export type Dropped = z.infer<typeof Dropped>;
