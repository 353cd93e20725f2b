/** The words of a line; what stands between quotation marks, straight or curly, is one word. */
export function wordsOf(line: string): string[] {
  return Array.from(
    line.matchAll(/((?:--?|[—–])[\w-]+=|[a-z]+[=:](?=["“]))?(?:"([^"]*)"|“([^”]*)”|(\S+))/g),
    ([, name = '', straight, curly, bare]) => name + (straight ?? curly ?? bare ?? ''),
  );
}

/** What stands before a command without being part of it: the bot's own name, its slash, a courtesy. */
const BEFORE =
  /^(?:\/?debrief(?:-admin)?(?=\s|$)|[/!](?=[a-z])|(?:please|pls|hey|ok|okay|could you|can you|would you|i want|i'd like|let me see|just)\b,?)\s*/i;
const AFTER = /\s+(?:please|pls|thanks|thank you)[.!]?$/i;

/** The line as it is meant: without courtesies, and with the dashes that phones and Slack make of two hyphens as hyphens again. */
export function bareLine(line: string): string {
  let bare = line
    .replace(/[\u00a0\s]+/g, ' ')
    .replace(/(^|\s)[—–](?=[a-z])/gi, '$1--')
    .trim()
    .replace(AFTER, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(BEFORE, '');
  }
  return bare;
}
