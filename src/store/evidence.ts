import { z } from 'zod';
import { type Article, type Evidence, Figure, Quote } from '../model.ts';
import type { EvidenceStore } from '../ports/store.ts';
import { articleOf } from './articles.ts';
import type { Gate } from './restore.ts';
import type { Database } from './schema.ts';
import { inChunks, inTransaction, read } from './values.ts';

/** Sentences are kept as their offsets alone: `[start, end, start, end, ...]`. */
const Offsets = z.array(z.number().int());
const Figures = z.array(Figure);
const Quotes = z.array(Quote);

function sentencesOf(article: Article, stored: string): Evidence['sentences'] {
  const offsets = read(Offsets, stored);
  return Array.from({ length: offsets.length / 2 }, (_, i) => {
    const [start = 0, end = 0] = offsets.slice(2 * i, 2 * i + 2);
    return { start, end, text: article.text.slice(start, end) };
  });
}

export function evidenceStore(db: Database, gate: Gate): EvidenceStore {
  return {
    async save(evidence, extractor) {
      const row = {
        extractor,
        sentences: JSON.stringify(evidence.sentences.flatMap(({ start, end }) => [start, end])),
        figures: JSON.stringify(evidence.figures),
        quotes: JSON.stringify(evidence.quotes),
      };
      await inTransaction(db, async (on) => {
        await on
          .insertInto('evidence')
          .values({ article: evidence.article, ...row })
          .onConflict((at) => at.column('article').doUpdateSet(row))
          .execute();
        await on.updateTable('articles').set({ mined: extractor }).where('id', '=', evidence.article).execute();
      });
    },
    async many(articles) {
      const found = new Map<string, Evidence>();
      for (const chunk of inChunks([...new Set(articles)])) {
        const rows = await db
          .selectFrom('evidence')
          .innerJoin('articles', 'articles.id', 'evidence.article')
          .selectAll('articles')
          .select(['evidence.sentences', 'evidence.figures', 'evidence.quotes'])
          .where('evidence.article', 'in', chunk)
          .execute();
        for (const { sentences, figures, quotes, ...row } of rows) {
          const article = articleOf(row);
          const texts = new Map([[article.id, article]]);
          found.set(article.id, {
            article: article.id,
            sentences: sentencesOf(article, sentences),
            figures: gate.figures(read(Figures, figures), texts),
            quotes: gate.quotes(read(Quotes, quotes), texts),
          });
        }
      }
      return found;
    },
    async quotes(articles) {
      const texts = new Map(articles.map((article) => [article.id, article]));
      const found = new Map<string, Pick<Evidence, 'quotes'>>();
      for (const chunk of inChunks([...texts.keys()])) {
        const rows = await db
          .selectFrom('evidence')
          .select(['article', 'quotes'])
          .where('article', 'in', chunk)
          .execute();
        for (const { article, quotes } of rows)
          found.set(article, { quotes: gate.quotes(read(Quotes, quotes), texts) });
      }
      return found;
    },
    async unmined(extractor, limit, article) {
      const rows = await db
        .selectFrom('articles')
        .select('id')
        .where('newest', '=', 1)
        .$if(article !== undefined, (query) => query.where('id', '=', article ?? ''))
        // Of a thinned text all that is kept was mined while it was whole.
        .where('layout', 'is', null)
        // Two ranges of an index, where "other than this" is none.
        .where(({ or, eb }) => or([eb('mined', 'is', null), eb('mined', '<', extractor), eb('mined', '>', extractor)]))
        .orderBy('at', 'desc')
        .orderBy('n', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
