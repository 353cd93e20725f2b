import { harmless as unarmed } from '../../src/typography/harmless.ts';

/**
 * Words from feeds and people without what would act, among it what reads as a mention (`<!channel>`, `<@U1>`). Text elements take
 * that literally already; the word joiner after the bracket keeps it harmless wherever the text is carried on to.
 */
export const harmless = (text: string): string => unarmed(text).replace(/<(?=[!@#])/g, '<\u2060');

/** For the top-level text, the one place where Slack reads markup: its three characters are written as entities. */
export function escaped(text: string): string {
  return harmless(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
