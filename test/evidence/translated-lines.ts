/** A line of a debrief and what a translator made of it; `kind` is what is false in it, null for a true one. */
export type Translated = {
  readonly original: string;
  readonly language: string;
  readonly translation: string;
  readonly kind: string | null;
};

/** Reads blocks of an English line, true translations behind "de = " and false ones behind "de ! kind: ". */
export function translatedLines(notation: string): Translated[] {
  return notation.split(/\n\s*\n/).flatMap((block) => {
    const [original = '', ...lines] = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return lines.flatMap((line): Translated[] => {
      const [, language, sign, rest] = /^([a-z]{2}) ([=!]) (.+)$/u.exec(line) ?? [];
      if (language === undefined || rest === undefined) return [];
      const [kind = null, text = ''] = sign === '!' ? (/^([^:]+): (.+)$/u.exec(rest)?.slice(1) ?? []) : [null, rest];
      return [{ original, language, translation: text, kind }];
    });
  });
}
