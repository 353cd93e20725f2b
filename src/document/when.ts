const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function momentInWords(moment: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(moment);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(moment) ?? [];
  if (year === undefined) return moment;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function endInWords(moment: string): string {
  return /^\d{4}-12-31$/.test(moment) ? `end of ${moment.slice(0, 4)}` : momentInWords(moment);
}

/** The time a figure holds for (`2026-Q3`, `../2027-12-31`, `2026/2036`) in words for a table. */
export function whenInWords(when: string | null): string {
  if (when === null) return '';
  const [from, to] = when.split('/');
  if (from === undefined || to === undefined) return momentInWords(when);
  if (from === '..') return `by ${endInWords(to)}`;
  if (to === '..') return `from ${momentInWords(from)}`;
  return `${momentInWords(from)} to ${endInWords(to)}`;
}

/** `24 Nov`, in the reader's zone. */
export function dayInWords(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone }).format(new Date(instant));
}

/** `Tuesday 24 November`, in the reader's zone. */
export function longDay(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
    .format(new Date(instant))
    .replace(',', '');
}

/** `Tue 24 Nov 08:30`, in the reader's zone. */
export function momentIn(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return parts.format(new Date(instant)).replaceAll(',', '');
}
