import { z } from 'zod';
import { text } from '../../document/inline.ts';
import { FetchError, ParseError } from '../../errors.ts';
import { feedId } from '../../gather/address.ts';
import { counted } from '../../locale/counted.ts';
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
  summary: 'add the feeds of an OPML list; its folders become topics',
  example: 'feeds import https://example.com/feeds.opml',
  audience: 'admin',
  options: z.object({ address: z.string().meta({ description: 'the address of an OPML file' }) }),
  async run({ address }, context, world) {
    const { store, http, clock } = world;
    const { readOpml } = await import('../../gather/opml.ts');
    try {
      const answer = await http.get({ url: address, ...LIMITS });
      if (answer.status !== 200)
        return refusal(
          said(`${shownAddress(address)} answered ${answer.status}; open it in a browser to see what is there.`),
        );
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
      const from = `${counted(edits.length, 'feed')} from ${shownAddress(address)}`;
      await change('feeds import', from, edits, context, world);
      const known = feeds.length - edits.length;
      const blocks: Block[] = [
        {
          kind: 'paragraph',
          content: [
            text(
              `${counted(edits.length, 'feed')} added${known > 0 ? `, ${known} were here already` : ''}. They are read within a minute; only their last day counts as news. To take all of it back: undo`,
            ),
          ],
        },
      ];
      if (feeds.length < listed.length) {
        const rest = `${counted(listed.length - feeds.length, 'more feed')} of the list not added: a workspace may have ${MOST_FEEDS} of its own. feeds remove makes room.`;
        blocks.push({ kind: 'paragraph', content: [text(rest)] });
      }
      if (faults.length > 0) {
        blocks.push(
          { kind: 'paragraph', content: [text(`${counted(faults.length, 'line')} brought none:`)] },
          {
            kind: 'list',
            ordered: false,
            items: faults.slice(0, SHOWN).map(({ line, reason }) => [text(`${line}: ${reason}`)]),
          },
        );
      }
      return toAsker({ summary: `${counted(edits.length, 'feed')} added`, blocks, thread: [] });
    } catch (error) {
      if (error instanceof FetchError || error instanceof ParseError)
        return refusal(said(`${shownAddress(address)}: ${error.message}`));
      throw error;
    }
  },
});

export const feedsExport = command({
  path: ['feeds', 'export'],
  summary: 'the feeds of this workspace as OPML, for any feed reader',
  example: 'feeds export',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { writeOpml } = await import('../../gather/opml.ts');
    const rows = await feedRows(context, world);
    // A feed of the pack whose address lets in whoever has it is the machine owner's, and stays with them.
    const feeds = rows.map(({ feed }) => feed).filter(({ owner, url }) => owner !== null || !opensDoors(url));
    const kept = rows.length - feeds.length;
    const note = `${counted(kept, 'feed')} of this machine ${kept === 1 ? 'is' : 'are'} not in the list: the address is a secret.`;
    return toAsker({
      summary: `${counted(feeds.length, 'feed')} as OPML`,
      blocks: [
        { kind: 'code', text: writeOpml(feeds, 'Debrief') },
        ...(kept === 0 ? [] : [{ kind: 'context', content: [text(note)] } as const]),
      ],
      thread: [],
    });
  },
});
