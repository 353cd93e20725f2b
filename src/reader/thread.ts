/** The reader's thread: does what it is asked, one thing after the other, and tells what came of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { chooseField } from '../domain/in-use.ts';
import { ParseError } from '../errors.ts';
import { type Answer, type Ask, type Birth, READY } from './protocol.ts';
import { TASKS } from './tasks.ts';

async function answer({ task, given }: Ask): Promise<Answer> {
  try {
    return { kind: 'value', value: await Reflect.apply(TASKS[task], TASKS, given) };
  } catch (error) {
    if (error instanceof ParseError) return { kind: 'parse', subject: error.subject, message: error.message };
    const known = error instanceof Error ? error : new Error(String(error));
    return { kind: 'fault', message: known.message, stack: known.stack ?? '' };
  }
}

const { field }: Birth = workerData;
if (field !== null) chooseField(field);
parentPort?.on('message', (ask: Ask) => void answer(ask).then((told) => parentPort?.postMessage(told)));
parentPort?.postMessage(READY);
