import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/reading/parse.ts';

/** CoNLL-U: the text of each sentence, and of each word its form, class, governor (from 1 on, 0 for the root) and relation. */
const sentences = readFileSync(new URL('held.conllu', import.meta.url), 'utf8')
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

describe('sentences of the field, whose trees were drawn by hand and never trained on', () => {
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
  const share = (all: readonly boolean[]): number => all.filter(Boolean).length / all.length;

  it('are two hundred, nearly all read in the words that they were drawn in', () => {
    expect(sentences.length).toBeGreaterThan(200);
    expect(unlike).toBeLessThan(25);
  });

  it('have nine governors of ten right, and their relations', () => {
    expect(share(governors)).toBeGreaterThan(0.9);
    expect(share(relations)).toBeGreaterThan(0.88);
  });

  it('have their subjects right', () => {
    expect(share(subjects)).toBeGreaterThan(0.89);
  });
});
