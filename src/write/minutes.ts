import { wordsIn } from '../language/words.ts';
import type { Debrief } from '../model.ts';

/** Silent reading of English non-fiction, words a minute (Brysbaert 2019). */
const WORDS_A_MINUTE = 238;

/** How long reading a debrief takes, in whole minutes, at least one. */
export function minutesToRead({ inShort, stories, quotes }: Pick<Debrief, 'inShort' | 'stories' | 'quotes'>): number {
  const texts = [...inShort, ...stories.flatMap(({ headline, points }) => [headline, ...points]), ...quotes];
  const words = texts.reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
