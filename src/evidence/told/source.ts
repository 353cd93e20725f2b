import { isPersonalNoun, isRoleNoun } from '../../language/roles.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { branch, dependent, dependents, phraseOf, type Tree } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { caseOf, isName, isNoun, type Place, written } from './place.ts';
import { reckons } from './tells.ts';

const TELLS = /^(?:says|expects|hopes|fears)$/;
const LOOKED = /^(?:look|hope)$/;
/** Nouns of a number that somebody reckoned. */
const RECKONING =
  /^(?:forecast|estimate|projection|expectation|calculation|count|tally|reckoning|slide|data|figure|survey|model)$/;
/** What is read rather than speaks. */
const DOCUMENT = /^(?:story|article|paragraph|headline|copy|draft|piece|version|plan|rule|bill|budget)$/;
/** Who is called so speaks of what is their own. */
const SPEAKS_OF_ITSELF =
  /^(?:company|firm|startup|start-up|group|developer|operator|utility|manufacturer|supplier|vendor|contractor|provider|retailer|owner|builder|carrier)$|maker$/;
const NOBODY = /^(?:it|they|we|you|i|he|she|who|that|which|this|these|those|one|some|many|others)$/i;

/** Who vouches for a number, as the text names them: whoever reckons it, or frames its clause, the innermost first. */
export function sourceIn(sentence: ReadSentence, place: Place, subject: string | null, cast: Cast): string | null {
  const { tree } = sentence;
  // "topped forecasts by $300 million" is nobody's forecast.
  const owner = caseOf(tree, place.head) === 'by' ? null : ownerOfReckoning(tree, place, cast);
  if (owner !== null) return owner;
  const { clause } = place;
  if (clause === null) return null;
  const isInside = (n: number): boolean => n >= place.from && n < place.to;
  if (isReckoning(tree, clause, place.head) && clause.subject !== null && !isInside(clause.subject)) {
    const own = PUTS.test(tree.words[clause.predicate]?.lemma ?? '');
    const read = DOCUMENT.test(tree.words[clause.subject]?.lemma ?? '');
    const name = read ? null : (sourceNamed(tree, clause.subject, cast) ?? sourceAbove(sentence, clause, cast));
    if (name !== null) return !own && name === subject && cast.isAnaphor(tree, clause.subject) ? null : name;
  }
  // "the $3 billion that analysts expected"
  const expected = dependents(tree, place.head, 'acl').find((n) => reckons(tree.words[n]?.lemma ?? ''));
  const expecting = expected === undefined ? null : dependent(tree, expected, 'nsubj');
  if (expecting !== null && tree.words[expecting]?.class !== 'PRON') {
    const name = sourceNamed(tree, expecting, cast);
    if (name !== null) return name;
  }
  let told: string | null = null;
  for (const { by, stance, verb } of clause.frames.toReversed()) {
    if (by === null || !TELLS.test(stance) || isInside(by)) continue;
    // "said that Vento, which employs 900 people, would close two plants": what is told by the way is the text's own word.
    if (isByTheWay(tree, clause) && !branch(tree, clause.predicate).includes(verb)) continue;
    // "plans to spend", "agreed to pay": what somebody means to do is nobody's word.
    if (/^(?:plan|intend|aim|agree|decide)$/.test(tree.words[verb]?.lemma ?? '')) continue;
    // "The pact will see Maro lease": what comes of it is not what it says.
    if (tree.words[verb]?.lemma === 'see' && dependent(tree, verb, 'xcomp') !== null) continue;
    // "writes Imani Rhodes of Harrow, which moved 400 services": what is told of who speaks is not said by them.
    const own = branch(tree, by);
    if (own.includes(place.head) && !own.includes(verb)) continue;
    // "a claim by opponents that"
    const claimants = tree.words[verb]?.class === 'NOUN' && tree.words[by]?.tag === 'NNS';
    const name = sourceNamed(tree, by, cast) ?? (claimants ? written(tree, phraseOf(tree, by)) : null);
    const who = tree.words[by]?.lemma ?? '';
    if (name === null || DOCUMENT.test(who) || DEAL.test(who)) continue;
    if (/^\p{Lu}/u.test(name.replace(/^(?:The|A|An|Its|Their) /, '')))
      return name === subject && cast.isAnaphor(tree, by) ? null : name;
    told ??= name;
  }
  return citedBy(sentence, clause, cast) ?? told;
}

