import { z } from 'zod';
import { PublisherKind } from '../model.ts';

/**
 * A field of news as data: all that the program knows of one, and no other part of it does. The built-in one is `ai-infrastructure/`;
 * another is a JSON file of this shape, named by `DEBRIEF_FIELD` (`docs/field.md`).
 */

const text = z.string().trim().min(1);
const words = z.array(text).readonly();

const Topic = z.strictObject({
  /** Lower case, stable: stored in choices. */
  id: z.string().regex(/^[a-z][a-z-]*$/, 'expected lower-case letters and hyphens, such as "fish-farms"'),
  name: text,
  /** Words and phrases that make an article one of this topic by themselves, lower case, singular where they count. */
  strong: words,
  /** Words that support it beside others. */
  weak: words,
});

const Entity = z.strictObject({
  /** The name that is shown, unique in the field. */
  name: text,
  /** Free, but for `place`: a place acts in no story. */
  kind: text,
  /** Other names and abbreviations; `name` is not repeated. */
  aliases: words.default([]),
  /** Those of the names that are everyday words as well, and count as they are written alone: "Switch", "US". */
  asWritten: words.default([]),
  /** The `name` of the owner (of a company) or of the larger place; null for none in the field. */
  parent: text.nullable().default(null),
});

const FieldPublisher = z.strictObject({
  /** The name that is shown, unique in the field. */
  name: text,
  kind: PublisherKind,
  /** Sells its text, or passes on that of others: a news agency, a press-release service. */
  wire: z.enum(['agency', 'releases']).nullable().default(null),
  /** Titles of one owner are one voice; null for one that stands alone. */
  owner: text.nullable().default(null),
  names: words.default([]),
  hosts: words.default([]),
});

const FieldFeed = z.strictObject({
  publisher: text,
  url: z.url({ protocol: /^https?$/ }),
  kind: PublisherKind,
  /** Ids of topics; empty for one that brings all of them. */
  topics: words.default([]),
});

export const Field = z
  .strictObject({
    /** What readers call it, by language (a BCP 47 tag without a region); English at least. */
    names: z.record(z.string(), text).refine(({ en }) => en !== undefined, 'expected a name in English ("en")'),
    /** Whom a model writes for: "engineers and buyers of AI infrastructure". */
    readers: text,
    topics: z.array(Topic).min(1).readonly(),
    /** Words of the fields beside this one, which use its words for other things: an article with more of these is not of this field. */
    beside: words.default([]),
    /** Topics whose supporting words decide together, where four of them meet from two of these topics. */
    built: words.default([]),
    /** Kinds of entities who are in the field's news whenever they are in any. */
    players: words.default([]),
    /** How names of the field's companies end, lower case, singular: whoever is called so is in its news, known or not. */
    houses: words.default([]),
    /** Words that mean one quantity in this field's figures, apart by spaces. */
    synonyms: words.default([]),
    figures: z
      .strictObject({
        /** Units whose figures say something by themselves, as parts of their names; money and shares do in any field. */
        telling: words.default([]),
        /** What counts as much of a unit: a figure at this size weighs 1, ten times as much 2. */
        much: z.record(z.string(), z.number().positive()).default({}),
      })
      .default({ telling: [], much: {} }),
    entities: z.array(Entity).readonly().default([]),
    publishers: z.array(FieldPublisher).readonly().default([]),
    feeds: z.array(FieldFeed).readonly().default([]),
  })
  .superRefine(({ topics, built, feeds }, context) => {
    const ids = new Set(topics.map(({ id }) => id));
    const named = [
      ...built.map((id, at) => ({ id, path: ['built', at] })),
      ...feeds.flatMap(({ topics: own }, at) => own.map((id) => ({ id, path: ['feeds', at, 'topics'] }))),
    ];
    for (const { id, path } of named) {
      if (ids.has(id)) continue;
      context.addIssue({
        code: 'custom',
        path,
        message: `there is no topic "${id}"; the topics are ${[...ids].join(', ')}`,
      });
    }
  });

export type Field = z.infer<typeof Field>;
export type Topic = Field['topics'][number];
export type Entity = Field['entities'][number];
export type FieldPublisher = Field['publishers'][number];
export type FieldFeed = Field['feeds'][number];
