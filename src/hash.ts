import { hash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, hexadecimal: names what has no name of its own. A shorter one is a prefix. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content);
}
