import { z } from 'zod';
import { text } from '../../document/inline.ts';
import { FetchError, ParseError } from '../../errors.ts';
import { feedId } from '../../gather/address.ts';
import { ENGLISH, wordsIn } from '../../locale/index.ts';
import type { Block, Edit } from '../../model.ts';
import { feedName, opensDoors, shownAddress } from '../../secrets.ts';
import { change } from '../change.ts';
import { command, refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import { feedRows } from './list.ts';
import { MOST_FEEDS, roomFor } from './room.ts';

const LIMITS = { maxBytes: 2_000_000, timeoutMs: 20_000 };
const SHOWN = 20;

export const feedsImport = command({
  path: ['feeds', 'import'],
  example: 'feeds import https://example.com/feeds.opml',
  audience: 'admin',
  options: z.object({ address: z.string() }),
  async run({ address }, context, world) {
    const { store, http, clock } = world;
    const words = wordsIn(context.language).feeds;
    const { readOpml } = await import('../../gather/opml.ts');
    try {
      const answer = await http.get({ url: address, ...LIMITS });
      if (answer.status !== 200) return refusal(said(words.answered(shownAddress(address), answer.status)));
      const { feeds: listed, faults } = readOpml(answer.body, answer.headers['content-type'] ?? null);
      const feeds = listed.slice(0, await roomFor(context, world));
      const had = new Set((await store.feeds.visible(context.workspace)).map(({ id }) => id));
      const edits: Edit[] = [];
      for (const named of feeds) {
        const known = await store.feeds.byUrl(named.url);
        const row = { ...named, id: feedId(named.url), topics: [...named.topics], owner: context.workspace };
        const feed = known ?? (await store.feeds.save(row, clock.now()));
        if (had.has(feed.id)) continue;
        had.add(feed.id);
        edits.push({ kind: 'feed', feed: feed.id, name: feedName(feed), before: false, after: true });
      }
      const from = ENGLISH.feeds.importedFrom(edits.length, shownAddress(address));
      await change('feeds import', from, edits, context, world);
      const known = feeds.length - edits.length;
      const blocks: Block[] = [
        {
          kind: 'paragraph',
          content: [text(words.importedNext(edits.length, known))],
        },
      ];
      if (feeds.length < listed.length) {
        const rest = words.notImported(listed.length - feeds.length, MOST_FEEDS);
        blocks.push({ kind: 'paragraph', content: [text(rest)] });
      }
      if (faults.length > 0) {
        blocks.push(
          { kind: 'paragraph', content: [text(words.broughtNone(faults.length))] },
          {
            kind: 'list',
            ordered: false,
            items: faults.slice(0, SHOWN).map(({ line, reason }) => [text(words.line(line, reason))]),
          },
        );
      }
      return toAsker({ summary: words.imported(edits.length), blocks, thread: [] });
    } catch (error) {
      if (error instanceof FetchError || error instanceof ParseError)
        return refusal(said(words.fault(shownAddress(address), error.message)));
      throw error;
    }
  },
});

export const feedsExport = command({
  path: ['feeds', 'export'],
  example: 'feeds export',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { writeOpml } = await import('../../gather/opml.ts');
    const rows = await feedRows(context, world);
    // A feed of the pack whose address lets in whoever has it is the machine owner's, and stays with them.
    const feeds = rows.map(({ feed }) => feed).filter(({ owner, url }) => owner !== null || !opensDoors(url));
    const kept = rows.length - feeds.length;
    const words = wordsIn(context.language).feeds;
    const list = writeOpml(feeds, 'Debrief');
    const file = { name: 'debrief-feeds.opml', mediaType: 'text/x-opml', content: list };
    return toAsker({
      summary: words.exported(feeds.length),
      blocks: [
        { kind: 'code', text: list, file },
        ...(kept === 0 ? [] : [{ kind: 'context', content: [text(words.keptBack(kept))] } as const]),
      ],
      thread: [],
    });
  },
});
