import { contentOf } from '../domain/same-figure.ts';
import { pointsBack } from '../language/stand.ts';
import type { Words } from '../locale/index.ts';
import type { Change, Figure } from '../model.ts';
import { coresOf } from '../reading/core.ts';
import { pointsOut } from '../reading/pointing.ts';
import { figureInWords } from './quantity.ts';

const LONGEST = 120;

/** What was done, in the words of its sentence without what stands beside it; null where they are no short phrase that says who and what. */
function inItsWords({ span }: Change): string | null {
  const isShort = (form: string): boolean => form.length <= LONGEST && !pointsBack(form) && !pointsOut(form);
  const plain = span.text.replace(/\s+/gu, ' ');
  // Most sentences are short, and a tree takes a millisecond.
  const said = isShort(plain) ? plain : coresOf(span.text).find(isShort);
  return said?.replace(/[.!]$/u, '') ?? null;
}

/** In the order of their articles: what a report leads with comes first. */
const inOrder = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => (a.span.article === b.span.article ? a.span.start - b.span.start : 0));

/** What a changed figure is of: its caption, else what either sentence says was measured; null where neither does. */
function changedOf(was: Figure, now: Figure | null): string | null {
  const measured = [now, was].flatMap((figure) =>
    figure?.concept != null && contentOf(figure.concept).size > 0 && !figure.text.includes(figure.concept)
      ? [figure.concept]
      : [],
  );
  return now?.caption ?? was.caption ?? measured[0] ?? null;
}

/** What is said of a figure, with what the figure is of where its sentence tells it. */
const withCaption = (said: string, caption: string | null): string =>
  caption === null ? said : `${said} (${caption})`;

/**
 * What is new in a story that was told before: what was corrected, the changed figure with what it was, else what was denied, done or reported, in its
 * own words, or the new figure with what it is of. Nothing where one of the lines that are `told` beside it says it, or where no words tell it.
 */
export function changeInWords(
  changes: readonly Change[],
  { debrief: words }: Words,
  told: readonly string[] = [],
): string {
  const changed =
    changes.find(({ kind, was, now }) => kind === 'correction' && was !== null && now !== null) ??
    changes.find(({ was }) => was !== null);
  if (changed?.was != null) {
    const { kind, was, now } = changed;
    const [before, after] = [figureInWords(was), now === null ? null : figureInWords(now)];
    const said =
      after === null
        ? words.was(before)
        : kind === 'correction'
          ? words.corrects(after, before)
          : `${after}, ${words.was(before)}`;
    return `: ${withCaption(said, changedOf(was, now))}`;
  }
  const taken = changes.filter(({ kind }) => kind === 'correction' || kind === 'denial');
  for (const change of [...taken, ...inOrder(changes)]) {
    const said = inItsWords(change);
    if (said !== null) return told.some((line) => line.replace(/[.!]$/u, '') === said) ? '' : `: ${said}`;
    const { now } = change;
    if (now !== null && now.caption !== null) return `: ${withCaption(words.newIs(figureInWords(now)), now.caption)}`;
  }
  return '';
}
