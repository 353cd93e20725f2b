import { readFile } from 'node:fs/promises';
import { ParseError, UsageError } from '../errors.ts';
import { readOpml } from '../gather/opml.ts';

/** The feeds of an OPML file on disk, and the lines that brought none. Throws a UsageError that says what to do. */
export async function opmlFile(path: string): Promise<ReturnType<typeof readOpml>> {
  try {
    return readOpml(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof ParseError) throw new UsageError([`--opml ${path}: ${error.message}`]);
    throw new UsageError([`--opml ${path}: the file cannot be read; give the path of an OPML file that exists`]);
  }
}
