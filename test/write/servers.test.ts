import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createModel } from '../../src/effects/model.ts';
import { write } from '../../src/write/index.ts';
import { article, quiet } from '../samples.ts';
import { inputOf } from './newsroom-day.ts';
import { editorAt } from './scripted.ts';

/** Servers of OpenAI's API as they are met, each told by what it does otherwise; one real server plays them all. */

const INPUT = inputOf([
  article(
    'loan',
    'Corvid Data borrowed $1.5 billion from private lenders on Monday. The loan has a term of seven years.',
    {
      title: 'Corvid Data borrows from private lenders',
    },
  ),
]);
const EXTRACTIVE = await write(INPUT, { editor: null });
const LEAD = 'Corvid Data borrowed $1.5 billion on Monday from private lenders.';
const line = (text: string, rests: unknown) => ({ text, rests, translation: null });
const REPLY = { headline: line('Corvid Data borrows $1.5 billion', ['s1']), lead: line(LEAD, ['s1']), points: [] };
const TEXT = JSON.stringify(REPLY);

const Body = z.record(z.string(), z.unknown());
type Body = z.infer<typeof Body>;
type Answer = {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
};
type Server = (body: Body, request: { readonly path: string; readonly headers: IncomingMessage['headers'] }) => Answer;

const message = (fields: object, rest: object = {}): Answer => ({
  body: {
    model: 'served',
    choices: [{ index: 0, message: { role: 'assistant', ...fields }, finish_reason: 'stop', ...rest }],
  },
});
const says = (content: unknown): Answer => message({ content });
const error = (words: string, status = 400, rest: object = {}): Answer => ({
  status,
  body: { error: { message: words, ...rest } },
});
const formatOf = (body: Body): unknown => z.object({ type: z.string() }).safeParse(body.response_format).data?.type;
const rolesOf = (body: Body): string[] =>
  z
    .array(z.object({ role: z.string() }))
    .parse(body.messages)
    .map(({ role }) => role);
/** Refuses what a test names, and answers the rest. */
const unless =
  (refused: (body: Body) => Answer | null | false, answer = says(TEXT)): Server =>
  (body) =>
    refused(body) || answer;
