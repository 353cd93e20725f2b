import { topicNamed } from '../domain/topics.ts';
import type { Block, Debrief, Document, Inline, Quantity, Quote, StoryBrief } from '../model.ts';
import { changeInWords } from './change.ts';
import { counted, emphasis, joined, link, text } from './inline.ts';
import { figureInWords, QUANTITY_COLUMNS, quantityRow, spanOf } from './quantity.ts';
import { type Receipts, receiptsOf } from './receipt.ts';
import { longDay, momentIn } from './when.ts';

/** How much of a debrief the message itself shows; the rest stands in its thread and behind its buttons. */
const SHOWN = { figures: 8, quotes: 2, stories: 8, silent: 4 } as const;

function headingOf(debrief: Debrief, zone: string): string {
  return `AI infrastructure · ${longDay(debrief.window.to, zone)}`;
}

function countsOf(debrief: Debrief): string {
  const { articles, publishers, minutes } = debrief.counts;
  return [
    counted(debrief.stories.length, 'story', 'stories'),
    counted(articles, 'article'),
    counted(publishers, 'publisher'),
    `${Math.max(1, Math.round(minutes))} min`,
  ].join(' · ');
}

/** Who said it, in what role, to whom it was published. */
export function speakerOf(quote: Quote, receipts: Receipts): Inline[] {
  const source = receipts.source(quote.article);
  const who = [quote.speaker, quote.role, quote.organisation].filter((part) => part !== null).join(', ');
  const where = source === null ? '' : `${who === '' ? '' : ' · '}${source.publisher} `;
  return [text(`${who}${where}`), ...receipts.of([{ ...quote }])];
}

function quoteBlock(quote: Quote, receipts: Receipts): Block {
  // The comma belongs to the sentence that the quote stood in.
  return { kind: 'quote', text: quote.text.replace(/,$/, ''), by: speakerOf(quote, receipts) };
}

/** What a story is to the reader: how many publishers, new or an update, and what changed. */
function standing(story: StoryBrief, receipts: Receipts): Inline[] {
  const { novelty } = story;
  const pieces: Inline[] = [text(counted(story.publishers, 'publisher'))];
  if (novelty.state === 'new') pieces.push(text('new'));
  if (novelty.state === 'update') pieces.push(text(`update${changeInWords(novelty.changes)}`));
  if (story.copies.length > 0) pieces.push(text(`${counted(story.copies.length, 'copy', 'copies')} not counted`));
  return [...joined(pieces), text(' '), ...receipts.of(story.headline.cites)];
}

function storyHeading(story: StoryBrief, index: number, receipts: Receipts): Block {
  const source = story.articles[0] === undefined ? null : receipts.source(story.articles[0]);
  return {
    kind: 'heading',
    level: 3,
    text: `${index + 1}  ${story.headline.text}`,
    ...(source === null ? {} : { href: source.url }),
  };
}

function storyBlocks(story: StoryBrief, index: number, receipts: Receipts): Block[] {
  const points = story.points
    .slice(0, 2)
    .flatMap((point) => [text(`${point.text} `), ...receipts.of(point.cites), text(' ')]);
  const disputed = story.quantities.filter((quantity) =>
    quantity.differences.some(({ kind }) => kind === 'disagreement'),
  );
  return [
    storyHeading(story, index, receipts),
    { kind: 'context', content: standing(story, receipts) },
    ...(points.length === 0 ? [] : [{ kind: 'paragraph', content: points } as const]),
    ...disputed.slice(0, 1).map((quantity): Block => ({ kind: 'context', content: disputeOf(quantity, receipts) })),
  ];
}

function disputeOf({ figure, differences }: Quantity, receipts: Receipts): Inline[] {
  const disputed = differences.filter(({ kind }) => kind === 'disagreement').map((difference) => difference.figure);
  const sides = [figure, ...disputed].map((side): Inline[] => [
    text(`${receipts.source(side.article)?.publisher ?? 'one source'} ${figureInWords(side)} `),
    ...receipts.of([spanOf(side)]),
  ]);
  return [
    text(`Sources differ on ${figure.concept ?? 'a figure'}: `),
    ...sides.flatMap((side, index) => (index === 0 ? side : [text(', '), ...side])),
  ];
}

/** A story whole: its points, figures, quotes, sources and copies. */
export function storyDocument(debrief: Debrief, story: StoryBrief, index: number): Document {
  const receipts = receiptsOf(debrief.sources);
  const sources = story.articles.flatMap((id) => receipts.source(id) ?? []);
  const blocks: Block[] = [
    storyHeading(story, index, receipts),
    { kind: 'context', content: standing(story, receipts) },
    {
      kind: 'list',
      ordered: false,
      items: story.points.map((point) => [text(`${point.text} `), ...receipts.of(point.cites)]),
    },
  ];
  if (story.quantities.length > 0) {
    blocks.push({
      kind: 'table',
      columns: QUANTITY_COLUMNS,
      rows: story.quantities.map((quantity) => quantityRow(quantity, receipts)),
    });
  }
  blocks.push(...story.quotes.map((quote) => quoteBlock(quote, receipts)));
  blocks.push({
    kind: 'context',
    content: joined(
      sources.map((source) =>
        link(`[${source.n}] ${source.publisher}: ${source.title}${source.corrected ? ' (corrected)' : ''}`, source.url),
      ),
    ),
  });
  return { summary: story.headline.text, blocks, thread: [] };
}

