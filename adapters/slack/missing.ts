import { ENGLISH } from '../../src/locale/index.ts';
import type { Place } from '../../src/ports/platform.ts';
import { type ClientOf, NotInstalled } from './access.ts';
import { codeOf, failureOf } from './outcome.ts';

const { outcomes: words } = ENGLISH;

/** What stands in the way of posting in a channel, each with how to clear it; asked before the channel is saved. */
export async function missingIn(place: Place, clientOf: ClientOf): Promise<readonly string[]> {
  try {
    const { web } = await clientOf(place.workspace);
    const { channel } = await web.conversations.info({ channel: place.channel });
    if (channel?.is_archived) return [words.slack.is_archived];
    if (channel?.is_member === false) return [words.slack.not_in_channel];
    return [];
  } catch (error) {
    if (error instanceof NotInstalled) return [error.message];
    if (codeOf(error) === 'channel_not_found') {
      return [words.slackNotThere];
    }
    return [failureOf(error).reason];
  }
}
