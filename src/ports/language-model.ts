import type { z } from 'zod';

export type Prompt = {
  /** Name and content hash of the prompt file: stored with what it made. */
  readonly version: string;
  readonly system: string;
  /** Feeds' and people's words are in here, marked as data. */
  readonly user: string;
  /** Who pays beside the day: what is spent on one edition, say, has a cap of its own. */
  readonly scope?: string;
};

/** A prompt file: `fill` puts its inputs in, each by name. Throws where one is missing or unknown. */
export type PromptTemplate = {
  readonly version: string;
  fill(inputs: Readonly<Record<string, string>>): Omit<Prompt, 'scope'>;
};

export type Usage = { readonly inputTokens: number; readonly outputTokens: number };
export type Completion<T> = { readonly value: T; readonly usage: Usage; readonly model: string };

/** Told of a reply that is on its way: what stands of it so far, as a value of which the last part may lack its end. */
export type Watch = (begun: unknown) => void;

/** Rejects with a ModelError (`errors.ts`) whose kind tells what happened. A reply is data: parsed by `schema`. */
export type LanguageModel = {
  readonly name: string;
  /** `watch` is told where the model can be watched, and of each attempt anew; nothing that it is told is checked. */
  complete<T>(prompt: Prompt, schema: z.ZodType<T>, signal?: AbortSignal, watch?: Watch): Promise<Completion<T>>;
};
