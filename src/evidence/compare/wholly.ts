import type { Reason } from '../../model.ts';
import { type Pairing, statement } from './pairing.ts';

/** Words that say of something that there is nothing else to it. */
const WHOLLY =
  /\b(?:entirely|wholly|solely|exclusively|completely|purely|altogether|totally|(?:only|sole) (?:reason|cause|factor)|all of|alone)\b/iu;
/** And those that leave room for something else. */
const PARTLY =
  /\b(?:partly|partially|in part|mainly|mostly|largely|chiefly|primarily|predominantly|for the most part)\b/iu;
const WHOLE =
  /\b(?:entire|entirely|whole|wholly|sole|solely|exclusive|exclusively|completely|purely|totally|only|all|alone|altogether|full|fully)\b/iu;

/** "Due entirely to dearer memory" of "mainly because of dearer memory": in the sentence that most of the claim stands for. */
export function wholeOfPart({ claim: { read }, graphs, chosen }: Pairing): Reason[] {
  const [given] = WHOLLY.exec(read.text) ?? [];
  if (given === undefined || PARTLY.test(read.text)) return [];
  const counts = graphs.map((_, g) => chosen.filter((one) => one?.graph === g).length);
  const text = graphs[counts.indexOf(Math.max(...counts))]?.read.text ?? '';
  const [found] = PARTLY.exec(text) ?? [];
  return found === undefined || WHOLE.test(text) ? [] : [statement(given, found)];
}
