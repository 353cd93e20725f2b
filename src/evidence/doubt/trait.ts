import type { Sight } from './sight.ts';

/** Something that tells a false line from a true one: what it tells, and a number that does not grow with the length of the sources. */
export type Trait = { readonly name: string; readonly of: (sight: Sight) => number };

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
export const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.length === 0 ? 1 : all.filter(is).length / all.length;
export const least = (numbers: readonly number[], none: number): number =>
  numbers.length === 0 ? none : Math.min(...numbers);
export const most = (numbers: readonly number[], none: number): number =>
  numbers.length === 0 ? none : Math.max(...numbers);
