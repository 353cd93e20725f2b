import { isGeneric } from '../../language/organisations.ts';
import { participleOf } from '../../reading/lemma.ts';
import type { ReadSentence } from '../../reading/read.ts';
import { dependent, dependents, type Stretch } from '../../reading/tree.ts';
import type { Cast } from './cast.ts';
import { EMPTY } from './concept.ts';
import { deedIn, doneIn, expects } from './deed.ts';
import { holderIn, levelled, lineIn, predicated, type Scene, type Shown, tellsOf, whoIn } from './line.ts';
import { caseOf, nounIn, nounPhrase, type Place, plainly, TAIL, written } from './place.ts';
import { headOf } from './subject.ts';
import { isFlow } from './tells.ts';

/** What a reader takes in at a glance, and a table has room for. */
const LONGEST = 72;
/** Nouns that say that there is something to measure, and not what. */
const VAGUE =
  /^(?:money|talk|schedule|thing|area|panel|slide|apiece|program|programme|plan|application|proposal|draft|report|page|batch|basis|case|way|part|half|discussion|board|year|start|end|beginning|difference|house|agreement|deal|round|cleaning|network)$/;
/** Nouns of a measure, which say by themselves what is told of a thing: "Halden's capacity". */
const MEASURE =
  /^(?:capacity|power|demand|load|output|backlog|generation|headcount|latency|bandwidth|inventory|consumption|need|height|length|weight|memory|throughput|production|exports?|imports?|harvest|utili[sz]ation|revenue|stake|term|attendance|occupancy|turnout)$/;

/** Nouns that money is told of by themselves, and that a span of time is. */
const PRICED =
  /^(?:price|rate|note|bond|loan|market|stock|asset|export|import|sale|advance|saving|stake|property|grant|aid|subsidy|prize)$/;
const LASTS =
  /^(?:contract|term|loan|lease|delay|warranty|wait|inventory|agreement|sentence|ban|deal|facility|life|tenure|latency)$/;

/**
 * What an editor would put beside a number: what is measured and whose, a noun phrase of the sentence's words ("power contracted by
 * Northwind Cloud"), or what was done with money that measures nothing ("raised by Northwind Cloud from three banks"). Null where
 * the one or the other is not known, and for things that are counted but of which nothing is said.
 */
export function captionIn({ tree, clauses }: ReadSentence, place: Place, told: Shown, cast: Cast): string | null {
  const isFree = ({ from, to }: Stretch): boolean =>
    !told.places.some((each) => each !== null && each.from < to && each.to > from);
  // "topping forecasts by $300 million": a margin is no size of what is compared.
  const margin = /^(?:top|beat|miss|exceed|surpass|trail|outpace)$/.test(
    tree.words[place.clause?.predicate ?? -1]?.lemma ?? '',
  );
  if (margin && caseOf(tree, place.head) === 'by') return null;
  const scene: Scene = { tree, clauses, clause: place.clause, place, told, cast, isFree };
  // "billion four-year loan": a piece of another number.
  const isPiece = (text: string): boolean => /^(?:billion|million|trillion|thousand|percent)\b/.test(text);
  return choices(scene).find((text) => text !== null && text.length <= LONGEST && !isPiece(text)) ?? null;
}

