/** Verbs that say little beside a figure. */
export const MEASURE: ReadonlySet<string> = new Set(
  'be have amount total stand reach come run put number cost hold take make get see account represent go bring stretch last include spend draw carry contain serve own use need require handle support measure span weigh'.split(
    ' ',
  ),
);

/** Nouns for how much there is of something else. */
export const AMOUNT: ReadonlySet<string> = new Set(
  'share price cost rate level number amount size value total count figure proportion percentage part worth bill fee sum capacity'.split(
    ' ',
  ),
);
