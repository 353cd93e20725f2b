import { z } from 'zod';
import { field } from '../domain/in-use.ts';
import { ModelError } from '../errors.ts';
import { publishPoint } from '../evidence/verify.ts';
import { isForeign } from '../language/foreign.ts';
import type { Answer, Article, Point, Reason, Span, Verified } from '../model.ts';
import type { LanguageModel, PromptTemplate, Watch } from '../ports/language-model.ts';
import type { Candidate } from './candidates.ts';
import { spanOf } from './passages.ts';
import type { Question } from './question.ts';
import { termsOf } from './terms.ts';

const Sentence = z.object({ text: z.string(), rests: z.array(z.string()) });
type Sentence = z.infer<typeof Sentence>;
/** What a model answers: sentences with the ids of the given ones that each rests on; none where these do not tell. */
const AskReply = z.object({ sentences: z.array(Sentence) });
const RepairReply = z.object({ lines: z.array(Sentence.extend({ id: z.string() })) });

export type Answerer = {
  readonly model: LanguageModel;
  readonly prompt: PromptTemplate;
  /** Writes a sentence again that the gate refused. */
  readonly repair: PromptTemplate;
  /** Who pays: the workspace. */
  readonly scope: string;
  readonly signal: AbortSignal;
  /** Told of the first sentences of the answer while the model is still at the others: each has passed the gate. */
  readonly settled?: (points: readonly Verified<Point>[]) => void;
};

/** What a model made of a question: an answer, the word that the sentences do not tell, or nothing that can be used. */
export type InWords = { readonly kind: 'told'; readonly answer: Answer } | { readonly kind: 'untold' | 'failed' };

/** A model reads the sentences that may answer, not the articles. */
const GIVEN = 12;
const MOST = 3;
const LONGEST = 320;
/** Nothing is asked of a model where nothing comes near the question. */
const NEAR = 0.3;
/** From here on a sentence is another one again: what an agency wrote stands in many papers. */
const COPY = 0.8;
/** Sentences like a refused one that its repair is given beside those that it names. */
const LIKE = 2;

type Given = { readonly id: string; readonly span: Span; readonly article: Article };

/** The sentences that come nearest, none of them twice. */
function givenOf(candidates: readonly Candidate<Article>[]): Given[] {
  const given: Given[] = [];
  const said: ReadonlySet<string>[] = [];
  for (const { fit, passage } of candidates) {
    if (given.length === GIVEN) break;
    const span = fit < NEAR ? null : spanOf(passage);
    if (span === null) continue;
    const terms = new Set(termsOf(span.text));
    const shares = (other: ReadonlySet<string>): boolean =>
      terms.intersection(other).size >= COPY * Math.min(terms.size, other.size);
    if (said.some(shares)) continue;
    said.push(terms);
    given.push({ id: `s${given.length + 1}`, span, article: passage.indexed.article });
  }
  return given;
}

/** The ids that a sentence names, out of how models write them: "s3", "[s3]", "3". */
const idsIn = (rests: readonly string[]): ReadonlySet<string> =>
  new Set(rests.flatMap((rest) => Array.from(rest.matchAll(/s?(\d{1,2})\b/giu), ([, n]) => `s${n}`)));

/** What a refused sentence needs to be mended: the sentences that it names, and the two that are most like it. */
function sentencesFor({ text, rests }: Sentence, given: readonly Given[]): Record<string, string> {
  const named = idsIn(rests);
  const terms = new Set(termsOf(text));
  const shares = ({ span }: Given): number => new Set(termsOf(span.text)).intersection(terms).size;
  const nearest = given.toSorted((a, b) => shares(b) - shares(a)).slice(0, LIKE);
  const needed = given.filter((each) => named.has(each.id) || nearest.includes(each));
  return Object.fromEntries(needed.map(({ id, span }) => [id, span.text]));
}

type Judged = { readonly point: Verified<Point> } | { readonly refused: Sentence; readonly reasons: readonly Reason[] };

/** A sentence through the gate, by the sentences that it names. */
function judge(sentence: Sentence, given: readonly Given[]): Judged {
  const named = idsIn(sentence.rests);
  const used = given.filter(({ id }) => named.has(id));
  const plain = sentence.text.replace(/\s+/gu, ' ').trim();
  const fault =
    used.length === 0
      ? 'it names no sentence that it rests on'
      : plain === '' || plain.length > LONGEST
        ? `not a sentence of at most ${LONGEST} characters`
        : isForeign(plain)
          ? 'a link, a mention or markup'
          : null;
  if (fault !== null) return { refused: sentence, reasons: [{ kind: 'statement', given: fault, found: null }] };
  const articles = [...new Set(used.map(({ article }) => article))];
  const published = publishPoint(
    plain,
    articles,
    used.map(({ span }) => span),
  );
  return published.ok ? { point: published.point } : { refused: sentence, reasons: published.reasons };
}

