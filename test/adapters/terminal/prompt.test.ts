import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../adapters/terminal/render.ts';
import { ANSI, PLAIN } from '../../../adapters/terminal/style.ts';
import { openHistory } from '../../../src/effects/history.ts';
import { widthOf } from '../../../src/typography/width.ts';
import { openStage, type Stage } from '../../stage.ts';
import { KEYS, sitDown } from './typing.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

describe('the prompt', () => {
  it('finishes a command, an option and a value when Tab is pressed', async () => {
    const { press, terminal } = await sitDown(stage.app.handlers);
    expect(await press(`fig${KEYS.tab}`)).toContain('figures ');
    expect(await press(`nvidia --un${KEYS.tab}`)).toContain('--unit ');
    await press(KEYS.ctrlC);
    expect(await press(`feeds remove Grid W${KEYS.tab}`)).toContain('Grid Weekly');
    await press(KEYS.ctrlC);
    expect(await press(`channel style l${KEYS.tab}`)).toContain('long');
    await terminal.stop();
  });

  it('brings a line back with the arrow key', async () => {
    const { say, press, terminal } = await sitDown(stage.app.handlers);
    await say('help story');
    expect(await press(KEYS.up)).toContain('help story');
    await terminal.stop();
  });

  it('brings back what was typed in earlier sessions, and keeps no address that lets in whoever has it', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'debrief-history-')), 'debrief.sqlite.history');
    const first = await sitDown(stage.app.handlers, 110, openHistory(file));
    await first.say('help story');
    await first.say('help https://reader.example/feed?token=abcdef0123456789');
    await first.terminal.stop();
    expect(await readFile(file, 'utf8')).toBe('help story');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const second = await sitDown(stage.app.handlers, 110, openHistory(file));
    expect(await second.press(KEYS.up)).toContain('help story');
    await second.terminal.stop();
  });

  it('empties the line at Ctrl-C, and is left at the second on an empty one', async () => {
    const { say, press, hasLeft, ended } = await sitDown(stage.app.handlers);
    await press('figures nvi');
    await press(KEYS.ctrlC);
    expect(hasLeft()).toBe(false);
    expect(await say('help story')).toContain('story <n>');
    expect(await press(KEYS.ctrlC)).toContain('Ctrl-C again');
    await press(KEYS.ctrlC);
    await ended;
    expect(hasLeft()).toBe(true);
  });

  it('is left with Ctrl-D, and with a word', async () => {
    const one = await sitDown(stage.app.handlers);
    await one.press(KEYS.ctrlD);
    await one.ended;
    const other = await sitDown(stage.app.handlers);
    await other.press(`exit${KEYS.enter}`);
    await other.ended;
    expect([one.hasLeft(), other.hasLeft()]).toEqual([true, true]);
  });

  it('shows what comes unasked above the line that is typed, which stays', async () => {
    const { press, printed, terminal, say } = await sitDown(stage.app.handlers);
    await press('help sto');
    const before = printed().length;
    terminal.show({
      summary: '',
      blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'A feed fails.' }] }],
      thread: [],
    });
    const since = printed().slice(before);
    expect(since.indexOf('A feed fails.')).toBeLessThan(since.lastIndexOf('debrief> help sto'));
    expect(since).toContain('\u001b[0J');
    expect(await say('ry')).toContain('story <n>');
    await terminal.stop();
  });

  it('answers lines that are pasted together one after the other', async () => {
    const { press, say, terminal } = await sitDown(stage.app.handlers);
    const first = press(`help story${KEYS.enter}help receipt${KEYS.enter}`);
    const text = (await first) + (await say('help why'));
    expect(text.indexOf('story <n>')).toBeLessThan(text.indexOf('receipt <n>'));
    expect(text.indexOf('receipt <n>')).toBeLessThan(text.indexOf('why [story]'));
    await terminal.stop();
  });
});

describe('what a terminal shows', () => {
  it('keeps within 60 to 140 columns, whatever is asked, but for an address', async () => {
    const lines = [
      'latest',
      'figures northwind',
      'trend H200',
      'feeds list',
      'feeds check',
      'why',
      'why 1',
      'help',
      'audit',
      'channels',
    ];
    for (const line of lines) {
      const { document } = await stage.app.handlers.text(
        {
          platform: 'terminal',
          workspace: 'terminal:local',
          channel: 'terminal',
          thread: null,
          user: { id: 'o', name: null },
          admin: true,
          owner: true,
        },
        line,
      );
      for (let width = 60; width <= 140; width += 8) {
        for (const style of [PLAIN, ANSI]) {
          const wide = render(document, { style, width })
            .split('\n')
            .filter((row) => widthOf(row) > width && !/https?:\/\//.test(row));
          expect([line, width, wide]).toEqual([line, width, []]);
        }
      }
    }
  });
});
