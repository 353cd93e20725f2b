import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { DAY_MS } from '../../durations.ts';
import type { Series } from '../../model.ts';
import type { Theme } from '../../ports/chart.ts';
import { escapeXml, linesOf, shortNumber, widthOf } from './text.ts';
import { COLOURS } from './theme.ts';

export const FONT = 'Inter';

type Mark = {
  readonly at: Date;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly forecast: boolean;
};

/** What stands behind an amount and above the whole chart as well: "$1.88 an hour". */
const PER = /(?<=\d)(?: ?\/ ?| (?:an?|per|each) )[\p{L}-]+$/u;

function marksOf({ points, unit }: Series): Mark[] {
  const isRate = unit?.includes(' per ') === true;
  return points.map(({ at, low, high, label, forecast }) => ({
    at: new Date(`${at.slice(0, 10)}T00:00:00Z`),
    low,
    high,
    label: isRate ? label.replace(PER, '') : label,
    forecast,
  }));
}

const middle = ({ low, high }: Mark): number => (low + high) / 2;

/** First and last moment with room on either side, so that a mark never lies on the frame. */
function span(marks: readonly Mark[]): readonly [Date, Date] {
  const times = marks.map(({ at }) => at.getTime());
  const first = Math.min(...times);
  const last = Math.max(...times);
  const room = Math.max(DAY_MS, (last - first) * 0.06);
  return [new Date(first - room), new Date(last + room)];
}

/** From zero, unless everything lies so far from it that the movement would not be seen. */
function extent(marks: readonly Mark[]): readonly [number, number] {
  const low = Math.min(...marks.map((mark) => mark.low));
  const high = Math.max(...marks.map((mark) => mark.high));
  if (low >= 0 && low < high * 0.7) return [0, high * 1.08];
  const room = (high - low || Math.abs(high) || 1) * 0.2;
  return [low - room, high + room];
}

/** As many ticks as have room beside one another, none over another; from the last one back. */
function spaced<T>(
  ticks: readonly T[],
  at: (tick: T) => number,
  label: (tick: T) => string,
  size: number,
  from: number,
  to: number,
): T[] {
  const kept: T[] = [];
  let free = to;
  for (const tick of ticks) {
    const half = widthOf(label(tick), size) / 2;
    if (at(tick) + half > free || at(tick) - half < from - half) continue;
    kept.push(tick);
    free = at(tick) - half - size;
  }
  return kept;
}

const month = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

/** Times as fine as the points are: years, quarters, months or days. */
function dayFormat(times: readonly Date[], grain: Series['grain']): (time: Date) => string {
  const firsts = times.every((time) => time.getUTCDate() === 1);
  const years = new Set(times.map((time) => time.getUTCFullYear())).size > 1;
  if (grain === 'year' || (firsts && times.every((time) => time.getUTCMonth() === 0)))
    return (time) => String(time.getUTCFullYear());
  if (grain === 'quarter' && firsts && times.every((time) => time.getUTCMonth() % 3 === 0))
    return (time) => `Q${time.getUTCMonth() / 3 + 1} ${time.getUTCFullYear()}`;
  const named = (time: Date): string => month.format(time).slice(0, 3);
  if (firsts) return (time) => `${named(time)} ${time.getUTCFullYear()}`;
  // A month among days is told as one.
  return (time) =>
    `${time.getUTCDate() === 1 ? '' : `${time.getUTCDate()} `}${named(time)}${years ? ` ${time.getUTCFullYear()}` : ''}`;
}

/** More lines across a chart are a grid rather than a scale. */
const MOST_LINES = 6;

