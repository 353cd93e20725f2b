import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsroomTime } from '../src/cli/demo.ts';
import { DEFAULT_CHOICE } from '../src/domain/habits.ts';
import type { Debrief, StoryBrief } from '../src/model.ts';
import { PARTS } from '../src/newsroom/index.ts';
import { openStage, type Stage, shown } from './stage.ts';

let stage: Stage;
let editions: readonly Debrief[];

beforeAll(async () => {
  stage = await openStage();
  editions = await stage.app.store.debriefs.last(DEFAULT_CHOICE, new Date('2026-11-25T00:00:00Z'), 10);
}, 60_000);
afterAll(() => stage.close());

const today = (): Debrief => {
  const [debrief] = editions;
  if (debrief === undefined) throw new Error('the demo composed no debrief');
  return debrief;
};
const addressOf = (part: string): string => `${stage.origin}/${part}`;

/** The story that tells of a piece of the newsroom, by one of its parts, in the newest edition that has it. */
async function storyOf(parts: readonly string[]): Promise<StoryBrief | undefined> {
  const articles = await Promise.all(parts.map((part) => stage.app.store.articles.newest(addressOf(part))));
  const ids = new Set(articles.map((article) => article?.id));
  return editions
    .flatMap(({ stories }) => stories)
    .find((story) => [...story.articles, ...story.copies].some((id) => ids.has(id)));
}

describe('the morning of the sample newsroom', () => {
  it('is the last half past eight, so that it is the same at each hour of a day', () => {
    const at = (now: string): string => newsroomTime(new Date(now)).toISOString();
    expect(at('2026-11-24T08:30:00Z')).toBe('2026-11-24T03:30:00.000Z');
    expect(at('2026-11-24T23:59:00Z')).toBe('2026-11-24T03:30:00.000Z');
    expect(at('2026-11-25T08:29:00Z')).toBe('2026-11-24T03:30:00.000Z');
  });

  it('tells the event that four publishers reported once, with four publishers, and statements of the parties not among them', async () => {
    const story = await storyOf(PARTS.fourPublishers);
    expect(story?.publishers).toBe(4);
    const told = await Promise.all(PARTS.fourPublishers.map((part) => storyOf([part])));
    expect(new Set(told.map((each) => each?.id)).size).toBe(1);
  });

  it('takes the copies of a wire story for no news and no witnesses', async () => {
    const articles = await Promise.all(
      PARTS.wireCopies.map((part) => stage.app.store.articles.newest(addressOf(part))),
    );
    const copies = new Set(articles.flatMap((article) => article?.id ?? []));
    expect(copies.size).toBe(3);
    const stories = editions.flatMap((edition) => edition.stories);
    expect(stories.filter((story) => story.articles.some((id) => copies.has(id)))).toEqual([]);
    // The wire, and the one reporter who looked for herself.
    expect((await storyOf(PARTS.wire))?.publishers).toBeLessThanOrEqual(2);
  });

  it('uses no copy with its words swapped, neither as a source nor for quotes', async () => {
    const swapped = PARTS.synonymCopy.map(addressOf);
    expect(today().sources.filter(({ url }) => swapped.includes(url))).toEqual([]);
  });

  it('shows what two publishers disagree on, with both receipts', async () => {
    const story = await storyOf(PARTS.disagreement);
    const disputed = story?.quantities.flatMap(({ differences }) =>
      differences.filter(({ kind }) => kind === 'disagreement'),
    );
    expect(disputed?.length).toBeGreaterThan(0);
    expect(stage.printed.map(shown).join('\n')).toMatch(/sources differ/i);
  });

  it('takes two houses’ estimates for what they are', async () => {
    const story = await storyOf(PARTS.analystSpread);
    const kinds = story?.quantities.flatMap(({ differences }) => differences.map(({ kind }) => kind)) ?? [];
    expect(kinds).not.toContain('disagreement');
  });

  it('tells the story that goes on as an update, and repeats no point of the days before', async () => {
    const story = await storyOf(PARTS.running);
    expect(story?.novelty.state).toBe('update');
    const before = new Set(
      editions.slice(1).flatMap(({ stories }) => stories.flatMap(({ points }) => points.map(({ text }) => text))),
    );
    for (const { text } of story?.points ?? []) expect(before.has(text)).toBe(false);
  });

  it('reads a page again and finds it corrected', async () => {
    const [part = ''] = PARTS.corrected;
    const { articles } = stage.app.store;
    const corrected = await articles.newest(addressOf(part));
    const first = await articles.get(corrected?.supersedes ?? '');
    expect(first).toMatchObject({ url: addressOf(part), supersedes: null });
    expect(first?.text).not.toBe(corrected?.text);
  });

  it('leaves out what is off-topic and what addresses machines, and says why', async () => {
    for (const part of [...PARTS.offTopic, ...PARTS.hostile]) expect(await storyOf([part]), part).toBeUndefined();
    const hostile = today().leftOut.filter(({ url }) => PARTS.hostile.some((part) => addressOf(part) === url));
    expect(hostile.length).toBeGreaterThan(0);
    expect(stage.printed.map(shown).join('\n')).not.toMatch(
      /ignore (?:all|the) (?:previous|above)|@everyone|<!channel>|<script/i,
    );
  });

  it('gives every figure, quote and point a source whose text has it', async () => {
    const debrief = today();
    const articles = await stage.app.store.articles.many(debrief.sources.map(({ article }) => article));
    const spans = [
      ...debrief.inShort.flatMap(({ cites }) => cites),
      ...debrief.figures.flatMap(({ figure, witnesses }) => [figure, ...witnesses]),
      ...debrief.quotes,
      ...debrief.stories.flatMap(({ points, quotes, quantities }) => [
        ...points.flatMap(({ cites }) => cites),
        ...quotes,
        ...quantities.map(({ figure }) => figure),
      ]),
    ];
    expect(spans.length).toBeGreaterThan(20);
    for (const span of spans)
      expect(articles.get(span.article)?.text.slice(span.start, span.end), span.article).toBe(span.text);
  });

  it('names the feed that is silent', () => {
    expect(today().silent.map(({ title }) => title)).toEqual(['Chip Courier']);
  });
});