const stream = (pieces: readonly object[]): Answer => ({
  type: 'text/event-stream',
  body: `: OPENROUTER PROCESSING\n\n${pieces.map((piece) => `data: ${JSON.stringify(piece)}\n\n`).join('')}data: [DONE]\n\n`,
});
const streamed = stream([
  { model: 'served', choices: [{ delta: { role: 'assistant', content: '' } }] },
  ...(TEXT.match(/.{1,40}/g)?.map((content) => ({ choices: [{ delta: { content }, finish_reason: null }] })) ?? []),
  { choices: [{ delta: {}, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 9, completion_tokens: 9 } },
]);
const starved = (body: Body): Answer => {
  const room = Number(body.max_completion_tokens);
  const usage = { prompt_tokens: 500, completion_tokens: room, completion_tokens_details: { reasoning_tokens: room } };
  const { body: reply } = message({ content: '' }, { finish_reason: 'length' });
  return room > 5000 ? says(TEXT) : { body: { ...Object(reply), usage } };
};

const WRITES: readonly (readonly [string, Server])[] = [
  ['one that takes everything', () => says(TEXT)],
  [
    'a reasoning model: no temperature',
    unless(
      ({ temperature }) =>
        temperature !== undefined &&
        error(
          "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
          400,
          { param: 'temperature', code: 'unsupported_value' },
        ),
    ),
  ],
  [
    'one that knows no reasoning_effort',
    unless(
      ({ reasoning_effort: effort }) =>
        effort !== undefined && error('Unrecognized request argument supplied: reasoning_effort'),
    ),
  ],
  [
    'an old deployment: max_tokens, and JSON mode',
    unless((body) =>
      'max_completion_tokens' in body
        ? error('Unrecognized request argument supplied: max_completion_tokens')
        : formatOf(body) === 'json_schema' &&
          error('response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later'),
    ),
  ],
  [
    'one that takes no limit at all',
    unless(
      (body) =>
        ('max_tokens' in body || 'max_completion_tokens' in body) &&
        error(`Unsupported parameter: ${Object.keys(body).find((name) => name.startsWith('max_'))}`),
    ),
  ],
  [
    'one that forbids fields it does not know, by place',
    unless(
      (body) =>
        'max_completion_tokens' in body && {
          status: 422,
          body: {
            detail: [
              {
                type: 'extra_forbidden',
                loc: ['body', 'max_completion_tokens'],
                msg: 'Extra inputs are not permitted',
              },
            ],
          },
        },
    ),
  ],
  [
    'one whose errors stand at the top',
    unless(
      (body) =>
        formatOf(body) === 'json_schema' && {
          status: 400,
          body: { object: 'error', message: 'guided decoding is not available', type: 'BadRequestError', code: 400 },
        },
    ),
  ],
  [
    'one that fails on a grammar',
    unless((body) => formatOf(body) === 'json_schema' && error('Failed to parse grammar', 500)),
  ],
  [
    'one without any JSON mode',
    unless((body) => formatOf(body) !== undefined && error("'response_format.type' must be 'text'")),
  ],
  [
    'one that could not make JSON under its own check',
    unless(
      (body) =>
        formatOf(body) !== undefined &&
        error('Failed to generate JSON. Please adjust your prompt. See failed_generation for more details.', 400, {
          code: 'json_validate_failed',
        }),
    ),
  ],
  [
    'a router that names parameters with 404',
    unless(
      (body) =>
        formatOf(body) === 'json_schema' && error('No endpoints found that support the requested parameters', 404),
    ),
  ],
  [
    'a proxy that names a dictionary',
    unless(
      ({ reasoning_effort: effort }) =>
        effort !== undefined &&
        error("litellm.UnsupportedParamsError: does not support parameters: {'reasoning_effort': 'low'}"),
    ),
  ],
  [
    'a template without a system role',
    unless(
      (body) =>
        rolesOf(body).includes('system') &&
        error('Conversation roles must alternate user/assistant; System role not supported'),
    ),
  ],
  [
    'one that only streams',
    unless(
      ({ stream: asked }) =>
        asked !== true && error('This model only support stream mode, please enable the stream parameter'),
      streamed,
    ),
  ],
  ['one that streams unasked, with comments between', () => streamed],
  [
    'one that refuses without a word',
    unless(
      (body) =>
        (body.reasoning_effort !== undefined ||
          body.temperature !== undefined ||
          body.response_format !== undefined) && { status: 400, type: 'text/plain', body: 'Bad Request' },
    ),
  ],
  [
    'a small context',
    unless(
      (body) =>
        Number(body.max_completion_tokens) > 2500 &&
        error(
          "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (1000 in the messages, 4000 in the completion).",
        ),
    ),
  ],
  [
    'one that names the most it writes',
    unless(
      (body) =>
        Number(body.max_completion_tokens) > 2048 &&
        error('max_tokens is too large: 4000. This model supports at most 2048 completion tokens'),
    ),
  ],
  [
    'one that is told by its root',
    (_, { path }) =>
      path.includes('/v1/') ? says(TEXT) : { status: 404, type: 'text/plain', body: '404 page not found' },
  ],
  [
    'one that wants its key in another header, and a query',
    (_, { path, headers }) =>
      path.includes('api-version=1') && headers.authorization !== undefined ? says(TEXT) : error('no', 401),
  ],
  ['thoughts in marks', () => says(`<think>The lenders matter {most}. "s1" it is.</think>\n${TEXT}`)],
  ['thoughts whose opening mark is gone', () => says(`So: {"headline": ...}?\n</think>\n\n${TEXT}`)],
  ['thoughts in brackets', () => says(`[THINK]hm[/THINK]${TEXT}`)],
  [
    'channels left in',
    () =>
      says(`<|channel|>analysis<|message|>Think.<|end|><|start|>assistant<|channel|>final<|message|>${TEXT}<|return|>`),
  ],
  ['a fence in capitals, and words around it', () => says(`Here you are:\n~~~JSON\n${TEXT}\n~~~\nAnything else?`)],
  ['a fence of four with a name of its own', () => says(`\`\`\`\`json5\n${TEXT}\n\`\`\`\``)],
  [
    'parts',
    () =>
      says([
        { type: 'thinking', thinking: [] },
        { type: 'text', text: TEXT.slice(0, 30) },
        { type: 'text', text: TEXT.slice(30) },
      ]),
  ],
  [
    'a tool that nobody offered',
    () =>
      message({
        content: null,
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'reply', arguments: TEXT } }],
      }),
  ],
  ['all of it taken for thought', () => message({ content: '', reasoning_content: `Let me see. ${TEXT}` })],
  ['a model that thinks until its room is gone', starved],
  ['JSON mode that sends nothing', unless((body) => formatOf(body) !== undefined && says(''))],
  [
    'JSON of somebody who writes Python',
    () => says(TEXT.replaceAll('null', 'None').replaceAll('"', "'").replace(/}$/, ',}')),
  ],
  ['JSON as text of JSON', () => says(JSON.stringify(TEXT))],
  ['a reply in a wrapper', () => says(JSON.stringify({ reply: REPLY }))],
  [
    'ids as numbers, and no more than must be',
    () => says(JSON.stringify({ headline: { text: REPLY.headline.text, rests: [1] }, lead: { text: LEAD, rests: 1 } })),
  ],
  ['ids in brackets', () => says(JSON.stringify({ ...REPLY, lead: line(LEAD, '[s1], [s2]') }))],
  ['a list around it', () => says(`[${TEXT}]`)],
  ['nothing but choices', () => ({ body: { choices: [{ message: { content: TEXT } }] } })],
];

