import { ENOUGH } from '../levels.ts';
import { fillsAll } from './fills.ts';
import type { Sight } from './sight.ts';

/** How well the verb that is asked after, or what is counted, must be said with what answers. */
const ANCHORED = 0.6;
/** Who does it must stand with what is done: another word for it elsewhere in the sentence tells of others. */
const DONE = 0.65;
/** A reason is told of what went before. */
const LOOSELY = 0.35;
/** The verb itself is there. */
const OUTRIGHT = 0.9;
/** A unit says of itself what is asked: dollars a cost, hours how long. */
export const BY_UNIT = 0.8;
/** Where so much else is said, a reason or a plain yes may be told in other words. */
const SAID = 0.75;

/** A word that may also tell of a reason ("would", "after") does only where what happened is told with it. */
function neededIn({ question: { wants }, asked, outright }: Sight): number {
  if (wants === 'words' || (wants === 'cause' && outright)) return LOOSELY;
  return wants === 'name' && asked.asksDoer ? DONE : ANCHORED;
}

/** Whether all that is asked for is told there in its place: in the role that is asked for, of the kind, and nothing of another thing. */
export function isWholeAnswer(sight: Sight): boolean {
  const { question, asked, match, byTime, byUnit, isOfKind, fills, wanted, why } = sight;
  if (match === null || match.conflict !== null || match.role <= -1 || match.fit < ENOUGH || !fillsAll(fills))
    return false;
  const anchor = Math.max(
    match.anchor,
    byTime || (byUnit && isOfKind && match.measures === null && match.unnamed === 0) ? BY_UNIT : 0,
  );
  const isCause = question.wants === 'cause';
  const isSaid = anchor >= neededIn(sight) || (match.fit > SAID && (isCause || asked.yesOrNo));
  return isSaid && (wanted || (isCause && (match.causes || (anchor >= OUTRIGHT && why))));
}

/** Whether the cause is told with what happened, not only with what it happened to. */
export const tellsCauseOf = ({ question, outright, why, match }: Sight): boolean =>
  question.wants === 'cause' && (outright || why) && (match?.weakest.verb ?? 0) >= OUTRIGHT;
