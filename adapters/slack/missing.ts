import type { Place } from '../../src/ports/platform.ts';
import { type ClientOf, NotInstalled } from './access.ts';
import { codeOf, failureOf } from './outcome.ts';

/** What stands in the way of posting in a channel, each with how to clear it; asked before the channel is saved. */
export async function missingIn(place: Place, clientOf: ClientOf): Promise<readonly string[]> {
  try {
    const { web } = await clientOf(place.workspace);
    const { channel } = await web.conversations.info({ channel: place.channel });
    if (channel?.is_archived) return ['the channel is archived: unarchive it, or choose another'];
    if (channel?.is_member === false) return ['Debrief is not in the channel: invite it there with /invite @Debrief'];
    return [];
  } catch (error) {
    if (error instanceof NotInstalled) return [error.message];
    if (codeOf(error) === 'channel_not_found') {
      return ['the channel is not there, or private: invite Debrief there with /invite @Debrief'];
    }
    return [failureOf(error).reason];
  }
}
