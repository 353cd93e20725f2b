/** A job carries a row's key to whoever does the work. The key is its singleton; doing it twice changes nothing. */
export type Jobs = {
  /** Registers the worker of a queue. At most `concurrency` at a time in this process. */
  work(queue: string, concurrency: number, handler: (key: string) => Promise<void>): Promise<void>;
  enqueue(queue: string, key: string, after?: Date): Promise<void>;
  /** Waits for what runs, starts nothing more. */
  stop(): Promise<void>;
};
