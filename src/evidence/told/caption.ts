import { STANCE_OF_VERB } from '../../reading/clauses/stance.ts';
import type { Clause } from '../../reading/clauses.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { isBeside, isMargin, isOfAnother, isOfSeveral } from './another.ts';
import { called, ownerOf } from './called.ts';
import type { Cast } from './cast.ts';
import { doerOf } from './chain.ts';
import { deedsOf } from './deed.ts';
import { held } from './held.ts';
import { changes, isWhatIsDone, levelOf, measuresNothing, thingOf } from './measured.ts';
import { foreseen, names, owned, reckonedIn, saysEnough, subjectAsOwner } from './owner.ts';
import { phrasesOf, possessive } from './phrase.ts';
import { caseOf, type Place } from './place.ts';
import { heldBy, isLoose, isPartOf } from './share.ts';
import type { Shown } from './shown.ts';
import { sound } from './sound.ts';
import { headOf } from './subject.ts';
import type { Words } from './whole.ts';
import { withName } from './whose.ts';

/** What says in a caption that a number is not so, or not yet. */
const EXPECTS =
  /\b(?:forecasts?|expect(?:s|ed|ations?)?|targets?|estimates?d?|guidance|outlook|project(?:ed|ions?)|plan(?:s|ned)?|goal|budget|assumes?d?|would|will|could|may|might|previous|former|earlier|proposed|hopes|aims|predicts?|anticipates?|guided|sees)\b/;
/** What says that it was so. */
const FORMER = /\b(?:previous|former|earlier|original|old|prior)\b/;
/** What a reader takes in at a glance, and a table has room for. */
const LONGEST = 72;
/** What whoever has money does with it. */
const PAYS = /^(?:pay|spend|owe|lend|borrow|invest|buy|want|need|seek|ask|get|receive)$/;
/** What follows a number by which one thing is more than another. */
const MORE = /^(?:more|less|fewer|higher|lower|as|faster|longer|larger|bigger|cheaper)$/;
const APART = /^(?:more|less|fewer|earlier|later|before|after|ago|behind|ahead)$/;
/** Nouns of what a span of time is the length of. */
const LASTS =
  /^(?:contract|term|loan|lease|delay|warranty|wait|inventory|agreement|sentence|ban|deal|facility|life|tenure|latency|time|outage|record)$/;

/**
 * What an editor would put beside a number: what is measured, as its own clause tells it. The noun that the number counts or measures,
 * with what is said of it right there and whose it is; then what is done to it and by whom ("power contracted by Northwind Cloud"), where
 * the two are one thing ("340 jobs"), and not one the level of the other ("cut prices 9%"). Null where that names nothing.
 */
