import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readDay } from '../../src/write/day.ts';
import { editStories } from '../../src/write/edit.ts';
import { write } from '../../src/write/index.ts';
import { createPublisher } from '../../src/write/publish.ts';
import { edited, mended } from './desk.ts';
import { articlesOf, editorLines, restsOf } from './editors.ts';
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
    open = await studio({ story: edited, repair: mended });
    const debrief = await write(INPUT, { editor: open.editor });
    await expect(inPrint(debrief)).toMatchFileSnapshot('newsroom.model.txt');
    expect(debrief.dropped.map(({ text }) => text)).toContain('The campus near Lima costs $9 billion.');
  });
});

it('stands in the README as it was written, by both', () => {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  const [, table = ''] = read('../../README.md').split(
    "| the articles' own sentences | an editor's lines |\n| --- | --- |\n",
  );
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n');
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) {
    const [, extractive = '', model = ''] = row.split('|');
    for (const [cell, file] of [
      [extractive, 'newsroom.extractive.txt'],
      [model, 'newsroom.model.txt'],
    ] as const)
      for (const line of cell.trim().split('<br>')) expect(read(file)).toContain(line.replaceAll('**', ''));
  }
});

/** More points than any debrief has, so that each line is judged. */
const MANY = 40;

/** The share of an editor's lines that is published over the newsroom and three mornings, each mended once where it was refused. */
async function publishedOf(isTrue: boolean): Promise<number> {
  const lines = editorLines().filter((line) => line.isTrue === isTrue);
  let morning = '';
  const desk = await studio({
    story: (sentences) => {
      const [first] = sentences;
      const head = { text: first?.text ?? '', rests: [first?.id ?? ''], translation: null };
      const own = lines.filter((line) => line.morning === morning);
      const points = own.flatMap(({ text, again }) => {
        const rests = restsOf(again, sentences);
        return rests.length === 0 ? [] : [{ text, rests, translation: null }];
      });
      return { headline: head, lead: head, points };
    },
    repair: ({ text }) => lines.find((line) => line.text === text)?.again ?? text,
  });
  const told: string[] = [];
  for (morning of new Set(lines.map((line) => line.morning))) {
    const input = morning === 'newsroom' ? INPUT : inputOf(articlesOf(morning));
    const day = readDay(input);
    const publisher = createPublisher(input.articles);
    const { stories } = await editStories(day, day.stories, MANY, morning, 'en', publisher, desk.editor);
    told.push(...[...stories.values()].flatMap(({ points }) => points.map(({ text }) => text)));
  }
  await desk.stop();
  const published = lines.filter(({ text, again }) => told.includes(text) || told.includes(again));
  expect(lines.length).toBeGreaterThanOrEqual(60);
  return published.length / lines.length;
}

describe('an editor whose lines go through the gate, and once more where they are refused', () => {
  it('is published where it is careful', async () => {
    const share = await publishedOf(true);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  it('is seldom where it tells what is false', async () => {
    expect(await publishedOf(false)).toBeLessThan(0.07);
  });
});
