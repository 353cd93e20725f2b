import type { Article, Evidence, Figure, Sentence, Verified } from '../model.ts';

const CORRECTS = /^\W{0,2}(?:correct(?:ion|ed|s|ing)|clarification|erratum|retraction|retracted|editor[’']s\snote)\b/iu;
/** "Maro order: a correction" */
const ENDS_CORRECTED = /[:–—-]\s(?:an?\s)?(?:correction|clarification|retraction)\W{0,2}$/iu;
const IN_ERROR =
  /\b(?:misstated|misreported|wrongly|mistaken(?:ly)?|erroneous(?:ly)?|incorrect(?:ly)?|in\serror|an?\serror|transposed|(?:than|as)\s(?:first\s|earlier\s|previously\s)?(?:reported|published)|restat(?:es|ed)|outlets|earlier\sversion)\b|\b(?:we|newspaper|journal|article|report)\s(?:on\s\p{L}+\s)?wrote\b/iu;
/** What somebody had said before is wrong only where it is said what holds instead. */
const SAID_BEFORE = /\bhad\s(?:published|reported|given|named|stated)\b/iu;
const CONTRAST = /\b(?:not|rather\sthan|instead\sof)\b/iu;
/** "not $3 million", "rather than the 40 it had named". */
const NOT = /\b(?:not|rather\sthan|instead\sof)\s+(?:\p{L}+\s+){0,2}$/iu;
/** "we wrote 3,100", "reported on Monday that X will pay $3 million". */
const SAID = /\b(?:wrote|reported|misstated|misreported|published|printed|gave|said)\b[^;.]*$/iu;
const NUMBER = String.raw`(?:[$€£¥]\s?)?\d[\d.,]{0,30}(?:\s?(?:thousand|million|billion|trillion|percent|%))?`;
/** "12 years, not 20", "to 12 years from 20". */
const INSTEAD = new RegExp(
  String.raw`(?:(${NUMBER})(?:\s(\p{L}+))?[,;]?\s(?:and\s)?)?\b(?:not|rather\sthan|instead\sof|from)\s+(${NUMBER})`,
  'giu',
);

/** How far down an article says what it is for. */
const SENTENCES = 6;
const BEFORE = 160;

/** A number that does not hold, as a title or a line above the text has it, with the unit where that is told. */
export type WrongNumber = { readonly number: string; readonly unit: string | null };

export type Correction = {
  /** The sentence that tells what holds. */
  readonly told: Sentence;
  /** Sentences that only say again what was wrong. */
  readonly repeats: readonly Sentence[];
  readonly wrong: readonly Verified<Figure>[];
  readonly numbers: readonly WrongNumber[];
  /** What holds instead. */
  readonly right: Verified<Figure> | null;
};

/** "(Corrects length of lease in first paragraph to 12 years, not 20)": a line about the text, and none of it. */
export const isLabel = ({ text }: Pick<Sentence, 'text'>): boolean =>
  /^\((?:corrects?|corrected|correction|adds?|updates?|recasts?|fixes|removes|clarifies)\b/iu.test(text.trim());

function numbersIn(label: string): { readonly wrong: WrongNumber[]; readonly right: string[] } {
  const found = [...label.matchAll(INSTEAD)];
  return {
    wrong: found.map(([, , unit, number = '']) => ({
      number: number.toLowerCase().replace(/[.,]$/u, ''),
      unit:
        unit === undefined || /^(?:a|an|in|of|on|and|to)$/iu.test(unit) ? null : unit.toLowerCase().replace(/s$/u, ''),
    })),
    right: found.flatMap(([, right]) => right?.toLowerCase().replace(/[.,]$/u, '') ?? []),
  };
}

/** Whether a figure is written as this number, and as no longer one. */
export function isNumber({ number, unit }: WrongNumber, { text }: Pick<Figure, 'text'>): boolean {
  const written = text.toLowerCase();
  const at = written.indexOf(number);
  if (
    at < 0 ||
    /[\d.,]/u.test(written.slice(Math.max(0, at - 1), at)) ||
    /^[.,]?\d/u.test(written.slice(at + number.length))
  )
    return false;
  return unit === null || written.includes(unit);
}

/**
 * What an article corrects, in its title, in a line above its text or at its top; null for a report like any other. A correction in the title alone
 * has its text's first sentence to tell.
 */
export function correctionIn(article: Article, { sentences, figures }: Evidence): Correction | null {
  const labels = sentences.slice(0, 2).filter(isLabel);
  const label = [article.title, ...labels.map(({ text }) => text)]
    .filter((line) => CORRECTS.test(line) || ENDS_CORRECTED.test(line))
    .join('. ');
  const corrects = label !== '';
  const numbers = corrects ? numbersIn(label) : { wrong: [], right: [] };
  const body = sentences.filter((sentence) => !labels.includes(sentence));
  const within = ({ start, end }: Sentence) => figures.filter((each) => each.start >= start && each.end <= end);
  const wrong: Verified<Figure>[] = [];
  const repeats: Sentence[] = [];
  let told: Sentence | null = null;
  for (const [place, sentence] of body.slice(0, SENTENCES).entries()) {
    const own = within(sentence);
    const isReplaced = SAID_BEFORE.test(sentence.text) && CONTRAST.test(sentence.text);
    if (!corrects && !isReplaced && !IN_ERROR.test(`${article.title}. ${sentence.text}`)) continue;
    const before = ({ start }: Figure): string => article.text.slice(Math.max(sentence.start, start - BEFORE), start);
    const denied = own.filter((figure) => figure.standing === 'withdrawn' || NOT.test(before(figure)));
    // Where a line above names what was wrong, what else was said stands.
    const isNamed = (figure: Figure): boolean =>
      numbers.wrong.length === 0 || numbers.wrong.some((number) => isNumber(number, figure));
    const said = own.filter(
      (figure) => corrects && !denied.includes(figure) && isNamed(figure) && SAID.test(before(figure)),
    );
    const isRight = (figure: Figure): boolean =>
      numbers.right.some((number) => isNumber({ number, unit: null }, figure));
    wrong.push(...denied, ...said.filter((figure) => !isRight(figure)));
    const saysRight =
      denied.length > 0 || own.some((figure) => !said.includes(figure) && figure.unit === said[0]?.unit);
    if (said.length > 0 && !saysRight && !said.some(isRight)) {
      repeats.push(sentence);
      told ??= body[place + 1] ?? null;
    } else if (saysRight && denied.length + said.length > 0) told ??= sentence;
    else if (own.some(isRight)) told ??= sentence;
  }
  const isWrong = (figure: Verified<Figure>): boolean =>
    wrong.includes(figure) || numbers.wrong.some((number) => isNumber(number, figure));
  const isInstead = (figure: Verified<Figure>): boolean =>
    !isWrong(figure) && wrong.some(({ unit }) => unit === null || unit === figure.unit);
  // "An earlier version of this article gave it as $480 million": what holds stands in its title, and where its text says it.
  const holds = body
    .slice(0, SENTENCES)
    .find((sentence) => within(sentence).some((each) => isInstead(each) && article.title.includes(each.text)));
  const isSaid = told !== null && within(told).some(isInstead);
  if (told !== null && !isSaid && holds !== undefined) repeats.push(told);
  const first = (isSaid ? told : (holds ?? told)) ?? body[0] ?? sentences[0];
  if (first === undefined || (!corrects && wrong.length === 0)) return null;
  const candidates = within(first).filter((figure) => !isWrong(figure));
  const right =
    candidates.find((figure) => numbers.right.some((number) => isNumber({ number, unit: null }, figure))) ??
    candidates.find(isInstead) ??
    // "The order is worth $460 million. This page gave the wrong sum": what was wrong is not said again.
    (wrong.length === 0 && numbers.wrong.length === 0 && candidates.length === 1 ? candidates[0] : null) ??
    null;
  return {
    told: first,
    repeats: repeats.filter((sentence) => sentence !== first),
    wrong,
    numbers: numbers.wrong,
    right,
  };
}