const FAILS: readonly (readonly [string, Server, RegExp, RegExp])[] = [
  [
    'a wrong key, repeated in the answer',
    () => error('Incorrect API key provided: sk-test-key-of-somebody', 401),
    /key was not accepted/,
    /401: “Incorrect API key provided: \[hidden\]”; check OPENAI_API_KEY/,
  ],
  ['no credit', () => error('Insufficient Balance', 402), /key was not accepted/, /Insufficient Balance.*credit/],
  [
    'a model that is not there',
    () => error('model "gpt-5-mini" not found, try pulling it first', 404),
    /not there/,
    /try pulling it first/,
  ],
  ['a model that is still being loaded', () => error('Loading model', 503), /server failed/, /Loading model/],
  [
    'an error within an answer of 200',
    () => ({ body: { error: { code: 429, message: 'Rate limit exceeded: free-models-per-day' } } }),
    /too busy/,
    /429: “Rate limit exceeded/,
  ],
  [
    'a filter of the house',
    () =>
      error("The response was filtered due to the prompt triggering Azure OpenAI's content management policy", 400, {
        code: 'content_filter',
      }),
    /held back/,
    /content management policy/,
  ],
  [
    'an answer held back',
    () => message({ content: '' }, { finish_reason: 'content_filter' }),
    /held back/,
    /content filter/,
  ],
  ['a refusal', () => message({ content: null, refusal: 'I cannot help with that.' }), /refused/, /refused/],
  [
    'an answer that is cut off',
    () => message({ content: TEXT.slice(0, 40) }, { finish_reason: 'length' }),
    /cut off/,
    /limit of tokens/,
  ],
  [
    'a page of somebody else',
    () => ({ type: 'text/html', body: '<html>Sign in to the hotel’s network</html>' }),
    /could not be read/,
    /not JSON; check OPENAI_BASE_URL/,
  ],
  ['chat', () => says('Good morning! Here is what happened.'), /could not be read/, /not JSON/],
  ['another shape', () => says('{"summary": "Corvid Data borrowed."}'), /could not be read/, /another shape/],
  ['an empty list of choices', () => ({ body: { choices: [] } }), /no answer/, /empty/],
];