/** A series as an SVG document, `width` pixels wide and legible at that width. */
export function drawSeries(
  series: Series,
  { theme, width }: { readonly theme: Theme; readonly width: number },
): string {
  const colours = COLOURS[theme];
  const small = width < 500;
  const size = small ? 13 : 15;
  const marks = marksOf(series);
  const foretoldAtAll = marks.some(({ forecast }) => forecast);
  const title = linesOf(series.title, size + 2, width - 32, 2);
  const top = 20 + title.length * (size + 8) + (series.unit === null || series.unit === 'percentage' ? 0 : size + 4);
  const note = series.note === undefined ? [] : linesOf(series.note, size - 2, width - 32, 2);
  const key = foretoldAtAll && series.foretold !== undefined ? size + 8 : 0;
  const foot = 46 + note.length * (size + 3) + key;
  const height = Math.round(top + (small ? 190 : 290) + foot);
  const scaled = (count: number) => {
    const scale = scaleLinear()
      .domain(extent(marks))
      .nice(count)
      .range([height - foot, top + 18]);
    return { y: scale, values: scale.ticks(count) };
  };
  const fine = scaled(4);
  const { y, values } = fine.values.length <= MOST_LINES ? fine : scaled(3);
  const left = 18 + Math.max(...values.map((value) => widthOf(`${shortNumber(value)}%`, size - 1)));
  const x = scaleUtc()
    .domain(span(marks))
    .range([left + 8, width - 22]);
  const format = dayFormat(
    marks.map(({ at }) => at),
    series.grain,
  );
  const times = spaced(
    marks.map(({ at }) => at).toReversed(),
    (tick) => x(tick),
    (tick) => format(tick),
    size - 1,
    left,
    width - 6,
  );
  const isShare = series.unit === 'percentage';
  const valued = (value: number): string => `${shortNumber(value)}${isShare ? '%' : ''}`;

  const said = (
    text: string,
    at: { x: number; y: number; anchor?: string; size?: number; weight?: number; fill?: string; halo?: boolean },
  ): string =>
    `<text x="${at.x.toFixed(1)}" y="${at.y.toFixed(1)}" text-anchor="${at.anchor ?? 'start'}" font-size="${at.size ?? size - 1}" font-weight="${at.weight ?? 400}" fill="${at.fill ?? colours.faint}"${at.halo === true ? ` stroke="${colours.ground}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"` : ''}>${escapeXml(text)}</text>`;
  // What a dashed line means.
  const keyOf = (word: string, at: { x: number; y: number }): string[] => [
    `<line x1="${at.x}" x2="${at.x + 28}" y1="${at.y - size / 3}" y2="${at.y - size / 3}" stroke="${colours.line}" stroke-width="2" stroke-dasharray="5 5"/>`,
    said(word, { x: at.x + 36, y: at.y }),
  ];

  const path = line<Mark>(
    (mark) => x(mark.at),
    (mark) => y(middle(mark)),
  );
  const known = marks.filter(({ forecast }) => !forecast);
  const foretold = marks.filter(({ forecast }) => forecast);
  const joined = known.at(-1) === undefined ? foretold : [...known.slice(-1), ...foretold];
  const parts = [
    ...title.map((text, index) =>
      said(text, { x: 16, y: 26 + index * (size + 8), size: size + 2, weight: 600, fill: colours.ink }),
    ),
    ...(series.unit === null || isShare ? [] : [said(series.unit, { x: 16, y: 26 + title.length * (size + 8) })]),
    ...values.map(
      (value) =>
        `<line x1="${left + 8}" x2="${width - 16}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="${value === 0 && values.some((other) => other < 0) ? colours.faint : colours.grid}"/>`,
    ),
    ...values.map((value) => said(valued(value), { x: left, y: y(value) + size / 3, anchor: 'end' })),
    ...times.map((tick) => said(format(tick), { x: x(tick), y: height - foot + 28, anchor: 'middle' })),
    `<path d="${path(known) ?? ''}" fill="none" stroke="${colours.line}" stroke-width="2.5" stroke-linejoin="round"/>`,
    foretold.length === 0
      ? ''
      : `<path d="${path(joined) ?? ''}" fill="none" stroke="${colours.line}" stroke-width="2" stroke-dasharray="5 5"/>`,
    ...marks
      .filter(({ low, high }) => low !== high)
      .map(
        (mark) =>
          `<line x1="${x(mark.at).toFixed(1)}" x2="${x(mark.at).toFixed(1)}" y1="${y(mark.low).toFixed(1)}" y2="${y(mark.high).toFixed(1)}" stroke="${colours.line}" stroke-width="6" stroke-opacity=".35" stroke-linecap="round"/>`,
      ),
    ...marks.map(
      (mark) =>
        `<circle cx="${x(mark.at).toFixed(1)}" cy="${y(middle(mark)).toFixed(1)}" r="4.5" fill="${mark.forecast ? colours.ground : colours.line}" stroke="${colours.line}" stroke-width="2"/>`,
    ),
    ...labels(marks, {
      x: (mark) => x(mark.at),
      y: (mark) => y(middle(mark)),
      low: (mark) => [x(mark.at), y(mark.low)],
      high: (mark) => [x(mark.at), y(mark.high)],
      size,
      left: left + 16,
      right: width - 12,
      lines: values.map((value) => y(value)),
    }).map(({ text, at }) => said(text, { ...at, anchor: 'middle', weight: 600, fill: colours.ink, halo: true })),
    ...(key === 0 ? [] : keyOf(series.foretold ?? '', { x: 16, y: height - foot + 28 + key })),
    ...note.map((text, index) =>
      said(text, { x: 16, y: height - 12 - (note.length - 1 - index) * (size + 3), size: size - 2 }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}, system-ui, sans-serif" role="img" aria-label="${escapeXml(series.alt)}"><rect width="100%" height="100%" fill="${colours.ground}"/>${parts.join('')}</svg>`;
}

type Placing = {
  x(mark: Mark): number;
  y(mark: Mark): number;
  low(mark: Mark): readonly [number, number];
  high(mark: Mark): readonly [number, number];
  readonly size: number;
  readonly left: number;
  readonly right: number;
  /** Heights of the lines across the chart. */
  readonly lines: readonly number[];
};

type Box = { readonly from: number; readonly to: number; readonly top: number; readonly bottom: number };

/** Whether the line between two points passes through a box: looked at in small steps. */
function crosses(box: Box, a: readonly [number, number], b: readonly [number, number]): boolean {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / 4));
  return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((share) => {
    const x = a[0] + (b[0] - a[0]) * share;
    const y = a[1] + (b[1] - a[1]) * share;
    return x > box.from && x < box.to && y > box.top && y < box.bottom;
  });
}

