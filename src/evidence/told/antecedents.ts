import { dependents, type Tree } from '../../reading/tree.ts';
import type { Names } from './names.ts';

/** Nouns of companies, which no place and no public body is called by. */
const BUSINESS =
  /^(?:company|firm|startup|start-up|business|group|developer|manufacturer|supplier|vendor|contractor|provider|retailer|insurer|lender)$|maker$/;
/** Bodies that no company is called by. */
const CIVIC = /^(?:government|ministry|department|administration|commission|bureau|committee|party|campaign)$/;
const PUBLIC =
  /\b(?:County|City|Commission|Department|Ministry|Council|Court|Bureau|State|Parliament|Senate|Authority)\b/;

/** What only those are called that are one: no cloud company is "the railway". */
const SPECIFIC =
  /^(?:railway|railroad|bank|university|school|airline|hospital|newspaper|station|exchange|club|league|insurer|retailer|publisher|hotel|union|federation|clinic|museum|outlet|charity|court)$/;
/** What names of utilities have in them. */
const UTILITY = /Power|Electric|Energy|Grid|Light|Gas|Water|Utilit|Edison|Volt|Cooperative|PUD/;
export const isBusiness = (noun: string): boolean => BUSINESS.test(noun);
export const isTheirs = (word: string): boolean => /^the(?:y|ir|m)$/i.test(word);

/** Which names a word may mean: "the company" no public body and no place, "the ministry" no company, "their" no place. `noun` is null for pronouns. */
export function mayMean(names: Names, word: string, noun: string | null): (name: string) => boolean {
  if (noun === null) return (name) => !(isTheirs(word) && names.isPlace(name));
  if (SPECIFIC.test(noun)) return (name) => name.toLowerCase().includes(noun);
  if (noun === 'utility') return (name) => UTILITY.test(name);
  if (CIVIC.test(noun)) return (name) => PUBLIC.test(name);
  return (name) => !BUSINESS.test(noun) || !(PUBLIC.test(name) || names.isPlace(name));
}

/** Is somebody told apart from whoever was spoken of: "the local utility"? */
export const isApart = (tree: Tree, n: number): boolean =>
  dependents(tree, n, 'amod').some((at) =>
    /^(?:local|national|regional|municipal|other|rival|third|second|large|state)$/.test(tree.words[at]?.lemma ?? ''),
  );
