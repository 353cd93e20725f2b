import { readFile } from 'node:fs/promises';
import { ParseError, UsageError } from '../errors.ts';
import { type OpmlReading, readOpml } from '../gather/opml.ts';

/** The feeds of an OPML file on disk, and the lines that brought none. Throws a UsageError that says what to do. */
export async function opmlFile(path: string): Promise<OpmlReading> {
  const refuse = (why: string): never => {
    throw new UsageError([`--opml ${path}: ${why}`]);
  };
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse(`the file cannot be read (${error.code ?? error.message}); give the path of an OPML file`),
  );
  try {
    const reading = readOpml(bytes);
    if (reading.feeds.length === 0) refuse('the file names no feed; expected outlines with an xmlUrl');
    return reading;
  } catch (error) {
    if (error instanceof ParseError) return refuse(error.message);
    throw error;
  }
}
