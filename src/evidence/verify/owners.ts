import { measure, sameKind } from '../../domain/units.ts';
import type { FigureReading } from '../../model.ts';
import { inSentence, isLight, type Stated } from './content.ts';
import { type Fault, fault } from './fault.ts';
import { MEASURE } from './measures.ts';
import { phrasesOf } from './phrases.ts';
import { type Scope, scopesOf, within } from './scope.ts';
import { nominal, REPORT } from './segments.ts';
import { meets, type Token } from './tokens.ts';

/** What sets one side of a sentence against the other. */
const CUT = /^(?:[,;:()—–]|and|but|or|while|whereas|than|versus|against|compared|after)$/;

/** Does the word at `n` end what goes with a figure: a mark, a joining word, or the "from" or "to" of another figure? */
function cuts(tokens: readonly Token[], n: number): boolean {
  const low = tokens[n]?.low ?? '';
  if (CUT.test(low)) return true;
  return (low === 'from' || low === 'to') && /^(?:NUM|SYM)$/.test(tokens[n + 1]?.pos ?? '');
}

type Place = { readonly start: number; readonly end: number };

/** The words of a sentence that go with a figure: those between the marks and joining words about it. */
export function beside(tokens: readonly Token[], { start }: Place): readonly Token[] {
  const at = tokens.findIndex((token) => token.end > start);
  const from = tokens.findLastIndex((_, n) => n < at && cuts(tokens, n));
  const to = tokens.findIndex((_, n) => n > at && cuts(tokens, n));
  return tokens.slice(from + 1, to < 0 ? tokens.length : to);
}

/** The words that tell what a figure is of, each with the place that it has there: subject, after "in", before "zone". */
type Owner = { readonly token: Token; readonly slot: string };

/** Is there a contrast of times, which are no phrases of their own? */
function timesIn(tokens: readonly Token[]): Owner[] {
  return tokens.flatMap((token): Owner[] => (token.time === null ? [] : [{ token, slot: `time ${grainOf(token)}` }]));
}

/** What a word of a time tells: a year, a quarter, a month. */
function grainOf({ low }: Token): string {
  return /^\d{4}$/.test(low)
    ? 'year'
    : /^(?:\d+|q[1-4]|first|second|third|fourth|last|next)$/.test(low)
      ? 'part'
      : 'name';
}

function ownersIn(tokens: readonly Token[], verbs: readonly Token[]): Owner[] {
  const deeds = verbs.filter(
    (verb) =>
      verb.pos === 'VERB' &&
      tokens.includes(verb) &&
      !isLight(verb) &&
      !MEASURE.has(verb.lemma) &&
      !REPORT.has(verb.lemma),
  );
  return [
    ...timesIn(tokens),
    ...deeds.slice(-1).map((token) => ({ token, slot: 'verb' })),
    ...phrasesOf({ tokens, verbs }).flatMap(({ head, by, before }): Owner[] => [
      { token: head, slot: by },
      ...before.map((token) => ({
        token,
        slot: token.pos === 'PROPN' && head.pos === 'PROPN' ? by : `${head.lemma}'s`,
      })),
    ]),
  ];
}

/** What tells what the figure at a place is of: the words beside it, and the subject of its clause. */
function ownersOf(place: Place, scopes: readonly Scope[]): Owner[] {
  const parsed = scopes[0]?.parsed;
  if (parsed === undefined) return [];
  const here = beside(parsed.tokens, place);
  const at = parsed.clauses.findIndex(({ tokens }) =>
    tokens.some(({ start, end }) => start <= place.start && end > place.start),
  );
  const verbs = parsed.clauses.flatMap((one) => one.verbs);
  const subject = parsed.clauses[at]?.subject ?? [];
  // "64 percent for Arn" is of Arn, whatever the subject is.
  const apart =
    here.some(({ pos, time }) => pos === 'PROPN' && time === null) && !verbs.some((verb) => here.includes(verb));
  const words = apart || here.some((token) => subject.includes(token)) ? here : [...here, ...subject];
  // A pronoun, or a relative clause, is about who the clause before it is about.
  const borrowed = !subject.some(nominal) || subject.every((token) => !parsed.clauses[at]?.tokens.includes(token));
  return [...ownersIn(words, verbs), ...(borrowed ? ownersIn(parsed.clauses[at - 1]?.subject ?? [], verbs) : [])];
}

const counts = ({ unit }: FigureReading): boolean => unit === null || measure(unit).kind.startsWith('count ');

/** Figures of the claim told of what the source tells a rival figure of. */
export function ownerFaults({ clause, sentence, figures, told: all }: Stated, scope: Scope): Fault[] {
  const { prepared, parsed } = scope;
  const around = [parsed.index, parsed.index - 1, parsed.index + 1];
  return figures.flatMap((figure): Fault[] => {
    const { given, found } = figure;
    if (!inSentence(figure, scope)) return [];
    const places = found.filter(
      ({ source, start }) => source === prepared.source && prepared.sentenceAt(start) === parsed.index,
    );
    const [place] = places;
    if (place === undefined || places.length > 1) return [];
    const scopes = scopesOf(prepared, parsed.index);
    const mine = ownersOf(place, scopes);
    const back = scopes.filter((one) =>
      one.clause.tokens.some(({ start, end }) => start <= place.start && end > place.start),
    );
    const alone = all.length === 1;
    const words = alone ? sentence : [...beside(sentence, given), ...clause.subject];
    const told = ownersIn(words, clause.verbs);
    const rivals = prepared.figures.filter(
      (other) => other.start !== place.start && around.includes(prepared.sentenceAt(other.start)),
    );
    const rival = rivals.find(takenFrom);
    return rival === undefined ? [] : [fault('subject', given.text, rival.text, 1)];

    function takenFrom(other: FigureReading): boolean {
      const theirs = ownersOf(other, scopesOf(prepared, prepared.sentenceAt(other.start)));
      const apart = prepared.sentenceAt(other.start) !== parsed.index;
      const alike = sameKind(other.unit, given.unit) || (counts(other) && counts(given));
      return told.some(({ token, slot: place }) => {
        if (!alike && token.pos !== 'PROPN') return false;
        const isMine = mine.some((one) => meets(one.token, token)) || back.some((one) => within(token, one.backKeys));
        if (isMine) return false;
        return theirs.some(
          ({ token: owner, slot }) =>
            (place === 'verb' ? owner.lemma === token.lemma : meets(owner, token)) &&
            mine.some(
              (one) =>
                (one.slot === slot || (owner.pos === 'PROPN' && (alike || apart))) &&
                (one.token.pos === 'PROPN') === (owner.pos === 'PROPN') &&
                !theirs.some((their) => meets(their.token, one.token)) &&
                !(alike ? words : sentence).some((word) => meets(word, one.token)),
            ),
        );
      });
    }
  });
}
