/** The possessive of a name. */
export const possessive = (name: string): string => `${name}${name.endsWith('s') ? '’' : '’s'}`;

/** What somebody has is theirs; what is a product's is told by its name. */
export const owned = (noun: string, owner: string): string =>
  /\d/.test(owner) ? `${owner} ${noun}` : `${possessive(owner)} ${noun}`;

/** Does a text have the name of somebody in it? */
export const names = (text: string, who: string): boolean =>
  text.toLowerCase().includes((who.split(' ')[0] ?? who).toLowerCase().replace(/['’]s?$/, ''));

/** "Halden shares" of Halden Compute's are its shares: a noun without the beginning that is its owner's. */
export function without(noun: string, owner: string): string {
  const words = noun.split(' ');
  const own = new Set(owner.split(' '));
  while (words.length > 0 && own.has((words[0] ?? '').replace(/['’]s?$/, ''))) words.shift();
  return words.join(' ');
}
