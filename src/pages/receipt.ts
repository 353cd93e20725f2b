import { hiddenIn } from '../commands/hidden.ts';
import { text } from '../document/inline.ts';
import { passagesOf } from '../document/passage.ts';
import { addressAt } from '../document/receipt.ts';
import { publishedIn } from '../document/when.ts';
import { placeAt, receiptPath } from '../links/index.ts';
import type { PagePart } from '../ports/pages.ts';
import { absent, type PageDefinition, pageOf } from './page.ts';

/** Sentences beside the one that something rests on. */
const ROOM = { before: 400, after: 400 } as const;

const NOWHERE = { article: '', start: 0, end: 0 } as const;
const placeOf = ({ article = '', at = '' }: Readonly<Record<string, string>>) => placeAt(article, at) ?? NOWHERE;

/**
 * A passage of an article in its context. Whoever has its link may see it, whatever feeds their workspace has by now: it was shown this passage
 * when the link was made, and the link is for nothing else.
 */
export const receipt: PageDefinition = {
  path: '/a/:article/:at',
  grant: 'one',
  subject: (params) => receiptPath(placeOf(params)),
  async show({ params }, visitor, world) {
    const words = visitor.words.page;
    const { article: id, start, end } = placeOf(params);
    // Only a link for this one passage says that it was shown.
    const article = visitor.grant === 'one' ? await world.store.articles.get(id) : null;
    if (article === null || end <= start || end > article.text.length) return absent(words.noArticle, visitor);
    const hidden = await hiddenIn(visitor.context.workspace, world.store);
    if (hidden.has(`${id}:${start}-${end}`)) return absent(words.hidden, visitor);
    const span = { start, end };
    const [passage] = passagesOf(article, [{ span, depth: 2 }], ROOM, () => 'passage');
    const when = article.published === null ? '' : ` · ${publishedIn(article.published, world.zone, visitor.words)}`;
    const notes = [
      ...(article.supersedes === null ? [] : [words.correctedSince]),
      ...(article.note === null ? [] : [`${words.ownText}${article.note}`]),
    ];
    const parts: PagePart[] = [
      { kind: 'context', content: [text(words.receipt)] },
      { kind: 'heading', level: 1, text: article.title, href: article.url },
      { kind: 'context', content: [text(`${article.publisher}${when}`)] },
      ...(passage === undefined
        ? []
        : [
            {
              kind: 'passage',
              pieces: passage.pieces,
              href: addressAt(article.url, article.text.slice(start, end)),
            } as const,
          ]),
      ...notes.map((note): PagePart => ({ kind: 'context', content: [text(note)] })),
    ];
    return {
      kind: 'page',
      page: pageOf({ title: `${words.receipt}: ${article.title}`, words: visitor.words }, 'one', parts),
    };
  },
};
