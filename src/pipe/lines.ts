import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream, split at line feeds alone. `node:readline` also splits at U+2028 and U+2029, which may stand
 * unescaped in a JSON string (RFC 8259, section 7).
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest: string[] = [];
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield [...rest, piece].join('');
      rest = [];
    }
    if (last !== '') rest.push(last);
  }
  const end = rest.join('') + decoder.end();
  if (end !== '') yield end;
}
