import { describe, expect, it } from 'vitest';
import { publisherAt, publisherNamed } from '../../src/domain/publishers.ts';
import { isStatement, voiceOf } from '../../src/stories/publishers.ts';
import { article } from './article.ts';

const by = (publisher: string, text = 'A plant closed on Monday.', url?: string) =>
  article({ publisher, title: 'A plant closes', text, ...(url === undefined ? {} : { url }) });

describe('independent publishers', () => {
  it.each([
    ['titles of one house', 'The Register', 'The Next Platform'],
    ['a newspaper and the one that owns it', 'Financial Times', 'Nikkei Asia'],
    ['one title by two names', 'WSJ', 'The Wall Street Journal'],
    ['a company by its blog and its newsroom', 'NVIDIA Blog', 'NVIDIA Newsroom'],
    ['a laboratory and the company that owns it', 'Google DeepMind', 'Google Cloud'],
  ])('counts %s as one voice', (_, one, other) => {
    expect(voiceOf(by(one))).toBe(voiceOf(by(other)));
  });

  it.each([
    ['two houses', 'The Register', 'Data Center Dynamics'],
    ['two publishers that nobody knows', 'Grid Weekly', 'Harbour Ledger'],
  ])('counts %s as two', (_, one, other) => {
    expect(voiceOf(by(one))).not.toBe(voiceOf(by(other)));
  });

  it('counts a wire text as the wire, wherever it is printed', () => {
    const text = 'HOUSTON, Nov 3 (Reuters) - A plant closed on Monday.';
    expect(voiceOf(by('Grid Weekly', text))).toBe(voiceOf(by('Reuters')));
    expect(voiceOf(by('Grid Weekly', text))).toBe(voiceOf(by('Harbour Ledger', text)));
  });

  it('knows a publisher by its address where its name says nothing', () => {
    const named = by('Front page', 'A plant closed.', 'https://www.nextplatform.com/2026/11/plant');
    expect(voiceOf(named)).toBe(voiceOf(by('The Register')));
  });
});

describe('statements', () => {
  it.each(['NVIDIA Blog', 'CoreWeave', 'OpenAI News', 'PR Newswire'])(
    'takes %s for a word about itself',
    (publisher) => {
      expect(isStatement(by(publisher))).toBe(true);
    },
  );

  it('takes a release for a statement, wherever it is printed', () => {
    expect(isStatement(by('Grid Weekly', 'AUSTIN, Texas /PRNewswire/ -- Tessera today announced a board.'))).toBe(true);
  });

  it.each(['Reuters', 'Data Center Dynamics', 'SemiAnalysis', 'Grid Weekly'])('takes %s for a report', (publisher) => {
    expect(isStatement(by(publisher))).toBe(false);
  });
});

describe('the table of publishers', () => {
  it('finds a title by any of its names and hosts', () => {
    expect(publisherNamed('The FT')?.name).toBe('Financial Times');
    expect(publisherNamed('reuters.com')?.name).toBe('Reuters');
    expect(publisherAt('https://asia.nikkei.com/Business')?.group).toBe('Nikkei');
    expect(publisherAt('https://unknown.example/a')).toBeNull();
    expect(publisherAt('not an address')).toBeNull();
  });
});
