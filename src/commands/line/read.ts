import { topicsLike } from '../../domain/topics.ts';
import type { Words } from '../../locale/index.ts';
import type { CommandSpec } from '../../ports/platform.ts';
import { dayNamed } from '../day.ts';
import { findCommand, groupNamed, meantBy } from './find.ts';
import { integerOf, readOptions } from './options.ts';
import { bareLine, wordsOf } from './words.ts';

/** A line read as a command, or what is wrong with it and what was probably meant. */
export type Reading =
  | {
      readonly kind: 'command';
      readonly path: readonly string[];
      readonly options: Readonly<Record<string, string | number | boolean>>;
    }
  /** `among`: what it may mean, the likeliest first; empty where it is like nothing. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly why: string; readonly among: readonly CommandSpec[] }
  | { readonly kind: 'faults'; readonly spec: CommandSpec; readonly faults: readonly string[] };

const ASKING =
  /^(?:tell(?= me| us)|who|whom|whose|what|whats|what's|what’s|when|where|which|how|is|are|am|was|were|does|do|did|will|would|can|could|should|has|have|had)\b/i;
/** With nobody to greet, whoever says hello wants to know what there is. */
const GREETING =
  /^(?:hi|hello|hey|(?:good )?(?:morning|afternoon|evening))(?: (?:all|there|team|everybody|everyone))?[!.]*$/i;
const WHY_QUESTION =
  /^why (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|isn|aren|don|doesn|didn|hasn)\b/i;
