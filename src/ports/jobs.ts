/** A job carries a row's key to whoever does the work. The key is its singleton; doing it twice changes nothing. */
export type Jobs = {
  /** Registers the worker of a queue. At most `concurrency` at a time in this process. */
  work(queue: string, concurrency: number, handler: (key: string) => Promise<void>): Promise<void>;
  /** In this order, not before `after`. A key that waits already is not added again; one whose job runs comes again after it. */
  enqueue(queue: string, keys: readonly string[], after?: Date): Promise<void>;
  /** Waits for what runs, starts nothing more. */
  stop(): Promise<void>;
};

export type JobsOptions = {
  /** How long after its first failure a job is tried again, a whole number of seconds; then twice as long each time. */
  readonly retryMs?: number;
  /** What failed as often as it is tried: what its key names is left as it is. */
  onDead(queue: string, key: string): Promise<void>;
};
