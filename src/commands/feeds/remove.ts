import { z } from 'zod';
import { nearest } from '../../language/nearest.ts';
import { feedAddress, feedName } from '../../secrets.ts';
import { audited } from '../audit.ts';
import { command, refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';
import { feedRows } from './list.ts';

export const feedsRemove = command({
  path: ['feeds', 'remove'],
  summary: 'take a feed out of this workspace',
  example: 'feeds remove Grid Weekly',
  audience: 'admin',
  options: z.object({ feed: z.string().meta({ description: 'its name or address', rest: true }) }),
  completes: {
    feed: async (_typed, context, world) => (await feedRows(context, world)).map(({ feed }) => feedName(feed)),
  },
  async run({ feed: typed }, context, world) {
    const rows = await feedRows(context, world);
    const wanted = typed.trim().toLowerCase();
    const fits = rows.filter(
      ({ feed }) => feedName(feed).toLowerCase() === wanted || feed.url.toLowerCase() === wanted,
    );
    const [row] = fits.length > 0 ? fits : rows.filter(({ feed }) => feedName(feed).toLowerCase().includes(wanted));
    if (row === undefined) {
      const meant = nearest(
        typed,
        rows.map(({ feed }) => feedName(feed)),
      );
      return refusal(
        said(
          `There is no feed “${typed}” here${meant === null ? '; feeds list shows them' : `; did you mean “${meant}”?`}`,
        ),
      );
    }
    await world.store.feeds.unsubscribe(context.workspace, row.feed.id);
    const address = feedAddress(row.feed);
    await audited('feeds remove', `${feedName(row.feed)} (${address})`, context, world);
    const back = URL.canParse(address) ? `feeds add ${address}` : 'feeds add with its address';
    return toAsker(
      said(
        `Removed “${feedName(row.feed)}” from this workspace. What it brought stays in earlier debriefs. To have it back: ${back}`,
      ),
    );
  },
});
