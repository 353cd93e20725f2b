import { entityOf } from '../domain/entities.ts';
import { entitiesIn } from '../domain/mentions.ts';
import { UNIT_NAMES, UNIT_SYMBOLS } from '../domain/units.ts';
import { otherNameOfCountry } from '../language/countries.ts';
import { classesOf } from '../language/meaning.ts';
import { smallNumber } from '../language/numbers.ts';
import { isRoleNoun } from '../language/roles.ts';
import { STOP_WORDS, type Word, wordsIn } from '../language/words.ts';
import { timesIn } from '../reading/times.ts';
import { CAPITAL, keyOf, type Vocabulary } from './spelling.ts';
import { ASKING, termsOf } from './terms.ts';

/** Somebody or something named, by each of its names as terms: any of them will do. */
export type Name = {
  readonly ways: readonly (readonly string[])[];
  /** As it was typed. */
  readonly text: string;
};

const QUESTION_WORD =
  /^(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|any|latest|current|price|name|list)$/i;

/** What is written in capitals and names nobody. */
export const COMMON = /^(?:ai|gpus?|cpus?|ceo|cfo|coo|cto|eps|pue|ipo|it|us|eu|uk|hbm)$/;

/** "MW-day", "GB": units are written in capitals too. */
const isUnit = (word: string): boolean =>
  word.split('-').every((part) => UNIT_SYMBOLS.has(part) || UNIT_NAMES.has(part.toLowerCase()));

/** A name by its aliases, a country by the adjective too. */
function waysOf(written: string, way: readonly string[]): Name['ways'] {
  const entity = entityOf(written);
  if (entity !== null) return [entity.name, ...entity.aliases].map((alias) => termsOf(alias));
  const other = otherNameOfCountry(written);
  return other === null ? [way] : [way, termsOf(other)];
}

/** Words of a question that name somebody or something, the ones that belong together as one. */
export function namesIn(text: string, vocabulary: Vocabulary): Name[] {
  const times = timesIn(text, null).filter(
    ({ text: time, kind }) => /\d|[A-Z]|quarter|half|year/.test(time) || kind === 'calendar',
  );
  const words = wordsIn(text);
  const inTime = ({ start, end }: Word): boolean => times.some((time) => time.start < end && time.end > start);
  const entities = [...entitiesIn(text).keys()].map(({ name, aliases }) => ({
    text: name,
    ways: [name, ...aliases].map((way) => termsOf(way)),
  }));
  const covered = new Set(entities.flatMap(({ ways }) => ways.flat()));
  const isNamed = (word: Word, at: number): boolean => {
    const name = keyOf(word.text);
    const small = word.text.toLowerCase();
    if (STOP_WORDS.has(small) || inTime(word) || ASKING.has(small) || isUnit(word.text) || smallNumber(small) !== null)
      return false;
    // An office, unless it begins a name: Pilot Inference.
    if (isRoleNoun(small) && !vocabulary.follows(name, keyOf(words[at + 1]?.text ?? ''))) return false;
    if (COMMON.test(small)) return false;
    if (/^\p{L}+-?\d/u.test(word.text) && !/^(?:q|h|fy)\d/i.test(word.text)) return true;
    if (/^\d/.test(word.text)) return false;
    // A word of every day names somebody where it is typed as a name.
    if (vocabulary.isName(name) && (CAPITAL.test(word.text) || classesOf(small).length === 0)) return true;
    if (!CAPITAL.test(word.text)) return false;
    // The first word has a capital whatever it is.
    if (at === 0) return !QUESTION_WORD.test(small) && classesOf(small).length === 0 && !vocabulary.has(name);
    return true;
  };
  const names: Name[] = [];
  let run: Word[] = [];
  const close = (): void => {
    if (run.length > 0) {
      const way = termsOf(run.map((word) => word.text).join(' '));
      if (way.length > 0 && way.some((term) => !covered.has(term))) {
        const written = run.map((word) => word.text.replace(/['’]s?$/, '')).join(' ');
        names.push({
          text: written,
          ways: waysOf(written, way),
        });
      }
    }
    run = [];
  };
  for (const [at, word] of words.entries()) {
    const last = run.at(-1);
    const together =
      last !== undefined &&
      word.start - last.end === 1 &&
      !/['’]s?$/.test(last.text) &&
      vocabulary.follows(keyOf(last.text), keyOf(word.text));
    if (isNamed(word, at)) {
      if (!together) close();
      run.push(word);
    } else if (together && !STOP_WORDS.has(word.text.toLowerCase())) run.push(word);
    else close();
  }
  close();
  return [...entities, ...names];
}
