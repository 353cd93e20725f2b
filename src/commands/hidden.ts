import type { Answer, Debrief, Point, Quantity, Span, StoryBrief, Verified } from '../model.ts';
import type { Store } from '../ports/store.ts';

/** What a workspace has reported as wrong, by place: hidden there until an admin has dismissed the report. */
export type Hidden = ReadonlySet<string>;

const placeOf = ({ article, start, end }: Pick<Span, 'article' | 'start' | 'end'>): string =>
  `${article}:${start}-${end}`;

export async function hiddenIn(workspace: string, { reports }: Pick<Store, 'reports'>): Promise<Hidden> {
  const lists = await Promise.all([reports.list(workspace, 'open'), reports.list(workspace, 'upheld')]);
  return new Set(lists.flat().map(placeOf));
}

/** Whether a passage of an article has something in it that is hidden. */
export function touching(hidden: Hidden): (span: Pick<Span, 'article' | 'start' | 'end'>) => boolean {
  const places = [...hidden].map((place) => /^(.*):(\d+)-(\d+)$/.exec(place));
  return ({ article, start, end }) =>
    places.some(
      (place) => place !== null && place[1] === article && Number(place[2]) < end && Number(place[3]) > start,
    );
}

/** Whether nothing of a sentence is hidden. */
function standsOn(hidden: Hidden): (point: Point) => boolean {
  const touches = touching(hidden);
  return ({ cites }) => !cites.some(touches);
}

/** An answer without the sentences that rest on what is hidden. */
export function answerWithoutHidden(answer: Answer, hidden: Hidden): Answer {
  if (hidden.size === 0) return answer;
  const stands = standsOn(hidden);
  const points = answer.points.filter(stands);
  const { supersedes } = answer;
  return {
    ...answer,
    points,
    nearest: answer.nearest.filter(stands),
    abstained: points.length === 0,
    supersedes: supersedes !== null && touching(hidden)(supersedes.before) ? null : supersedes,
  };
}

/** A debrief without what is hidden, and without the sentences that rest on it; a headline that does gives way to a sentence. */
export function withoutHidden(debrief: Debrief, hidden: Hidden): Debrief {
  if (hidden.size === 0) return debrief;
  const isShown = (span: Pick<Span, 'article' | 'start' | 'end'>): boolean => !hidden.has(placeOf(span));
  const stands = standsOn(hidden);
  const headed = (headline: Verified<Point>, points: readonly Verified<Point>[]): Verified<Point> | null =>
    stands(headline) ? headline : (points.find(stands) ?? null);
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
  const story = (brief: StoryBrief): StoryBrief[] => {
    const headline = headed(brief.headline, brief.points);
    if (headline === null) return [];
    return [
      {
        ...brief,
        headline,
        points: brief.points.filter(stands),
        quantities: quantities(brief.quantities),
        quotes: brief.quotes.filter(isShown),
        novelty: {
          ...brief.novelty,
          changes: brief.novelty.changes.filter(({ span, was, now }) =>
            stands({ text: span.text, cites: [span, ...[was, now].filter((figure) => figure !== null)] }),
          ),
        },
      },
    ];
  };
  return {
    ...debrief,
    headline: debrief.headline === null ? null : headed(debrief.headline, debrief.inShort),
    inShort: debrief.inShort.filter(stands),
    stories: debrief.stories.flatMap(story),
    figures: quantities(debrief.figures),
    quotes: debrief.quotes.filter(isShown),
  };
}
