import { type APIContainerComponent, type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Document, Series } from '../../src/model.ts';
import { pageOf } from '../../src/typography/address.ts';
import { containerOf, type ReachOf, type Size, sizeOf } from './build.ts';
import { type Mark, markOf, type Reach } from './inline.ts';
import { ROOM } from './limits.ts';
import type { Voice } from './mentions.ts';
import { type Part, partsOf, plainText } from './parts.ts';
import { escapedLine } from './words.ts';

/** A message as Discord takes it; the charts are attached as `chart-1.png` and so on, in their order. */
export type Message = {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly charts: readonly Series[];
};

/** Nothing in a message of ours may mention anybody. */
export const NOBODY = { parse: [] } as const;

const addressed = (mark: Mark): boolean => mark.address !== null && pageOf(mark.address).length <= ROOM.address;

/** The least that a message shows its words with: each receipt leads to its page, each headline has its button. */
const linkedAtLeast: ReachOf = (mark) => ('n' in mark && addressed(mark) ? 'page' : 'number');

const isFoot = (part: Part): boolean =>
  part.kind === 'actions' ||
  part.kind === 'separator' ||
  (part.kind === 'text' && part.story === null && isSmall(part));
const isSmall = ({ text }: Extract<Part, { kind: 'text' }>): boolean =>
  typeof text[0] === 'string' && text[0].startsWith('-# ');

const sizeAtLeast = (parts: readonly Part[]): Size => sizeOf(containerOf(parts, linkedAtLeast, null, ''));

/** Small print and buttons at the end, which stay whatever is dropped above them. */
function footOf(parts: readonly Part[]): number {
  let start = parts.length;
  while (start > 0) {
    const part = parts[start - 1];
    if (part === undefined || !isFoot(part)) break;
    start -= 1;
  }
  if (sizeAtLeast(parts.slice(start)).characters <= ROOM.piece) return start;
  return parts.at(-1)?.kind === 'actions' ? parts.length - 1 : parts.length;
}

function fits(parts: readonly Part[]): boolean {
  const size = sizeAtLeast(parts);
  return size.characters <= ROOM.characters && size.bytes <= ROOM.bytes && size.components <= ROOM.components;
}

/** What is too large for any message by itself, and what is over the number of charts. */
function showable(parts: readonly Part[]): { readonly fine: Part[]; readonly large: Part[] } {
  const fine: Part[] = [];
  const large: Part[] = [];
  let charts = 0;
  for (const part of parts) {
    if (part.kind === 'chart') charts += 1;
    const over = part.kind === 'chart' ? charts > ROOM.charts : !fits([part]);
    (over ? large : fine).push(part);
  }
  return { fine, large };
}

const isStory = (part: Part): boolean => part.kind === 'story';
const isBody = (part: Part): boolean => part.kind === 'chart' || (part.kind === 'text' && !part.loose);

/** A heading or a separator with nothing below it says nothing. */
function withoutLooseEnds(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex((part) => isBody(part) || isStory(part));
  return parts.slice(0, last + 1);
}

/** As many parts as there is room for beside `foot`; a story stands there whole or not at all, unless it is all there is. */
function taken(body: readonly Part[], foot: readonly Part[]): number {
  // Adding a part never makes a message smaller: the longest beginning that fits is found by halving.
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits([...body.slice(0, middle), ...foot])) low = middle;
    else high = middle - 1;
  }
  if (low === body.length) return low;
  const next = body[low];
  const begun = next?.kind === 'text' && next.story !== null ? next.story : null;
  if (begun === null) return low;
  const heading = body.findIndex((part) => part.kind === 'story' && part.story === begun);
  return heading > 0 && body.slice(0, heading).some(isBody) ? heading : low;
}

/** Rows of a table that stand before anything below it has to give way. */
const LEAST_ROWS = 3;

/** The parts without the last rows of their tables, as few as it takes for all that stands above the stories to fit beside `foot`. */
function withFewerRows(body: readonly Part[], foot: readonly Part[]): readonly Part[] {
  const stories = body.findIndex(isStory);
  const [above, below] = stories === -1 ? [body, []] : [body.slice(0, stories), body.slice(stories)];
  const isRow = (part: Part): boolean => part.kind === 'text' && part.row;
  const kept = [...above];
  while (kept.filter(isRow).length > LEAST_ROWS && !fits([...kept, ...foot])) kept.splice(kept.findLastIndex(isRow), 1);
  return [...kept, ...below];
}

/** Headlines of stories that stand in the thread, at most: as many as a short debrief has stories. */
const HEADLINES = 8;

/** What has no room: its stories by their headlines where the thread has them, else how much it is. */
function note(left: readonly Part[], inThread: boolean, words: Voice['words']): Part[] {
  const headlines = left.flatMap((part) => (part.kind === 'story' && inThread ? [part.text] : []));
  const stories = left.filter(isStory).length;
  const count = stories > 0 ? stories : left.filter(isBody).length;
  if (count === 0) return [];
  const what =
    headlines.length > 0 ? words.stories(count) : stories > 0 ? words.moreStories(count) : words.moreEntries(count);
  const text = inThread ? `-# ${what} ${words.inThread}` : `-# ${what}, ${words.tooMuch}`;
  return [
    plainText([text], { loose: true, apart: true }),
    ...headlines.slice(0, HEADLINES).map((line) => plainText(line, { loose: true })),
  ];
}

