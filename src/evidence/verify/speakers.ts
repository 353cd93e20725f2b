import { isRoleNoun } from '../../language/roles.ts';
import { type Clause, PRONOUN } from './clauses.ts';
import { type Fault, fault, textOf } from './fault.ts';
import { BODY, type Scope, scopesOf, within } from './scope.ts';
import { nominal } from './segments.ts';
import type { Token } from './tokens.ts';

/** Who says it: the subject of a verb of saying, or the names after "according to"; with all that describes them. */
export type Sayer = { readonly heads: readonly Token[]; readonly words: readonly Token[] };

function accorded(tokens: readonly Token[]): Sayer[] {
  const at = tokens.findIndex(({ low }, n) => low === 'according' && tokens[n + 1]?.low === 'to');
  if (at < 0) return [];
  const after = tokens.slice(at + 2);
  const end = after.findIndex(({ pos }, n) => n > 0 && (pos === 'VERB' || pos === 'AUX'));
  const words = after.slice(0, end < 0 ? after.length : end).filter(nominal);
  const names = words.filter(({ pos }) => pos === 'PROPN');
  return words.length === 0 ? [] : [{ heads: names.length > 0 ? names : words.slice(-1), words }];
}

/** "Could not show that" tells of nobody's word. */
const saying = ({ reporting, passive, negations, tokens }: Clause): boolean =>
  reporting && !passive && !(negations > 0 && tokens.some(({ low }) => /^(?:can|could)/.test(low)));

/** Those who say what a sentence of a claim says. */
export function sayersIn(tokens: readonly Token[], clauses: readonly Clause[]): Sayer[] {
  const said = clauses.filter(saying).map(({ heads, subject }) => ({ heads, words: subject }));
  return [...said, ...accorded(tokens)].filter(({ heads }) => heads.length > 0);
}

const vague = ({ heads }: Sayer): boolean =>
  heads.every(({ low, lemma, pos }) => PRONOUN.has(low) || (pos !== 'PROPN' && BODY.has(lemma)));

/** The claim has somebody say what the source has another say. */
export function speakerFaults(sayers: readonly Sayer[], scope: Scope): Fault[] {
  const { prepared, parsed } = scope;
  const scopes = scopesOf(prepared, parsed.index);
  const theirs: { sayer: Sayer; scope: Scope | null }[] = [
    ...scopes
      .filter(({ clause }) => saying(clause) && clause.heads.length > 0)
      .map((one) => ({
        sayer: { heads: one.clause.heads, words: [...one.clause.subject, ...one.clause.tokens] },
        scope: one,
      })),
    ...accorded(parsed.tokens).map((sayer) => ({ sayer, scope: null })),
  ];
  return sayers.flatMap((mine): Fault[] => {
    if (mine.heads.every(({ low }) => PRONOUN.has(low))) return [];
    if (theirs.length === 0) {
      const near = [scope.sentenceKeys, scope.backKeys, scope.linkedKeys, scope.nearKeys];
      const known = mine.heads.some((head) => near.some((keys) => within(head, keys)));
      return known || vague(mine) ? [] : [fault('speaker', textOf(mine.heads), null, 1)];
    }
    const meant = theirs.some(({ sayer, scope: place }) => {
      const keys = new Set(sayer.words.flatMap((word) => word.keys));
      if (mine.words.some((word) => within(word, keys))) return true;
      return place !== null && mine.words.some((word) => within(word, place.subject) || within(word, place.backKeys));
    });
    const [first] = theirs;
    if (meant || first === undefined || vague(mine) || theirs.some(({ sayer }) => vague(sayer))) return [];
    const somebody = mine.heads.some(({ pos, low }) => pos === 'PROPN' || isRoleNoun(low) || BODY.has(low));
    return [fault(somebody ? 'speaker' : 'statement', textOf(mine.heads), textOf(first.sayer.heads), 1)];
  });
}
