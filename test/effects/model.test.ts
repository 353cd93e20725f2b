import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createModel } from '../../src/effects/model.ts';
import { ModelError } from '../../src/errors.ts';

const Reply = z.object({ answer: z.string() });
const PROMPT = { version: 'test@1', system: 'Answer in JSON.', user: 'How much power does the campus lease?' };
const ANSWER = { answer: 'Northwind leases 2.4 GW.' };
const KEY = 'sk-very-secret-key';

const mock = new LLMock({ port: 0, logLevel: 'silent' });
let address = '';

beforeAll(async () => {
  address = (await mock.start()).replace(/\/$/, '');
  // What the mock's fixtures do not do: replies of a shape or a size that no fixture has.
  mock.mount('/odd', {
    handleRequest: async (request, response, path) => {
      if (path.startsWith('/refusing')) {
        const message = { role: 'assistant', content: null, refusal: 'I cannot help with that.' };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ id: 'r', model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }] }));
      } else if (path.startsWith('/dropping')) {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('{"id":"d","choices":[{"index":0,"message":');
        setTimeout(() => request.socket.destroy(), 20);
      } else if (path.startsWith('/page')) {
        response.setHeader('content-type', 'application/json');
        response.end('<html>This is a proxy that knows nothing of models.</html>');
      } else if (path.startsWith('/old')) {
        // A server that knows JSON mode and no schemas.
        let body = '';
        for await (const chunk of request) body += chunk;
        const plain = body.includes('json_object');
        response.writeHead(plain ? 200 : 400, { 'content-type': 'application/json' });
        const message = { role: 'assistant', content: `\`\`\`json\n${JSON.stringify(ANSWER)}\n\`\`\`` };
        response.end(
          plain
            ? JSON.stringify({ id: 'o', model: 'old', choices: [{ index: 0, message, finish_reason: 'stop' }] })
            : JSON.stringify({ error: { message: 'response_format json_schema is not supported' } }),
        );
      } else if (path.startsWith('/pieces') || path.startsWith('/aloud')) {
        // Event by event, each cut in two within a character.
        const thought = path.startsWith('/aloud') ? '<think>{"answer": "no"}</think>' : '';
        response.setHeader('content-type', 'text/event-stream');
        for (const content of [thought, '{"answers": [{"text": "Zürich"},', '{"text": "Gen', 'ève"}]}']) {
          const event = Buffer.from(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
          const at = Math.max(1, event.indexOf(0xc3) + 1);
          response.write(event.subarray(0, at));
          await new Promise((resolve) => setTimeout(resolve, 2));
          response.write(event.subarray(at));
        }
        const usage = { prompt_tokens: 41, completion_tokens: 9 };
        response.end(`data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
      } else if (path.startsWith('/whole')) {
        let body = '';
        for await (const chunk of request) body += chunk;
        const isWhole = !body.includes('"stream"');
        response.writeHead(isWhole ? 200 : 422, { 'content-type': 'application/json' });
        const message = { role: 'assistant', content: JSON.stringify(ANSWER) };
        response.end(
          isWhole
            ? JSON.stringify({ id: 'w', model: 'w', choices: [{ index: 0, message, finish_reason: 'stop' }] })
            : JSON.stringify({ detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra' }] }),
        );
      } else return false;
      return true;
    },
  });
});
afterAll(() => mock.stop());
beforeEach(() => {
  mock.clearFixtures();
  mock.clearRequests();
});

const model = (path = '/v1', options: { timeoutMs?: number } = {}) =>
  createModel({ key: KEY, baseUrl: `${address}${path}`, name: 'gpt-5-mini', ...options });

async function failure(path?: string, options?: { timeoutMs?: number }): Promise<ModelError> {
  const error: unknown = await model(path, options)
    .complete(PROMPT, Reply)
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  if (!(error instanceof ModelError)) throw new Error(`expected a ModelError, got ${String(error)}`);
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(KEY);
  return error;
}

describe('a model over HTTP', () => {
  it('answers in the shape that was asked for, and tells what it cost', async () => {
    mock.onMessage(/campus/, { content: JSON.stringify(ANSWER), usage: { prompt_tokens: 41, completion_tokens: 9 } });
    const { value, usage } = await model().complete(PROMPT, Reply);
    expect(value).toEqual(ANSWER);
    expect(usage).toEqual({ inputTokens: 41, outputTokens: 9 });
    expect(mock.getLastRequest()?.body).toMatchObject({
      model: 'gpt-5-mini',
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it('can be watched while it answers, costs counted', async () => {
    const Places = z.object({ answers: z.array(z.object({ text: z.string() })) });
    const seen: unknown[] = [];
    const whole = { answers: [{ text: 'Zürich' }, { text: 'Genève' }] };
    const { value, usage } = await model('/odd/pieces').complete(PROMPT, Places, undefined, (begun) =>
      seen.push(begun),
    );
    expect(value).toEqual(whole);
    expect(usage).toEqual({ inputTokens: 41, outputTokens: 9 });
    expect(seen).toEqual([{ answers: [{ text: 'Zürich' }] }, whole]);
    expect(mock.getRequests()).toEqual([]);
    // What it thinks aloud is no beginning of an answer.
    const aloud: unknown[] = [];
    await model('/odd/aloud').complete(PROMPT, Places, undefined, (begun) => aloud.push(begun));
    expect(aloud.filter((begun) => begun !== undefined)).toEqual([]);
  });

  it('is asked for its answer whole where its server sends none in pieces, and is known for it', async () => {
    const kept: string[] = [];
    const memory = { recall: async () => kept.at(-1) ?? null, keep: async (found: string) => void kept.push(found) };
    const asked = createModel({ key: KEY, baseUrl: `${address}/odd/whole`, name: 'gpt-5-mini', memory });
    const seen: unknown[] = [];
    expect((await asked.complete(PROMPT, Reply, undefined, (begun) => seen.push(begun))).value).toEqual(ANSWER);
    expect(seen).toEqual([]);
    expect(asked.found()).toBe('no streaming');
  });

  it('falls back to JSON mode where the server knows no schemas, and reads JSON out of a fence', async () => {
    expect((await model('/odd/old').complete(PROMPT, Reply)).value).toEqual(ANSWER);
  });

  it.each([
    ['a wrong key', { error: { message: `Incorrect key: ${KEY}` }, status: 401 }, 'key'],
    ['an account without credit', { error: { message: 'no', code: 'insufficient_quota' }, status: 429 }, 'key'],
    ['too many requests', { error: { message: 'slow down' }, status: 429 }, 'rate'],
    ['a server that fails', { error: { message: 'oops' }, status: 503 }, 'server'],
    ['a model that is not there', { error: { message: 'no such model' }, status: 404 }, 'model'],
    ['an answer cut off', { content: '{"answer": "Nor', finishReason: 'length' }, 'length'],
    ['an answer held back', { content: '{', finishReason: 'content_filter' }, 'filter'],
    ['words instead of JSON', { content: 'Sure! Northwind leases 2.4 GW.' }, 'json'],
    ['another shape', { content: '{"reply": 4}' }, 'shape'],
    ['an empty reply', { content: '  ' }, 'empty'],
  ] as const)('tells %s', async (_, response, kind) => {
    mock.onMessage(/campus/, response);
    expect((await failure()).kind).toBe(kind);
  });

  it('passes on how long a busy server asks to wait', async () => {
    mock.onMessage(/campus/, { error: { message: 'slow down' }, status: 429, retryAfter: 7 });
    expect((await failure()).retryAfterMs).toBe(7000);
  });

  it('counts what an answer of no use cost', async () => {
    mock.onMessage(/campus/, { content: '{"reply": 4}', usage: { prompt_tokens: 41, completion_tokens: 9 } });
    expect((await failure()).usage).toEqual({ inputTokens: 41, outputTokens: 9 });
  });

  it('tells a refusal, a connection dropped in the middle, and a server that is no model', async () => {
    expect((await failure('/odd/refusing')).kind).toBe('refusal');
    expect((await failure('/odd/dropping')).kind).toBe('connection');
    expect((await failure('/odd/page')).kind).toBe('json');
  });

  it('tells a server that is not there', async () => {
    const error = await createModel({ key: KEY, baseUrl: 'http://127.0.0.1:1/v1', name: 'gpt-5-mini' })
      .complete(PROMPT, Reply)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'connection' });
  });

  it('gives up on an answer that takes too long', async () => {
    mock.onMessage(/campus/, { content: JSON.stringify(ANSWER) }, { chaos: { latencyMs: 2000 } });
    expect((await failure('/v1', { timeoutMs: 80 })).kind).toBe('timeout');
  });

  it('stops reading an answer of 10 MB', async () => {
    mock.onMessage(/campus/, { content: JSON.stringify({ answer: 'x'.repeat(10_000_000) }) });
    expect((await failure()).kind).toBe('too large');
  });
});
