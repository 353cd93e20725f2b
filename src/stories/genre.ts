import { proseIn } from '../language/sentences.ts';
import { narration } from '../language/stand.ts';
import type { Article } from '../model.ts';
import { isRoundup } from './roundup/roundup.ts';
import type { Desk } from './roundup/traits.ts';

type Piece = Pick<Article, 'title' | 'text' | 'publisher' | 'url'>;

/** How a desk marks a piece that is no report: before or after the title's own words, in brackets, or in the address. */
const MARKS: readonly (readonly [reason: string, words: string])[] = [
  [
    'paid for by whom it speaks of',
    'sponsored(?:\\s(?:content|post|article))?|advertisements?|advertorial|promoted|paid\\s(?:content|post|partnership)|partner\\scontent|brand(?:ed)?\\scontent|presented\\sby',
  ],
  [
    'tells what its writer thinks',
    'opinions?|op-?eds?|commentary|column|editorials?|letters?(?:\\sto\\sthe\\seditor)?|viewpoint|perspective|guest\\s(?:post|column|essay)|essay|reviews?',
  ],
  [
    'serves its readers and tells no news',
    "podcasts?|webinars?|jobs?|job\\s(?:ad|opening|posting)|vacanc(?:y|ies)|(?:we[’']re\\s)?hiring|careers?|tutorials?|how-?\\s?to|explainer|quiz|crossword|recipes?|ask\\sme\\sanything|ama",
  ],
];
const marked = MARKS.map(([reason, words]) => ({
  reason,
  title: new RegExp(
    `^(?:[\\[(]\\s?)?(?:${words})\\s?(?:[:|\\])]|[-–—]\\s)|(?:[|·]\\s?|[-–—]\\s|[\\[(])(?:${words})[\\])]?$`,
    'iu',
  ),
  address: new RegExp(`/(?:${words.replaceAll('\\s', '-')})/`, 'iu'),
}));

/** "How to ...", "Five ways to ...": help, whatever it helps with. */
const HELP =
  /^(?:how\sto\s|how-to\b|(?:an?|the|your)\s(?:\p{L}+[’']?s?\s){0,3}guide\sto\b|(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)\s(?:\p{L}+\s)?(?:ways|tips|tricks|reasons|steps|mistakes|questions)\s(?:to|for|why|that|you)\b)/iu;
const PAID =
  /\bthis\s(?:content|article|post|story|piece)\s(?:is|was|has\sbeen)\s(?:paid|sponsored|produced|provided|created|written)\s(?:for\s|and\s\p{L}+\s)?by\b|\bbrought\sto\syou\sby\b|\b(?:paid|advertiser)\scontent\b/iu;

/** A rank in somebody's list is praise, not an event. */
const PRAISED =
  /\b(?:named|recogni[sz]ed|positioned|ranked)\s(?:as\s)?(?:(?:an?|the|one\sof|among)\s(?:\p{L}+\s){0,2})?(?:leaders?|visionar(?:y|ies)|challengers?|best|top|finalists?|winners?)\b/iu;

/** Where markets stood at the end of a day, whatever they say moved them. Dow, Nasdaq and a treasury alone are bodies that act. */
const MARKETS =
  /^(?:the\s)?(?:(?:global|world|asian|european|u\.?s\.?|american|chip|tech)\s)?(?:stocks|equities|wall\sstreet|stock\s(?:markets?|futures)|dow\sjones|nasdaq\s(?:composite|100|futures|index)|s&p\s500|ftse(?:\s100)?|dax|stoxx(?:\s(?:50|600))?|nikkei|hang\sseng|kospi|treasuries|treasury\s(?:yields?|bonds?|notes?))\b[^.]{0,40}\b(?:slip|slid|slide|f[ae]ll|rose|ris[ei]|end|clos|open|gain|lost|lose|drop|climb|jump|s[ai]nk|tumbl|rall|edg|retreat|rebound|advanc|declin|mixed|higher|lower|flat|steady)\p{L}*/iu;

/** A writer who speaks of themselves. */
const I =
  /(?<!\b(?:phase|class|category|stage|type|part|war|tier|title|unit|level)\s)\bI(?:[’'](?:m|ve|d|ll)\b|\s\p{Ll})|\b(?:my|me|myself)\b|\b(?:[Ll]et\sus|[Ll]et[’']s|[Ww]e\s(?:must|should|ought|need\sto))\b/u;
const READER = /\b(?:you|your|yours|yourself|you[’'](?:re|ve|ll|d))\b/iu;
/** What a reader is told to do, or what they are in the midst of. */
const CALL =
  /^(?:(?:please|to)\s)?(?:register|join\s(?:us|our)|sign\sup|subscribe|download|apply|click|listen|tune\sin|watch|book|contact|talk\sto|check\sout|don[’']t\smiss|get\sstarted|first,?\s(?:install|open|set|run)|then\s(?:set|run|open|install|add|click|choose|select)|forward\sthis)\b|\bin\sthis\s(?:episode|webinar|session|tutorial|guide|video|post|series|newsletter)\b|^we\s(?:are|[’']re)\s(?:looking\sfor|hiring|seeking)\b/iu;
/** A company that tells its customers what they can have now tells news, in whatever person. */
const LAUNCH =
  /\b(?:today|announc\p{L}*|launch\p{L}*|introduc\p{L}*|unveil\p{L}*|availab\p{L}*|excited|pleased|thrilled)\b/iu;

/** How many sentences tell in whose person a piece speaks, and how many of them, by count and by share, do. */
const READ = 12;
const SPEAKS = { least: 2, share: 0.4 };

/** Whether a text, outside of quotations, speaks in a person rather than of its subject. */
function speaks(told: readonly string[], speech: (sentence: string) => boolean): boolean {
  const found = told.filter(speech).length;
  return found >= SPEAKS.least && found >= told.length * SPEAKS.share;
}

/**
 * Why an article is no report of an event, or null where it is one: what is paid for, an opinion, a letter, help, an invitation, a summary of what
 * others on the `desk` report. Its marks say so, or the person that it speaks in: a report speaks of its subject, neither of its writer nor to its reader.
 */
export function noReport(piece: Piece, desk: Desk): string | null {
  const { title, text, url } = piece;
  const path = URL.parse(url)?.pathname ?? '';
  const mark = marked.find((each) => each.title.test(title) || each.address.test(path));
  if (mark !== undefined) return mark.reason;
  if (PRAISED.test(title)) return 'praises whom it speaks of';
  if (HELP.test(title)) return 'serves its readers and tells no news';
  if (isRoundup(piece, desk)) return 'sums up what others report';
  if (MARKETS.test(title)) return 'tells how markets stood';
  const told = proseIn(narration(text))
    .slice(0, READ)
    .map((sentence) => sentence.text);
  const [lead = ''] = told;
  if (told.some((sentence) => PAID.test(sentence))) return 'paid for by whom it speaks of';
  if (speaks(told, (sentence) => I.test(sentence) && !LAUNCH.test(sentence))) return 'tells what its writer thinks';
  const isCalled = (sentence: string): boolean => READER.test(sentence) || CALL.test(sentence);
  if (isCalled(lead) && !LAUNCH.test(lead) && speaks(told, isCalled)) return 'speaks to its reader and tells no news';
  return null;
}
