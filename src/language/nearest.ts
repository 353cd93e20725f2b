/** Number of edits between two words: insertions, deletions, replacements, and neighbours that changed places (Damerau 1964). */
function distance(a: string, b: string): number {
  const others = [...b];
  let before: readonly number[] = [];
  let row: readonly number[] = [0, ...others.map((_, index) => index + 1)];
  let last = '';
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of others.entries()) {
      const swapped = letter === others[j - 1] && other === last ? (before[j - 1] ?? Infinity) + 1 : Infinity;
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, replaced, swapped));
    }
    before = row;
    row = next;
    last = letter;
  }
  return row.at(-1) ?? 0;
}

/** The candidate that a mistyped word most likely means: one edit for each three of its letters, at least one, else null. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  const word = typed.toLowerCase();
  let best: { readonly candidate: string; readonly edits: number } | null = null;
  for (const candidate of candidates) {
    const most = Math.max(1, Math.floor(candidate.length / 3));
    // Lengths that differ by more take more edits, however long the word is that somebody sent.
    if (Math.abs(candidate.length - word.length) > most) continue;
    const edits = distance(word, candidate.toLowerCase());
    if (edits <= most && edits < (best?.edits ?? Infinity)) best = { candidate, edits };
  }
  return best?.candidate ?? null;
}
