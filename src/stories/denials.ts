import { derived } from '../domain/in-use.ts';
import { contentOf } from '../domain/same-figure.ts';
import type { Article, Evidence, Sentence } from '../model.ts';
import type { Clause } from '../reading/clauses.ts';
import { type ReadSentence, readSentence } from '../reading/read.ts';

/** What is denied where somebody "denied a report", and what is refused where somebody "denied a permit". */
const SAID_BEFORE =
  /\b(?:reports?|claims?|rumou?rs?|talks?\sof|talk|speculation|suggestions?|allegations?|accounts?|stor(?:y|ies)|media|newspapers?)\b/iu;
const UNTRUE =
  /\b(?:untrue|false|unfounded|baseless|fiction|fabricated|nonsense|inaccurate|wrong|without\sfoundation|not\strue|made\sup)\b/iu;
const GRANTED: ReadonlySet<string> = new Set(
  'permit permission license licence concession access request application appeal motion bail entry visa approval bid waiver extension petition injunction credit service'.split(
    ' ',
  ),
);
const DENIES: ReadonlySet<string> = new Set(['deny', 'refute', 'dispute', 'disavow', 'rebut']);
const REJECTS: ReadonlySet<string> = new Set(['reject', 'dismiss', 'rubbish', 'contradict', 'knock', 'shoot']);
/** Without one of these words nothing is denied: most sentences need not be read for it. */
const SPEAKS_OF_DENIAL =
  /\b(?:den(?:y|ie[sd]|ying)|refut|disput|disavow|rebut|reject|dismiss|rubbish|contradict|knock|shoot)/iu;
const NEGATES = /\b(?:no|not|never|nor|neither|none)\b|n[’']t\b/iu;
/** What nobody vouches for by name, so that whoever it is about can say that it is not so. */
export const UNVOUCHED =
  /\b(?:sources?|people|persons?|officials?|bankers?|suppliers?|executives?|somebody|someone)\s(?:\p{L}+\s){0,2}?(?:familiar|close|briefed|with\sknowledge|who\s(?:know|have|has)|said|say)|\b(?:in\s(?:\p{L}+\s)?talks|nears?|eyes?|weighs?|weighing|mulls?|is\ssaid\sto|reported(?:ly)?|rumou?r|expected\sto|plans?\sto)\b/iu;

/** A denial stands at the top. */
const SENTENCES = 3;
const denialWords = derived(() =>
  contentOf(
    'deny denies denied denying reject rejects rejected refute dismiss dispute report reports claim talk say says rumour speculation untrue false',
  ),
);

export type Denial = {
  readonly said: Sentence;
  readonly claim: ReadonlySet<string>;
  /** It says outright that something said is not so; else it only says that something is not so. */
  readonly isOutright: boolean;
};

const lemmaOf = ({ tree }: ReadSentence, n: number | null): string => (n === null ? '' : (tree.words[n]?.lemma ?? ''));

/** Whether a predicate denies a report or a claim, rather than somebody's request. */
function deniesOutright(read: ReadSentence, clause: Clause): boolean {
  const lemma = lemmaOf(read, clause.predicate);
  const object = lemmaOf(read, clause.object);
  if (clause.negated) return false;
  if (REJECTS.has(lemma)) return SAID_BEFORE.test(object);
  if (!DENIES.has(lemma) || clause.recipient !== null) return false;
  if (clause.object !== null) return !GRANTED.has(object);
  return read.clauses.some(({ above }) => above !== null && read.clauses[above] === clause);
}

const TITLE_DENIES = /\b(?:denies|denied|disputes|refutes|rebuts)\b([\s\S]*)$/iu;
const TITLE_REJECTS = /\b(?:rejects|dismisses|rubbishes|knocks\sdown|shoots\sdown)\b([\s\S]*)$/iu;

/** Titles have capitals everywhere and half a grammar, so that they are judged by their words. */
function titleDenies(title: string): boolean {
  const denied = TITLE_DENIES.exec(title)?.[1];
  if (denied !== undefined)
    return !denied
      .toLowerCase()
      .split(/\W+/u)
      .some((word) => GRANTED.has(word));
  return SAID_BEFORE.test(TITLE_REJECTS.exec(title)?.[1] ?? '');
}

/** A clause that tells, as a fact, that something is not so. */
const isNegatedFact = ({ mood, negated, negations }: Clause): boolean =>
  mood === 'fact' && (negated || negations.length > 0);

/**
 * What the title or the top of an article denies; null for a report like any other. What it only says not to be so is a denial where it `answers` what
 * somebody said before.
 */
export function denialIn(
  { title }: Pick<Article, 'title'>,
  { sentences }: Evidence,
  answers: (claim: ReadonlySet<string>, part: ReadonlySet<string>) => boolean,
): Denial | null {
  const top = sentences.slice(0, SENTENCES);
  const [lead] = top;
  if (lead === undefined) return null;
  const mayDeny = (part: string): boolean => SPEAKS_OF_DENIAL.test(part) || NEGATES.test(part) || UNTRUE.test(part);
  let faint: Denial | null = null;
  for (const part of [title, ...top.map(({ text }) => text)]) {
    if (!mayDeny(part)) continue;
    const said = top.find(({ text }) => text === part) ?? top.find(({ text }) => mayDeny(text)) ?? lead;
    const claim = contentOf(part).difference(denialWords());
    if (part === title ? titleDenies(title) : UNTRUE.test(part) && SAID_BEFORE.test(part))
      return { said, claim, isOutright: true };
    const whole = contentOf(`${title} ${part}`).difference(denialWords());
    const isAnswer = faint === null && NEGATES.test(part) && answers(whole, contentOf(part));
    if (!isAnswer && !SPEAKS_OF_DENIAL.test(part)) continue;
    const read = readSentence(part);
    if (read.clauses.some((clause) => deniesOutright(read, clause))) return { said, claim, isOutright: true };
    if (isAnswer && read.clauses.some(isNegatedFact)) faint = { said, claim: whole, isOutright: false };
  }
  return faint;
}
