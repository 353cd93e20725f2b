import { measure } from '../../domain/units.ts';
import { sentencesIn } from '../../language/sentences.ts';
import { stem } from '../../language/stem.ts';
import { wordsIn } from '../../language/words.ts';
import type { FigureReading, Sentence } from '../../model.ts';
import { compare } from './figures.ts';
import { plain } from './marks.ts';
import type { Prepared, Rest } from './prepare.ts';

/** A sentence for the comparison with another: as it would be printed, and so with a mark for each of its figures. */
type Printed = { readonly text: string; readonly words: string; readonly figures: readonly FigureReading[] };

const ended = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/(?<![.\s])[.\s]+$/, '');

function printed({ start, end, text }: Sentence, all: readonly FigureReading[]): Printed {
  const figures = all.filter((figure) => figure.start >= start && figure.end <= end);
  let told = '';
  let at = start;
  for (const figure of figures) {
    if (figure.start < at) continue;
    told += `${text.slice(at - start, figure.start - start)}\u0000`;
    at = figure.end;
  }
  told += text.slice(at - start);
  // "2,000 runners" is "2000 runners", whatever either is read for.
  return { text: ended(text).replace(/(?<=\d),(?=\d{3}(?!\d))/gu, ''), words: ended(told), figures };
}

/** What a number counts, in its own words: "former Holm engineers" of "two former Holm engineers". A measure's unit has been compared. */
function countedIn({ text, unit, unitText }: FigureReading): string {
  if (unit === null || !measure(unit).kind.startsWith('count ')) return '';
  const names = text.match(/(?<=\s)\p{Lu}[\p{L}\d]*/gu) ?? [];
  return [...names, unitText ?? ''].join(' ').toLowerCase();
}

const isSame = (claim: Printed, source: Printed): boolean =>
  claim.text === source.text ||
  (claim.words === source.words &&
    claim.figures.every((figure, n) => {
      const other = source.figures[n];
      return other !== undefined && compare(figure, other) === 'same' && countedIn(figure) === countedIn(other);
    }));

/** Does the claim, of these figures, stand in a source as it is, sentence for sentence, but for how its figures are written? */
export function verbatim(
  claim: string,
  figures: readonly FigureReading[],
  sources: readonly Prepared[],
): Rest[] | null {
  const wanted = sentencesIn(claim).map((sentence) => printed(sentence, figures));
  const [first] = sentencesIn(claim);
  if (first === undefined) return null;
  for (const { source, sentences, index, figures: told } of sources) {
    const words = wordsIn(first.text).map(({ text }) => stem(text));
    const rare = words.reduce<readonly number[] | null>((best, word) => {
      const at = index.get(word);
      return at !== undefined && (best === null || at.length < best.length) ? at : best;
    }, null);
    for (const n of rare ?? []) {
      const here = sentences.slice(n, n + wanted.length);
      if (here.length < wanted.length) continue;
      if (wanted.every((one, k) => here[k] !== undefined && isSame(one, printed(here[k], told))))
        return here.map(({ start, end }) => ({ source, start, end }));
    }
  }
  return null;
}
