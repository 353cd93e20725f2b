import { randomUUID } from 'node:crypto';
import type { Words } from '../../src/locale/index.ts';
import type { Document, Reference } from '../../src/model.ts';
import type { Client } from './access.ts';
import { workspaceOf } from './options.ts';
import { Busy } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Posting, Send, To } from './post.ts';
import type { Surely } from './surely.ts';

/**
 * Says something that somebody waits for, as surely as an edition is posted: in its turn, after as long as Slack asks to wait, and not
 * twice where Slack can tell that it stands there already. Where it cannot, it is said again: an answer twice is better than none.
 */
export type Say = (client: Client, to: To, document: Document, words: Words['platforms']) => Promise<Reference>;

export function createSay(deps: {
  readonly send: Send;
  readonly find: Posting['find'];
  readonly pace: Pace;
  readonly surely: Surely;
}): Say {
  const { send, find, pace, surely } = deps;
  return (client, to, document, words) => {
    const key = `answer:${randomUUID()}`;
    const workspace = workspaceOf(client.access.team);
    const thread = to.thread === null ? null : { channel: to.channel, message: to.thread, link: null };
    return surely(async ({ uncertain }) => {
      if (uncertain) {
        const found = await find({ workspace, channel: to.channel, thread }, key);
        if (found.kind === 'found') return found.reference;
      }
      const wait = await pace(workspace, to.channel);
      if (wait > 0) throw new Busy(wait);
      return send(client, to, document, key, words);
    });
  };
}
