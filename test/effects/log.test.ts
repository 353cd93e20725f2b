import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/effects/log.ts';
import { redact } from '../../src/secrets.ts';

function sink(isTTY: boolean) {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, destination: Object.assign(destination, { isTTY }) };
}

// Put together here, so that no scanner takes them for the real thing.
const SLACK = ['xoxb', '1234567890', 'abcdefABCDEF'].join('-');
const DISCORD = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcDE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.');
const OPENAI = ['sk', 'proj', 'abcdefghijklmnop'].join('-');

describe('the log', () => {
  it('writes JSON lines with time, level, message and fields', () => {
    const { lines, destination } = sink(false);
    createLog({ level: 'info', destination }).warn({ feed: 'grid', error: new Error('it is down') }, 'a feed failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      msg: 'a feed failed',
      feed: 'grid',
      error: { message: 'it is down' },
    });
  });

  it('writes a line for people on a terminal', () => {
    const { lines, destination } = sink(true);
    const log = createLog({ level: 'info', destination });
    log.error({ feed: 'grid', error: new Error('it is down') }, 'a feed failed');
    log.info({ items: 3, title: 'Grid Weekly' }, 'polled');
    log.debug({}, 'not shown');
    expect(lines.map((line) => line.slice(9))).toEqual([
      'error: a feed failed  feed=grid  error="it is down"\n',
      'polled  items=3  title="Grid Weekly"\n',
    ]);
  });

  it('holds no secret, in whatever field or text it stands', () => {
    const { lines, destination } = sink(false);
    const log = createLog({ level: 'debug', destination });
    const cause = new Error(`POST https://hooks.slack.com/services/T0/B0/abcdef with Authorization: Bearer ${OPENAI}`);
    log.error({ error: new Error(`refused ${SLACK}`, { cause }), request: { botToken: 'plain', n: 1 } }, DISCORD);
    log.info({ url: 'postgres://admin:hunter2@db.example/x', feed: 'https://f.example/rss?key=hunter2&a=1' }, 'open');
    const text = lines.join('');
    for (const secret of [SLACK, DISCORD, OPENAI, 'hunter2', 'T0/B0', '"plain"']) expect(text).not.toContain(secret);
    expect(text).toContain('https://f.example/rss?key=[hidden]&a=1');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('leaves what is no secret as it is', () => {
    const text =
      '{"inputTokens":120,"msg":"Helio said 5.4.3 at https://news.example/sk-iing?page=2","edition":"0a1b2c3d"}';
    expect(redact(text)).toBe(text);
  });

  it('takes no longer over hostile text than over any other', () => {
    // Of the processor, so that what else the machine does meanwhile does not count.
    const before = process.cpuUsage();
    for (const piece of ['"', 'a://', '"token', 'Bearer ', 'a.', 'x-', '\\"'])
      redact(piece.repeat(1_000_000 / piece.length));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
  });
});
