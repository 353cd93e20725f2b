import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/reading/parse.ts';

/** CoNLL-U: the text of each sentence, and of each word its form, class, governor (from 1 on, 0 for the root) and relation. */
const sentencesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.trim().split('\n');
      const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
      return {
        text: lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? '',
        words: rows.map(([, form = '', , kind = '', , , head = '', relation = '']) => ({
          form,
          kind,
          head: Number(head) - 1,
          relation,
        })),
      };
    });

/** Which of two names an amount or a title beside a noun has, no stage asks. */
const plain = (relation: string): string => relation.replace(/:(?:unmarked|desc)$/, '');

const share = (all: readonly boolean[]): number => all.filter(Boolean).length / all.length;

describe.each([
  ['articles of the field', 'held.conllu', { sentences: 208, governors: 0.92, relations: 0.9, subjects: 0.89 }],
  [
    'questions, captions, headlines, names, speech, lists and whatever was misread most',
    'constructions.conllu',
    { sentences: 370, governors: 0.9, relations: 0.87, subjects: 0.85 },
  ],
])('trees that were drawn by hand and never trained on: %s', (_, file, least) => {
  const sentences = sentencesOf(file);
  const [governors, relations, subjects] = [[], [], []] as [boolean[], boolean[], boolean[]];
  let unlike = 0;
  for (const { text, words } of sentences) {
    const read = parse(text).words;
    // Money of other countries and the like was written there as the network sees it.
    if (read.map((word) => word.text).join(' ') !== words.map(({ form }) => form).join(' ')) {
      unlike++;
      continue;
    }
    words.forEach(({ kind, head, relation }, n) => {
      if (kind === 'PUNCT') return;
      const isRight = read[n]?.head === head;
      const isWhole = isRight && plain(read[n]?.relation ?? '') === plain(relation);
      governors.push(isRight);
      relations.push(isWhole);
      if (/^nsubj/.test(relation)) subjects.push(isWhole);
    });
  }

  it('nearly all are read in the words that they were drawn in', () => {
    expect(sentences.length).toBe(least.sentences);
    expect(unlike).toBeLessThan(25);
  });

  it('have most governors right, their relations and their subjects', () => {
    expect(share(governors)).toBeGreaterThan(least.governors);
    expect(share(relations)).toBeGreaterThan(least.relations);
    expect(share(subjects)).toBeGreaterThan(least.subjects);
  });
});
