import { ENGLISH, type Words } from '../locale/index.ts';
import { type Answer, type Block, type Document, type Inline, isDayAlone, type Point, type Source } from '../model.ts';
import type { ReceiptAddress } from '../ports/links.ts';
import { text } from './inline.ts';
import { spanOf } from './quantity.ts';
import { atArticle, receiptsOf } from './receipt.ts';
import { dayInWords } from './when.ts';

/** The articles that an answer names, in the order in which they are numbered. */
export const articlesOf = ({ points, nearest, supersedes }: Answer): readonly string[] => [
  ...[...points, ...nearest].flatMap(({ cites }) => cites.map(({ article }) => article)),
  ...(supersedes === null || supersedes.how === 'corrected' ? [] : [supersedes.before.article]),
];

/** An answer to a question, each sentence with its receipts; or that the sources do not tell, with the nearest that was found. `note`: what else the asker is to know. */
export function answerDocument(
  question: string,
  answer: Answer,
  sources: readonly Source[],
  zone: string,
  note: string | null = null,
  address: ReceiptAddress = atArticle,
  language: Words = ENGLISH,
): Document {
  const { debrief: words, answers } = language;
  const receipts = receiptsOf(sources, address);
  const said = (point: Point): Inline[] => [text(`${point.text} `), ...receipts.of(point.cites)];
  const blocks: Block[] = answer.abstained
    ? [
        { kind: 'paragraph', content: [text(words.notTold)] },
        ...answer.nearest.map(
          (point): Block => ({ kind: 'paragraph', content: [text(words.nearest), ...said(point)] }),
        ),
      ]
    : answer.points.map((point): Block => ({ kind: 'paragraph', content: said(point) }));
  if (answer.supersedes !== null) {
    const { how, before } = answer.supersedes;
    // What was put right does not stand at its address any more.
    const receipt = how === 'corrected' ? [] : receipts.of([spanOf(before)]);
    const said = answers.put[how](before.text);
    blocks.push({ kind: 'context', content: receipt.length === 0 ? [text(said)] : [text(`${said} `), ...receipt] });
  }
  const cited = new Set(articlesOf(answer));
  const named = sources.filter(({ article }) => cited.has(article));
  if (named.length > 0) {
    const items = named.map(({ n, publisher, title, published, url }): Inline[] => [
      text(
        `[${n}] ${publisher}${published === null ? '' : `, ${dayInWords(published, isDayAlone(published) ? 'UTC' : zone, language)}`}: `,
      ),
      { kind: 'link', text: title, href: url },
    ]);
    blocks.push({ kind: 'list', ordered: false, items });
  }
  if (note !== null) blocks.push({ kind: 'context', content: [text(note)] });
  return {
    summary: answer.abstained ? words.notToldShort(question) : (answer.points[0]?.text ?? question),
    blocks,
    thread: [],
  };
}
