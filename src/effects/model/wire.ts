import { z } from 'zod';
import { fold } from './reply.ts';

export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** Reads the whole answer here, so that the time-out and the cap hold for its body too. */
async function bodyOf(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const Told = z.object({ message: z.unknown(), code: z.union([z.string(), z.number()]).nullish() });

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a server says of a failure, however it says it: OpenAI's `error`, vLLM's and Mistral's own fields, or plain text. */
function failureIn(text: string): { readonly message: string; readonly code: string | number | null } {
  const body = json(text);
  const error = z.object({ error: z.unknown() }).safeParse(body).data?.error ?? body;
  const told = Told.safeParse(error);
  const said = typeof error === 'string' ? error : told.success ? told.data.message : undefined;
  const message = typeof said === 'string' ? said : error === undefined ? text : JSON.stringify(error);
  return { message, code: told.data?.code ?? null };
}

const isFailure = z.object({ error: z.unknown().refine((error) => error !== null && error !== undefined) });
/** An error within an answer of 200 names its status, or is the server's. */
const statusIn = (code: string | number | null): number => {
  const status = Number(code);
  return status >= 400 && status < 600 ? status : 502;
};

/**
 * Node's fetch with answers made alike: at most `maxBytes`, streams put together, and failures in OpenAI's form with the status that
 * they mean, wherever and however a server tells them.
 */
export function wireOf(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const text = await bodyOf(response, maxBytes);
    const { status, headers } = response;
    const answered = (body: string, as: number): Response => {
      const told = new Headers(headers);
      told.set('content-type', 'application/json');
      for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) told.delete(name);
      // Null-body statuses (RFC 9110, 204 and 304) take no body, not even an empty one.
      return new Response(as === 204 || as === 304 ? null : body, { status: as, headers: told });
    };
    const failed = (body: string, as: number): Response => answered(JSON.stringify({ error: failureIn(body) }), as);
    if (!response.ok) return failed(text, status);
    const isStream = /^text\/event-stream/i.test(headers.get('content-type') ?? '') || /^(?:data|:)/.test(text);
    const body = isStream ? JSON.stringify(fold(text)) : text;
    if (isFailure.safeParse(json(body)).success) return failed(body, statusIn(failureIn(body).code));
    return answered(body, status);
  };
}
