import type { CommandTexts } from '../en/commands.ts';

const CHANNEL = 'ein anderer Kanal als dieser';
const TOPIC = 'eine Firma, ein Ort oder Wörter, etwa: northwind power';
const UNIT = 'eine Einheit wie GW, USD oder %';
const PERSON = 'eine Person: mit @ erwähnt, oder ihre Kennung';
const ALL = 'auch über die ersten zwanzig hinaus';
const WORDS = 'Namen oder Wörter, durch Kommas getrennt; mit einem Minus davor wird eines herausgenommen';

export const commands: CommandTexts = {
  latest: {
    summary: 'der letzte Überblick oder der eines Tages, ganz oder zu einem Thema',
    options: {
      topic: 'ein Thema wie power, ein Tag wie yesterday oder 2026-11-22, oder beides',
      markdown: 'als Markdown, ganz',
    },
  },
  story: {
    summary: 'eine Meldung des letzten Überblicks, ganz: Sätze, Zahlen, Zitate, Quellen',
    options: { n: 'ihre Nummer im Überblick' },
  },
  figures: {
    summary: 'Zahlen zu einer Firma, einem Ort oder einer Sache, die wichtigsten und neuesten zuerst, jede mit Beleg',
    options: {
      topic: TOPIC,
      unit: UNIT,
      since: 'wie weit zurück, etwa 30d oder 2026-10-01',
      from: 'so viele überspringen',
      format: 'alle, für eine Tabelle oder ein Programm',
    },
  },
  trend: {
    summary: 'wie sich eine Zahl über die Zeit bewegt hat, als Diagramm mit Punkten und Belegen',
    options: { topic: 'eine Firma, ein Ort oder Wörter, etwa: h200 rental', unit: UNIT },
  },
  quotes: {
    summary: 'was jemand gesagt hat, oder was über etwas gesagt wurde, Wort für Wort',
    options: { about: 'eine Person, eine Firma oder eine Sache' },
  },
  ask: {
    summary: 'eine Frage, beantwortet aus den Artikeln mit deren Sätzen als Beleg, oder gar nicht',
    options: { question: 'in eigenen Worten' },
  },
  receipt: {
    summary: 'worauf [n] des letzten Überblicks beruht: Herausgeber, Datum, die Sätze, der Link',
    options: { n: 'die Zahl in [ ]' },
  },
  why: {
    summary: 'warum eine Meldung dabei ist, fehlt oder dort steht; ohne Namen, wie der letzte Überblick entstand',
    options: { story: 'die Nummer einer Meldung, die Adresse eines Artikels oder Wörter seines Titels' },
  },
  page: { summary: 'die Überblicke im Browser: Belege, Archiv, Suche, Verläufe; und als Feed', options: {} },
  'links revoke': {
    summary: 'jeden Link zu Seiten und Feeds dieses Arbeitsbereichs beenden, der ausgegeben wurde',
    options: {},
  },
  report: {
    summary: '„das stimmt nicht“: verbirgt hier eine Zahl oder ein Zitat, bis ein Admin nachgesehen hat',
    options: { what: 'die Zahl oder das Zitat, wie es gezeigt wird, oder ein Teil davon' },
  },
  help: {
    summary: 'was man fragen kann, oder wie ein Befehl gebraucht wird',
    options: { command: 'ein Befehl, etwa feeds add' },
  },
  'feeds list': { summary: 'die Feeds dieses Arbeitsbereichs und wie es ihnen geht', options: { all: ALL } },
  'feeds add': {
    summary: 'den Feed einer Seite finden, zeigen und hier hinzufügen',
    options: {
      address: 'die Adresse einer Seite oder eines Feeds',
      yes: 'den ersten gefundenen ohne Rückfrage nehmen',
    },
  },
  'feeds remove': {
    summary: 'einen Feed aus diesem Arbeitsbereich nehmen',
    options: { feed: 'sein ganzer Name oder seine Adresse' },
  },
  'feeds check': { summary: 'welche Feeds gehen, langsam sind oder ausfallen, und was zu tun ist', options: {} },
  'feeds import': {
    summary: 'die Feeds einer OPML-Liste hinzufügen; ihre Ordner werden Themen',
    options: { address: 'die Adresse einer OPML-Datei' },
  },
  'feeds export': { summary: 'die Feeds dieses Arbeitsbereichs als OPML, für jeden Feedleser', options: {} },
  channels: { summary: 'alle Kanäle auf einen Blick: wann, was, und der nächste Beitrag', options: { all: ALL } },
  'channel show': {
    summary: 'was ein Kanal bekommt, wann, und seine nächsten drei Beiträge',
    options: { channel: CHANNEL },
  },
  'channel schedule': {
    summary: 'wann ein Kanal seinen Überblick bekommt: Tage, Zeiten, Zeitzone',
    options: { when: 'etwa: weekdays 8:30 Berlin, oder: mon wed fri 9am and 4pm New York', channel: CHANNEL },
  },
  'channel off': {
    summary: 'keine Überblicke mehr in einem Kanal; seine Einstellungen bleiben',
    options: { channel: CHANNEL },
  },
  'channel topics': {
    summary: 'welche Themen ein Kanal bekommt: einige, alle (all), oder was seine Feeds bringen (any)',
    options: {
      topics: 'Themen, durch Kommas oder Leerzeichen getrennt, „all“, „any“, oder ein Ordner eigener Feeds',
      channel: CHANNEL,
    },
  },
  'channel follow': {
    summary: 'Namen und Wörter, deren Meldungen hier weiter oben stehen',
    options: { words: WORDS, channel: CHANNEL },
  },
  'channel mute': {
    summary: 'Namen und Wörter, deren Meldungen hier weggelassen werden',
    options: { words: WORDS, channel: CHANNEL },
  },
  'channel style': {
    summary: 'wie viel ein Kanal bekommt: kurz (short), oder lang (long) mit einem Abschnitt je Thema',
    options: { length: 'short oder long', channel: CHANNEL },
  },
  'channel language': {
    summary: 'in welcher Sprache ein Modell den Überblick schreibt; Zitate bleiben, wie sie gesagt wurden',
    options: { language: 'ihr Kürzel, etwa de', channel: CHANNEL },
  },
  'channel call': {
    summary: 'eine Rolle dieses Discord-Servers, die jeder Überblick ruft; ohne sie wird niemand gerufen',
    options: { role: 'die Rolle', channel: CHANNEL },
  },
  'channel pause': {
    summary: 'hier keine Überblicke bis zu einem Tag, oder bis es weitergehen soll',
    options: {
      until: 'der Tag, an dem sie wiederkommen, etwa 2027-01-04 oder monday; ohne ihn, bis es weitergehen soll',
      channel: CHANNEL,
    },
  },
  'channel resume': { summary: 'nach einer Pause kommen wieder Überblicke', options: { channel: CHANNEL } },
  'channel holidays': {
    summary: 'Tage ohne Überblick, zu denen hinzu, die es gibt; mit einem Minus davor wird einer herausgenommen',
    options: { dates: 'Tage, durch Kommas getrennt, oder „none“ für keinen', channel: CHANNEL },
  },
  preview: { summary: 'was hier jetzt gepostet würde, nur für dich', options: {} },
  post: {
    summary: 'den Überblick eines Kanals jetzt posten, was auch immer sein Zeitplan sagt',
    options: { channel: CHANNEL },
  },
  republish: {
    summary: 'den neuesten Überblick eines Kanals ändern in das, was er jetzt sagt, ohne was als falsch gemeldet ist',
    options: { channel: CHANNEL },
  },
  'admins list': { summary: 'wer benannt ist, hier Einstellungen zu ändern', options: {} },
  'admins add': {
    summary: 'jemanden benennen, der hier neben den Admins der Plattform Einstellungen ändern darf',
    options: { person: PERSON },
  },
  'admins remove': { summary: 'zurücknehmen, was admins add gab', options: { person: PERSON } },
  'admins handover': {
    summary: 'diesen Arbeitsbereich übergeben: jemand anders ist benannt, du nicht mehr, und beide lesen, wie er steht',
    options: { person: PERSON },
  },
  undo: { summary: 'deine letzte Änderung zurücknehmen, einen Import als eine', options: {} },
  export: { summary: 'alles, was von diesem Arbeitsbereich aufbewahrt wird, als JSON', options: {} },
  delete: {
    summary: 'alles von diesem Arbeitsbereich löschen, endgültig; ohne das Wort „everything“ sagt es, was das ist',
    options: { what: 'das Wort „everything“' },
  },
  usage: { summary: 'was das Modell diesen Arbeitsbereich gekostet hat, Tag für Tag', options: {} },
  audit: { summary: 'wer hier was geändert hat, das Neueste zuerst', options: { all: ALL } },
};
