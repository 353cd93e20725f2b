import type { Cast, Known } from './cast.ts';

/**
 * Where somebody works: as the text says beside a mention; or what it points at ("the company's chief executive", "her deputy", an office
 * that is always one of somewhere); or of whom their sentence is told. A text of an organisation's own speaks of its own people.
 */
export function workplaceOf(cast: Cast, person: Known, depth = 0): string | null {
  const { organisations, firstPerson } = cast;
  if (person.organisation !== null) return organisations.whole(person.organisation);
  const { pointer, introduced } = person;
  if (pointer !== null && pointer.whose !== null) return depth < 4 ? workplaceOf(cast, pointer.whose, depth + 1) : null;
  const opening = introduced === null ? null : organisations.opening(introduced);
  if (opening !== null) return opening;
  const own = firstPerson ? organisations.own() : null;
  if (pointer === null) return own;
  return (pointer.noun === 'our' ? own : null) ?? organisations.meant(pointer.at, pointer.noun);
}
