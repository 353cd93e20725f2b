/**
 * Acme, a workspace that runs on this machine: `emulate` keeps its channels, messages, views and installations; what it
 * lacks (Socket Mode, checks of blocks, answers to a `response_url`, faults) stands before it.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { messageFaults, uploadFaults, viewFaults } from './rules.ts';
import { createStreams, isOfStreams } from './streams.ts';

export const TOKEN = 'xoxb-acme-bot';
export const APP_TOKEN = 'xapp-1-A1-acme';
export const SIGNING_SECRET = 'acme-signing-secret';
/** Where the app would be reached; a test goes to its own server instead. */
export const PUBLIC_URL = 'https://debrief.example.com';
export const CLIENT = { clientId: '11.22', clientSecret: 'acme-client-secret' } as const;

export type Call = {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: string | null;
};
/** What a method (or `respond`, the response_urls) answers next in place of the usual: a body, a status, or silence; `after` the call took effect. */
export type Twist = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly silent?: boolean;
  readonly after?: boolean;
};

const Message = z.looseObject({
  ts: z.string(),
  text: z.string(),
  thread_ts: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  metadata: z.unknown().optional(),
});
export type Message = z.infer<typeof Message>;

const Member = z.looseObject({ id: z.string(), name: z.string() });
const Answer = z.looseObject({ ok: z.boolean() });

/** The WebSocket side: what Slack sends to an app in Socket Mode, and what the app acknowledges. */
export type Socket = {
  /** Sends an envelope and answers the payload of its acknowledgement. */
  send(type: 'slash_commands' | 'interactive' | 'events_api', payload: object): Promise<unknown>;
  /** Asks the app to come again, as Slack does every few hours, and closes the socket `at once` or leaves that to the app. */
  disconnect(how: 'at once' | 'soon'): void;
  /** How many sockets stood open after each that was opened or closed. */
  readonly stood: readonly number[];
  connected(times: number): Promise<void>;
};

export type Acme = {
  readonly apiUrl: string;
  readonly team: string;
  /** Ada is an admin, Bob is not; Debrief is the bot. */
  readonly users: { readonly ada: string; readonly bob: string; readonly debrief: string };
  /** The bot is in infra, and not in elsewhere. */
  readonly channels: { readonly infra: string; readonly elsewhere: string };
  readonly calls: Call[];
  /** What was sent to response_urls. */
  readonly responses: Record<string, unknown>[];
  readonly responseUrl: string;
  readonly socket: Socket;
  twist(method: string, ...twists: Twist[]): void;
  called(method: string): readonly Call[];
  call(method: string, body?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** Messages of a channel with their threads, the oldest first. */
  messages(channel: string): Promise<readonly Message[]>;
  close(): Promise<void>;
};

const DELIBERATE = new Set(['blocks', 'chunks', 'metadata', 'view']);

async function bodyOf(request: IncomingMessage): Promise<{ raw: Buffer; fields: Record<string, unknown> }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const raw = Buffer.concat(chunks);
  const text = raw.toString('utf8');
  if (text.startsWith('{')) return { raw, fields: z.record(z.string(), z.unknown()).parse(JSON.parse(text)) };
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text))
    fields[name] = DELIBERATE.has(name) ? JSON.parse(value) : value;
  return { raw, fields };
}

