import { describe, expect, it } from 'vitest';
import { readArguments } from '../src/cli/arguments.ts';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it('shows what there is when nothing is asked', () => {
    expect(read('')).toMatchObject({ kind: 'help', text: expect.stringContaining('debrief <command>') });
  });

  it('has help with an example for each of its own commands', () => {
    for (const name of ['demo', 'serve', 'gather', 'preview', 'doctor', 'pipe'])
      expect(read(`${name} --help`)).toMatchObject({ kind: 'help', text: expect.stringContaining(`debrief ${name}`) });
  });

  it('reads what a preview is made of', () => {
    expect(
      read('preview --feed http://a.example/x --feed http://b.example/y --since 3d --page day.html --json'),
    ).toEqual({
      kind: 'preview',
      feeds: ['http://a.example/x', 'http://b.example/y'],
      opml: null,
      topic: null,
      hours: 72,
      json: true,
      page: 'day.html',
    });
  });

  it('refuses a window that is none, and says what one looks like', () => {
    expect(() => read('preview --since tomorrow')).toThrow('expected hours or days such as 24h or 3d');
  });

  it('hands on the words of a command of the registry, and turns --help into its help', () => {
    expect(read('figures nvidia --unit GPU')).toEqual({
      kind: 'command',
      words: ['figures', 'nvidia', '--unit', 'GPU'],
      json: false,
    });
    expect(read('feeds add --help')).toMatchObject({ words: ['help', 'feeds', 'add'] });
  });

  it('reads --no-pages', () => {
    expect(read('gather --no-pages')).toMatchObject({ pages: false });
    expect(read('gather')).toMatchObject({ pages: true, all: false });
    expect(read('gather --all')).toMatchObject({ all: true });
  });
});