/** The captions that a figure may have, the best first. */
function choices(scene: Scene): (string | null)[] {
  const { tree, clause, place, told, cast, isFree } = scene;
  const { concept, subject, named, counted, tied, kind } = told;
  const who = whoIn(scene, clause);
  const line = lineIn(scene);
  const head = concept === null ? -1 : headOf(tree, concept);
  const gathered = kind === 'money' ? relatively(scene) : [];
  if (gathered.length > 0 || concept === null || measuresNothing(scene, concept, head)) {
    const given = clause !== null && kind === 'money' && dependent(tree, clause.predicate, 'iobj') === null;
    return [...gathered, ...(given && who !== null ? (doneIn(tree, clause, place, isFree)?.(who) ?? []) : []), line];
  }
  const long = nounPhrase(tree, head, place, TAIL);
  const nouns = [long, concept].filter((each) => counted || isFree(each)).map((each) => nounIn(tree, each, cast));
  const lasts = kind !== 'span' || LASTS.test(tree.words[head]?.lemma ?? '');
  const deed = clause === null || !lasts ? null : deedIn(tree, clause, place, head, isFree);
  const found: (string | null)[] = [];
  for (const noun of nouns) if (who !== null && deed !== null && !names(noun, who)) found.push(...deed(noun, who));
  const around = holderIn(scene);
  if (counted)
    return [...found, ...nouns.map((noun) => predicated(scene, head, noun)), levelled(scene, head), around, line];
  const lemma = tree.words[head]?.lemma ?? '';
  const some = dependents(tree, head, 'det').some((n) =>
    /^(?:an?|each|every|another)$/.test(tree.words[n]?.lemma ?? ''),
  );
  const hasName = tree.words.slice(long.from, long.to).some((_, n) => cast.nameAt(tree, long.from + n) !== null);
  // "The ministry lifted the ceiling": what is done to it tells more than whose it is.
  const isDone = !named && told.does;
  for (const noun of isDone ? [] : nouns) {
    const own = subject === null ? noun : without(noun, subject);
    // A single noun says what is measured where it is one of measures, or tells of money and of shares.
    const tellsKind =
      kind === 'span'
        ? LASTS.test(lemma)
        : !/^(?:more|fewer|other|same|such) /.test(own) &&
          (own.includes(' ') || MEASURE.test(lemma) || isFlow(lemma) || PRICED.test(lemma) || kind === 'part');
    if (subject === null || (own === noun && names(noun, subject))) {
      if (lasts && noun.includes(' ') && (tellsOf(tree, head, long) || hasName)) found.push(noun);
    } else if (own !== '' && tellsKind && (tied || (!some && (isFlow(lemma) || MEASURE.test(lemma)))))
      found.push(owned(`${foreseen(scene)}${own}`, together(who, subject), named));
  }
  return [...found, line, around];
}

/** "the $640 million that Kestrel has gathered": what the clause about the number itself tells. */
function relatively({ tree, clauses, place, cast, isFree }: Scene): readonly string[] {
  const clause = clauses.find(({ predicate, link }) => {
    const head = tree.words[predicate]?.head ?? -1;
    return link === 'relative' && head >= place.from && head < place.to;
  });
  const who = clause === undefined ? null : cast.meant(tree, clause.subject);
  return clause === undefined || who === null ? [] : (doneIn(tree, clause, place, isFree)?.(who) ?? []);
}

/** A name measures nothing, nor does whoever or whatever only has a number. */
function measuresNothing({ tree, told, cast }: Scene, concept: Stretch, head: number): boolean {
  const { lemma = '', class: kind = '' } = tree.words[head] ?? {};
  if (EMPTY.test(lemma) || VAGUE.test(lemma) || isGeneric(lemma) || !/^(?:NOUN|PROPN)$/.test(kind)) return true;
  const text = written(tree, concept);
  return text === told.subject || (cast.nameAt(tree, head) !== null && !told.counted && !/\d/.test(text));
}

/** "expected", "forecast": the word by which its sentence tells that a number is not yet so. */
function foreseen({ tree, told: { standing }, clause }: Scene): string {
  if (standing !== 'forecast' || clause === null) return '';
  const verbs = [clause.predicate, ...clause.frames.map(({ verb }) => verb)].map((n) => tree.words[n]);
  const verb = verbs.find((word) => word?.class === 'VERB' && expects(word.lemma));
  return verb === undefined ? '' : `${participleOf(verb.lemma)} `;
}

const names = (text: string, subject: string): boolean =>
  text.toLowerCase().includes((subject.split(' ')[0] ?? subject).toLowerCase());

/** "Halden shares" of Halden Compute's are its shares. */
function without(noun: string, subject: string): string {
  const words = noun.split(' ');
  const own = new Set(subject.toLowerCase().split(' '));
  while (words.length > 0 && own.has((words[0] ?? '').toLowerCase().replace(/['’]s?$/, ''))) words.shift();
  return words.join(' ');
}

/** "AWS, Kestrel and Halden together account for 63%": all of them, where the subject is one of several. */
const together = (who: string | null, subject: string): string =>
  who !== null && / and /.test(who) && names(who, subject) ? who : subject;

/** What somebody has is theirs; what is a product's is told by its name, and what is of common things is of them. */
function owned(noun: string, subject: string, named: boolean): string {
  if (!named) return `${noun} of ${plainly(subject, named)}`;
  if (/\d/.test(subject)) return `${subject} ${noun}`;
  return `${subject}${subject.endsWith('s') ? '’' : '’s'} ${noun}`;
}
