import { platformContract } from '../contract/platform.ts';
import { fakePlatform } from './platform.ts';

const textOf = (value: unknown) => JSON.stringify(value).replaceAll(/<!channel>|<@U1>/g, '');

platformContract('the recording fake', async () => {
  const platform = fakePlatform();
  platform.closed.add('closed');
  return {
    platform,
    place: { workspace: 'fake:acme', channel: 'infra', thread: null },
    lost: { workspace: 'fake:acme', channel: 'closed', thread: null },
    seen: async () => platform.messages.map(({ document }) => textOf(document)),
    told: async () => platform.notices.map(({ document }) => textOf(document)),
    threads: true,
    close: async () => {},
  };
});
