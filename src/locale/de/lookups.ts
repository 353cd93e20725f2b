import type { Words } from '../en/index.ts';
import { counted, storiesIn } from './counted.ts';

const KINDS = { figure: 'eine Zahl', quote: 'ein Zitat' } as const;
const THIS = { figure: 'diese Zahl', quote: 'dieses Zitat' } as const;

export const lookups: Words['lookups'] = {
  notKept: 'Dieser Überblick wird hier nicht mehr aufbewahrt; /debrief latest zeigt den letzten.',
  allStories: 'Alle Meldungen',
  noSource: (n, count) => `Der letzte Überblick hat keine Quelle [${n}]; er hat ${count}.`,
  noStory: (n, count) => `Der letzte Überblick hat ${storiesIn(count)}; eine Nummer ${n} gibt es nicht.`,
  open: 'öffnen',
  correctedPage: 'Der Herausgeber hat diese Seite seit dem ersten Lesen berichtigt; dies ist der berichtigte Text.',
  noTopic: (typed, among, meant, topics) =>
    `Ein Thema „${typed}“ gibt es nicht${among.length > 1 ? ' allein' : ''}.${
      among.length > 1 ? ` Welches: ${among.join(', ')}?` : meant === null ? '' : ` Gemeint ist vielleicht ${meant}?`
    } Themen: ${topics}.`,
  toCome: (day) => `${day} kommt erst; erwartet wird ein vergangener Tag`,
  noDebriefOf: (day) => `Vom ${day} gibt es hier keinen Überblick; latest zeigt den neuesten.`,

  toldBefore: 'Sie setzt eine frühere Ausgabe fort.',
  notToldBefore: 'Sie wurde vorher nicht gemeldet.',
  place: (place, count, moment, weight, told) =>
    `Platz ${place} von ${count} am ${moment}, mit einem Gewicht von ${weight}. ${told}`,
  whyColumns: ['Gewicht', 'Warum'],
  whyNumber: (headline, place) => `Warum „${headline}“ Nummer ${place} ist`,
  aSentence: 'ein Satz',
  refusal: (kind, given, has) =>
    `${kind}: geschrieben stand „${given}“, die Quellen haben ${has === null ? 'nichts dergleichen' : `„${has}“`}`,
  refused: (count) => `Die Prüfung wies ${counted(count, 'Satz', 'Sätze')} zurück:`,
  byExtractive: 'aus den Sätzen der Artikel selbst',
  byModel: (model, prompt) => `von ${model ?? 'einem Modell'} (Prompt ${prompt ?? 'unbekannt'})`,
  modelLines: (share) =>
    `Von ${share.written} Zeilen des Modells wurden ${share.refused} an der Prüfung und ${share.doubted} beim zweiten Lesen verworfen; ${share.repaired} wurden berichtigt, für ${share.replaced} stehen die Sätze der Artikel selbst.`,
  whyDebrief: (moment) => `Warum der Überblick vom ${moment} so ist, wie er ist`,
  written: (how, sources, note) =>
    `Geschrieben ${how}, nach ${counted(sources, 'Quelle', 'Quellen')}${note === null ? '' : `; ${note}`}.`,
  leftOut: (count) => `Weggelassen: ${storiesIn(count)}.`,
  leftOutFor: (title, reason) => `„${title}“ wurde weggelassen: ${reason}.`,
  leftOutReason: (reason) => `: ${reason}`,
  whyNext: 'Eine Meldung: why <ihre Nummer>. Ein Artikel: why <seine Adresse>.',
  noArticle: (note) => `Aus dem, wohin das führt, wurde kein Artikel.${note}`,
  notCovered: (title, note) =>
    `„${title}“ ist in unseren Quellen, aber nicht aus der Zeit des letzten Überblicks.${note}`,
  copyOf: (title, place, note) =>
    `„${title}“ ist die Abschrift eines anderen Artikels der Meldung ${place}; sie zählt nicht als weiterer Zeuge.${note}`,
  notBrought: (address) => `Kein Feed, den dieser Arbeitsbereich sehen darf, hat ${address} gebracht.`,
  nothingCalled: (typed) =>
    `Nichts im letzten Überblick, und nichts Weggelassenes, heißt „${typed}“. why zeigt beides.`,

  reported: (by, kind) => `${by} sagt, dass ${KINDS[kind]} nicht stimmt`,
  reportedOf: (by, kind, what, title) => `${by} sagt, dass ${THIS[kind]} nicht stimmt: „${what}“, aus „${title}“.`,
  hiddenUntil: 'Es ist hier verborgen, bis jemand von euch nachgesehen hat.',
  uphold: 'Stimmt nicht: verborgen lassen',
  dismiss: 'Stimmt: zeigen',
  reportedAlready: 'Das wurde hier schon gemeldet; ein Admin sieht es sich an.',
  thanks: (what) => `Danke. „${what}“ ist hier verborgen, bis ein Admin nachgesehen hat; die Admins wissen es.`,
  readsNothing: (what) => `Keine Zahl und kein Zitat, das hier stand, lautet „${what}“. Kopiere es, wie es da steht.`,
  whichIsWrong: (listed, more) =>
    `Was stimmt nicht? So lauten ${listed.map((words) => `„${words}“`).join(', ')}${more ? ' und andere' : ''}.`,
  settled: 'Darüber wurde schon entschieden.',
  staysHidden: 'Es bleibt hier verborgen.',
  shownAgain: 'Es wird wieder gezeigt.',
};
