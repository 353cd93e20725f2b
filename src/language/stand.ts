import { isForeign } from './foreign.ts';
import { isTable } from './tables.ts';

/** Which sentences say, by themselves, something of an event: in full, about somebody or something that they name. */

const words = (list: string): string => list.trim().split(/\s+/).join('|').replaceAll('_', '\\s');

/** Openers that point back at something said before, or at the reader. */
const POINTS_BACK = new RegExp(
  `^["“'‘(]?(?:${words(`
    he she it they we i you his her hers its their theirs our ours my mine your this that these those such
    him them us me himself herself itself themselves he's she's it's they're we're i'm you're that's there's here's
    but and or nor however so yet still also meanwhile then therefore thus moreover furthermore instead otherwise
    nevertheless nonetheless besides additionally hence likewise similarly consequently accordingly conversely indeed
    there here another others both neither either former latter elsewhere afterwards later earlier soon
    in_addition in_turn in_contrast by_contrast in_fact in_other_words in_short in_all in_response in_return in_either_case
    for_example for_instance for_one for_now as_a_result as_such as_well that_said on_the_other_hand on_top_of_that
    at_the_same_time at_the_time at_that_time at_that_point at_this_point at_one_point to_that_end to_be_sure to_do_so
    even_so of_course after_that after_all all_of_this all_of_these all_of_that all_that all_this most_of_them some_of_them
    some_of_these none_of_this one_of_them one_of_these each_of_them much_of_that even_then since_then until_then by_then
    what how why who whom whose which where when whether if_you according_to_him according_to_her according_to_them the_same_day
    the_former the_latter the_two the_three the_pair the_duo the_first the_second the_third the_other the_others
    the_rest the_result the_idea the_goal the_aim the_problem the_reason the_answer the_question the_point the_latest
  `)})(?![\\p{L}’'-])`,
  'iu',
);

/** Common nouns that after a bare "the" name something that an earlier sentence introduced. */
const BARE = words(`
  deal agreement contract pact accord merger acquisition transaction purchase sale move decision ruling order vote plan plans
  proposal project programme program scheme initiative effort campaign company firm business group organisation organization
  agency authority utility operator maker manufacturer developer startup start-up giant bank fund investor vendor supplier
  customer client partner partners partnership venture site facility plant campus building complex location unit
  report study paper survey research researchers study's findings analysis document documents filing statement announcement
  letter memo post message video footage interview article story documentary book film series episode
  incident attack accident crash shooting fire explosion outage storm case lawsuit suit complaint charges trial investigation
  event events ceremony meeting summit conference talks session game match race season tournament
  man woman boy girl couple suspect victim victims officer officers official officials spokesperson spokesman spokeswoman
  executive president minister governor mayor judge court jury senator congressman lawmaker lawmakers author writer
  singer actor actress star player coach team club squad school university department office committee panel commission board
  device product system service tool app model chip version feature technology machine
  bill law measure rule rules policy ban tax tariff tariffs package fee amount money cash figure figures number numbers
  change changes increase decrease drop rise result results news process issue problem matter topic subject
  group's company's firm's deal's project's plan's report's
`);
const BARE_DEFINITE = new RegExp(
  `^[Tt]he\\s(?:\\p{Ll}+\\s)?(?:${BARE})(?:’s|'s)?(?:,|\\s(?!of\\s|between\\s|with\\s|to\\s|for\\s|that\\s|which\\s|in\\s\\p{Lu}|at\\s\\p{Lu}|behind\\s))`,
  'u',
);

