/** Verbs that say who is addressed before what is said. */
export const ADDRESSES: ReadonlySet<string> = new Set(
  'tell ask remind inform warn assure promise persuade convince advise instruct notify teach show give offer urge order'.split(
    ' ',
  ),
);
