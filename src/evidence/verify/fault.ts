import type { Reason, ReasonKind } from '../../model.ts';
import type { Token } from './tokens.ts';

/** The rules that compare clauses. */
export const RULES = [
  'subject',
  'doer',
  'binding',
  'owner',
  'qualifier',
  'office',
  'slot',
  'cause',
  'figure',
  'verb',
  'voice',
  'comparison',
  'time',
  'polarity',
  'mood',
  'content',
  'speaker',
  'edit',
] as const;
export type Rule = (typeof RULES)[number];

/** What a claim's clause has wrong beside a clause of a source; `weight` says how grave and how sure, 1 for enough by itself. */
export type Fault = { readonly reason: Reason; readonly weight: number; readonly rule?: Rule };

/** The faults that a rule found, with its name. */
export const by = (rule: Rule, faults: readonly Fault[]): Fault[] => faults.map((each) => ({ ...each, rule }));

export const fault = (kind: ReasonKind, given: string, found: string | null, weight: number): Fault => ({
  reason: { kind, given, found },
  weight,
});

export const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

export const weigh = (faults: readonly Fault[]): number => faults.reduce((total, { weight }) => total + weight, 0);
