import type { Document, Form, Reference } from '../model.ts';

/** Who asks, from where. `owner` is the machine's owner: the terminal alone. */
export type Context = {
  readonly platform: string;
  readonly workspace: string;
  /** The platform's own channel id; null in direct messages and on home pages. */
  readonly channel: string | null;
  /** Its name for people, without a sign before it, where the platform tells. */
  readonly channelName?: string;
  readonly thread: Reference | null;
  /** The thread by its own channel id, on a platform whose threads are channels that can be posted in. */
  readonly threadChannel?: string;
  readonly user: { readonly id: string; readonly name: string | null };
  readonly admin: boolean;
  readonly owner: boolean;
  /** The asker's language as a BCP 47 tag, where the platform tells; English without it. */
  readonly language?: string;
  /** The asker's time zone as an IANA name, where the platform tells. */
  readonly zone?: string;
  /**
   * Where the asker can be shown an answer before its end: told how its document begins, as far as it is settled, longer each time. Nothing of
   * it changes any more; where the answer ends otherwise all the same, the reply is what holds.
   */
  settled?(begun: Document['blocks']): void;
};

/** A command as the adapters need it to offer it; made from the registry in `src/commands`. */
export type CommandSpec = {
  /** `['figures']` or `['feeds', 'add']` */
  readonly path: readonly string[];
  readonly summary: string;
  readonly example: string;
  readonly audience: 'everyone' | 'admin' | 'owner';
  readonly options: readonly OptionSpec[];
};

export type OptionSpec = {
  /** Lower case, at most 32 characters. */
  readonly name: string;
  readonly description: string;
  /** `person`: somebody of the workspace, or a role that people have there, as the platform mentions them. */
  readonly kind: 'string' | 'integer' | 'boolean' | 'channel' | 'person';
  readonly required: boolean;
  readonly choices: readonly string[];
  /** Whether `complete()` offers values for it. */
  readonly completes: boolean;
  /** Takes all words that are left, in the terminal's and Slack's text form. */
  readonly rest: boolean;
};

export type Reply = {
  readonly document: Document;
  /** `asker`: ephemeral where the platform can. */
  readonly audience: 'asker' | 'channel';
  /** False for what was refused or not understood: the terminal exits with a non-zero code. */
  readonly ok: boolean;
};

/** What the core offers a platform. None of them rejects: a fault is a Reply that says what to do next. */
export type Handlers = {
  readonly commands: readonly CommandSpec[];
  /** A command as text, without its slash: `figures northwind power`. */
  text(context: Context, line: string): Promise<Reply>;
  /** A command with options that the platform has parsed. */
  command(
    context: Context,
    path: readonly string[],
    options: Readonly<Record<string, string | number | boolean>>,
  ): Promise<Reply>;
  /** At most 25 values for an option that is being typed. */
  complete(context: Context, path: readonly string[], option: string, typed: string): Promise<readonly string[]>;
  question(context: Context, text: string): Promise<Reply>;
  /** What somebody says to the bot where no command is marked as one: a command by its name, a greeting, else a question. */
  talk(context: Context, text: string): Promise<Reply>;
  action(context: Context, id: string): Promise<Reply>;
  form(context: Context, id: string): Promise<Form | Reply>;
  submit(
    context: Context,
    id: string,
    values: Readonly<Record<string, readonly string[]>>,
  ): Promise<Reply | { readonly faults: Readonly<Record<string, string>> }>;
  home(context: Context): Promise<Document>;
  /** The bot was installed: what the installer alone is shown. */
  installed(context: Context, workspaceName: string | null): Promise<Document>;
  /** Whether a workspace was welcomed already. */
  knows(workspace: string): Promise<boolean>;
  /** The bot was removed: nothing more is posted there, its tokens are forgotten. */
  removed(workspace: string): Promise<void>;
  /** Channels vanished, were archived, or the bot lost its place in them: each with why. Telling it of one that was lost before changes nothing. */
  channelsLost(workspace: string, reasons: ReadonlyMap<string, string>): Promise<void>;
  /** Channels that take posts, whether they were lost or not. */
  channelsBack(workspace: string, channels: readonly string[]): Promise<void>;
  /** A channel is called otherwise (its name without a sign before it), or is known by another id from now on. */
  channelChanged(
    workspace: string,
    channel: string,
    change: { readonly name: string } | { readonly address: string },
  ): Promise<void>;
};

export type PostResult =
  | { readonly kind: 'sent'; readonly reference: Reference }
  /** `lost`: the channel is gone or closed to the bot until somebody does something. */
  | { readonly kind: 'refused'; readonly lost: boolean; readonly reason: string }
  /** `scope`: the channel alone is held up; without it the whole workspace is. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string; readonly scope?: 'channel' }
  /** The request left and no answer came: it may stand there or not. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type FindResult =
  | { readonly kind: 'found'; readonly reference: Reference }
  | { readonly kind: 'absent' }
  /** The platform cannot tell (history may not be read, say). */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Where a document goes: a channel by the platform's own id, or the thread of a message in it. */
export type Place = {
  readonly workspace: string;
  readonly channel: string;
  readonly thread: Reference | null;
  /** A role, by the platform’s own id, that is told of what is posted here, where the platform has such. */
  readonly calls?: string;
};

/** Whether a platform can be reached, since when that is so (null before it was reached first), and why it is not, where that is known. */
export type Connection = { readonly connected: boolean; readonly since: Date | null; readonly reason?: string };

export type Platform = {
  readonly name: string;
  /** May be called again after it rejected. */
  start(handlers: Handlers): Promise<void>;
  /** Posts `document` itself; its `thread` is posted by the caller, each reply with its own key. */
  post(place: Place, document: Document, key: string): Promise<PostResult>;
  update(place: Place, reference: Reference, document: Document): Promise<PostResult>;
  /** Whether a post with this key stands in the place already. */
  find(place: Place, key: string): Promise<FindResult>;
  /** Tells the admins of a workspace, and nobody else. */
  notice(workspace: string, document: Document, key: string): Promise<PostResult>;
  /**
   * Names of people by their ids: of those that are given, or of whom it tells what admins should know. Who is not known is left out;
   * absent where the platform has no names. Rejects where it cannot be asked.
   */
  names?(workspace: string, whom: readonly string[] | 'admins'): Promise<ReadonlyMap<string, string>>;
  /** What may the bot do in the channel, before it is saved: an empty list, or what is missing and how to give it. */
  missing(place: Place): Promise<readonly string[]>;
  /** What would be sent, as the platform's own JSON (blocks, components), or text for the terminal. */
  preview(document: Document): unknown;
  connection(): Connection;
  /** Releasing twice is harmless. */
  stop(): Promise<void>;
};
