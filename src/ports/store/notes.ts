/** What a conversation needs to go on, kept only as long as its thread needs. */
export type ThreadStore = {
  get(key: string, now: Date): Promise<string | null>;
  put(key: string, context: string, expires: Date): Promise<void>;
};

/** Small state by key, such as what admins were told already: kept `until` then, or as long as nobody forgets it (null). */
export type NoteStore = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, until: Date | null): Promise<void>;
  /** True for the one caller who set it first. */
  once(key: string, value: string, until: Date | null): Promise<boolean>;
  forget(key: string): Promise<void>;
};
