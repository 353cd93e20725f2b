import { topicNamed } from '../domain/topics.ts';
import type { Words } from '../locale/index.ts';
import type { Article, Block, Debrief, Quantity, Source, Span, StoryBrief } from '../model.ts';
import type { FigureCard, PagePart } from '../ports/pages.ts';
import { countsOf, disputeOf, quoteBlock, standing, wordsOf, writtenBy } from './debrief.ts';
import { link, text } from './inline.ts';
import { type Marked, passagesOf } from './passage.ts';
import { quantityRow, spanOf } from './quantity.ts';
import { addressAt, type Receipts, receiptsOf } from './receipt.ts';
import { longDay, momentIn, publishedIn } from './when.ts';

/** What of the sentences beside a passage is shown, so that it is understood. */
const ROOM = { before: 70, after: 0 } as const;

type Texts = ReadonlyMap<string, Article>;

/** Where a story stands on the page of its debrief. */
export const storyAnchor = (index: number): string => `story-${index + 1}`;

/** Where the passage of a span stands on the page. */
const anchorOf = (n: number, start: number): string => `s${n}-${start}`;

const cardOf = (quantity: Quantity, receipts: Receipts, words: Words): FigureCard => {
  const [figure = [], what = [], when = [], who = [], receipt = []] = quantityRow(quantity, receipts, words);
  return { figure, what, facts: [when, who, receipt] };
};

/** A card in a story: a lone receipt says that it is one publisher's. */
function smallCardOf(quantity: Quantity, receipts: Receipts, words: Words): FigureCard {
  const { figure, what, facts } = cardOf(quantity, receipts, words);
  if (quantity.witnesses.some(({ article }) => article !== quantity.figure.article)) return { figure, what, facts };
  const [when = [], who = []] = facts;
  return { figure, what, facts: [when, [...who, text(' '), ...receipts.of([spanOf(quantity.figure)])]] };
}

const section = (id: string, parts: readonly PagePart[], role: 'plain' | 'top' = 'plain'): PagePart[] =>
  parts.length < 2 ? [] : [{ kind: 'section', id, role, parts }];

const heading = (words: string): Block => ({ kind: 'heading', level: 2, text: words });

/** All that the debrief says of a quantity, as places in articles. */
const placesOf = ({ figure, witnesses, differences }: Quantity): Span[] => [
  figure,
  ...witnesses,
  ...differences.map((difference) => difference.figure),
];

/** Every place of every article that the page rests on. */
function marksOf(debrief: Debrief): Map<string, Marked[]> {
  const { stories } = debrief;
  const sentences = [
    ...debrief.inShort.flatMap(({ cites }) => cites),
    ...stories.flatMap(({ headline, points }) => [headline, ...points].flatMap(({ cites }) => cites)),
  ];
  const exact = [
    ...[...debrief.figures, ...stories.flatMap(({ quantities }) => quantities)].flatMap(placesOf),
    ...debrief.quotes,
    ...stories.flatMap(({ quotes }) => quotes),
  ];
  const marks = new Map<string, Marked[]>();
  const add = (depth: 1 | 2) => (span: Span) => {
    const known = marks.get(span.article) ?? [];
    const same = known.some((mark) => mark.span.start === span.start && mark.span.end === span.end);
    if (!same) marks.set(span.article, [...known, { span, depth }]);
  };
  exact.forEach(add(2));
  sentences.forEach(add(1));
  return marks;
}

function sourcePart(source: Source, marks: readonly Marked[], texts: Texts, zone: string, words: Words): PagePart {
  const article = texts.get(source.article);
  const passages = article === undefined ? [] : passagesOf(article, marks, ROOM, (at) => anchorOf(source.n, at));
  return {
    kind: 'fold',
    label: `[${source.n}] ${source.publisher}: ${source.title}`,
    note: [
      ...(source.published === null ? [] : [publishedIn(source.published, zone, words)]),
      ...(source.corrected ? [words.debrief.correctedSince] : []),
    ].join(' · '),
    parts:
      // Each passage leads to the article; where there is none, this does.
      passages.length === 0
        ? [{ kind: 'context', content: [link(words.page.theArticle, source.url)] }]
        : passages.map(
            ({ pieces, first }): PagePart => ({
              kind: 'passage',
              pieces,
              href: addressAt(source.url, article?.text.slice(first.start, first.end) ?? ''),
            }),
          ),
  };
}

