import OpenAI, { APIError } from 'openai';
import { z } from 'zod';
import { ModelError, type ModelErrorKind } from '../errors.ts';
import type { Completion, LanguageModel, Prompt, Usage, Watch } from '../ports/language-model.ts';
import { answerIn, begunIn, type Found } from './model/answer.ts';
import { failureOf, wordsOf } from './model/failure.ts';
import { FULL, inWords, learn, Manners } from './model/manners.ts';
import { ChatReply, type Said, saidIn } from './model/reply.ts';
import { wireOf } from './model/wire.ts';

export type ModelOptions = {
  readonly key: string;
  /** Any server that speaks OpenAI's API; null for OpenAI's own. */
  readonly baseUrl: string | null;
  readonly name: string;
  /** How much a model that thinks may think; null to leave it to the server. */
  readonly effort?: 'minimal' | 'low' | 'medium' | 'high' | null;
  /** Of one request, its whole answer included. */
  readonly timeoutMs?: number;
  readonly maxOutputTokens?: number;
  /** Cap of an answer, in bytes. */
  readonly maxBytes?: number;
  /** Keeps what was found out about the server, so that the next start knows it. */
  readonly memory?: { recall(): Promise<string | null>; keep(found: string): Promise<void> };
};

/** A model over HTTP; `found` tells what its server does not take, null where it takes everything. */
export type HttpModel = LanguageModel & { found(): string | null };

/** Characters a token, for servers that do not count (OpenAI's own rule of thumb for English). */
const CHARACTERS_A_TOKEN = 4;
/** Refusals that teach something before the model is given up. */
const LESSONS = 9;
/** A model that thought until there was no room left is asked again with so much more. */
const MORE_ROOM = 3;
/** An editor copies: what varies from one answer to the next is of no use. */
const TEMPERATURE = 0.2;

const NOTHING: Usage = { inputTokens: 0, outputTokens: 0 };
const plus = (left: Usage, right: Usage): Usage => ({
  inputTokens: left.inputTokens + right.inputTokens,
  outputTokens: left.outputTokens + right.outputTokens,
});

/** The address without what the SDK adds by itself, and the query that some servers want on every request. */
function addressOf(baseUrl: string | null): { readonly base?: string; readonly query?: Record<string, string> } {
  if (baseUrl === null) return {};
  const { origin, pathname, searchParams } = new URL(baseUrl);
  const base = `${origin}${pathname.replace(/(?<!\/)\/+$/, '').replace(/\/chat\/completions$/, '')}`;
  return { base, query: Object.fromEntries(searchParams) };
}

/**
 * A model behind OpenAI's chat completions. What its server does not take is found out by its refusals, once, and left out from then
 * on. Waiting and trying again is for `withPatience`.
 */
