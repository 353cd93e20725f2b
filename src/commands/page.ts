import { z } from 'zod';
import { link, text } from '../document/inline.ts';
import { wordsIn } from '../locale/index.ts';
import type { Block, Inline } from '../model.ts';
import { audited } from './change.ts';
import { command, refusal, toAsker } from './command.ts';
import { said } from './said.ts';

export const page = command({
  path: ['page'],
  example: 'page',
  audience: 'everyone',
  options: z.object({}),
  async run(_options, { workspace, channel, admin, owner, language }, world) {
    const words = wordsIn(language).page;
    const linker = world.links.inChat || owner ? await world.links.of(workspace) : null;
    if (linker === null) return refusal(said(words.off));
    const grant = admin ? 'admin' : 'reader';
    const address = linker.pages(grant, channel, world.clock.now());
    const feeds: Inline[] =
      channel === null
        ? []
        : [
            text(words.forReaders),
            link('Atom', linker.feed(channel, 'atom')),
            text(' · '),
            link('JSON Feed', linker.feed(channel, 'json')),
            text(words.whoever),
          ];
    const blocks: Block[] = [
      { kind: 'paragraph', content: [text(`${words.asPages}: `), link(owner ? address : words.open, address)] },
      { kind: 'context', content: [text(words.holds(admin))] },
      ...(feeds.length === 0 ? [] : [{ kind: 'context', content: feeds } as const]),
    ];
    return toAsker({ summary: words.asPages, blocks, thread: [] });
  },
});

export const linksRevoke = command({
  path: ['links', 'revoke'],
  example: 'links revoke',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    await world.links.revoke(context.workspace);
    await audited('links revoke', 'every link that was given out', context, world);
    return toAsker(said(wordsIn(context.language).page.revoked));
  },
});
