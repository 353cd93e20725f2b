/** A text for comparing words: one kind of marks, dashes and white space, without case. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands between a source's quotation marks, and that a claim cannot take for its own words. */
export function quotedIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { at: number; mark: string } | null = null;
  for (let n = 0; n < text.length; n++) {
    const mark = text[n];
    if (mark === '“' || (mark === '"' && open === null)) open = { at: n + 1, mark: mark ?? '' };
    else if ((mark === '”' || mark === '"') && open !== null) {
      if (n > open.at) found.push({ start: open.at, end: n });
      open = null;
    }
  }
  return found;
}
