import { narration } from '../language/stand.ts';

const WE = /\b(?:we|our|us)\b/giu;

/** How often a text speaks as "we" outside of quotations: whoever does, on a page of its own, is named by whose page it is. */
export const timesWe = (text: string): number => narration(text).match(WE)?.length ?? 0;
