import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Debrief } from '../../src/model.ts';
import { write } from '../../src/write/index.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';
import { inputOf, NOW, newsroomArticles } from './newsroom-day.ts';
import { editorAt } from './scripted.ts';

const mock = new LLMock({ port: 0, logLevel: 'silent' });
let address = '';
beforeAll(async () => {
  address = `${await mock.start()}/v1`;
});
afterAll(() => mock.stop());
beforeEach(() => {
  mock.clearFixtures();
  mock.clearRequests();
});

const INPUT = inputOf(newsroomArticles());
const EXTRACTIVE = await write(INPUT, { editor: null });

const told = ({ inShort, stories, headline }: Debrief) => ({ inShort, stories, headline });

describe('a debrief whose model fails is the one without a model, and says why', () => {
  it.each([
    ['a wrong key', { error: { message: 'no' }, status: 401 }, 'key was not accepted', 4],
    ['a model that is not there', { error: { message: 'no' }, status: 404 }, 'not there', 4],
    ['a busy server', { error: { message: 'no' }, status: 429 }, 'too busy', 8],
    ['a server that fails', { error: { message: 'no' }, status: 500 }, 'server failed', 8],
    ['an answer cut off', { content: '{"headline"', finishReason: 'length' }, 'cut off', 8],
    ['an answer held back', { content: '', finishReason: 'content_filter' }, 'held back', 8],
    ['chat instead of JSON', { content: 'Good morning! Here is your debrief.' }, 'could not be read', 8],
    ['another shape', { content: '{"summary": "none"}' }, 'could not be read', 8],
    // Asked once more without JSON mode, which makes some servers send nothing.
    ['nothing', { content: '' }, 'no answer', 12],
  ] as const)('%s', async (_, response, note, most) => {
    mock.onMessage(/The sentences/, response);
    const warnings: string[] = [];
    const log = { ...quiet, warn: (fields: object) => void warnings.push(JSON.stringify(fields)) };
    const debrief = await write(INPUT, { editor: { ...editorAt(address), log } });
    expect(debrief.writer).toEqual({
      kind: 'extractive',
      model: null,
      prompt: null,
      note: expect.stringContaining(note),
      share: null,
    });
    expect(told(debrief)).toEqual(told(EXTRACTIVE));
    expect(warnings.length).toBeGreaterThan(0);
    // What cannot get better is not tried for every story.
    expect(mock.getRequests().length).toBeLessThanOrEqual(most);
  });

  it('a server that is not there', async () => {
    const debrief = await write(INPUT, { editor: editorAt('http://127.0.0.1:1/v1') });
    expect(debrief.writer.note).toContain('could not be reached');
    expect(told(debrief)).toEqual(told(EXTRACTIVE));
  });

  it('a model that does not answer in time, so that the edition is on time', async () => {
    mock.onMessage(/The sentences/, { content: '{}' }, { chaos: { latencyMs: 4000 } });
    const clock = virtualClock(NOW);
    const writing = write(INPUT, { editor: { ...editorAt(address), clock } });
    await clock.advance(60_000);
    const debrief = await writing;
    expect(debrief.writer).toMatchObject({ kind: 'extractive', note: expect.stringContaining('too long') });
    expect(told(debrief)).toEqual(told(EXTRACTIVE));
  });
});
