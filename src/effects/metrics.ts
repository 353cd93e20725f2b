import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../ports/metrics.ts';

/** In seconds: from a look-up in memory to a post that is held up for an hour. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 30, 60, 300, 900, 3600];

/** Figures about this process (under the names that every Node process has) and what it serves, for Prometheus and its kin. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const kept = <T>(known: Map<string, T>, name: string, make: (full: string) => T): T => {
    const found = known.get(name) ?? make(`debrief_${name}`);
    known.set(name, found);
    return found;
  };
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const times = new Map<string, Histogram>();
  return {
    count(name, help, by, labels = {}) {
      const labelNames = Object.keys(labels);
      kept(counters, name, (full) => new Counter({ name: full, help, labelNames, registers })).inc({ ...labels }, by);
    },
    gauge(name, help, value, labels = {}) {
      const labelNames = Object.keys(labels);
      kept(gauges, name, (full) => new Gauge({ name: full, help, labelNames, registers })).set({ ...labels }, value);
    },
    time(name, help, seconds, labels = {}) {
      const made = (full: string) =>
        new Histogram({ name: full, help, labelNames: Object.keys(labels), buckets: BUCKETS, registers });
      kept(times, name, made).observe({ ...labels }, seconds);
    },
    text: () => registry.metrics(),
  };
}