export function captionIn({ tree, clauses }: ReadSentence, place: Place, told: Shown, cast: Cast): string | null {
  const { clause } = place;
  const verb = tree.words[clause?.predicate ?? -1]?.lemma ?? '';
  if (/^(?:denied|question)$/.test(told.standing) || isMargin(tree, place) || isOfAnother(tree, place, told))
    return null;
  // "the stock ended the day down $13": by how much it moved is not how much there is.
  if (told.kind !== 'part' && /^(?:up|down|off)$/.test(tree.words[place.from - 1]?.lemma ?? '')) return null;
  // "3.8 times annual profit": what follows is what is compared with.
  const isMultiple = tree.words[place.to - 1]?.text === 'times';
  if (isMultiple && told.concept !== null && told.concept.from >= place.to) return null;
  // "4 billion more than it planned", "three months earlier": by how much or when, not how much.
  if (
    (told.kind === 'span' ? APART : MORE).test(tree.words[place.to]?.lemma ?? '') &&
    told.kind !== 'part' &&
    !told.counted
  )
    return null;
  // "cut its debt by $300 million", "plus or minus $100 million"
  const ahead = tree.words[place.from - 1]?.lemma ?? '';
  const isPercent = tree.words.slice(place.from, place.to).some(({ text }) => /^%$|^per ?cent/.test(text));
  if (
    /^(?:plus|minus)$/.test(ahead) ||
    (told.kind !== 'part' &&
      !isPercent &&
      ahead === 'by' &&
      (told.kind === 'money' || (clause !== null && changes(tree, clause.predicate))))
  )
    return null;
  // "300 megawatts short of the record"
  if (/^(?:short|shy|ahead|behind|clear|above|below)$/.test(tree.words[place.to]?.lemma ?? '')) return null;
  // "two people who saw it said", "according to two people": who tells is no news.
  const tells = told.counted && place.head === clause?.subject && STANCE_OF_VERB.get(verb) === 'says';
  if ((tells && !clause.passive) || (told.counted && caseOf(tree, place.head).startsWith('accord'))) return null;
  const words: Words = { tree, cast, places: told.places, instead: told.instead };
  const found = told.concept === null ? null : headOf(tree, told.concept);
  const measuring =
    found === null || told.concept === null || measuresNothing(words, told, told.concept, found) ? null : found;
  // "revenue growth of 16%": the growth is no size of the revenue.
  const above = tree.words[measuring ?? -1]?.relation === 'compound' ? (tree.words[measuring ?? -1]?.head ?? -1) : -1;
  const noun = tree.words[above]?.lemma === 'growth' && above < place.from ? above : measuring;
  if (isLoose(tree, place, told, noun)) return null;
  if (noun !== null && isBeside(tree, place, told, noun)) return null;
  const isListed = noun !== null && isOfSeveral(tree, place, noun);
  const isDone = noun !== null && clause !== null && isWhatIsDone(tree, place, clause, noun);
  // A clause without more says less than its subject alone: "interconnector to Jersey", not "interconnector is to carry".
  const done = noun === null || isDone ? bare(words, place, told) : [];
  const choices = [
    () => (noun !== null && isPartOf(tree, place, told) ? heldBy(words, place, told, noun) : []),
    () => (told.counted || told.kind === 'span' ? [] : relatively(words, clauses, place)),
    () =>
      isDone &&
      done.length < 2 &&
      noun === clause?.subject &&
      told.kind !== 'money' &&
      !clause.passive &&
      !/^(?:add|shed|lose|save)$/.test(verb)
        ? measured(words, place, told, noun)
        : [],
    () => done,
    // "the price that data centres pay": who has or pays it is not measured.
    () =>
      noun === null || isDone || (!told.counted && noun === clause?.subject && PAYS.test(verb) && !clause.passive)
        ? []
        : measured(words, place, told, levelOf(tree, place, told, noun)),
    () => (told.counted || told.kind === 'other' ? held(words, clauses, place) : []),
  ];
  const isOpen = /^(?:forecast|withdrawn|conditional)$/.test(told.standing);
  const reckoned = isOpen ? reckonedIn(words, place, found) : '';
  const share = isPartOf(tree, place, told) ? 'share of ' : '';
  // The first that will do: the others need not be made.
  for (const choose of choices)
    for (const choice of choose()) {
      if (choice === '' || (isListed && !/ (?:and|or) /.test(choice))) continue;
      const text = `${/^\p{L}.* share of /u.test(choice) ? '' : share}${choice.replace(/^(?:the |an? |own |more |\p{Lu}\p{Ll}+ly, )/u, '')}`;
      const tellsIt = !isOpen || EXPECTS.test(text);
      const foretold = tellsIt ? text : `${reckoned}${text}`;
      // What was foreseen or is taken back reads like what is, unless a word of the sentence says so.
      if (!tellsIt && foretold === text && (told.standing !== 'forecast' || clause?.mood === 'fact')) continue;
      if (told.standing === 'withdrawn' && !FORMER.test(foretold)) continue;
      // A phrase may be cut within what is quoted: `shovel-ready” projects`.
      const caption = sound(withName(words, told, foretold).replace(/[“”"]/g, ''));
      if (caption !== null && caption.length <= LONGEST) return caption;
    }
  return null;
}

/** "the $640 million that Kestrel has gathered": what the clause about the number itself tells. */
function relatively(words: Words, clauses: readonly Clause[], place: Place): string[] {
  const own = clauses.find(({ predicate, link }) => {
    const head = words.tree.words[predicate]?.head ?? -1;
    return link === 'relative' && head >= place.from && head < place.to;
  });
  // "$210 million, of which the fund paid 85 million"
  return own?.object == null || words.tree.words[place.to]?.text === ','
    ? []
    : deedsOf(words, own, own.object, '', false);
}

/** Of money and measures that no noun names: what is done with them. */
function bare(words: Words, place: Place, told: Shown): string[] {
  const { tree } = words;
  const { clause } = place;
  if (clause === null || /^(?:part|span)$/.test(told.kind) || told.counted) return [];
  // "wants to ship 150,000": of what, no word of the clause says.
  if (told.kind === 'other' && told.unit === null) return [];
  // "agreed to buy Silk Road Servers for €410 million"
  const { object, predicate } = clause;
  const isPrice =
    told.kind === 'money' &&
    object !== null &&
    caseOf(tree, place.head) === 'for' &&
    /^(?:buy|acquire|sell|purchase|lease)$/.test(tree.words[predicate]?.lemma ?? '');
  if (isPrice)
    return phrasesOf(words, object, place, null).flatMap((phrase) => deedsOf(words, clause, object, phrase, false));
  if (/^obl/.test(tree.words[place.head]?.relation ?? '') && told.kind !== 'span')
    return deedsOf(words, clause, place.head, '', false);
  const thing =
    clause.object !== null && clause.object >= place.from && clause.object < place.to ? clause.object : place.head;
  return deedsOf(words, clause, thing, '', false);
}

/** Of what a noun names: with what is done to it, with its owner, alone; each made when it is asked for. */
function* measured(words: Words, place: Place, told: Shown, noun: number): Generator<string> {
  const { tree } = words;
  const { clause } = place;
  const { counted, concept, kind } = told;
  const isWithin = concept !== null && concept.from > place.from && concept.from < place.to;
  // "3,100 tonnes of carbon dioxide"
  const isBefore = (n: number): boolean =>
    tree.words[n]?.head === noun && /^(?:amod|compound)/.test(tree.words[n]?.relation ?? '');
  let end = isWithin ? concept.from : place.to;
  while (isWithin && end > place.from + 1 && isBefore(end - 1) && !/\d/.test(tree.words[end - 1]?.text ?? '')) end--;
  const avoid = { from: place.from, to: end };
  const lemma = tree.words[noun]?.lemma ?? '';
  const lasts = kind !== 'span' || LASTS.test(lemma);
  const own = ownerOf(words, noun);
  // "cut prices 44%" is no share of them.
  const isShare = kind !== 'part' || /^(?:of|in)$/.test(tree.words[place.to]?.lemma ?? '') || noun < place.to;
  const thing = isShare ? thingOf(tree, place, noun) : null;
  const isRole =
    clause !== null &&
    (clause.subject === noun || clause.subject === place.head || (clause.object === noun && thing === null));
  const all = phrasesOf(words, noun, avoid, isRole ? clause.predicate : null);
  // "Shares of Brack rose 4%, and those of Vantor 9%": what is said of the part before is not said of this one.
  const phrases = words.instead === null ? all : all.slice(-1);
  const withOwner = (text: string): string =>
    own === null || own === 'unknown' || names(text, own) ? text : `${own} ${text}`;
  if (thing !== null && clause !== null) {
    const isMany = counted || kind === 'part';
    // "Halden recycles 65% of its water": whose it is stands behind.
    const isSelf = own !== null && own !== 'unknown' && own === possessive(called(words, doerOf(tree, clause)) ?? '');
    for (const phrase of phrases) yield* deedsOf(words, clause, thing, isSelf ? phrase : withOwner(phrase), isMany);
  }
  if (!lasts || own === 'unknown') return;
  for (const phrase of phrases) {
    if (own !== null) {
      if (!counted || phrase.includes(' ') || thing === null) yield withOwner(phrase);
      continue;
    }
    const owner = subjectAsOwner(words, place, told, { noun, phrase, thing });
    // "Makers will raise contract prices by 20%": whose they are is who does it.
    if (owner === null && thing === null && clause?.object === noun && changes(tree, clause.predicate))
      yield* deedsOf(words, clause, noun, phrase, false);
    if (owner !== null) yield owned(`${foreseen(words, place, told)}${owner.noun}`, owner.name);
    // "43% of contracted capacity" alone is nobody's share.
    else if (
      !isPartOf(tree, place, told) &&
      saysEnough(words, place, told, { noun, phrase, core: phrases.at(-1) ?? '' })
    )
      yield `${foreseen(words, place, told)}${phrase}`;
  }
}
