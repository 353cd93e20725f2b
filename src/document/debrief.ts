import { fieldName } from '../domain/in-use.ts';
import { topicNamed } from '../domain/topics.ts';
import { debriefWordsIn, isDebriefLanguage, type Words } from '../locale/index.ts';
import type { Block, Debrief, Document, Inline, Quantity, Quote, StoryBrief } from '../model.ts';
import { changeInWords } from './change.ts';
import { commandLine, joined, link, text } from './inline.ts';
import { figureInWords, quantityColumns, quantityRow, spanOf } from './quantity.ts';
import { addressAt, NO_PAGES, type Receipts, receiptsOf, type Ways } from './receipt.ts';
import { longDay, momentIn, publishedIn } from './when.ts';

/** How much of a debrief the message itself shows; the rest stands in its thread and behind its buttons. */
const SHOWN = { figures: 8, quotes: 2, stories: 8, silent: 4 } as const;

/** The reply in the thread with the stories that are a line each; the others have their story's id. */
const IN_BRIEF = 'in-brief';

export const wordsOf = ({ choice }: Debrief): Words => debriefWordsIn(choice.language);

export function headingOf(debrief: Debrief, zone: string): string {
  const words = wordsOf(debrief);
  return words.debrief.heading(fieldName(words.tag), longDay(debrief.window.to, zone, words));
}

export function countsOf(debrief: Debrief): string {
  const { articles, publishers, minutes } = debrief.counts;
  const words = wordsOf(debrief).debrief;
  return [
    words.stories(debrief.stories.length),
    words.articles(articles),
    words.publishers(publishers),
    words.minutes(Math.max(1, Math.round(minutes))),
  ].join(' · ');
}

/** Who said it, in what role, to whom it was published. */
export function speakerOf(quote: Quote, receipts: Receipts): Inline[] {
  const source = receipts.source(quote.article);
  const who = [quote.speaker, quote.role, quote.organisation].filter((part) => part !== null).join(', ');
  const where = source === null ? '' : `${who === '' ? '' : ' · '}${source.publisher} `;
  return [text(`${who}${where}`), ...receipts.of([{ ...quote }])];
}

export function quoteBlock(quote: Quote, receipts: Receipts): Block {
  // The comma belongs to the sentence that the quote stood in.
  return { kind: 'quote', text: quote.text.replace(/,$/, ''), by: speakerOf(quote, receipts) };
}

/** What a story is to the reader: how many publishers, new or an update, and what changed. */
export function standing(story: StoryBrief, receipts: Receipts, words: Words): Inline[] {
  const { novelty } = story;
  const pieces: Inline[] = [text(words.debrief.publishers(story.publishers))];
  if (novelty.state === 'new') pieces.push(text(words.debrief.new));
  if (novelty.state === 'update') {
    const told = [story.headline, ...story.points].map((line) => line.text);
    pieces.push(text(`${words.debrief.update}${changeInWords(novelty.changes, words, told)}`));
  }
  if (story.copies.length > 0) pieces.push(text(words.debrief.copies(story.copies.length)));
  return [...joined(pieces), text(' '), ...receipts.of(story.headline.cites)];
}

/** A headline opens its article at the sentence that it rests on. */
function storyHeading(story: StoryBrief, index: number, receipts: Receipts): Block {
  const [first] = story.articles;
  const cite = story.headline.cites.find(({ article }) => article === first) ?? story.headline.cites[0];
  const source = receipts.source(cite?.article ?? first ?? '');
  return {
    kind: 'heading',
    level: 3,
    text: `${index + 1}  ${story.headline.text}`,
    ...(source === null ? {} : { href: addressAt(source.url, cite?.text ?? '') }),
  };
}

function storyBlocks(story: StoryBrief, index: number, receipts: Receipts, words: Words): Block[] {
  const points = story.points
    .slice(0, 2)
    .flatMap((point) => [text(`${point.text} `), ...receipts.of(point.cites), text(' ')]);
  const disputed = story.quantities.filter((quantity) =>
    quantity.differences.some(({ kind }) => kind === 'disagreement'),
  );
  return [
    storyHeading(story, index, receipts),
    { kind: 'context', content: standing(story, receipts, words) },
    ...(points.length === 0 ? [] : [{ kind: 'paragraph', content: points } as const]),
    ...disputed
      .slice(0, 1)
      .map((quantity): Block => ({ kind: 'context', content: disputeOf(quantity, receipts, words) })),
  ];
}

