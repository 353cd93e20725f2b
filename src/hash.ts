import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, hexadecimal: names what has no name of its own. A shorter one is a prefix. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