/** "its", "he" before anybody is named: "By its count, a third of the halls ..." */
const EARLY_PRONOUN = /^\S+\s(?:\S+\s){0,4}?(?:he|she|it|they|him|her|them|his|hers|its|their)(?![\p{L}’'-])/u;
/** "Two customers said that they ...": who they are stands before. */
const THEIR_OWN =
  /^(?:\S+\s){1,4}?(?:said|says|say|warned|argued|added|believes?|expects?|hopes?)\s(?:that\s)?(?:they|it|he|she)\s/u;
const NAMED_AFTER_COMMA = /^[^,]{1,120},\s(?:the\s)?\p{Lu}/u;
/** A count without what is counted, or a word in its place: "expects three, and ...". */
const ELLIPSIS = /\s(?:two|three|four|five|six|seven|eight|nine|ten|both|another|others|the\ssame|so|neither)[,.;]/u;
/** Words to a machine that reads along are no news. */
const PLANTED =
  /\b(?:ignore|disregard|forget)\s(?:all|any|the|your|every|these|those)?\s?(?:of\sthe\s)?(?:previous|prior|above|earlier|preceding|other|system|your)\b|\b(?:AI\s(?:systems?|assistants?|models?|agents?)|language\smodels?|chatbots?)(?::|,\s(?:you|ignore|please))|\bsystem\sprompt\b|\byou\sare\snow\b|^(?:system|assistant|user|human|developer)\s?:/iu;

/** Somebody speaks whom the sentence does not name. */
const DANGLING_SPEAKER =
  /(?:^|[,”"’'—–-]\s?)(?:(?:he|she|they|it)\s(?:has\s|had\s|also\s|later\s)?(?:said|says|added|adds|told|wrote|writes|noted|explained|recalled|continued|argued|tweeted|insisted|warned)|(?:said|says|added|wrote|noted)\s(?:he|she|they))\b/u;
const NAME = /\p{Lu}\p{L}+/u;

/** "Jane Roe, director of the institute, told The Ledger.": who spoke, without what was said. */
const SPEAKER_ONLY = /^\p{Lu}[^"“”]{5,160}\s(?:told|said\sto)\s(?:the\s)?\p{Lu}[\p{L}\s.-]{1,40}\.$/u;
/** "Two days later, ...": than what? */
const LATER = /^(?:\S+\s){1,3}(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:later|earlier|before|after\sthat)\b/u;

/** The desk's words to its reader, which no debrief passes on. */
const HOUSEKEEPING =
  /^(?:editor['’]?s?\snotes?|correction|clarification|updated?\b|read\s(?:more|also|next|the)|see\salso|more:|sign\sup|subscribe|click|tap|follow\s|watch:|listen|photos?\b|images?\b|video\b|credits?\b|source:|sources:|contact|copyright|©|advertisement|sponsored|contributing|reporting\sby|this\s(?:article|story|page|post)|related|for\smore|for\sthe\slatest|disclosure|note:|transcript|AI-assisted|\d+\.$|[•·*▪–-]\s)/iu;
const TO_THE_READER =
  /\b(?:newsletter|sign\sup|subscribe|click\shere|read\smore|scroll\sdown|app\sstore|here['’]?s\s(?:what|how|why|a\slook|everything|where|when)|you\sneed\sto\sknow|what\sto\sknow|things\sto\sknow|we['’]ll\s(?:be\s)?updat|follow\s(?:us|along|him|her|them)\son|can\sbe\s(?:reached|e-?mailed|contacted|found\son)|\s@\w|e-?mail\s(?:him|her|us|me)|this\s(?:article|story|post|page)|cookies?\spolicy|(?:our|your)\s(?:coverage|inbox|readers))\b/iu;

const FIRST_PERSON =
  /\b(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|my|our|me|us|you|your|you['’](?:re|ve|d|ll))\b/u;
const QUOTED = /["“][^"“”]*["”]/gu;
const ENDED = /[.!]["”’)]*$/u;

/** Letters that a sentence needs to say something, and what still reads as one. */
const LENGTH = { least: 45, most: 320 };

/** The sentence without what stands between quotation marks. */
export const narration = (text: string): string => text.replace(QUOTED, '""');

function balanced(text: string): boolean {
  const straight = text.split('"').length - 1;
  const opening = text.split('“').length - 1;
  const closing = text.split('”').length - 1;
  const round = text.split('(').length === text.split(')').length;
  return straight % 2 === 0 && opening === closing && round;
}

/** Whether the sentence is news at all, rather than a word of the desk to its reader, of a stranger to a machine, or a line of a table. */
export const isTellable = (text: string): boolean =>
  !HOUSEKEEPING.test(text) && !TO_THE_READER.test(text) && !PLANTED.test(text) && !isTable(text) && !isForeign(text);

/** Whether a sentence speaks to a machine that reads along; somebody who is quoted may speak of one. */
export const isPlanted = (text: string): boolean => PLANTED.test(narration(text));

/** Whether most of a text is markup, mentions and words to machines: then the rest of it is bait. */
export function isBait(sentences: readonly string[]): boolean {
  const planted = sentences.filter((text) => isPlanted(text) || isForeign(text)).length;
  return planted >= BAIT.least && planted >= sentences.length * BAIT.share;
}
const BAIT = { least: 3, share: 0.4 };

/** Whether a reader who saw nothing else knows who and what this sentence is about. */
export function standsAlone(text: string): boolean {
  if (text.length < LENGTH.least || text.length > LENGTH.most) return false;
  return isWhole(text) && !pointsBack(text) && !FIRST_PERSON.test(narration(text));
}

/** Whether a text is one or more sentences from end to end, with both marks of each quotation and with who said it. */
export function isWhole(text: string): boolean {
  if (/\n/.test(text) || !ENDED.test(text) || /\.\.\.|…/.test(text.slice(-4)) || !balanced(text)) return false;
  if (!/^["“'‘(]?[\p{Lu}\d$€£¥]/u.test(text) || /^\d{1,2},\s/.test(text)) return false;
  if (!isTellable(text) || SPEAKER_ONLY.test(text)) return false;
  const told = narration(text);
  if (told !== text && told.length < LENGTH.least / 2) return false;
  const spoken = DANGLING_SPEAKER.exec(told);
  return spoken === null || NAME.test(told.slice(1, spoken.index));
}

/** Whether the sentence opens with a word or a description that only an earlier sentence explains. */
export function pointsBack(text: string): boolean {
  // Somebody who is quoted may say "we".
  const opening = text.replace(/^["“](?:I|we|our|my)\s/iu, '');
  if (POINTS_BACK.test(opening) || BARE_DEFINITE.test(text) || LATER.test(text) || ELLIPSIS.test(narration(text)))
    return true;
  const early = EARLY_PRONOUN.exec(text);
  return (
    early !== null &&
    !NAME.test(early[0].slice(1)) &&
    !/^\p{Lu}\p{Ll}+['’]s\s/u.test(text) &&
    !startsWithName(text) &&
    !THEIR_OWN.test(text) &&
    !NAMED_AFTER_COMMA.test(text)
  );
}

/** Function words that begin a sentence with a capital without naming anything. */
const STARTERS =
  /^(?:the|a|an|in|on|at|by|for|from|with|of|to|as|after|before|since|until|under|over|about|around|nearly|almost|more|less|most|many|some|few|several|all|no|not|only|one|two|three|four|five|six|seven|eight|nine|ten|while|although|though|because|according|during|despite|amid|among|between|last|next|late|early|each|every|whether|when|if|once|both|than|up)$/iu;

/** Whether the sentence's first word may itself be a name. */
function startsWithName(text: string): boolean {
  const [first = ''] = text.split(/[\s,]/u, 1);
  return /^\p{Lu}/u.test(first) && !STARTERS.test(first);
}

/**
 * Whether somebody or something is named near the start. "The draft would make a licence necessary ..." stands below a headline
 * that says which draft, and hangs in the air alone.
 */
export function isAnchored(text: string): boolean {
  return startsWithName(text) || /\s\p{Lu}\p{L}/u.test(text.slice(0, ANCHOR));
}
const ANCHOR = 80;

/** Whether somebody's words between quotation marks are most of it. */
export function isMostlyQuoted(text: string): boolean {
  return narration(text).length < text.length / 2;
}
