import type { Figure } from '../model.ts';
import { agreement, contentOf } from './same-figure.ts';

/** A figure with the time of its article. */
export type Dated<F extends Figure = Figure> = { readonly figure: F; readonly at: string };

/** Figures that can be one: of one value and unit. */
const keyOf = ({ unit, value }: Figure): string =>
  `${unit} ${[value]
    .flat()
    .map((bound) => bound.toPrecision(6))
    .join(' ')}`;

const wordsOf = ({ subject, concept }: Figure): ReadonlySet<string> => contentOf(`${subject ?? ''} ${concept ?? ''}`);

/**
 * The figures that do not hold any more: those that an article tells as withdrawn ("not $71", "cut from 40"), and the same number of the
 * same party or thing in articles of that time or before.
 */
export function takenBackIn<F extends Figure>(figures: readonly Dated<F>[]): Set<F> {
  const gone = new Set<F>();
  const withdrawn = new Map<string, Dated<F>[]>();
  for (const dated of figures) {
    if (dated.figure.standing !== 'withdrawn') continue;
    gone.add(dated.figure);
    const key = keyOf(dated.figure);
    withdrawn.set(key, [...(withdrawn.get(key) ?? []), dated]);
  }
  if (withdrawn.size === 0) return gone;
  for (const { figure, at } of figures) {
    if (gone.has(figure)) continue;
    for (const taken of withdrawn.get(keyOf(figure)) ?? []) {
      if (at > taken.at || figure.article === taken.figure.article || agreement(taken.figure, figure) !== 'same')
        continue;
      if (wordsOf(taken.figure).isDisjointFrom(wordsOf(figure))) continue;
      gone.add(figure);
      break;
    }
  }
  return gone;
}
