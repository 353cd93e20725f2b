import { isTellable } from '../language/stand.ts';

/** What a site adds to its headlines: " | The Ledger", " - Ledger News". */
const SITE = /\s(?:[|·]|[-–—]\s(?=[^-–—|]{2,30}$))\s?[^|·]{2,40}$/u;
const LABEL =
  /^(?:update|updated|exclusive|breaking|live|watch|analysis|opinion|video|photos?|correct(?:ion|ed)|clarification)\s?(?:\d+\s?)?(?:[:|]\s?|-\s?(?=\p{Lu}))/iu;
/** A headline that asks, lists, teases or follows along tells no news. */
const TELLS_NOTHING =
  /\?|(?:\.\.|…)$|[:–—]\s(?:an?\s)?(?:correction|clarification|retraction)$|^\d+\s(?:things|ways|reasons)|\blive\s(?:updates?|blog|coverage)\b|\b(?:here['’]s|what\sto\sknow|you\sneed\sto\sknow|things\sto\sknow|what\swe\sknow|how\sto\s|explained|opinion|recap)\b|^(?:what|why|how|who|when|where)\s/iu;

const LENGTH = { least: 20, most: 140 };

/** An article's title as a headline of ours, or null where it tells no news by itself. */
export function headlineFrom(title: string): string | null {
  const plain = title
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SITE, '')
    .replace(LABEL, '')
    .replace(/(?<!\.)[.:]$/u, '')
    .trim();
  return plain.length < LENGTH.least || plain.length > LENGTH.most || TELLS_NOTHING.test(plain) || !isTellable(plain)
    ? null
    : plain;
}
