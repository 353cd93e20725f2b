import { entitiesIn } from '../domain/mentions.ts';
import { relevanceOf } from '../domain/relevance.ts';
import { measure } from '../domain/units.ts';
import { isBait, isPlanted } from '../language/stand.ts';
import { lineAt } from '../language/tables.ts';
import type { Article, Evidence, Figure, Quote, Sentence } from '../model.ts';
import type { FigureEntry, QuoteEntry } from '../ports/store.ts';
import { periodOf } from '../reading/times/period.ts';

/** Standings of what is told of a time to come. */
const FORETOLD: ReadonlySet<Figure['standing']> = new Set(['forecast', 'plan', 'conditional']);

/** The sentence that a span lies in: the last that begins at or before it. */
function sentenceAt(sentences: readonly Sentence[], start: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sentences[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? null;
}

/** Money, power and counts of machines tell more than a bare number or a share. */
const KIND_WEIGHT: Readonly<Record<string, number>> = { money: 3, power: 3, energy: 2, data: 1, count: 1, time: 0 };

function weightOf(figure: Figure, position: number): number {
  const size = Math.max(...[figure.value].flat().map((value) => Math.log10(Math.abs(value) + 1)));
  const kind = figure.unit === null ? 0 : (KIND_WEIGHT[measure(figure.unit).kind] ?? 1);
  // Leads tell what matters first.
  return (
    kind +
    Math.min(size, 12) / 4 +
    (figure.concept === null ? 0 : 1) +
    (figure.caption === null ? -1 : 0) +
    (figure.when === null ? 0 : 0.5) +
    2 / (1 + position)
  );
}

export type Entries = { readonly figures: readonly FigureEntry[]; readonly quotes: readonly QuoteEntry[] };

/**
 * What the ledger keeps of an article's evidence: each figure and quote with what it can be found and compared by. Nothing of a
 * text that is bait for machines, nor of a sentence that speaks to them.
 */
export function entriesOf(article: Article, evidence: Evidence): Entries {
  if (isBait(evidence.sentences.map(({ text }) => text))) return { figures: [], quotes: [] };
  const at = article.published ?? article.fetched;
  const { topics } = relevanceOf(article.title, article.text);
  const inTitle = [...entitiesIn(article.title).keys()].map(({ name }) => name);
  const entitiesOf = (text: string): string[] => [
    ...new Set([...[...entitiesIn(text).keys()].map(({ name }) => name), ...inTitle]),
  ];
  const position = new Map(evidence.sentences.map((sentence, index) => [sentence.start, index]));
  const figures = evidence.figures.flatMap((figure): FigureEntry[] => {
    const before = sentenceAt(evidence.sentences, figure.start);
    // What stands in no sentence stands in a row of a table, which is of whom the figure is.
    const isCell = before === null || before.end <= figure.start;
    const sentence = isCell ? lineAt(article.text, figure.start) : before;
    if (isPlanted(sentence.text)) return [];
    const [low = 0, high = low] = [figure.value].flat();
    const { from, to } = periodOf(figure.when);
    const later = to !== null && to > at;
    const ahead = from !== null && from > at;
    return [
      {
        figure,
        entities: entitiesOf(isCell ? `${figure.subject ?? ''} ${sentence.text}` : sentence.text),
        topics,
        low,
        high,
        from,
        to,
        // What holds for a time that has not begun can only be foretold, whatever the words.
        forecast: ahead || (FORETOLD.has(figure.standing) && (figure.when === null || later)),
        at,
        sentence,
        words: `${article.title} ${article.publisher}`,
        weight: weightOf(figure, position.get(sentence.start) ?? evidence.sentences.length),
      },
    ];
  });
  const isSaid = ({ start }: Quote): boolean => !isPlanted(sentenceAt(evidence.sentences, start)?.text ?? '');
  const quotes = evidence.quotes.filter(isSaid).map(
    (quote): QuoteEntry => ({
      quote,
      entities: entitiesOf(`${quote.speaker ?? ''} ${quote.organisation ?? ''} ${quote.text}`),
      topics,
      at,
      words: `${article.title} ${article.publisher}`,
      // A named speaker with something to say is worth more than a fragment.
      weight:
        (quote.speaker === null ? 0 : 1) + (quote.role === null ? 0 : 0.5) + Math.min(quote.text.length, 200) / 100,
    }),
  );
  return { figures, quotes };
}
