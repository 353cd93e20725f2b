import type { App, Receiver, SocketModeReceiver } from '@slack/bolt';

/** What Slack writes before it closes a socket: that it will, and why. */
const isGoodbye = (data: unknown): boolean =>
  typeof data === 'string' && data.length < 2_000 && /"type"\s*:\s*"disconnect"/.test(data);

export type Sockets = Receiver & {
  /** Closing twice is harmless. */
  stop(): Promise<void>;
};

type Deps = {
  /** A socket that is not open yet. */
  open(): SocketModeReceiver;
  /** Whether Slack can reach us by now. */
  turn(connected: boolean): void;
  failed(error: unknown): void;
};

/**
 * Socket Mode as one receiver over the sockets that follow each other. Slack closes each after some hours, and says so before: the next is
 * opened then, and the old one closed when it stands. The SDK by itself closes first and is deaf for five seconds (node-slack-sdk 2254).
 */
export function createSockets({ open, turn, failed }: Deps): Sockets {
  let app: App | null = null;
  let current: SocketModeReceiver | null = null;
  let renewing = false;
  let stopped = false;

  const socket = (): SocketModeReceiver => {
    const made = open();
    if (app !== null) made.init(app);
    const { client } = made;
    client.on('connected', () => {
      if (!stopped) turn(true);
    });
    for (const left of ['reconnecting', 'disconnected'])
      client.on(left, () => {
        if (made === current && !renewing) turn(false);
      });
    const handlers = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, isBinary: unknown) => {
      if (isGoodbye(data)) void renew();
      else for (const handle of handlers) handle(data, isBinary);
    });
    return made;
  };

  const renew = async (): Promise<void> => {
    if (renewing || stopped) return;
    renewing = true;
    const old = current;
    const next = socket();
    try {
      await next.start();
      current = next;
      await (stopped ? next : old)?.stop();
    } catch (error) {
      // The old one goes on as long as it is left, and is opened anew by the SDK when it is closed.
      await next.stop();
      failed(error);
    } finally {
      renewing = false;
    }
  };

  return {
    init(given) {
      app = given;
    },
    async start() {
      stopped = false;
      current = socket();
      return current.start();
    },
    async stop() {
      stopped = true;
      await current?.stop();
    },
  };
}
