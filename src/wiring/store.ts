import { existsSync } from 'node:fs';
import type { Invocation } from '../cli/arguments.ts';
import { type Config, databaseOf } from '../config.ts';
import { UsageError } from '../errors.ts';
import { print } from './output.ts';
import { openScreen } from './platforms.ts';

/** A whole store, moved into another database. */
async function copyStore(from: string, to: string, json: boolean): Promise<number> {
  const { copy } = await import('../store/copy.ts');
  const { createLog } = await import('../effects/log.ts');
  const { copiedInWords, copyingInWords } = await import('../cli/store.ts');
  const { progressLine } = await import('../cli/progress.ts');
  const source = databaseOf(from);
  if (source.kind === 'sqlite' && !existsSync(source.file))
    throw new UsageError([`store copy: FROM: there is no such file: ${source.file}`]);
  const progress = progressLine(process.stderr, copyingInWords);
  const log = createLog({ level: 'warn', destination: process.stderr });
  const copied = await copy(source, databaseOf(to), log, progress.show).finally(progress.clear);
  if (json) print(copied);
  else process.stdout.write(`${copiedInWords(copied)}\n`);
  return 0;
}

/** The database's file, in its owner's hands. */
export async function store(config: Config, { action, json }: Extract<Invocation, { kind: 'store' }>): Promise<number> {
  if (action.what === 'copy') return copyStore(action.from, action.to, json);
  if (config.database.kind !== 'sqlite')
    throw new UsageError(['store: DEBRIEF_DATABASE_URL names no file; use the tools of its server']);
  const { file } = config.database;
  const care = await import('../store/sqlite/care.ts');
  const { checkDocument, sizeDocument } = await import('../cli/store.ts');
  const screen = await openScreen(config, false, () => {});
  switch (action.what) {
    case 'backup':
      await care.backup(file, action.file);
      process.stdout.write(`${file} was written to ${action.file}\n`);
      return 0;
    case 'restore': {
      const kept = await care.restore(action.file, file);
      process.stdout.write(`${file} is ${action.file} now${kept === null ? '' : `; what was there is ${kept}`}\n`);
      return 0;
    }
    case 'check': {
      const found = care.check(file);
      if (json) print(found);
      else screen.show(checkDocument(file, found));
      return found.faults.length === 0 ? 0 : 1;
    }
    case 'size': {
      const found = care.size(file);
      if (json) print(found);
      else screen.show(sizeDocument(file, found));
      return 0;
    }
  }
}
