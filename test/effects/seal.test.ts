import { describe, expect, it } from 'vitest';
import { sealAnew, sealWith } from '../../src/effects/seal.ts';

describe('a seal', () => {
  const seal = sealWith('a secret of sixteen characters or more');

  it('opens what it sealed, and nobody reads it without', () => {
    const sealed = seal.seal('{"token":"geheim ☃"}', 'slack:T1');
    expect(sealed).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString()).not.toContain('geheim');
    expect(seal.open(sealed, 'slack:T1')).toBe('{"token":"geheim ☃"}');
    expect(seal.seal('{"token":"geheim ☃"}', 'slack:T1')).not.toBe(sealed);
    expect(sealWith('a secret of sixteen characters or more').open(sealed, 'slack:T1')).toContain('geheim');
  });

  it('does not open for another subject, with another secret, or after a change', () => {
    const sealed = seal.seal('token', 'slack:T1');
    const other = sealWith('another secret of many characters');
    const changed = sealed.replace(/\.([^.])([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`);
    expect(() => seal.open(sealed, 'slack:T2')).toThrow(/another DEBRIEF_SECRET/);
    expect(() => other.open(sealed, 'slack:T1')).toThrow(/another DEBRIEF_SECRET/);
    expect(() => seal.open(changed, 'slack:T1')).toThrow(/slack:T1/);
    for (const text of ['', 'v1', 'v1.a.b.c', 'v2.x.y.z', 'token']) {
      expect(() => seal.open(text, 'slack:T1'), text).toThrow(/not a sealed text/);
    }
  });

  it('changes its secret: the former one still opens, and all is sealed anew', async () => {
    const kept = new Map([
      ['slack:T1', sealWith('the former secret').seal('xoxb', 'slack:T1')],
      ['slack:T2', sealWith('the new secret').seal('xoxb', 'slack:T2')],
      ['slack:T3', sealWith('some third secret').seal('xoxb', 'slack:T3')],
    ]);
    const store = {
      list: async () => [...kept.keys()],
      get: async (id: string) => kept.get(id) ?? null,
      put: async (id: string, sealed: string) => void kept.set(id, sealed),
      remove: async () => {},
    };
    expect(await sealAnew(store, 'the new secret', 'the former secret')).toEqual({ sealed: 2, closed: ['slack:T3'] });
    const before = new Map(kept);
    // Changed once more, and the one before is not named: what it sealed stays as it is, and is named at every start.
    expect(await sealAnew(store, 'a newer secret', null)).toEqual({ sealed: 0, closed: [...kept.keys()] });
    expect(await sealAnew(store, 'the new secret', null)).toEqual({ sealed: 0, closed: ['slack:T3'] });
    expect(kept).toEqual(before);
    for (const id of ['slack:T1', 'slack:T2'])
      expect(sealWith('the new secret').open(kept.get(id) ?? '', id)).toBe('xoxb');
  });
});
