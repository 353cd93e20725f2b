import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/domain/habits.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { SUPPLY, startPress } from '../morning/press.ts';
import { run } from '../morning/service.ts';
import { channel } from '../samples.ts';

const releases: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

/** The families of our own: name, kind and help. */
function familiesOf(text: string): Map<string, { kind: string; help: string }> {
  const helps = new Map(Array.from(text.matchAll(/^# HELP (\S+) (.*)$/gm), ([, name = '', help = '']) => [name, help]));
  const kinds = Array.from(text.matchAll(/^# TYPE (debrief_\S+) (\S+)$/gm), ([, name = '', kind = '']) => ({
    name,
    kind,
  }));
  return new Map(kinds.map(({ name, kind }) => [name, { kind, help: helps.get(name) ?? '' }]));
}

describe('the metrics after a morning', () => {
  it('tell what matters, under names as Prometheus’ naming rules want them', async () => {
    const press = await startPress();
    releases.push(press.close);
    press.publish('stavern-post', [SUPPLY]);
    const platform = fakePlatform();
    const feeds = [`${press.origin}/stavern-post/feed.xml`, `${press.origin}/nobody/feed.xml`];
    const running = await run({ at: '2026-11-24T07:29:00.000Z', platform, allowHosts: [press.host], feeds });
    releases.push(running.close);
    const { store } = running.app;
    await store.workspaces.save({ id: 'fake:acme', platform: 'fake', name: null });
    const slot = '2026-11-24T07:30:00.000Z';
    await store.channels.save(channel('infra', { nextDueAt: slot, choice: DEFAULT_CHOICE }));
    await running.pass('2026-11-24T07:32:00.000Z');
    const text = await running.service.metrics();

    // https://prometheus.io/docs/practices/naming/: a counter ends with `_total` and nothing else does; base units; a word of help.
    for (const [name, { kind, help }] of familiesOf(text)) {
      expect(name).toMatch(/^debrief_[a-z]+(?:_[a-z]+)*$/);
      expect(name.endsWith('_total'), name).toBe(kind === 'counter');
      expect(name).not.toMatch(/_(?:ms|milliseconds|minutes|hours|kb|mb|megabytes|percent)(?:_|$)/);
      if (kind === 'histogram') expect(name).toMatch(/_seconds$/);
      expect(help, name).not.toBe('');
    }
    for (const line of [
      /^debrief_polls_total\{result="answered"\} [1-9]/m,
      /^debrief_polls_total\{result="failed"\} [1-9]/m,
      /^debrief_items_total 1$/m,
      /^debrief_articles_total 1$/m,
      /^debrief_stories_total(?:\{.*\})? 1$/m,
      /^debrief_editions\{state="sent"\} 1$/m,
      /^debrief_editions\{state="due"\} 0$/m,
      /^debrief_editions\{state="unknown"\} 0$/m,
      /^debrief_edition_delay_seconds_count\{outcome="sent"\} 1$/m,
      /^debrief_queue_age_seconds 0$/m,
      /^debrief_platform_calls_total\{platform="fake",call="post",result="sent"\} [1-9]/m,
      /^debrief_platform_call_duration_seconds_count\{platform="fake",call="post"\} [1-9]/m,
      /^debrief_platform_connected\{platform="fake"\} 1$/m,
      /^debrief_gather_last_end_timestamp_seconds \d+/m,
      /^nodejs_eventloop_lag_p99_seconds /m,
    ])
      expect(text).toMatch(line);
  });
});
