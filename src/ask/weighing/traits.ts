import { isAhead, isPast } from '../fits.ts';
import { isWholeAnswer, tellsCauseOf } from './rules.ts';
import type { Beside, Sight } from './sight.ts';

/** Something that tells an answer from what is none. */
export type Trait = { readonly name: string; readonly of: (sight: Sight, beside: Beside) => number };

const share = (count: number, of: number): number => count / Math.max(1, of);
const wants =
  (...kinds: readonly Sight['question']['wants'][]) =>
  ({ question }: Sight): number =>
    Number(kinds.includes(question.wants));

/** What the words tell, before a sentence is read. */
export const WORDS: readonly Trait[] = [
  { name: 'a number is wanted', of: wants('number') },
  { name: 'a cause is wanted', of: wants('cause') },
  { name: 'a name is wanted', of: wants('name', 'person', 'place') },
  { name: 'a time is wanted', of: wants('time') },
  { name: 'nothing is wanted', of: wants(null) },
  { name: 'yes or no', of: ({ asked }) => Number(asked.yesOrNo) },
  { name: 'what is wanted stands there', of: ({ wanted }) => Number(wanted) },
  { name: 'told outright', of: ({ outright }) => Number(outright) },
  { name: 'goes on why', of: ({ question, why }) => Number(question.wants === 'cause' && why) },
  { name: 'turns', of: ({ turns }) => turns ?? 0.5 },
  { name: 'others hold it', of: ({ of }, { rivals }) => share(rivals, of) },
  { name: 'is of the kind', of: ({ question, isOfKind }) => (question.kinds.length === 0 ? 0.5 : Number(isOfKind)) },
  { name: 'has a figure', of: ({ figure }) => Number(figure !== null) },
  { name: 'counts', of: ({ question, fills }) => (question.counted === null ? 0.5 : Number(fills.counts)) },
  { name: 'age', of: ({ fills }) => Number(fills.age) },
  { name: 'per', of: ({ question, fills }) => (question.per === null ? 0.5 : Number(fills.per)) },
  { name: 'given', of: ({ question, fills }) => (question.given.length === 0 ? 0.5 : Number(fills.given)) },
  { name: 'new', of: ({ fills }) => Number(fills.isNew) },
  { name: 'holds', of: ({ question, fills }) => (question.holds.length === 0 ? 0.5 : Number(fills.holds)) },
  { name: 'period', of: ({ fills }) => Number(fills.period) },
  { name: 'ahead', of: ({ question, figure, text }) => Number(question.ahead === isAhead(figure, text)) },
  {
    name: 'of the past',
    of: ({ question, figure, published }) => Number(question.holds.length === 0 && isPast(figure, published)),
  },
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
  { name: 'by unit', of: ({ byUnit }) => Number(byUnit) },
  { name: 'by time', of: ({ byTime }) => Number(byTime) },
  { name: 'leans', of: ({ leans }) => Number(leans) },
  { name: 'quotes', of: ({ quotes }) => Math.min(2, quotes) },
  { name: 'long', of: ({ text }) => text.length },
  { name: 'asks itself', of: ({ text }) => Number(text.endsWith('?')) },
  { name: 'first', of: ({ at }) => Number(at === 0) },
  {
    name: 'direction',
    of: ({ question, figure }) => Number(figure?.direction != null && !question.kinds.includes('share')),
  },
  { name: 'words of the question', of: ({ question }) => Math.min(8, question.topic.length) },
  { name: 'names of the question', of: ({ question }) => Math.min(3, question.names.length) },
  { name: 'parts', of: ({ asked }) => Math.min(8, asked.parts.length) },
];

const conflict =
  (form: RegExp) =>
  ({ match }: Sight): number =>
    Number(form.test(match?.conflict ?? ''));

/** And what its reading tells. */
export const READ: readonly Trait[] = [
  { name: 'fit', of: ({ match }) => match?.fit ?? 0 },
  { name: 'anchor', of: ({ match }) => match?.anchor ?? 0 },
  { name: 'role', of: ({ match }) => match?.role ?? 0 },
  { name: 'weakest name', of: ({ match }) => match?.weakest.name ?? 0 },
  { name: 'weakest hanging', of: ({ match }) => match?.weakest.hanging ?? 0 },
  { name: 'weakest word', of: ({ match }) => match?.weakest.word ?? 0 },
  { name: 'weakest verb', of: ({ match }) => match?.weakest.verb ?? 0 },
  { name: 'unnamed', of: ({ match }) => match?.unnamed ?? 0 },
  { name: 'measures another', of: ({ match }) => Number(match?.measures != null) },
  { name: 'causes', of: ({ match }) => Number(match?.causes === true) },
  { name: 'cause of it', of: (sight) => Number(tellsCauseOf(sight)) },
  { name: 'conflict', of: ({ match }) => Number(match?.conflict != null) },
  { name: 'of another', of: conflict(/^of /) },
  { name: 'lacks', of: conflict(/^nothing of /) },
  { name: 'by or to another', of: conflict(/^done /) },
  { name: 'not a fact', of: conflict(/^not told/) },
  { name: 'whole answer', of: (sight) => Number(isWholeAnswer(sight)) },
];
