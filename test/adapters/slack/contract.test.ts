import { z } from 'zod';
import { platformContract } from '../../contract/platform.ts';
import { openAcme } from './acme.ts';
import { wordsOf } from './shown.ts';
import { hasty, overHttp } from './started.ts';

platformContract('Slack', async () => {
  const acme = await openAcme();
  const workspace = `slack:${acme.team}`;
  const seen = async (channel: string) =>
    (await acme.messages(channel)).map(({ text, blocks }) => `${text}\n${wordsOf(blocks ?? [])}`);
  const Conversation = z.object({ channel: z.object({ id: z.string() }) });
  return {
    platform: overHttp(acme, { clock: hasty, namedAdmins: async () => [acme.users.ada] }),
    place: { workspace, channel: acme.channels.infra, thread: null },
    lost: { workspace, channel: 'C00000GONE', thread: null },
    seen: () => seen(acme.channels.infra),
    told: async () =>
      seen(Conversation.parse(await acme.call('conversations.open', { users: acme.users.ada })).channel.id),
    threads: true,
    close: () => acme.close(),
  };
});
