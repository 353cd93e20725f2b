/** Reads a week of news from a file such as `june.txt`: what was published and seen when, and which edition owes what. */
import { readFileSync } from 'node:fs';

export type Kind = 'first' | 'repeat' | 'update' | 'correction' | 'denial';
export type Print = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO 8601. */
  readonly published: string | null;
  readonly seen: string;
  readonly event: string;
  readonly kind: Kind;
  readonly weight: number;
  /** What its sentences state, by name. */
  readonly facts: readonly { readonly name: string; readonly sentence: string }[];
  readonly withdraws: readonly string[];
};
export type Event = {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly kind: 'event' | 'noise' | 'roundup';
};
export type Week = { readonly events: readonly Event[]; readonly prints: readonly Print[] };

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONDAY = Date.parse('2026-06-01T00:00:00Z');
const KINDS = { '=': 'event', '~': 'roundup', '!': 'noise' } as const;
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const isKind = (word: string | undefined): word is Kind =>
  ['first', 'repeat', 'update', 'correction', 'denial'].includes(word ?? '');

const timeOf = (day: string, clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return MONDAY + DAYS.indexOf(day) * 86_400_000 + hours * 3_600_000 + minutes * 60_000;
};

/** Takes the marks out of a text, and tells which sentence stood before each. */
function marked(lines: string): { text: string; facts: { name: string; sentence: string }[] } {
  const facts: { name: string; sentence: string }[] = [];
  let text = '';
  for (const [, plain = '', name] of lines.matchAll(/([^{]*)(?:\{([a-z0-9-]+)\})?/g)) {
    text += name === undefined ? plain : plain.replace(/ $/, '');
    if (name === undefined) continue;
    const sentence =
      text
        .split('\n')
        .at(-1)
        ?.split(/(?<=[a-z0-9”"%)][.!?]["”]?) (?=[A-Z"“£$0-9])/u)
        .at(-1) ?? '';
    facts.push({ name, sentence });
  }
  return { text: text.trim(), facts };
}

export function readWeek(file: URL): Week {
  const events: Event[] = [];
  const prints: Omit<Print, 'id'>[] = [];
  const blocks = readFileSync(file, 'utf8').split(/\n(?=[=~!@] )/);
  for (const block of blocks) {
    const [head = '', title = '', ...rest] = block.split('\n');
    const words = head.split(' ');
    const mark = words.shift();
    if (mark === '=' || mark === '~' || mark === '!') {
      const [id = '', weight] = words.splice(0, mark === '~' ? 1 : 2);
      events.push({ id, weight: Number(weight ?? 1), kind: KINDS[mark], title: words.join(' ') });
    }
    const event = events.at(-1);
    if (mark !== '@' || event === undefined) continue;
    // "Mon 12:00", "Sat 08:00 May30" for a day before, "none" for no time.
    let published: number | null = null;
    if (words[0] === 'none') words.shift();
    else {
      const [day = '', clock = ''] = words.splice(0, 2);
      published = timeOf(day, clock);
    }
    const before = /^May(\d+)$/.exec(words[0] ?? '');
    if (before !== null && published !== null) {
      words.shift();
      published = Date.UTC(2026, 4, Number(before[1])) + (published % 86_400_000);
    }
    let seen = (published ?? 0) + 20 * 60_000;
    if (words[0] === 'seen') {
      const [, day = '', clock = ''] = words.splice(0, 3);
      seen = timeOf(day, clock);
    } else if (words[0]?.startsWith('+')) seen = (published ?? 0) + Number(words.shift()) * 60_000;
    const withdrawing = words.indexOf('withdraws');
    const withdraws = withdrawing < 0 ? [] : words.splice(withdrawing).slice(1);
    const weight = /^\d$/.test(words.at(-1) ?? '') ? Number(words.pop()) : null;
    const last = words.at(-1);
    const isFirst = !prints.some((print) => print.event === event.id);
    const kind = isKind(last) ? last : isFirst ? 'first' : 'repeat';
    if (isKind(last)) words.pop();
    const publisher = words.join(' ');
    const { text, facts } = marked(rest.join('\n'));
    prints.push({
      title,
      text,
      publisher,
      url: `https://${slug(publisher)}.example/${slug(title)}`,
      published: published === null ? null : new Date(published).toISOString(),
      seen: new Date(seen).toISOString(),
      event: event.id,
      kind,
      weight: weight ?? (kind === 'first' ? event.weight : kind === 'repeat' ? 1 : 2),
      facts,
      withdraws,
    });
  }
  const inOrder = prints.toSorted((a, b) => (a.seen < b.seen ? -1 : 1));
  return { events, prints: inOrder.map((print, place) => ({ id: `p${place + 1}`, ...print })) };
}
