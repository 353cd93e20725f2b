/** The words of a line; what stands between quotation marks of any kind is one word. An apostrophe within a word is none. */
export function wordsOf(line: string): string[] {
  return Array.from(
    line.matchAll(
      /((?:--?|[—–])[\w-]+=|[a-z]+[=:](?=["“„«]))?(?:"([^"]*)"|“([^”]*)”|„([^“”„]*)[“”]|«([^«»]*)»|‘([^‘’]*)’(?=\s|$)|'([^']+)'(?=\s|$)|(\S+))/g,
    ),
    ([, name = '', ...forms]) => name + (forms.find((form) => form !== undefined) ?? ''),
  );
}

/** What stands before a command without being part of it: the bot's own name, its slash, a courtesy. */
const BEFORE =
  /^(?:\/?debrief(?:-admin)?(?=\s|$)|[/!](?=[a-z])|(?:please|pls|hey|ok|okay|could you|can you|would you|(?:can|could|may) (?:i|we) (?:please )?(?:see|have|get|read)|i want|i'd like|let me see|just)\b,?)\s*/i;
const AFTER = /(?<!\s)\s+(?:please|pls|thanks|thank you)[.!]?$/i;

/** The dashes before a flag, as phones and chats make them of two hyphens: one long dash, two, or one beside a hyphen. */
const DASHES = /(^|\s)([-—–]{1,3})(?=[a-z])/gi;

/** The line as it is meant: without courtesies and the marks of code around it, and with hyphens where they became dashes. */
export function bareLine(line: string): string {
  let bare = line
    .replace(/[\u00a0\s]+/g, ' ')
    .trim()
    .replace(/^`+(?:([^`]+)`+)?$/, '$1')
    .replace(DASHES, (all, before: string, dashes: string) => (/[—–]/.test(dashes) ? `${before}--` : all))
    .trim()
    .replace(AFTER, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(BEFORE, '');
  }
  return bare;
}
