import { setImmediate as breathe } from 'node:timers/promises';
import type { Article } from '../model.ts';
import { ask } from './index.ts';
import { readQuestion } from './question.ts';

const TEXT = `Alder Grid will pay Larch Compute $40 million for a hall near the river because its own plant stood still in March.
The company said on Monday that the hall draws 30 megawatts, 12% less than it was built for. “We wanted the lines more than the walls,”
said Mara Lindqvist, its chief executive. Larch Compute bought the hall in 2021 and never filled it. It keeps 400 racks there until June.`;
const QUESTIONS = [
  'Why will Alder Grid pay for the hall?',
  'Is the hall filled?',
  'Who bought the hall from Larch Compute?',
  'Who is the chief executive of Alder Grid?',
  'When did Larch Compute buy the hall?',
  'How many megawatts does the hall draw?',
];

/** Asks what nobody asked, so that whoever asks first does not wait until all that answers is loaded and compiled: some tenths of a second. */
export async function warm(now: Date): Promise<void> {
  const at = now.toISOString();
  const article: Article = {
    id: 'warm',
    url: 'about:warm',
    title: 'Alder Grid buys a hall',
    text: TEXT,
    hash: '',
    author: null,
    publisher: 'Nobody',
    published: at,
    fetched: at,
    origin: 'page',
    note: null,
    supersedes: null,
  };
  for (const question of QUESTIONS) {
    ask(readQuestion(question, now), [article], new Map());
    // Others have their turn in between.
    await breathe();
  }
}
