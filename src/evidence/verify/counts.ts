import { measure } from '../../domain/units.ts';
import type { FigureReading } from '../../model.ts';
import type { Stated } from './content.ts';
import { type Fault, fault, textOf } from './fault.ts';
import type { Scope } from './scope.ts';
import { meets, type Token } from './tokens.ts';

/** The noun right before the one that a figure counts ("input" of "input tokens"). */
function modifierOf(tokens: readonly Token[], { start, end }: { readonly start: number; readonly end: number }) {
  const words = tokens.filter((token) => token.start >= start && token.end <= end);
  const counted = words.at(-1);
  const before = words.at(-2);
  return counted?.pos === 'NOUN' && before?.pos === 'NOUN' ? { counted, before } : null;
}

/** What is counted is of another kind than what the source counts. */
export function countedFaults({ clause, figures }: Stated, { prepared, parsed }: Scope): Fault[] {
  return figures.flatMap(({ given, found }) => {
    const mine = modifierOf(clause.tokens, given);
    if (mine === null) return [];
    const theirs = found
      .filter(({ source }) => source === prepared.source)
      .flatMap((figure) => modifierOf(parsed.tokens, figure) ?? [])
      .filter(({ counted }) => meets(counted, mine.counted));
    const [first] = theirs;
    if (first === undefined || theirs.some(({ before }) => meets(before, mine.before))) return [];
    return [fault('unit', textOf([mine.before]), textOf([first.before]), 1)];
  });
}

type Stretch = { readonly start: number; readonly end: number };

/** The noun that a figure counts, if it counts one. */
function countedIn(tokens: readonly Token[], { start, end, unit }: FigureReading & Stretch): Token | undefined {
  if (unit === null || !measure(unit).kind.startsWith('count ')) return;
  return tokens.findLast(
    (token) => token.start >= start && token.end <= end && (token.pos === 'NOUN' || token.pos === 'PROPN'),
  );
}

/** A number that the source has of something else, where it has another of what the claim counts ("11 halls in 34 towns"). */
export function exchangedFaults({ clause, figures }: Stated, { prepared, parsed }: Scope): Fault[] {
  const all = prepared.figures.filter(({ start }) => prepared.sentenceAt(start) === parsed.index);
  return figures.flatMap(({ given, found }) => {
    const mine = countedIn(clause.tokens, given);
    const here = found.filter(
      ({ source, start }) => source === prepared.source && prepared.sentenceAt(start) === parsed.index,
    );
    const theirs = here.flatMap((figure) => countedIn(parsed.tokens, figure) ?? []);
    if (
      mine === undefined ||
      here.length === 0 ||
      theirs.length < here.length ||
      theirs.some((one) => meets(one, mine))
    )
      return [];
    const rival = all.find((other) => {
      const counted = countedIn(parsed.tokens, other);
      return counted !== undefined && counted.lemma === mine.lemma;
    });
    return rival === undefined ? [] : [fault('figure', given.text, rival.text, 1)];
  });
}
