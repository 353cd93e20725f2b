import { isPersonalNoun } from '../../../language/roles.ts';
import { stem } from '../../../language/stem.ts';
import { STANCE_OF_VERB } from '../../../reading/clauses/stance.ts';
import type { Clause } from '../../../reading/clauses.ts';
import { participleOf } from '../../../reading/lemma.ts';
import { dependent, dependents, isOf, type Tree } from '../../../reading/tree.ts';
import { isMove as isChange } from '../../figures/directions.ts';
import { caseOf, written } from '../place.ts';
import { isGiving, isMove, reckons } from '../tells.ts';
import { isWhen } from '../when.ts';
import { aimOf, madeOf } from './aim.ts';
import { called } from './called.ts';
import { chainOf, doerOf, isBare, particleOf } from './chain.ts';
import { resolved } from './phrase.ts';
import { type Words, wholeFrom } from './whole.ts';

/** Verbs that do nothing to their object: they tell whose it is, or how large. */
const LIGHT =
  /^(?:have|be|see|total|reach|hit|include|post|report|record|cost|last|weigh|measure|mean|show|exceed|top|beat|miss|become|represent|average|score|feature|face|follow|precede)$/;
const PERSON =
  /^(?:people|person|worker|employee|technician|customer|user|subscriber|resident|patient|child|student|driver|member|colleague|reader)$/;
/** What is told by them is done by them too. */
const PROMISES = /^(?:promise|pledge|vow|guarantee|quote|disclose|calculate|announce|declare|reveal|publish)$/;
/** Does a verb, by its base form, tell what somebody reckons with? */
const expects = (verb: string): boolean =>
  STANCE_OF_VERB.get(verb) === 'expects' && !/^(?:plan|intend|aim)$/.test(verb);

/**
 * What the clause tells of a thing, behind its noun (empty for money and measures by themselves), the fuller first: "power contracted
 * by Northwind Cloud for a campus", "substations Halden plans to build", "technicians who walked out", "paid to farmers".
 */
export function deedsOf(words: Words, clause: Clause, thing: number, noun: string, isCounted: boolean): string[] {
  const { tree } = words;
  const { predicate, passive, negated, mood } = clause;
  const isObject =
    clause.object === thing ||
    (tree.words[thing]?.head === predicate && isOf(tree.words[thing]?.relation ?? '', ['obj', 'iobj'])) ||
    isRange(words, predicate, thing);
  if (tree.words[thing]?.head !== predicate && !isObject) return [];
  // "racks that draw 240 kilowatts"
  if (clause.link === 'relative' && noun === '' && clause.doer === tree.words[predicate]?.head) return [];
  if (
    tree.words[predicate]?.class !== 'VERB' ||
    negated ||
    clause.negations.some((n) => !isFigure(words, n)) ||
    /^(?:question|condition|order)$/.test(mood) ||
    clause.frames.some(({ stance }) => /^(?:denies|doubts|rejects|lacks)$/.test(stance))
  )
    return [];
  const found = isStranded(tree, clause, thing)
    ? leftBehind(words, clause, thing, noun)
    : isObject
      ? passive && dependent(tree, predicate, 'aux:pass') !== null
        ? given(words, clause, noun)
        : done(words, clause, thing, noun)
      : clause.subject === thing && noun !== '' && (passive || isCounted)
        ? undergone(words, clause, thing, noun, isCounted)
        : [];
  return found.map((text) => text.trim());
}

/** Verbs that have with a preposition what others have for their object. */
const ASKS =
  /^(?:ask|pay|account|apply|call|look|bid|budget|burn|rely|draw|bet|opt|push|hope|wait|qualify|vote|sign|plan|run|go|get)$/;

/** "must pay for 85% of the volume", "burned through $18 million": what a preposition ties to a verb that has no object of its own. */
function isStranded(tree: Tree, { predicate, object, passive }: Clause, thing: number): boolean {
  const { relation = '', head = -1 } = tree.words[thing] ?? {};
  if (passive || head !== predicate || !relation.startsWith('obl')) return false;
  const isAsked = object === null && ASKS.test(tree.words[predicate]?.lemma ?? '');
  return isAsked && /^(?:for|on|through)$/.test(caseOf(tree, thing)) && !isWhen(tree, thing);
}