function refusal(method: string, fields: Readonly<Record<string, unknown>>): string[] {
  const blocks = Array.isArray(fields.blocks) ? fields.blocks : [];
  if (/^chat\.(postMessage|postEphemeral|update)$/.test(method)) return messageFaults(fields.text, blocks);
  if (method === 'files.getUploadURLExternal') return uploadFaults(fields);
  if (/^views\./.test(method) && fields.view !== undefined) return viewFaults(fields.view);
  return [];
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const port = portOf(probe);
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The emulator's server puts its own in place of Node's Request and Response, for every test of the process. */
async function withoutTraces<T>(open: () => Promise<T>): Promise<T> {
  const { Request, Response } = globalThis;
  try {
    return await open();
  } finally {
    Object.defineProperty(globalThis, 'Request', { value: Request });
    Object.defineProperty(globalThis, 'Response', { value: Response });
  }
}

export async function openAcme(): Promise<Acme> {
  const emulatorPort = await freePort();
  const emulator = await withoutTraces(() =>
    createEmulator({
      service: 'slack',
      port: emulatorPort,
      seed: {
        slack: {
          team: { name: 'Acme', domain: 'acme' },
          users: [
            { name: 'ada', real_name: 'Ada Admin', is_admin: true },
            { name: 'bob', real_name: 'Bob Builder' },
          ],
          channels: [{ name: 'infra' }, { name: 'elsewhere' }],
          oauth_apps: [
            {
              ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret },
              app_id: 'A1',
              name: 'Debrief',
              redirect_uris: [`${PUBLIC_URL}/slack/oauth_redirect`],
              scopes: ['chat:write'],
            },
          ],
          tokens: [{ token: TOKEN, type: 'bot', user: 'debrief', app_id: 'A1' }],
        },
      },
    }),
  );
  const emulated = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const calls: Call[] = [];
  const responses: Record<string, unknown>[] = [];
  const twists = new Map<string, Twist[]>();

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://acme').pathname;
    const { raw, fields } = await bodyOf(request);
    const answer = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    if (path === '/respond') {
      const held = twists.get('respond')?.shift();
      if (held !== undefined) return answer(held.status ?? 200, held.body ?? {}, held.headers);
      const faults = messageFaults(fields.text, Array.isArray(fields.blocks) ? fields.blocks : []);
      if (faults.length > 0) return answer(400, { ok: false, error: 'invalid_blocks', faults });
      responses.push(fields);
      return answer(200, { ok: true });
    }
    const method = path.replace('/api/', '');
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    calls.push({ method, body: fields, token });
    const twist = twists.get(method)?.shift();
    const act = async (): Promise<{ status: number; text: string; headers: Headers }> => {
      if (isOfStreams(method))
        return { status: 200, text: JSON.stringify(await streams(method, fields)), headers: new Headers() };
      const { host: _host, 'content-length': _length, connection: _connection, ...headers } = request.headers;
      const got = await fetch(`${emulated}${request.url}`, {
        method: request.method ?? 'POST',
        redirect: 'manual',
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
        ...(raw.length === 0 ? {} : { body: new Uint8Array(raw) }),
      });
      return { status: got.status, text: await got.text(), headers: got.headers };
    };
    if (twist !== undefined) {
      if (twist.after === true) await act();
      if (twist.silent === true) return void request.socket.destroy();
      return answer(twist.status ?? 200, twist.body ?? {}, twist.headers);
    }
    if (method === 'apps.connections.open') {
      if (token !== APP_TOKEN) return answer(200, { ok: false, error: 'invalid_auth' });
      return answer(200, { ok: true, url: `ws://127.0.0.1:${port}/link/?ticket=1` });
    }
    const faults = refusal(method, fields);
    if (faults.length > 0)
      return answer(200, { ok: false, error: 'invalid_blocks', response_metadata: { messages: faults } });
    const passed = await act().catch(() => null);
    if (passed === null) return answer(502, { ok: false, error: 'closed' });
    const type = passed.headers.get('content-type') ?? 'application/json';
    const location = passed.headers.get('location');
    response
      .writeHead(passed.status, { 'content-type': type, ...(location === null ? {} : { location }) })
      .end(passed.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);

  const socket = openSocket(server);
  const call = async (method: string, body: Readonly<Record<string, unknown>> = {}, token = TOKEN) => {
    const answered = await fetch(`${emulated}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return Answer.parse(await answered.json());
  };
  const streams = createStreams(call);
  const members = z.array(Member).parse((await call('users.list')).members);
  const channels = z.array(Member).parse((await call('conversations.list')).channels);
  const named = (list: readonly z.infer<typeof Member>[], name: string): string =>
    list.find((entry) => entry.name === name)?.id ?? '';
  const infra = named(channels, 'infra');
  const elsewhere = named(channels, 'elsewhere');
  await call('conversations.join', { channel: infra });
  await call('conversations.leave', { channel: elsewhere });

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    team: 'T000000001',
    users: { ada: named(members, 'ada'), bob: named(members, 'bob'), debrief: named(members, 'debrief') },
    channels: { infra, elsewhere },
    calls,
    responses,
    responseUrl: `http://127.0.0.1:${port}/respond`,
    socket,
    twist(method, ...next) {
      twists.set(method, [...(twists.get(method) ?? []), ...next]);
    },
    called: (method) => calls.filter((made) => made.method === method),
    call,
    async messages(channel) {
      const top = z
        .array(Message)
        .parse((await call('conversations.history', { channel })).messages)
        .toReversed();
      const all = await Promise.all(
        top.map(async ({ ts }) =>
          z.array(Message).parse((await call('conversations.replies', { channel, ts })).messages),
        ),
      );
      return all.flat();
    },
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await emulator.close();
    },
  };
}

function openSocket(server: Server): Socket & { close(): void } {
  const sockets = new WebSocketServer({ server });
  const acks = new Map<string, (payload: unknown) => void>();
  const waiting: { readonly times: number; readonly resolve: () => void }[] = [];
  const stood: number[] = [];
  let open = 0;
  let connections = 0;
  let envelopes = 0;
  let current: WebSocket | null = null;

  const hello = { type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' }, debug_info: { host: 'acme' } };
  const Ack = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

  sockets.on('connection', (socket) => {
    current = socket;
    const count = (change: number): void => {
      open += change;
      stood.push(open);
    };
    count(1);
    socket.on('close', () => count(-1));
    socket.on('message', (data) => {
      const { envelope_id, payload } = Ack.parse(JSON.parse(String(data)));
      acks.get(envelope_id)?.(payload ?? null);
      acks.delete(envelope_id);
    });
    socket.send(JSON.stringify(hello));
    connections += 1;
    for (const { times, resolve } of waiting) if (connections >= times) resolve();
  });

  return {
    async send(type, payload) {
      envelopes += 1;
      const envelope_id = `envelope-${envelopes}`;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      // Slack shows the person an error after three seconds.
      const timer = setTimeout(() => reject(new Error(`${envelope_id} was not acknowledged within 3 s`)), 3_000);
      acks.set(envelope_id, resolve);
      current?.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }));
      const ack = await promise;
      clearTimeout(timer);
      return ack;
    },
    disconnect(how) {
      current?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'acme' } }));
      if (how === 'at once') current?.close();
    },
    stood,
    async connected(times) {
      if (connections >= times) return;
      await new Promise<void>((resolve) => waiting.push({ times, resolve }));
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
