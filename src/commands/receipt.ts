import { z } from 'zod';
import { emphasis, link, text } from '../document/inline.ts';
import { passagesOf } from '../document/passage.ts';
import { addressAt } from '../document/receipt.ts';
import { publishedIn } from '../document/when.ts';
import { UsageError } from '../errors.ts';
import { cellAt } from '../language/tables.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Article, Block, Debrief, Inline, Source, Span } from '../model.ts';
import { command, toAsker } from './command.ts';
import { lastDebrief } from './debriefs.ts';
import { hiddenIn, touching } from './hidden.ts';

const NO_ROOM = { before: 0, after: 0 } as const;

/** Every span of the article that the debrief rests on, in the order of the text. */
function spansOf(debrief: Debrief, article: string): Span[] {
  const spans = [
    ...debrief.inShort.flatMap((point) => point.cites),
    ...debrief.stories.flatMap((story) => [
      ...story.headline.cites,
      ...story.points.flatMap((point) => point.cites),
      ...story.quotes,
    ]),
    ...[...debrief.figures, ...debrief.stories.flatMap((story) => story.quantities)].flatMap(
      ({ figure, witnesses, differences }) => [
        figure,
        ...witnesses,
        ...differences.map((difference) => difference.figure),
      ],
    ),
    ...debrief.quotes,
  ].filter((span) => span.article === article);
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The sentences that spans stand in, each once; what crosses sentences, or whose article keeps none any more, stands as it is. */
function sentencesOf(spans: readonly Span[], sentences: readonly Span[]): Span[] {
  const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
  const passages = spans.map((span) => sentences.find((sentence) => within(sentence, span)) ?? span);
  return passages.filter(
    (passage, n) =>
      !passages.some((other, m) => within(other, passage) && (m < n || (m > n && !within(passage, other)))),
  );
}

/** A passage as it stands; what is a cell of a table with its heads. */
function inItsTable(article: Article, span: Span): string {
  const [passage] =
    cellAt(article.text, span) === null ? [] : passagesOf(article, [{ span, depth: 2 }], NO_ROOM, String);
  return passage?.pieces.map((piece) => piece.text).join('') ?? span.text;
}

/** A receipt: the article, and each passage of it that something in the debrief rests on. */
function receiptBlocks(
  source: Source,
  passages: readonly Span[],
  article: Article | null,
  zone: string,
  { lookups }: Words,
): Block[] {
  const items = passages.map((span): Inline[] => [
    text(`“${article === null ? span.text : inItsTable(article, span)}” `),
    link(lookups.open, addressAt(source.url, span.text)),
  ]);
  return [
    { kind: 'heading', level: 2, text: `[${source.n}] ${source.title}`, href: source.url },
    {
      kind: 'context',
      content: [
        text(`${source.publisher}${source.published === null ? '' : ` · ${publishedIn(source.published, zone)}`} · `),
        link(source.url, source.url),
      ],
    },
    ...(source.corrected
      ? [
          {
            kind: 'paragraph',
            content: [emphasis(lookups.correctedPage)],
          } as const,
        ]
      : []),
    { kind: 'list', ordered: false, items },
  ];
}

export const receipt = command({
  path: ['receipt'],
  example: 'receipt 1',
  audience: 'everyone',
  options: z.object({ n: z.number().int().min(1) }),
  async run({ n }, context, world) {
    const words = wordsIn(context.language);
    const { debrief, zone } = await lastDebrief(context, world);
    const source = debrief.sources.find((candidate) => candidate.n === n);
    if (source === undefined) throw new UsageError([words.lookups.noSource(n, debrief.sources.length)]);
    const { article } = source;
    const isHidden = touching(await hiddenIn(context.workspace, world.store));
    const sentences = ((await world.store.evidence.many([article])).get(article)?.sentences ?? [])
      .map((sentence): Span => ({ ...sentence, article }))
      .filter((sentence) => !isHidden(sentence));
    const passages = sentencesOf(spansOf(debrief, article), sentences);
    return toAsker({
      summary: `[${n}] ${source.title}`,
      blocks: receiptBlocks(source, passages, await world.store.articles.get(article), zone, words),
      thread: [],
    });
  },
});
