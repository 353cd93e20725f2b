import { z } from 'zod';
import { text } from '../../document/inline.ts';
import { FetchError, ParseError } from '../../errors.ts';
import { feedId } from '../../gather/address.ts';
import { counted } from '../../locale/counted.ts';
import type { Block } from '../../model.ts';
import { audited } from '../audit.ts';
import { command, refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import { feedRows } from './list.ts';

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
        return refusal(said(`${address} answered ${answer.status}; open it in a browser to see what is there.`));
      const { feeds, faults } = readOpml(new TextDecoder().decode(answer.body));
      for (const { url, title, topics } of feeds) {
        const known = await store.feeds.byUrl(url);
        const row = {
          id: feedId(url),
          url,
          title,
          site: null,
          publisher: null,
          kind: 'news',
          topics: [...topics],
          owner: context.workspace,
        } as const;
        const feed = known ?? (await store.feeds.save({ ...row, topics: [...topics] }, clock.now()));
        await store.feeds.subscribe(context.workspace, feed.id);
      }
      await audited('feeds import', `${counted(feeds.length, 'feed')} from ${address}`, context, world);
      const blocks: Block[] = [
        {
          kind: 'paragraph',
          content: [
            text(
              `${counted(feeds.length, 'feed')} added. They are read within a minute; only their last day counts as news.`,
            ),
          ],
        },
      ];
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
      return toAsker({ summary: `${counted(feeds.length, 'feed')} added`, blocks, thread: [] });
    } catch (error) {
      if (error instanceof FetchError || error instanceof ParseError)
        return refusal(said(`${address}: ${error.message}`));
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
    const opml = writeOpml(
      rows.map(({ feed }) => feed),
      'Debrief',
    );
    return toAsker({
      summary: `${counted(rows.length, 'feed')} as OPML`,
      blocks: [{ kind: 'code', text: opml }],
      thread: [],
    });
  },
});
