import type { Words } from '../en/index.ts';
import { counted, feedsIn } from './counted.ts';

const entries = (count: number): string => counted(count, 'Eintrag', 'Einträge');

export const feeds: Words['feeds'] = {
  found: (name, count, address) => `Gefunden: „${name}“ (${entries(count)}) unter ${address}. Das Neueste:`,
  foundOne: (name) => `Gefunden: „${name}“`,
  foundSeveral: (count) => `${feedsIn(count)} gefunden`,
  candidate: (name, count, address, newest) =>
    `„${name}“ (${entries(count)}) unter ${address}${newest === null ? '' : `; das Neueste: ${newest}`}`,
  toAdd: 'So kommt er hinzu: ',
  toAddOne: 'So kommt einer davon hinzu: ',
  theSameAddress: '<dieselbe Adresse>',
  itsAddress: '<seine Adresse>',
  add: 'Hinzufügen',
  addNumber: (n) => `${n} hinzufügen`,
  cancel: 'Abbrechen',
  noRoom: (most) =>
    `Dieser Arbeitsbereich hat ${most} eigene Feeds, mehr dürfen es nicht sein; feeds remove schafft Platz.`,
  hereAlready: (name, hadEnded) =>
    `„${name}“ gehört schon zu den Feeds dieses Arbeitsbereichs${hadEnded ? '; er hatte aufgehört und wird binnen einer Minute wieder gelesen' : ''}.`,
  added: (name) => `Hinzugefügt: „${name}“. Sein letzter Tag gilt als Neuigkeit; er wird binnen einer Minute gelesen.`,
  notFound: (address) => `Unter ${address} wurde kein Feed gefunden`,
  notFoundNext: (address) =>
    `Unter ${address} wurde kein Feed gefunden. Gib die Adresse des Feeds selbst an, die eine Seite oft als „RSS“ zeigt.`,
  settled: 'Dieser Feed wurde schon hinzugefügt oder verworfen; feeds list zeigt, was es gibt.',
  nothingAdded: 'Nichts wurde hinzugefügt.',
  fault: (address, fault) => `${address}: ${fault}`,

  columns: ['Feed', 'Wie es ihm geht', 'Zuletzt gelesen', 'In 7 Tagen', 'Nächstes Mal'],
  fine: 'gut',
  never: 'nie',
  count: feedsIn,
  statuses: { fine: 'gut', slow: 'langsam', failing: 'fallen aus', gone: 'nicht mehr da', new: 'noch nicht gelesen' },
  none: 'keine Feeds',
  noneYet: 'Es gibt noch keine Feeds: feeds add <Adresse>.',
  odd: 'Was an ihren Einträgen in der letzten Woche seltsam war:',
  oddOf: (name, count, title, note) => `${name}: ${entries(count)}, etwa „${title}“: ${note}`,

  answered: (address, status) => `${address} antwortete mit ${status}; im Browser ist zu sehen, was dort steht.`,
  importedFrom: (count, address) => `${feedsIn(count)} aus ${address}`,
  imported: (count) => `${feedsIn(count)} hinzugefügt`,
  importedNext: (count, known) =>
    `${feedsIn(count)} hinzugefügt${known > 0 ? `, ${known} gab es hier schon` : ''}. Sie werden binnen einer Minute gelesen; nur ihr letzter Tag gilt als Neuigkeit. Alles zurück: undo`,
  notImported: (count, most) =>
    `${counted(count, 'weiterer Feed', 'weitere Feeds')} der Liste nicht hinzugefügt: ein Arbeitsbereich darf ${most} eigene haben. feeds remove schafft Platz.`,
  broughtNone: (count) => `${counted(count, 'Zeile', 'Zeilen')} ohne Feed:`,
  line: (line, reason) => `${line}: ${reason}`,
  exported: (count) => `${feedsIn(count)} als OPML`,
  keptBack: (count) =>
    `${feedsIn(count)} dieser Maschine ${count === 1 ? 'steht' : 'stehen'} nicht in der Liste: die Adresse ist geheim.`,

  unknown: (typed) => `Einen Feed „${typed}“ gibt es hier nicht; feeds list zeigt sie.`,
  whichOne: (typed) => `Nichts wurde herausgenommen: kein Feed heißt genau „${typed}“. Welcher ist gemeint?`,
  andMore: (count) => `und ${count} weitere: feeds list`,
  removed: (name) =>
    `„${name}“ ist nicht mehr in diesem Arbeitsbereich. Was er brachte, bleibt in früheren Überblicken. Zurück: undo`,
};