function leftBehind(words: Words, clause: Clause, thing: number, noun: string): string[] {
  const { tree } = words;
  const who = words.instead ?? called(words, clause.doer);
  const chain = chainOf(tree, clause);
  // "Tarn has asked for": of what, is not told.
  if (who === null || chain === null || noun.includes(who.replace(/^(?:the|an?) /, ''))) return [];
  if (noun === '' && caseOf(tree, thing) !== 'through') return [];
  return [`${noun}${that(who, noun)} ${who} ${chain} ${caseOf(tree, thing)}`];
}

/** Two nouns side by side are taken for one: "containers that generators would have needed", "Glaceon Thermal, which Thornbury has agreed to buy". */
function that(who: string, noun: string): string {
  if (noun !== '' && /^\p{Ll}/u.test(who)) return ' that';
  return /^\p{Lu}\p{Ll}/u.test(noun) && !/^\p{Ll}/u.test(who) ? ', which' : '';
}

const isFigure = ({ places }: Words, n: number): boolean =>
  places.some((place) => place !== null && n >= place.from && n < place.to);

/** "will draw as much as 90 MW", "raise between $3 billion and $4 billion": an object, for all its preposition. */
const isRange = ({ tree, places }: Words, predicate: number, thing: number): boolean =>
  tree.words[thing]?.head === predicate &&
  (places.some((place) => place !== null && place.from === predicate + 1 && thing >= place.from && thing < place.to) ||
    dependents(tree, thing, 'case').some(
      (n) =>
        /^(?:between|from)$/.test(tree.words[n]?.lemma ?? '') &&
        places.some((place) => place !== null && n >= place.from && n < place.to),
    ));

/** Of an object: who does it, to whom, and where or for what. */
function done(words: Words, clause: Clause, thing: number, named: string): string[] {
  const made = named === '' ? (madeOf(words, thing)?.replace(/^in /, '') ?? null) : null;
  const noun = made ?? named;
  const { tree } = words;
  const { predicate, verbs, mood } = clause;
  const lemma = tree.words[predicate]?.lemma ?? '';
  const who = words.instead ?? called(words, doerOf(tree, clause));
  const recipient = recipientOf(tree, clause, thing);
  const stance = STANCE_OF_VERB.get(lemma) ?? '';
  const onlyTells =
    !expects(lemma) &&
    (reckons(lemma) || (/^(?:says|denies|doubts|fears|hopes)$/.test(stance) && !PROMISES.test(lemma)));
  if (
    who === null ||
    onlyTells ||
    (noun !== '' && (LIGHT.test(lemma) || /^(?:come|go|fall|rise)$/.test(lemma))) ||
    (noun === '' &&
      (lemma === 'get' ||
        isMove(lemma) ||
        isChange(lemma) ||
        /^(?:total|cost|average|exceed|bring|take|mean|last|weigh|measure|span|run|stretch|number|require|date|say|answer|work|sit|live|return|come|begin|start)$/.test(
          lemma,
        )) &&
      !/^(?:add|lose|gain|shed|sell|cut|raise|lend|double)$/.test(lemma))
  )
    return [];
  // "lets the club play one match"
  if (tree.words[predicate]?.tag === 'VB' && verbs.length === 1 && !isBare(tree, predicate)) return [];
  const chain = chainOf(tree, clause);
  const whom = recipient === null ? '' : called(words, recipient);
  const end = made === null ? aimOf(words, predicate, thing, who) : '';
  const behind = particleOf(tree, predicate);
  // "can carry up to 480 terabits", "make up 34 gigawatts"
  const isHedge = behind !== null && tree.words[behind + 1]?.text === 'to';
  const particle = isHedge ? null : behind;
  if (particle !== null && lemma === 'make') return [];
  const ends = (text: string): string[] => (noun.endsWith(end) ? [text] : [`${text}${end}`, text]);
  const participle = participleOf(lemma);
  // What is told in another form is told in words of the sentence.
  const isOwn = stem(participle) === stem(tree.words[predicate]?.text.toLowerCase() ?? '');
  if (mood === 'fact' && isOwn && !expects(lemma) && lemma !== 'have') {
    const verb = particle === null ? participle : `${participle} ${tree.words[particle]?.text ?? ''}`;
    if (whom !== '' && whom !== null && NOT_TO.test(lemma))
      return ends(`${noun}${that(who, noun)} ${who} ${tree.words[predicate]?.text ?? ''} ${whom}`);
    return ends(`${noun} ${verb}${whom === '' || whom === null ? '' : ` to ${whom}`} by ${who}`);
  }
  // "leaving 41,000 homes dark": no finite verb.
  if (chain === null || (verbs.length === 1 && tree.words[predicate]?.tag === 'VBG')) return [];
  if (lemma === 'have' && (end === '' || noun === '')) return [];
  if (expects(lemma))
    return noun === ''
      ? []
      : [`${noun}${that(who, noun)} ${who} ${written(tree, { from: Math.min(...verbs), to: predicate + 1 })}`];
  // "Halden will invest" tells nothing without what for, "Brack is in talks to raise" does.
  if (noun === '' && end === '' && (whom ?? '') === '' && !(GETS.test(lemma) && /^\p{Lu}/u.test(who))) return [];
  return ends(`${noun}${that(who, noun)} ${who} ${chain}${whom === '' || whom === null ? '' : ` ${whom}`}`);
}

