import { z } from 'zod';

const Part = z.object({ type: z.string().optional(), text: z.string().optional() });
const Content = z.union([z.string(), z.array(Part)]).nullish();
const Choice = z.object({
  message: z
    .object({
      content: Content,
      refusal: z.string().nullish(),
      reasoning_content: z.string().nullish(),
      reasoning: z.string().nullish(),
      tool_calls: z.array(z.object({ function: z.object({ arguments: z.string() }) })).nullish(),
    })
    .nullish(),
  finish_reason: z.string().nullish(),
});
const Usage = z.object({
  prompt_tokens: z.number().nullish(),
  completion_tokens: z.number().nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: z.number().nullish() }).nullish(),
});

/** A chat completion as any server sends it. */
export const ChatReply = z.object({
  choices: z.array(Choice).nullish(),
  usage: Usage.nullish().catch(null),
  model: z.string().nullish().catch(null),
});
export type ChatReply = z.infer<typeof ChatReply>;

const textOf = (content: z.infer<typeof Content>): string =>
  typeof content === 'string'
    ? content
    : (content ?? [])
        .filter(({ type }) => type === undefined || type === 'text' || type === 'output_text')
        .map(({ text }) => text ?? '')
        .join('');

export type Said = {
  readonly text: string;
  /** What it thought on the way, where the server tells that apart. */
  readonly thought: string;
  readonly refusal: string | null;
  readonly finish: string | null;
  /** Whether part of what it had room for went into thinking. */
  readonly thinks: boolean;
};

export function saidIn({ choices, usage }: ChatReply): Said {
  const [choice] = choices ?? [];
  const message = choice?.message;
  const thought = message?.reasoning_content ?? message?.reasoning ?? '';
  const content = textOf(message?.content).trim();
  return {
    // Asked for JSON, some models call a tool that nobody offered.
    text: content === '' ? (message?.tool_calls?.[0]?.function.arguments ?? '') : content,
    thought,
    refusal: message?.refusal ?? null,
    finish: choice?.finish_reason ?? null,
    thinks:
      thought !== '' ||
      (usage?.completion_tokens_details?.reasoning_tokens ?? 0) > 0 ||
      /^\s*(?:<think|\[THINK)/i.test(content),
  };
}

const Delta = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({ content: Content, reasoning_content: z.string().nullish(), reasoning: z.string().nullish() })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: Usage.nullish().catch(null),
  model: z.string().nullish().catch(null),
  error: z.unknown().optional(),
});

/** Server-sent events added up as they come, cut wherever they may be. */
export type Sum = {
  /** Throws for an event that is none of a completion. */
  add(text: string): void;
  /** What was said so far, without what was thought. */
  said(): string;
  /** The completion that they add up to, or the error that one of them tells. */
  whole(): object;
};

export function sum(): Sum {
  let rest = '';
  let content = '';
  let reasoning = '';
  let finish: string | null = null;
  let usage: unknown = null;
  let model: string | null = null;
  let error: unknown = null;
  const take = (line: string): void => {
    const data = /^data: ?(.*)$/.exec(line)?.[1];
    if (data === undefined || data === '[DONE]' || data === '' || error !== null) return;
    const delta = Delta.parse(JSON.parse(data));
    error = delta.error ?? null;
    const [choice] = delta.choices ?? [];
    content += textOf(choice?.delta?.content);
    reasoning += choice?.delta?.reasoning_content ?? choice?.delta?.reasoning ?? '';
    finish = choice?.finish_reason ?? finish;
    usage = delta.usage ?? usage;
    model = delta.model ?? model;
  };
  return {
    add(text) {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    },
    said: () => content,
    whole() {
      take(rest);
      rest = '';
      if (error !== null) return { error };
      const message = { content, reasoning_content: reasoning };
      return { choices: [{ message, finish_reason: finish }], usage, model };
    },
  };
}

/** The same of a whole stream. */
export function fold(stream: string): object {
  const events = sum();
  events.add(stream);
  return events.whole();
}
