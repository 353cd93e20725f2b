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

const RADIX = 36;
const numberIn = (digits: string): bigint =>
  [...digits].reduce((sum, digit) => sum * BigInt(RADIX) + BigInt(Number.parseInt(digit, RADIX)), 0n);

/**
 * A platform's id in letters that stand in an address as they are (RFC 3986, pchar), since whoever passes it on may escape the others: a long
 * number at its end, as Discord's are, in base 36, and an id with other letters as base64url.
 */
function shortOf(id: string): string {
  const [, before, digits] = /^([\w:@-]{0,64}?)([1-9]\d{9,31})$/.exec(id) ?? [];
  if (before !== undefined && digits !== undefined) return `${before}~${BigInt(digits).toString(RADIX)}`;
  return /^[\w:@-]+$/.test(id) ? id : `!${Buffer.from(id).toString('base64url')}`;
}

function idOf(short: string): string {
  if (short.startsWith('!')) return Buffer.from(short.slice(1), 'base64url').toString();
  const [before = '', digits] = short.split('~');
  return digits === undefined ? before : before + numberIn(digits);
}

/** `<payload>.<mac>`. `subject` is bound to it and not written: the page's own path says it. */
export function written(pass: Pass, subject: string | null, key: Buffer): string {
  const hours = pass.expires === null ? '' : Math.ceil(pass.expires.getTime() / HOUR_MS).toString(RADIX);
  const places = pass.channel === null ? [pass.workspace] : [pass.workspace, pass.channel];
  const payload = [`${LETTERS[pass.grant]}${hours}`, ...places.map(shortOf)].join(',');
  return `${payload}.${macOf(payload, subject, key).toString('base64url')}`;
}

const ID = '[\\w:@-]*~[0-9a-z]+|[\\w:@-]+|![\\w-]+';
const PASS = new RegExp(`^([ora])([0-9a-z]{0,7}),(${ID})(?:,(${ID}))?\\.[\\w-]+$`);

/** What a pass says of itself, before anybody believes it; null for what is none. */
export function claimed(text: string): Pass | null {
  if (text.length > 600) return null;
  const [, letter, hours = '', workspace, channel] = PASS.exec(text) ?? [];
  const grant = letter === 'o' ? 'one' : letter === 'r' ? 'reader' : letter === 'a' ? 'admin' : null;
  if (grant === null || workspace === undefined) return null;
  return {
    grant,
    workspace: idOf(workspace),
    channel: channel === undefined ? null : idOf(channel),
    expires: hours === '' ? null : new Date(Number.parseInt(hours, RADIX) * HOUR_MS),
  };
}

/** Whether the pass was made with this key for this subject. */
export function holds(text: string, subject: string | null, key: Buffer): boolean {
  const [payload = '', mac = ''] = text.split('.');
  const given = Buffer.from(mac, 'base64url');
  const made = macOf(payload, subject, key);
  return given.length === made.length && mac === given.toString('base64url') && timingSafeEqual(given, made);
}
