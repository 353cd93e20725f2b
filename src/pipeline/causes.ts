import { counted } from '../locale/counted.ts';
import type { FailedFeed, GatherReport } from './round.ts';

/** What failed, and the feeds that it befell. */
export type Cause = { readonly kind: string; readonly reason: string; readonly feeds: readonly FailedFeed[] };

const NAMED = 5;

/**
 * What failed in a round, each cause once: a reason begins with the host where it is one server's. Where no host of several is found it is not
 * the feeds that are at fault.
 */
export function causesOf({ feeds, failed }: Pick<GatherReport, 'feeds' | 'failed'>): readonly Cause[] {
  if (feeds > 1 && failed.length === feeds && failed.every(({ kind }) => kind === 'dns'))
    return [{ kind: 'dns', reason: 'no address can be found from here: is this machine online?', feeds: failed }];
  const byReason = Map.groupBy(failed, ({ reason }) => reason.replace(/^[\w.-]+(?::\d+)?: /, ''));
  return [...byReason].map(([reason, befallen]) => {
    const [first] = befallen;
    const isOne = befallen.length === 1 && first !== undefined;
    return { kind: first?.kind ?? '', reason: isOne ? first.reason : reason, feeds: befallen };
  });
}

/** Which feeds a cause befell: their names, of many the first few. */
export function befallen({ feeds }: Cause): string {
  const names = feeds.slice(0, NAMED).map(({ title }) => title);
  const more = feeds.length > NAMED ? ` and ${feeds.length - NAMED} more` : '';
  return feeds.length === 1 ? names.join('') : `${counted(feeds.length, 'feed')} (${names.join(', ')}${more})`;
}

/** A cause in a line for people. */
export const causeInWords = (cause: Cause): string => `${befallen(cause)}: ${cause.reason}`;
