import { recognizeCurrency, recognizeDimension } from '@microsoft/recognizers-text-number-with-unit';
import nlp from 'compromise';
import { figuresIn } from '../src/evidence/figures.ts';

/**
 * How fast figures are read: characters a second beside Recognizers-Text (currencies and dimensions, which is what it
 * has of figures) and compromise (its numbers) on the same texts, and whether the cost is linear in a text's length.
 */
const TIMES_RECOGNIZERS = 10;
const TIMES_COMPROMISE = 3;
/** How much more than its proportional share a text of a megabyte may take. */
const LIMIT_SHARE = 2;
const MEGABYTE = 1_000_000;
const ROUNDS = 5;
/** Rounds until the engine has compiled what it runs, as it has in a service. */
const WARM = 60;

const SENTENCES = [
  'Northgate Cloud will lease 1.3 GW of power in Ohio under a 12-year, $9.4 billion contract, the company said on Monday.',
  'About two-thirds of its accelerators ran inference in the third quarter of 2026, up from nearly a third in 2023.',
  'Rental prices for the chips fell 18 percent to $2.15 per GPU-hour, according to Gridpoint Research.',
  '"We had the land and the money, and then we waited 30 months for a transformer," said Ines Mora, who runs the site.',
  'The regulator has not said when it will decide, and neighbours of the plant have asked for another hearing.',
  'Its 48,000 GPUs draw between 60 and 75 megawatts, and cooling takes no more than 9 million gallons of water a year.',
  'Shares closed 2.4% higher at $118.20; analysts had expected revenue of €3.1bn, or 40 basis points more than last year.',
  'Engineers who worked on the design described a project that changed its shape as often as its name.',
];

function article(characters: number): string {
  const lines: string[] = [];
  for (let [length, n] = [0, 0]; length < characters; n++) {
    const sentence = SENTENCES[n % SENTENCES.length] ?? '';
    lines.push(sentence, n % 4 === 3 ? '\n\n' : ' ');
    length += sentence.length + 1;
  }
  return lines.join('').slice(0, characters);
}

/** The best of some rounds, in milliseconds. */
function milliseconds(run: () => unknown, rounds = ROUNDS): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < rounds; n++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const line = (label: string, value: string, met?: boolean) =>
  console.log(`${label.padEnd(58)} ${value.padStart(12)}${met === undefined ? '' : met ? '   met' : '   NOT MET'}`);

export function run(): void {
  // Recognizers-Text takes seconds for a page.
  const texts = Array.from({ length: 2 }, (_, n) => article(800 + 137 * n));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const rate = (read: (text: string) => unknown, rounds?: number) =>
    (characters / milliseconds(() => texts.forEach(read), rounds)) * 1000;
  const own = rate((text) => figuresIn(text, '2026-11-24'), WARM);
  const compromise = rate((text) => nlp(text).numbers().json(), WARM / 4);
  const recognizers = rate((text) => [recognizeCurrency(text, 'en-us'), recognizeDimension(text, 'en-us')], 1);
  const perSecond = (speed: number) => `${Math.round(speed / 1000).toLocaleString('en')} k/s`;
  line(`figures, ${texts.length} articles of ${characters.toLocaleString('en')} characters`, perSecond(own));
  line('compromise 14, numbers', perSecond(compromise));
  line('Recognizers-Text, currencies and dimensions', perSecond(recognizers));
  line(
    `times compromise (at least ${TIMES_COMPROMISE})`,
    (own / compromise).toFixed(1),
    own / compromise >= TIMES_COMPROMISE,
  );
  line(
    `times Recognizers-Text (at least ${TIMES_RECOGNIZERS})`,
    (own / recognizers).toFixed(1),
    own / recognizers >= TIMES_RECOGNIZERS,
  );

  const news = article(MEGABYTE);
  const tenth = milliseconds(() => figuresIn(news.slice(0, MEGABYTE / 10)));
  const share = (text: string) =>
    milliseconds(() => figuresIn(text), 2) / milliseconds(() => figuresIn(text.slice(0, text.length / 10)), 3) / 10;
  line('an article of 100 kB, ms', tenth.toFixed(1));
  for (const [name, text] of [
    ['an article', news],
    ['digits', '7'.repeat(MEGABYTE)],
    ['digits and commas', '7,'.repeat(MEGABYTE / 2)],
    ['digits and spaces', '7 '.repeat(MEGABYTE / 2)],
    ['quotation marks', '"'.repeat(MEGABYTE)],
    ['opening brackets', '('.repeat(MEGABYTE)],
    ['closing brackets', ')'.repeat(MEGABYTE)],
    ['number words', 'one hundred and '.repeat(MEGABYTE / 16)],
    ['points', '.'.repeat(MEGABYTE)],
    ['letters', 'a'.repeat(MEGABYTE)],
    ['years', '2026 '.repeat(MEGABYTE / 5)],
    ['dollar signs', '$'.repeat(MEGABYTE)],
  ] as const) {
    const ratio = share(text);
    const whole = milliseconds(() => figuresIn(text), 1);
    line(`1 MB of ${name}: ${whole.toFixed(0)} ms; times its share`, ratio.toFixed(2), ratio <= LIMIT_SHARE);
  }
}
