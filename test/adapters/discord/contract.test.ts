import { platformContract } from '../../contract/platform.ts';
import { wordsOf } from './shown.ts';
import { inTown } from './started.ts';
import { openTown } from './town.ts';

platformContract('Discord', async () => {
  const town = await openTown();
  const workspace = `discord:${town.guild}`;
  return {
    platform: inTown(town),
    place: { workspace, channel: town.channels.general, thread: null },
    lost: { workspace, channel: '1000000000000000001', thread: null },
    seen: async () => (await town.messages(town.channels.general)).map(({ components }) => wordsOf(components)),
    told: async () => (await town.direct(town.owner)).map(({ components }) => wordsOf(components)),
    threads: true,
    close: () => town.close(),
  };
});