export function createModel({
  key,
  baseUrl,
  name,
  effort = null,
  timeoutMs = 120_000,
  maxOutputTokens = 4_000,
  maxBytes = 512 * 1024,
  memory,
}: ModelOptions): HttpModel {
  const { base, query } = addressOf(baseUrl);
  const client = new OpenAI({
    apiKey: key,
    ...(base === undefined ? {} : { baseURL: base }),
    ...(query === undefined ? {} : { defaultQuery: query }),
    // Azure's deployments read the key from a header of their own.
    ...(base !== undefined && /\.azure\.com\b/.test(base) ? { defaultHeaders: { 'api-key': key } } : {}),
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: wireOf(maxBytes),
  });
  let manners: Manners = FULL;
  let recalled: Promise<void> | null = null;

  const recall = async (): Promise<void> => {
    const kept = (await memory?.recall()) ?? null;
    if (kept !== null) manners = Manners.catch(FULL).parse(JSON.parse(kept));
  };
  const adopt = async (learned: Manners): Promise<void> => {
    manners = learned;
    await memory?.keep(JSON.stringify(learned));
  };

  const send = async (
    { system, user }: Prompt,
    shape: object,
    own: Manners,
    room: number,
    signal: AbortSignal | undefined,
    watch: Watch | undefined,
  ): Promise<ChatReply> => {
    const watched = watch !== undefined && own.pieces;
    const body = {
      model: name,
      messages: own.system
        ? [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ]
        : [{ role: 'user', content: `${system}\n\n${user}` }],
      ...(own.limit === 'none' ? {} : { [own.limit]: room }),
      ...(own.format === 'none'
        ? {}
        : {
            response_format:
              own.format === 'json'
                ? { type: 'json_object' }
                : { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema: shape } },
          }),
      ...(own.effort && effort !== null ? { reasoning_effort: effort } : {}),
      ...(own.temperature ? { temperature: TEMPERATURE } : {}),
      ...(own.stream || watched ? { stream: true } : {}),
      ...(watched ? { stream_options: { include_usage: true } } : {}),
    };
    const asked = watched ? client.withOptions({ fetch: wireOf(maxBytes, (said) => watch(begunIn(said))) }) : client;
    const reply = await asked.post(`${own.prefix}/chat/completions`, {
      body,
      ...(signal === undefined ? {} : { signal }),
    });
    return ChatReply.parse(reply);
  };

  /** Asks, learning from refusals on the way; what was learned is kept once it has brought an answer. */
  const ask = async (
    prompt: Prompt,
    shape: object,
    room: number,
    signal: AbortSignal | undefined,
    watch: Watch | undefined,
  ) => {
    let own = manners;
    let first: unknown = null;
    for (let lesson = 0; ; lesson += 1) {
      try {
        const reply = await send(prompt, shape, own, own.room ?? room, signal, watch);
        if (first !== null) await adopt(own);
        return { reply, own };
      } catch (error) {
        const learned =
          error instanceof APIError && lesson < LESSONS
            ? learn(
                own,
                { status: error.status ?? 0, words: wordsOf(error, key) },
                own.room ?? room,
                watch !== undefined,
              )
            : null;
        // What another way of asking brought out says less than the first refusal.
        if (learned === null) throw first ?? error;
        first ??= error;
        own = learned;
      }
    }
  };

  const usageOf = ({ usage }: ChatReply, { text, thought }: Said, { system, user }: Prompt): Usage => ({
    inputTokens: usage?.prompt_tokens ?? Math.ceil((system.length + user.length) / CHARACTERS_A_TOKEN),
    outputTokens: usage?.completion_tokens ?? Math.ceil((text.length + thought.length) / CHARACTERS_A_TOKEN),
  });

  return {
    name,
    found: () => inWords(manners),
    async complete<T>(
      prompt: Prompt,
      schema: z.ZodType<T>,
      signal?: AbortSignal,
      watch?: Watch,
    ): Promise<Completion<T>> {
      recalled ??= recall();
      await recalled;
      const shape = z.toJSONSchema(schema);
      let spent = NOTHING;
      try {
        let { reply, own } = await ask(prompt, shape, maxOutputTokens, signal, watch);
        let said = saidIn(reply);
        let found = foundIn(said, schema);
        spent = plus(spent, usageOf(reply, said, prompt));
        if ('fault' in found && isStarved(said)) {
          // It thought for as long as it had room: more of it, and where there is none, as plain a question as can be.
          ({ reply, own } = await ask(prompt, shape, (own.room ?? maxOutputTokens) * MORE_ROOM, signal, watch));
        } else if (
          'fault' in found &&
          said.text === '' &&
          said.finish === 'stop' &&
          own.format !== 'none' &&
          !said.refusal
        ) {
          // JSON modes that send nothing at all: the prompt alone asks for JSON then.
          await adopt({ ...own, format: 'none' });
          ({ reply, own } = await ask(prompt, shape, maxOutputTokens, signal, watch));
        } else return { value: valueIn(found, said, spent), usage: spent, model: reply.model ?? name };
        said = saidIn(reply);
        found = foundIn(said, schema);
        spent = plus(spent, usageOf(reply, said, prompt));
        return { value: valueIn(found, said, spent), usage: spent, model: reply.model ?? name };
      } catch (error) {
        throw failureOf(error, { name, key, timeoutMs });
      }
    },
  };

  function foundIn<T>({ text, thought, finish }: Said, schema: z.ZodType<T>): Found<T> {
    const found = answerIn(text, schema, finish !== 'length');
    // Servers that take all of an answer for thought leave what was said in there.
    if ('fault' in found && text === '' && finish !== 'length') return answerIn(thought, schema, true);
    return found;
  }

  /** The value, or the error that tells why there is none. */
  function valueIn<T>(found: Found<T>, { text, refusal, finish }: Said, usage: Usage): T {
    if ('value' in found) return found.value;
    const fail = (kind: ModelErrorKind, what: string): ModelError =>
      new ModelError(kind, `model ${name}: ${what}`, null, { usage });
    if (refusal !== null && refusal !== '') throw fail('refusal', 'it refused');
    if (finish === 'content_filter') throw fail('filter', 'its answer was held back by a content filter');
    if (finish === 'length') throw fail('length', 'its answer ran past the limit of tokens');
    if (text === '') throw fail('empty', 'its answer is empty');
    throw found.fault === 'json'
      ? fail('json', 'its answer is not JSON')
      : fail('shape', 'its answer has another shape than was asked for');
  }
}

const isStarved = ({ text, finish, thinks }: Said): boolean => thinks && (finish === 'length' || text === '');
