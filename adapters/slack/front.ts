import type { Words } from '../../src/locale/index.ts';
import type { Block, Document, Inline } from '../../src/model.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

const isHeadline = (block: Block): block is Heading => block.kind === 'heading' && block.level === 3;
/** What a story says below its headline. */
const isOfStory = ({ kind }: Block): boolean =>
  kind === 'context' ||
  kind === 'paragraph' ||
  kind === 'list' ||
  kind === 'quote' ||
  kind === 'table' ||
  kind === 'chart';

/** A story in a line: its headline, which opens the article, and the small print below it: who reports it, what is new, its receipts. */
function headline({ text, href }: Heading, small: Block | undefined): Block {
  const title: Inline = href === undefined ? { kind: 'text', text } : { kind: 'link', text, href };
  const standing: readonly Inline[] =
    small?.kind === 'context' ? [{ kind: 'text', text: ' · ' }, ...small.content] : [];
  return { kind: 'paragraph', content: [title, ...standing] };
}

/** How many stories a reply tells: a line each where it is a list of them, else one. */
function storiesIn({ blocks }: Document): number {
  const lines = blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0);
  return lines === 0 || blocks.some(isHeadline) ? 1 : lines;
}

/**
 * A debrief as the front of its thread, in a screen and a half: what stands in the thread (the stories' words, those in brief, all quotes but the
 * first) is not said twice. A document without a thread is its own front.
 */
export function front(document: Document, words: Words['platforms']): Document {
  const { thread } = document;
  if (thread.length === 0) return document;
  const said = new Set(thread.flatMap((reply) => reply.document.blocks.map((block) => JSON.stringify(block))));
  const quote = document.blocks.find(({ kind }) => kind === 'quote');
  const left = [...document.blocks];
  const blocks: Block[] = [];
  const stories = left.filter(isHeadline).length;
  const more = thread.reduce((sum, reply) => sum + storiesIn(reply.document), 0) - stories;
  let told = 0;
  for (let block = left.shift(); block !== undefined; block = left.shift()) {
    if (!isHeadline(block)) {
      const isSaid = block !== quote && (block.kind === 'quote' || said.has(JSON.stringify(block)));
      if (!isSaid) blocks.push(block);
      continue;
    }
    const end = left.findIndex((next) => !isOfStory(next));
    const [small] = left.splice(0, end === -1 ? left.length : end);
    blocks.push(headline(block, small));
    told += 1;
    if (told === stories && more > 0) {
      const text = `${words.moreStories(more)} ${words.inThread}`;
      blocks.push({ kind: 'context', content: [{ kind: 'text', text }] });
    }
  }
  return { ...document, blocks };
}
