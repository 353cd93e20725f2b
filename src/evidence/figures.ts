import { unitOf } from '../domain/units.ts';
import { timesIn } from '../language/times.ts';
import type { FigureReading, Hedge } from '../model.ts';
import { directionOf } from './figures/directions.ts';
import { hedgeAfter, hedgeBefore } from './figures/hedges.ts';
import { type Reading, readingAt } from './figures/ranges.ts';
import { type Token, tokensOf } from './figures/tokens.ts';

export function figuresIn(text: string, published: string | null = null): FigureReading[] {
  const tokens = tokensOf(text);
  const times = timesIn(text, published).filter(({ kind }) => kind === 'calendar');
  const figures: FigureReading[] = [];
  let t = 0;
  let done = 0;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined) break;
    while ((times[t]?.end ?? Number.POSITIVE_INFINITY) <= token.start) t++;
    const time = times[t];
    if (time !== undefined && token.start >= time.start) {
      i++;
      continue;
    }
    const reading = readingAt(tokens, i);
    if (reading === null) {
      i++;
      continue;
    }
    const read = read_(text, tokens, reading, done);
    figures.push(read.figure);
    done = read.to;
    i = Math.max(read.to, i + 1);
  }
  return figures;
}

function read_(
  text: string,
  tokens: readonly Token[],
  amount: Reading,
  done: number,
): { figure: FigureReading; to: number } {
  const unit = amount.unit === null ? undefined : unitOf(amount.unit);
  const before = hedgeBefore(tokens, amount.from, unit?.kind === 'time');
  const from = Math.max(before.from, done);
  const after = amount.hedge === null ? hedgeAfter(tokens, amount.to) : null;
  const to = after?.to ?? amount.to;
  const hedge: Hedge = before.hedge !== '=' ? before.hedge : (amount.hedge ?? after?.hedge ?? '=');
  const relative = /^(?:ratio|points|multiple|point)$/.test(unit?.kind ?? '') || / per share$/.test(amount.unit ?? '');
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const [unitFrom, unitTo] = amount.unitAt ?? [0, 0];
  return {
    to,
    figure: {
      start,
      end,
      text: text.slice(start, end),
      value: amount.high === null ? amount.value : [amount.value, amount.high],
      hedge,
      direction: directionOf(tokens, { from, to: amount.to, relative }),
      unit: amount.unit,
      unitText: amount.unitAt === null ? null : text.slice(tokens[unitFrom]?.start ?? 0, tokens[unitTo - 1]?.end ?? 0),
      concept: null,
      when: null,
      attributedTo: null,
    },
  };
}
