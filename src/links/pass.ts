import { createHmac, timingSafeEqual } from 'node:crypto';
import { HOUR_MS } from '../durations.ts';
import type { Grant } from '../ports/links.ts';

/** What a link carries. Times are whole hours, so that it stays short. */
export type Pass = {
  readonly grant: Grant;
  readonly workspace: string;
  readonly channel: string | null;
  /** Null: until it is revoked. */
  readonly expires: Date | null;
};

const LETTERS: Readonly<Record<Grant, string>> = { one: 'o', reader: 'r', admin: 'a' };
/** 96 bits: as RFC 2104 and NIST SP 800-107 allow it, and short enough for a message that has forty of them. */
const MAC_BYTES = 12;

/** A key of a workspace's links: none but whoever has both parts can make one. */
export function keyFrom(root: Buffer, workspaceKey: string): Buffer {
  return createHmac('sha256', root).update(workspaceKey).digest();
}

const macOf = (payload: string, subject: string | null, key: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`${payload}\n${subject ?? ''}`)
    .digest()
    .subarray(0, MAC_BYTES);

/** `<payload>.<mac>`, base64url. `subject` is bound to it and not written: the page's own path says it. */
export function written(pass: Pass, subject: string | null, key: Buffer): string {
  const hours = pass.expires === null ? '' : Math.ceil(pass.expires.getTime() / HOUR_MS).toString(36);
  const parts = [`${LETTERS[pass.grant]}${hours}`, encodeURIComponent(pass.workspace)];
  if (pass.channel !== null) parts.push(encodeURIComponent(pass.channel));
  const payload = Buffer.from(parts.join('|')).toString('base64url');
  return `${payload}.${macOf(payload, subject, key).toString('base64url')}`;
}

/** What a pass says of itself, before anybody believes it; null for what is none. */
export function claimed(text: string): Pass | null {
  const [payload = '', mac = '', ...more] = text.split('.');
  if (text.length > 600 || payload === '' || mac === '' || more.length > 0) return null;
  const [, letter, hours = '', workspace = '', channel] =
    /^([ora])([0-9a-z]{0,7})\|([^|]+)(?:\|([^|]+))?$/.exec(Buffer.from(payload, 'base64url').toString('utf8')) ?? [];
  const grant = letter === 'o' ? 'one' : letter === 'r' ? 'reader' : letter === 'a' ? 'admin' : null;
  if (grant === null) return null;
  try {
    return {
      grant,
      workspace: decodeURIComponent(workspace),
      channel: channel === undefined ? null : decodeURIComponent(channel),
      expires: hours === '' ? null : new Date(Number.parseInt(hours, 36) * HOUR_MS),
    };
  } catch {
    return null;
  }
}

/** Whether the pass was made with this key for this subject. */
export function holds(text: string, subject: string | null, key: Buffer): boolean {
  const [payload = '', mac = ''] = text.split('.');
  const given = Buffer.from(mac, 'base64url');
  const made = macOf(payload, subject, key);
  return given.length === made.length && mac === given.toString('base64url') && timingSafeEqual(given, made);
}