let kind: Server = () => says(TEXT);
const asked: Body[] = [];
const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const body = Body.parse(JSON.parse(text));
  asked.push(body);
  const {
    status = 200,
    type = 'application/json',
    body: reply,
    headers = {},
  } = kind(body, { path: request.url ?? '', headers: request.headers });
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(typeof reply === 'string' ? reply : JSON.stringify(reply));
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const modelAt = (
  path = '/api?api-version=1',
  memory?: { recall(): Promise<string | null>; keep(found: string): Promise<void> },
) =>
  createModel({
    key: 'sk-test-key-of-somebody',
    baseUrl: `${address}${path}`,
    name: 'gpt-5-mini',
    effort: 'low',
    ...(memory === undefined ? {} : { memory }),
  });

async function morning(as: Server) {
  kind = as;
  asked.length = 0;
  const warnings: string[] = [];
  const log = { ...quiet, warn: (fields: object) => void warnings.push(JSON.stringify(fields)) };
  const debrief = await write(INPUT, { editor: { ...editorAt(address), model: modelAt(), log } });
  return { debrief, warnings: warnings.join('\n') };
}

describe('a model writes the debrief behind a server of this kind', () => {
  it.each(WRITES)('%s', async (_, as) => {
    const { debrief, warnings } = await morning(as);
    expect(warnings).toBe('');
    expect(debrief.writer).toMatchObject({ kind: 'model', note: null });
    expect(debrief.inShort[0]?.text).toBe(LEAD);
  });
});

describe('the articles’ own sentences stand, with the true reason, behind a server of this kind', () => {
  it.each(FAILS)('%s', async (_, as, note, words) => {
    const { debrief, warnings } = await morning(as);
    expect(debrief.inShort).toEqual(EXTRACTIVE.inShort);
    expect(debrief.writer).toMatchObject({ kind: 'extractive', note: expect.stringMatching(note) });
    expect(warnings).toMatch(words);
    expect(warnings).not.toContain('sk-test-key');
  });
});

describe('what a server does not take', () => {
  const Reply = z.object({ headline: z.unknown() });
  const PROMPT = { version: 'test@1', system: 'Answer in JSON.', user: 'What happened?' };
  const picky = unless((body) =>
    body.temperature !== undefined
      ? error('temperature is not supported')
      : formatOf(body) === 'json_schema' && error('json_schema is not supported'),
  );

  it('is found out once, and told', async () => {
    kind = picky;
    asked.length = 0;
    const model = modelAt();
    await model.complete(PROMPT, Reply);
    expect(asked).toHaveLength(3);
    await model.complete(PROMPT, Reply);
    expect(asked).toHaveLength(4);
    expect(model.found()).toBe('JSON mode instead of schemas, no temperature');
  });

  it('is known at the next start', async () => {
    kind = picky;
    let kept: string | null = null;
    const memory = {
      recall: async () => kept,
      async keep(found: string) {
        kept = found;
      },
    };
    await modelAt('/v1', memory).complete(PROMPT, Reply);
    asked.length = 0;
    await modelAt('/v1', memory).complete(PROMPT, Reply);
    expect(asked).toHaveLength(1);
  });

  it('is not learned from a server that only fails', async () => {
    kind = () => error('Internal system error', 500);
    asked.length = 0;
    const model = modelAt();
    await expect(model.complete(PROMPT, Reply)).rejects.toMatchObject({ kind: 'server' });
    expect(asked).toHaveLength(1);
    kind = () => error('This account may not do that');
    await expect(model.complete(PROMPT, Reply)).rejects.toThrow(/may not do that/);
    expect(model.found()).toBeNull();
  });

  it('costs what it took to find out', async () => {
    kind = starved;
    const { usage } = await modelAt().complete(PROMPT, Reply);
    expect(usage.outputTokens).toBeGreaterThan(4000);
  });
});