export function disputeOf({ figure, differences }: Quantity, receipts: Receipts, { debrief }: Words): Inline[] {
  const disputed = differences.filter(({ kind }) => kind === 'disagreement').map((difference) => difference.figure);
  const sides = [figure, ...disputed].map((side): Inline[] => [
    text(`${receipts.source(side.article)?.publisher ?? debrief.oneSource} ${figureInWords(side)} `),
    ...receipts.of([spanOf(side)]),
  ]);
  return [
    text(debrief.differ(figure.concept)),
    ...sides.flatMap((side, index) => (index === 0 ? side : [text(', '), ...side])),
  ];
}

/** A story whole: its points, figures, quotes, sources and copies. */
export function storyDocument(debrief: Debrief, story: StoryBrief, index: number, ways: Ways = NO_PAGES): Document {
  const words = wordsOf(debrief);
  const receipts = receiptsOf(debrief.sources, ways.receipt);
  const sources = story.articles.flatMap((id) => receipts.source(id) ?? []);
  const blocks: Block[] = [
    storyHeading(story, index, receipts),
    { kind: 'context', content: standing(story, receipts, words) },
    {
      kind: 'list',
      ordered: false,
      items: story.points.map((point) => [text(`${point.text} `), ...receipts.of(point.cites)]),
    },
  ];
  if (story.quantities.length > 0) {
    blocks.push({
      kind: 'table',
      columns: quantityColumns(words),
      rows: story.quantities.map((quantity) => quantityRow(quantity, receipts, words)),
    });
  }
  blocks.push(...story.quotes.map((quote) => quoteBlock(quote, receipts)));
  blocks.push({
    kind: 'context',
    content: joined(
      sources.map((source) =>
        link(
          `[${source.n}] ${source.publisher}: ${source.title}${source.corrected ? ` (${words.debrief.corrected})` : ''}`,
          source.url,
        ),
      ),
    ),
  });
  return { summary: story.headline.text, blocks, thread: [] };
}

/** Who wrote it, and in a language that cannot be checked what stands beside. */
export function writtenBy(debrief: Debrief): string {
  const { choice, writer } = debrief;
  const words = wordsOf(debrief).debrief;
  if (writer.kind === 'extractive') return words.ownSentences;
  const by = words.byModel(writer.model, writer.share);
  return isDebriefLanguage(choice.language) ? by : `${by}. ${words.unchecked(choice.language)}`.replace(/\.$/, '');
}

function notices(debrief: Debrief): Block[] {
  const words = wordsOf(debrief).debrief;
  const lines: Inline[] = [];
  if (debrief.silent.length > 0 && !debrief.outage) {
    const shown = debrief.silent.slice(0, SHOWN.silent).map(({ title }) => title);
    const more = debrief.silent.length - shown.length;
    lines.push(text(words.silent(shown.join(', '), more)));
  }
  if (debrief.leftOut.length > 0) {
    lines.push(text(words.leftOut(debrief.leftOut.length)), commandLine('why'), text('. '));
  }
  // Why a model did not write it is for whoever runs Debrief; where nothing was written, nobody wrote it.
  if (debrief.stories.length > 0) lines.push(text(`${writtenBy(debrief)}.`));
  return lines.length === 0 ? [] : [{ kind: 'context', content: lines }];
}

/** In the longer form each topic has its section: a heading where a story's topic is not that of the one before. */
function sectionHeading(story: StoryBrief, before: StoryBrief | undefined, words: Words): Block[] {
  const [topic = ''] = story.topics;
  if (before !== undefined && (before.topics[0] ?? '') === topic) return [];
  return [{ kind: 'heading', level: 2, text: topicNamed(topic)?.name ?? words.debrief.also }];
}

