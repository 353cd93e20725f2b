import { keysWithin, meaningsOf } from '../evidence/compare/keys.ts';
import { conversesOf } from '../language/meaning.ts';
import type { Article } from '../model.ts';
import type { Part } from './asked.ts';
import type { Indexed } from './index-of.ts';

const keys = new WeakMap<object, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/** All that the words of a sentence may be known by, without its tree. */
function keysAt({ sentences }: Indexed<Article>, at: number): ReadonlySet<string> {
  const sentence = sentences[at];
  if (sentence === undefined) return NONE;
  const known = keys.get(sentence) ?? keysWithin(sentence.text);
  keys.set(sentence, known);
  return known;
}

/** Could a sentence name a part of the question, by a word that it shares with it? What it does not is said there by no word. */
export function mentions(part: Part, indexed: Indexed<Article>, at: number): boolean {
  const terms = indexed.sentences[at]?.terms ?? NONE;
  if (part.ways.some((way) => way.some((term) => terms.has(term)))) return true;
  if (part.kind === 'name') return false;
  if (part.terms.some((term) => terms.has(term))) return true;
  const own = keysAt(indexed, at);
  return [...part.node.keys].some((key) => !key.startsWith('#') && own.has(key));
}

/** Could a word of a sentence have a meaning of the part's? */
export function meansLike(part: Part, indexed: Indexed<Article>, at: number): boolean {
  const meanings = meaningsOf(part.node.keys);
  if (meanings.length === 0) return false;
  const own = keysAt(indexed, at);
  const others = part.kind === 'verb' ? conversesOf(meanings) : [];
  return [...meanings, ...others].some((name) => own.has(`#${name}`));
}
