import type { Asked, Part } from './asked.ts';

/** What the question before counts for, where one leans on it: "And in Texas?". */
const BEFORE = 0.6;

/** A question that leans on the one before it: what that was about beside its names still counts, for less. */
export function following(own: Asked, before: Asked): Asked {
  const said = new Set(own.parts.flatMap(({ terms }) => terms));
  const named = own.parts.some(({ kind }) => kind === 'name');
  const anchored = own.parts.some(({ kind }) => kind === 'verb' || kind === 'focus');
  const kept = before.parts.flatMap((part): Part[] => {
    if ((part.kind === 'name' && named) || part.terms.some((term) => said.has(term))) return [];
    const kind = anchored && part.kind !== 'name' ? 'word' : part.kind;
    return [
      {
        ...part,
        kind,
        weight: part.weight * BEFORE,
        hangs: false,
        object: false,
        of: false,
        offered: false,
        any: false,
        by: null,
      },
    ];
  });
  const doer = own.doer ?? kept.find(({ node }) => node === before.doer?.node) ?? null;
  return { ...own, parts: [...own.parts, ...kept], doer };
}
