import { describe, expect, it } from 'vitest';
import { parsePrompt, readPrompt } from '../../src/effects/prompts.ts';

const TEXT =
  '---\ninputs: sentences, points\nreply: StoryReply\n---\nYou edit.\n\n## User\nAt most {{points}}:\n{{sentences}}\n';

describe('prompts', () => {
  it('are there, and ask for the replies that the program reads', () => {
    expect(readPrompt('story', 'StoryReply').version).toMatch(/^story@/);
    expect(readPrompt('repair', 'RepairReply').version).toMatch(/^repair@/);
    expect(() => readPrompt('story', 'AnotherReply')).toThrow(/its reply is StoryReply; expected AnotherReply/);
    expect(() => readPrompt('nothing', 'AnotherReply')).toThrow(/prompts\/nothing\.md cannot be read/);
  });

  it('take inputs as they are, and never read places in them', () => {
    const prompt = parsePrompt('story', TEXT).fill({ sentences: '{{points}} $& costs $1', points: '3' });
    expect(prompt.system).toBe('You edit.');
    expect(prompt.user).toBe('At most 3:\n{{points}} $& costs $1');
  });

  it('have a version that changes with their content', () => {
    expect(parsePrompt('story', TEXT).version).toMatch(/^story@[0-9a-f]{12}$/);
    expect(parsePrompt('story', TEXT.replace('edit', 'write')).version).not.toBe(parsePrompt('story', TEXT).version);
  });

  it.each([
    ['no head', 'You edit.', /head between --- lines/],
    ['no reply', TEXT.replace('reply: StoryReply\n', ''), /must name "inputs" and "reply"/],
    ['an input without a place', TEXT.replace('{{points}}', 'three'), /points/],
    ['a place without an input', TEXT.replace('sentences, points', 'points'), /sentences/],
    ['an input among the instructions', TEXT.replace('You edit.', 'You edit {{points}}.'), /user message/],
  ])('are refused with %s', (_, text, reason) => {
    expect(() => parsePrompt('story', text)).toThrow(reason);
  });

  it('are not filled with too little', () => {
    expect(() => parsePrompt('story', TEXT).fill({ sentences: '' })).toThrow(/points/);
  });
});
