/** `1 story`, `8 stories`: for languages with one plural. */
export function counted(count: number, one: string, many = `${one}s`, tag = 'en'): string {
  return `${count.toLocaleString(tag)} ${count === 1 ? one : many}`;
}
