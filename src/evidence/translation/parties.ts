import type { Reason } from '../../model.ts';
import { finder } from './language.ts';
import type { Name } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name with where it stands in the translation. */
export type Placed = Name & { readonly there: number };

/** As far as a preposition may stand before its name: "de la société". */
const REACH = 20;
const COMPANY = '(?:社|氏|製|側)?';
/** "Le gestionnaire de réseau Telluric": the noun that a line begins with, of one that has no article. */
const OPENS = /^(?:Le|La|L['’]|Un|Une|El|Il|Lo|Una|O|A)\s?\p{Ll}+ (?:de|di) \p{Ll}+ $/u;
/** What tells who acts in a passive. */
const AGENT = /(?<!\p{L})(?:von|durch|par|por|da|dal|dalla|pelo|pela|door)\s?$|[被由]$/iu;
const AGENT_BEHIND = new RegExp(`^${COMPANY}に`, 'u');

function lengthThere(text: string, { text: name, there }: Placed): number {
  const rest = text.slice(there);
  return rest.startsWith(name)
    ? name.length
    : (/^(?:[\p{Script=Katakana}ー・]+|[A-Za-z\d&.' -]*[A-Za-z\d])/u.exec(rest)?.[0].length ?? name.length);
}

const behind = (text: string, name: Placed): string => text.slice(name.there + lengthThere(text, name));
const before = (text: string, { there }: Placed): string => text.slice(Math.max(0, there - REACH), there);

/** Whether something at a name tells that it does not act: a preposition before it, or a particle behind it. */
function isOblique(text: string, name: Placed, { language: { oblique, spaced, tag } }: Vocabulary): boolean {
  if (tag === 'ja') return new RegExp(`^${COMPANY}(?:${finder(oblique, false).source})`, 'u').test(behind(text, name));
  if (tag === 'zh' && behind(text, name).startsWith('的')) return true;
  const preposition = new RegExp(`${finder(oblique, spaced).source}[\\s\\u00a0]*(?:\\p{Ll}+\\s)?$`, 'iu');
  if (OPENS.test(text.slice(0, name.there))) return false;
  return preposition.test(before(text, name)) || /['’]$/u.test(before(text, name));
}

const isPassive = (text: string, { language: { passive, spaced } }: Vocabulary): boolean =>
  finder(passive, spaced).test(text);

const isAgent = (text: string, name: Placed, { language: { tag } }: Vocabulary): boolean =>
  tag === 'ja' ? AGENT_BEHIND.test(behind(text, name)) : AGENT.test(before(text, name));

/** "A and B". */
const isJoined = (text: string, from: Placed, to: Placed): boolean =>
  /^[^\p{L}]*(?:and|or|&)?[^\p{L}]*$/iu.test(text.slice(from.at + from.text.length, to.at));

/** On which side of "while" a place is; null where there is none within the sentence. */
function sideOf(text: string, at: number, { language: { contrast, spaced } }: Vocabulary): boolean | null {
  const match = finder(contrast, spaced).exec(text);
  return match === null || match.index < 5 ? null : at > match.index;
}

/**
 * Who does what to whom, by the order of names: one that acts stands before one that it acts upon, unless a preposition, a particle or the
 * voice of the verb says otherwise; and what stands on one side of "while" stays there.
 */
export function partyReasons(
  original: string,
  translation: string,
  names: readonly Placed[],
  english: Vocabulary,
  other: Vocabulary,
): Reason[] {
  const wasPassive = isPassive(original, english);
  const passive = isPassive(translation, other);
  const oblique = (name: Placed): boolean => isOblique(translation, name, other);
  /** `actor` stands before `acted` in the English line. */
  const isExchanged = (actor: Placed, acted: Placed): boolean => {
    if (wasPassive === passive) {
      if (acted.there < actor.there) return !oblique(acted);
      return other.language.tag === 'ja' && oblique(actor) && !oblique(acted);
    }
    return actor.there < acted.there && passive && acted.after === '' && isAgent(translation, acted, other);
  };
  const reasons = names.flatMap((actor, n) =>
    names.slice(n + 1).flatMap((acted): Reason[] => {
      if (!actor.acts || acted.acts || actor.isPlace || acted.isPlace || actor.text === acted.text) return [];
      if (isJoined(original, actor, acted) || !isExchanged(actor, acted)) return [];
      return [{ kind: 'subject', given: acted.text, found: actor.text }];
    }),
  );
  const astray = names.filter(({ acts, at, there }) => {
    const was = sideOf(original, at, english);
    const is = sideOf(translation, there, other);
    return acts && was !== null && is !== null && was !== is;
  });
  return [...reasons, ...astray.map(({ text }): Reason => ({ kind: 'subject', given: text, found: null }))];
}
