/**
 * What is not seen but acts: control characters (a terminal obeys them), overrides of the writing direction (they turn the words
 * behind them round; Unicode TR 36, "Bidirectional Text Spoofing"), invisible fillers, tags. Line breaks stay, and so do the marks of
 * writing direction and what joins letters or emoji (U+200C to U+200F).
 */
const UNSEEN =
  /(?![\n\u200c-\u200f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f/gu;

/** Words from feeds and people without what would act wherever they are shown. What reads as markup is the platform's to escape. */
export function harmless(text: string): string {
  return text.toWellFormed().replace(/\t/g, ' ').replace(UNSEEN, '');
}

/** The same on one line. */
export const oneLine = (text: string): string => harmless(text).replace(/\n+/g, ' ');
