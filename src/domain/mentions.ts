import { wordsIn } from '../language/words.ts';
import { type Entity, entities, entityOf } from './entities.ts';
import { derived } from './in-use.ts';

const firstWords = derived(
  () =>
    new Set(
      entities()
        .flatMap(({ name, aliases }) => [name, ...aliases])
        .map((name) => name.split(/[\s-]/)[0]?.toLowerCase() ?? ''),
    ),
);
const NAME_WORDS = 5;

/** The field's entities that a text names, each as often as it is named. */
export function entitiesIn(text: string): Map<Entity, number> {
  const found = new Map<Entity, number>();
  const words = wordsIn(text);
  const opening = firstWords();
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (first === undefined || !/^[\p{Lu}\dx]/u.test(first.text)) continue;
    if (!opening.has((first.text.split('-')[0] ?? '').toLowerCase().replace(/['’]s$/, ''))) continue;
    for (let size = Math.min(NAME_WORDS, words.length - at); size > 0; size -= 1) {
      const last = words[at + size - 1];
      if (last === undefined || last.end - first.start > 80) continue;
      const entity = entityOf(text.slice(first.start, last.end).replace(/['’]s$/, ''));
      if (entity === null) continue;
      found.set(entity, (found.get(entity) ?? 0) + 1);
      at += size - 1;
      break;
    }
  }
  return found;
}
