import type { Standing } from '../../model.ts';
import type { Stretch } from '../../reading/tree.ts';
import type { Measure } from './measurable.ts';
import type { Place } from './place.ts';

/** What is told of the figure that a caption is for. */
export type Shown = {
  readonly concept: Stretch | null;
  /** Whose the number is, where something ties the two. */
  readonly subject: string | null;
  /** Is the subject called by its name, and not by a common noun? */
  readonly named: boolean;
  /** Does the number count the very things that it is about? */
  readonly counted: boolean;
  /** Who says so, if anybody. */
  readonly claimant: string | null;
  readonly standing: Standing;
  readonly kind: Measure['kind'];
  readonly unit: string | null;
  readonly places: readonly (Place | null)[];
  /** Who stands before the number in a shortened list. */
  readonly instead: string | null;
};
