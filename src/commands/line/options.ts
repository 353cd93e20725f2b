import { nearest } from '../../language/nearest.ts';
import type { Words } from '../../locale/index.ts';
import type { CommandSpec, OptionSpec } from '../../ports/platform.ts';
import { pathText } from './find.ts';

type Value = string | number | boolean;
export type Options = { readonly options: Readonly<Record<string, Value>>; readonly faults: readonly string[] };

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `2`, `#2`, `[2]`, `no. 2`, `two`, `2nd`, `second`. */
export function integerOf(word: string): number | null {
  const bare = word
    .toLowerCase()
    .replace(/^(?:no\.?|nr\.?|number|n)\s*(?=\d)/, '')
    .replace(/^[#[(]+|(?<![\]).,:])[\]).,:]+$/g, '');
  const digits = /^(\d{1,9})(?:st|nd|rd|th)?$/.exec(bare)?.[1];
  if (digits !== undefined) return Number(digits);
  const spoken = Math.max(NUMBERS.indexOf(bare), ORDINALS.indexOf(bare));
  return spoken > 0 ? spoken : null;
}

function parsedValue(option: OptionSpec, word: string): Value | null {
  if (option.kind === 'integer') return integerOf(word);
  if (option.kind === 'boolean')
    return /^(?:true|yes|y|on|1)$/i.test(word) ? true : /^(?:false|no|n|off|0)$/i.test(word) ? false : null;
  if (option.choices.length === 0) return word;
  const typed = word.toLowerCase();
  const fits = option.choices.filter((choice) => choice.toLowerCase().startsWith(typed));
  return (
    option.choices.find((choice) => choice.toLowerCase() === typed) ?? (fits.length === 1 ? (fits[0] ?? null) : null)
  );
}

function expected(option: OptionSpec, word: string, { talk }: Words): string {
  if (option.kind === 'integer') return talk.aWholeNumber;
  if (option.kind === 'boolean') return talk.yesOrNo;
  if (option.choices.length === 0) return option.description;
  return talk.oneOf(option.choices.join(', '), nearest(word, option.choices));
}

/** An option by its name, or by the beginning that it has alone. */
function optionNamed(name: string, { options }: CommandSpec): OptionSpec | null {
  const exact = options.find((option) => option.name === name);
  const fits = options.filter((option) => option.name.startsWith(name));
  return exact ?? (fits.length === 1 ? (fits[0] ?? null) : null);
}

/** Words that lead over to what a command is about and are no part of it. */
const LEADING = new Set([
  'for',
  'on',
  'about',
  'of',
  'by',
  'from',
  'to',
  'with',
  'number',
  'no',
  'no.',
  'nr',
  'is',
  'the',
  'opml',
  'file',
]);
/** Words that point at what is there already: `undo that`, `feeds check now`. */
const POINTING = new Set(['that', 'this', 'it', 'them', 'now', 'here', 'again']);
/** In these the words are somebody's own and stay whole. */
const OWN_WORDS = new Set(['ask', 'report']);

type Flag = { readonly name: string; readonly value: string | undefined };

/** `--unit GW`, `--unit=GW`, `-u GW`, and `unit=GW` or `unit: GW` where the command has such an option. */
function flagOf(word: string, spec: CommandSpec): Flag | null {
  const dashed = /^--?([a-z][\w-]*)(?:[=:](.*))?$/is.exec(word);
  if (dashed !== null && !/^-\d/.test(word)) {
    const name = dashed[1]?.toLowerCase() ?? '';
    // A word with one hyphen before it may be one that is taken out of a list.
    const isListed =
      !word.startsWith('--') && spec.options.some(({ rest }) => rest) && optionNamed(name, spec) === null;
    return isListed ? null : { name, value: dashed[2] };
  }
  const [, name = '', value = ''] = /^([a-z]+)[=:](.*)$/is.exec(word) ?? [];
  if (name === '' || value.startsWith('//') || !spec.options.some((option) => option.name === name.toLowerCase()))
    return null;
  return { name: name.toLowerCase(), value: value === '' ? undefined : value };
}

/** An option with a closed list that no word reaches by its place, by one of its values: `csv`, `--csv`. */
function byValue(value: string, { options }: CommandSpec): OptionSpec | null {
  const rest = options.findIndex((option) => option.rest);
  const behind = rest === -1 ? [] : options.slice(rest + 1);
  return behind.find(({ choices }) => choices.includes(value.toLowerCase())) ?? null;
}

/**
 * Words as their flags are meant: `– unit GW`, with a space behind the dash, is `--unit GW`; and `northwind csv`, `northwind as csv` end in
 * the value of an option that is otherwise named.
 */
function meantWords(words: readonly string[], spec: CommandSpec): string[] {
  const meant: string[] = [];
  for (const word of words) {
    const isNamed =
      /^[-—–]{1,2}$/.test(meant.at(-1) ?? '') && spec.options.some(({ name }) => name === word.toLowerCase());
    if (isNamed) meant.splice(-1, 1, `--${word}`);
    else meant.push(word);
  }
  const last = meant.at(-1) ?? '';
  const option = meant.length > 1 && !OWN_WORDS.has(pathText(spec)) ? byValue(last, spec) : null;
  if (option === null || meant.some((word) => flagOf(word, spec)?.name === option.name)) return meant;
  meant.pop();
  if (/^(?:as|in)$/i.test(meant.at(-1) ?? '')) meant.pop();
  return [...meant, `--${option.name}=${last}`];
}

/** Reads the words behind a command as its options; what does not fit is named, all of it at once. */
export function readOptions(spec: CommandSpec, words: readonly string[], catalogue: Words): Options {
  const { talk } = catalogue;
  const options: Record<string, Value> = {};
  const faults: string[] = [];
  const wrong = new Set<string>();
  const take = (option: OptionSpec, word: string): void => {
    const value = parsedValue(option, word);
    if (value === null || word === '') {
      if (word !== '') wrong.add(option.name);
      faults.push(
        word === ''
          ? talk.valueMissing(option.name, expected(option, word, catalogue))
          : talk.expected(option.name, expected(option, word, catalogue), word),
      );
    } else options[option.name] = value;
  };
  const isTaken = ({ name }: OptionSpec): boolean => name in options || wrong.has(name);
  const left = meantWords(words, spec);
  const upToFlag = (): string[] => {
    const at = left.findIndex((word) => flagOf(word, spec) !== null);
    return left.splice(0, at === -1 ? left.length : at);
  };
  let spoken = false;
  while (left.length > 0) {
    const word = left.shift() ?? '';
    const flag = flagOf(word, spec);
    if (flag !== null) {
      const option = optionNamed(flag.name, spec);
      const chosen = option === null && flag.value === undefined ? byValue(flag.name, spec) : null;
      if (chosen !== null) take(chosen, flag.name);
      else if (option === null) {
        const meant = nearest(
          flag.name,
          spec.options.map(({ name }) => name),
        );
        faults.push(talk.noOption(flag.name, pathText(spec), meant));
        if (flag.value === undefined) upToFlag();
      } else if (option.kind === 'boolean') {
        const next =
          flag.value ?? (left[0] !== undefined && parsedValue(option, left[0]) !== null ? left.shift() : 'yes');
        take(option, next ?? 'yes');
      } else {
        // Once the words before the flags are said, all words behind a flag are its own: --since last week.
        const rest =
          spoken || option.rest
            ? upToFlag()
            : left[0] === undefined || flagOf(left[0], spec) !== null
              ? []
              : left.splice(0, 1);
        take(option, flag.value === undefined ? rest.join(' ') : [flag.value, ...(spoken ? rest : [])].join(' '));
        if (flag.value !== undefined && !spoken) left.unshift(...rest);
      }
      continue;
    }
    const option = spec.options.find((candidate) => !isTaken(candidate) && candidate.kind !== 'boolean');
    if (
      option !== undefined &&
      !spoken &&
      LEADING.has(word.toLowerCase()) &&
      left.length > 0 &&
      !OWN_WORDS.has(pathText(spec))
    )
      continue;
    if (option === undefined && POINTING.has(word.toLowerCase().replace(/(?<![.!?])[.!?]+$/, ''))) continue;
    spoken = true;
    if (option === undefined) faults.push(talk.tooMany(word, pathText(spec)));
    else take(option, option.rest ? [word, ...upToFlag()].join(' ') : word);
  }
  for (const option of spec.options)
    if (option.required && !(option.name in options) && faults.length === 0)
      faults.push(
        talk.missing(option.name, option.choices.length > 0 ? expected(option, '', catalogue) : option.description),
      );
  return { options, faults };
}
