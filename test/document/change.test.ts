import { describe, expect, it } from 'vitest';
import { changeInWords } from '../../src/document/change.ts';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Change } from '../../src/model.ts';
import { article, figure } from '../samples.ts';

const change = (kind: Change['kind'], text: string, start = 0): Change => ({
  kind,
  span: { article: 'a', start, end: start + text.length, text },
  was: null,
  now: null,
});

describe('what changed in a story that was told', () => {
  it.each<[Change['kind'], string, string]>([
    ['decision', 'A court in Lund put off its ruling.', ': A court in Lund put off its ruling'],
    [
      'decision',
      'The appeals court that voided the air permit of Maro Data put its own ruling on hold for 60 days on Thursday, and one judge of the three dissented.',
      ': The appeals court that voided the air permit of Maro Data put its own ruling on hold for 60 days',
    ],
    ['denial', 'Maro Cloud denied that it was for sale.', ': Maro Cloud denied that it was for sale'],
  ])('is said in words where it is no number: %s', (kind, text, said) => {
    expect(changeInWords([change(kind, text)], ENGLISH)).toBe(said);
  });

  it('is what its report leads with, and not told beside a line that says it', () => {
    const lead = 'Maro Cloud will not build in Lund.';
    const detail = change('figure', 'The land of 640 acres will be sold.', 60);
    expect(changeInWords([detail, change('decision', lead)], ENGLISH)).toBe(': Maro Cloud will not build in Lund');
    expect(changeInWords([change('decision', lead)], ENGLISH, [lead])).toBe('');
  });

  it('is no sentence that hangs on another: its figure then, or nothing', () => {
    expect(changeInWords([change('decision', 'It will be sold to the county next year.')], ENGLISH)).toBe('');
  });

  it('says what was measured where no caption does', () => {
    const told = article('a', 'Yields stood at 58 percent. Its yields are 61 percent.');
    const [was, now] = ['58 percent', '61 percent'].map((each) => figure(told, each, { concept: 'yields' }));
    if (was === undefined || now === undefined) throw new Error('two figures');
    const changed = { ...change('changed figure', 'Its yields are 61 percent.'), was, now };
    expect(changeInWords([changed], ENGLISH)).toBe(': 61 percent, was 58 percent (yields)');
  });

  it('says what a number is of, what was said of it before, and nothing of one that nothing tells', () => {
    const told = article('a', 'Hexley Compute cut 900 jobs. It then cut 1,100 jobs.');
    const [was, now] = ['900 jobs', '1,100 jobs'].map((each) =>
      figure(told, each, { caption: 'jobs cut by Hexley Compute' }),
    );
    const hanging = change('changed figure', 'It then cut 1,100 jobs.');
    if (was === undefined || now === undefined) throw new Error('two figures');
    expect(changeInWords([{ ...hanging, was, now }], ENGLISH)).toBe(
      ': 1,100 jobs, was 900 jobs (jobs cut by Hexley Compute)',
    );
    expect(changeInWords([{ ...hanging, kind: 'figure', now }], ENGLISH)).toBe(
      ': new is 1,100 jobs (jobs cut by Hexley Compute)',
    );
    expect(changeInWords([{ ...hanging, kind: 'figure', now: { ...now, caption: null } }], ENGLISH)).toBe('');
    expect(changeInWords([change('denial', 'It denied it.')], ENGLISH)).toBe('');
  });
});
