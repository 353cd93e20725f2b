import { counted } from '../counted.ts';

const figures = (count: number): string => counted(count, 'figure');

/** What is said around figures, trends, quotes and answers that somebody asks for. */
export const answers = {
  figuresOn: (topic: string, unit: string | null) => `Figures on ${topic}${unit === null ? '' : ` in ${unit}`}`,
  figuresAs: (count: number, topic: string, format: string) => `${figures(count)} on ${topic} as ${format}`,
  noFigures: (topic: string, unit: string | null, more: boolean, hint: string) =>
    `Our sources have no ${more ? 'more ' : ''}figures on “${topic}”${unit === null ? '' : ` in ${unit}`}. ${hint}`,
  notComparable: (topic: string, hint: string) =>
    `Our sources have no figures on “${topic}” that could be compared. ${hint}`,
  takenBack: (count: number) => `What there was has been taken back (${figures(count)}).`,
  tryWords: 'Try a company, a place or a word such as power',
  didYouMean: (words: string) => `Did you mean “${words}”?`,
  saidOn: 'Said on',
  forecast: '(forecast)',
  moreFigures: (count: number) => `${counted(count, 'more', 'more')}: `,
  trendOf: 'Trend: ',
  date: 'Date',
  foretold: 'forecast',
  chartNote: (sources: readonly string[], more: number, asOf: string) =>
    `${sources.join(', ')}${more > 0 ? ` and ${more} more` : ''} · as of ${asOf}`,
  holdsFor: 'Holds for',
  onePoint: (apart: string | null) =>
    `One figure is no trend yet${apart === null ? '' : `; the others are ${apart}`}. What there is:`,
  sourcesDiffer: 'Sources differ: ',
  leftOut: (what: string) => `Left out: ${what}.`,
  apart: {
    party: 'of somebody else',
    measure: 'of another measure',
    model: 'of another model',
    unit: 'in another unit',
    period: 'for another length of time',
    undated: 'for a time that is not told',
    source: 'by another index',
    change: 'of a change, no level',
    bound: 'a bound, no level',
    standing: 'denied or taken back',
  },
  way: { up: 'rose', down: 'fell', level: 'stayed at the same level' },
  trend: (title: string, way: string, from: string, to: string, points: string) =>
    `${title} ${way} from ${from} to ${to}, ${points}.`,
  onlyPoint: (title: string, point: string) => `${title}: ${point}.`,
  overPoints: (count: number) => `over ${count} points`,
  noQuotes: (about: string) => `Our sources have no quote of or about “${about}”.`,
  quotesOn: (about: string) => `Quotes: ${about}`,
  moreQuotes: 'There are more; add a word to narrow them down.',
  tooLong: (longest: number, has: number) => `A question may have ${longest} characters; this one has ${has}.`,
  usedUp: (count: number) =>
    `In the articles’ own words: your ${count} questions to the model are used up until tomorrow (UTC).`,
  put: {
    corrected: (before: string) => `Corrected: before, it was told as “${before}”.`,
    differs: (other: string) => `Sources differ: another publisher says “${other}”.`,
    newer: (before: string) => `The newest word; an earlier article said “${before}”.`,
  },
  ask: 'Ask Debrief',
  askNow: 'Ask',
  question: 'Your question',
  questionHint: 'Answered from the articles of your feeds, with the sentences it rests on.',
  noQuestion: 'Please type a question.',
};