/**
 * The last and the first value beside their marks, the highest and lowest where there is room: above or below, over nothing, and over a line of the
 * scale only where both would be.
 */
function labels(
  marks: readonly Mark[],
  placing: Placing,
): { readonly text: string; readonly at: { readonly x: number; readonly y: number } }[] {
  const { size, left, right } = placing;
  const points = marks.map((mark) => [placing.x(mark), placing.y(mark)] as const);
  const bars = marks.map((mark) => [placing.low(mark), placing.high(mark)] as const);
  const byValue = marks.toSorted((a, b) => middle(a) - middle(b));
  const wanted = [
    ...new Set([marks.at(-1), marks[0], byValue.at(-1), byValue[0]].filter((mark) => mark !== undefined)),
  ];
  const taken: Box[] = [];
  return wanted.flatMap((mark) => {
    const half = widthOf(mark.label, size - 1) / 2;
    if (half * 2 > right - left) return [];
    const x = Math.min(right - half, Math.max(left + half, placing.x(mark)));
    const isLined = (y: number): boolean => placing.lines.some((line) => line > y - size && line < y + 3);
    const beside = [placing.high(mark)[1] - size * 0.8, placing.low(mark)[1] + size * 1.7];
    for (const y of beside.toSorted((a, b) => Number(isLined(a)) - Number(isLined(b)))) {
      const box = { from: x - half, to: x + half, top: y - size, bottom: y + 3 };
      const blocked =
        taken.some(
          (other) => other.from < box.to && other.to > box.from && other.top < box.bottom && other.bottom > box.top,
        ) ||
        points.some((point, index) => crosses(box, point, points[index + 1] ?? point)) ||
        bars.some(([from, to]) => crosses(box, from, to));
      if (blocked) continue;
      taken.push(box);
      return [{ text: mark.label, at: { x, y } }];
    }
    return [];
  });
}
