import type { Selectable } from 'kysely';
import { StoryRole } from '../model.ts';
import type { StoryAssignment, StoryStore } from '../ports/store.ts';
import type { Database, Tables } from './schema.ts';
import { inChunks } from './values.ts';

function assignmentOf(row: Selectable<Tables['story_articles']>): StoryAssignment {
  const { article, story, role, copy_of: copyOf, altered } = row;
  return { article, story, role: StoryRole.parse(role), copyOf, altered: altered === 1 };
}

export function storyStore(db: Database): StoryStore {
  return {
    async assign(assignments) {
      for (const chunk of inChunks(assignments, 100)) {
        await db
          .insertInto('story_articles')
          .values(
            chunk.map(({ article, story, role, copyOf, altered }) => ({
              article,
              story,
              role,
              copy_of: copyOf,
              altered: altered ? 1 : 0,
            })),
          )
          .onConflict((at) =>
            at.column('article').doUpdateSet(({ ref }) => ({
              story: ref('excluded.story'),
              role: ref('excluded.role'),
              copy_of: ref('excluded.copy_of'),
              altered: ref('excluded.altered'),
            })),
          )
          .execute();
      }
    },
    async of(articles) {
      const found = new Map<string, StoryAssignment>();
      for (const chunk of inChunks([...new Set(articles)])) {
        const rows = await db.selectFrom('story_articles').selectAll().where('article', 'in', chunk).execute();
        for (const row of rows) found.set(row.article, assignmentOf(row));
      }
      return found;
    },
    async members(story) {
      const query = db.selectFrom('story_articles').selectAll().where('story', '=', story).orderBy('article');
      return (await query.execute()).map(assignmentOf);
    },
  };
}
