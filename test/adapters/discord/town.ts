import './loopback.ts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ChannelType } from 'discord.js';
import { DigitalDiscord, generateSnowflake } from 'discord-digital-twin';
import { z } from 'zod';
import { faultsIn } from './rules.ts';

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Files by name. */
  readonly files: Readonly<Record<string, Buffer>>;
};

/** What is answered in place of the twin; `passed` lets the request through first, so that it has its effect. */
export type Twist = {
  readonly matches: (request: Sent) => boolean;
  readonly status: number | 'hang up';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly passed?: boolean;
};

/** A server of Discord's with its channels, and a gate before it through which every request of the bot passes. */
export type Town = {
  readonly twin: DigitalDiscord;
  readonly apiUrl: string;
  readonly guild: string;
  readonly channels: {
    readonly general: string;
    readonly forum: string;
    readonly news: string;
    readonly closed: string;
  };
  readonly ada: string;
  readonly owner: string;
  /** Every request, in order. */
  readonly requests: Sent[];
  readonly twists: Twist[];
  /** What the requests did against Discord's limits and its OpenAPI document: `close` rejects where there is any. */
  readonly faults: string[];
  /** The messages of a channel and of the threads in it, oldest first. */
  messages(channel: string): Promise<readonly Message[]>;
  /** The direct messages to somebody. */
  direct(user: string): Promise<readonly Message[]>;
  /** What the gateway tells the bot. */
  tell(event: string, data: unknown): void;
  /** The bot's connections to the gateway. */
  connections(): readonly { readonly session: string; readonly ready: boolean; close(code: number): void }[];
  close(): Promise<void>;
};

export type Message = {
  readonly id: string;
  readonly channel: string;
  readonly flags: number;
  readonly content: string;
  readonly components: unknown;
};

async function readBody(request: IncomingMessage): Promise<Pick<Sent, 'body' | 'files'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const Body = z.record(z.string(), z.unknown());
  if (raw.length === 0) return { body: null, files: {} };
  if (!type.startsWith('multipart/')) {
    const parsed = Body.safeParse(JSON.parse(raw.toString()));
    // The list of commands is the one body that is no object.
    return { body: parsed.success ? parsed.data : { commands: JSON.parse(raw.toString()) }, files: {} };
  }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files: Record<string, Buffer> = {};
  for (const value of form.values())
    if (typeof value !== 'string') files[value.name] = Buffer.from(await value.arrayBuffer());
  return { body: Body.parse(JSON.parse(String(form.get('payload_json')))), files };
}

/** The twin keeps these to itself; a test has to close one. */
const Gateway = z.object({
  clients: z.array(
    z.object({
      sessionId: z.string(),
      identified: z.boolean(),
      ws: z.custom<{ close(code: number): void }>((value) => typeof value === 'object'),
    }),
  ),
});

const Id = z.object({ id: z.string() });

