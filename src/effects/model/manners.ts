import { z } from 'zod';

/**
 * What a server of OpenAI's API takes of a request. Everybody starts with all of it; what is refused is left out from then on. The
 * refusals are those of openai, Azure, vLLM, llama.cpp, Ollama, LM Studio, LiteLLM, Mistral, Groq, DeepSeek, OpenRouter and their kin.
 */
export const Manners = z.object({
  /** What the limit of an answer is called. */
  limit: z.enum(['max_completion_tokens', 'max_tokens', 'none']),
  /** How JSON is asked for: by its schema, as any JSON, or in the prompt alone. */
  format: z.enum(['schema', 'json', 'none']),
  system: z.boolean(),
  stream: z.boolean(),
  /** Whether it sends an answer in pieces to who wants to watch. */
  pieces: z.boolean().default(true),
  effort: z.boolean(),
  temperature: z.boolean(),
  /** What an answer may take, in tokens; null for what is configured. */
  room: z.number().int().nullable(),
  /** What the base address lacks: servers are told by their root, and answer below it. */
  prefix: z.enum(['', '/v1']),
});
export type Manners = z.infer<typeof Manners>;

export const FULL: Manners = {
  limit: 'max_completion_tokens',
  format: 'schema',
  system: true,
  stream: false,
  pieces: true,
  effort: true,
  temperature: true,
  room: null,
  prefix: '',
};

/** What the oldest servers know. */
const PLAIN = { limit: 'max_tokens', format: 'none', effort: false, temperature: false } as const;

/** A failure of the server itself that is one of how it was asked: of its grammar for JSON, or of the model's template. */
const FORMAL = /grammar|schema|response_format|template|jinja|system role|not support|unsupported/i;
/** An answer of less than this is of no use. */
const LEAST_ROOM = 700;

export type Refusal = { readonly status: number; readonly words: string };

const lessFormal = (manners: Manners): Manners => ({
  ...manners,
  format: manners.format === 'schema' ? 'json' : 'none',
});

type Lesson = readonly [sign: RegExp, learned: (manners: Manners, words: string, room: number) => Manners];

/** In this order: a refusal of one thing often names others that are fine. */
const LESSONS: readonly Lesson[] = [
  [
    /context (?:length|window|size)|\bn_ctx\b|too (?:large|long|many tokens)|at most \d+ (?:completion |output )?tokens|(?:less|lower|smaller) than or equal to \d{3,6}|\[1, ?\d{3,6}\]/i,
    (manners, words, room) => {
      const named = /(?:at most|equal to|\[1,) ?(\d{3,6})/i.exec(words)?.[1];
      const most = named === undefined || Number(named) >= room ? Math.floor(room / 2) : Number(named);
      return most < LEAST_ROOM ? manners : { ...manners, room: most };
    },
  ],
  [/\bstream(?:ing)?\b/i, (manners) => ({ ...manners, stream: true })],
  [
    /\bmax_completion_tokens\b|\bmax_tokens\b/i,
    (manners) => ({ ...manners, limit: manners.limit === 'max_completion_tokens' ? 'max_tokens' : 'none' }),
  ],
  [/reasoning|\beffort\b|\bthinking\b/i, (manners) => ({ ...manners, effort: false })],
  [/temperature/i, (manners) => ({ ...manners, temperature: false })],
  [/response[_ ]?format|json|schema|structured|grammar|guided|support the requested parameters/i, lessFormal],
  [/\bsystem\b|roles? must alternate|first message/i, (manners) => ({ ...manners, system: false })],
];

const same = (left: Manners, right: Manners): boolean => JSON.stringify(left) === JSON.stringify(right);

/**
 * What a refusal teaches, or null where it is about something else. A server that does not say what it refuses is asked in the plainest
 * way, then without a system message. `room`: the tokens that were asked for; `watched`: the answer was wanted in pieces.
 */
export function learn(manners: Manners, { status, words }: Refusal, room: number, watched = false): Manners | null {
  if (status === 404 || status === 405)
    return manners.prefix === '' && !/model/i.test(words) ? { ...manners, prefix: '/v1' } : named(manners, words, room);
  if (![400, 422, 500, 501].includes(status)) return null;
  const whole: Manners | null = watched && manners.pieces ? { ...manners, pieces: false } : null;
  if (whole !== null && /stream|include_usage/i.test(words)) return whole;
  if (status >= 500) return FORMAL.test(words) ? named(manners, words, room) : null;
  const learned = named(manners, words, room);
  if (learned !== null) return learned;
  if (whole !== null) return whole;
  const plain: Manners = { ...manners, ...PLAIN };
  if (!same(plain, manners)) return plain;
  return manners.system ? { ...manners, system: false } : null;
}

function named(manners: Manners, words: string, room: number): Manners | null {
  for (const [sign, lesson] of LESSONS) {
    const learned = sign.test(words) ? lesson(manners, words, room) : manners;
    if (!same(learned, manners)) return learned;
  }
  return null;
}

/** What was found out, for people; null where the server takes everything. */
export function inWords(manners: Manners): string | null {
  const found = [
    manners.format === 'schema' ? null : manners.format === 'json' ? 'JSON mode instead of schemas' : 'no JSON mode',
    manners.limit === FULL.limit ? null : manners.limit === 'none' ? 'no limit of tokens' : manners.limit,
    manners.system ? null : 'no system message',
    manners.stream ? 'streaming only' : null,
    manners.pieces ? null : 'no streaming',
    manners.effort ? null : 'no reasoning_effort',
    manners.temperature ? null : 'no temperature',
    manners.room === null ? null : `${manners.room} tokens an answer`,
    manners.prefix === '' ? null : 'below /v1',
  ].filter((each) => each !== null);
  return found.length === 0 ? null : found.join(', ');
}
