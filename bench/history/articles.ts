import { restore } from '../../src/evidence/restore.ts';
import { sha256 } from '../../src/hash.ts';
import type { Article, Sentence } from '../../src/model.ts';
import type { FigureEntry, QuoteEntry } from '../../src/ports/store.ts';
import { pick, random, someEntity, someWord } from './words.ts';

/** Two years of news, all of it invented. */
export const ARTICLES = 100_000;
export const FIGURES_EACH = 5;
export const FEEDS = 40;
export const START = Date.UTC(2025, 0, 1);
export const NOW = START + 730 * 86_400_000;

type Written = { readonly text: string; readonly value: number; readonly unit: string; readonly unitText: string };

function someAmount(): Written {
  const value = 1 + Math.floor(999 * random() ** 2);
  return pick<Written>([
    { text: `${value} GW`, value, unit: 'gigawatt', unitText: 'GW' },
    { text: `$${value} million`, value: value * 1e6, unit: 'USD', unitText: '$' },
    { text: `${value}%`, value, unit: 'percentage', unitText: '%' },
    { text: `${value} GPUs`, value, unit: 'GPU', unitText: 'GPUs' },
    { text: `${value} employees`, value, unit: 'employee', unitText: 'employees' },
  ]);
}

const wordsOf = (count: number): string => Array.from({ length: count }, someWord).join(' ');

type Told = { readonly amount: Written; readonly start: number; readonly sentence: Sentence; readonly entity: string };

export type News = {
  readonly article: Article;
  readonly figures: readonly FigureEntry[];
  readonly quotes: readonly QuoteEntry[];
};

/** An article of some 270 words in sentences of uneven lengths, with what the ledger keeps of it. */
export function newsAt(n: number): News {
  const at = new Date(START + (n / ARTICLES) * (NOW - START)).toISOString();
  const told: Told[] = [];
  let text = '';
  const count = 8 + Math.floor(random() * 15);
  for (let s = 0; s < count; s += 1) {
    const start = text.length;
    const length = 8 + Math.floor(random() * 21);
    if (s < FIGURES_EACH) {
      const [entity, amount] = [someEntity(), someAmount()];
      const head = `${entity} ${wordsOf(length >> 1)} `;
      text += `${head}${amount.text} ${wordsOf(length >> 1)}.`;
      const sentence = { start, end: text.length, text: text.slice(start) };
      told.push({ amount, start: start + head.length, sentence, entity });
    } else text += `${wordsOf(length)}.`;
    text += ' ';
  }
  const said = text.length + 'Said “'.length;
  text += `Said “we build ${n} ${someWord()}” once.`;
  const article: Article = {
    id: sha256(text).slice(0, 32),
    url: `https://news.example/${n}`,
    title: `${someEntity()} ${wordsOf(7)}`,
    text,
    hash: sha256(text),
    author: null,
    publisher: `Publisher ${n % FEEDS}`,
    published: at,
    fetched: at,
    origin: 'page',
    note: null,
    supersedes: null,
  };
  const figures = told.map((one) => figureOf(article, at, one));
  return { article, figures, quotes: [quoteOf(article, at, said)] };
}

function figureOf(article: Article, at: string, { amount, start, sentence, entity }: Told): FigureEntry {
  const { text, value, unit, unitText } = amount;
  const end = start + text.length;
  const concept = article.text
    .slice(end + 1, sentence.end - 1)
    .split(' ', 2)
    .join(' ');
  const place = { article: article.id, start, end, text };
  const rest = {
    hedge: '=',
    direction: null,
    caption: null,
    subject: null,
    standing: 'stated',
    when: null,
    attributedTo: null,
  } as const;
  return {
    figure: restore('figure', { ...place, value, unit, unitText, concept, ...rest }, article),
    entities: [...new Set([entity, someEntity()])],
    topics: ['power'],
    low: value,
    high: value,
    from: null,
    to: null,
    forecast: false,
    at,
    sentence,
    words: `${article.title} ${article.publisher}`,
    weight: random() * 10,
  };
}

function quoteOf(article: Article, at: string, start: number): QuoteEntry {
  const end = article.text.lastIndexOf('”');
  const place = { article: article.id, start, end, text: article.text.slice(start, end) };
  const speaker = `Speaker ${someWord()}`;
  const quote = restore('quote', { ...place, speaker, role: null, organisation: null }, article);
  return { quote, entities: [someEntity()], topics: [], at, words: article.title, weight: 1 };
}
