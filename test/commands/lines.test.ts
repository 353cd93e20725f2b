import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/commands/line/read.ts';
import { REGISTRY } from '../../src/commands/registry.ts';
import { readSchedule, scheduleInWords } from '../../src/deliver/index.ts';
import { defaultSchedule } from '../../src/domain/habits.ts';
import { ENGLISH } from '../../src/locale/index.ts';

const SPECS = REGISTRY.commands.map(({ spec }) => spec);

/** `atFirst`: whether the code understood it when it was first run on it. */
type Line = { readonly typed: string; readonly wanted: string; readonly atFirst: boolean };

function linesOf(file: string): Line[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => {
      const [typed = '', wanted = ''] = line.split(' => ');
      return { typed, wanted: wanted.replace(/ #$/, ''), atFirst: !wanted.endsWith(' #') };
    });
}

const optionsOf = (path: readonly string[]): string[] =>
  SPECS.find((spec) => spec.path.join() === path.join())?.options.map(({ name }) => name) ?? [];

/** What a line comes to, in the words of the table. */
function understood(typed: string): string {
  const reading = readLine(typed, SPECS, ENGLISH);
  if (reading.kind === 'faults') return `! ${reading.faults.join('; ')}`;
  if (reading.kind === 'unknown')
    return reading.among.length > 0
      ? `? ${reading.among.map(({ path }) => path.join(' ')).join(', ')}`
      : `! ${reading.why}`;
  const { path, options } = reading;
  if (path.join(' ') === 'channel schedule') {
    const schedule = readSchedule(String(options.when), defaultSchedule('UTC'));
    return 'faults' in schedule ? `! ${schedule.faults.join('; ')}` : scheduleInWords(schedule.schedule);
  }
  return [
    path.join(' '),
    ...optionsOf(path).flatMap((name) => (name in options ? [`${name}=${options[name]}`] : [])),
  ].join(' ');
}

const isRight = ({ typed, wanted }: Line): boolean => {
  const is = understood(typed);
  return wanted.startsWith('! ') ? is.startsWith('! ') && is.includes(wanted.slice(2)) : is === wanted;
};

const wrong = (lines: readonly Line[]) =>
  lines
    .filter((line) => !isRight(line))
    .map(({ typed, wanted }) => `${typed} => ${understood(typed)} (wanted ${wanted})`);

describe('a line as people type it', () => {
  it('is understood, or what is wrong with it is named', () => {
    const lines = linesOf('lines.txt');
    expect(lines.length).toBeGreaterThanOrEqual(250);
    expect(wrong(lines)).toEqual([]);
  });

  it('was understood at first in most of what was written later', () => {
    const lines = linesOf('lines-later.txt');
    expect(lines.length).toBeGreaterThanOrEqual(180);
    expect(lines.filter(({ atFirst }) => atFirst).length / lines.length).toBeGreaterThan(0.75);
    expect(wrong(lines)).toEqual([]);
  });
});
