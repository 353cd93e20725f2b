/** `1 story`, `8 stories`: for languages with one plural. */
export function counted(count: number, one: string, many = `${one}s`, tag = 'en'): string {
  return `${count.toLocaleString(tag)} ${count === 1 ? one : many}`;
}

/** `8 件`: for languages whose words have no plural. */
export const countedAlike = (count: number, word: string, tag: string): string => `${count.toLocaleString(tag)}${word}`;
