import { agreement, contentOf } from '../domain/same-figure.ts';
import type { Article, Evidence, Figure, Sentence, Span } from '../model.ts';

/** What an article takes back of what others, or its own publisher, said before. */
export type Withdrawal = {
  readonly article: string;
  readonly kind: 'correction' | 'denial';
  /** The sentence that says so. */
  readonly span: Span;
  /** Sentences of it that only say again what was wrong: without the next one they would assert it. */
  readonly repeats: readonly Span[];
  /** The figures that do not hold, as they stand in it, and those of its title as text. */
  readonly figures: readonly Figure[];
  readonly numbers: readonly string[];
  /** The content of what is denied; empty for a correction. */
  readonly claim: ReadonlySet<string>;
};

const CORRECTS = /^(?:correct(?:ion|ed|s|ing)|clarification|erratum|retraction|retracted)\b/iu;
const IN_ERROR =
  /\b(?:misstated|wrongly|mistaken(?:ly)?|erroneous(?:ly)?|incorrect(?:ly)?|in\serror|transposed|(?:than|as)\s(?:first\s|earlier\s|previously\s)?(?:reported|published)|had\s(?:published|reported|given|named|stated)|restat(?:es|ed)|outlets)\b|\b(?:we|newspaper|journal|article|report)\s(?:on\s\p{L}+\s)?wrote\b/iu;
/** "not $3 million", "rather than the 40 it had named". */
const NOT = /\b(?:not|rather\sthan|instead\sof)\s+(?:\p{L}+\s+){0,2}$/iu;
/** "we wrote 3,100", "reported on Monday that X will pay $3 million". */
const SAID = /\b(?:wrote|reported|misstated|published|printed)\b[^;.]*$/iu;
const TITLE_NOT = /\bnot\s+((?:[$€£¥]\s?)?\d[\d.,]*(?:\s?(?:thousand|million|billion|trillion|percent|%))?)/iu;

const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|disput(?:es|ed)\s(?:a\s|the\s)?(?:report|claim)s?|(?:reject|dismiss)(?:s|es|ed|ing)?\s(?:a\s|the\s|any\s|all\s|media\s|press\s)*(?:report|claim|talk|suggestion|allegation|rumou?r|speculation)s?|(?:is|are|was|were)\s(?:not\strue|untrue|false|unfounded|baseless)|not\sin\stalks|made\sno\s\p{Ll}+|no\sintention\sof|has\sno\splans?\sto)\b/iu;
const OF_REPORTS = /\b(?:reports?|rumou?rs?|speculation|media|newspapers?|talk)\b/iu;
const DENIAL_WORDS = new Set([
  ...contentOf('deny denies denied denying reject rejects rejected report reports claim talk say says'),
]);

/** How far down an article says what it is for. */
const SENTENCES = 6;
const BEFORE = 160;
/** A denial is at the top. */
const DENIAL_SENTENCES = 2;

const spanOf = (article: string, { start, end, text }: Sentence): Span => ({ article, start, end, text });

function correctionIn(article: Article, { sentences, figures }: Evidence): Withdrawal | null {
  const corrects = CORRECTS.test(article.title);
  const titled = TITLE_NOT.exec(article.title)?.[1];
  const wrong: Figure[] = [];
  const repeats: Sentence[] = [];
  let told: Sentence | null = null;
  for (const sentence of sentences.slice(0, SENTENCES)) {
    if (!corrects && !IN_ERROR.test(`${article.title}. ${sentence.text}`)) continue;
    const own = figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const before = ({ start }: Figure): string => article.text.slice(Math.max(sentence.start, start - BEFORE), start);
    const denied = own.filter((figure) => NOT.test(before(figure)));
    const said = own.filter((figure) => corrects && !denied.includes(figure) && SAID.test(before(figure)));
    wrong.push(...denied, ...said);
    const saysRight =
      denied.length > 0 || own.some((figure) => !said.includes(figure) && figure.unit === said[0]?.unit);
    if (said.length > 0 && !saysRight) repeats.push(sentence);
    if (saysRight && denied.length + said.length > 0) told ??= sentence;
  }
  if (repeats.length > 0) told ??= sentences.find((sentence) => !repeats.includes(sentence)) ?? null;
  const first = told ?? sentences[0];
  if (first === undefined || (!corrects && wrong.length === 0 && titled === undefined)) return null;
  return {
    article: article.id,
    kind: 'correction',
    span: spanOf(article.id, first),
    repeats: repeats.filter((sentence) => sentence !== first).map((sentence) => spanOf(article.id, sentence)),
    figures: wrong,
    numbers: corrects && titled !== undefined ? [titled.toLowerCase().replace(/[.,]$/, '')] : [],
    claim: new Set(),
  };
}

function denialIn(article: Article, { sentences }: Evidence): Withdrawal | null {
  const top = sentences.slice(0, DENIAL_SENTENCES);
  const said = top.find(({ text }) => DENIES.test(text)) ?? top[0];
  if (said === undefined) return null;
  const isTitled = DENIES.test(article.title) || /\brejects?\stalk\b/i.test(article.title);
  // Somebody denies something in much of the news; what an article is for stands in its title, or speaks of reports.
  if (!isTitled && !(DENIES.test(said.text) && OF_REPORTS.test(said.text))) return null;
  const claim = contentOf(isTitled ? article.title : said.text).difference(DENIAL_WORDS);
  return {
    article: article.id,
    kind: 'denial',
    span: spanOf(article.id, said),
    repeats: [],
    figures: [],
    numbers: [],
    claim,
  };
}

/** What an article takes back, in its title or at its top: one correction or one denial; null for a report like any other. */
export function withdrawalIn(article: Article, evidence: Evidence | undefined): Withdrawal | null {
  if (evidence === undefined) return null;
  return correctionIn(article, evidence) ?? denialIn(article, evidence);
}

/** Half of what is denied, in an article's own title: then it is that article's news that is denied. */
const SAME_CLAIM = 0.5;

const share = (claim: ReadonlySet<string>, content: ReadonlySet<string>): number =>
  claim.size === 0 ? 0 : claim.intersection(content).size / claim.size;

function takesFigure({ figures, numbers }: Withdrawal, figure: Figure): boolean {
  return (
    figures.some((wrong) => agreement(wrong, figure) === 'same') ||
    numbers.some((number) => figure.text.toLowerCase().includes(number))
  );
}

/** The figures and sentences of an earlier article that a withdrawal takes back. */
export function takenBack(
  withdrawal: Withdrawal,
  article: Article,
  { sentences, figures }: Evidence,
): { readonly whole: boolean; readonly spans: readonly Span[] } {
  const { kind, claim } = withdrawal;
  const whole = kind === 'denial' && claim.size > 1 && share(claim, contentOf(article.title)) >= SAME_CLAIM;
  const wrong = figures.filter((figure) => takesFigure(withdrawal, figure));
  const spans = sentences.filter(
    ({ start, end, text }) =>
      whole ||
      wrong.some((figure) => start <= figure.start && figure.end <= end) ||
      (kind === 'denial' && claim.size > 2 && share(claim, contentOf(text)) > SAME_CLAIM),
  );
  return { whole, spans: spans.map((sentence) => spanOf(article.id, sentence)) };
}
