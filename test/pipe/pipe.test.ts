import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { pipe } from '../../src/pipe/index.ts';

async function run(args: readonly string[], input: string): Promise<unknown[]> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  // Cut into small pieces, so that lines and characters are split as a pipe may split them.
  const bytes = Buffer.from(input);
  await pipe(
    args,
    Readable.from(
      Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => bytes.subarray(index * 7, index * 7 + 7)),
    ),
    output,
  );
  return Buffer.concat(chunks)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('a stage as a filter', () => {
  it('answers each line in order, carrying its id, and goes on after a bad one', async () => {
    const out = await run(
      ['quotes'],
      '{"id":1,"text":"“We shall build,” said Ana Ruiz."}\nnot json\n\n{"id":"c"}\n{"id":{"x":1},"text":""}',
    );
    expect(out).toMatchObject([
      { id: 1, quotes: [{ text: expect.stringMatching(/^We shall build/) }] },
      { id: null, error: expect.stringContaining('not JSON') },
      { id: 'c', error: expect.stringContaining('text') },
      { id: { x: 1 }, quotes: [] },
    ]);
  });

  it('keeps a line whole that holds a line separator of Unicode', async () => {
    expect(await run(['quotes'], '{"id":1,"text":"a\u2028b\u2029c"}\n')).toEqual([{ id: 1, quotes: [] }]);
  });

  it('takes the day of an article without a time from its address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'debrief-ask-'));
    const told = (id: string, town: string, url: string) =>
      JSON.stringify({ id, title: 'A new quay', text: `The harbour board of ${town} opened a new quay.`, url });
    const file = join(folder, 'articles.jsonl');
    writeFileSync(
      file,
      `${told('a', 'Orlund', 'https://quay.example/2021/05/04/quay')}\n${told('b', 'Veske', 'https://quay.example/2026/11/23/quay')}`,
    );
    const question = { id: 1, question: 'Which harbour board opened a new quay?', choices: ['Orlund', 'Veske'] };
    const out = await run(['ask', '--articles', file], JSON.stringify(question));
    rmSync(folder, { recursive: true });
    expect(out).toMatchObject([{ id: 1, choice: 1, abstained: false }]);
  });

  it('refuses an unknown stage and an unknown option by name', async () => {
    await expect(run(['figure'], '')).rejects.toThrow('expected one of feed, article, clauses, figures');
    await expect(run(['quotes', '--pionts', '3'], '')).rejects.toThrow('--pionts');
  });

  it('tells days of news in editions, and names the option that is wrong', async () => {
    const line = (id: string, seen: string, title: string, text: string) => JSON.stringify({ id, seen, title, text });
    const lease = 'Maro Cloud has leased 140 megawatts of data center capacity near Tarvik, it said on Monday.';
    const news = line('a', '2026-03-02T09:00:00Z', 'Maro Cloud leases 140 megawatts near Tarvik', lease);
    const days = ['--at', '08:30', '--zone', 'Europe/Berlin', '--from', '2026-03-02', '--to', '2026-03-04'];
    const out = await run(['editions', ...days], `${news}\n{"id":"b"}`);
    expect(out).toMatchObject([
      { id: 'b', error: expect.stringContaining('seen') },
      { at: '2026-03-03T07:30:00.000Z', stories: [{ status: 'new', change: null, articles: ['a'] }] },
      { at: '2026-03-04T07:30:00.000Z', stories: [] },
    ]);
    await expect(run(['editions', ...days.slice(0, 6)], '')).rejects.toThrow(/--to/);
  });
});
