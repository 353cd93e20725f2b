import { afterAll, describe, expect, it } from 'vitest';
import { write } from '../../src/write/index.ts';
import { edited } from './desk.ts';
import { inPrint } from './in-print.ts';
import { inputOf, newsroomArticles } from './newsroom-day.ts';
import { type Studio, studio } from './scripted.ts';

const INPUT = inputOf(newsroomArticles());

let open: Studio | null = null;
afterAll(() => open?.stop());

describe('the newsroom’s third day', () => {
  it('reads like this without a model', async () => {
    const debrief = await write(INPUT, { editor: null });
    await expect(inPrint(debrief)).toMatchFileSnapshot('newsroom.extractive.txt');
  });

  it('reads like this by a model, with what it made up left out', async () => {
    open = await studio({ story: edited });
    const debrief = await write(INPUT, { editor: open.editor });
    await expect(inPrint(debrief)).toMatchFileSnapshot('newsroom.model.txt');
    expect(debrief.dropped.map(({ text }) => text)).toContain('The campus near Lima costs $9 billion.');
  });
});
