import { WEB } from '../commands/ways.ts';
import { headingOf, wordsOf } from '../document/debrief.ts';
import { editionParts } from '../document/edition.ts';
import { type Words, wordsIn } from '../locale/index.ts';
import type { Debrief } from '../model.ts';
import type { Grant } from '../ports/links.ts';
import type { Page, PageReply, Pages, PageVisit } from '../ports/pages.ts';
import type { Context } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { feeds, preview } from './admin.ts';
import { archive } from './archive.ts';
import { edition, newest } from './edition.ts';
import { feed } from './feed.ts';
import { type PageDefinition, type PageWorld, pageOf, saying, type Visitor } from './page.ts';
import { receipt } from './receipt.ts';
import { search } from './search.ts';
import { story } from './story.ts';

export type { Preview } from './page.ts';

/** Every page there is. */
export const PAGES: readonly PageDefinition[] = [
  newest,
  edition,
  receipt,
  story,
  archive,
  search,
  feed,
  feeds,
  preview,
];

const WEIGHT: Readonly<Record<Grant, number>> = { one: 0, reader: 1, admin: 2 };

/** Who comes without a link, on an instance that is open to whoever reaches it; and as what. */
export type Anybody = {
  readonly workspace: string;
  readonly channel: string | null;
  readonly grant: Exclude<Grant, 'one'>;
};

export type PageDeps = {
  readonly world: PageWorld;
  /** Null: nobody comes in without a link. */
  readonly anybody: Anybody | null;
};

const contextOf = (
  { workspace, channel, grant }: { workspace: string; channel: string | null; grant: Grant },
  language: string | undefined,
): Context => ({
  platform: WEB,
  workspace,
  channel,
  thread: null,
  user: { id: 'page', name: null },
  admin: grant === 'admin',
  owner: false,
  ...(language === undefined ? {} : { language }),
});

const closed = (words: Words): PageReply => {
  const { closed: title, closedWhy, newLink } = words.page;
  return { kind: 'closed', page: saying(title, [closedWhy, newLink], words) };
};

const nowhere = (words: Words): Page => saying(words.page.nowhere, [words.page.nowhereWhy, words.page.newLink], words);

/** A debrief as a page that stands by itself, for a file. */
export async function filePage(debrief: Debrief, zone: string, { articles }: Pick<Store, 'articles'>): Promise<Page> {
  const texts = await articles.many(debrief.sources.map(({ article }) => article));
  const words = wordsOf(debrief);
  const title = headingOf(debrief, zone);
  return pageOf({ title, words }, 'one', editionParts(debrief, texts, zone, false));
}

export function createPages({ world, anybody }: PageDeps): Pages {
  const { links, clock, log } = world;

  /** Who it is that visits, or what they are told at the door. */
  const admitted = async (
    { pass, params, language }: PageVisit,
    page: PageDefinition,
  ): Promise<Visitor | PageReply> => {
    const words = wordsIn(language);
    const opened =
      pass === null
        ? anybody === null
          ? ({ kind: 'forged' } as const)
          : ({ kind: 'open', ...anybody } as const)
        : await links.opened(pass, page.subject(params), clock.now());
    if (opened.kind === 'expired') {
      const { expired, expiredWhy, newLink } = words.page;
      return { kind: 'expired', page: saying(expired, [expiredWhy, newLink], words) };
    }
    if (opened.kind === 'forged' || WEIGHT[opened.grant] < WEIGHT[page.grant]) return closed(words);
    const linker = await links.of(opened.workspace);
    return linker === null
      ? closed(words)
      : { context: contextOf(opened, language), grant: opened.grant, linker, words };
  };

  return {
    paths: PAGES.map(({ path }) => path),
    nowhere: (language) => nowhere(wordsIn(language)),
    async open(visit) {
      const page = PAGES.find(({ path }) => path === visit.path);
      if (page === undefined) return { kind: 'absent', page: nowhere(wordsIn(visit.language)) };
      try {
        const visitor = await admitted(visit, page);
        return 'kind' in visitor ? visitor : await page.show(visit, visitor, world);
      } catch (error) {
        log.error({ page: visit.path, error }, 'a page failed');
        const words = wordsIn(visit.language);
        return { kind: 'failed', page: saying(words.page.failed, [words.page.failedWhy], words) };
      }
    },
  };
}
