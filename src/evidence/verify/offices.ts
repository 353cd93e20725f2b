import { isPersonalNoun } from '../../language/roles.ts';
import type { Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import type { Scope } from './scope.ts';
import { RELATIVE } from './segments.ts';
import { meets, type Token } from './tokens.ts';

const REACH = 5;
const PASSAGE = 5;

/** A name with what the words right beside it say that he or she is: all of it, the nearest last. */
type Office = { readonly surname: Token; readonly offices: readonly Token[] };

/** Words for persons that name no office. */
const ANYBODY = /^(?:expert|specialist|veteran|witness|insider|colleague)$/;
const isOffice = ({ low, lemma }: Token): boolean => isPersonalNoun(low) && !ANYBODY.test(lemma);

/** Does the word end what stands beside a name? */
const parts = ({ pos, low }: Token): boolean => pos === 'AUX' || pos === 'ADP' || low === ',';

/** The offices of a sentence: "the chair, Ann Ross", "Ann Ross, the firm's chair", "chair Ann Ross". */
function officesIn(tokens: readonly Token[]): Office[] {
  return tokens.flatMap((surname, n): Office[] => {
    if (surname.pos !== 'PROPN' || tokens[n + 1]?.pos === 'PROPN') return [];
    const first = tokens.findLastIndex((token, k) => k < n && token.pos !== 'PROPN') + 1;
    if (n - first !== 1) return [];
    // "Her chairman, the banker Peter Kamau"
    const before = tokens.slice(Math.max(0, first - REACH), first).filter(isOffice);
    const nearest = before.at(-1);
    if (nearest !== undefined && tokens.slice(first - 2, first).includes(nearest))
      return [{ surname, offices: before }];
    if (tokens[n + 1]?.low !== ',') return [];
    const after = tokens.slice(n + 2, n + 2 + REACH);
    if (RELATIVE.has(after[0]?.low ?? '')) return [];
    const end = after.findIndex(parts);
    const offices = (end < 0 ? after : after.slice(0, end)).filter(isOffice);
    return offices.length === 0 ? [] : [{ surname, offices }];
  });
}

/** Somebody is told to hold another office than the source gives them. */
export function officeFaults({ clause, sentence }: Stated, { prepared, parsed }: Scope): Fault[] {
  const mine = officesIn(sentence).filter(({ surname }) => clause.tokens.includes(surname));
  if (mine.length === 0) return [];
  const theirs: Office[] = [];
  for (let n = parsed.index - PASSAGE; n <= parsed.index + PASSAGE; n++)
    theirs.push(...officesIn(prepared.parsed(n)?.tokens ?? []));
  return mine.flatMap(({ surname, offices }) => {
    const held = theirs.filter((other) => other.surname.low === surname.low).flatMap((other) => other.offices);
    const [own, other] = [offices.at(-1), held.at(-1)];
    if (own === undefined || other === undefined || held.some((office) => meets(office, own))) return [];
    return [fault('speaker', textOf([own, surname]), textOf([other, surname]), 1)];
  });
}
