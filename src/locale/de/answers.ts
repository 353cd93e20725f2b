import type { Words } from '../en/index.ts';
import { counted } from './counted.ts';

const figures = (count: number): string => counted(count, 'Zahl', 'Zahlen');

export const answers: Words['answers'] = {
  figuresOn: (topic, unit) => `Zahlen zu ${topic}${unit === null ? '' : ` in ${unit}`}`,
  figuresAs: (count, topic, format) => `${figures(count)} zu ${topic} als ${format}`,
  noFigures: (topic, unit, more, hint) =>
    `Unsere Quellen haben keine ${more ? 'weiteren ' : ''}Zahlen zu „${topic}“${unit === null ? '' : ` in ${unit}`}. ${hint}`,
  notComparable: (topic, hint) =>
    `Unsere Quellen haben keine Zahlen zu „${topic}“, die sich vergleichen ließen. ${hint}`,
  takenBack: (count) => `Was es gab, wurde zurückgenommen (${figures(count)}).`,
  tryWords: 'Versuche es mit einer Firma, einem Ort oder einem Wort wie power',
  didYouMean: (words) => `Meintest du „${words}“?`,
  saidOn: 'Gesagt am',
  forecast: '(Prognose)',
  moreFigures: (count) => `${counted(count, 'weitere', 'weitere')}: `,
  trendOf: 'Verlauf: ',
  date: 'Datum',
  foretold: 'Prognose',
  chartNote: (sources, more, asOf) => `${sources.join(', ')}${more > 0 ? ` und ${more} weitere` : ''} · Stand ${asOf}`,
  holdsFor: 'Gilt für',
  onePoint: (apart) =>
    `Eine Zahl ist noch kein Verlauf${apart === null ? '' : `; die anderen sind ${apart}`}. Was es gibt:`,
  sourcesDiffer: 'Die Quellen widersprechen sich: ',
  leftOut: (what) => `Weggelassen: ${what}.`,
  apart: {
    party: 'von jemand anderem',
    measure: 'einer anderen Größe',
    model: 'eines anderen Modells',
    unit: 'in einer anderen Einheit',
    period: 'für eine andere Zeitspanne',
    undated: 'für eine nicht genannte Zeit',
    source: 'eines anderen Index',
    change: 'einer Änderung, kein Stand',
    bound: 'eine Grenze, kein Stand',
    standing: 'dementiert oder zurückgenommen',
  },
  way: { up: 'stieg', down: 'fiel', level: 'blieb gleich' },
  trend: (title, way, from, to, points) => `${title}: ${way} von ${from} auf ${to}, ${points}.`,
  onlyPoint: (title, point) => `${title}: ${point}.`,
  overPoints: (count) => `über ${count} Punkte`,
  noQuotes: (about) => `Unsere Quellen haben kein Zitat von oder über „${about}“.`,
  quotesOn: (about) => `Zitate: ${about}`,
  moreQuotes: 'Es gibt mehr; ein weiteres Wort grenzt sie ein.',
  tooLong: (longest, has) => `Eine Frage darf ${longest} Zeichen haben; diese hat ${has}.`,
  usedUp: (count) =>
    `In den Worten der Artikel: deine ${count} Fragen an das Modell sind bis morgen (UTC) aufgebraucht.`,
  put: {
    corrected: (before) => `Berichtigt: vorher hieß es „${before}“.`,
    differs: (other) => `Die Quellen sind sich nicht einig: eine andere nennt „${other}“.`,
    newer: (before) => `Das Neueste; ein früherer Artikel sagte „${before}“.`,
  },
  ask: 'Debrief fragen',
  askNow: 'Fragen',
  question: 'Deine Frage',
  questionHint: 'Beantwortet aus den Artikeln eurer Feeds, mit den Sätzen, auf denen es beruht.',
  noQuestion: 'Bitte eine Frage eingeben.',
};
