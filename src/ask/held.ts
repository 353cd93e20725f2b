import type { Figure } from '../model.ts';
import { timesIn } from '../reading/times.ts';

type Told = {
  readonly figure: Figure | null;
  readonly text: string;
  /** The title and the lead, which tell the time of what follows. */
  readonly around: string;
  readonly published: string | null;
};

type Kind = 'quarter' | 'half' | 'year' | 'other';

function kindOf(when: string): Kind {
  if (/-?-Q[1-4]$/.test(when)) return 'quarter';
  if (/^--H|^\d{4}-\d\d\/\d{4}-\d\d$/.test(when)) return 'half';
  return /^\d{4}$/.test(when) ? 'year' : 'other';
}

/** The part of a time that is compared where no year is given: `Q3` of `2026-Q3`. */
const partOf = (when: string): string => when.split('-').at(-1) ?? when;

/** Is what was asked for the very time, or the same quarter of a year that nobody named? */
function same(asked: string, told: string): boolean {
  if (asked === told) return true;
  if (asked.startsWith('--')) return kindOf(asked) === kindOf(told) && partOf(asked) === partOf(told);
  if (told.startsWith('--')) return kindOf(asked) === kindOf(told) && partOf(asked) === partOf(told);
  return false;
}

const timesOf = (text: string, published: string | null): string[] =>
  timesIn(text, published).flatMap(({ when, bare, kind }) =>
    kind === 'length' ? [] : [when ?? bare].filter((time) => time !== null),
  );

/** Does a number or a sentence hold for the quarter, half or year that was asked for? One that is told of another length of time does not. */
export function heldFits(asked: string, { figure, text, around, published }: Told): boolean {
  const own = timesOf(text, published);
  if (asked === 'year') {
    const other = figure?.when != null && kindOf(figure.when) === 'quarter';
    return (
      !other &&
      (/\b(?:full[- ]year|fiscal|annual|for the year|this year|in 20\d\d|the year)\b/i.test(`${text} ${around}`) ||
        kindOf(figure?.when ?? '') === 'year')
    );
  }
  if (figure?.when != null) {
    if (same(asked, figure.when)) return true;
    if (kindOf(figure.when) !== 'other') return false;
    const [from = '', to = from] = figure.when.split('/');
    if (/^\d{4}$/.test(asked)) return from.startsWith(asked) || to.startsWith(asked);
  }
  if (own.some((time) => same(asked, time))) return true;
  // "A year ago" compares.
  const others = timesIn(text, published).filter(
    ({ bare, kind }) => kind !== 'length' && bare !== null && kindOf(bare) !== 'other',
  );
  if (/^\d{4}$/.test(asked)) {
    if (own.some((time) => time.startsWith(asked) || time.split('/').some((part) => part.startsWith(asked))))
      return true;
    return false;
  }
  if (others.length > 0) return false;
  return timesOf(around, published).some((time) => same(asked, time));
}
