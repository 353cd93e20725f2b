import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/gather/article.ts';

describe('the text of an entry', () => {
  it.each([
    ['a link to its comments', '<a href="https://news.example/item?id=1">Comments</a>'],
    [
      'its title as a link, with who published it',
      '<a href="https://a.example/1">The north takes more</a> <font>Grid</font>',
    ],
    [
      'who submitted it, and two links',
      'submitted by <a href="/u/ada">/u/ada</a> <span><a href="/1">[link]</a></span> <span><a href="/1/c">[comments]</a></span>',
    ],
    [
      'labels with addresses and counts',
      '<p>Article URL: <a href="https://a.example/1">https://a.example/1</a></p><p>Comments URL: <a href="https://n.example/2">https://n.example/2</a></p><p>Points: 312</p><p># Comments: 48</p>',
    ],
  ])('is none where there is nothing but %s', (_, html) => {
    expect(textOf(html)).toBe('');
  });

  it.each([
    [
      '<p>The north takes 900 megawatts more.</p><p><a href="/c">Comments</a></p>',
      'The north takes 900 megawatts more.',
    ],
    ['<p>The hall in figures.</p><p>Racks: 4,000</p>', 'The hall in figures.\n\nRacks: 4,000'],
    [
      '<a href="/1">The north takes 900 megawatts more by 2028, and pays with a loan.</a>',
      'The north takes 900 megawatts more by 2028, and pays with a loan.',
    ],
    ['<p>Says <a href="/v">Ines Vardal</a>.</p>', 'Says Ines Vardal.'],
  ])('keeps what is said beside them: %s', (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});
