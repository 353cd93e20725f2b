import { isGeneric, isOrganisationWord } from '../../language/organisations.ts';
import { isPersonalNoun } from '../../language/roles.ts';

/** What a text may say that something called by a name is: a place, or one of those whose trade is to count and foresee what others have. */
export type Kind = 'place' | 'watcher';

/** Words right before a name, or right behind it. */
type Around = { readonly before: RegExp; readonly behind: RegExp | null };

/** "in Ostrava", "outside the Gulf"; shares and stakes in somebody are in no place. "Stavanger, 19 November" */
const PLACED: Around = {
  before:
    /(?<!\b(?:shares?|stakes?|interest|stock|invest\p{Ll}*|confidence|holdings?|buy|engineers?|work\p{Ll}*) )(?:\b(?:in|outside|near|around|across|throughout|(?:state|city|county|province|region|island|town|village|government) of) (?:the )?(?:(?:north|south|east|west|northern|southern|eastern|western|central|downtown) )?)$/iu,
  behind:
    /^(?:, \p{Lu}\p{L}+\.?)?, (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? \d/u,
};
/** "analysts at Patria Hill", "research firm Glasswing", "Glasswing analyst Henk Douma" */
const WATCHED: Around = {
  before:
    /\b(?:(?:analysts?|economists?|strategists?|researchers?) (?:at|of|from|with) (?:the )?(?:\p{Ll}+ ){0,2}|(?:brokerage|broker|consultancy|tracker|(?:research|data|consulting|advisory|polling|intelligence) (?:firm|group|house|company|provider)|data provider|rating agency|ratings agency|think[- ]tank|trade group|industry group|lobby group|advocacy group|pollster|forecaster|benchmark group),? )$/iu,
  behind: /^(?:['’]s?)? (?:\p{Ll}+ )?(?:analysts?|economists?|strategists?)\b/u,
};
/** What names of those whose trade it is end in. */
const WATCHES = / (?:Research|Agency|Institute|Association|Analytics|Intelligence|Insights|Securities|Alliance)$/;

/** "chief executive Tomasz Wilk", "its director, Maeve Tiernan": a role, and who has it. */
const TITLED =
  /(?<![\p{L}\d-])(?<role>[\p{L}-]{3,30}),? (?<who>\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]{1,30})(?![\p{L}\d&]| (?:&|\p{Lu}))/gu;
/** "Ada Brandt, who farms", "Jon Berg, an analyst" */
const DESCRIBED =
  /(?<![\p{L}\d.-] )(?<![\p{L}\d-])(?<who>\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]{1,30}), (?:who |(?:an?|the|its|(?:\p{Lu}[\p{L}\d]*[’']s?)) (?:[\p{Ll}-]+ ){0,3}(?<role>\p{Ll}+)\b)/gu;

/** Does a text say by the words around a name what is called so? */
export function isSaidToBe(kind: Kind, text: string, name: string): boolean {
  if (name === '') return false;
  if (kind === 'watcher' && WATCHES.test(name)) return true;
  const { before, behind } = kind === 'place' ? PLACED : WATCHED;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (/[\p{L}\d]/u.test(text.charAt(end)) || /[\p{L}\d]/u.test(text.charAt(at - 1))) continue;
    if (before.test(text.slice(Math.max(0, at - 48), at)) || behind?.test(text.slice(end, end + 40))) return true;
  }
  return false;
}

/** The persons of a text whose roles stand beside their names. */
export const personsIn = (text: string): string[] =>
  [...text.matchAll(TITLED), ...text.matchAll(DESCRIBED)].flatMap(({ groups }) => {
    const { role, who = '' } = groups ?? {};
    const isWho = role === undefined || (isPersonalNoun(role.toLowerCase()) && !isGeneric(role.toLowerCase()));
    return isWho && !who.split(' ').some(isOrganisationWord) ? [who] : [];
  });
