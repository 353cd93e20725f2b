import { DAY_MS, HOUR_MS } from '../../durations.ts';
import type { Sight } from './sight.ts';

/** Something that tells what is new from what is told again. */
export type Trait = { readonly name: string; readonly of: (sight: Sight) => number };

const has =
  (pattern: RegExp) =>
  ({ text }: Sight): number =>
    Number(pattern.test(text));

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = /\b(sun|mon|tues|wednes|thurs|fri|satur)day\b|\b(today|this\smorning|overnight|tonight|yesterday)\b/iu;

/** How many days before its article was published a text says that something was, by the name of the day; -1 where it names none. */
function daysAgo(text: string, published: string): number {
  const [found] = DAY.exec(text) ?? [];
  if (found === undefined) return -1;
  const word = found.toLowerCase();
  if (word === 'yesterday') return 1;
  const day = DAYS.indexOf(word);
  return day < 0 ? 0 : (new Date(published).getUTCDay() - day + 7) % 7;
}

const hours = (from: string, to: string): number =>
  from === '' ? -1 : Math.max(0, (Date.parse(to) - Date.parse(from)) / HOUR_MS);
const publishedOf = ({ piece: { article } }: Sight): string => article.published ?? article.fetched;
const share = (part: number, whole: number): number => (whole === 0 ? -1 : part / whole);
const mean = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;

