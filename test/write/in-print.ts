import type { Debrief, Quantity } from '../../src/model.ts';

const figureLine = ({ figure, witnesses }: Quantity): string =>
  `  ${figure.text} | ${figure.caption ?? figure.concept ?? '-'} | ${figure.when ?? '-'} | ${witnesses.length}`;

/** A debrief in plain lines, to be read by eye: each point with the numbers of the articles that it rests on. */
export function inPrint(debrief: Debrief): string {
  const number = new Map(debrief.sources.map(({ article, n }) => [article, n]));
  const point = ({ text, cites }: Debrief['inShort'][number]): string =>
    `${text} ${[...new Set(cites.map(({ article }) => `[${number.get(article) ?? '?'}]`))].join('')}`;
  const { writer, counts } = debrief;
  return [
    `${debrief.headline?.text ?? 'Nothing of note'}`,
    `${debrief.stories.length} stories, ${counts.articles} articles, ${counts.publishers} publishers, ${counts.minutes} min, ${writer.kind}${writer.model === null ? '' : ` ${writer.model}`}`,
    '',
    'In short',
    ...debrief.inShort.map((each) => `- ${point(each)}`),
    '',
    'Key figures',
    ...debrief.figures.map(figureLine),
    '',
    ...debrief.quotes.map(({ text, speaker, role, organisation }) =>
      [`"${text}"`, [speaker, role, organisation].filter((part) => part !== null).join(', ')].join('\n   '),
    ),
    ...debrief.stories.flatMap((story, index) => [
      '',
      `${index + 1}  ${story.headline.text} (${story.publishers} publishers)`,
      ...story.points.map((each) => `   ${point(each)}`),
    ]),
    '',
    'Sources',
    ...debrief.sources.map(({ n, publisher, title }) => `[${n}] ${publisher}: ${title}`),
    '',
  ].join('\n');
}
