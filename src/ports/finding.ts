/** What `doctor` found out about one part: how it is, and what to do where it is not well. */
export type Finding = {
  readonly part: string;
  readonly state: 'fine' | 'off' | 'missing';
  /** For people: what is there, or what is missing and how to get it. */
  readonly words: string;
};
