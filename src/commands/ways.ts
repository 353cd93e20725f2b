import { atArticle, NO_PAGES, type Ways } from '../document/receipt.ts';
import { DAY_MS } from '../durations.ts';
import type { Debrief } from '../model.ts';
import type { Linker, ReceiptAddress } from '../ports/links.ts';
import type { Context } from '../ports/platform.ts';
import type { World } from './world.ts';

/** The platform of whoever reads a page. */
export const WEB = 'web';

/** Who makes links for what is shown to the asker: on pages always, in chat where others reach them; null where the article is the receipt. */
async function linkerFor(
  { platform, workspace }: Pick<Context, 'platform' | 'workspace'>,
  { links }: Pick<World, 'links'>,
): Promise<Linker | null> {
  return links.inChat || platform === WEB ? links.of(workspace) : null;
}

/** Where the receipts of an answer are read. The same for a day, so that the same answer is the same page. */
export async function receiptsIn(context: Context, world: World): Promise<ReceiptAddress> {
  const day = new Date(Math.floor(world.clock.now().getTime() / DAY_MS) * DAY_MS);
  return (await linkerFor(context, world))?.receipt(day) ?? atArticle;
}

/** Where a debrief and its receipts are read. The same however often it is shown. */
export async function waysOf(
  debrief: Debrief,
  context: Pick<Context, 'platform' | 'workspace' | 'channel'>,
  world: Pick<World, 'links'>,
): Promise<Ways> {
  const linker = await linkerFor(context, world);
  const from = new Date(debrief.window.to);
  return linker === null
    ? NO_PAGES
    : { receipt: linker.receipt(from), page: linker.edition(debrief.id, context.channel, from) };
}
