import type { Document, Reference } from '../../src/model.ts';
import type { FindResult, Handlers, Place, Platform, PostResult } from '../../src/ports/platform.ts';

export type Message = {
  readonly place: Place;
  document: Document;
  readonly key: string;
  readonly reference: Reference;
};

/** What becomes of the next post: an answer in place of the usual one, and whether the message stands there all the same. */
export type Twist = { readonly result: PostResult; readonly stands: boolean } | { readonly throws: Error };

export type FakePlatform = Platform & {
  /** What stands in the channels, in the order in which it came. */
  readonly messages: Message[];
  /** What admins were told. */
  readonly notices: { readonly workspace: string; readonly document: Document; readonly key: string }[];
  /** How often each key was sent, whether it came to stand there or not. */
  readonly sent: string[];
  readonly handlers: () => Handlers | null;
  /** The next posts go as told here, then as usual. */
  readonly twists: Twist[];
  /** Channels, by address, that are closed to the bot. */
  readonly closed: Set<string>;
  /** Null: history is read. Else why it cannot be. */
  blind: string | null;
  /** Called before and after each request: a test may stop the process there. */
  step: (what: string) => Promise<void>;
};

/** A platform that keeps what it is told. It knows no key: a message sent twice stands there twice, so that tests see it. */
export function fakePlatform(name = 'fake'): FakePlatform {
  let handlers: Handlers | null = null;
  let count = 0;

  const stand = (place: Place, document: Document, key: string): Reference => {
    count += 1;
    const message = `m${count}`;
    const reference = { channel: place.channel, message, link: `https://chat.example/${place.channel}/${message}` };
    fake.messages.push({ place, document, key, reference });
    return reference;
  };

  const fake: FakePlatform = {
    name,
    messages: [],
    notices: [],
    sent: [],
    twists: [],
    closed: new Set(),
    blind: null,
    step: async () => {},
    handlers: () => handlers,
    async start(given) {
      handlers = given;
    },
    async post(place, document, key) {
      await fake.step(`before post ${key}`);
      fake.sent.push(key);
      const twist = fake.twists.shift();
      if (twist !== undefined) {
        if ('throws' in twist) throw twist.throws;
        if (twist.stands) stand(place, document, key);
        return twist.result;
      }
      if (fake.closed.has(place.channel)) {
        return { kind: 'refused', lost: true, reason: `${place.channel} is closed to Debrief: invite it again` };
      }
      const reference = stand(place, document, key);
      await fake.step(`after post ${key}`);
      return { kind: 'sent', reference };
    },
    async update(_place, reference, document): Promise<PostResult> {
      const standing = fake.messages.find((message) => message.reference.message === reference.message);
      if (standing === undefined) return { kind: 'refused', lost: false, reason: 'the message is not there any more' };
      standing.document = document;
      return { kind: 'sent', reference };
    },
    async find(place, key): Promise<FindResult> {
      await fake.step(`before find ${key}`);
      if (fake.blind !== null) return { kind: 'unknown', reason: fake.blind };
      const standing = fake.messages.find(
        (message) =>
          message.key === key &&
          message.place.channel === place.channel &&
          message.place.thread?.message === place.thread?.message,
      );
      return standing === undefined ? { kind: 'absent' } : { kind: 'found', reference: standing.reference };
    },
    async notice(workspace, document, key) {
      await fake.step(`before notice ${key}`);
      fake.notices.push({ workspace, document, key });
      return { kind: 'sent', reference: { channel: 'admins', message: key, link: null } };
    },
    async missing({ channel }) {
      return fake.closed.has(channel) ? ['invite Debrief to the channel'] : [];
    },
    preview: (document) => document,
    connection: () => ({ connected: handlers !== null, since: new Date('2026-11-24T05:10:00.000Z') }),
    async stop() {
      handlers = null;
    },
  };
  return fake;
}
