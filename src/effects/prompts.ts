import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { PromptTemplate } from '../ports/language-model.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'prompts');

/** `name: value` lines between two lines of dashes, then the system message, then `## User` and the user message. */
const LAYOUT = /^---\n([\s\S]*?)\n---\n([\s\S]*?)\n## User\n([\s\S]*)$/;
const PLACE = /\{\{(\w+)\}\}/g;

function headOf(name: string, text: string): Map<string, string> {
  return new Map(
    text.split('\n').map((line) => {
      const [, key, value] = /^(\w+):\s*(.+)$/.exec(line) ?? [];
      if (key === undefined || value === undefined) {
        throw new ParseError(
          name,
          `prompts/${name}.md: expected "name: value" in its head, got ${JSON.stringify(line)}`,
        );
      }
      return [key, value] as const;
    }),
  );
}

/**
 * A prompt from its Markdown: the head names its `inputs` (comma separated) and its `reply` schema, and each input has its place
 * `{{input}}` in the user message. The version is its name and content. Throws a ParseError that says what is wrong.
 */
export function parsePrompt(name: string, text: string): PromptTemplate & { readonly reply: string } {
  const [, head, system, user] = LAYOUT.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined || system === undefined || user === undefined) {
    throw new ParseError(
      name,
      `prompts/${name}.md: expected a head between --- lines, a system message, and "## User"`,
    );
  }
  const fields = headOf(name, head);
  const reply = fields.get('reply');
  const inputs = new Set(fields.get('inputs')?.split(/,\s*/) ?? []);
  if (reply === undefined || inputs.size === 0) {
    throw new ParseError(name, `prompts/${name}.md: its head must name "inputs" and "reply"`);
  }
  const places = new Set(Array.from(user.matchAll(PLACE), ([, place = '']) => place));
  if (system.includes('{{'))
    throw new ParseError(name, `prompts/${name}.md: inputs are data and belong into the user message`);
  const odd = [...inputs.symmetricDifference(places)];
  if (odd.length > 0) {
    throw new ParseError(
      name,
      `prompts/${name}.md: named in the head or used in the text, not both: ${odd.join(', ')}`,
    );
  }
  const version = `${name}@${sha256(text).slice(0, 12)}`;
  return {
    version,
    reply,
    fill(given) {
      const missing = [...inputs.symmetricDifference(new Set(Object.keys(given)))];
      if (missing.length > 0)
        throw new ParseError(name, `prompts/${name}.md: missing or unknown inputs: ${missing.join(', ')}`);
      return {
        version,
        system: system.trim(),
        user: user.trim().replace(PLACE, (_, place: string) => given[place] ?? ''),
      };
    },
  };
}

/** The prompt `prompts/<name>.md`, checked to ask for the reply that the program reads. Throws a ParseError that says what is wrong. */
export function readPrompt(name: string, reply: string): PromptTemplate {
  let text: string;
  try {
    text = readFileSync(join(FOLDER, `${name}.md`), 'utf8');
  } catch (error) {
    throw new ParseError(name, `prompts/${name}.md cannot be read; install Debrief again`, { cause: error });
  }
  const prompt = parsePrompt(name, text);
  if (prompt.reply !== reply) {
    throw new ParseError(name, `prompts/${name}.md: its reply is ${prompt.reply}; expected ${reply}`);
  }
  return prompt;
}
