import { z } from 'zod';
import { type Article, type Evidence, Figure, Quote } from '../model.ts';
import type { EvidenceStore } from '../ports/store.ts';
import { articleOf } from './articles.ts';
import type { Gate } from './restore.ts';
import type { Database } from './schema.ts';
import { inChunks, read } from './values.ts';

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
      await db
        .insertInto('evidence')
        .values({ article: evidence.article, ...row })
        .onConflict((at) => at.column('article').doUpdateSet(row))
        .execute();
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
    async unmined(extractor, limit, article) {
      const rows = await db
        .selectFrom('articles')
        .leftJoin('evidence', 'evidence.article', 'articles.id')
        .select('articles.id')
        .where('articles.newest', '=', 1)
        .$if(article !== undefined, (query) => query.where('articles.id', '=', article ?? ''))
        // Of a thinned text all that is kept was mined while it was whole.
        .where('articles.layout', 'is', null)
        .where(({ or, eb }) => or([eb('evidence.extractor', 'is', null), eb('evidence.extractor', '!=', extractor)]))
        .orderBy('articles.at', 'desc')
        .orderBy('articles.n', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
