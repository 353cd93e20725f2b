import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import { ModelError } from '../errors.ts';
import type { Completion, LanguageModel, Prompt, Usage } from '../ports/language-model.ts';

export type ModelOptions = {
  readonly key: string;
  /** Any server that speaks OpenAI's API; null for OpenAI's own. */
  readonly baseUrl: string | null;
  readonly name: string;
  /** Of one request, its whole answer included. */
  readonly timeoutMs?: number;
  readonly maxOutputTokens?: number;
  /** Cap of an answer, in bytes. */
  readonly maxBytes?: number;
};

/** Characters a token, for servers that do not count (OpenAI's own rule of thumb for English). */
const CHARACTERS_A_TOKEN = 4;

class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** Reads the whole answer here, so that the time-out and the cap hold for its body too. */
async function readCapped(response: Response, maxBytes: number): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  // Null-body statuses (RFC 9110, 204 and 304) take no body, not even an empty one.
  return new Response(size === 0 ? null : Buffer.concat(chunks), {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}

/** `Retry-After` (RFC 9110, 10.2.3) in seconds or as a date against the answer's own `Date`, or OpenAI's `retry-after-ms`. */
function retryAfterMs(headers: Headers | undefined): number | null {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const given = headers?.get('retry-after');
  if (given === null || given === undefined || given === '') return null;
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given) * 1000;
  const wait = Date.parse(given) - Date.parse(headers?.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

/** What went wrong in our own words: a server's message may repeat the key. */
function failureOf(error: unknown, name: string, timeoutMs: number): ModelError {
  const model = `model ${name}`;
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return new ModelError('timeout', `${model}: no answer within ${timeoutMs / 1000} s`, null);
  }
  if (error instanceof APIUserAbortError) {
    return new ModelError('timeout', `${model}: the time for this debrief is over`, null);
  }
  if (error instanceof APIConnectionError) {
    return error.cause instanceof AnswerTooLarge
      ? new ModelError('too large', `${model}: its answer has ${error.cause.message}`, null)
      : new ModelError('connection', `${model}: the connection failed; check OPENAI_BASE_URL`, null, { cause: error });
  }
  if (error instanceof APIError) {
    const { status, code, headers } = error;
    const answered = `${model}: the server answered ${status ?? 'nothing'}${typeof code === 'string' ? ` (${code})` : ''}`;
    if (status === 401 || status === 403) return new ModelError('key', `${answered}; check OPENAI_API_KEY`);
    if (status === 404) return new ModelError('model', `${answered}; check DEBRIEF_MODEL and OPENAI_BASE_URL`);
    if (status === 429 && code === 'insufficient_quota') {
      return new ModelError('key', `${answered}; the account behind OPENAI_API_KEY has no credit left`);
    }
    if (status === 429) return new ModelError('rate', answered, retryAfterMs(headers));
    if (status === 408 || status === 409 || (status !== undefined && status >= 500)) {
      return new ModelError('server', answered, retryAfterMs(headers));
    }
    return new ModelError('model', `${answered}; the model does not take this request`);
  }
  return new ModelError('json', `${model}: the answer is not JSON`, null, { cause: error });
}

const refusesSchemas = (error: unknown): boolean =>
  error instanceof APIError &&
  (error.status === 400 || error.status === 422) &&
  /response_format|json_schema|structured/i.test(`${error.param ?? ''} ${error.message}`);

function usageOf(reply: OpenAI.ChatCompletion, prompt: Prompt): Usage {
  const content = reply.choices[0]?.message?.content ?? '';
  return {
    inputTokens:
      reply.usage?.prompt_tokens ?? Math.ceil((prompt.system.length + prompt.user.length) / CHARACTERS_A_TOKEN),
    outputTokens: reply.usage?.completion_tokens ?? Math.ceil(content.length / CHARACTERS_A_TOKEN),
  };
}

function read<T>(reply: OpenAI.ChatCompletion, schema: z.ZodType<T>, usage: Usage, name: string): T {
  const fail = (kind: ModelError['kind'], what: string): never => {
    throw new ModelError(kind, `model ${name}: ${what}`, null, { usage });
  };
  const choice = reply.choices?.[0];
  if (choice?.message?.refusal) fail('refusal', 'it refused');
  if (choice?.finish_reason === 'length') fail('length', 'its answer ran past the limit of tokens');
  if (choice?.finish_reason === 'content_filter') fail('filter', 'its answer was held back by a content filter');
  const content = choice?.message?.content?.trim() ?? '';
  if (content === '') return fail('empty', 'its answer is empty');
  let value: unknown;
  try {
    // Models without structured outputs like to put JSON into a fence.
    value = JSON.parse(content.replace(/^```(?:json)?\s*/, '').replace(/\s*```$/, ''));
  } catch {
    fail('json', 'its answer is not JSON');
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : fail('shape', 'its answer has another shape than was asked for');
}

/**
 * A model behind OpenAI's chat completions, with structured outputs where the server knows them and JSON mode where it does not.
 * One request a call: waiting and trying again is for `withPatience`.
 */
export function createModel({
  key,
  baseUrl,
  name,
  timeoutMs = 45_000,
  maxOutputTokens = 4_000,
  maxBytes = 512 * 1024,
}: ModelOptions): LanguageModel {
  const client = new OpenAI({
    apiKey: key,
    ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: async (input, init) => readCapped(await fetch(input, init), maxBytes),
  });
  let knowsSchemas = true;

  const request = <T>(prompt: Prompt, schema: z.ZodType<T>, signal: AbortSignal | undefined) =>
    client.chat.completions.create(
      {
        model: name,
        messages: [
          { role: 'system', content: prompt.system },
          { role: 'user', content: prompt.user },
        ],
        max_completion_tokens: maxOutputTokens,
        response_format: knowsSchemas ? zodResponseFormat(schema, 'reply') : { type: 'json_object' },
      },
      signal === undefined ? {} : { signal },
    );

  return {
    name,
    async complete<T>(prompt: Prompt, schema: z.ZodType<T>, signal?: AbortSignal): Promise<Completion<T>> {
      try {
        const reply = await request(prompt, schema, signal).catch((error: unknown) => {
          if (!knowsSchemas || !refusesSchemas(error)) throw error;
          knowsSchemas = false;
          return request(prompt, schema, signal);
        });
        const usage = usageOf(reply, prompt);
        return { value: read(reply, schema, usage, name), usage, model: reply.model ?? name };
      } catch (error) {
        throw failureOf(error, name, timeoutMs);
      }
    },
  };
}
