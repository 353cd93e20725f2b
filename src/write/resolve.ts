import { givenName } from '../language/given-names.ts';
import type { Sentence } from '../model.ts';

/** "The company expects", "It said": a subject that the sentence before names. */
const COMPANY =
  /^(?:The\s(?:company|firm|group|utility|operator|developer|start-?up|chip\s?maker|cloud\scompany|manufacturer|supplier)|It(?=\s(?:also\s|has\s|had\s|later\s)?(?:said|says|expects|plans|reported|announced|raised|cut|agreed|signed|bought|sold|forecast|estimates)))(?=\s\p{Ll})/u;
const PERSON = /^(?:She|He)(?=\s\p{Ll})/u;

/** "Net sales came to", "Gross margin was": what a report tells of whoever it is of, and does not say so. */
const RESULT =
  /^(?:(?:Total|Net|Gross|Adjusted|Operating|Pre-tax|Diluted|Rental|Group|Quarterly|Annual|Organic|Free)\s)?(?:sales|revenue|income|profit|loss|earnings|turnover|bookings|backlog|margin|cash\sflow|capital\s(?:spending|expenditure)|(?:Sales|Revenue|Income|Profit|Earnings|Turnover|Bookings|Backlog|Capital\s(?:spending|expenditure)))(?=\s(?:was|were|came|rose|fell|grew|climbed|jumped|reached|hit|totall?ed|stood|slipped|dropped|declined|increased|decreased|doubled|for|in|of)\b)/u;

/** Does a sentence tell of results without whose they are? */
export const isOwnerless = (text: string): boolean => RESULT.test(text);

/** The name that a sentence opens with: two to four capitalised words, or one before a verb. */
const LEADING_NAME = /^(\p{Lu}[\p{L}\d.’'-]*(?:\s(?:&\s)?\p{Lu}[\p{L}\d.’'-]*){0,3})(?=,?\s\p{Ll})/u;
/** Words that open a sentence with a capital and name nobody. */
const NO_NAME =
  /^(?:The|A|An|In|On|At|By|For|From|With|Of|To|As|After|Before|Since|Until|Under|Over|About|While|When|If|But|And|Both|Each|Every|Some|Many|Most|Several|All|No|Its|Their|His|Her|It|He|She|They|We|I|You|This|That|These|Those|There|Here|Last|Next|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/** "Chip analyst Bexley Roe": one capitalised word, and the name comes later. */
const KIND_OF_NAME = /^\S+\s\p{Ll}+\s\p{Lu}/u;

/** Whether one capitalised word names somebody, rather than opening its sentence: "Analysts", "Sales". */
export type IsName = (word: string) => boolean;

function subjectOf(
  sentence: string,
  isName: IsName,
): { readonly name: string; readonly gender: ReturnType<typeof givenName> } | null {
  const [, name] = LEADING_NAME.exec(sentence) ?? [];
  if (name === undefined || NO_NAME.test(name)) return null;
  if (!name.includes(' ') && (KIND_OF_NAME.test(sentence) || !isName(name))) return null;
  return { name, gender: name.includes(' ') ? givenName(name.split(' ', 1)[0] ?? '') : null };
}

/** The name that a title opens with: "Quillback Thermal reports", "Ironmoss Trust: from the report"; null for none. */
export function titled(title: string): string | null {
  const name =
    /^(\p{Lu}[\p{L}\d.’'-]*(?:\s(?:&\s)?\p{Lu}[\p{L}\d.’'-]*){1,3})(?=:|,|\s\p{Ll})/u.exec(title)?.[1] ?? null;
  return name === null || NO_NAME.test(name) || /['’]s$/.test(name) ? null : name;
}

/** Results that are told without whose they are, with the name of who reports them. */
export const owned = (text: string, name: string): string => `${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/**
 * The sentence with the name of its subject in place of "the company", "it" or "she", where the sentence right before it opens
 * with that name and nobody else can be meant; null where it is not sure. Whether it holds is for the gate to say.
 */
export function resolved(sentence: Sentence, before: Sentence | undefined, isName: IsName): string | null {
  if (before === undefined) return null;
  const subject = subjectOf(before.text, isName);
  if (subject === null) return null;
  const { name, gender } = subject;
  if (PERSON.test(sentence.text)) {
    const meant = sentence.text.startsWith('She') ? 'female' : 'male';
    return gender === meant || gender === 'either' ? sentence.text.replace(PERSON, () => name) : null;
  }
  return COMPANY.test(sentence.text) && gender === null ? sentence.text.replace(COMPANY, () => name) : null;
}
