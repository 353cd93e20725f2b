import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { ModelError } from '../../errors.ts';
import { redact } from '../../secrets.ts';
import { AnswerTooLarge } from './wire.ts';

/** As much of a server's words as helps. */
const WORDS = 240;

/** A server's own words in one line, without what must not be read: some repeat the key that they were given. */
export function wordsOf(error: APIError, key: string): string {
  const plain = error.message
    .replace(/^\d{3} /, '')
    .replace(/\s+/g, ' ')
    .trim();
  const hidden = redact(key.length < 4 ? plain : plain.replaceAll(key, '[hidden]'));
  return hidden.length > WORDS ? `${hidden.slice(0, WORDS)}…` : hidden;
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

const FILTERED = /content_filter|content management policy|moderation|flagged|safety/i;

/** What went wrong, in the server's words and with what to do next. */
export function failureOf(
  error: unknown,
  { name, key, timeoutMs }: { readonly name: string; readonly key: string; readonly timeoutMs: number },
): ModelError {
  const model = `model ${name}`;
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionTimeoutError)
    return new ModelError(
      'timeout',
      `${model}: no answer within ${timeoutMs / 1000} s; DEBRIEF_MODEL_TIMEOUT gives a slow one more`,
      null,
    );
  if (error instanceof APIUserAbortError)
    return new ModelError('timeout', `${model}: the time for this debrief is over`, null);
  if (error instanceof APIConnectionError) {
    return error.cause instanceof AnswerTooLarge
      ? new ModelError('too large', `${model}: its answer has ${error.cause.message}`, null)
      : new ModelError('connection', `${model}: the connection failed; check OPENAI_BASE_URL`, null, { cause: error });
  }
  if (error instanceof APIError) {
    const { status, code, headers } = error;
    const words = wordsOf(error, key);
    const answered = `${model}: the server answered ${status ?? 'nothing'}: “${words}”`;
    if (FILTERED.test(`${code ?? ''} ${words}`)) return new ModelError('filter', answered);
    if (status === 401 || status === 403) return new ModelError('key', `${answered}; check OPENAI_API_KEY`);
    if (status === 402 || code === 'insufficient_quota')
      return new ModelError('key', `${answered}; the account behind OPENAI_API_KEY has no credit left`);
    if (status === 404) return new ModelError('model', `${answered}; check DEBRIEF_MODEL and OPENAI_BASE_URL`);
    if (status === 429) return new ModelError('rate', answered, retryAfterMs(headers));
    if (status === 408 || status === 409 || (status !== undefined && status >= 500))
      return new ModelError('server', answered, retryAfterMs(headers));
    return new ModelError('model', `${answered}; the model does not take this request`);
  }
  return new ModelError('json', `${model}: the answer is not JSON; check OPENAI_BASE_URL`, null, { cause: error });
}
