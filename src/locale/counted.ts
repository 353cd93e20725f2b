/** A whole number, its digits in groups where there are a thousand or more: what groups them takes seven megabytes of tables that little else needs. */
const grouped = (count: number, tag: string): string => (count < 1000 ? String(count) : count.toLocaleString(tag));

/** `1 story`, `8 stories`: for languages with one plural. */
export function counted(count: number, one: string, many = `${one}s`, tag = 'en'): string {
  return `${grouped(count, tag)} ${count === 1 ? one : many}`;
}

/** `8 件`: for languages whose words have no plural. */
export const countedAlike = (count: number, word: string, tag: string): string => `${grouped(count, tag)}${word}`;
