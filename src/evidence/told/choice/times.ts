import type { Sentence } from '../../../model.ts';
import type { Time } from '../../../reading/times.ts';
import type { Candidate } from '../../choice/candidate.ts';
import { about, type Name, nameOf, withEach } from '../../choice/hashed.ts';
import { pathOf, roleOf } from '../../choice/path.ts';
import { distanceIn, earlierBy, isFuture, toldTime } from '../../figures/when.ts';
import { placeIn } from '../place.ts';
import { beside, kindOf, readBefore, type Seen, type Stated, tagsOf, verbOf, wordsBetween } from './seen.ts';

/** How far back what a figure is compared with may lie, in months. */
const DISTANCES = { year: 12, quarter: 3, month: 1 };

/** How exact a time is, and whether it is open. */
function grainOf(value: string): string {
  const [from = '', to] = value.split('/');
  if (from === '..') return 'up to';
  if (to === '..') return 'from';
  const one = /-Q/.test(from) ? 'quarter' : (['year', 'month', 'day'][from.split('-').length - 1] ?? 'other');
  return to === undefined ? one : `span of ${one}s`;
}

/** How a time stands in the sentence of the figure. */
function hereTo(seen: Seen, { time }: Stated): string[] {
  const { sentence, place, places } = seen;
  const { tree } = sentence;
  const [start, end] = [tree.words[place.from]?.start ?? 0, tree.words[place.to - 1]?.end ?? 0];
  const side = time.end <= start ? 'before' : 'behind';
  const [from, to] = side === 'before' ? [time.end, start] : [end, time.start];
  const words = wordsBetween(tree, from, to);
  const gap = tree.text.slice(from - tree.start, to - tree.start);
  const between = places.filter((one) => {
    const at = one === null ? -1 : (tree.words[one.from]?.start ?? -1);
    return one !== place && at >= from && at < to;
  }).length;
  const at = placeIn(sentence, time.start, time.end);
  const path = at === null ? null : pathOf(tree, place.head, at.head);
  const ahead = wordsBetween(tree, Math.max(tree.start, time.start - 40), time.start).slice(-2);
  const next = wordsBetween(tree, time.end, Math.min(tree.end, time.end + 40)).slice(0, 2);
  return [
    side,
    `${side} figures between ${Math.min(between, 3)}`,
    `${side} words between ${about(words.length)}`,
    `${side} ${/[,;:]/.test(gap) ? 'cut' : 'uncut'} ${Math.min(between, 2)}`,
    ...(words.length <= 3 ? [`${side} behind ${words.join(' ')}`] : []),
    ...[...new Set(words)].slice(-12).map((word) => `${side} across ${word}`),
    `way ${path?.join(' ') ?? 'far'}`,
    `steps ${path?.length ?? 'far'}`,
    `role ${at === null ? 'none' : roleOf(tree, at.head)}`,
    `ahead ${ahead.join(' ')}`,
    `ahead ${ahead.at(-1) ?? ''}`,
    `next ${next[0] ?? ''}`,
    `next ${next.join(' ')}`,
    time.start - tree.start < 12 ? 'heads the sentence' : 'heads nothing',
    `${tree.text.slice(0, time.start - tree.start).trim() === '' ? 'first' : 'not first'} ${side}`,
  ];
}

/** How one stands that was told before the sentence, the `n`th of those that are kept. */
const thereTo = ({ back, ahead }: Stated, n: number, of: number): string[] => [
  `back ${Math.min(back, 4)}`,
  `later ${Math.min(of - 1 - n, 3)}`,
  n === 0 ? 'opens the text' : 'not first',
  `ahead ${ahead.slice(-2).join(' ')}`,
  ...ahead.map((word) => `told with ${word}`),
];

/** What it is by itself. */
function natureOf({ value, time: { kind, bound, fiscal, recurring } }: Stated): string[] {
  return [
    `kind ${kind}`,
    `bound ${bound}`,
    `${kind} ${grainOf(value)}`,
    fiscal ? 'fiscal' : 'not fiscal',
    ...(recurring ? ['recurring'] : []),
  ];
}

/** What is known of the figure, for each of its times: around it, and how far back it is said to lie. */
function aroundOf(seen: Seen, here: readonly Stated[]) {
  const { tree } = seen.sentence;
  const end = (tree.words[seen.place.to - 1]?.end ?? 0) - tree.start;
  const distance = distanceIn(tree.text.slice(end, end + 60));
  const { before, behind } = beside(seen);
  const around = [
    kindOf(seen),
    distance === null ? 'no distance' : 'at a distance',
    `tags ${tagsOf(seen)}`,
    `verb ${verbOf(seen)}`,
    `times ${about(here.length)}`,
    here.some(({ time }) => time.kind === 'calendar') ? 'a time here' : 'no time here',
  ].map(nameOf);
  const cues = [...before.slice(-3), ...behind.slice(0, 5)].map((word) => nameOf(`cue ${word}`));
  return { around, cues, months: distance?.months ?? null };
}

