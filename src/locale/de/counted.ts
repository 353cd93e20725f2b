import { counted as inLanguage } from '../counted.ts';

export const counted = (count: number, one: string, many: string): string => inLanguage(count, one, many, 'de');
export const feedsIn = (count: number): string => counted(count, 'Feed', 'Feeds');
export const storiesIn = (count: number): string => counted(count, 'Meldung', 'Meldungen');
