import { nameOf } from '../commands/channel/setting.ts';
import { channelId, habitOf } from '../commands/debriefs.ts';
import { wholeDocument } from '../document/whole.ts';
import { FEED } from '../links/index.ts';
import type { FeedEntry } from '../ports/pages.ts';
import { editionsBefore } from './editions.ts';
import { absent, type PageDefinition } from './page.ts';

/** Debriefs in a feed. */
const ENTRIES = 20;
/** The first moment there is: a feed without entries was never updated. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** A channel's debriefs for feed readers, as Atom and as JSON Feed. Its link is the channel's own, and holds until it is revoked. */
export const feed: PageDefinition = {
  path: '/feed/:format',
  grant: 'one',
  subject: () => FEED,
  async show({ params: { format } }, visitor, world) {
    const { context, linker } = visitor;
    const id = channelId(context);
    if ((format !== 'atom' && format !== 'json') || id === null || context.channel === null)
      return absent(visitor.words.page.nowhereWhy, visitor);
    const { zone } = await habitOf(context, world);
    const channel = await world.store.channels.get(id);
    const debriefs = await editionsBefore(new Date(world.clock.now().getTime() + 1), ENTRIES, visitor, world);
    const entries = debriefs.map((debrief): FeedEntry => {
      const from = new Date(debrief.window.to);
      const address = linker.edition(debrief.id, context.channel, from);
      return {
        id: debrief.id,
        address,
        at: debrief.window.to,
        document: wholeDocument(debrief, zone, { receipt: linker.receipt(from), page: address }),
        topics: [...new Set(debrief.stories.flatMap(({ topics }) => topics))],
      };
    });
    const { debrief: name } = visitor.words.page;
    const title = channel === null ? name : `${name} · ${nameOf(channel)}`;
    const updated = debriefs[0]?.window.to ?? NEVER;
    return { kind: 'feed', format, feed: { title, address: linker.feed(context.channel, format), updated, entries } };
  },
};