/** A relative clause behind a comma tells more of a noun, and not which one it is. */
function isByTheWay(tree: Tree, { link, predicate }: Clause): boolean {
  const own = branch(tree, predicate).filter((n) => tree.words[n]?.class !== 'PUNCT');
  const first = Math.min(...own);
  return link === 'relative' && tree.words[first - 1]?.text === ',' && /^W/.test(tree.words[first]?.tag ?? '');
}

/** What is set by such a verb is its subject's word, also about itself. */
const PUTS = /^(?:put|peg|estimate|reckon|calculate|claim)$/;
/** A price that a deal comes to is nobody's word. */
const DEAL =
  /^(?:round|deal|offer|bid|close|transaction|sale|purchase|price|premium|agreement|takeover|listing|merger|expansion|move|project|contract|lease|partnership)$/;

/** Who buys sets a price by what they pay. */
const BUYS = /^(?:investor|backer|buyer|fund|market|bidder|shareholder)$/;

function isReckoning(tree: Tree, { predicate, passive, object, subject }: Clause, figure: number): boolean {
  const lemma = tree.words[predicate]?.lemma ?? '';
  const who = tree.words[subject ?? -1]?.lemma ?? '';
  if (passive || DEAL.test(who) || (/^(?:value|price)$/.test(lemma) && BUYS.test(who))) return false;
  if (LOOKED.test(lemma) && tree.words[predicate]?.tag === 'VBG') return false;
  if (LOOKED.test(lemma)) return dependents(tree, predicate, 'obl').some((n) => caseOf(tree, n) === 'for');
  // "the utility says 2.9 billion"
  if (/^(?:say|claim|promise)$/.test(lemma))
    return object === null ? isUpTo(tree, predicate, figure) : tree.words[object]?.class !== 'PRON';
  const at = caseOf(tree, figure) === 'at' || hasAt(tree, predicate);
  return reckons(lemma) && object !== null && (!/^(?:put|peg|value)$/.test(lemma) || at);
}

/** "promises up to 19,000": the "up" is the number's, whatever the tree takes it for. */
const isUpTo = (tree: Tree, verb: number, figure: number): boolean =>
  tree.words[figure]?.head === verb && caseOf(tree, figure) === 'to' && tree.words[verb + 1]?.text === 'up';

/** "The firm now expects $310, where it had expected $290": of a pronoun of the clause above, whoever that one is of. */
function sourceAbove({ tree, clauses }: ReadSentence, { subject, above }: Clause, cast: Cast): string | null {
  if (!/^(?:it|they)$/i.test(tree.words[subject ?? -1]?.text ?? '')) return null;
  let outer = clauses[above ?? -1];
  while (outer?.subject === null) outer = clauses[outer.above ?? -1];
  const who = outer?.subject ?? -1;
  return /^NN/.test(tree.words[who]?.tag ?? '') ? sourceNamed(tree, who, cast) : null;
}

const hasAt = (tree: Tree, verb: number): boolean =>
  [...dependents(tree, verb, 'obl'), ...dependents(tree, dependent(tree, verb, 'obj') ?? -1, 'nmod')].some(
    (n) => caseOf(tree, n) === 'at',
  );

