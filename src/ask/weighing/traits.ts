import { ASKS_FIRST } from '../first.ts';
import { ASKS } from '../wanted.ts';
import { isWholeAnswer } from './rules.ts';
import type { Beside, Sight } from './sight.ts';

/** Something that tells an answer from what is none. */
export type Trait = { readonly name: string; readonly of: (sight: Sight, beside: Beside) => number };

const share = (count: number, of: number): number => count / Math.max(1, of);
const wants =
  (...kinds: readonly Sight['question']['wants'][]) =>
  ({ question }: Sight): number =>
    Number(kinds.includes(question.wants));

/** What was so at first is told. */
const TELLS_FIRST =
  /\b(?:original(?:ly)?|initial(?:ly)?|at first|earlier|former(?:ly)?|previous(?:ly)?|(?:years?|quarters?|months?|weeks?|days?) ago|last (?:year|quarter|month|week)|had (?:\p{Ll}+ly )?(?:been |\p{Ll}+(?:ed|en|id|ut)\b)|until then|so far)\b/iu;
/** What came of it is asked for, and told. */
const ASKS_LAST =
  /\b(?:now|in the end|end(?:s|ed)? up|final(?:ly)?|eventual(?:ly)?|after(?: all)?|still|any ?more|no longer|new|latest|current(?:ly)?|actual(?:ly)?|corrected|revised|yet|already|turn(?:s|ed)? out|go(?:es|ne)? ahead|went (?:through|ahead)|so far)\b/i;
const TELLS_LAST =
  /\b(?:now|in the end|final(?:ly)?|eventual(?:ly)?|instead|rather than|no longer|after all|correct(?:s|ed|ion)|revis(?:es|ed)|rais(?:es|ed)|lower(?:s|ed)|cut|(?:up|down) from|later than|earlier than|closed|complet(?:es|ed)|withdr(?:ew|awn)|drop(?:s|ped)|walked away|not)\b/i;

