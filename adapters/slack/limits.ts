/**
 * What Slack takes, as its Block Kit reference gives it (docs.slack.dev/reference/block-kit), and how much of it a message
 * of ours uses at most. Characters are UTF-16 code units, which is never less than what Slack counts.
 */
export const LIMITS = {
  /** Blocks of a message. */
  blocks: 50,
  /** Blocks of a modal or a home page. */
  viewBlocks: 100,
  /** All words of a message. Slack refuses somewhere above 13,000 (`msg_blocks_too_long`); past 8,000 nobody reads on. */
  characters: 8_000,
  /** The same with the addresses of its links, which count too. */
  charactersWithAddresses: 12_000,
  /** One piece that cannot be split: a paragraph, an item, a quote. */
  piece: 3_000,
  header: 150,
  contextElements: 10,
  /** A text object in a section or a context. */
  textObject: 3_000,
  actions: 25,
  buttonText: 75,
  buttonValue: 2_000,
  actionId: 255,
  address: 3_000,
  /** Tables of a message, each with its rows (the head is one) and columns. */
  tables: 1,
  tableRows: 100,
  tableColumns: 20,
  /** Rows that are seen at once (`page_size` of a `data_table`): a longer table is leafed through. */
  pageRows: 10,
  /** `data_visualization` blocks of a message. */
  charts: 2,
  /** `alt_txt` of a file (files.getUploadURLExternal); a picture in a block takes 2,000. */
  fileAltText: 1_000,
  /** A file's title, which people see above it. */
  fileTitle: 150,
  chartTitle: 50,
  chartLabel: 20,
  chartPoints: 20,
  /** The top-level text: notifications show the first line or two, and Slack advises 4,000. */
  text: 3_000,
  /** Modals. */
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  inputLabel: 2_000,
  inputHint: 2_000,
  optionText: 75,
  optionValue: 150,
  /** Manifest. */
  appName: 35,
  appDescription: 140,
} as const;
