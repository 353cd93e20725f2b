import type { ModelShare } from '../../model.ts';
import { counted } from '../counted.ts';

const stories = (count: number): string => counted(count, 'story', 'stories');

/** What is said around what somebody looks up: a debrief and its parts, figures, quotes, answers, reports. */
export const lookups = {
  notKept: 'This debrief is not kept here any more; /debrief latest shows the last one.',
  allStories: 'All stories',
  noSource: (n: number, count: number) => `The last debrief has no source [${n}]; it has ${count}.`,
  noStory: (n: number, count: number) => `The last debrief has ${stories(count)}; there is no number ${n}.`,
  open: 'open',
  correctedPage: 'The publisher has corrected this page since it was first read; this is the corrected text.',
  noTopic: (typed: string, among: readonly string[], meant: string | null, topics: string) =>
    `There is no ${among.length > 1 ? 'one ' : ''}topic “${typed}”.${
      among.length > 1 ? ` Which one: ${among.join(', ')}?` : meant === null ? '' : ` Did you mean ${meant}?`
    } Topics: ${topics}.`,
  toCome: (day: string) => `${day} is to come; expected a day that was`,
  noDebriefOf: (day: string) => `There is no debrief of ${day} here; latest shows the newest.`,

  toldBefore: 'It goes on from an earlier edition.',
  notToldBefore: 'It was not told before.',
  place: (place: number, count: number, moment: string, weight: number, told: string) =>
    `Place ${place} of ${count} on ${moment}, with a weight of ${weight}. ${told}`,
  whyColumns: ['Weight', 'Why'],
  whyNumber: (headline: string, place: number) => `Why “${headline}” is number ${place}`,
  aSentence: 'a sentence',
  refusal: (kind: string, given: string, has: string | null) =>
    `${kind}: the writer gave “${given}”, the sources have ${has === null ? 'nothing of the kind' : `“${has}”`}`,
  refused: (count: number) => `The gate refused ${counted(count, 'sentence')}:`,
  byExtractive: 'by the extractive writer',
  byModel: (model: string | null, prompt: string | null) => `by ${model ?? 'a model'} (prompt ${prompt ?? 'unknown'})`,
  modelLines: (share: ModelShare) =>
    `Of the ${share.written} lines that the model wrote ${share.refused} were refused by the gate and ${share.doubted} by its second reading; ${share.repaired} were mended, and for ${share.replaced} the articles’ own sentences stand.`,
  whyDebrief: (moment: string) => `Why the debrief of ${moment} is as it is`,
  written: (how: string, sources: number, note: string | null) =>
    `Written ${how} from ${counted(sources, 'source')}${note === null ? '' : `; ${note}`}.`,
  leftOut: (count: number) => `Left out: ${stories(count)}.`,
  leftOutFor: (title: string, reason: string) => `“${title}” was left out: ${reason}.`,
  leftOutReason: (reason: string) => `: ${reason}`,
  whyNext: 'One story: why <its number>. One article: why <its address>.',
  noArticle: (note: string) => `No article was made of what leads there.${note}`,
  notCovered: (title: string, note: string) =>
    `“${title}” is in our sources, but not of the time that the last debrief covers.${note}`,
  copyOf: (title: string, place: number, note: string) =>
    `“${title}” is a copy of another article of story ${place}; it counts as no further witness.${note}`,
  notBrought: (address: string) => `No feed that this workspace may see has brought ${address}.`,
  nothingCalled: (typed: string) =>
    `Nothing in the last debrief, and nothing that was left out, is called “${typed}”. why lists both.`,

  reported: (by: string, kind: 'figure' | 'quote') => `${by} says that a ${kind} is wrong`,
  reportedOf: (by: string, kind: 'figure' | 'quote', what: string, title: string) =>
    `${by} says that this ${kind} is wrong: “${what}”, from “${title}”.`,
  hiddenUntil: 'It is hidden here until one of you has looked.',
  uphold: 'It is wrong: keep it hidden',
  dismiss: 'It is right: show it',
  reportedAlready: 'That was reported here already; an admin will look at it.',
  thanks: (what: string) =>
    `Thank you. “${what}” is hidden here until an admin has looked at it; the admins were told.`,
  readsNothing: (what: string) => `No figure or quote that was shown here reads “${what}”. Copy it as it stands.`,
  whichIsWrong: (listed: readonly string[], more: boolean) =>
    `Which one is wrong? ${listed.map((words) => `“${words}”`).join(', ')}${more ? ' and others' : ''} read so.`,
  settled: 'This report was settled already.',
  staysHidden: 'It stays hidden here.',
  shownAgain: 'It is shown again.',
};