/** Somebody asks for what is new of something, or of a day. */
const NEWS_OF =
  /^(?:what(?:['’]?s| is)? new|any news|anything new|some news|anything) (?:on|about|in|with|from|for) (.+?)[?!.]*$/i;
/** Whoever asks what there is wants the list. */
const WHAT_THERE_IS =
  /^(?:which|what) ([a-z]+) (?:are there|are set(?: up)?|are (?:in|on) here|exist|do (?:i|we|you) have|have (?:i|we|you)(?: got)?)[?.]*$/i;
/** Words of a question about a receipt that has nothing else in it. */
const OF_RECEIPT =
  /^(?:where|what|who|which|is|are|does|do|did|come|comes|from|it|that|says?|said|source|article|behind|for|of|the|about|in)$/i;
/** Somebody asks for what a debrief has not. */
const LEFT_OUT = /^why (?:is|was|are|were) (.+) left out(?: of .+?)?[?!.]*$/i;
const MISSED = /^what (?:did|have) (?:i|we) miss(?:ed)?[?!.]*$/i;
const NEWS =
  /^(?:what(?:['’]?s| is| was| has)?|anything|something) ?(?:is |has )?(?:new|up|happening|happened|going on|the news|the latest|on)(?: (today|yesterday))?[?!.]*$/i;

/** A question in somebody's own words, which needs no command before it. */
function isQuestion(line: string): boolean {
  const words = line.split(' ').length;
  if (WHY_QUESTION.test(line)) return words > 3;
  if (/^why\b/i.test(line)) return false;
  return (ASKING.test(line) && words > 2) || (line.endsWith('?') && words > 1 && !/^(?:ask|q|help)\b/i.test(line));
}

/** `where is [4] from?` */
function receiptAsked(line: string): string | null {
  const words = line.replace(/(?<![?!.])[?!.]+$/, '').split(' ');
  const named = words.filter((word) => /^\[\d{1,9}\]$/.test(word));
  const isAll = words.length <= 7 && words.every((word) => named.includes(word) || OF_RECEIPT.test(word));
  return named.length === 1 && words.length > 1 && isAll ? (named[0] ?? null) : null;
}

/** `the second story`, `4th receipt`: how they count it stands before it. */
const COUNTED = /^(?:the )?(\d{1,2}(?:st|nd|rd|th)|[a-z]{5,7}) (story|receipt|source)[.?]?$/i;

/** A debrief is of a topic, a day or both; what is new of anything else is a question. */
const namesDebrief = (words: string): boolean =>
  topicsLike(words.replace(/(?:^| )(?:today|yesterday)$/i, '')).length > 0 ||
  dayNamed(words, new Date(0), 'UTC', false) !== null;

/** What is a command without its name: `[1]` is a receipt, `2` or `#2` a story, a day the debrief of that day. */
function shorthand(line: string): string | null {
  const receipt = /^\[(\d{1,9})\](?:\[\d{1,9}\])*[.?]?$/.exec(line)?.[1];
  if (receipt !== undefined) return `receipt ${receipt}`;
  const story = /^#?(\d{1,2})[.)]?$/.exec(line)?.[1];
  if (story !== undefined) return `story ${story}`;
  if (/^(?:yesterday(?:['’]s)?|\d{4}-\d{2}-\d{2})(?: (?:news|debrief|digest))?$/i.test(line))
    return `latest ${line.replace(/['’]s|(?: (?:news|debrief|digest))$/gi, '')}`;
  const [, which = '', noun = ''] = COUNTED.exec(line) ?? [];
  if (integerOf(which) !== null) return `${noun.toLowerCase()} ${which}`;
  const asked = receiptAsked(line);
  if (asked !== null) return `receipt ${asked}`;
  if (MISSED.test(line)) return 'latest';
  const leftOut = LEFT_OUT.exec(line)?.[1];
  if (leftOut !== undefined) return `why ${leftOut}`;
  const of = NEWS_OF.exec(line);
  const topic = of?.[1] ?? '';
  if (of !== null && (/new/i.test(of[0]) || /\b(?:today|yesterday)$/i.test(topic)))
    return namesDebrief(topic) ? `latest ${topic.replace(/ ?\btoday$/i, '')}` : `ask ${line}`;
  if (/^help me[.!]?$/i.test(line) || GREETING.test(line)) return 'help';
  const news = NEWS.exec(line);
  return news === null ? null : `latest ${news[1] === 'yesterday' ? 'yesterday' : ''}`.trim();
}

/** `which channels are there?`: the list, where the word names one that needs nothing more. */
function listAsked(line: string, specs: readonly CommandSpec[]): string | null {
  const noun = WHAT_THERE_IS.exec(line)?.[1];
  const found = noun === undefined ? null : findCommand([noun], specs);
  if (found === null || 'among' in found || found.spec.options.some(({ required }) => required)) return null;
  return found.spec.path.join(' ');
}

/** `the latest?`: a command, whole, that is only asked for as a question. */
function commandAsked(line: string, specs: readonly CommandSpec[]): string | null {
  const words = /^[^?]+\?$/.test(line) ? wordsOf(line.slice(0, -1)) : [];
  const found = words.length === 0 || ASKING.test(line) ? null : findCommand(words, specs);
  return found !== null && 'spec' in found && found.rest.length === 0 ? found.spec.path.join(' ') : null;
}

/** Commands of the machine's own command line, which a prompt or a channel cannot run. */
const OWNERS = /^(?:serve|gather|demo|doctor|pipe|npm|node|sudo|cd|ls)$/i;

function unknown(
  words: readonly string[],
  specs: readonly CommandSpec[],
  among: readonly CommandSpec[],
  { talk }: Words,
): Reading {
  const typed = words.slice(0, 2).join(' ');
  const [first = ''] = words;
  if (OWNERS.test(first)) return { kind: 'unknown', typed: first, why: talk.ofCommandLine(first), among: [] };
  if (among.length > 1) return { kind: 'unknown', typed: first, why: talk.several(first), among };
  if (among.length === 1) return { kind: 'unknown', typed, why: talk.writeItOut(typed), among };
  const meant = meantBy(words, specs);
  if (meant !== null)
    return {
      kind: 'unknown',
      typed,
      why: talk.didYouMean(typed, meant.path.join(' ')),
      among: [meant],
    };
  const group = groupNamed(first, specs);
  if (group.length > 0) return { kind: 'unknown', typed, why: talk.groupHas(typed, first), among: group };
  const line = words.join(' ');
  const why = /^https?:/i.test(first) ? talk.anAddress(first) : talk.noCommand(first, line);
  return { kind: 'unknown', typed: first, why, among: [] };
}

/**
 * Reads a line such as `figures northwind --unit GW` by the commands' specifications: in full, abbreviated, by another name, or as a
 * question. What only resembles a command is named and not run.
 */
export function readLine(line: string, specs: readonly CommandSpec[], catalogue: Words): Reading {
  const bare = bareLine(line);
  const short = shorthand(bare) ?? listAsked(bare, specs) ?? commandAsked(bare, specs);
  if (short === null && isQuestion(bare) && specs.some(({ path }) => path.join() === 'ask'))
    return { kind: 'command', path: ['ask'], options: { question: bare } };
  const words = wordsOf(short ?? bare);
  const found = words.length === 0 ? findCommand(['help'], specs) : findCommand(words, specs);
  if (found === null) return unknown(words, specs, [], catalogue);
  if ('among' in found) return unknown(words, specs, found.among, catalogue);
  const { spec, rest } = found;
  const { options, faults } = readOptions(spec, rest, catalogue);
  return faults.length > 0 ? { kind: 'faults', spec, faults } : { kind: 'command', path: spec.path, options };
}
