/** A reader of a workspace was shown a debrief. */
export type Look = {
  readonly workspace: string;
  /** Who, and where: whoever asks there next is answered about the same debrief. */
  readonly reader: string;
  /** Its id. */
  readonly debrief: string;
  readonly at: string;
};

/** What readers were shown, kept for as long as they may ask about it. */
export type LookStore = {
  /** Looking again at the same makes it the last look. */
  add(look: Look): Promise<void>;
  last(workspace: string, reader: string): Promise<Look | null>;
  /** Whether a workspace was shown a debrief: in a channel of its own, or because somebody there looked. */
  shown(workspace: string, debrief: string): Promise<boolean>;
  /** The ids of the debriefs that a workspace was shown since. */
  since(workspace: string, since: Date): Promise<readonly string[]>;
};
