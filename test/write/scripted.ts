/** Models that answer by a script, behind a real HTTP server, as the real client meets them. */
import { LLMock } from '@copilotkit/aimock';
import { z } from 'zod';
import { createModel } from '../../src/effects/model.ts';
import { readPrompt } from '../../src/effects/prompts.ts';
import type { Editor } from '../../src/write/index.ts';
import type { StoryReply } from '../../src/write/reply.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

export type Sentence = { readonly id: string; readonly text: string };

const Sentences = z.array(z.object({ id: z.string(), text: z.string() }));
const Refused = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    wrong: z.array(z.string()),
    sentences: z.record(z.string(), z.string()),
  }),
);
const Lines = z.array(z.object({ id: z.string(), line: z.string(), sentences: z.array(z.string()) }));
type Lines = z.infer<typeof Lines>;

/** What the server answers to a request: the reply to a story's sentences, or anything else it can say. */
export type Script = {
  readonly story: (sentences: readonly Sentence[]) => StoryReply;
  /** Writes a refused line again; without it, it insists. */
  readonly repair?: (
    line: { readonly text: string; readonly wrong: readonly string[] },
    sentences: readonly Sentence[],
  ) => string;
  /** What a second reader doubts of the lines that passed; nothing without it. */
  readonly read?: (lines: Lines) => { readonly id: string; readonly words: string }[];
};

/** The JSON after a label, on a line of its own or behind it. */
function jsonAfter(label: string, text: string): unknown {
  return JSON.parse(text.slice(text.indexOf('[', text.indexOf(label)), undefined).split('\n')[0] ?? '');
}

export type Studio = { readonly editor: Editor; readonly mock: LLMock; stop(): Promise<void> };

/** Starts a server on which `gpt-5-mini` follows the script. */
export async function studio(script: Script): Promise<Studio> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  mock.onMessage(/\(JSON\):/, (request) => {
    const { content } = request.messages.at(-1) ?? {};
    const text = typeof content === 'string' ? content : '';
    if (text.includes('The refused lines')) {
      const lines = Refused.parse(jsonAfter('The refused lines', text)).map(({ sentences, ...line }) => {
        const given = Object.entries(sentences).map(([id, each]) => ({ id, text: each }));
        const again = script.repair?.(line, given) ?? line.text;
        return { id: line.id, text: again, translation: null, rests: given.map(({ id }) => id) };
      });
      return { content: JSON.stringify({ lines }) };
    }
    if (text.includes('The lines (JSON):')) {
      const lines = Lines.parse(jsonAfter('The lines (JSON):', text));
      return { content: JSON.stringify({ doubts: script.read?.(lines) ?? [] }) };
    }
    return { content: JSON.stringify(script.story(Sentences.parse(jsonAfter('The sentences (JSON):', text)))) };
  });
  const address = await mock.start();
  return { editor: editorAt(`${address}/v1`), mock, stop: () => mock.stop() };
}

export function editorAt(baseUrl: string): Editor {
  return {
    model: createModel({ key: 'sk-test', baseUrl, name: 'gpt-5-mini', timeoutMs: 5000 }),
    prompts: {
      story: readPrompt('story', 'StoryReply'),
      repair: readPrompt('repair', 'RepairReply'),
      reader: readPrompt('reader', 'ReaderReply'),
    },
    timeLimitMs: 60_000,
    parallel: 4,
    secondReader: true,
    clock: virtualClock('2026-11-24T08:30:00.000Z'),
    log: quiet,
  };
}

/** An honest editor: the sentences themselves, the first three of a story. */
export function honest(sentences: readonly Sentence[]): StoryReply {
  const line = (index: number) => {
    const { id = 's1', text = '' } = sentences[index] ?? sentences[0] ?? {};
    return { text, rests: [id], translation: null };
  };
  return { headline: line(0), lead: line(0), points: sentences.slice(1, 3).map((_, index) => line(index + 1)) };
}
