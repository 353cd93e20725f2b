import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export type Metrics = {
  /** Sets a gauge: a lower-case name without the prefix `debrief_`, with what it counts. */
  gauge(name: string, help: string, value: number): void;
  /** In the Prometheus text exposition format. */
  text(): Promise<string>;
};

/** Figures about this process and what it serves, for Prometheus and its kin. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'debrief_' });
  const gauges = new Map<string, Gauge>();
  return {
    gauge(name, help, value) {
      const known = gauges.get(name) ?? new Gauge({ name: `debrief_${name}`, help, registers: [registry] });
      gauges.set(name, known);
      known.set(value);
    },
    text: () => registry.metrics(),
  };
}
