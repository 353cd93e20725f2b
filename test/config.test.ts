import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, VARIABLES } from '../src/config/environment.ts';
import { readConfig } from '../src/config.ts';
import { UsageError } from '../src/errors.ts';

function faultsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof UsageError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing: a file beside the program, the loopback interface, the terminal', () => {
    const config = readConfig({});
    expect(config.database).toEqual({ kind: 'sqlite', file: 'debrief.sqlite' });
    expect(config.http.host).toBe('127.0.0.1');
    expect([config.slack.botToken, config.discord.token, config.model.key]).toEqual([null, null, null]);
  });

  it('names every fault at once, with what was given and what is expected', () => {
    const faults = faultsOf({
      DEBRIEF_HTTP_PORT: '99999',
      DEBRIEF_ZONE: 'Berlin',
      DEBRIEF_ALLOW_HOSTS: 'http://a/b',
      DEBRIEF_HTP_HOST: '::',
    });
    expect(faults).toHaveLength(4);
    expect(faults.join('\n')).toContain(
      'DEBRIEF_HTP_HOST is not a variable of Debrief; did you mean DEBRIEF_HTTP_HOST?',
    );
    expect(faults.join('\n')).toContain('DEBRIEF_ZONE: expected an IANA time zone such as Europe/Berlin, got "Berlin"');
  });

  it('names what is missing beside a fault, and what is wrong with the field’s file, in one go', () => {
    const faults = faultsOf({
      DEBRIEF_ZONE: 'Berlin',
      DEBRIEF_FIELD: 'nowhere/field.json',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      DEBRIEF_HTTP_PORT: '99999',
    });
    // A port that is wrong is there: nobody is told to add one.
    expect(faults).toEqual([
      expect.stringContaining('DEBRIEF_HTTP_PORT: expected a port'),
      expect.stringContaining('DEBRIEF_ZONE'),
      expect.stringMatching(/^DEBRIEF_FIELD: nowhere\/field\.json cannot be read/),
    ]);
    expect(faultsOf({ DEBRIEF_ZONE: 'Berlin', SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      expect.stringContaining('DEBRIEF_ZONE'),
      expect.stringContaining('add SLACK_APP_TOKEN'),
    ]);
  });

  it('never shows the value of a secret', () => {
    const faults = faultsOf({ SLACK_BOT_TOKEN: 'a-secret-of-mine', DEBRIEF_SECRET: 'short' });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).not.toMatch(/a-secret-of-mine|short"/);
  });

  it('says which variable is missing beside one that is set', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
    expect(faultsOf({ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'x' })).toHaveLength(2);
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toEqual([
      expect.stringContaining('DEBRIEF_HTTP_PORT'),
    ]);
  });

  it('refuses what would fail only when it is used', () => {
    const faults = faultsOf({
      DEBRIEF_CONTACT: 'Jürgen <j@example.com>',
      OPENAI_API_KEY: 'a\u2026key',
      DEBRIEF_ALLOW_HOSTS: 'wiki.intern:99999',
      DEBRIEF_HTTP_HOST: 'http://0.0.0.0',
      DEBRIEF_SECRET_OLD: 'the one before',
    });
    expect(faults.map((fault) => fault.split(':')[0]).toSorted()).toEqual([
      'DEBRIEF_ALLOW_HOSTS',
      'DEBRIEF_CONTACT',
      'DEBRIEF_HTTP_HOST',
      'DEBRIEF_SECRET_OLD is set',
      'OPENAI_API_KEY',
    ]);
    expect(faults.join('\n')).not.toContain('key"');
    expect(faultsOf({ DEBRIEF_SECRET_OLD: 'the one before' })).toEqual([expect.stringContaining('DEBRIEF_SECRET')]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', DEBRIEF_HTTP_PORT: '' }).discord.token).toBeNull();
  });

  it('has every variable in the README’s table, with what it is where it is not set', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const rows = Array.from(
      readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|.*\| ?(.*?) ?\|$/gm),
      ([, names = '', value = '']) => ({
        names: Array.from(names.matchAll(/[A-Z_]+/g), ([name]) => name),
        values: value
          .replaceAll('`', '')
          .split(/, /)
          .filter((each) => each !== ''),
      }),
    );
    expect(rows.flatMap(({ names }) => names).toSorted()).toEqual([...VARIABLES].toSorted());
    for (const { names, values } of rows) {
      const defaults = names.flatMap((name) => DEFAULTS.get(name) ?? []).map(String);
      // What is decided later, such as the level of the log, has its value in words alone.
      if (defaults.length > 0) expect({ names, values }).toEqual({ names, values: [...new Set(defaults)] });
    }
  });

  it('has every variable that the image, compose and the Kubernetes example give', () => {
    const own = /\b(?:DEBRIEF|SLACK|DISCORD|OPENAI)_[A-Z_]+/g;
    for (const file of ['Dockerfile', 'compose.yaml', 'deploy/kubernetes.yaml']) {
      const given = readFileSync(join(import.meta.dirname, '..', file), 'utf8').match(own) ?? [];
      expect(given.length, file).toBeGreaterThan(0);
      expect([...new Set(given)].filter((name) => !VARIABLES.includes(name))).toEqual([]);
    }
  });

  it('tells a file from a server by the address', () => {
    expect(readConfig({ DEBRIEF_DATABASE_URL: 'sqlite:///data/a.sqlite' }).database).toEqual({
      kind: 'sqlite',
      file: '/data/a.sqlite',
    });
    expect(readConfig({ DEBRIEF_DATABASE_URL: 'postgres://u@h/d' }).database.kind).toBe('postgres');
  });

  it('takes an address of another kind for no file, and does not tell its password back', () => {
    const read = () => readConfig({ DEBRIEF_DATABASE_URL: 'postgre://debrief:hunter2@db.example/news' });
    expect(read).toThrow(/DEBRIEF_DATABASE_URL: expected a file, or postgres:/);
    expect(read).not.toThrow(/hunter2/);
  });
});
