import { z } from 'zod';
import { fold, type Sum, sum } from './reply.ts';

export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** Reads the whole answer here, so that the time-out and the cap hold for its body too. */
async function bodyOf(response: Response, maxBytes: number, seen: (piece: string) => void): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    const piece = decoder.decode(chunk, { stream: true });
    text += piece;
    seen(piece);
  }
  return text + decoder.decode();
}

/** Tells what a stream of events has said so far, each time that something in it is closed; of one that cannot be read no more. */
function watching(watch: (said: string) => void): (piece: string) => void {
  let events: Sum | null = sum();
  let told = 0;
  return (piece) => {
    if (events === null) return;
    try {
      events.add(piece);
    } catch {
      events = null;
      return;
    }
    const said = events.said();
    if (!said.slice(told).includes('}')) return;
    told = said.length;
    watch(said);
  };
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
 * they mean, wherever and however a server tells them. `watch` is told what an answer that comes in pieces says so far.
 */
export function wireOf(maxBytes: number, watch?: (said: string) => void): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const seen = watch === undefined || !response.ok ? () => {} : watching(watch);
    const text = await bodyOf(response, maxBytes, seen);
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
