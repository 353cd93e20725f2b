import type { Block } from './blocks.ts';
import { findDate } from './dates.ts';

/** Words of one meaning in the languages of the feeds, as alternatives of a pattern. */
const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const SEE_ALSO = any(
  'read (?:also|more|next)',
  'also read',
  'see also',
  'related(?: articles?| stories| content| posts?)?',
  'more (?:on this|from|about|stories|news)',
  'you may also like',
  'recommended(?: for you)?',
  'lesen sie (?:auch|mehr)',
  'auch interessant',
  'mehr zum thema',
  'ähnliche (?:beiträge|artikel)',
  'das könnte (?:sie|dich|euch)',
  'weiterführende (?:links|informationen)',
  'weitere (?:artikel|beiträge|informationen|themen)',
  'empfohlene (?:beiträge|artikel)',
  '(?:à )?lire (?:aussi|également)',
  'sur le même sujet',
  'articles? (?:liés|similaires)',
  'voir aussi',
  'lea (?:también|más|además)',
  'lee también',
  'v(?:er|ea) (?:también|además|más)',
  'te puede interesar',
  'noticias relacionadas',
  'leia (?:também|mais)',
  'veja também',
  'leggi anche',
  'potrebbe interessarti',
  'zobacz (?:też|także|również)',
  'czytaj (?:też|także|również)',
  'lees ook',
);
const POINTER = new RegExp(String.raw`^\W{0,3}${SEE_ALSO}(?!\p{L})`, 'iu');

const CREDIT = new RegExp(
  String.raw`^\W{0,3}${any('photo(?:graph)?s?', 'fotos?', 'image', 'images', 'picture', 'bild(?:er|quelle)?', 'titelbild', 'beitragsbild', 'symbol(?:bild|foto)', 'illustration', 'grafik', 'credits?', 'crédits?', 'imagen', 'immagine', 'zdjęcie')}(?:\s\p{L}{1,12}){0,2}\s?[:©/]`,
  'iu',
);

const ADVERT = new RegExp(
  String.raw`^\W*${any('advertisement', 'advertisements?', 'anzeige', 'werbung', 'publicité', 'publicidad', 'pubblicità', 'reklama', 'sponsored(?: content)?')}\W*$`,
  'iu',
);

const CALL = new RegExp(
  String.raw`^\W{0,3}${any('(?:please )?(?:subscribe|sign up|follow us|follow [a-z]+ on|join our|like us|share (?:this|on)|click here|download our|register (?:now|here))', 'jetzt (?:anmelden|abonnieren|teilen)', '(?:artikel )?(?:teilen|drucken|kommentieren)', 'folgen sie', 'abonnieren sie', 'abonnez-vous', 'inscrivez-vous', 'suscríb(?:ase|ete)', 'síguenos', 'iscriviti', 'seguici')}(?!\p{L})`,
  'iu',
);

const RIGHTS =
  /^\W{0,2}(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b/iu;

/** A block that is no part of the article although it stands within: a credit, an advert's label, a call to subscribe, a date alone. */
export function isBoilerplate({ text, linked, tag }: Block): boolean {
  if (text.length > 220 || tag === 'TABLE') return false;
  if (CREDIT.test(text) && text.length < 160) return true;
  if (ADVERT.test(text) || RIGHTS.test(text) || CALL.test(text)) return true;
  if (POINTER.test(text)) return linked > 0.3 || text.length < 60;
  return text.length < 45 && !/[.!?]$/.test(text) && findDate(text) !== null && isAlmostDate(text);
}

/** A heading under which pages list other articles. */
export function announcesOthers({ text }: Block): boolean {
  return text.length < 70 && POINTER.test(text);
}

/** Little beside digits, a month and the words that go with a date. */
function isAlmostDate(text: string): boolean {
  return (
    text
      .replace(/[\d\W_]+/gu, ' ')
      .trim()
      .split(' ').length <= 4
  );
}
