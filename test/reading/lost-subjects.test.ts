import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/reading/lost-subjects.ts';
import { parse } from '../../src/reading/parse.ts';

/** What each word of a sentence is to the word that it hangs on: "funding nsubj reached". */
function tiesOf(sentence: string): string[] {
  const { words } = parse(sentence);
  return words.map(({ text, relation, head }) => `${text} ${relation} ${words[head]?.text ?? ''}`);
}

describe.each(RULES.map((rule) => ({ ...rule })))('the rule "$name"', ({ examples, not }) => {
  it.each(Object.entries(examples))('makes of %s: %s', (sentence, tie) => {
    expect(tiesOf(sentence)).toContain(tie);
  });
  it.each(Object.entries(not))('leaves %s: %s', (sentence, tie) => {
    expect(tiesOf(sentence)).toContain(tie);
  });
});
