import { nearest } from '../language/nearest.ts';
import type { CommandSpec, OptionSpec } from '../ports/platform.ts';

/** A line read as a command, or what is wrong with it and what was probably meant. */
export type Reading =
  | {
      readonly kind: 'command';
      readonly path: readonly string[];
      readonly options: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: CommandSpec | null }
  | { readonly kind: 'faults'; readonly spec: CommandSpec; readonly faults: readonly string[] };

/** The words of a line; what stands between quotation marks, straight or curly, is one word. */
export function wordsOf(line: string): string[] {
  return Array.from(
    line.matchAll(/(--?[\w-]+=)?(?:"([^"]*)"|“([^”]*)”|(\S+))/g),
    ([, name = '', straight, curly, bare]) => name + (straight ?? curly ?? bare ?? ''),
  );
}

const pathText = (spec: CommandSpec): string => spec.path.join(' ');

/** The command with the longest path that the words begin with. */
function commandOf(words: readonly string[], specs: readonly CommandSpec[]): CommandSpec | null {
  const fits = specs.filter((spec) => spec.path.every((part, index) => words[index]?.toLowerCase() === part));
  return fits.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

function parsedValue(option: OptionSpec, word: string): string | number | boolean | null {
  if (option.kind === 'integer') return /^#?\d{1,9}$/.test(word) ? Number(word.replace('#', '')) : null;
  if (option.kind === 'boolean')
    return /^(true|yes|on)$/i.test(word) ? true : /^(false|no|off)$/i.test(word) ? false : null;
  if (option.choices.length > 0)
    return option.choices.find((choice) => choice.toLowerCase() === word.toLowerCase()) ?? null;
  return word;
}

function expected(option: OptionSpec): string {
  if (option.kind === 'integer') return 'a whole number';
  if (option.kind === 'boolean') return 'yes or no';
  return option.choices.length > 0 ? `one of ${option.choices.join(', ')}` : option.description;
}

/** Reads a line such as `figures northwind --unit GW` by the commands' specifications. */
export function readLine(line: string, specs: readonly CommandSpec[]): Reading {
  const words = wordsOf(line);
  const spec = commandOf(words, specs);
  if (spec === null) {
    const typed = words.slice(0, 2).join(' ');
    const meant = nearest(typed, specs.map(pathText)) ?? nearest(words[0] ?? '', specs.map(pathText));
    return { kind: 'unknown', typed, meant: specs.find((candidate) => pathText(candidate) === meant) ?? null };
  }
  const options: Record<string, string | number | boolean> = {};
  const faults: string[] = [];
  const take = (option: OptionSpec, word: string): void => {
    const value = parsedValue(option, word);
    if (value === null) faults.push(`${option.name}: expected ${expected(option)}, got “${word}”`);
    else options[option.name] = value;
  };
  const rest = words.slice(spec.path.length);
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const named = /^--([a-z][\w-]*)(?:=(.*))?$/is.exec(word);
    if (named) {
      const name = named[1]?.toLowerCase() ?? '';
      const option = spec.options.find((candidate) => candidate.name === name);
      if (option === undefined) {
        const meant = nearest(
          name,
          spec.options.map((candidate) => candidate.name),
        );
        faults.push(
          `--${name} is not an option of ${pathText(spec)}${meant === null ? '' : `; did you mean --${meant}?`}`,
        );
      } else if (option.kind === 'boolean' && named[2] === undefined) options[option.name] = true;
      else take(option, named[2] ?? rest.shift() ?? '');
      continue;
    }
    const option = spec.options.find((candidate) => !(candidate.name in options) && candidate.kind !== 'boolean');
    if (option === undefined) faults.push(`“${word}” is one word too many`);
    else if (option.rest) take(option, [word, ...rest.splice(0, restEnd(rest))].join(' '));
    else take(option, word);
  }
  for (const option of spec.options)
    if (option.required && !(option.name in options) && faults.length === 0)
      faults.push(`${option.name} is missing: ${expected(option)}`);
  return faults.length > 0 ? { kind: 'faults', spec, faults } : { kind: 'command', path: spec.path, options };
}

/** How many words belong to an option that takes the rest: up to the next named option. */
function restEnd(words: readonly string[]): number {
  const at = words.findIndex((word) => word.startsWith('--'));
  return at === -1 ? words.length : at;
}
