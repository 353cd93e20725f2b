import { afterEach, describe, expect, it } from 'vitest';
import { ParseError, ReadingError } from '../../src/errors.ts';
import { createReader } from '../../src/reader/index.ts';
import { article } from '../samples.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const NOWHERE = { url: 'https://grid.example/a', contentType: null };
const page = (body: string) => bytes(`<html><body><article><h1>A dam is sold</h1>${body}</article></body></html>`);
const PROSE = `<p>${'The dam above Stavern was sold for $40 million on Tuesday, its owner said, after nine weeks of talks. '.repeat(4)}</p>`;

let reader: ReturnType<typeof createReader>;
afterEach(() => reader.close());

describe('the reader of what strangers send', () => {
  it('reads feeds, pages and entries, and mines articles, on a thread of its own', async () => {
    reader = createReader();
    const feed = await reader.feed(bytes('<rss><channel><title>Grid</title></channel></rss>'), NOWHERE);
    expect(feed.title).toBe('Grid');
    expect((await reader.page(page(PROSE), NOWHERE)).text).toContain('$40 million');
    expect(await reader.entry('<p>A dam</p><p>is sold</p>')).toBe('A dam\n\nis sold');
    const { evidence } = await reader.mine(article('dam', 'The dam was sold for $40 million.'));
    expect(evidence.figures).toMatchObject([{ value: 40_000_000, unit: 'USD' }]);
  });

  it('reads on after it has mined, and mines on after it has read', async () => {
    reader = createReader();
    const dam = article('dam', 'The dam was sold for $40 million.');
    const found = await Promise.all([reader.mine(dam), reader.entry('<p>A dam</p>'), reader.mine(dam)]);
    expect(found[1]).toBe('A dam');
    expect(found[2]).toEqual(found[0]);
  });

  it('reads a page past its style sheets, whole or broken', async () => {
    reader = createReader();
    const styled = `<style>p { color: red } @media print { p::after { content: "$1" } }</style><p style="margin: 0">The dam paid for itself.</p><style>p {`;
    const { text } = await reader.page(page(`${PROSE}${styled}</style>${PROSE}`), NOWHERE);
    expect(text).toContain('The dam paid for itself.');
    expect(text).not.toMatch(/red|margin|content|\$1\b/);
  });

  it('tells what is no feed as what it is, and goes on', async () => {
    reader = createReader();
    await expect(reader.feed(bytes('<html><body>Welcome</body></html>'), NOWHERE)).rejects.toThrow(ParseError);
    expect(await reader.entry('<p>next</p>')).toBe('next');
  });

  it('gives up what takes too long, while others wait no longer than that', async () => {
    reader = createReader({ timeMs: 1_000 });
    const slow = page('<p>word <b>word</b> word, and <i>more</i>.</p>'.repeat(200_000));
    const given = reader.page(slow, NOWHERE);
    const turns = { count: 0 };
    const turn = setInterval(() => {
      turns.count += 1;
    }, 5);
    await expect(given).rejects.toThrow(new ReadingError('time', 'reading it takes longer than 1 s'));
    clearInterval(turn);
    // The event loop went on meanwhile.
    expect(turns.count).toBeGreaterThan(3);
  });

  it('gives up what takes too much memory, and the process lives on', async () => {
    reader = createReader({ heapMb: 24 });
    await expect(reader.page(page('<p>word <b>word</b></p>'.repeat(200_000)), NOWHERE)).rejects.toThrow(
      /24 MB of memory/,
    );
    expect(await reader.entry('<p>next</p>')).toBe('next');
  });

  it('says that it begins before it begins', async () => {
    reader = createReader();
    const told: string[] = [];
    const first = reader.entry('<p>one</p>', async () => void told.push('begin one')).then((text) => told.push(text));
    const second = reader.entry('<p>two</p>', async () => void told.push('begin two')).then((text) => told.push(text));
    await Promise.all([first, second]);
    expect(told).toEqual(['begin one', 'one', 'begin two', 'two']);
  });

  it('leaves nothing waiting when it is closed', async () => {
    reader = createReader();
    await reader.entry('<p>warm</p>');
    const long = page('<p>word <b>word</b> word.</p>'.repeat(50_000));
    const left = [reader.page(long, NOWHERE), reader.entry('<p>two</p>')].map((one) => one.catch((error) => error));
    await reader.close();
    for (const error of await Promise.all(left))
      expect(error).toEqual(new ReadingError('stopped', 'Debrief is stopping'));
    await expect(reader.entry('<p>three</p>')).rejects.toThrow('stopping');
    await reader.close();
  });
});