function notices(debrief: Debrief): Block[] {
  const lines: Inline[] = [];
  if (debrief.silent.length > 0) {
    const shown = debrief.silent.slice(0, SHOWN.silent).map((feed) => `${feed.title} (${feed.reason})`);
    const more = debrief.silent.length - shown.length;
    lines.push(text(`Silent today: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}. `));
  }
  if (debrief.leftOut.length > 0) {
    lines.push(
      text(`${counted(debrief.leftOut.length, 'story was', 'stories were')} left out: `),
      emphasis('/debrief why'),
      text('. '),
    );
  }
  const { writer } = debrief;
  lines.push(
    text(
      writer.kind === 'extractive'
        ? 'Written from the articles’ own sentences'
        : `Written by ${writer.model ?? 'a model'}, verified against the articles`,
    ),
  );
  if (writer.note !== null) lines.push(text(` (${writer.note})`));
  lines.push(text('.'));
  return [{ kind: 'context', content: lines }];
}

/** In the longer form each topic has its section: a heading where a story's topic is not that of the one before. */
function sectionHeading(story: StoryBrief, before: StoryBrief | undefined): Block[] {
  const [topic = ''] = story.topics;
  if (before !== undefined && (before.topics[0] ?? '') === topic) return [];
  return [{ kind: 'heading', level: 2, text: topicNamed(topic)?.name ?? 'Also' }];
}

/** A debrief as the morning's message, in the zone of its channel. */
export function debriefDocument(debrief: Debrief, zone: string): Document {
  const receipts = receiptsOf(debrief.sources);
  const heading = headingOf(debrief, zone);
  const top: Block[] = [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'context',
      content: [
        text(`${countsOf(debrief)} · ${momentIn(debrief.window.from, zone)} to ${momentIn(debrief.window.to, zone)}`),
      ],
    },
  ];
  if (debrief.stories.length === 0) {
    return {
      summary: `${heading}: nothing of note`,
      blocks: [
        ...top,
        { kind: 'paragraph', content: [text('Nothing of note since the last debrief.')] },
        ...notices(debrief),
      ],
      thread: [],
    };
  }
  const blocks: Block[] = [
    ...top,
    { kind: 'heading', level: 2, text: 'In short' },
    {
      kind: 'list',
      ordered: false,
      items: debrief.inShort.map((point) => [text(`${point.text} `), ...receipts.of(point.cites)]),
    },
  ];
  if (debrief.figures.length > 0) {
    const rows = debrief.figures.slice(0, SHOWN.figures).map((quantity) => quantityRow(quantity, receipts));
    blocks.push({ kind: 'heading', level: 2, text: 'Key figures' }, { kind: 'table', columns: QUANTITY_COLUMNS, rows });
  }
  blocks.push(...debrief.quotes.slice(0, SHOWN.quotes).map((quote) => quoteBlock(quote, receipts)));
  blocks.push({ kind: 'divider' });
  const shown = debrief.choice.length === 'long' ? debrief.stories : debrief.stories.slice(0, SHOWN.stories);
  blocks.push(
    ...shown.flatMap((story, index) => [
      ...(debrief.choice.length === 'long' ? sectionHeading(story, debrief.stories[index - 1]) : []),
      ...storyBlocks(story, index, receipts),
    ]),
  );
  if (debrief.stories.length > shown.length) {
    blocks.push({
      kind: 'context',
      content: [
        text(`${counted(debrief.stories.length - shown.length, 'more story', 'more stories')}: `),
        emphasis('/debrief story <n>'),
      ],
    });
  }
  blocks.push({ kind: 'divider' }, ...notices(debrief), {
    kind: 'actions',
    actions: [
      { kind: 'press', id: `more:${debrief.id}`, label: 'More', style: 'primary' },
      { kind: 'press', id: `sources:${debrief.id}`, label: 'Sources' },
      { kind: 'form', id: `ask:${debrief.id}`, label: 'Ask' },
      { kind: 'form', id: `report:${debrief.id}`, label: 'This is wrong' },
    ],
  });
  return {
    summary: `${heading}: ${debrief.headline?.text ?? countsOf(debrief)}`,
    blocks,
    thread: debrief.stories.map((story, index) => ({ key: story.id, document: storyDocument(debrief, story, index) })),
  };
}

/** The numbered sources of a debrief: publisher, title, day, address. */
export function sourcesDocument(debrief: Debrief, zone: string): Document {
  const items = debrief.sources.map((source): Inline[] => [
    text(
      `[${source.n}] ${source.publisher}${source.published === null ? '' : `, ${momentIn(source.published, zone)}`}: `,
    ),
    link(source.title, source.url),
    ...(source.corrected ? [text(' (corrected since)')] : []),
  ]);
  return {
    summary: counted(items.length, 'source'),
    blocks: [
      { kind: 'heading', level: 2, text: `Sources of ${longDay(debrief.window.to, zone)}` },
      { kind: 'list', ordered: false, items },
    ],
    thread: [],
  };
}
