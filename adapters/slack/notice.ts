import type { Document, Reference } from '../../src/model.ts';
import type { Platform } from '../../src/ports/platform.ts';
import { type ClientOf, NotInstalled, notInstalled } from './access.ts';
import { failureOf } from './outcome.ts';
import type { People } from './people.ts';
import type { Send } from './post.ts';

/** Tells the admins of a workspace, each in a direct message. It is told once one of them has it. */
export function createNotice(clientOf: ClientOf, people: People, send: Send): Platform['notice'] {
  const tell = async (workspace: string, user: string, document: Document, key: string): Promise<Reference> => {
    const client = await clientOf(workspace);
    const { channel } = await client.web.conversations.open({ users: user });
    if (channel?.id === undefined) throw new Error('Slack opened no conversation');
    return send(client, { channel: channel.id, thread: null }, document, key);
  };
  return async (workspace, document, key) => {
    try {
      const admins = await people.admins(workspace);
      if (admins.length === 0) return { kind: 'refused', lost: false, reason: 'Slack names no admin of the workspace' };
      const told = await Promise.allSettled(admins.map((user) => tell(workspace, user, document, key)));
      const first = told.find((result) => result.status === 'fulfilled');
      if (first !== undefined) return { kind: 'sent', reference: first.value };
      const [failed] = told;
      return failureOf(failed?.status === 'rejected' ? failed.reason : null);
    } catch (error) {
      return error instanceof NotInstalled ? notInstalled(error) : failureOf(error);
    }
  };
}