export const TRAITS: readonly Trait[] = [
  { name: 'place', of: ({ at }) => Math.min(8, at) },
  { name: 'length', of: ({ content }) => content.size },
  { name: 'covered', of: ({ piece, at }) => piece.covered[at] ?? 0 },
  { name: 'near', of: ({ piece, at }) => piece.near[at] ?? 0 },
  { name: 'title near', of: ({ piece }) => piece.titleNear },
  { name: 'lead near', of: ({ piece }) => piece.near[0] ?? 0 },
  { name: 'article near', of: ({ piece }) => mean(piece.near) },
  { name: 'least near', of: ({ piece }) => Math.min(1, ...piece.near) },
  { name: 'covered beside the least', of: ({ piece, at }) => (piece.covered[at] ?? 0) - Math.min(...piece.covered) },
  {
    name: 'words known',
    of: ({ piece: { known }, content }) => share(content.intersection(known.words).size, content.size),
  },
  { name: 'words new', of: ({ piece: { known }, content }) => content.difference(known.words).size },
  {
    name: 'said in the title',
    of: ({ piece: { article }, text }) => Number(article.title.length > 0 && text.includes(article.title)),
  },
  { name: 'figures', of: ({ figures }) => Math.min(4, figures.length) },
  { name: 'figures new', of: ({ piece: { fresh }, figures }) => figures.filter((each) => fresh.has(each)).length },
  { name: 'numbers known', of: ({ piece: { known }, numbers }) => numbers.intersection(known.numbers).size },
  { name: 'numbers new', of: ({ piece: { known }, numbers }) => numbers.difference(known.numbers).size },
  { name: 'names known', of: ({ piece: { known }, names }) => names.intersection(known.words).size },
  { name: 'names new', of: ({ piece: { known }, names }) => names.difference(known.words).size },
  { name: 'deeds', of: ({ deeds }) => deeds()?.all ?? -1 },
  { name: 'deeds new', of: ({ deeds }) => deeds()?.fresh ?? -1 },
  { name: 'quotes', of: has(/["“”]/u) },
  { name: 'says', of: has(/\b(?:said|says|told|wrote|according\sto)\b/u) },
  {
    name: 'denies',
    of: has(/\b(?:not|no|never|none|den(?:y|ies|ied)|reject\p{L}*|untrue|false|wrong|withdr\p{L}+)\b|n[’']t\b/iu),
  },
  {
    name: 'corrects',
    of: has(
      /\b(?:correct\p{L}*|clarif\p{L}*|misstat\p{L}*|revis\p{L}*|amend\p{L}*|instead\sof|rather\sthan|no\slonger|not\s[^.]{1,40}\sas)\b/iu,
    ),
  },
  {
    name: 'now',
    of: has(/\b(?:now|since|further|more|another|again|also|new|next|still|later|already|meanwhile)\b/iu),
  },
  {
    name: 'changes',
    of: has(
      /\b(?:up\sfrom|down\sfrom|rais\p{L}*|lower\p{L}*|cut|lift\p{L}*|increas\p{L}*|reduc\p{L}*|extend\p{L}*|delay\p{L}*|postpon\p{L}*|approv\p{L}*|reject\p{L}*|clos\p{L}*|complet\p{L}*|confirm\p{L}*|join\p{L}*|restor\p{L}*|su(?:e|es|ed|ing)|fil(?:e|es|ed)|order(?:s|ed)?)\b/iu,
    ),
  },
  { name: 'had', of: has(/\b(?:had|was|were)\b/u) },
  { name: 'has', of: has(/\b(?:has|have)\b/u) },
  { name: 'will', of: has(/\b(?:will|would|plans?|expects?|to\sbe|due)\b/u) },
  {
    name: 'tells back',
    of: has(
      /\b(?:earlier\s(?:this|last|in)|last\s(?:week|month)|(?:this|the\ssame)\sweek|announced|days?\sago|had\sbeen|[’']s\s(?:outage|announcement|deal|ruling|report|fire|order|decision))\b/iu,
    ),
  },
  { name: 'days ago', of: (sight) => daysAgo(sight.text, publishedOf(sight)) },
  {
    name: 'of a day that was told',
    of: (sight) => {
      const days = daysAgo(sight.text, publishedOf(sight));
      const { last } = sight.piece.known;
      if (days < 0 || last === '') return 0;
      const day = Date.parse(publishedOf(sight)) - days * DAY_MS;
      return new Date(day).toISOString().slice(0, 10) <= last.slice(0, 10) ? -1 : 1;
    },
  },
  {
    name: 'days ago at the top',
    of: ({ piece: { article } }) => daysAgo(article.text.slice(0, 400), article.published ?? article.fetched),
  },
  { name: 'title covered', of: ({ piece }) => piece.titleCovered },
  { name: 'lead covered', of: ({ piece }) => piece.covered[0] ?? 0 },
  { name: 'words new in the title', of: ({ piece }) => piece.title.words },
  { name: 'names new in the title', of: ({ piece }) => piece.title.names },
  { name: 'numbers new in the title', of: ({ piece }) => piece.title.numbers },
  { name: 'numbers known in the title', of: ({ piece }) => piece.title.known },
  { name: 'words new in the lead', of: ({ piece }) => piece.lead.words },
  { name: 'names new in the lead', of: ({ piece }) => piece.lead.names },
  { name: 'numbers new in the lead', of: ({ piece }) => piece.lead.numbers },
  { name: 'numbers known in the lead', of: ({ piece }) => piece.lead.known },
  {
    name: 'comments',
    of: ({ piece: { article } }) =>
      Number(/[?]|^(?:analysis|our\sview|comment|inside|why|how|what|the\sweek|week)\b|:\s/iu.test(article.title)),
  },
  { name: 'article covered', of: ({ piece }) => mean(piece.covered) },
  { name: 'least covered', of: ({ piece }) => Math.min(1, ...piece.covered) },
  { name: 'figures new in the article', of: ({ piece }) => piece.fresh.size },
  { name: 'sentences', of: ({ of }) => of },
  { name: 'known', of: ({ piece: { known } }) => Math.min(60, known.sentences.length) },
  { name: 'publisher known', of: ({ piece: { known, article } }) => Number(known.publishers.has(article.publisher)) },
  {
    name: 'publisher speaks',
    of: ({ piece: { article } }) =>
      Number(
        /\b(?:we|our)\b/iu.test(article.text.slice(0, 600)) ||
          article.text.slice(0, 600).includes(article.publisher.split(' ')[0] ?? ' '),
      ),
  },
  { name: 'hours since the first', of: (sight) => hours(sight.piece.known.first, publishedOf(sight)) },
  { name: 'hours since the last', of: (sight) => hours(sight.piece.known.last, publishedOf(sight)) },
];
