import { type APIContainerComponent, type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Document, Series } from '../../src/model.ts';
import { containerOf, type ReachOf, sizeOf } from './build.ts';
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

const bare: ReachOf = () => 'number';

const isFoot = (part: Part): boolean =>
  part.kind === 'actions' ||
  part.kind === 'separator' ||
  (part.kind === 'text' && part.story === null && isSmall(part));
const isSmall = ({ text }: Extract<Part, { kind: 'text' }>): boolean =>
  typeof text[0] === 'string' && text[0].startsWith('-# ');

/** Small print and buttons at the end, which stay whatever is dropped above them. */
function footOf(parts: readonly Part[]): number {
  let start = parts.length;
  while (start > 0) {
    const part = parts[start - 1];
    if (part === undefined || !isFoot(part)) break;
    start -= 1;
  }
  const size = sizeOf(containerOf(parts.slice(start), bare, null));
  if (size.characters <= ROOM.piece) return start;
  return parts.at(-1)?.kind === 'actions' ? parts.length - 1 : parts.length;
}

function fits(parts: readonly Part[], words: number): boolean {
  const size = sizeOf(containerOf(parts, bare, null));
  return size.characters <= words && size.bytes <= ROOM.bytes && size.components <= ROOM.components;
}

/** What is too large for any message by itself, and what is over the number of charts. */
function showable(parts: readonly Part[]): { readonly fine: Part[]; readonly large: Part[] } {
  const fine: Part[] = [];
  const large: Part[] = [];
  let charts = 0;
  for (const part of parts) {
    if (part.kind === 'chart') charts += 1;
    const over = part.kind === 'chart' ? charts > ROOM.charts : !fits([part], ROOM.words);
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
    if (fits([...body.slice(0, middle), ...foot], ROOM.words)) low = middle;
    else high = middle - 1;
  }
  if (low === body.length) return low;
  const next = body[low];
  const begun = next?.kind === 'text' && next.story !== null ? next.story : null;
  if (begun === null) return low;
  const heading = body.findIndex((part) => part.kind === 'story' && part.story === begun);
  return heading > 0 && body.slice(0, heading).some(isBody) ? heading : low;
}

/** Headlines of stories that stand in the thread, at most: as many as a short debrief has stories. */
const HEADLINES = 8;

/** What has no room: its stories by their headlines where the thread has them, else how much it is. */
function note(left: readonly Part[], inThread: boolean, words: Voice['words'], most = HEADLINES): Part[] {
  const headlines = left.flatMap((part) => (part.kind === 'story' && inThread ? [part.text] : []));
  const stories = left.filter(isStory).length;
  const count = stories > 0 ? stories : left.filter(isBody).length;
  if (count === 0) return [];
  const what =
    headlines.length > 0 ? words.stories(count) : stories > 0 ? words.moreStories(count) : words.moreEntries(count);
  const text = inThread ? `-# ${what} ${words.inThread}` : `-# ${what}, ${words.tooMuch}`;
  return [
    plainText([text], { loose: true, apart: true }),
    ...headlines.slice(0, most).map((line) => plainText(line, { loose: true })),
  ];
}

const marksIn = (parts: readonly Part[]): Mark[] =>
  parts.flatMap((part) =>
    part.kind === 'text' || part.kind === 'story' ? part.text.filter((piece) => typeof piece !== 'string') : [],
  );

/** `bare`: receipts whose addresses had no room. */
type Linked = { readonly container: APIContainerComponent; readonly bare: number };

/**
 * Writes out as many addresses as there is room for: first each source's page where it is mentioned first, then wherever else it stands,
 * then the headlines, all or none, and last, from the top, each receipt at its sentence.
 */
function linked(parts: readonly Part[], id: number | null): Linked {
  const reaches = new Map<Mark, Reach>();
  const reachOf: ReachOf = (mark) => reaches.get(mark) ?? 'number';
  const size = sizeOf(containerOf(parts, bare, null));
  let free = Math.min(ROOM.characters - size.characters, ROOM.bytes - size.bytes);
  const marks = marksIn(parts).filter(({ address }) => address !== null);
  const more = (mark: Mark, reach: Reach): number => markOf(mark, reach).length - markOf(mark, reachOf(mark)).length;
  const raise = (together: readonly Mark[], reach: Reach): void => {
    const cost = together.reduce((sum, mark) => sum + more(mark, reach), 0);
    if (cost > free) return;
    free -= cost;
    for (const mark of together) reaches.set(mark, reach);
  };
  const receipts = marks.filter((mark) => 'n' in mark);
  const headlines = marks.filter((mark) => 'headline' in mark);
  const first = new Map(receipts.toReversed().map((mark) => [mark.n, mark]));
  for (const mark of receipts) if (first.get(mark.n) === mark) raise([mark], 'page');
  for (const mark of receipts) if (reachOf(mark) === 'number') raise([mark], 'page');
  raise(headlines, 'page');
  for (const mark of receipts) raise([mark], 'sentence');
  const container = containerOf(parts, reachOf, id);
  return { container, bare: receipts.filter((mark) => reachOf(mark) === 'number').length };
}

const messageOf = (parts: readonly Part[], id: number | null, { container } = linked(parts, id)): Message => ({
  components: [container],
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
  const inThread = document.thread.length > 0;
  if (large.length === 0 && fits([...fine, ...foot], ROOM.words)) return messageOf([...fine, ...foot], id);
  const longest = note(parts, inThread, voice.words);
  const count = taken(fine, [...longest, ...foot]);
  const kept = withoutLooseEnds(fine.slice(0, count));
  const told = (most: number): readonly Part[] => [
    ...kept,
    ...note([...fine.slice(count), ...large], inThread, voice.words, most),
    ...foot,
  ];
  const full = linked(told(HEADLINES), id);
  // The thread has the headlines; the addresses of receipts stand nowhere else beside what they prove.
  const lean = full.bare === 0 ? full : linked(told(0), id);
  return lean.bare < full.bare ? messageOf(told(0), id, lean) : messageOf(told(HEADLINES), id, full);
}

/** A document whole, as at most `most` messages; the last says what has no room even then. */
export function renderAll(document: Document, most: number, voice: Voice = NOBODYS): readonly Message[] {
  const parts = partsOrSummary(document, voice);
  const start = footOf(parts);
  const { fine, large } = showable(parts.slice(0, start));
  const foot = parts.slice(start);
  const messages: Message[] = [];
  let rest: readonly Part[] = fine;
  while (messages.length < most - 1 && !fits([...rest, ...note(large, false, voice.words), ...foot], ROOM.words)) {
    const count = Math.max(1, taken(rest, []));
    messages.push(messageOf(rest.slice(0, count), null));
    rest = rest.slice(count);
  }
  const closing = [...note(fine, false, voice.words), ...foot];
  const count = fits([...rest, ...note(large, false, voice.words), ...foot], ROOM.words)
    ? rest.length
    : taken(rest, closing);
  messages.push(
    messageOf([...rest.slice(0, count), ...note([...rest.slice(count), ...large], false, voice.words), ...foot], null),
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
