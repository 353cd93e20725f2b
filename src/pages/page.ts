import type { World } from '../commands/world.ts';
import { fieldName } from '../domain/in-use.ts';
import type { Words } from '../locale/index.ts';
import type { Document } from '../model.ts';
import type { Grant, Linker } from '../ports/links.ts';
import type { Page, PagePart, PageReply } from '../ports/pages.ts';
import type { Context, Handlers } from '../ports/platform.ts';

/** Who opens a page: as whom they look, what their link lets them see, and who signs links for them. */
export type Visitor = {
  readonly context: Context;
  readonly grant: Grant;
  readonly linker: Linker;
  /** In their language, as far as it is there. */
  readonly words: Words;
};

/** A platform's message for a document, as it would be sent. */
export type Preview = { readonly platform: string; of(document: Document): Promise<unknown> };

export type PageWorld = World & { readonly handlers: Handlers; readonly previews: readonly Preview[] };

export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

/** Something that can be opened in a browser. Every one asks whose it is: `test/commands/crossing.test.ts` tries each as a stranger. */
export type PageDefinition = {
  /** Below the visitor's root, `:name` for what it names. */
  readonly path: string;
  /** The least that a visitor's link must let them see. */
  readonly grant: Grant;
  /** What a link to this one thing was signed for; null where there is none of its own. */
  subject(params: Asked['params']): string | null;
  show(asked: Asked, visitor: Visitor, world: PageWorld): Promise<PageReply>;
};

const NAV: readonly {
  readonly path: string;
  readonly grant: 'reader' | 'admin';
  label(words: Words['page']): string;
}[] = [
  { path: '', grant: 'reader', label: ({ debrief }) => debrief },
  { path: 'archive', grant: 'reader', label: ({ archive }) => archive },
  { path: 'search', grant: 'reader', label: ({ lookUp }) => lookUp },
  { path: 'preview', grant: 'admin', label: ({ preview }) => preview },
  { path: 'feeds', grant: 'admin', label: ({ feeds }) => feeds },
];

/** Where else a visitor may go. */
function navOf(grant: Grant, here: string, words: Words): Page['nav'] {
  if (grant === 'one') return [];
  return NAV.filter((entry) => grant === 'admin' || entry.grant === 'reader').map(({ path, label }) => ({
    label: label(words.page),
    path,
    current: path === here,
  }));
}

type About = {
  readonly title: string;
  /** The path of the entry of the navigation that this is; none where it is another. */
  readonly here?: string;
  readonly words: Words;
  readonly alternates?: Page['alternates'];
};

export function pageOf(
  { title, here = '-', words, alternates = [] }: About,
  grant: Grant,
  parts: readonly PagePart[],
): Page {
  return { title, field: fieldName(words.tag), language: words.tag, nav: navOf(grant, here, words), alternates, parts };
}

/** A page of a heading and a line or two. */
export function saying(title: string, lines: readonly string[], words: Words, grant: Grant = 'one'): Page {
  return pageOf({ title, words }, grant, [
    { kind: 'heading', level: 1, text: title },
    ...lines.map((line): PagePart => ({ kind: 'paragraph', content: [{ kind: 'text', text: line }] })),
  ]);
}

export const absent = (why: string, { grant, words }: Visitor): PageReply => ({
  kind: 'absent',
  page: saying(words.page.nowhere, [why], words, grant),
});