/** What the words tell, before a sentence is read. */
export const WORDS: readonly Trait[] = [
  { name: 'a number is wanted', of: wants('number') },
  { name: 'a cause is wanted', of: wants('cause') },
  { name: 'a name is wanted', of: wants('name', 'person', 'place') },
  { name: 'a time is wanted', of: wants('time') },
  { name: 'nothing is wanted', of: wants(null) },
  { name: 'yes or no', of: ({ asked }) => Number(asked.yesOrNo) },
  { name: 'what is wanted stands there', of: ({ wanted }) => Number(wanted) },
  { name: 'turns', of: ({ turns }) => turns ?? 0.5 },
  { name: 'others hold it', of: ({ of }, { rivals }) => share(rivals, of) },
  { name: 'is of the kind', of: ({ question, isOfKind }) => (question.kinds.length === 0 ? 0.5 : Number(isOfKind)) },
  { name: 'holds', of: ({ question, fills }) => (question.holds.length === 0 ? 0.5 : Number(fills.holds)) },
  { name: 'period', of: ({ fills }) => Number(fills.period) },
  { name: 'months', of: ({ months }) => Math.min(3, months) },
  {
    name: 'months where now is asked',
    of: ({ question, months }) => (question.now || question.still ? Math.min(3, months) : -1),
  },
  { name: 'score', of: ({ score }) => score },
  { name: 'score beside the best', of: ({ score, best }) => score / (best || 1) },
  { name: 'topic here', of: ({ topic }) => topic.here },
  { name: 'topic near', of: ({ topic }) => topic.here + topic.before + topic.after + topic.title },
  { name: 'topic in the title', of: ({ topic }) => topic.title },
  { name: 'topic elsewhere', of: ({ topic }) => topic.elsewhere },
  { name: 'topic nowhere', of: ({ topic }) => topic.nowhere },
  { name: 'names here', of: ({ names }) => names.here },
  { name: 'names near', of: ({ names }) => names.here + names.before + names.title },
  { name: 'names elsewhere', of: ({ names }) => names.elsewhere },
  { name: 'names nowhere', of: ({ names }) => names.nowhere },
  { name: 'kin', of: ({ kin }) => kin },
  { name: 'whole', of: ({ whole }) => whole },
  { name: 'whole beside the best', of: ({ whole, bestWhole }) => whole - bestWhole },
  { name: 'kin beside', of: (_, { kin }) => kin },
  { name: 'topic beside', of: (_, { topic }) => topic },
  { name: 'reach beside', of: (_, { reach }) => reach },
  { name: 'score ahead', of: (_, { score }) => score },
  { name: 'common', of: (_, { common }) => common },
  { name: 'newer', of: (_, { newer }) => Math.min(2, newer) },
  {
    name: 'newer where now is asked',
    of: ({ question }, { newer }) => (question.now || question.still ? Math.min(2, newer) : -1),
  },
  { name: 'reach', of: ({ reach }) => reach.fit },
  { name: 'reach of the anchor', of: ({ reach }) => reach.anchor },
  { name: 'away', of: ({ reach }) => Number(reach.isAway) },
  { name: 'long', of: ({ text }) => text.length },
  { name: 'first', of: ({ at }) => Number(at === 0) },
  { name: 'words of the question', of: ({ question }) => Math.min(8, question.topic.length) },
  { name: 'names of the question', of: ({ question }) => Math.min(3, question.names.length) },
  { name: 'near', of: ({ near }) => near.all },
  { name: 'near around', of: ({ near }) => near.around },
  { name: 'nearest least', of: ({ near }) => near.least },
  { name: 'near verb', of: ({ near }) => near.verb },
  { name: 'names in the title', of: ({ names }) => names.title },
  { name: 'names in the article', of: ({ names }) => names.article },
  { name: 'topic in the article', of: ({ topic }) => topic.article },
  { name: 'topic before', of: ({ topic }) => topic.before },
  { name: 'topic after', of: ({ topic }) => topic.after },
  { name: 'digits', of: ({ text }) => Math.min(4, text.match(/\d[\d.,]*/g)?.length ?? 0) },
  { name: 'money', of: ({ text }) => Number(/[$€£¥]|\b(?:dollars|euros|pounds|crowns|won|yen)\b/.test(text)) },
  { name: 'share', of: ({ text }) => Number(/%|\bper ?cent\b/.test(text)) },
  { name: 'denies', of: ({ text }) => Number(/\b(?:no|not|nobody|none|never|nor|neither|without)\b|n't/i.test(text)) },
  { name: 'says', of: ({ text }) => Number(/["“]|\b(?:said|says|told)\b/.test(text)) },
  { name: 'to come', of: ({ text }) => Number(/\b(?:will|would|to be|plans?|expects?|due)\b/.test(text)) },
  { name: 'asks in a note', of: ({ question }) => Number(!ASKS.test(question.text)) },
  { name: 'asks how', of: ({ question }) => Number(/^how (?!much|many|long|old)/i.test(question.text)) },
  { name: 'asks what will', of: ({ question }) => Number(/\b(?:will|would|next|plans?)\b/i.test(question.text)) },
  { name: 'asks what was', of: ({ question }) => Number(/\b(?:did|was|were|had)\b/i.test(question.text)) },
  { name: 'where', of: ({ at, of }) => at / Math.max(1, of) },
  { name: 'told later', of: (_, { later }) => later },
  { name: 'told earlier', of: (_, { earlier }) => earlier },
  { name: 'asks what was first', of: ({ question }) => Number(ASKS_FIRST.test(question.text)) },
  { name: 'asks what came of it', of: ({ question }) => Number(ASKS_LAST.test(question.text)) },
  { name: 'tells what was first', of: ({ text }) => Number(TELLS_FIRST.test(text)) },
  { name: 'tells what came of it', of: ({ text }) => Number(TELLS_LAST.test(text)) },
  { name: 'other names', of: ({ others }) => Math.min(4, others) },
  {
    name: 'other names where its own is not',
    of: ({ question, names, others }) => (question.names.length > 0 && names.here < 0.5 ? Math.min(4, others) : -1),
  },
  { name: 'parts', of: ({ asked }) => Math.min(8, asked.parts.length) },
];

/** And what its reading tells. */
export const READ: readonly Trait[] = [
  { name: 'fit', of: ({ match }) => match?.fit ?? 0 },
  { name: 'anchor', of: ({ match }) => match?.anchor ?? 0 },
  { name: 'weakest name', of: ({ match }) => match?.weakest.name ?? 0 },
  { name: 'weakest hanging', of: ({ match }) => match?.weakest.hanging ?? 0 },
  { name: 'weakest word', of: ({ match }) => match?.weakest.word ?? 0 },
  { name: 'weakest verb', of: ({ match }) => match?.weakest.verb ?? 0 },
  { name: 'conflict', of: ({ match }) => Number(match?.conflict != null) },
  { name: 'whole answer', of: (sight) => Number(isWholeAnswer(sight)) },
];