function storyPart(story: StoryBrief, index: number, debrief: Debrief, receipts: Receipts, days: boolean): PagePart {
  const words = wordsOf(debrief);
  const source = story.articles[0] === undefined ? null : receipts.source(story.articles[0]);
  const disputed = story.quantities.filter(({ differences }) =>
    differences.some(({ kind }) => kind === 'disagreement'),
  );
  const topics = story.topics.flatMap((id) => topicNamed(id)?.name ?? []).slice(0, 2);
  const links = [
    ...(topics.length === 0 ? [] : [text(topics.join(', '))]),
    ...(days && story.novelty.state === 'update'
      ? [text(topics.length === 0 ? '' : ' · '), link(words.page.itsDays, `./s/${story.id}`)]
      : []),
  ];
  return {
    kind: 'section',
    id: storyAnchor(index),
    role: 'story',
    parts: [
      {
        kind: 'heading',
        level: 3,
        text: `${index + 1}  ${story.headline.text}`,
        ...(source === null ? {} : { href: source.url }),
      },
      { kind: 'context', content: standing(story, receipts, words) },
      ...story.points.map(
        (point): Block => ({ kind: 'paragraph', content: [text(`${point.text} `), ...receipts.of(point.cites)] }),
      ),
      ...(story.quantities.length === 0
        ? []
        : [
            {
              kind: 'figures',
              size: 'small',
              items: story.quantities.map((quantity) => smallCardOf(quantity, receipts, words)),
            } as const,
          ]),
      ...disputed.map((quantity): Block => ({ kind: 'context', content: disputeOf(quantity, receipts, words) })),
      ...story.quotes.map((quote) => quoteBlock(quote, receipts)),
      ...(links.length === 0 ? [] : [{ kind: 'context', content: links } as const]),
    ],
  };
}

function notices(debrief: Debrief, zone: string): PagePart[] {
  const words = wordsOf(debrief);
  const { silent, leftOut, writer } = debrief;
  const by = writtenBy(debrief);
  const items = {
    // Why, and what to do about it, is for admins: `feeds check` tells them.
    silent: silent.map(({ title }) => [text(title)]),
    leftOut: leftOut.map(({ title, url, reason }) => [link(title, url), text(`: ${reason}`)]),
  };
  return [
    ...(silent.length === 0
      ? []
      : [
          {
            kind: 'fold',
            note: '',
            label: words.page.silent(silent.length),
            parts: [{ kind: 'list', ordered: false, items: items.silent }],
          } as const,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          {
            kind: 'fold',
            note: '',
            label: words.page.leftOut(leftOut.length),
            parts: [{ kind: 'list', ordered: false, items: items.leftOut }],
          } as const,
        ]),
    {
      kind: 'context',
      content: [
        text(`${by}${writer.note === null ? '' : ` (${writer.note})`} · `),
        { kind: 'time', at: debrief.composedAt, zone, style: 'datetime' },
      ],
    },
  ];
}

/**
 * A debrief as a page: all of its stories, and each passage of each article that something in it rests on. `days`: whether the visitor may
 * follow a story back.
 */
export function editionParts(debrief: Debrief, texts: Texts, zone: string, days: boolean): PagePart[] {
  const words = wordsOf(debrief);
  const { debrief: said, page } = words;
  const receipts = receiptsOf(debrief.sources, ({ n }, { start }) => `#${anchorOf(n, start)}`);
  const marks = marksOf(debrief);
  const { from, to } = debrief.window;
  const window = said.window(momentIn(from, zone, words), momentIn(to, zone, words));
  const whole = debrief.stories.flatMap((story, index) =>
    story.brief ? [] : [storyPart(story, index, debrief, receipts, days)],
  );
  const lines = debrief.stories.flatMap((story, index): PagePart[] => {
    if (!story.brief) return [];
    const content = [text(`${index + 1}  ${story.headline.text} `), ...receipts.of(story.headline.cites)];
    return [{ kind: 'section', id: storyAnchor(index), role: 'plain', parts: [{ kind: 'paragraph', content }] }];
  });
  const none = debrief.stories.length === 0 ? [text(debrief.outage ? said.outage : said.nothing)] : [];
  return [
    ...section(
      'top',
      [
        { kind: 'heading', level: 1, text: longDay(to, zone, words) },
        { kind: 'context', content: [text(`${countsOf(debrief)} · ${window}`)] },
        ...(none.length === 0 ? [] : [{ kind: 'paragraph', content: none } as const]),
        ...(debrief.inShort.length === 0
          ? []
          : [
              heading(page.inShort),
              {
                kind: 'list',
                ordered: false,
                items: debrief.inShort.map((point) => [text(`${point.text} `), ...receipts.of(point.cites)]),
              } as const,
            ]),
      ],
      'top',
    ),
    ...(debrief.figures.length === 0
      ? []
      : section('figures', [
          heading(page.keyFigures),
          {
            kind: 'figures',
            size: 'large',
            items: debrief.figures.map((quantity) => cardOf(quantity, receipts, words)),
          },
        ])),
    ...debrief.quotes.slice(0, 2).map((quote) => quoteBlock(quote, receipts)),
    ...section('stories', [heading(page.stories), ...whole]),
    ...(lines.length === 0 ? [] : section('brief', [heading(page.brief), ...lines])),
    ...section('receipts', [
      heading(page.receipts),
      ...(debrief.sources.length === 0 ? [] : [{ kind: 'context', content: [text(page.receiptsWhy)] } as const]),
      ...debrief.sources.map((source) => sourcePart(source, marks.get(source.article) ?? [], texts, zone, words)),
    ]),
    ...notices(debrief, zone),
  ];
}
