import { nameOf } from '../commands/channel/setting.ts';
import { channelId, draftedDebrief } from '../commands/debriefs.ts';
import { waysOf } from '../commands/ways.ts';
import { debriefDocument } from '../document/debrief.ts';
import { text } from '../document/inline.ts';
import type { PagePart } from '../ports/pages.ts';
import { type PageDefinition, pageOf } from './page.ts';

/** How the feeds do. */
export const feeds: PageDefinition = {
  path: '/feeds',
  grant: 'admin',
  subject: () => null,
  async show(_asked, { context, grant, words }, { handlers }) {
    const checked = await handlers.command(context, ['feeds', 'check'], {});
    const listed = await handlers.command(context, ['feeds', 'list'], {});
    const { feeds: title } = words.page;
    const parts: PagePart[] = [
      { kind: 'heading', level: 1, text: title },
      ...checked.document.blocks,
      ...listed.document.blocks,
    ];
    return { kind: 'page', page: pageOf({ title, here: 'feeds', words }, grant, parts) };
  },
};

/** What the channel would get now, as each platform would show it: from the very messages that would be sent. */
export const preview: PageDefinition = {
  path: '/preview',
  grant: 'admin',
  subject: () => null,
  async show(_asked, { context, grant, words: all }, world) {
    const words = all.page;
    const { debrief, zone } = await draftedDebrief(context, world);
    const document = debriefDocument(debrief, zone, await waysOf(debrief, { ...context, platform: 'chat' }, world));
    const id = channelId(context);
    const channel = id === null ? null : await world.store.channels.get(id);
    const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block.series] : []));
    const messages = await Promise.all(
      world.previews.map(
        async ({ platform, of }): Promise<PagePart> => ({
          kind: 'message',
          platform,
          sent: await of(document),
          charts,
        }),
      ),
    );
    const parts: PagePart[] = [
      { kind: 'heading', level: 1, text: words.preview },
      {
        kind: 'context',
        content: [text(words.previewWhy(channel === null ? words.thisWorkspace : nameOf(channel)))],
      },
      { kind: 'section', id: 'messages', role: 'plain', parts: messages },
    ];
    return { kind: 'page', page: pageOf({ title: words.preview, here: 'preview', words: all }, grant, parts) };
  },
};
