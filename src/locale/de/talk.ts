import type { Words } from '../en/index.ts';
import { feedsIn } from './counted.ts';

export const talk: Words['talk'] = {
  audiences: { everyone: 'Für alle', admin: 'Für Admins', owner: 'Für die, denen diese Maschine gehört' },
  commandColumns: ['Befehl', 'Was er tut'],
  example: (line) => `Beispiel: ${line}`,
  moreAboutOne: 'Mehr über einen: ',
  receipts: '. Jede Zahl und jedes Zitat hat einen Beleg: [n] öffnet den Artikel beim Satz.',
  canAsk: 'Was man Debrief fragen kann',
  greeting: 'Hallo. Frag in eigenen Worten, oder sag eines davon; „help“ zeigt alle.',
  moreRows: (count) => `${count} weitere: `,

  storeFault: (fault) => `Nichts wurde getan. ${fault}. Wer Debrief betreibt, muss danach sehen.`,
  failed:
    'Das ging bei uns schief und steht im Protokoll. Bitte noch einmal versuchen; ein Admin kann mit /debrief-admin feeds check nachsehen.',
  closed: (command, audience) =>
    `„${command}“ ist für ${audience === 'admin' ? 'Admins dieses Arbeitsbereichs' : 'die, denen die Maschine gehört, in ihrem Terminal'}.`,
  oldButton: 'Dieser Knopf gehört zu einer älteren Fassung und tut nichts mehr. /debrief help zeigt, was es gibt.',
  oldForm: 'Dieser Knopf gehört zu einer älteren Fassung und öffnet nichts mehr. /debrief help zeigt, was es gibt.',
  buttonClosed: 'Dieser Knopf ist für Admins dieses Arbeitsbereichs.',
  formClosed: 'Nur Admins dieses Arbeitsbereichs dürfen das ändern.',
  formGone: 'Dieses Formular lässt sich nicht mehr absenden; bitte öffne es noch einmal.',

  ofCommandLine: (word) => `„${word}“ gehört zur Kommandozeile: debrief ${word}, in einer Shell.`,
  several: (word) => `„${word}“ kann mehrere Befehle meinen.`,
  writeItOut: (typed) => `„${typed}“ wird nicht aus einer Abkürzung ausgeführt; bitte schreib es aus.`,
  didYouMean: (typed, meant) => `Den Befehl „${typed}“ gibt es nicht; gemeint ist vielleicht ${meant}?`,
  groupHas: (typed, group) => `Den Befehl „${typed}“ gibt es nicht; ${group} hat diese:`,
  anAddress: (address) =>
    `Den Befehl „${address}“ gibt es nicht. Als Feed hinzufügen: feeds add ${address}. Was aus dem Artikel wurde: why ${address}.`,
  noCommand: (word, line) =>
    `Den Befehl „${word}“ gibt es nicht. Zahlen nachschlagen: figures ${line}. Fragen: ask ${line}. Alles, was es gibt: help.`,
  aWholeNumber: 'eine ganze Zahl',
  yesOrNo: 'yes oder no',
  oneOf: (choices, meant) => `eines von ${choices}${meant === null ? '' : ` (gemeint ist vielleicht ${meant}?)`}`,
  valueMissing: (option, expected) => `--${option}: es fehlt ein Wert, ${expected}`,
  expected: (option, expected, got) => `${option}: erwartet wird ${expected}, nicht „${got}“`,
  noOption: (flag, command, meant) =>
    `--${flag} gehört nicht zu ${command}${meant === null ? '' : `; gemeint ist vielleicht --${meant}?`}`,
  tooMany: (word, command) => `„${word}“ ist ein Wort zu viel für ${command}`,
  missing: (option, expected) => `${option} fehlt: ${expected}`,
  noSpan: (typed) =>
    `since: erwartet wird eine Spanne wie 30d, 6w oder last month, oder ein Tag wie 2026-10-01, nicht „${typed}“`,

  installed: 'Debrief ist eingerichtet',
  installedNext:
    'Es postet nirgends, bevor du sagst, wo und wann. Seine Feeds werden schon gelesen, der erste Überblick kann also der heutige sein.',
  invite: 'Lade Debrief in den Kanal ein, der den Überblick bekommen soll.',
  inviteDiscord: 'Sorge dafür, dass Debrief den Kanal sehen und dort Nachrichten und Dateien senden darf.',
  chooseByAdmin: 'Ein Admin dieses Arbeitsbereichs wählt den Kanal und eine Zeit; unten lässt sich einer bitten.',
  adminsAre: (names) =>
    names.length === 1 ? `Admin ist ${names[0]}.` : `Admins sind ${names.slice(0, -1).join(', ')} und ${names.at(-1)}.`,
  askAnAdmin: 'Einen Admin darum bitten',
  asksAdmins: (name) => `${name} hätte Debrief gern in einem Kanal: bitte Kanal und Zeit wählen.`,
  adminsAsked: 'Die Admins dieses Arbeitsbereichs haben die Bitte, einmal am Tag.',
  adminsAway: 'Den Admins kann gerade nicht geschrieben werden; bitte später noch einmal versuchen.',
  chooseBelow: 'Wähle unten diesen Kanal und eine Zeit; das können nur Admins.',
  look: 'Einen Überblick ansehen',
  lookFirst: 'Ansehen, wie er aussieht: der Knopf unten zeigt nur dir den neuesten.',
  askAnything: (field) => `Frag es alles über ${field}, hier oder in einem Kanal: `,

  latest: 'Neuester Überblick',
  whereItStands: 'wo er steht',
  readIt: 'Hier lesen',
  nextDebriefs: 'Nächste Überblicke',
  noTime: 'keine Zeit ist gesetzt',
  nextOn: (moment) => `nächster am ${moment}`,
  chooseOne: 'Noch kein Kanal bekommt einen Überblick: wähle einen, und eine Zeit.',
  anAdminSetsUp: 'Noch kein Kanal bekommt einen Überblick. Ein Admin des Arbeitsbereichs richtet hier einen ein.',
  andMore: (count) => `und ${count} weitere`,
  feeds: 'Feeds',
  feedsStand: (count, unwell) =>
    `${feedsIn(count)}, ${unwell === 0 ? 'keiner fällt aus' : `${unwell} nicht in Ordnung`}.`,
  andMoreFeeds: (count) => `und ${count} weitere: `,
  chooseAChannel: 'Kanal und Zeit wählen',
  changeChannel: (channel) => `${channel} ändern`,
  addAChannel: 'Einen Kanal hinzufügen',
  showPreview: 'Zeig mir, was gepostet würde',
  addAFeed: 'Einen Feed hinzufügen',
  adminsChange: 'Das ändern Admins dieses Arbeitsbereichs.',
  everybodyAsks: 'Alle fragen: ',
  nothingNew: 'nichts Neues',

  forms: {
    ask: {
      title: 'Debrief fragen',
      submit: 'Fragen',
      label: 'Deine Frage',
      hint: 'Beantwortet aus den Artikeln eurer Feeds, mit den Sätzen, auf denen es beruht.',
      fault: 'Bitte stell eine Frage.',
    },
    feed: {
      title: 'Einen Feed hinzufügen',
      submit: 'Suchen',
      label: 'Adresse einer Seite oder ihres Feeds',
      hint: 'Etwa: gridweekly.example. Was gefunden wird, siehst du, bevor es hinzukommt.',
      fault: 'Bitte gib eine Adresse an.',
    },
    report: {
      title: 'Das stimmt nicht',
      submit: 'Melden',
      label: 'Welche Zahl, welches Zitat?',
      hint: 'Kopiere, wie es da steht, etwa: 2.4 gigawatts. Es ist hier verborgen, bis ein Admin nachgesehen hat.',
      fault: 'Bitte kopiere die Zahl oder das Zitat.',
    },
    schedule: {
      title: 'Der tägliche Überblick',
      submit: 'Speichern',
      channel: 'Kanal',
      channelHint: 'Lade Debrief zuerst dorthin ein; vor der Zeit unten wird nichts gepostet.',
      channelFault: 'Bitte wähle einen Kanal.',
      when: 'Tage, Zeit und Zeitzone',
      whenHint: 'Etwa: weekdays 8:30 Berlin, oder: mon wed fri 9am and 4pm New York',
      topics: 'Themen',
      topicsHint: 'Ist keines gewählt, sind es alle.',
      anyTopic: 'Was die Feeds bringen',
    },
  },
};
