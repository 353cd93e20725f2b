/** What a message says, free of any platform. All text is plain: an adapter escapes it, nothing in it can mention. */
export type Document = {
  /** One line for notifications and screen readers. */
  readonly summary: string;
  /** Most important first: a renderer that runs out of room drops from the bottom and says how much more there is. */
  readonly blocks: readonly Block[];
  /** Replies in the thread of the message, where a platform has threads; each has its own key. */
  readonly thread: readonly { readonly key: string; readonly document: Document }[];
};

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style?: 'strong' | 'emphasis' | 'code' }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** What is typed after the bot’s name, `story 1`; a platform shows it as it is typed there, or as something to press. */
  | { readonly kind: 'command'; readonly text: string; readonly admin: boolean }
  /** An instant, shown in the reader's own zone where a platform can. */
  | {
      readonly kind: 'time';
      readonly at: string;
      readonly zone: string;
      readonly style: 'date' | 'time' | 'datetime' | 'relative';
    }
  /** A receipt: [n], opening the article at the sentence. */
  | { readonly kind: 'receipt'; readonly n: number; readonly href: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly href?: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  /** Small print: counts, windows, who wrote it. */
  | { readonly kind: 'context'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'quote'; readonly text: string; readonly by: readonly Inline[] }
  | { readonly kind: 'chart'; readonly series: Series }
  /** Text as it is. With `file` it is a file's: a platform that takes files is given that, others show the text. */
  | { readonly kind: 'code'; readonly text: string; readonly file?: Attached }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

/** A file that goes with a message; its name is at most 60 characters of a-z, 0-9, - and . */
export type Attached = { readonly name: string; readonly mediaType: string; readonly content: string };

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/**
 * A button. `id` is at most 90 characters, `verb` or `verb:argument`, and is all that comes back when it is pressed,
 * even years later: it names rows of the store and holds no state.
 */
export type Action =
  | { readonly kind: 'press'; readonly id: string; readonly label: string; readonly style?: 'primary' | 'danger' }
  /** Opens a form (a modal); the form itself is asked for when the button is pressed. */
  | { readonly kind: 'form'; readonly id: string; readonly label: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

/** Figures of one entity, concept and unit over time. */
export type Series = {
  readonly title: string;
  /** What the trend is, in words: the alt text. */
  readonly alt: string;
  readonly unit: string | null;
  /** What its points are levels or sums of; by their days where it is not given. */
  readonly grain?: 'year' | 'quarter';
  /** Where its points come from and until when they reach, in words. */
  readonly note?: string;
  /** What the points that were foretold are called, in a word: the key of the dashes. */
  readonly foretold?: string;
  /** In time order. `at` is an ISO date; `low` and `high` differ for a range; `forecast` for what was foretold. */
  readonly points: readonly {
    readonly at: string;
    readonly low: number;
    readonly high: number;
    readonly label: string;
    readonly forecast: boolean;
  }[];
};

/** A modal: fields that are checked one by one, with the fault beside the field. */
export type Form = {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
};

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly kind: 'line' | 'paragraph' | 'choice' | 'choices' | 'channel';
  readonly initial: string | null;
  /** For choice and choices; at most 25. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
};
