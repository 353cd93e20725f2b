import { randomUUID } from 'node:crypto';
import type { Document } from '../model.ts';
import type { PagePart } from '../ports/pages.ts';
import { type PageDefinition, type PageWorld, pageOf, type Visitor } from './page.ts';

/** What can be looked for: the command that looks, and the option that takes the words. */
const KINDS = {
  figures: { path: ['figures'], option: 'topic' },
  trend: { path: ['trend'], option: 'topic' },
  quotes: { path: ['quotes'], option: 'about' },
  ask: { path: ['ask'], option: 'question' },
} as const;

const isKind = (kind: string): kind is keyof typeof KINDS => Object.hasOwn(KINDS, kind);
const LONGEST = 500;

/** The answer of the command, as the workspace would get it in chat. Nobody's follow-up question leans on another visitor's. */
async function found(
  kind: keyof typeof KINDS,
  typed: string,
  from: number,
  { context }: Visitor,
  { handlers }: PageWorld,
): Promise<Document> {
  const { path, option } = KINDS[kind];
  const once = { ...context, user: { id: `page:${randomUUID()}`, name: null } };
  const more = kind === 'figures' && from > 0 ? { from } : {};
  const { document } = await handlers.command(once, path, { [option]: typed, ...more });
  return document;
}

/** Look-up, quotes and questions. */
export const search: PageDefinition = {
  path: '/search',
  grant: 'reader',
  subject: () => null,
  async show({ query }, visitor, world) {
    const words = visitor.words.page;
    const typed = (query.q ?? '').trim().slice(0, LONGEST);
    const kind = query.kind ?? 'figures';
    const from = /^\d{1,4}$/.test(query.from ?? '') ? Number(query.from) : 0;
    const blocks = typed === '' || !isKind(kind) ? [] : (await found(kind, typed, from, visitor, world)).blocks;
    const parts: PagePart[] = [{ kind: 'heading', level: 1, text: words.lookUp }, { kind: 'search', typed }, ...blocks];
    const title = typed === '' ? words.lookUp : `${typed} · ${words.lookUp}`;
    return { kind: 'page', page: pageOf({ title, here: 'search', words: visitor.words }, visitor.grant, parts) };
  },
};