/** How a time goes with the figure, wherever it is told. */
function fitOf(seen: Seen, value: string): Name[] {
  const { published, place, sentence } = seen;
  const ahead = isFuture(value, published) ? 'to come' : 'not to come';
  const grain = grainOf(value);
  return [
    `grain ${grain}`,
    `grain ${grain} ${kindOf(seen)}`,
    `${ahead} ${tagsOf(seen)}`,
    `${ahead} ${place.clause?.mood ?? 'none'}`,
    `${grain} of ${verbOf(seen)}`,
    value === published?.slice(0, value.length) ? `of the article ${grain}` : 'of another day',
    `sentences ${sentence.tree.words.length > 30 ? 'long' : 'short'}`,
  ].map(nameOf);
}

/**
 * What a figure may hold for: every time that its sentence tells, the first and the last before it, what holds for the figures before, and as long
 * before one of these as it may be compared with.
 */
export function timesFor(seen: Seen): Candidate[] {
  const found = new Map<string, Name[]>();
  const add = (value: string, names: readonly Name[]): void => {
    found.set(value, [...(found.get(value) ?? []), ...names]);
  };
  const here = seen.stated.filter(({ back }) => back === 0);
  const there = seen.stated.filter(({ back }) => back > 0);
  const { around, cues, months: distance } = aroundOf(seen, here);
  const told = (where: string, names: readonly string[]): Name[] => {
    const own = names.map((name) => nameOf(`${where} ${name}`));
    const place = nameOf(where);
    const kinds = around.slice(0, 1);
    return [place, ...own, ...withEach(place, around), ...own.slice(0, 4).flatMap((name) => withEach(name, kinds))];
  };
  for (const one of here) add(one.value, told('here', [...hereTo(seen, one), ...natureOf(one)]));
  there.forEach((one, n) => {
    add(one.value, told('there', [...thereTo(one, n, there.length), ...natureOf(one)]));
  });
  const before = readBefore(seen, 'when');
  const carried = nameOf('carried');
  for (const [value, names] of before)
    add(value, [carried, ...names, ...withEach(carried, around), ...names.flatMap((name) => withEach(name, around))]);
  const bases = new Set([...before.keys(), ...[...there.slice(-2), ...here].map(({ value }) => value)]);
  for (const [unit, months] of Object.entries(DISTANCES))
    for (const base of bases) {
      const value = distance === null && months < 12 ? null : earlierBy(base, months);
      if (value === null) continue;
      const said = distance === null ? 'unsaid' : distance === months ? 'said' : 'otherwise';
      const how = nameOf(`a ${unit} before ${before.has(base) ? 'carried' : 'told'} ${said}`);
      add(value, [nameOf(`so long before ${said}`), how, ...withEach(how, cues), ...withEach(how, around)]);
    }
  return [...found].map(([value, names]) => ({ value, names: [...names, ...fitOf(seen, value)] }));
}

/** So many times are kept of those before a sentence, the first of the text and the last, and so many of its own. */
const FIRST = 2;
const LAST = 4;
const HERE = 12;
/** So many words before one are kept, within so many code units. */
const AHEAD = 6;
const REACH = 60;

/** The times of a text that were told by the end of a sentence, as far as they are kept; to be asked sentence by sentence, in order. */
export function timeline(times: readonly Time[], sentences: readonly Sentence[]): (index: number) => Stated[] {
  const kept: (Omit<Stated, 'back'> & { readonly index: number })[] = [];
  let [t, at] = [0, 0];
  return (index) => {
    const end = sentences[index]?.end ?? 0;
    for (let time = times[t]; time !== undefined && time.start < end; t += 1, time = times[t]) {
      while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= time.start) at += 1;
      const value = toldTime(time);
      const { start = 0, text = '' } = sentences[at] ?? {};
      const ahead = text.slice(Math.max(0, time.start - start - REACH), time.start - start).toLowerCase();
      if (value !== null) kept.push({ value, time, index: at, ahead: (ahead.match(/\p{L}+/gu) ?? []).slice(-AHEAD) });
      if (kept.length > FIRST + LAST + HERE) kept.splice(FIRST, 1);
    }
    const before = kept.filter((one) => one.index < index);
    const own = kept.filter((one) => one.index === index).slice(0, HERE);
    const some = new Set([...before.slice(0, FIRST), ...before.slice(-LAST), ...own]);
    return [...some].map(({ index: where, ...one }) => ({ ...one, back: index - where }));
  };
}
