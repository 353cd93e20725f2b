import type { Debrief, Quantity, Span, StoryBrief } from '../model.ts';
import type { Store } from '../ports/store.ts';

/** What a workspace has reported as wrong, by place: hidden there until an admin has dismissed the report. */
export type Hidden = ReadonlySet<string>;

const placeOf = ({ article, start, end }: Pick<Span, 'article' | 'start' | 'end'>): string =>
  `${article}:${start}-${end}`;

export async function hiddenIn(workspace: string, { reports }: Pick<Store, 'reports'>): Promise<Hidden> {
  const lists = await Promise.all([reports.list(workspace, 'open'), reports.list(workspace, 'upheld')]);
  return new Set(lists.flat().map(placeOf));
}

/** A debrief without what is hidden, and without the sentences that rest on it. */
export function withoutHidden(debrief: Debrief, hidden: Hidden): Debrief {
  if (hidden.size === 0) return debrief;
  const isShown = (span: Pick<Span, 'article' | 'start' | 'end'>): boolean => !hidden.has(placeOf(span));
  const places = [...hidden].map((place) => /^(.*):(\d+)-(\d+)$/.exec(place));
  const touches = ({ article, start, end }: Span): boolean =>
    places.some(
      (place) => place !== null && place[1] === article && Number(place[2]) < end && Number(place[3]) > start,
    );
  const quantities = (all: readonly Quantity[]): Quantity[] =>
    all.flatMap(({ figure, witnesses, differences }) =>
      isShown(figure)
        ? [
            {
              figure,
              witnesses: witnesses.filter(isShown),
              differences: differences.filter((difference) => isShown(difference.figure)),
            },
          ]
        : [],
    );
  const story = (brief: StoryBrief): StoryBrief => ({
    ...brief,
    points: brief.points.filter((point) => !point.cites.some(touches)),
    quantities: quantities(brief.quantities),
    quotes: brief.quotes.filter(isShown),
  });
  return {
    ...debrief,
    inShort: debrief.inShort.filter((point) => !point.cites.some(touches)),
    stories: debrief.stories.map(story),
    figures: quantities(debrief.figures),
    quotes: debrief.quotes.filter(isShown),
  };
}
