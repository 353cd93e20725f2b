import { MONEY_NAMES, SIGNS } from '../domain/currencies.ts';
import { measure, UNIT_NAMES, UNIT_SYMBOLS, unitOf } from '../domain/units.ts';

/** Units that people ask for, for completion, the usual ones of the field first. */
export const UNITS: readonly string[] = [
  ...new Set(['GW', 'MW', 'USD', '%', 'GPU', 'USD per hour', 'token', ...UNIT_NAMES.values()]),
];

const ALL: readonly string[] = [...new Set([...UNIT_NAMES.values(), ...UNIT_SYMBOLS.values()])];

/** The units that a typed one can be compared with (`GW`: every unit of power; `$`: USD); the typed one itself where it is not known. */
export function unitsLike(typed: string): string[] {
  const name = typed.trim();
  if (/^(?:%|per ?cent|percentage|share|fraction)$/i.test(name)) return ['percentage', 'fraction'];
  const money = SIGNS.get(name) ?? SIGNS.get(name.toUpperCase()) ?? MONEY_NAMES.get(name.toLowerCase());
  if (money !== undefined) return [money.code];
  const unit =
    UNIT_SYMBOLS.get(name) ?? UNIT_NAMES.get(name.toLowerCase()) ?? (unitOf(name) === undefined ? undefined : name);
  if (unit === undefined) return [name];
  const { kind } = measure(unit);
  // Things that are counted are not exchanged for one another.
  return kind === 'count' ? [unit] : ALL.filter((candidate) => measure(candidate).kind === kind);
}
