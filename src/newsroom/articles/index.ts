import type { Publisher } from '../publisher.ts';
import { computeIndex } from './computeindex.ts';
import { gridWeekly } from './grid-weekly.ts';
import { harbourLedger } from './harbour-ledger.ts';
import { meridianWire } from './meridian-wire.ts';
import { northwind } from './northwind.ts';
import { rackline } from './rackline.ts';
import { sableRiver } from './sable-river.ts';
import { statuteSilicon } from './statute-silicon.ts';
import { tarnLab } from './tarn-lab.ts';
import { techPulse } from './techpulse.ts';

/** Who publishes in the newsroom. */
export const PUBLISHERS: readonly Publisher[] = [
  gridWeekly,
  harbourLedger,
  meridianWire,
  rackline,
  computeIndex,
  northwind,
  sableRiver,
  tarnLab,
  statuteSilicon,
  techPulse,
];