/** Verbs of money that comes, which need no purpose to be whole. */
const GETS = /^(?:raise|borrow|lose|earn|make|win|owe|refinance|repay|receive)$/;

/** Verbs that take from, or do to, whom they give it. */
const NOT_TO = /^(?:fine|charge|cost|save|deny|bill)$/;
/** To whom: what the tree takes for the recipient, for a first object, or for a part of the number behind it. */
function recipientOf(tree: Tree, { predicate, recipient, object }: Clause, thing: number): number | null {
  if (!isGiving(tree.words[predicate]?.lemma ?? '')) return null;
  if (recipient !== null && recipient !== thing) return recipient;
  const isFirst =
    object !== null &&
    object !== thing &&
    object > predicate &&
    object < thing &&
    tree.words[thing]?.head === predicate;
  return isFirst ? object : null;
}

/** Of what somebody is given: "paid to farmers near Hyderabad". */
function given(words: Words, clause: Clause, noun: string): string[] {
  const { tree } = words;
  const whom = called(words, clause.subject);
  if (whom === null || clause.mood !== 'fact') return [];
  const end = aimOf(words, clause.predicate, clause.object ?? -1);
  const text = `${noun} ${tree.words[clause.predicate]?.text ?? ''} to ${whom}`;
  return [`${text}${end}`, text];
}

/** Of a subject: what is done to it, or what it does. */
function undergone(words: Words, clause: Clause, thing: number, noun: string, isCounted: boolean): string[] {
  const { tree } = words;
  const { predicate, verbs, passive, mood, link } = clause;
  if (/^(?:relative|adverbial|attribute|subject)$/.test(link)) return [];
  const first = Math.min(...verbs);
  const plain = passive && mood === 'fact';
  const from = plain ? predicate : first;
  if (first < thing || (!plain && !isCounted)) return [];
  const whole = wholeFrom(words, predicate, from) ?? wholeFrom(words, predicate, first);
  if (whole === null) return [];
  // "centers that lived on their generators": theirs are those of the very things that are told of.
  const isOwn = tree.words
    .slice(from, whole.to)
    .some(({ text, relation }) => text === 'their' && relation === 'nmod:poss');
  const behind = isOwn ? written(tree, { from, to: whole.to }) : resolved(words, { from, to: whole.to });
  // "vanished", "cost": a verb alone tells nothing.
  const isAlone =
    plain &&
    dependent(tree, predicate, 'aux:pass') !== null &&
    !dependents(tree, predicate, 'obl', 'xcomp', 'ccomp', 'obj').some((n) => !isWhen(tree, n));
  if (behind === null || (!isAlone && whole.to - from < 2)) return [];
  const who =
    PERSON.test(tree.words[thing]?.lemma ?? '') || isPersonalNoun(tree.words[thing]?.lemma ?? '') ? 'who' : 'that';
  return [plain ? `${noun} ${behind}` : `${noun} ${who} ${behind}`];
}