const Begun = z.object({ sentences: z.array(z.unknown()) });

type Settled = {
  readonly watch: Watch;
  /** What was told of: it stands. */
  readonly passed: readonly { readonly text: string; readonly point: Verified<Point> }[];
};

/**
 * Settles the sentences of a reply that is on its way, each through the gate as soon as the next has begun. One that is refused is mended only
 * once the reply is whole: those behind it wait for it, as what is shown is shown in order and never taken back.
 */
function settling(given: readonly Given[], settled: NonNullable<Answerer['settled']>): Settled {
  const passed: { text: string; point: Verified<Point> }[] = [];
  let waits = false;
  return {
    passed,
    watch(begun) {
      // The last may lack its end.
      const ended = (Begun.safeParse(begun).data?.sentences ?? []).slice(0, -1);
      for (const each of ended.slice(passed.length, MOST)) {
        const sentence = waits ? undefined : Sentence.safeParse(each).data;
        const judged = sentence === undefined ? null : judge(sentence, given);
        if (sentence === undefined || judged === null || 'refused' in judged) {
          waits = true;
          return;
        }
        passed.push({ text: sentence.text, point: judged.point });
        settled(passed.map(({ point }) => point));
      }
    },
  };
}

const told = (points: readonly Verified<Point>[]): InWords => ({
  kind: 'told',
  answer: { points, abstained: false, nearest: [], supersedes: null, choice: null, writer: 'model' },
});

/** Null where no reply came. */
async function unlessFails<T>(asked: Promise<{ readonly value: T }>): Promise<T | null> {
  try {
    return (await asked).value;
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
}

/** An answer in a model's words, each sentence through the gate, and once more where that refused it. */
export async function answerInWords(
  question: Question,
  candidates: readonly Candidate<Article>[],
  { model, prompt, repair, scope, signal, settled }: Answerer,
): Promise<InWords> {
  const given = givenOf(candidates);
  if (given.length === 0) return { kind: 'failed' };
  const sentences = JSON.stringify(
    given.map(({ id, span, article: { publisher, published } }) => ({
      id,
      publisher,
      published: published?.slice(0, 16) ?? null,
      text: span.text,
    })),
  );
  const { readers } = field();
  const filled = { ...prompt.fill({ question: JSON.stringify(question.text), sentences, readers }), scope };
  const { watch, passed } = settled === undefined ? { watch: undefined, passed: [] } : settling(given, settled);
  const reply = await unlessFails(model.complete(filled, AskReply, signal, watch));
  // What was shown is the answer where the model broke off behind it, or says something else when it is asked again.
  const goesOn = passed.every(({ text }, at) => reply?.sentences[at]?.text === text);
  if (passed.length > 0 && !goesOn) return told(passed.map(({ point }) => point));
  if (reply === null) return { kind: 'failed' };
  if (reply.sentences.length === 0) return { kind: 'untold' };
  const judged = reply.sentences.slice(0, MOST).map((sentence, at): Judged => passed[at] ?? judge(sentence, given));
  const refused = judged.flatMap((each, at) => ('point' in each ? [] : [{ ...each, id: String(at + 1) }]));
  const again = refused.length === 0 ? null : await unlessFails(model.complete(mend(refused), RepairReply, signal));
  const points = judged.flatMap((each, at): Verified<Point>[] => {
    if ('point' in each) return [each.point];
    const line = again?.lines.find(({ id }) => id === String(at + 1));
    const mended = line === undefined ? null : judge(line, given);
    return mended !== null && 'point' in mended ? [mended.point] : [];
  });
  return points.length === 0 ? { kind: 'failed' } : told(points);

  function mend(lines: readonly { id: string; refused: Sentence; reasons: readonly Reason[] }[]) {
    const wrong = ({ kind, given: said, found }: Reason): string =>
      found === null
        ? `${kind}: “${said}” is not in the sentences`
        : `${kind}: “${said}”; the sentences say “${found}”`;
    const told = lines.map(({ id, refused: sentence, reasons }) => ({
      id,
      text: sentence.text.slice(0, LONGEST),
      wrong: reasons.slice(0, 2).map(wrong),
      sentences: sentencesFor(sentence, given),
    }));
    return { ...repair.fill({ refused: JSON.stringify(told), language: 'en' }), scope };
  }
}
