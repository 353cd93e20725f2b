import type { Entity } from './field.ts';
import { derived, field } from './in-use.ts';

export type { Entity } from './field.ts';

const LEGAL_FORM =
  /(?<![,\s])[,\s]+(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|gmbh|n\.?v|s\.?a|holdings?|group)\.?$/iu;

function keyOf(alias: string): string {
  return alias
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.\s]+/g, ' ')
    .trim();
}

/** Who and what is written about in the field. */
export const entities = (): readonly Entity[] => field().entities;

const byKey = derived(() => {
  const found = new Map<string, { readonly alias: string; readonly entity: Entity }>();
  for (const entity of entities()) {
    for (const alias of [entity.name, ...entity.aliases]) {
      const key = keyOf(alias);
      if (!found.has(key)) found.set(key, { alias, entity });
    }
  }
  return found;
});

/**
 * The entity of a name or an alias, or null. Case, points and a legal form ("Inc.", "Group") do not matter, except for
 * names that are everyday words as well ("Switch", "US"), which count as they are written.
 */
export function entityOf(alias: string): Entity | null {
  const name = alias.trim();
  const found = byKey().get(keyOf(name)) ?? byKey().get(keyOf(name.replace(LEGAL_FORM, '')));
  if (found === undefined) return null;
  if (found.entity.asWritten.includes(found.alias) && !name.startsWith(found.alias)) return null;
  return found.entity;
}
