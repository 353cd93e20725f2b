import { DIFFERENCES } from './differences.ts';
import { DROPS } from './drops.ts';
import { FITS } from './fits.ts';
import { NETWORK } from './network.ts';
import { RIVALS } from './rivals.ts';
import { TIES } from './ties.ts';
import type { Trait } from './trait.ts';
import { TURNS } from './turns.ts';
import { WORDS } from './words.ts';

/** All that a model may ask of a sentence. A model names the traits that it asks. */
export const TRAITS: readonly Trait[] = [
  ...WORDS,
  ...TIES,
  ...RIVALS,
  ...FITS,
  ...DROPS,
  ...TURNS,
  DIFFERENCES,
  NETWORK,
];
