type Labels = Readonly<Record<string, string>>;

/** Names are given without the prefix `debrief_`, with unit and kind as Prometheus has them: `polls_total`, `disk_free_bytes`. */
export type Metrics = {
  count(name: string, help: string, by: number, labels?: Labels): void;
  gauge(name: string, help: string, value: number, labels?: Labels): void;
  /** A length of time, in seconds. */
  time(name: string, help: string, seconds: number, labels?: Labels): void;
  /** In the Prometheus text exposition format. */
  text(): Promise<string>;
};

/** For a process that nobody asks. */
export const NO_METRICS: Metrics = { count() {}, gauge() {}, time() {}, text: async () => '' };