/** A debrief as the morning's message, in the zone of its channel. */
export function debriefDocument(debrief: Debrief, zone: string, ways: Ways = NO_PAGES): Document {
  const words = wordsOf(debrief);
  const said = words.debrief;
  const receipts = receiptsOf(debrief.sources, ways.receipt);
  const heading = headingOf(debrief, zone);
  const top: Block[] = [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'context',
      content: [
        text(
          `${countsOf(debrief)} · ${said.window(momentIn(debrief.window.from, zone, words), momentIn(debrief.window.to, zone, words))}`,
        ),
      ],
    },
  ];
  if (debrief.stories.length === 0) {
    return {
      summary: `${heading}: ${debrief.outage ? said.outageShort : said.nothingShort}`,
      blocks: [
        ...top,
        { kind: 'paragraph', content: [text(debrief.outage ? said.outage : said.nothing)] },
        ...notices(debrief),
      ],
      thread: [],
    };
  }
  const blocks: Block[] = [
    ...top,
    ...(debrief.inShort.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: said.inShort } as const,
          {
            kind: 'list',
            ordered: false,
            items: debrief.inShort.map((point) => [text(`${point.text} `), ...receipts.of(point.cites)]),
          } as const,
        ]),
  ];
  if (debrief.figures.length > 0) {
    const rows = debrief.figures.slice(0, SHOWN.figures).map((quantity) => quantityRow(quantity, receipts, words));
    blocks.push(
      { kind: 'heading', level: 2, text: said.keyFigures },
      { kind: 'table', columns: quantityColumns(words), rows },
    );
  }
  blocks.push(...debrief.quotes.slice(0, SHOWN.quotes).map((quote) => quoteBlock(quote, receipts)));
  blocks.push({ kind: 'divider' });
  const whole = debrief.stories.filter(({ brief }) => !brief);
  const lines = debrief.stories.flatMap((story, index) => (story.brief ? [{ story, index }] : []));
  const shown = debrief.choice.length === 'long' ? whole : whole.slice(0, SHOWN.stories);
  blocks.push(
    ...shown.flatMap((story, index) => [
      ...(debrief.choice.length === 'long' ? sectionHeading(story, debrief.stories[index - 1], words) : []),
      ...storyBlocks(story, index, receipts, words),
    ]),
  );
  const items = lines.map(({ story, index }) => [
    text(`${index + 1}  ${story.headline.text} `),
    ...receipts.of(story.headline.cites),
  ]);
  const inBrief: Block[] =
    items.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: said.inBrief },
          { kind: 'list', ordered: false, items },
        ];
  blocks.push(...inBrief);
  if (whole.length > shown.length) {
    blocks.push({
      kind: 'context',
      content: [text(`${said.moreStories(whole.length - shown.length)}: `), commandLine('story <n>')],
    });
  }
  blocks.push({ kind: 'divider' }, ...notices(debrief), {
    kind: 'actions',
    actions: [
      { kind: 'press', id: `more:${debrief.id}`, label: said.more, style: 'primary' },
      { kind: 'press', id: `sources:${debrief.id}`, label: said.sources },
      { kind: 'form', id: `ask:${debrief.id}`, label: said.ask },
      { kind: 'form', id: `report:${debrief.id}`, label: said.wrong },
      ...(ways.page === null ? [] : [{ kind: 'link', label: said.page, href: ways.page } as const]),
    ],
  });
  return {
    summary: `${heading}: ${debrief.headline?.text ?? countsOf(debrief)}`,
    blocks,
    thread: [
      ...whole.map((story, index) => ({ key: story.id, document: storyDocument(debrief, story, index, ways) })),
      // What a message has no room for stands there too.
      ...(inBrief.length === 0
        ? []
        : [{ key: IN_BRIEF, document: { summary: said.inBrief, blocks: inBrief, thread: [] } }]),
    ],
  };
}

/** The numbered sources of a debrief: publisher, title, day, address. */
export function sourcesDocument(debrief: Debrief, zone: string): Document {
  const words = wordsOf(debrief);
  const items = debrief.sources.map((source): Inline[] => [
    text(
      `[${source.n}] ${source.publisher}${source.published === null ? '' : `, ${publishedIn(source.published, zone, words)}`}: `,
    ),
    link(source.title, source.url),
    ...(source.corrected ? [text(` (${words.debrief.correctedSince})`)] : []),
  ]);
  return {
    summary: words.debrief.sourceCount(items.length),
    blocks: [
      { kind: 'heading', level: 2, text: words.debrief.sourcesOf(longDay(debrief.window.to, zone, words)) },
      { kind: 'list', ordered: false, items },
    ],
    thread: [],
  };
}
