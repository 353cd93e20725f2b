import { describe, expect, it } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { createRobots, mayRead } from '../../src/gather/robots.ts';
import type { Http } from '../../src/ports/http.ts';

describe('robots.txt', () => {
  it.each<[string, string, string, boolean]>([
    ['nothing said', '', '/a', true],
    ['all forbidden', 'User-agent: *\nDisallow: /', '/a', false],
    ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
    ['its own group goes first', 'User-agent: *\nDisallow: /\n\nUser-agent: Debrief\nDisallow: /private', '/a', true],
    ['one group for several agents', 'User-agent: other\nUser-agent: debrief # us\nDisallow: /a', '/a/b', false],
    ['the longest rule decides', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
    ['of two equal ones the milder', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
    ['a star', 'User-agent: *\nDisallow: /*/print', '/news/1/print', false],
    ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x=1', true],
    ['an end that fits', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['rules without an agent', 'Disallow: /', '/a', true],
    ['old line ends', 'User-agent: *\rDisallow: /a\r', '/a', false],
  ])('%s', (_, robots, path, allowed) => {
    expect(mayRead(robots, 'debrief', path)).toBe(allowed);
  });

  it('takes a pattern of a thousand stars in no time', () => {
    expect(mayRead(`User-agent: *\nDisallow: /${'*a'.repeat(1000)}b`, 'debrief', `/${'a'.repeat(100_000)}`)).toBe(true);
  });

  const at = (hours: number) => new Date(Date.parse('2026-11-24T08:00:00Z') + hours * 3_600_000);
  const serving = (answers: readonly (number | string)[]) => {
    let asked = 0;
    const http: Http = {
      get: async ({ url }) => {
        const answer = answers[asked++] ?? '';
        if (answer === 'down') throw new FetchError('connection', url, 'down');
        return {
          status: typeof answer === 'number' ? answer : 200,
          headers: {},
          body: new TextEncoder().encode(String(answer)),
          url,
          redirects: [],
        };
      },
    };
    return { robots: createRobots({ http, agent: 'debrief' }), asked: () => asked };
  };

  it('is asked for once a day and site', async () => {
    const { robots, asked } = serving(['User-agent: *\nDisallow: /a', '']);
    expect(await robots.verdict('https://grid.example/a', at(0))).toBe('forbidden');
    expect(await robots.verdict('https://grid.example/b', at(23))).toBe('allowed');
    expect(asked()).toBe(1);
    expect(await robots.verdict('https://grid.example/a', at(25))).toBe('allowed');
    expect(asked()).toBe(2);
  });

  it('allows all where there is none, and nothing while the server fails, until it is asked again', async () => {
    expect(await serving([404]).robots.verdict('https://grid.example/a', at(0))).toBe('allowed');
    const { robots } = serving([503, 'down', 503, 503, '']);
    expect(await robots.verdict('https://grid.example/a', at(0))).toBe('unanswered');
    expect(await robots.verdict('https://grid.example/a', at(2))).toBe('unanswered');
    expect(await robots.verdict('https://grid.example/a', at(4))).toBe('allowed');
  });

  it('is asked twice before it counts as silent, and again minutes later', async () => {
    expect(await serving([503, 'User-agent: *']).robots.verdict('https://grid.example/a', at(0))).toBe('allowed');
    const { robots } = serving([503, 503, '']);
    expect(await robots.verdict('https://grid.example/a', at(0))).toBe('unanswered');
    expect(await robots.verdict('https://grid.example/a', at(0.05))).toBe('unanswered');
    expect(await robots.verdict('https://grid.example/a', at(0.1))).toBe('allowed');
  });

  it('is forgotten of the sites that were asked about longest ago, when many say much', async () => {
    const much = `User-agent: *\n${`Disallow: /${'a'.repeat(990)}\n`.repeat(500)}`;
    const { robots, asked } = serving(Array<string>(60).fill(much));
    const urls = Array.from({ length: 40 }, (_, n) => `https://site${n}.example/b`);
    const first = urls[0] ?? '';
    for (const url of urls) {
      expect(await robots.verdict(url, at(0))).toBe('allowed');
      await robots.verdict(first, at(0));
    }
    expect(asked()).toBe(40);
    for (const url of urls.slice(20)) await robots.verdict(url, at(0));
    expect(asked()).toBe(40);
    await robots.verdict(urls[1] ?? '', at(0));
    expect(asked()).toBe(41);
  });

  it('counts as it was last had while the server fails', async () => {
    const { robots } = serving(['User-agent: *\nDisallow: /a', 500, 500]);
    expect(await robots.verdict('https://grid.example/b', at(0))).toBe('allowed');
    expect(await robots.verdict('https://grid.example/b', at(25))).toBe('allowed');
    expect(await robots.verdict('https://grid.example/a', at(25))).toBe('forbidden');
  });
});
