import { classesOf } from '../../language/meaning.ts';

const DEGREES: ReadonlySet<string> = new Set('fast slow cheap large small early late strong weak new old'.split(' '));

/** The base forms that a past form in -ed may have. */
export function basesOf(past: string): string[] {
  const stemmed = past.slice(0, -2);
  return [past.slice(0, -1), stemmed, stemmed.replace(/i$/, 'y'), stemmed.replace(/([a-z])\1$/, '$1')];
}

/** Is it an adjective that compares by -er (fast, large)? */
const isDegree = (base: string): boolean => classesOf(base).some((name) => DEGREES.has(name));

/** The base forms that a form in -ing may have. */
function gerundBases(form: string): string[] {
  const bare = form.slice(0, -3);
  return [bare, `${bare}e`, bare.replace(/([a-z])\1$/, '$1')];
}

/** The tagger's base form, put right where it is no word of ours and another one is ("fin" of "fined"). */
export function baseOf(low: string, lemma: string): string {
  if (/[a-z]{2}[bt]re$/.test(lemma)) return `${lemma.slice(0, -2)}er`;
  if (classesOf(lemma).length > 0) return lemma;
  if (/[a-z]{2}er$/.test(low)) return [low.slice(0, -2), low.slice(0, -1)].find(isDegree) ?? lemma;
  if (/[a-z]{3}ing$/.test(low)) return gerundBases(low).find((base) => classesOf(base).length > 0) ?? lemma;
  if (!/[a-z]ed$/.test(low)) return lemma;
  return basesOf(low).find((base) => classesOf(base).length > 0) ?? lemma;
}
