import { isDeepStrictEqual } from 'node:util';
import { habitOf, newestDebrief, type Shown } from '../commands/debriefs.ts';
import { hiddenIn, withoutHidden } from '../commands/hidden.ts';
import { waysOf } from '../commands/ways.ts';
import { headingOf, wordsOf } from '../document/debrief.ts';
import { debriefJson } from '../document/debrief-json.ts';
import { editionParts } from '../document/edition.ts';
import { markdownOf } from '../document/markdown.ts';
import { wholeDocument } from '../document/whole.ts';
import { editionPath } from '../links/index.ts';
import type { Page, PageReply } from '../ports/pages.ts';
import { absent, type PageDefinition, type PageWorld, pageOf, type Visitor } from './page.ts';

/** A debrief that the visitor's workspace was shown, or an edition of their own choice; without what was reported there as wrong. */
async function shownDebrief(id: string, { context }: Visitor, world: PageWorld): Promise<Shown | null> {
  const { store } = world;
  const debrief = await store.debriefs.get(id);
  if (debrief === null) return null;
  const { choice, zone } = await habitOf(context, world);
  const isOwn = debrief.purpose === 'edition' && isDeepStrictEqual(debrief.choice, choice);
  if (!isOwn && !(await store.looks.shown(context.workspace, id))) return null;
  return { debrief: withoutHidden(debrief, await hiddenIn(context.workspace, store)), zone };
}

/** The page of a debrief; its articles are read with it, for the passages. */
export async function editionPage(
  { debrief, zone }: Shown,
  here: string,
  { grant, context, linker }: Visitor,
  world: PageWorld,
): Promise<Page> {
  const words = wordsOf(debrief);
  const opened = await world.store.debriefs.opened(debrief.id);
  const texts = opened?.articles ?? (await world.store.articles.many(debrief.sources.map(({ article }) => article)));
  const address = linker.edition(debrief.id, context.channel, new Date(debrief.window.to));
  const { asMarkdown, asJson } = words.page;
  const feeds =
    grant === 'one' || context.channel === null
      ? []
      : [
          { type: 'application/atom+xml', title: 'Atom', href: linker.feed(context.channel, 'atom') },
          { type: 'application/feed+json', title: 'JSON Feed', href: linker.feed(context.channel, 'json') },
        ];
  return pageOf(
    {
      title: headingOf(debrief, zone),
      here,
      words,
      alternates: [
        { type: 'text/markdown', title: asMarkdown, href: `${address}.md` },
        { type: 'application/json', title: asJson, href: `${address}.json` },
        ...feeds,
      ],
    },
    grant,
    editionParts(debrief, texts, zone, grant !== 'one'),
  );
}

/** The newest debrief of whoever visits. */
export const newest: PageDefinition = {
  path: '/',
  grant: 'reader',
  subject: () => null,
  async show(_asked, visitor, world) {
    return { kind: 'page', page: await editionPage(await newestDebrief(visitor.context, world), '', visitor, world) };
  },
};

const nameOf = ({ name = '' }: Readonly<Record<string, string>>): { readonly id: string; readonly form: string } => {
  const [, id = '', form = ''] = /^([0-9a-f]{8,64})(?:\.(md|json))?$/.exec(name) ?? [];
  return { id, form };
};

/** A debrief by its id: as a page, as Markdown, as JSON. */
export const edition: PageDefinition = {
  path: '/e/:name',
  grant: 'one',
  subject: (params) => editionPath(nameOf(params).id),
  async show({ params }, visitor, world): Promise<PageReply> {
    const { id, form } = nameOf(params);
    const shown = await shownDebrief(id, visitor, world);
    if (shown === null) return absent(visitor.words.page.notKept, visitor);
    const { debrief, zone } = shown;
    if (form === 'json')
      return { kind: 'text', type: 'application/json', text: `${JSON.stringify(debriefJson(debrief), null, 2)}\n` };
    if (form === 'md') {
      const ways = await waysOf(debrief, visitor.context, world);
      return { kind: 'text', type: 'text/markdown', text: markdownOf(wholeDocument(debrief, zone, ways)) };
    }
    return { kind: 'page', page: await editionPage(shown, '-', visitor, world) };
  },
};