/** Which stories have no room is not known before room is kept for their headlines. */
const longestFirst = (parts: readonly Part[]): readonly Part[] => {
  const lengthOf = (part: Part): number => (part.kind === 'story' ? sizeAtLeast([part]).characters : 0);
  return parts.toSorted((a, b) => lengthOf(b) - lengthOf(a));
};

const marksIn = (parts: readonly Part[]): Mark[] =>
  parts.flatMap((part) =>
    part.kind === 'text' || part.kind === 'story' ? part.text.filter((piece) => typeof piece !== 'string') : [],
  );

/**
 * Writes out as many addresses as there is room for beyond the pages of the receipts: the headlines' own, all or none (without, each has a
 * button); then, from the top, each receipt at its sentence, and last the longest.
 */
function linked(parts: readonly Part[], id: number | null, read: string): APIContainerComponent {
  const reaches = new Map<Mark, Reach>();
  const reachOf: ReachOf = (mark) => reaches.get(mark) ?? linkedAtLeast(mark);
  const size = sizeAtLeast(parts);
  let free = Math.min(ROOM.characters - size.characters, ROOM.bytes - size.bytes);
  const marks = marksIn(parts).filter(({ address }) => address !== null);
  // A headline without its button stands in one piece with the line above it, and ends that.
  const more = (mark: Mark, reach: Reach): number =>
    markOf(mark, reach).length - markOf(mark, reachOf(mark)).length + ('headline' in mark ? 1 : 0);
  const raise = (together: readonly Mark[], reach: Reach): void => {
    const cost = together.reduce((sum, mark) => sum + more(mark, reach), 0);
    if (cost > free) return;
    free -= cost;
    for (const mark of together) reaches.set(mark, reach);
  };
  raise(
    marks.filter((mark) => 'headline' in mark),
    'page',
  );
  const receipts = marks.filter((mark) => 'n' in mark);
  for (const mark of receipts) if (addressed(mark)) raise([mark], 'sentence');
  for (const mark of receipts) if (!addressed(mark)) raise([mark], 'page');
  return containerOf(parts, reachOf, id, read);
}

const messageOf = (parts: readonly Part[], id: number | null, { words }: Voice): Message => ({
  components: [linked(parts, id, words.read)],
  charts: parts.flatMap((part) => (part.kind === 'chart' ? [part.series] : [])),
});

/** As commands are typed, in English: where nobody is known that reads it. */
export const NOBODYS: Voice = { mention: () => null, words: ENGLISH.platforms };

/** A container without components is refused: a document that says nothing says at least its summary. */
function partsOrSummary(document: Document, voice: Voice): readonly Part[] {
  const parts = partsOf(document, voice);
  if (parts.some((part) => isBody(part) || isStory(part) || (part.kind === 'text' && part.loose))) return parts;
  const text = [escapedLine(document.summary.slice(0, ROOM.heading)) || '…'];
  return [plainText(text), ...parts];
}

/** A document as one message, from its top, with how much more there is. `id` names the message among the channel's. */
export function render(document: Document, id: number | null = null, voice: Voice = NOBODYS): Message {
  const parts = partsOrSummary(document, voice);
  const start = footOf(parts);
  const { fine, large } = showable(parts.slice(0, start));
  const foot = parts.slice(start);
  if (large.length === 0 && fits([...fine, ...foot])) return messageOf([...fine, ...foot], id, voice);
  const inThread = document.thread.length > 0;
  const below = [...note(longestFirst(parts), inThread, voice.words), ...foot];
  const body = inThread ? withFewerRows(fine, below) : fine;
  const count = taken(body, below);
  const left = note([...body.slice(count), ...large], inThread, voice.words);
  return messageOf([...withoutLooseEnds(body.slice(0, count)), ...left, ...foot], id, voice);
}

/** A document whole, as at most `most` messages; the last says what has no room even then. */
export function renderAll(document: Document, most: number, voice: Voice = NOBODYS): readonly Message[] {
  const parts = partsOrSummary(document, voice);
  const start = footOf(parts);
  const { fine, large } = showable(parts.slice(0, start));
  const foot = parts.slice(start);
  const messages: Message[] = [];
  let rest: readonly Part[] = fine;
  while (messages.length < most - 1 && !fits([...rest, ...note(large, false, voice.words), ...foot])) {
    const count = Math.max(1, taken(rest, []));
    messages.push(messageOf(rest.slice(0, count), null, voice));
    rest = rest.slice(count);
  }
  const closing = [...note(fine, false, voice.words), ...foot];
  const count = fits([...rest, ...note(large, false, voice.words), ...foot]) ? rest.length : taken(rest, closing);
  messages.push(
    messageOf(
      [...rest.slice(0, count), ...note([...rest.slice(count), ...large], false, voice.words), ...foot],
      null,
      voice,
    ),
  );
  return messages;
}

/** The body of a message for Discord's HTTP API. */
export function bodyOf({ components, charts }: Message) {
  return {
    flags: MessageFlags.IsComponentsV2 as number,
    components,
    allowed_mentions: NOBODY,
    ...(charts.length === 0
      ? {}
      : { attachments: charts.map(({ alt }, index) => ({ id: index, description: alt.slice(0, 1_024) })) }),
  };
}
