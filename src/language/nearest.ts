/** Number of edits (insertions, deletions, replacements) between two words (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The candidate that a mistyped word most likely means: at most a third of its letters differ, else null. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  const word = typed.toLowerCase();
  let best: { readonly candidate: string; readonly edits: number } | null = null;
  for (const candidate of candidates) {
    const most = Math.max(1, Math.ceil(candidate.length / 3));
    // Lengths that differ by more take more edits, however long the word is that somebody sent.
    if (Math.abs(candidate.length - word.length) > most) continue;
    const edits = distance(word, candidate.toLowerCase());
    if (edits <= most && edits < (best?.edits ?? Infinity)) best = { candidate, edits };
  }
  return best?.candidate ?? null;
}