/** The name of whoever a word is: a person by name or pronoun, an organisation, the owner of data; else the words that tell who. */
export function sourceNamed(tree: Tree, by: number, cast: Cast): string | null {
  const word = tree.words[by];
  if (word === undefined) return null;
  // "Maro co-founder and chief executive Ada Brandt said"
  const called = isRoleNoun(word.lemma) ? dependents(tree, by, 'conj') : [];
  const titled = called.map((n) => cast.personAt(tree, n)).find((name) => name !== null);
  if (titled != null)
    return titled
      .split(' ')
      .filter((part) => !isRoleNoun(part.toLowerCase()))
      .join(' ');
  const own = cast.nameAt(tree, by);
  if (own !== null) return own;
  // "the developer said", "according to the grid operator": a role without a name beside it names nobody.
  const isNamed = dependents(tree, by, 'appos', 'nmod', 'compound', 'nmod:poss').some(
    (n) => cast.nameAt(tree, n) !== null,
  );
  const isThe = dependent(tree, by, 'det') !== null && dependent(tree, by, 'nmod:poss') === null;
  if (isThe && SPEAKS_OF_ITSELF.test(word.lemma) && !isNamed) return null;
  const his = dependents(tree, by, 'nmod:poss').some((n) => /^(?:his|her)$/i.test(tree.words[n]?.text ?? ''));
  if (his || /^(?:he|she)$/i.test(word.text)) return cast.person;
  if (word.class === 'PRON') return /^(?:it|they)$/i.test(word.text) ? cast.meant(tree, by) : null;
  const named = branch(tree, by, ['acl', 'advcl', 'conj', 'parataxis', 'nsubj'])
    .map((n) => (/^(?:in|near)$/.test(caseOf(tree, n)) ? null : cast.nameAt(tree, n)))
    .filter((name) => name !== null);
  const person = named.find((name) => cast.names.isPerson(name));
  if (person !== undefined) return person;
  if (named[0] !== undefined && dependents(tree, by, 'nmod', 'nmod:poss', 'compound', 'appos').length > 0)
    return named[0];
  // "its engineer put the need at": a person is not whose they are.
  const human = isPersonalNoun(word.lemma);
  const spoken = human ? null : cast.meant(tree, by);
  if (spoken !== null) return spoken;
  const phrase = phraseOf(tree, by);
  // "An application filed in May", "people familiar with the matter"
  const filed = dependents(tree, by, 'acl').find((n) => n === phrase.to && tree.words[n]?.tag === 'VBN' && !human);
  const told = filed ?? dependents(tree, by, 'amod', 'acl').find((n) => n > by && tree.words[n]?.tag === 'JJ');
  if (told !== undefined)
    return written(tree, {
      from: phrase.from,
      to: phraseOf(tree, told, ['advcl', 'parataxis', 'punct', 'conj', 'cc']).to,
    });
  const some = phrase.to - phrase.from > 1 || dependents(tree, by, 'acl').length > 0;
  return word.class === 'NOUN' && some && !NOBODY.test(word.text) ? written(tree, phrase) : null;
}

/** "Wall Street forecasts of $6.9 billion", "by Greta Amsel's count": a noun of reckoning at the number, or beside its clause. */
function ownerOfReckoning(tree: Tree, place: Place, cast: Cast): string | null {
  for (
    let at = tree.words[place.head]?.head ?? -1, steps = 0;
    at >= 0 && steps < 3 && isNoun(tree, at);
    at = tree.words[at]?.head ?? -1, steps++
  ) {
    const owner = reckoner(tree, at, place, cast);
    if (owner !== null) return owner;
  }
  const { clause } = place;
  const by = clause?.obliques.find(({ case: of }) => /^(?:by|in|on)$/.test(of));
  return by === undefined ? null : reckoner(tree, by.head, place, cast);
}

function reckoner(tree: Tree, noun: number, { from, to }: Place, cast: Cast): string | null {
  if (!RECKONING.test(tree.words[noun]?.lemma ?? '')) return null;
  for (const child of dependents(tree, noun, 'nmod:poss', 'compound', 'nmod')) {
    const name = child >= from && child < to ? null : cast.nameAt(tree, child);
    if (name !== null) return name;
  }
  return null;
}

/** "…, citing Deloitte estimates". */
function citedBy({ tree }: ReadSentence, clause: Clause, cast: Cast): string | null {
  const above = [clause.predicate];
  for (let at = clause.predicate; at >= 0 && above.length < 6; at = tree.words[at]?.head ?? -1) above.push(at);
  // "the note said, citing Deloitte estimates": beside what is told, or beside who tells it.
  for (const verb of [...above, ...clause.frames.map((frame) => frame.verb)])
    for (const aside of dependents(tree, verb, 'advcl')) {
      const cited = tree.words[aside]?.lemma === 'cite' ? dependent(tree, aside, 'obj') : null;
      const owner = cited === null ? undefined : branch(tree, cited).find((n) => isName(tree, n));
      if (owner !== undefined) return cast.nameAt(tree, owner);
    }
  return null;
}
