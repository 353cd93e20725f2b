import { isDemonym, isOrganisationWord } from '../../language/organisations.ts';
import { isHonorific } from '../../language/roles.ts';
import type { Stretch, Tree } from '../../reading/tree.ts';
import { type Name, nameOf, withEach } from '../choice/hashed.ts';
import { listsOf } from './lists.ts';

/** A stretch that a name may take within a run of capitals, with all that speaks for it and against it. */
export type NameSpan = Stretch & { readonly within: Stretch; readonly value: string; readonly names: readonly Name[] };

/** A name has at most so many words before it that are none of it. */
const MOST_BEFORE = 6;

/** "MORWENNA TRESILIAN", as the head of a notice has it; 'Padraic "Packie" Ruane' without what he is called. */
export function settled(name: string): string {
  const plain = name.replace(/["“][^"”]{1,30}["”] ?/g, '').replace(/\s+/g, ' ');
  const isShouted =
    / /.test(plain) && plain === plain.toUpperCase() && plain.split(' ').every((word) => word.length > 3);
  return isShouted ? plain.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase()) : plain;
}

/** Where a run may be parted: before a word that stands by itself. */
function startsIn(tree: Tree, { from, to }: Stretch): number[] {
  const starts = [from];
  for (let n = from + 1; n < to && starts.length <= MOST_BEFORE; n++) {
    const [before, word] = [tree.words[n - 1], tree.words[n]];
    const isApart = (word?.start ?? 0) > (before?.end ?? 0) && !/^(?:-|[’'&].*)$/.test(before?.text ?? '');
    if (isApart && /^\p{L}/u.test(word?.text ?? '')) starts.push(n);
  }
  return starts;
}

/**
 * The spans that a name may take: without the title or the place before it ("Hydrologist Anselm Torvey"), without the letters behind it
 * ("Piers Antrobus KC"). `whole` holds what the runs of the text say.
 */
export function spansOf(tree: Tree, within: Stretch, opens: boolean, whole: ReadonlySet<string>): NameSpan[] {
  const { words } = tree;
  const { from, to } = within;
  const textOf = (a: number, b: number): string =>
    tree.text.slice((words[a]?.start ?? 0) - tree.start, (words[b - 1]?.end ?? 0) - tree.start);
  const last = words[to - 1]?.text ?? '';
  const isLettered = to - from > 2 && /^\p{Lu}{2,4}$/u.test(last) && !isOrganisationWord(last);
  const isCourtesy = (n: number): boolean =>
    n < to - 1 && isHonorific(words[n]?.text.toLowerCase().replace('.', '') ?? '');
  const found: NameSpan[] = [];
  for (const end of isLettered ? [to, to - 1] : [to])
    for (const start of startsIn(tree, within)) {
      // "European Commission"
      const isOfPlace = isDemonym(words[start - 1]?.text ?? '') && isOrganisationWord(words[start]?.text ?? '');
      if (start >= end || isCourtesy(start) || (start > from && start === end - 1 && isOfPlace)) continue;
      const value = textOf(start, end);
      const dropped = start > from ? words.slice(from, start) : [];
      const names = namesOf({ tree, start, end, value, dropped, opens, whole, isLettered: isLettered && end === to });
      found.push({
        from: start,
        to: end,
        within,
        value: settled(value),
        names: withEach(nameOf('name'), names.map(nameOf)),
      });
    }
  return found;
}

type Cut = {
  readonly tree: Tree;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly dropped: Tree['words'];
  readonly opens: boolean;
  readonly whole: ReadonlySet<string>;
  readonly isLettered: boolean;
};

function namesOf({ tree, start, end, value, dropped, opens, whole, isLettered }: Cut): string[] {
  const { words } = tree;
  const kept = value.split(' ');
  const [first = '', last = ''] = [kept[0], kept.at(-1)];
  const size = Math.min(kept.length, 4);
  const isCut = dropped.length > 0;
  const opening = opens && !isCut;
  const cut = dropped.at(-1);
  const kindAt = (n: number): string => words[n]?.class ?? '';
  const tail = end < words.length && /^\p{Lu}{2,4}$/u.test(words[end]?.text ?? '') ? words[end]?.text : undefined;
  return [
    `drop ${Math.min(dropped.length, 5)} keep ${Math.min(kept.length, 5)}`,
    `drop ${Math.min(dropped.length, 5)} opens ${opens}`,
    `first class ${kindAt(start)} drop ${isCut} opens ${opening}`,
    ...listsOf(first).flatMap((list) => [`first ${list} drop ${isCut}`, `first ${list} keep ${size} opens ${opening}`]),
    ...listsOf(last).map((list) => `last ${list} drop ${isCut}`),
    ...dropped.flatMap(({ text, class: kind }) => [
      `dropped ${text.toLowerCase()}`,
      `dropped end ${text.slice(-3)}`,
      `dropped class ${kind} opens ${opens}`,
      ...listsOf(text).map((list) => `dropped ${list}`),
    ]),
    ...(cut === undefined
      ? []
      : listsOf(cut.text).flatMap((list) => [
          ...listsOf(first).map((other) => `cut ${list} ${other}`),
          `cut ${list} keep ${size} opens ${opens}`,
          `cut ${list} organisation ${isOrganisationWord(last)}`,
        ])),
    `cut class ${cut?.class ?? ''} ${kindAt(start)}`,
    `cut end ${cut?.text.slice(-3) ?? ''} keep ${Math.min(kept.length, 3)}`,
    ...kept
      .slice(0, -1)
      .flatMap((word) => [
        `kept ${word.toLowerCase()}`,
        `kept end ${word.slice(-3)}`,
        ...listsOf(word).map((list) => `kept ${list}`),
      ]),
    `elsewhere ${isCut && whole.has(value)}`,
    `alone ${kept.length > 1 && whole.has(last)} keep ${Math.min(kept.length, 3)}`,
    ...(tail === undefined ? [] : [`tail ${tail}`, `tail keep ${Math.min(kept.length, 3)}`]),
    ...(isLettered ? [`no tail ${last}`] : []),
  ];
}
