/** What a platform may offer at once. */
const OFFERED = 25;

/** Values that have the words, those that begin with them first. */
function having(values: readonly string[], words: string): string[] {
  const wanted = words.trim().toLowerCase();
  const has = values.filter((value) => value.toLowerCase().includes(wanted));
  const begins = (value: string): boolean => value.toLowerCase().startsWith(wanted);
  return [...has.filter(begins), ...has.filter((value) => !begins(value))];
}

/**
 * What a typed value may go on with: the values that have all of it, and, where an option takes several words, the values that have what
 * stands behind its last comma or space, each behind what stands before that: `weekdays 8:30 Ber`, `Nvidia, Core`.
 */
export function completed(values: readonly string[], typed: string, takesWords: boolean): readonly string[] {
  const heads = takesWords
    ? [/^.*,\s*/s, /^.*\s/s].flatMap((shape) => {
        const head = shape.exec(typed)?.[0];
        return head === undefined ? [] : [head];
      })
    : [];
  const said = new Set(typed.toLowerCase().split(/[,\s]+/));
  // What stands behind a comma may be several words: only where they lead to nothing does the last of them count alone.
  const [further = []] = heads
    .map((head) =>
      having(values, typed.slice(head.length))
        .filter((value) => !said.has(value.toLowerCase()))
        .map((value) => head + value),
    )
    .filter(({ length }) => length > 0);
  return [...new Set([...having(values, typed), ...further])].slice(0, OFFERED);
}
