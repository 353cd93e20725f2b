import { z } from 'zod';
import { adminLine, text } from '../../document/inline.ts';
import { DAY_MS } from '../../durations.ts';
import { FetchError } from '../../errors.ts';
import { feedId } from '../../gather/address.ts';
import type { Candidate } from '../../gather/discover.ts';
import { type Words, wordsIn } from '../../locale/index.ts';
import type { Block, Document, Edit } from '../../model.ts';
import type { Context, Reply } from '../../ports/platform.ts';
import { feedAddress, feedName, opensDoors, shownAddress } from '../../secrets.ts';
import type { Button } from '../action.ts';
import { change } from '../change.ts';
import { command, refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import type { World } from '../world.ts';
import { MOST_FEEDS, roomFor } from './room.ts';

const TITLES = 3;
/** A row of buttons has room for five. */
const CHOICES = 5;

const nameOf = ({ url, feed }: Candidate): string => feed.title ?? shownAddress(url);

/** `typed`: the address as the asker gave it. */
function found(candidate: Candidate, typed: string, words: Words['feeds']): Document {
  const { feed, url } = candidate;
  const newest = feed.items.slice(0, TITLES).flatMap(({ title }) => (title === null ? [] : [[text(title)]]));
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      content: [text(words.found(nameOf(candidate), feed.items.length, shownAddress(url)))],
    },
    { kind: 'list', ordered: false, items: newest },
    {
      kind: 'context',
      content: [text(words.toAdd), adminLine(`feeds add ${opensDoors(typed) ? words.theSameAddress : typed} --yes`)],
    },
    {
      kind: 'actions',
      actions: [
        { kind: 'press', id: `feed-add:${feedId(url)}`, label: words.add, style: 'primary' },
        { kind: 'press', id: `feed-drop:${feedId(url)}`, label: words.cancel },
      ],
    },
  ];
  return { summary: words.foundOne(nameOf(candidate)), blocks, thread: [] };
}

/** Several feeds, each with its newest entry and a button. */
function choice(candidates: readonly Candidate[], words: Words['feeds']): Document {
  const summary = words.foundSeveral(candidates.length);
  const items = candidates.map((candidate) => {
    const { feed, url } = candidate;
    const newest = feed.items[0]?.title;
    return [text(words.candidate(nameOf(candidate), feed.items.length, shownAddress(url), newest ?? null))];
  });
  const blocks: Block[] = [
    { kind: 'paragraph', content: [text(`${summary}:`)] },
    { kind: 'list', ordered: true, items },
    { kind: 'context', content: [text(words.toAddOne), adminLine(`feeds add ${words.itsAddress} --yes`)] },
    {
      kind: 'actions',
      actions: candidates.map(({ url }, index) => ({
        kind: 'press',
        id: `feed-add:${feedId(url)}`,
        label: words.addNumber(index + 1),
      })),
    },
  ];
  return { summary, blocks, thread: [] };
}

/** Where a feed that was found waits until somebody says yes. */
const noteKey = (id: string, context: Context): string => `feed-found:${context.workspace}:${id}`;
const WAITS_MS = 14 * DAY_MS;

const Found = z.object({ url: z.string(), title: z.string().nullable(), site: z.string().nullable() });

async function add(given: z.infer<typeof Found>, context: Context, world: World): Promise<Reply> {
  const { store, clock } = world;
  const words = wordsIn(context.language).feeds;
  const now = clock.now();
  if ((await roomFor(context, world)) === 0) return refusal(said(words.noRoom(MOST_FEEDS)));
  const known = await store.feeds.byUrl(given.url);
  // It may have said that it is gone for good; whoever adds it has just seen it.
  const [state] = known === null ? [] : await store.feeds.states([known.id]);
  if (state?.gone) await store.feeds.saveState({ ...state, gone: false, nextPollAt: now.toISOString() });
  const visible = await store.feeds.visible(context.workspace);
  if (known !== null && visible.some(({ id }) => id === known.id))
    return toAsker(said(words.hereAlready(feedName(known), state?.gone === true)));
  const feed =
    known ??
    (await store.feeds.save(
      {
        id: feedId(given.url),
        url: given.url,
        title: given.title,
        site: given.site,
        publisher: null,
        kind: 'news',
        topics: [],
        owner: context.workspace,
      },
      now,
    ));
  const name = feedName(feed);
  const edit: Edit = { kind: 'feed', feed: feed.id, name, before: false, after: true };
  await change('feeds add', `${name} (${feedAddress(feed)})`, [edit], context, world);
  return toAsker(said(words.added(name)));
}

export const feedsAdd = command({
  path: ['feeds', 'add'],
  example: 'feeds add gridweekly.example',
  audience: 'admin',
  options: z.object({
    address: z.string(),
    yes: z.boolean().optional(),
  }),
  async run({ address, yes }, context, world) {
    const words = wordsIn(context.language).feeds;
    const { discover } = await import('../../gather/discover.ts');
    try {
      const { candidates, tried } = await discover(address, world);
      const [best] = candidates;
      if (best === undefined) {
        const reasons = tried.slice(0, 4).map(({ url, reason }) => [text(words.fault(shownAddress(url), reason))]);
        const blocks: Block[] = [
          {
            kind: 'paragraph',
            content: [text(words.notFoundNext(shownAddress(address)))],
          },
          { kind: 'list', ordered: false, items: reasons },
        ];
        return refusal({ summary: words.notFound(shownAddress(address)), blocks, thread: [] });
      }
      const shown = candidates.slice(0, CHOICES);
      const given = ({ url, feed: { title, site } }: Candidate) => ({ url, title, site });
      if (yes === true) return add(given(best), context, world);
      const until = new Date(world.clock.now().getTime() + WAITS_MS);
      for (const candidate of shown)
        await world.store.notes.set(noteKey(feedId(candidate.url), context), JSON.stringify(given(candidate)), until);
      return toAsker(shown.length === 1 ? found(best, address, words) : choice(shown, words));
    } catch (error) {
      if (error instanceof FetchError) return refusal(said(words.fault(shownAddress(address), error.message)));
      throw error;
    }
  },
});

/** The buttons below a feed that was found. */
export const addFound: Button = {
  verb: 'feed-add',
  audience: 'admin',
  async press(id, context, world) {
    const note = await world.store.notes.get(noteKey(id, context));
    if (note === null) return refusal(said(wordsIn(context.language).feeds.settled));
    const reply = await add(Found.parse(JSON.parse(note)), context, world);
    await world.store.notes.forget(noteKey(id, context));
    return reply;
  },
};

export const dropFound: Button = {
  verb: 'feed-drop',
  audience: 'admin',
  async press(id, context, world) {
    await world.store.notes.forget(noteKey(id, context));
    return toAsker(said(wordsIn(context.language).feeds.nothingAdded));
  },
};
