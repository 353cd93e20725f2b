import { turnedIn } from './comparisons.ts';
import type { Stated } from './content.ts';
import { type Fault, fault } from './fault.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { Parsed } from './prepare.ts';
import type { Scope } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** How many sentences either way a noun may be told with the same words. */
const PASSAGE = 5;

const phrases = new WeakMap<Parsed, readonly Phrase[]>();

/** The noun phrases of a sentence. */
function phrasesIn(parsed: Parsed): readonly Phrase[] {
  const known = phrases.get(parsed);
  if (known !== undefined) return known;
  const made = parsed.clauses.flatMap(phrasesOf);
  phrases.set(parsed, made);
  return made;
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|last|[a-z]{3,}est)$/;

const describing = ({ pos }: Token): boolean => pos === 'PROPN' || pos === 'ADJ' || pos === 'NOUN' || pos === 'VERB';

/** Everything that a phrase says of its head. */
const all = ({ before, after }: Phrase): Token[] => [...before, ...after.flatMap(({ words }) => words)];

/** Could one describe the same noun in the other's place: a name for a name, a word for a word? */
const rivals = (left: Token, right: Token): boolean => (left.pos === 'PROPN') === (right.pos === 'PROPN');

/**
 * A noun of the source told with another word in the place of one that it has there: "Vantry engineers" for "Quillon
 * engineers", "the first line" for "the second line", "chief of Ostra" for "chief of Fennmark".
 */
export function bindingFaults(stated: Stated, scope: Scope): Fault[] {
  const { clause, content, sentence, figures } = stated;
  const turned = turnedIn(stated, scope);
  const { prepared, parsed } = scope;
  const around: Phrase[] = [];
  for (let n = parsed.index - PASSAGE; n <= parsed.index + PASSAGE; n++) {
    const other = prepared.parsed(n);
    if (other !== null) around.push(...phrasesIn(other));
  }
  return phrasesOf(clause).flatMap((phrase): Fault[] => {
    if (phrase.head.pos === 'PROPN' || !content.includes(phrase.head)) return [];
    const same = around.filter(({ head }) => head.lemma === phrase.head.lemma);
    if (same.length === 0) return [];
    const told = same.flatMap(all);
    const wrong = (token: Token, theirs: readonly Token[]): Token | undefined => {
      if (!describing(token) || turned.includes(token) || told.some((other) => meets(other, token))) return;
      return theirs.find(
        (other) => describing(other) && rivals(token, other) && !sentence.some((word) => meets(word, other)),
      );
    };
    const [next] = phrase.after;
    const before = same.flatMap((other) => other.before);
    const after = same.flatMap((other) => other.after.slice(0, 1).filter(({ by }) => by === next?.by));
    const slots: readonly (readonly [readonly Token[], readonly Token[]])[] = [
      [phrase.before, before],
      [next?.words ?? [], after.flatMap(({ words }) => words)],
    ];
    const found = slots.flatMap(([mine, theirs]) =>
      mine.flatMap((token) => {
        const rival = wrong(token, theirs);
        return rival === undefined ? [] : [{ token, rival }];
      }),
    );
    const [first] = found;
    if (first === undefined) return [];
    const ordinal = ORDINAL.test(first.token.low);
    const kind = first.token.pos === 'PROPN' || (figures.length > 0 && !ordinal) ? 'subject' : 'statement';
    return [fault(kind, `${first.token.text} ${phrase.head.text}`, `${first.rival.text} ${phrase.head.text}`, 1)];
  });
}
