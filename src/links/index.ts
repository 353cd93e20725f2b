import { randomBytes } from 'node:crypto';
import { DAY_MS, HOUR_MS } from '../durations.ts';
import type { Span } from '../model.ts';
import type { Linker, Links } from '../ports/links.ts';
import type { Store } from '../ports/store.ts';
import { claimed, holds, keyFrom, type Pass, written } from './pass.ts';

/** How long links hold. */
const MONTH_MS = 30 * DAY_MS;
const WEEK_MS = 7 * DAY_MS;
const HALF_DAY_MS = 12 * HOUR_MS;

export type LinkOptions = {
  readonly store: Pick<Store, 'notes'>;
  /** Keys of the whole machine, the one that signs first; the others are former ones whose links still hold. Reckoned when first needed. */
  roots(): readonly [Buffer, ...Buffer[]];
  readonly inChat: boolean;
  address(): string | null;
};

/** Under it lies the part of the key that is a workspace's own: forgotten with the workspace, made anew when links are revoked. */
const noteOf = (workspace: string): string => `links:${workspace}`;

const fresh = (): string => randomBytes(18).toString('base64url');

type Place = Pick<Span, 'article' | 'start' | 'end'>;

/** What a thing is called in its link's signature, and where it lies below the pass. */
export const editionPath = (debrief: string): string => `e/${debrief}`;
/** An article's id is hexadecimal: as base64url it is a third shorter, and its place is told by its start and length in base 36. */
export const receiptPath = ({ article, start, end }: Place): string =>
  `a/${Buffer.from(article, 'hex').toString('base64url')}/${start.toString(36)}-${(end - start).toString(36)}`;
/** The place that a receipt's path tells of; null where it is none. */
export function placeAt(article: string, at: string): Place | null {
  const [, from, length] = /^([0-9a-z]{1,6})-([0-9a-z]{1,6})$/.exec(at) ?? [];
  if (from === undefined || length === undefined || !/^[\w-]{1,64}$/.test(article)) return null;
  const start = Number.parseInt(from, 36);
  const end = start + Number.parseInt(length, 36);
  return { article: Buffer.from(article, 'base64url').toString('hex'), start, end };
}
export const FEED = 'feed';

export function createLinks({ store: { notes }, roots, inChat, address }: LinkOptions): Links {
  let made: readonly [Buffer, ...Buffer[]] | null = null;
  const rootKeys = (): readonly [Buffer, ...Buffer[]] => {
    made ??= roots();
    return made;
  };
  const keyOf = async (workspace: string): Promise<string> => {
    const kept = await notes.get(noteOf(workspace));
    if (kept !== null) return kept;
    await notes.once(noteOf(workspace), fresh(), null);
    return (await notes.get(noteOf(workspace))) ?? '';
  };

  return {
    address,
    inChat,
    async of(workspace) {
      const base = address();
      if (base === null) return null;
      const key = keyFrom(rootKeys()[0], await keyOf(workspace));
      const at = (pass: Omit<Pass, 'workspace'>, subject: string | null, path: string): string =>
        `${base}/p/${written({ ...pass, workspace }, subject, key)}/${path}`;
      const one = (from: Date, path: string, channel: string | null = null): string =>
        at({ grant: 'one', channel, expires: new Date(from.getTime() + MONTH_MS) }, path, path);
      const linker: Linker = {
        receipt: (from) => (_source, span) => one(from, receiptPath(span)),
        edition: (debrief, channel, from) => one(from, editionPath(debrief), channel),
        feed: (channel, format) => at({ grant: 'one', channel, expires: null }, FEED, `${FEED}/${format}`),
        pages(grant, channel, from) {
          const expires = new Date(from.getTime() + (grant === 'admin' ? HALF_DAY_MS : WEEK_MS));
          return at({ grant, channel, expires }, null, '');
        },
      };
      return linker;
    },
    async opened(text, subject, now) {
      const pass = claimed(text);
      const kept = pass === null ? null : await notes.get(noteOf(pass.workspace));
      if (pass === null || kept === null) return { kind: 'forged' };
      const bound = pass.grant === 'one' ? subject : null;
      if (pass.grant === 'one' && bound === null) return { kind: 'forged' };
      if (!rootKeys().some((root) => holds(text, bound, keyFrom(root, kept)))) return { kind: 'forged' };
      if (pass.expires !== null && pass.expires <= now) return { kind: 'expired' };
      const { grant, workspace, channel } = pass;
      return { kind: 'open', grant, workspace, channel };
    },
    revoke: (workspace) => notes.set(noteOf(workspace), fresh(), null),
  };
}