export async function openTown(): Promise<Town> {
  const ids = {
    general: generateSnowflake(),
    forum: generateSnowflake(),
    news: generateSnowflake(),
    closed: generateSnowflake(),
  };
  const ada = generateSnowflake();
  const owner = generateSnowflake();
  const twin = new DigitalDiscord({
    guild: { name: 'Acme', ownerId: owner },
    channels: [
      { id: ids.general, name: 'general', type: ChannelType.GuildText },
      { id: ids.forum, name: 'briefings', type: ChannelType.GuildForum },
      { id: ids.news, name: 'news', type: ChannelType.GuildAnnouncement },
      { id: ids.closed, name: 'closed', type: ChannelType.GuildText },
    ],
    users: [
      { id: ada, username: 'ada' },
      { id: owner, username: 'olga' },
    ],
  });
  await twin.start();
  const requests: Sent[] = [];
  const twists: Twist[] = [];
  const faults: string[] = [];
  const nonces = new Map<string, unknown>();
  const directs = new Map<string, string>();
  const commands = new Map<string, unknown>();

  const forward = async (method: string, path: string, body: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(new URL(path, `http://127.0.0.1:${twin.port}`), {
      method,
      headers: { authorization: `Bot ${twin.botToken}`, 'content-type': 'application/json' },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };

  /** What the twin does not do, beside what it does. */
  const answer = async ({ method, path, body }: Sent): Promise<{ status: number; body: unknown }> => {
    const route = `${method} ${path
      .replace('/api/v10', '')
      .replace(/\?.*$/, '')
      .replace(/\d{15,}/g, ':id')}`;
    if (path.includes(`/channels/${ids.closed}/`) && method === 'POST')
      return { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
    if (route === 'POST /users/@me/channels') {
      const user = String(body?.recipient_id);
      const id = directs.get(user) ?? generateSnowflake();
      if (!directs.has(user)) await twin.prisma.channel.create({ data: { id, type: ChannelType.DM, name: null } });
      directs.set(user, id);
      return { status: 200, body: { id, type: ChannelType.DM } };
    }
    if (route === 'GET /users/@me/guilds') return { status: 200, body: [{ id: twin.guildId, name: 'Acme' }] };
    if (/^GET \/applications\/:id(\/guilds\/:id)?\/commands$/.test(route))
      return { status: 200, body: commands.get(path) ?? [] };
    if (/^PUT \/applications\/:id(\/guilds\/:id)?\/commands$/.test(route)) {
      commands.set(path, body?.commands);
      return { status: 200, body: body?.commands };
    }
    if (route.endsWith('/crosspost')) return { status: 200, body: {} };
    if (route === 'POST /channels/:id/threads' && body?.message !== undefined) {
      const thread = await forward(method, path, { ...body, type: ChannelType.PublicThread });
      const { id } = Id.parse(thread.body);
      const message = await forward('POST', `/api/v10/channels/${id}/messages`, body.message);
      return { status: 201, body: { ...Id.loose().parse(thread.body), message: message.body } };
    }
    if (route === 'POST /channels/:id/messages' && body?.enforce_nonce === true) {
      const key = `${path} ${String(body.nonce)}`;
      const before = nonces.get(key);
      if (before !== undefined) return { status: 200, body: before };
      const made = await forward(method, path, body);
      nonces.set(key, made.body);
      return made;
    }
    return forward(method, path, body);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent: Sent = { method: request.method ?? '', path: request.url ?? '', ...(await readBody(request)) };
    requests.push(sent);
    faults.push(...faultsIn(sent));
    const index = twists.findIndex(({ matches }) => matches(sent));
    const twist = index === -1 ? null : twists.splice(index, 1)[0];
    const usual = twist == null || twist.passed === true ? await answer(sent) : null;
    if (twist?.status === 'hang up') {
      request.socket.destroy();
      return;
    }
    const { status, body } =
      twist == null ? (usual ?? { status: 500, body: null }) : { status: twist.status, body: twist.body ?? {} };
    const type = body === null ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...type, ...twist?.headers });
    response.end(body === null ? undefined : JSON.stringify(body));
  };
  const gate = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 0, message: String(error) }));
    });
  });
  // An answer that takes long must not find its connection closed meanwhile.
  gate.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(gate.address());

  const read = async (channel: string): Promise<readonly Message[]> =>
    (await twin.channel(channel).getMessages()).map(({ id, flags, content, components }) => ({
      id,
      channel,
      flags: flags ?? 0,
      content,
      components: components ?? [],
    }));
  return {
    twin,
    apiUrl: `http://127.0.0.1:${port}/api`,
    guild: twin.guildId,
    channels: ids,
    ada,
    owner,
    requests,
    twists,
    faults,
    async messages(channel) {
      const threads = await twin.prisma.channel.findMany({ where: { parentId: channel } });
      const all = await Promise.all([channel, ...threads.map(({ id }) => id)].map(read));
      // A thread repeats the message that it hangs on.
      return [...new Map(all.flat().map((message) => [message.id, message])).values()];
    },
    tell: (event, data) => twin['server'].gateway.broadcast(event, data),
    connections: () =>
      Gateway.parse(twin['server'].gateway).clients.map(({ sessionId, identified, ws }) => ({
        session: sessionId,
        ready: identified,
        close: (code) => ws.close(code),
      })),
    async direct(user) {
      const channel = directs.get(user);
      return channel === undefined ? [] : read(channel);
    },
    async close() {
      // The twins of a process share one database, and each bot is told of every server in it, as one that it is no member of.
      await twin.prisma.guild.delete({ where: { id: twin.guildId } });
      await twin.stop();
      gate.closeAllConnections();
      await new Promise((resolve) => gate.close(resolve));
      if (faults.length > 0) throw new Error(`Discord would have refused:\n${faults.join('\n')}`);
    },
  };
}
