import type { Publisher } from '../publisher.ts';
import { gridWeekly } from './grid-weekly.ts';
import { harbourLedger } from './harbour-ledger.ts';
import { meridianWire } from './meridian-wire.ts';
import { rackline } from './rackline.ts';

/** Who publishes in the newsroom, the weightier first. */
export const PUBLISHERS: readonly Publisher[] = [gridWeekly, harbourLedger, meridianWire, rackline];
