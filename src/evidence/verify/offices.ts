import { isPersonalNoun } from '../../language/roles.ts';
import type { Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import type { Scope } from './scope.ts';
import { RELATIVE } from './segments.ts';
import { meets, type Token } from './tokens.ts';

const REACH = 5;
const PASSAGE = 5;

/** A name with what the words right beside it say that he or she is. */
type Office = { readonly surname: Token; readonly office: Token };

/** Does the word end what stands beside a name? */
const parts = ({ pos, low }: Token): boolean => pos === 'AUX' || pos === 'ADP' || low === ',';

/** The offices of a sentence: "the chair, Ann Ross", "Ann Ross, the firm's chair", "chair Ann Ross". */
function officesIn(tokens: readonly Token[]): Office[] {
  return tokens.flatMap((surname, n): Office[] => {
    if (surname.pos !== 'PROPN' || tokens[n + 1]?.pos === 'PROPN') return [];
    const first = tokens.findLastIndex((token, k) => k < n && token.pos !== 'PROPN') + 1;
    if (n - first !== 1) return [];
    const before = tokens.slice(Math.max(0, first - 2), first).findLast(({ low }) => isPersonalNoun(low));
    if (before !== undefined) return [{ surname, office: before }];
    if (tokens[n + 1]?.low !== ',') return [];
    const after = tokens.slice(n + 2, n + 2 + REACH);
    if (RELATIVE.has(after[0]?.low ?? '')) return [];
    const end = after.findIndex(parts);
    const office = (end < 0 ? after : after.slice(0, end)).findLast(({ low }) => isPersonalNoun(low));
    return office === undefined ? [] : [{ surname, office }];
  });
}

/** Somebody is told to hold another office than the source gives them. */
export function officeFaults({ clause, sentence }: Stated, { prepared, parsed }: Scope): Fault[] {
  const mine = officesIn(sentence).filter(({ surname }) => clause.tokens.includes(surname));
  if (mine.length === 0) return [];
  const theirs: Office[] = [];
  for (let n = parsed.index - PASSAGE; n <= parsed.index + PASSAGE; n++)
    theirs.push(...officesIn(prepared.parsed(n)?.tokens ?? []));
  return mine.flatMap(({ surname, office }) => {
    const held = theirs.filter((other) => other.surname.low === surname.low);
    const [first] = held;
    if (first === undefined || held.some((other) => meets(other.office, office))) return [];
    return [fault('speaker', textOf([office, surname]), textOf([first.office, surname]), 1)];
  });
}
