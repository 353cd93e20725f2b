import type { Sent } from './town.ts';

export function faultsIn(_sent: Sent): readonly string[] {
  return [];
}
