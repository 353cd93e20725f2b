/** The name of something that is known of a candidate, hashed to 32 bits: there are as many as there are words and ways between them. */
export type Name = number;

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo). */
export function nameOf(text: string): Name {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

/** Two things that are known together. */
export function both(one: Name, other: Name): Name {
  const mixed = Math.imul(one ^ (other >>> 15) ^ (other << 17), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Each with another. */
export const withEach = (one: Name, others: readonly Name[]): Name[] => others.map((other) => both(one, other));

/** A few, or how many about: numbers that tell the same share a name. */
export const about = (n: number): string => (n <= 3 ? `${n}` : n <= 6 ? '4-6' : n <= 12 ? '7-12' : '13+');
