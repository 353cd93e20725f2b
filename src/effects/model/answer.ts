import { jsonrepair } from 'jsonrepair';
import { z } from 'zod';
import { bend } from './bend.ts';

/** What models think aloud, in the marks of their makers; some templates swallow the opening one. */
const THOUGHT = /^[\s\S]*(?:<\/(?:think|thinking|thought|reasoning)>|\[\/THINK\]|◁\/think▷)/i;
/** The channels of OpenAI's open models, where a server leaves them in: what counts comes last. */
const CHANNEL = /^[\s\S]*<\|message\|>/;
const MARK = /<\|[a-z_]{1,20}\|>/g;

/** The outermost `{...}` of a text, the last first. Braces within strings are none. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = depth > 0;
    else if (sign === '{') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (sign === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, at + 1));
    }
  }
  const [first, last] = [text.indexOf('{'), text.lastIndexOf('}')];
  return [...new Set([...found.reverse(), ...(first >= 0 && last > first ? [text.slice(first, last + 1)] : [])])];
}

/** Objects in one answer that are looked at. */
const LOOKED_AT = 6;

function parsed(text: string, whole: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!whole) return undefined;
    try {
      // 'single quotes', None, trailing commas: the JSON of models that have seen more Python.
      return JSON.parse(jsonrepair(text));
    } catch {
      return undefined;
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What stands of an answer that is on its way, closed where it is open yet; undefined before it begins, and where anything else stands before
 * it, which may be thought rather than said.
 */
export function begunIn(text: string): unknown {
  const plain = text
    .trimStart()
    .replace(/^```(?:json)?/, '')
    .trimStart();
  return plain.startsWith('{') ? parsed(plain, true) : undefined;
}

export type Found<T> = { readonly value: T } | { readonly fault: 'json' | 'shape' };

/**
 * The value that was asked for, out of a model's text: with thoughts before it, words around it, in a fence, wrapped, or nearly in
 * shape. What is not `whole` was cut off: nothing of it is mended, as a line that lacks its end may say the opposite.
 */
export function answerIn<T>(text: string, schema: z.ZodType<T>, whole: boolean): Found<T> {
  const plain = text.replace(THOUGHT, '').replace(CHANNEL, '').replace(MARK, '');
  const all = parsed(plain.trim(), whole);
  // A server that takes JSON for text sends it in quotation marks.
  const inner = typeof all === 'string' ? all : plain;
  const found = [
    ...(isObject(all) ? [all] : []),
    ...objectsIn(inner)
      .slice(0, LOOKED_AT)
      .map((each) => parsed(each, whole))
      .filter(isObject),
  ];
  if (found.length === 0) return { fault: 'json' };
  const shape = z.toJSONSchema(schema);
  // "{"reply": {...}}" and "[{...}]"
  const wrapped = found.flatMap((value) => Object.values(value)).filter(isObject);
  for (const value of [...found, ...wrapped]) {
    const read = schema.safeParse(bend(value, shape));
    if (read.success) return { value: read.data };
  }
  return { fault: 'shape' };
}
