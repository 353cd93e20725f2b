/** What one of several processes does for all of them, such as the round of feeds: whoever holds its key does it. */
export type LeaseStore = {
  /** True where nobody else holds the key at `now`: it is the holder's for `ms` more. Taking it again lengthens it. */
  take(key: string, holder: string, now: Date, ms: number): Promise<boolean>;
  /** Gives back what the holder holds; of what another holds by now nothing changes. */
  release(key: string, holder: string): Promise<void>;
};
