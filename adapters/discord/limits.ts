/**
 * What Discord takes, as its reference gives it (docs.discord.com/developers, "Components" and "Message"), and how much of it a
 * message of ours uses at most. Characters are UTF-16 code units, which is never less than what Discord counts.
 */
export const LIMITS = {
  /** Components of a message, nested ones counted. */
  components: 40,
  /** Text of a message with Components V2, all of it together. */
  characters: 4_000,
  /** UTF-8 bytes of that text with `displayBytes` for each piece; past it Discord answers 500 (seen, not documented). */
  bytes: 10_170,
  displayBytes: 12,
  rowButtons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  altText: 1_024,
  galleryItems: 10,
  selectOptions: 25,
  /** Classic messages: the fallback. */
  content: 2_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedsTogether: 6_000,
  /** Threads and forum posts. */
  threadName: 100,
  forumTags: 5,
  /** Modals. */
  modalTitle: 45,
  modalFields: 5,
  fieldLabel: 45,
  fieldHint: 100,
  fieldInitial: 4_000,
  optionLabel: 100,
  /** Commands. */
  commandName: 32,
  commandDescription: 100,
  commandCharacters: 8_000,
  commandOptions: 25,
  choices: 25,
  choiceLength: 100,
  nonce: 25,
} as const;

/** What a message of ours uses of it; the links of its receipts count. */
export const ROOM = {
  characters: 3_900,
  bytes: 9_900,
  /** One more is needed where a role is called. */
  components: 39,
  /** A longer address is written out only where room is left over. */
  address: 200,
  /** A piece that cannot be split: an item, a quote, a row. */
  piece: 1_800,
  heading: 250,
  tableColumns: 30,
  charts: 4,
} as const;
